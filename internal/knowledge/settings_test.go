package knowledge_test

import (
	"testing"

	"github.com/captoken/captoken/internal/knowledge"
)

// TestCredentialNamed holds names of settings to what they are, each beside
// one that is not.
func TestCredentialNamed(t *testing.T) {
	for name, want := range map[string]knowledge.Credential{
		"TWILIO_AUTH_TOKEN":           knowledge.AuthToken,
		"twilio.auth-token":           knowledge.AuthToken,
		"twilioAuthToken":             knowledge.AuthToken,
		"TWILIO_AUTHTOKEN":            knowledge.AuthToken,
		"ACME_TWILIO_LIVE_AUTH_TOKEN": knowledge.AuthToken,
		"TWILIO_AUTH_TOKEN_TEST":      knowledge.AuthToken,
		"TWILIO_ACCOUNT_SID":          knowledge.AccountSid,
		"TWILIO_API_KEY":              knowledge.APIKeySid,
		"TWILIO_API_KEY_SID":          knowledge.APIKeySid,
		"TWILIO_API_SECRET":           knowledge.APIKeySecret,
		"AUTH_TOKEN":                  knowledge.NoCredential,
		"TWILIO_OAUTH_TOKEN":          knowledge.NoCredential,
		"TWILIO_PREAUTH_TOKEN":        knowledge.NoCredential,
		"TWILIOSIM_AUTH_TOKEN":        knowledge.NoCredential,
		"TWILIO_PROXY_AUTH_TOKEN":     knowledge.NoCredential,
		"FAKE_TWILIO_AUTH_TOKEN":      knowledge.NoCredential,
		"TWILIO_AUTH_TOKEN_FILE":      knowledge.NoCredential,
		"AUTH_TOKEN_TWILIO":           knowledge.NoCredential,
		"TWILIO_WEBHOOK_OAUTH_TOKEN":  knowledge.NoCredential,
		"SLACK_AUTH_TOKEN":            knowledge.NoCredential,
		"":                            knowledge.NoCredential,
	} {
		if got := knowledge.CredentialNamed(name); got != want {
			t.Errorf("%s: got %d, want %d", name, got, want)
		}
	}
}
