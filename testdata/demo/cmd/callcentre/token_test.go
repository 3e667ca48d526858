package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"
)

// permissions is what a token lets its bearer do, whichever kind it is of.
type permissions struct {
	name     string // client name or identity; "" if it does not matter which
	incoming bool
	appSID   string
	params   map[string]string
	ttl      time.Duration
}

type tokenClaims struct {
	Scope  *string `json:"scope"`
	Grants *struct {
		Identity string `json:"identity"`
		Voice    struct {
			Incoming struct {
				Allow bool `json:"allow"`
			} `json:"incoming"`
			Outgoing struct {
				AppSID string            `json:"application_sid"`
				Params map[string]string `json:"params"`
			} `json:"outgoing"`
		} `json:"voice"`
	} `json:"grants"`
	ID        string `json:"jti"`
	Issuer    string `json:"iss"`
	Subject   string `json:"sub"`
	IssuedAt  int64  `json:"iat"`
	NotBefore int64  `json:"nbf"`
	Expires   int64  `json:"exp"`
}

// checkToken checks a token that was just minted: a Capability Token against
// the auth token, an Access Token against the API key, and either against want.
func checkToken(t *testing.T, token string, cfg config, apiKey, apiSecret string, want permissions) {
	t.Helper()
	var header struct {
		Algorithm   string `json:"alg"`
		ContentType string `json:"cty"`
	}
	var claims tokenClaims
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		t.Fatalf("token has %d parts, want 3", len(parts))
	}
	signature := decode(t, parts[2])
	for i, v := range []any{&header, &claims} {
		if err := json.Unmarshal(decode(t, parts[i]), v); err != nil {
			t.Fatalf("part %d of the token: %v", i, err)
		}
	}

	var got permissions
	var key, wantIssuer, wantSubject, wantContentType string
	var start int64
	switch {
	case claims.Scope != nil && claims.Grants == nil:
		key, wantIssuer = cfg.AuthToken, cfg.AccountSID
		start = claims.IssuedAt
		var err error
		if got, err = parseScopes(*claims.Scope); err != nil {
			t.Fatal(err)
		}
	case claims.Grants != nil && claims.Scope == nil:
		key, wantIssuer, wantSubject, wantContentType = apiSecret, apiKey, cfg.AccountSID, "twilio-fpa;v=1"
		var err error
		if start, err = strconv.ParseInt(strings.TrimPrefix(claims.ID, apiKey+"-"), 10, 64); err != nil {
			t.Fatalf("jti = %q, want %s-<seconds>", claims.ID, apiKey)
		}
		if claims.NotBefore > time.Now().Unix() {
			t.Errorf("nbf = %d is in the future", claims.NotBefore)
		}
		g := claims.Grants
		got = permissions{name: g.Identity, incoming: g.Voice.Incoming.Allow,
			appSID: g.Voice.Outgoing.AppSID, params: g.Voice.Outgoing.Params}
		if g.Identity == "" {
			t.Error("access token without an identity")
		} else if want.name == "" {
			got.name = ""
		}
	default:
		t.Fatal("token is neither a Capability Token nor an Access Token")
	}

	if header.Algorithm != "HS256" || header.ContentType != wantContentType {
		t.Errorf("header = %+v, want HS256 and content type %q", header, wantContentType)
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(parts[0] + "." + parts[1]))
	if !hmac.Equal(mac.Sum(nil), signature) {
		t.Error("token is not signed with the right key")
	}
	if claims.Issuer != wantIssuer || claims.Subject != wantSubject {
		t.Errorf("iss, sub = %q, %q, want %q, %q", claims.Issuer, claims.Subject, wantIssuer, wantSubject)
	}
	got.ttl = time.Duration(claims.Expires-start) * time.Second
	if d := (got.ttl - want.ttl).Abs(); d > time.Second {
		t.Errorf("token lives for %v, want %v", got.ttl, want.ttl)
	}
	if latest := time.Now().Add(want.ttl).Unix(); claims.Expires > latest {
		t.Errorf("exp = %d, want at most %d", claims.Expires, latest)
	}
	if got.name != want.name || got.incoming != want.incoming || got.appSID != want.appSID || !maps.Equal(got.params, want.params) {
		t.Errorf("token allows %+v, want %+v", got, want)
	}
}

// parseScopes reads the scope claim of a Capability Token.
func parseScopes(claim string) (p permissions, err error) {
	names := map[string]bool{}
	for scope := range strings.FieldsSeq(claim) {
		privilege, query, _ := strings.Cut(scope, "?")
		values, err := url.ParseQuery(query)
		if err != nil {
			return p, fmt.Errorf("%s: %w", scope, err)
		}
		switch privilege {
		case "scope:client:incoming":
			p.incoming = true
		case "scope:client:outgoing":
			p.appSID = values.Get("appSid")
			params, err := url.ParseQuery(values.Get("appParams"))
			if err != nil {
				return p, fmt.Errorf("%s: %w", scope, err)
			}
			p.params = map[string]string{}
			for name := range params {
				p.params[name] = params.Get(name)
			}
		default:
			return p, fmt.Errorf("unexpected scope %s", scope)
		}
		if values.Has("clientName") {
			p.name = values.Get("clientName")
			names[p.name] = true
		}
	}
	if len(names) > 1 {
		return p, fmt.Errorf("several client names in %q", claim)
	}
	return p, nil
}

func decode(t *testing.T, part string) []byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
