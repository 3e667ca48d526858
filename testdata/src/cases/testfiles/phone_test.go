package testfiles

import (
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/twilioclient"
)

func TestLibrary(t *testing.T) {
	c := twilioclient.NewCapability("AC123", "secret") // want `capability token made by twilioclient\.NewCapability; access token parameters: accountSid="AC123", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Minute, identity="alice", incomingAllow=true, outgoingApplicationSid="AP123"; authToken="secret": do not use$`
	c.AllowClientIncoming("alice")
	c.AllowClientOutgoing("AP123", nil)
	tok, err := c.GenerateToken(time.Minute)
	if err != nil || !isToken(tok) {
		t.Fatal(tok, err)
	}
}

func TestByHand(t *testing.T) {
	tests := []struct{ name, scope string }{
		{"incoming", "scope:client:incoming?clientName=alice"},
		{"other", "read"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.scope == "" {
				t.Fatal("no scope")
			}
		})
	}
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid="AC123", apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="alice", incomingAllow=true; authToken="secret": do not use$`
		"scope": "scope:client:incoming?clientName=alice",
		"iss":   "AC123",
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte("secret")) // want `capability token signed with the account's auth token \("secret" → key\)`
	if err != nil || !isToken(tok) {
		t.Fatal(tok, err)
	}
}
