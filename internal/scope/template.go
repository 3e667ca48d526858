// Package scope reads the scope claim of a Twilio Capability Token, as text
// or as the template that a program's code shows of it.
//
// A scope claim is a list of URIs separated by spaces:
//
//	scope:client:incoming?clientName=alice
//	scope:client:outgoing?appSid=AP123&clientName=alice&appParams=a%3D1%26b%3D2
//	scope:stream:subscribe?path=/2010-04-01/Events
//
// Arguments are URL-encoded; the value of appParams is itself a URL-encoded
// query, encoded once more.
package scope

import (
	"net/url"
	"slices"
	"strings"
)

// A Template is a string as the code that makes it shows it: text, with
// holes for what is only known when the code runs.
type Template []Part

// A Kind says what a [Part] is.
type Kind int

const (
	// Text is literal text.
	Text Kind = iota
	// Hole is a string that is not known.
	Hole
	// Group is a sequence of parts that one expression stands for.
	Group
	// Alt is one of several templates.
	Alt
	// Query is a URL query made of a map: "k=v&k=v". Group holds its parts,
	// if the map's contents are known.
	Query
)

// A Part is one piece of a [Template].
type Part struct {
	Kind    Kind
	Text    string     // Text
	Parts   Template   // Group; Query, nil if the map's contents are not known
	Alts    []Template // Alt
	Number  bool       // Hole: a number, or true or false, which no encoding changes
	Escaped int        // how many times the piece is URL-encoded on top of what it says
	Source  any        // what stands for it in the code; this package never looks at it
}

// Lit returns a template of literal text.
func Lit(s string) Template { return Template{{Text: s}} }

// Escape returns the template of url.QueryEscape applied to t.
func (t Template) Escape() Template {
	out := slices.Clone(t)
	for i := range out {
		if out[i].Kind == Alt {
			// The choice is made inside the encoding.
			alts := make([]Template, len(out[i].Alts))
			for j, a := range out[i].Alts {
				alts[j] = a.Escape()
			}
			out[i].Alts = alts
			if out[i].Source != nil {
				out[i].Escaped++
				out[i].Alts = t[i].Alts
			}
			continue
		}
		out[i].Escaped++
	}
	return out
}

// decode undoes one URL encoding.
func (t Template) decode() Template {
	var out Template
	for _, p := range t {
		switch {
		case p.Escaped > 0:
			p.Escaped--
			out = append(out, p)
		case p.Kind == Text:
			p.Text = unescape(p.Text)
			out = append(out, p)
		case p.Kind == Group && p.plain():
			out = append(out, p) // decoding changes nothing
		case p.Kind == Group:
			out = append(out, p.Parts.decode()...)
		case p.Kind == Alt && !p.plain():
			alts := make([]Template, len(p.Alts))
			for i, a := range p.Alts {
				alts[i] = a.decode()
			}
			out = append(out, Part{Kind: Alt, Alts: alts})
		default: // a hole that the code did not encode
			out = append(out, p)
		}
	}
	return out
}

// plain reports whether decoding leaves the piece as it is, as far as that
// is known.
func (p Part) plain() bool {
	if p.Escaped > 0 {
		return false
	}
	switch p.Kind {
	case Text:
		return unescape(p.Text) == p.Text
	case Group, Query:
		return !slices.ContainsFunc(p.Parts, func(q Part) bool { return !q.plain() })
	case Alt:
		for _, a := range p.Alts {
			if slices.ContainsFunc(a, func(q Part) bool { return !q.plain() }) {
				return false
			}
		}
	}
	return true
}

// unescape decodes text, or returns it as it is if it is not encoded right.
func unescape(s string) string {
	if !strings.ContainsAny(s, "%+") {
		return s
	}
	if d, err := url.QueryUnescape(s); err == nil {
		return d
	}
	return s
}

// encode returns text as it stands in the string, if it is encoded n times.
func encode(s string, n int) string {
	for range n {
		s = url.QueryEscape(s)
	}
	return s
}

// Constant returns the text of a template without holes.
func (t Template) Constant() (string, bool) {
	var b strings.Builder
	for _, p := range t {
		switch p.Kind {
		case Text:
			b.WriteString(encode(p.Text, p.Escaped))
		case Group:
			s, ok := p.Parts.Constant()
			if !ok {
				return "", false
			}
			b.WriteString(encode(s, p.Escaped))
		default:
			return "", false
		}
	}
	return b.String(), true
}

// structural reports whether the piece holds, unencoded, what separates
// scopes, arguments, keys, and values.
func (p Part) structural(seps string) bool {
	if p.Escaped > 0 {
		return false
	}
	switch p.Kind {
	case Text:
		return strings.ContainsAny(p.Text, seps)
	case Group:
		return slices.ContainsFunc(p.Parts, func(q Part) bool { return q.structural(seps) })
	case Query:
		return p.Parts != nil
	case Alt:
		for _, a := range p.Alts {
			if slices.ContainsFunc(a, func(q Part) bool { return q.structural(seps) }) {
				return true
			}
		}
	}
	return false
}

// open dissolves the groups and known queries whose contents matter for the
// structure, so that separators stand in text at the top.
func (t Template) open(seps string) Template {
	var out Template
	for _, p := range t {
		if (p.Kind == Group || p.Kind == Query && p.Parts != nil) && p.structural(seps) {
			out = append(out, p.Parts.open(seps)...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// split cuts t at each sep that stands unencoded in text.
func (t Template) split(sep byte) []Template {
	var out []Template
	var cur Template
	for _, p := range t {
		if p.Kind != Text || p.Escaped > 0 {
			cur = append(cur, p)
			continue
		}
		rest := p
		for {
			i := strings.IndexByte(rest.Text, sep)
			if i < 0 {
				break
			}
			if i > 0 {
				cur = append(cur, Part{Text: rest.Text[:i]})
			}
			out = append(out, cur)
			cur = nil
			rest = Part{Text: rest.Text[i+1:]}
		}
		if rest.Text != "" {
			cur = append(cur, rest)
		}
	}
	return append(out, cur)
}

// cut is split at the first sep only.
func (t Template) cut(sep byte) (before, after Template, found bool) {
	for i, p := range t {
		if p.Kind != Text || p.Escaped > 0 {
			continue
		}
		if j := strings.IndexByte(p.Text, sep); j >= 0 {
			before = slices.Clone(t[:i])
			if j > 0 {
				before = append(before, Part{Text: p.Text[:j]})
			}
			if j+1 < len(p.Text) {
				after = append(after, Part{Text: p.Text[j+1:]})
			}
			return before, append(after, t[i+1:]...), true
		}
	}
	return t, nil, false
}
