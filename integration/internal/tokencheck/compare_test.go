package tokencheck

import "testing"

// TestEquivalent has pairs that mean the same, however differently they are written.
func TestEquivalent(t *testing.T) {
	for _, tc := range []struct {
		name   string
		scope  string
		change func(draft)
	}{
		{"both ways", bothScopes, func(draft) {}},
		{"both ways, spaces as %20", "scope:client:incoming?clientName=alice scope:client:outgoing?appSid=" + app +
			"&clientName=alice&appParams=user%20id%3D42%26q%3Da%2526b%253Dc%2520d%26plus%3D1%252B1%26percent%3D100%252525%26name%3DZo%25C3%25AB%26empty%3D",
			func(draft) {}},
		{"a scope twice", "scope:client:incoming?clientName=alice " + bothScopes, func(draft) {}},
		{"incoming only", "scope:client:incoming?clientName=alice", func(d draft) { delete(d.voice(), "outgoing") }},
		{"incoming only, empty object", "scope:client:incoming?clientName=alice", func(d draft) { d.voice()["outgoing"] = object{} }},
		{"outgoing only", "scope:client:outgoing?appSid=" + app + "&clientName=alice&appParams=" + escapedParams,
			func(d draft) { delete(d.voice(), "incoming") }},
		{"outgoing only, incoming denied", "scope:client:outgoing?appSid=" + app + "&clientName=alice&appParams=" + escapedParams,
			func(d draft) { d.incoming()["allow"] = false }},
		{"outgoing, no name", "scope:client:outgoing?appSid=" + app, func(d draft) {
			delete(d.voice(), "incoming")
			delete(d.outgoing(), "params")
			d.grants()["identity"] = "lobby"
		}},
		{"outgoing, name of the incoming scope", "scope:client:incoming?clientName=alice scope:client:outgoing?appSid=" + app,
			func(d draft) { delete(d.outgoing(), "params") }},
		{"empty parameters", "scope:client:incoming?clientName=alice scope:client:outgoing?appSid=" + app + "&appParams=",
			func(d draft) { d.outgoing()["params"] = object{} }},
		{"escaped name", "scope:client:incoming?clientName=Zo%C3%AB+b%2Bc", func(d draft) {
			delete(d.voice(), "outgoing")
			d.grants()["identity"] = "Zoë b+c"
		}},
		{"no iat, nbf instead", bothScopes, func(d draft) {
			delete(d.claims, "iat")
			d.claims["nbf"] = issued
		}},
		{"exp as a floating-point number", bothScopes, func(d draft) { d.claims["exp"] = float64(issued + 600) }},
		{"nothing granted, nobody named", "", func(d draft) {
			d.claims["grants"] = object{}
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			access := accessToken()
			tc.change(access)
			for _, difference := range Compare(capabilityToken(tc.scope).sign(t), access.sign(t), circumstances) {
				t.Error(difference)
			}
		})
	}
}

func TestEquivalentInRegion(t *testing.T) {
	access := accessToken()
	access.header["twr"] = "ie1"
	at := circumstances
	at.Region = "ie1"
	for _, difference := range Compare(capabilityToken(bothScopes).sign(t), access.sign(t), at) {
		t.Error(difference)
	}
}

// TestIncomparable has Capability Tokens that no Access Token can stand in for.
func TestIncomparable(t *testing.T) {
	for _, tc := range []struct{ name, scope, want string }{
		{"two names", "scope:client:incoming?clientName=alice scope:client:incoming?clientName=bob", "several client names"},
		{"two applications", "scope:client:outgoing?appSid=AP1 scope:client:outgoing?appSid=AP2", "another outgoing scope differs"},
		{"event stream", "scope:stream:subscribe?path=%2F2010-04-01%2FEvents", "scope scope:stream:subscribe has no equivalent"},
		{"name not escaped", "scope:client:incoming?clientName=a&b", `unexpected argument "b"`},
		{"space not escaped", "scope:client:incoming?clientName=a b", `a space was not escaped`},
		{"name badly escaped", "scope:client:incoming?clientName=100%", "invalid URL escape"},
		{"name given twice", "scope:client:incoming?clientName=a&clientName=b", "clientName is given twice"},
		{"parameters badly escaped", "scope:client:outgoing?appSid=AP1&appParams=%25", "appParams: invalid URL escape"},
		{"another scope", "read write", "it claims no scope"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			wantDifference(t, Compare(capabilityToken(tc.scope).sign(t), accessToken().sign(t), circumstances), tc.want)
		})
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, tc := range []struct{ token, want string }{
		{"", "token has 1 parts, want 3"},
		{"a.b", "token has 2 parts, want 3"},
		{"!.e30.", "header: illegal base64 data"},
		{"W10.e30.", "header: json: cannot unmarshal array"},
		{"e30.e30e30.", "claims: "},
		{"e30.e317fQ.", "claims: more than one JSON value"},
		{"e30.e30.!", "signature: illegal base64 data"},
	} {
		_, err := Decode(tc.token)
		if err == nil {
			t.Errorf("Decode(%q) has no error, want %s", tc.token, tc.want)
			continue
		}
		wantDifference(t, []string{err.Error()}, tc.want)
	}
}
