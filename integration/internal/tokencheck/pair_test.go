package tokencheck

import (
	"encoding/base64"
	"encoding/json"
	"testing"
)

// The values of a Capability Token and the Access Token in its place.
const (
	issued    = 946684800
	account   = "AC00000000000000000000000000000001"
	authToken = "0123456789abcdef0123456789abcdef"
	keySID    = "SK00000000000000000000000000000001"
	keySecret = "abcdefghijklmnopqrstuvwxyz012345"
	app       = "AP00000000000000000000000000000001"
)

var circumstances = Circumstances{Issued: issued, AuthToken: authToken, APIKeySID: keySID, APIKeySecret: keySecret,
	Identities: []string{"lobby"}}

type object = map[string]any

// A draft is a token that can still be changed.
type draft struct {
	header object
	claims object
	secret string
}

func (d draft) sign(t *testing.T) string {
	t.Helper()
	part := func(v any) string {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return base64.RawURLEncoding.EncodeToString(data)
	}
	text := part(d.header) + "." + part(d.claims)
	return text + "." + base64.RawURLEncoding.EncodeToString(sign(text, d.secret))
}

func capabilityToken(scope string) draft {
	return draft{
		object{"alg": "HS256", "typ": "JWT"},
		object{"iss": account, "exp": issued + 600, "scope": scope},
		authToken,
	}
}

// accessToken is for calls in both directions, with parameters. Tests take away what they don't want.
func accessToken() draft {
	return draft{
		object{"alg": "HS256", "typ": "JWT", "cty": contentType},
		object{
			"jti": keySID + "-946684800", "iss": keySID, "sub": account, "iat": issued, "exp": issued + 600,
			"grants": object{
				"identity": "alice",
				"voice": object{
					"incoming": object{"allow": true},
					"outgoing": object{"application_sid": app, "params": params()},
				},
			},
		},
		keySecret,
	}
}

// params are those that an encoding too few or too many would change.
func params() object {
	return object{"user id": "42", "q": "a&b=c d", "plus": "1+1", "percent": "100%25", "name": "Zoë", "empty": ""}
}

// bothScopes is what accessToken stands in for, escaped by url.Values.
const bothScopes = "scope:client:incoming?clientName=alice " +
	"scope:client:outgoing?appParams=" + escapedParams + "&appSid=" + app + "&clientName=alice"

const escapedParams = "empty%3D%26name%3DZo%25C3%25AB%26percent%3D100%252525%26plus%3D1%252B1%26q%3Da%2526b%253Dc%2Bd%26user%2Bid%3D42"

func (d draft) grants() object   { return d.claims["grants"].(object) }
func (d draft) voice() object    { return d.grants()["voice"].(object) }
func (d draft) incoming() object { return d.voice()["incoming"].(object) }
func (d draft) outgoing() object { return d.voice()["outgoing"].(object) }
func (d draft) params() object   { return d.outgoing()["params"].(object) }
