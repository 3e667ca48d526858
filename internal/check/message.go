package check

import (
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/voicetoken"
)

// maxSource is the number of characters up to which a value's source is
// shown in a message.
const maxSource = 40

// maxValues is the number of values up to which a conflict lists them.
const maxValues = 4

// message words the finding for a Capability Token: what makes it, the
// parameters of the Access Token in its place, and why there is no fix.
func message(f *capability) string {
	s, a := f.site, f.access
	var b strings.Builder
	b.WriteString("capability token made by ")
	if s.ByHand {
		b.WriteString("hand (" + s.Maker + ")")
	} else {
		b.WriteString(s.Maker)
	}
	b.WriteString("; access token parameters: ")
	var params []string
	var authToken string
	for _, arg := range a.Arguments {
		switch {
		case arg.Parameter == voicetoken.AuthToken:
			authToken = values(arg)
		case arg.Status == voicetoken.NoEquivalent:
			// Has no parameter; the reason says so.
		default:
			if f.fix != nil && arg.Status == voicetoken.Conflicting {
				arg.Status = voicetoken.Renamed // each on a branch of its own
			}
			params = append(params, string(arg.Parameter)+"="+values(arg))
		}
	}
	b.WriteString(strings.Join(params, ", "))
	b.WriteString("; " + string(voicetoken.AuthToken) + "=" + authToken + ": do not use")
	if len(a.Reasons) > 0 {
		b.WriteString("; no fix: " + string(a.Reasons[0].Code))
		if words := words(a.Reasons); words != "" {
			b.WriteString(" (" + words + ")")
		}
	}
	if f.needs != "" {
		b.WriteString("; the fix needs: go get " + f.needs)
	}
	return b.String()
}

// words explains the first reason, and names the others.
func words(reasons []voicetoken.Reason) string {
	var parts []string
	if d := reasons[0].Detail; d != "" {
		parts = append(parts, d)
	}
	var also []string
	for _, r := range reasons[1:] {
		if !slices.Contains(also, string(r.Code)) && r.Code != reasons[0].Code {
			also = append(also, string(r.Code))
		}
	}
	if len(also) > 0 {
		parts = append(parts, "also "+strings.Join(also, ", "))
	}
	return strings.Join(parts, "; ")
}

// values words the value of one parameter.
func values(arg voicetoken.Argument) string {
	switch arg.Status {
	case voicetoken.New:
		return "(new)"
	case voicetoken.Required:
		return "(required)"
	}
	var words []string
	for i, v := range arg.Values {
		switch {
		case i == maxValues:
			words = append(words, "…")
		case i > maxValues:
		case v.State == voicetoken.Known:
			words = append(words, shorten(v.Source))
		default:
			words = append(words, "?")
		}
	}
	text := strings.Join(words, " | ")
	if arg.Status == voicetoken.Conflicting {
		text += " (conflict)"
	}
	return text
}

// shorten cuts Go source to what fits into a message.
func shorten(src string) string {
	if r := []rune(src); len(r) > maxSource {
		return string(r[:maxSource]) + "…"
	}
	return src
}
