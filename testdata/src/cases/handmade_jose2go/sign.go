// Package jose2 signs a payload of JSON text.
package jose2

import (
	"encoding/json"
	"time"

	"github.com/dvsekhvalnov/jose2go"
)

func token(sid, authToken, name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{ // want `capability token made by hand \(map\[string\]\S+\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true; authToken=authToken: do not use; no fix: shape( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 3600,
	})
	if err != nil {
		return "", err
	}
	return jose.Sign(string(payload), jose.HS256, []byte(authToken)) // want `capability token signed with the account's auth token \(authToken → key\)`
}
