package decoded

import (
	"encoding/json"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
	"net/http"
	"time"
)

func f(sid, token string, r *http.Request) (string, error) {
	var req struct{ Name, App string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		return "", err
	}
	c := twilioclient.NewCapability(sid, token) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=req\.Name, incomingAllow=true, outgoingApplicationSid=req\.App; authToken=token: do not use$`
	c.AllowClientIncoming(req.Name)
	c.AllowClientOutgoing(req.App, nil)
	return c.GenerateToken(time.Hour)
}
