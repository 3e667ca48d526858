package kevinburke

import (
	"html/template"
	"net/http"
	"time"

	"github.com/acme/twilio-go/v3/twilioclient"
)

var page = template.Must(template.New("phone").Parse(`<script>Twilio.Device.setup("{{.Token}}")</script>`))

type phonePage struct {
	Token string
	Name  string
}

func forked(cfg *voiceConfig) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		agent := r.PathValue("agent")
		c := twilioclient.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=1 ?\* ?time\.Hour, identity=agent, incomingAllow=true, outgoingApplicationSid=cfg\.AppSID, outgoingApplicationParams=map\[string\]string\{"agent": agent\}; authToken=cfg\.AuthToken: do not use$`
		c.AllowClientOutgoing(cfg.AppSID, map[string]string{"agent": agent})
		c.AllowClientIncoming(agent)
		t, err := c.GenerateToken(1 * time.Hour)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		page.Execute(w, phonePage{Token: t, Name: agent})
	}
}

func forkedNameless(cfg *voiceConfig, params map[string]string) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSID, cfg.AuthToken) // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid=cfg\.AccountSID, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid=cfg\.AppSID, outgoingApplicationParams=params; authToken=cfg\.AuthToken: do not use; no fix: identity-missing( \(.*\))?$`
	c.AllowClientOutgoing(cfg.AppSID, params)
	return c.GenerateToken(time.Hour)
}
