package handmadetoken

import (
	"go/ast"
	"go/constant"
	gotoken "go/token"
	"strings"

	"github.com/captoken/captoken/internal/flow"
)

// This file reads claims that the code writes as JSON text:
//
//	fmt.Sprintf(`{"scope":"%s","iss":"%s","exp":%d}`, scope, sid, exp)

// jsonText adds the members of a JSON object that text, read from an
// expression, spells out. It reports whether v is such a string.
func (f *finder) jsonText(v *flow.Value, c *claims) bool {
	node := ast.Node(v.Expr)
	r := jsonReader{pieces: pieces(v, 0)}
	if !r.skip("{") {
		return false
	}
	var list []claim
	for {
		name, ok := r.text()
		if !ok || !r.skip(":") {
			return false
		}
		val, ok := r.value()
		if !ok {
			return false
		}
		if val != nil {
			list = append(list, claim{name: name, val: val, node: node})
		}
		if r.skip("}") {
			break
		}
		if !r.skip(",") {
			return false
		}
	}
	for _, cl := range list {
		c.set(cl)
	}
	return true
}

// pieces flattens a concatenation into constants and other values.
func pieces(v *flow.Value, depth int) []*flow.Value {
	s := v.Strip()
	if s.Op != flow.Concat || depth > maxNesting {
		return []*flow.Value{v}
	}
	var out []*flow.Value
	for _, a := range s.Args {
		out = append(out, pieces(a, depth+1)...)
	}
	return out
}

// A jsonReader reads JSON text with holes in it.
type jsonReader struct {
	pieces []*flow.Value
	rest   string // what is left of pieces[0], if it is a constant
	open   bool   // rest is valid
}

// head returns the constant text that is next, "" if a hole is.
func (r *jsonReader) head() string {
	for len(r.pieces) > 0 {
		if !r.open {
			text, ok := r.pieces[0].StringConst()
			if !ok {
				return ""
			}
			r.rest, r.open = text, true
		}
		if r.rest != "" {
			return r.rest
		}
		r.next()
	}
	return ""
}

func (r *jsonReader) next() {
	r.pieces = r.pieces[1:]
	r.rest, r.open = "", false
}

// skip consumes a token, and white space before it.
func (r *jsonReader) skip(tok string) bool {
	r.space()
	if !strings.HasPrefix(r.head(), tok) {
		return false
	}
	r.rest = r.rest[len(tok):]
	return true
}

func (r *jsonReader) space() {
	for {
		text := r.head()
		trimmed := strings.TrimLeft(text, " \t\r\n")
		if trimmed == text {
			return
		}
		r.rest = trimmed
	}
}

// text consumes a string without holes.
func (r *jsonReader) text() (string, bool) {
	if !r.skip(`"`) {
		return "", false
	}
	text, _, ok := strings.Cut(r.head(), `"`)
	if !ok || strings.Contains(text, `\`) {
		return "", false
	}
	r.rest = r.rest[len(text)+1:]
	return text, true
}

// value consumes a value: a string, or anything up to the next separator.
// It returns "" for an object or array: a claim that no Access Token has a
// place for.
func (r *jsonReader) value() (*flow.Value, bool) {
	r.space()
	end := `,}`
	if r.skip(`"`) {
		end = `"`
	} else if strings.HasPrefix(r.head(), "{") || strings.HasPrefix(r.head(), "[") {
		return stringValue(""), r.nested()
	}
	var parts []*flow.Value
	for len(r.pieces) > 0 {
		text := r.head()
		if text == "" {
			if len(r.pieces) == 0 {
				return nil, false
			}
			parts = append(parts, r.pieces[0])
			r.next()
			continue
		}
		i := strings.IndexAny(text, end)
		if i < 0 {
			parts = append(parts, stringValue(text))
			r.next()
			continue
		}
		if i > 0 {
			parts = append(parts, stringValue(text[:i]))
		}
		r.rest = text[i:]
		if end == `"` {
			r.rest = r.rest[1:]
		}
		switch len(parts) {
		case 0:
			return stringValue(""), true
		case 1:
			if text, ok := parts[0].StringConst(); ok && end != `"` {
				if n := constant.MakeFromLiteral(strings.TrimSpace(text), gotoken.INT, 0); n.Kind() == constant.Int {
					return &flow.Value{Op: flow.Const, Const: n}, true
				}
			}
			return parts[0], true
		}
		return &flow.Value{Op: flow.Concat, Args: parts}, true
	}
	return nil, false
}

// nested consumes an object or array.
func (r *jsonReader) nested() bool {
	depth := 0
	for len(r.pieces) > 0 {
		text := r.head()
		if text == "" {
			if len(r.pieces) > 0 {
				r.next()
			}
			continue
		}
		for i, c := range text {
			switch c {
			case '{', '[':
				depth++
			case '}', ']':
				depth--
			}
			if depth == 0 {
				r.rest = text[i+1:]
				return true
			}
		}
		r.next()
	}
	return false
}

func stringValue(s string) *flow.Value {
	return &flow.Value{Op: flow.Const, Const: constant.MakeString(s)}
}
