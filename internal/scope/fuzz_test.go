package scope_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/scope"
)

// FuzzParseString reads arbitrary text, which must not panic, and what an
// encoder writes for arbitrary values, which must come back: whatever the
// order of the arguments, and with either encoding of a space.
func FuzzParseString(f *testing.F) {
	f.Add("", "alice", "AP1", "k", "v", "l", "w", uint8(0))
	f.Add("scope:client:incoming?clientName=a%20b", "a b", "", "", "", "a&b=c", "%41+?", uint8(0xff))
	f.Add("scope:client:outgoing?appParams=%zz&=&a", "é/@", "a%", "k", "1", "k", "2", uint8(0x35))
	f.Add("openid scope:stream:subscribe?path=/2010-04-01/Events", "scope:client:incoming", "?", " ", "\x00", "\xff", "%2B", uint8(0x12))
	f.Fuzz(func(t *testing.T, raw, name, app, key1, val1, key2, val2 string, form uint8) {
		scope.ParseString(raw)

		encode := url.QueryEscape
		if form&1 != 0 {
			encode = func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
		}
		pair := func(k, v string) string { return encode(k) + "=" + encode(v) }
		params := pair(key1, val1) + "&" + pair(key2, val2)
		args := []string{pair("appSid", app), pair("clientName", name), pair("appParams", params)}
		rotate := int(form>>1) % 3
		args = append(args[rotate:], args[:rotate]...)
		if form&8 != 0 {
			slices.Reverse(args)
		}
		scopes := []string{"scope:client:incoming?" + pair("clientName", name), "scope:client:outgoing?" + strings.Join(args, "&")}
		wantPrivileges := []scope.Privilege{scope.Incoming, scope.Outgoing}
		if form&16 != 0 {
			slices.Reverse(scopes)
			slices.Reverse(wantPrivileges)
		}
		claim := strings.Join(scopes, " ")

		res := scope.ParseString(claim)
		if res.Foreign || len(res.Open) > 0 || len(res.Scopes) != 2 {
			t.Fatalf("%q reads as %s", claim, show(res))
		}
		for i, s := range res.Scopes {
			if s.Privilege != wantPrivileges[i] || s.Incomplete || s.Conditional {
				t.Errorf("%q: scope %d reads as %s", claim, i, showScope(s))
			}
			same(t, claim, "client name", s.ClientName, name)
			if s.Privilege == scope.Incoming {
				continue
			}
			same(t, claim, "application", s.AppSid, app)
			if s.Params == nil || s.Params.Opaque || s.Params.Source != nil || len(s.Params.Pairs) != 2 {
				t.Fatalf("%q: params read as %s", claim, showScope(s))
			}
			same(t, claim, "first key", s.Params.Pairs[0].Key, key1)
			same(t, claim, "first value", s.Params.Pairs[0].Value, val1)
			same(t, claim, "second key", s.Params.Pairs[1].Key, key2)
			same(t, claim, "second value", s.Params.Pairs[1].Value, val2)
		}
	})
}

// same fails unless a template is the constant text want.
func same(t *testing.T, claim, what string, got scope.Template, want string) {
	t.Helper()
	if text, ok := got.Constant(); !ok || text != want {
		t.Errorf("%q: %s is %s, want %q", claim, what, showTemplate(got), want)
	}
}

// words are the pieces of text that FuzzTemplate builds templates of. No
// encoded character is divided between two of them: a piece of text is
// decoded on its own, as if the others were not known.
var words = []string{
	"scope:client:incoming?clientName=", "scope:client:outgoing?appSid=", "scope:stream:subscribe?path=",
	"scope:", "client:", "incoming", "outgoing", "?", "&", "=", "&clientName=", "&appParams=", "&params=", "&appSid=",
	" ", " ", "a", "b1", "+", "%20", "%26", "%3D", "%2520", "%2B", "é", "openid", "x=1&y=2", "clientName=z", "",
}

// FuzzTemplate builds templates out of bytes. None may panic. One that has
// neither holes nor alternatives is the text that it says, however it is put
// together, and must read like that text.
func FuzzTemplate(f *testing.F) {
	f.Add([]byte{0, 16, 14, 1, 17})
	f.Add([]byte{200, 0, 200, 16, 201, 1, 17, 220, 26, 202, 250})
	f.Add([]byte{1, 16, 11, 210, 26, 210, 18, 230, 5})
	f.Add([]byte{0, 240, 2, 16, 230, 17, 14, 240, 3, 1, 2, 0})
	f.Fuzz(func(t *testing.T, program []byte) {
		if len(program) > 64 {
			return // deeper ones add nothing
		}
		b := builder{rest: program}
		claim := b.sequence(0)
		res := scope.Parse(claim)

		text, ok := claim.Constant()
		if ok != !b.open {
			t.Fatalf("%s: a constant is %t", showTemplate(claim), ok)
		}
		if !ok {
			return
		}
		if b.text.String() != text {
			t.Fatalf("%s is %q, want %q", showTemplate(claim), text, b.text.String())
		}
		if got, want := flat(res), flat(scope.ParseString(text)); got != want {
			t.Errorf("%s\n    reads as %s\nits text as %s", showTemplate(claim), got, want)
		}
	})
}

// flat shows a result with each template reduced to its text.
func flat(r scope.Result) string {
	text := func(t scope.Template) scope.Template {
		if s, ok := t.Constant(); ok && t != nil {
			return scope.Lit(s)
		}
		return t
	}
	for i, s := range r.Scopes {
		s.ClientName, s.AppSid = text(s.ClientName), text(s.AppSid)
		if s.Params != nil {
			p := *s.Params
			p.Pairs = slices.Clone(p.Pairs)
			for j := range p.Pairs {
				p.Pairs[j].Key, p.Pairs[j].Value = text(p.Pairs[j].Key), text(p.Pairs[j].Value)
			}
			s.Params = &p
		}
		r.Scopes[i] = s
	}
	return show(r)
}

// A builder turns bytes into a template. It keeps the text that the template
// stands for on its own account, and whether there is none.
type builder struct {
	rest []byte
	text strings.Builder
	open bool // has a hole or an alternative
}

func (b *builder) next() byte {
	if len(b.rest) == 0 {
		return 255
	}
	c := b.rest[0]
	b.rest = b.rest[1:]
	return c
}

// sequence reads parts up to an end mark.
func (b *builder) sequence(depth int) scope.Template {
	var out scope.Template
	for len(b.rest) > 0 {
		switch c := b.next(); {
		case c < 200:
			w := words[int(c)%len(words)]
			b.text.WriteString(w)
			out = append(out, scope.Lit(w)...)
		case c >= 250 || depth > 5:
			return out
		case c < 220:
			out = append(out, b.nested(c, depth)...)
		case c < 230:
			b.open = true
			out = append(out, hole("h")...)
		case c < 235:
			b.open = true
			out = append(out, hole("h").Escape()...)
		case c < 240:
			b.open = true
			out = append(out, query("m").Escape()...)
		default:
			b.open = true
			var alts []scope.Template
			for range b.next() % 4 {
				alts = append(alts, b.sequence(depth+1))
			}
			if c < 245 {
				out = append(out, alt(alts...)...)
			} else {
				out = append(out, namedAlt("w", alts...)...)
			}
		}
	}
	return out
}

// nested reads a group, or parts that are encoded as one.
func (b *builder) nested(c byte, depth int) scope.Template {
	inner := builder{rest: b.rest}
	parts := inner.sequence(depth + 1)
	b.rest = inner.rest
	b.open = b.open || inner.open
	text := inner.text.String()
	if text == "" && !inner.open {
		return nil // in place of a scope it would count as a foreign one
	}
	if c < 210 {
		parts = group("g", parts)
	}
	for range (c - 200) % 3 {
		parts = parts.Escape()
		text = url.QueryEscape(text)
	}
	b.text.WriteString(text)
	return parts
}
