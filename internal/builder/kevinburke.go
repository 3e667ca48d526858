package builder

import (
	_ "embed"
	"errors"
	"regexp"
)

// Kevinburke writes tokens with package token of
// github.com/kevinburke/twilio-go, the neighbour of twilioclient.
type Kevinburke struct{}

//go:embed api/kevinburke.go.txt
var kevinburkeAPI string

// kevinburkeModule matches the package of a module that has package token
// in its present form. The module without a version in its path had another
// NewVoiceGrant before 2021.
var kevinburkeModule = regexp.MustCompile(`^(?:.*/vendor/)?(github\.com/kevinburke/twilio-go/v[0-9]+)/twilioclient$`)

// Name implements [Builder].
func (Kevinburke) Name() string { return "kevinburke" }

// Auto implements [Auto]: it is for code that uses twilioclient of the same
// module already. The library can't set a region.
func (Kevinburke) Auto(m Made, region string) bool {
	return region == "" && !m.ByHand && kevinburkeModule.MatchString(m.Package)
}

// Package implements [Builder].
func (Kevinburke) Package(m Made) (Package, error) {
	module := "github.com/kevinburke/twilio-go/v2"
	if match := kevinburkeModule.FindStringSubmatch(m.Package); match != nil && !m.ByHand {
		module = match[1]
	}
	return Package{Path: module + "/token", Name: "token", Module: module, API: kevinburkeAPI}, nil
}

// Write implements [Builder].
func (Kevinburke) Write(t Token, pkg Package, w Writer) (Code, error) {
	if t.Region != "" {
		return Code{}, errors.New("kevinburke/twilio-go can't set a region")
	}
	token := w.Import(pkg.Path, pkg.Name)
	before, outgoingParams := params(t.OutgoingApplicationParams, w)
	if outgoingParams == "" {
		outgoingParams = "nil"
	}
	app := t.OutgoingApplicationSid
	if app == "" {
		app = `""`
	}
	incoming := "false"
	if t.IncomingAllow {
		incoming = "true"
	}
	accessToken := w.Fresh("accessToken")
	end := t.Lifetime
	if end.Start && (end.Until != "" || end.Unix != "") {
		time, expires := w.Import("time", "time"), w.Fresh("expires")
		if end.Until == "" {
			end.Until, end.Unix = time+"Unix(int64("+end.Unix+"), 0)", ""
		}
		before = append(before,
			expires+" := "+end.Until,
			"if "+expires+".Unix() == 0 { // the library would leave it out\n"+expires+" = "+expires+".Add(-"+time+"Second)\n}")
		end.Until = expires
	}
	before = append(before,
		accessToken+" := "+token+"New("+t.AccountSid+", "+t.APIKeySid+", "+t.APIKeySecret+", "+t.Identity+", "+duration(end, w)+")",
		accessToken+".AddGrant("+token+"NewVoiceGrant("+app+", "+outgoingParams+`, "", "", `+incoming+"))",
	)
	return Code{Before: before, Sign: accessToken + ".JWT()"}, nil
}

// Pick implements [Builder].
func (Kevinburke) Pick(l *Lifetime) { l.only(&l.Duration, &l.Seconds, &l.Until, &l.Unix) }

// Relative implements [Relative].
func (Kevinburke) Relative() {}

// duration writes a lifetime as a time.Duration.
func duration(l Lifetime, w Writer) string {
	if l.Duration != "" {
		return l.Duration
	}
	time := w.Import("time", "time")
	switch {
	case l.Default:
		return time + "Hour"
	case isLiteral(l.Seconds) && l.Seconds != "":
		return operand(l.Seconds) + " * " + time + "Second"
	case l.Seconds != "":
		return time + "Duration(" + l.Seconds + ") * " + time + "Second"
	case l.Until != "":
		return time + "Until(" + l.Until + ")"
	}
	return time + "Until(" + time + "Unix(int64(" + l.Unix + "), 0))"
}
