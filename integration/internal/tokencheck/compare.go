package tokencheck

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Circumstances are what two tokens that were made at the same time don't say themselves.
type Circumstances struct {
	Issued       int64 // when both were made, in seconds since 1970
	AuthToken    string
	APIKeySID    string
	APIKeySecret string
	Region       string   // to be named in the Access Token's header; "" for none
	Identities   []string // that are right where the Capability Token has no client name
}

// contentType tells Twilio that a token is an Access Token.
const contentType = "twilio-fpa;v=1"

var apiKeySID = regexp.MustCompile(`^SK[0-9a-fA-F]{32}$`)

// Compare returns, in words, how an Access Token differs from what has to replace a Capability Token. The two are
// equivalent if there is nothing to say. Secrets are never part of the words.
func Compare(capability, access string, at Circumstances) []string {
	before, err := Decode(capability)
	if err != nil {
		return []string{"capability token: " + err.Error()}
	}
	after, err := Decode(access)
	if err != nil {
		return []string{"access token: " + err.Error()}
	}
	if !before.IsCapability() {
		return []string{"capability token: it claims no scope"}
	}
	granted, err := before.Capability(at.Issued)
	if err != nil {
		return []string{err.Error()}
	}

	var d differences
	d.signatures(before, after, at)
	d.header(after.Header, at)
	d.issuer(after.Claims, granted, at)
	d.times(after.Claims, granted, at)
	grants := d.object(after.Claims, "grants")
	d.identity(grants, granted, at)
	d.voice(d.object(grants, "voice"), granted)
	for _, scope := range granted.Others {
		d.add("scope %s has no equivalent", scope)
	}
	d.nothingElse("header", after.Header, "alg", "typ", "cty", "twr")
	d.nothingElse("claim", after.Claims, "jti", "iss", "sub", "iat", "nbf", "exp", "grants")
	d.nothingElse("grant", grants, "identity", "voice")
	return d
}

// differences are collected in words.
type differences []string

func (d *differences) add(format string, args ...any) {
	*d = append(*d, fmt.Sprintf(format, args...))
}

func (d *differences) equal(what string, got, want any) {
	if got != want {
		d.add("%s is %s, want %s", what, show(got), show(want))
	}
}

// show is for values that may be absent.
func show(value any) string {
	if value == nil {
		return "absent"
	}
	return fmt.Sprintf("%#v", value)
}

func (d *differences) signatures(before, after Token, at Circumstances) {
	if !before.SignedWith(at.AuthToken) {
		d.add("signature: the capability token is not signed with the auth token")
	}
	if after.SignedWith(at.AuthToken) {
		d.add("signature: the access token is signed with the auth token")
	}
	if !after.SignedWith(at.APIKeySecret) {
		d.add("signature: the access token is not signed with the API key's secret")
	}
}

func (d *differences) header(header map[string]any, at Circumstances) {
	d.equal("header alg", header["alg"], "HS256")
	d.equal("header typ", header["typ"], "JWT")
	d.equal("header cty", header["cty"], contentType)
	if at.Region != "" {
		d.equal("header twr", header["twr"], at.Region)
	} else if region, ok := header["twr"]; ok {
		d.add("header twr is %s, want no region", show(region))
	}
}

func (d *differences) issuer(claims map[string]any, granted Capability, at Circumstances) {
	d.equal("iss", claims["iss"], at.APIKeySID)
	issuer, _ := claims["iss"].(string)
	if !apiKeySID.MatchString(issuer) {
		d.add("iss is %q, want the SID of an API key", issuer)
	}
	d.equal("sub", claims["sub"], granted.AccountSID)
	if id, _ := claims["jti"].(string); !strings.HasPrefix(id, issuer+"-") || len(id) == len(issuer)+1 {
		d.add("jti is %s, want %q and something unique", show(claims["jti"]), issuer+"-")
	}
}

// times takes no account of the 24 hours that are the most: the code before the fix may ask for more as well.
func (d *differences) times(claims map[string]any, granted Capability, at Circumstances) {
	if _, ok := claims["iat"]; ok {
		if iat, ok := seconds(claims, "iat"); !ok || iat != at.Issued && iat != granted.Issued {
			d.add("iat is %s, want %d", show(claims["iat"]), granted.Issued)
		}
	}
	if _, ok := claims["nbf"]; ok {
		if start, ok := seconds(claims, "nbf"); !ok || start > at.Issued {
			d.add("nbf is %s, want nothing later than %d", show(claims["nbf"]), at.Issued)
		}
	}
	expires, ok := seconds(claims, "exp")
	if !ok {
		d.add("exp is %s, want whole seconds", show(claims["exp"]))
		return
	}
	if ttl := expires - at.Issued; ttl != granted.TTL {
		d.add("exp: the token lives for %d seconds, want %d", ttl, granted.TTL)
	}
}

func (d *differences) identity(grants map[string]any, granted Capability, at Circumstances) {
	if len(granted.Names) > 1 {
		d.add("identity: the capability token has several client names, %q", granted.Names)
		return
	}
	identity, ok := grants["identity"].(string)
	switch want := granted.Names; {
	case len(want) == 0 && !granted.Incoming && !granted.Outgoing:
		// A token that grants nothing works for nobody.
	case !ok || identity == "":
		d.add("identity is %s, want one", show(grants["identity"]))
	case len(want) == 0:
		if !slices.Contains(at.Identities, identity) {
			d.add("identity is %q, want one of %q", identity, at.Identities)
		}
	case identity != want[0]:
		d.add("identity is %q, want %q", identity, want[0])
	}
}

func (d *differences) voice(voice map[string]any, granted Capability) {
	incoming := d.object(voice, "incoming")
	allow, _ := incoming["allow"].(bool)
	if allow != granted.Incoming {
		d.add("incoming allow is %v, want %v", allow, granted.Incoming)
	}

	outgoing := d.object(voice, "outgoing")
	switch app, present := outgoing["application_sid"]; {
	case granted.Outgoing:
		d.equal("outgoing application_sid", app, granted.AppSID)
	case present:
		d.add("outgoing application_sid is %s, want no outgoing calls", show(app))
	}
	d.params(d.object(outgoing, "params"), granted.Params)

	d.nothingElse("voice", voice, "incoming", "outgoing")
	d.nothingElse("incoming", incoming, "allow")
	d.nothingElse("outgoing", outgoing, "application_sid", "params")
}

// params compares text with text: no parameters, and an empty set of them, are the same.
func (d *differences) params(got map[string]any, want map[string]string) {
	for _, key := range sortedKeys(want) {
		d.equal(fmt.Sprintf("outgoing params %q", key), got[key], want[key])
	}
	for _, key := range sortedKeys(got) {
		if _, ok := want[key]; !ok {
			d.add("outgoing params %q is %s, want no such parameter", key, show(got[key]))
		}
	}
}

// object returns a member that is an object, and nil if it is absent.
func (d *differences) object(parent map[string]any, name string) map[string]any {
	member, present := parent[name]
	object, ok := member.(map[string]any)
	if present && !ok {
		d.add("%s is %s, want an object", name, show(member))
	}
	return object
}

// nothingElse finds members that grant or demand something that the Capability Token knew nothing of.
func (d *differences) nothingElse(what string, object map[string]any, allowed ...string) {
	for _, key := range sortedKeys(object) {
		if !slices.Contains(allowed, key) {
			d.add("%s %s is %s, want nothing else", what, key, show(object[key]))
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
