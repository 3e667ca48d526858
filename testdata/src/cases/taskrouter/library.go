// Package taskrouter makes Capability Tokens for TaskRouter.
package taskrouter

import (
	"os"

	"github.com/twilio/twilio-go/client/jwt"
	"github.com/twilio/twilio-go/client/jwt/taskrouter"
)

func worker(accountSid, authToken, workspaceSid, workerSid string) (string, error) {
	t := taskrouter.CreateCapabilityToken(taskrouter.CapabilityTokenParams{ // want `^TaskRouter capability token made by taskrouter\.CreateCapabilityToken: Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token$`
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

// what the Access Token has in its place
func grant(accountSid, workspaceSid, workerSid string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    accountSid,
		SigningKeySid: os.Getenv("TWILIO_API_KEY"),
		Secret:        os.Getenv("TWILIO_API_SECRET"),
		Identity:      workerSid,
	})
	t.AddGrant(&jwt.TaskRouterGrant{WorkspaceSid: workspaceSid, WorkerSid: workerSid, Role: "worker"})
	return t.ToJwt()
}

// policies without a token
func policies(accountSid, workspaceSid, workerSid string) []taskrouter.Policy {
	return append(taskrouter.WebSocketPolicies(accountSid, workerSid), taskrouter.WorkerPolicies(workspaceSid, workerSid)...)
}

func params(accountSid, authToken string) taskrouter.CapabilityTokenParams {
	return taskrouter.CapabilityTokenParams{AccountSid: accountSid, AuthToken: authToken}
}

func ofParams(accountSid, authToken string) (string, error) {
	t := taskrouter.CreateCapabilityToken(params(accountSid, authToken)) // want `^TaskRouter capability token made by taskrouter\.CreateCapabilityToken: Twilio's migration guide does not cover it; the nearest thing is a TaskRouterGrant in an access token$`
	return t.ToJwt()
}

// a function of the same name
func CreateCapabilityToken(p taskrouter.CapabilityTokenParams) string { return p.ChannelID }

func namesake(accountSid, authToken string) string {
	return CreateCapabilityToken(params(accountSid, authToken))
}
