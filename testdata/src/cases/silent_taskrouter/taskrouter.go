// Package taskrouter makes the tokens of workers: capability tokens of another kind.
package taskrouter

import (
	"os"
	"time"

	gojwt "github.com/golang-jwt/jwt/v5"
	"github.com/twilio/twilio-go/client/jwt/taskrouter"
)

func worker(accountSid, authToken, workspaceSid, workerSid string) (string, error) {
	t := taskrouter.CreateCapabilityToken(taskrouter.CapabilityTokenParams{
		AccountSid:   accountSid,
		AuthToken:    authToken,
		WorkspaceSid: workspaceSid,
		ChannelID:    workerSid,
	})
	for _, p := range taskrouter.WorkerPolicies(workspaceSid, workerSid) {
		t.AddPolicy(p)
	}
	return t.ToJwt()
}

func byHand(accountSid, authToken, workspaceSid, workerSid string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{
		"iss":           accountSid,
		"exp":           time.Now().Add(time.Hour).Unix(),
		"version":       "v1",
		"account_sid":   accountSid,
		"channel":       workerSid,
		"workspace_sid": workspaceSid,
		"worker_sid":    workerSid,
		"policies": []map[string]interface{}{
			{"url": "https://event-bridge.twilio.com/v1/wschannels/" + accountSid + "/" + workerSid, "method": "GET", "allow": true},
		},
	}).SignedString([]byte(authToken))
}

// the auth token is known to sign
func fromEnvironment(accountSid, workspaceSid, workerSid string) (string, error) {
	return gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{
		"iss":           accountSid,
		"exp":           time.Now().Add(time.Hour).Unix(),
		"version":       "v1",
		"account_sid":   accountSid,
		"channel":       workerSid,
		"workspace_sid": workspaceSid,
		"policies": []map[string]interface{}{
			{"url": "https://event-bridge.twilio.com/v1/wschannels/" + accountSid + "/" + workerSid, "method": "GET", "allow": true},
		},
	}).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}
