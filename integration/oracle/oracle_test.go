package oracle_test

import (
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/captoken/captoken/integration/internal/npm"
	"github.com/captoken/captoken/integration/oracle"
)

// TestAsk asks for a token with everything in it, and for one that the library refuses to make.
func TestAsk(t *testing.T) {
	o, err := oracle.New(t.Context())
	if errors.Is(err, npm.ErrNoNode) && os.Getenv("CI") == "" {
		t.Skip("the official library needs Node.js: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	full := oracle.Parameters{
		AccountSID: "AC00000000000000000000000000000001", APIKeySID: "SK00000000000000000000000000000001", APIKeySecret: "secret",
		TTL: 600, Identity: "alice", IncomingAllow: true, OutgoingApplicationSID: "AP00000000000000000000000000000001",
		OutgoingApplicationParams: map[string]string{"q": "a&b=c d"}, Region: "ie1", Now: 946684800,
	}
	nobody := full
	nobody.Identity = ""
	answers, err := o.Ask(t.Context(), []oracle.Parameters{full, nobody})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []struct {
		name string
		got  map[string]any
		want string
	}{
		{"header", answers[0].Header, `{"alg":"HS256","cty":"twilio-fpa;v=1","twr":"ie1","typ":"JWT"}`},
		{"claims", answers[0].Claims, `{"exp":946685400,"grants":{"identity":"alice","voice":{"incoming":{"allow":true},` +
			`"outgoing":{"application_sid":"AP00000000000000000000000000000001","params":{"q":"a\u0026b=c d"}}}},"iat":946684800,` +
			`"iss":"SK00000000000000000000000000000001","jti":"SK00000000000000000000000000000001-946684800",` +
			`"sub":"AC00000000000000000000000000000001"}`},
	} {
		got, err := json.Marshal(part.got)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != part.want {
			t.Errorf("%s\n%s\nwant\n%s", part.name, got, part.want)
		}
	}
	if answers[1].Error == "" {
		t.Error("the library makes a token without an identity")
	}
}
