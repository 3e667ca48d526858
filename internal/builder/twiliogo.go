package builder

import (
	_ "embed"
	"strings"
)

// TwilioGo writes tokens with Twilio's own library,
// github.com/twilio/twilio-go. Its declarations have been the same since
// v0.15.0, its first version with Access Tokens.
type TwilioGo struct{}

//go:embed api/twiliogo.go.txt
var twilioGoAPI string

const twilioGoModule = "github.com/twilio/twilio-go"

// golangJWT is the module that package client/jwt is built on, and no other
// package of its module but those below: who uses it for REST has no sum of it.
const golangJWT = "github.com/golang-jwt/jwt"

// Name implements [Builder].
func (TwilioGo) Name() string { return "twilio-go" }

// Auto implements [Auto]: it is for all that nothing else is made for.
func (TwilioGo) Auto(Made, string) bool { return true }

// Package implements [Builder].
func (TwilioGo) Package(Made) (Package, error) {
	return Package{Path: twilioGoModule + "/client/jwt", Name: "jwt", Module: twilioGoModule, BuiltOn: golangJWT, API: twilioGoAPI}, nil
}

// Write implements [Builder].
func (b TwilioGo) Write(t Token, pkg Package, w Writer) (Code, error) {
	jwt := w.Import(pkg.Path, pkg.Name)
	before, outgoingParams := params(t.OutgoingApplicationParams, w)
	accessToken := w.Fresh("accessToken")

	lifetime := b.lifetime(t.Lifetime, w)
	if end, ok := strings.CutPrefix(lifetime, "ValidUntil: "); ok && t.Lifetime.Start {
		validUntil := w.Fresh("validUntil")
		before = append(before,
			validUntil+" := "+end,
			"if "+validUntil+" == 0 { // it would be taken for none, and the token live for an hour\n"+validUntil+" = -1\n}")
		lifetime = "ValidUntil: " + validUntil
	}

	// CreateAccessToken returns a value, and the methods are on the pointer:
	// a variable is needed.
	before = append(before, accessToken+" := "+jwt+"CreateAccessToken("+jwt+"AccessTokenParams"+fields(
		"AccountSid", t.AccountSid,
		"SigningKeySid", t.APIKeySid,
		"Secret", t.APIKeySecret,
		"Identity", t.Identity,
		"Region", t.Region,
		lifetime, "",
	)+")")
	incoming, outgoing := "", ""
	if t.IncomingAllow {
		incoming = jwt + "Incoming{Allow: true}"
	}
	if t.OutgoingApplicationSid != "" {
		outgoing = b.outgoing(jwt, t.OutgoingApplicationSid, outgoingParams)
	}
	before = append(before, accessToken+".AddGrant(&"+jwt+"VoiceGrant"+fields("Incoming", incoming, "Outgoing", outgoing)+")")
	return Code{Before: before, Sign: accessToken + ".ToJwt()"}, nil
}

func (TwilioGo) outgoing(jwt, applicationSid, params string) string {
	text := jwt + "Outgoing{ApplicationSid: " + applicationSid
	if params != "" {
		text += ", ApplicationParams: " + params
	}
	return text + "}"
}

// Pick implements [Builder]. The end of the lifetime is taken as the code
// has it, unless Ttl will do.
func (b TwilioGo) Pick(l *Lifetime) {
	if b.fitsTtl(*l) {
		l.only(&l.Duration, &l.Seconds)
		return
	}
	l.only(&l.Unix, &l.Until, &l.Duration, &l.Seconds)
}

// fitsTtl reports whether the field Ttl can hold the lifetime: it is raised
// to an hour if it is less, and Twilio accepts no more than a day.
func (TwilioGo) fitsTtl(l Lifetime) bool {
	const hour, day = 60 * 60, 24 * 60 * 60
	return hour <= l.Constant && l.Constant <= day && l.Constant == float64(int64(l.Constant)) && (l.Duration != "" || l.Seconds != "")
}

// lifetime returns the field for the lifetime, "" for the default. Where Ttl
// would change it, ValidUntil, a point in time, is taken as it is.
func (b TwilioGo) lifetime(l Lifetime, w Writer) string {
	switch {
	case l.Default:
		return ""
	case b.fitsTtl(l) && l.Duration != "":
		return "Ttl: " + operand(l.Duration) + ".Seconds()"
	case b.fitsTtl(l) && isLiteral(l.Seconds):
		return "Ttl: " + l.Seconds
	case b.fitsTtl(l):
		return "Ttl: float64(" + l.Seconds + ")"
	case l.Unix != "":
		return "ValidUntil: float64(" + l.Unix + ")"
	case l.Until != "":
		return "ValidUntil: float64(" + operand(l.Until) + ".Unix())"
	case l.Duration != "":
		return "ValidUntil: float64(" + w.Import("time", "time") + "Now().Add(" + l.Duration + ").Unix())"
	}
	return "ValidUntil: float64(" + w.Import("time", "time") + "Now().Unix() + int64(" + l.Seconds + "))"
}

// Begin implements [Collector]: the fields of what a token is made from can
// be set one by one.
func (b TwilioGo) Begin(t Token, late bool, pkg Package, w Writer) ([]string, Collection) {
	c := twilioGoCollection{
		b:      b,
		jwt:    w.Import(pkg.Path, pkg.Name),
		params: w.Fresh("accessTokenParams"),
		grant:  w.Fresh("voiceGrant"),
	}
	before := []string{
		c.params + " := " + c.jwt + "AccessTokenParams" + fields(
			"AccountSid", t.AccountSid,
			"SigningKeySid", t.APIKeySid,
			"Secret", t.APIKeySecret,
			"Identity", t.Identity,
			"Region", t.Region,
		),
		c.grant + " := &" + c.jwt + "VoiceGrant{}",
	}
	if late {
		c.late = w.Fresh("outgoingParams")
		before = append(before, "var "+c.late+" map[string]string")
	}
	return before, c
}

type twilioGoCollection struct {
	b                        TwilioGo
	jwt, params, grant, late string
}

// Incoming implements [Collection].
func (c twilioGoCollection) Incoming(identity string) []string {
	return []string{c.params + ".Identity = " + identity, c.grant + ".Incoming.Allow = true"}
}

// Outgoing implements [Collection].
func (c twilioGoCollection) Outgoing(applicationSid string, p Params) []string {
	if c.late == "" {
		outgoingParams := ""
		if p.Entries != "" {
			outgoingParams = object + p.Entries
		}
		return []string{c.grant + ".Outgoing = " + c.b.outgoing(c.jwt, applicationSid, outgoingParams)}
	}
	text := "nil"
	switch {
	case p.Entries != "":
		text = "map[string]string" + p.Entries
	case p.Map != "":
		text = p.Map
	}
	return []string{
		c.grant + ".Outgoing = " + c.b.outgoing(c.jwt, applicationSid, object+"{}"),
		c.late + " = " + text,
	}
}

// Make implements [Collection].
func (c twilioGoCollection) Make(l Lifetime, w Writer) Code {
	var before []string
	if c.late != "" {
		before = append(before, "for k, v := range "+c.late+" {\n"+c.grant+".Outgoing.ApplicationParams[k] = v\n}")
	}
	if field, value, ok := strings.Cut(c.b.lifetime(l, w), ": "); ok {
		before = append(before, c.params+"."+field+" = "+value)
	}
	accessToken := w.Fresh("accessToken")
	before = append(before,
		accessToken+" := "+c.jwt+"CreateAccessToken("+c.params+")",
		accessToken+".AddGrant("+c.grant+")")
	return Code{Before: before, Sign: accessToken + ".ToJwt()"}
}

// fields writes a composite literal from names and values, one field on a
// line; fields without a value are left out. A name may have its value in
// itself.
func fields(pairs ...string) string {
	var b strings.Builder
	n := 0
	for i := 0; i+1 < len(pairs); i += 2 {
		name, value := pairs[i], pairs[i+1]
		switch {
		case value != "":
			b.WriteString(name + ": " + value + ",\n")
		case strings.Contains(name, ": "):
			b.WriteString(name + ",\n")
		default:
			continue
		}
		n++
	}
	if n == 0 {
		return "{}"
	}
	return "{\n" + b.String() + "}"
}
