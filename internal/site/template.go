package site

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/scope"
)

// Template turns a string value into the template that package scope reads.
func Template(v *flow.Value) scope.Template {
	b := templateBuilder{left: maxParts}
	return b.template(v, 0)
}

type templateBuilder struct {
	left    int
	escapes int // how many functions around escape what they are handed
}

func (b *templateBuilder) template(v *flow.Value, depth int) scope.Template {
	hole := scope.Template{{Kind: scope.Hole, Source: v, Number: isNumber(v)}}
	b.left--
	if depth > maxNesting || b.left < 0 {
		return hole
	}
	depth++
	switch v.Op {
	case flow.Via:
		inner := b.template(v.Args[0], depth)
		if v.Expr == nil {
			return inner
		}
		if len(inner) == 1 && inner[0].Escaped == 0 {
			switch p := inner[0]; {
			case p.Kind == scope.Hole:
				return hole
			case p.Kind == scope.Alt && p.Source == nil:
				p.Source = v
				return scope.Template{p}
			case p.Kind == scope.Query:
				return inner
			}
		}
		return scope.Template{{Kind: scope.Group, Parts: inner, Source: v}}
	case flow.Unknown:
		return scope.Template{{Kind: scope.Hole}}
	case flow.Const:
		if v.Const == nil {
			return hole
		}
		text := v.Const.ExactString()
		if v.Const.Kind() == constant.String {
			text = constant.StringVal(v.Const)
		}
		part := scope.Part{Text: text}
		switch v.Expr.(type) {
		case *ast.Ident, *ast.SelectorExpr:
			return scope.Template{{Kind: scope.Group, Parts: scope.Template{part}, Source: v}}
		}
		return scope.Template{part}
	case flow.Concat:
		var out scope.Template
		for _, a := range v.Args {
			out = append(out, b.template(a, depth)...)
		}
		return out
	case flow.Choice:
		p := scope.Part{Kind: scope.Alt}
		for _, a := range v.Args {
			p.Alts = append(p.Alts, b.template(a, depth))
		}
		return scope.Template{p}
	case flow.Call:
		switch name := v.Fn.FullName(); {
		case len(v.Args) != 1:
		case name == "net/url.QueryEscape", name == "net/url.PathEscape" && b.escapes == 0:
			return b.escaped(v.Args[0], depth)
		}
		if v.Fn.FullName() == "strings.Join" && len(v.Args) == 2 {
			return b.joined(v, depth)
		}
	case flow.Query:
		return scope.Template{b.query(v.Args[0], depth)}
	}
	return hole
}

// escaped returns the template for a text that is escaped. Within another one,
// PathEscape is not known: it leaves +, & and = as they are. A client name has none
// of these, but a parameter may.
func (b *templateBuilder) escaped(v *flow.Value, depth int) scope.Template {
	b.escapes++
	defer func() { b.escapes-- }()
	return b.template(v, depth).Escape()
}

// isNumber reports whether a value is a number or a truth value, or the text
// of one.
func isNumber(v *flow.Value) bool {
	s := v.Strip()
	if s.Op == flow.Call && s.Fn.Pkg() != nil && s.Fn.Pkg().Path() == "strconv" {
		switch s.Fn.Name() {
		case "Itoa", "FormatInt", "FormatUint", "FormatBool":
			return true
		}
	}
	if s.Type == nil {
		return false
	}
	b, ok := s.Type.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsBoolean) != 0
}

// maxLists bounds the lists that one text may be joined of.
const maxLists = 16

// joined returns the template for strings.Join(list, sep) where the list is
// not known, but what the program puts into it.
func (b *templateBuilder) joined(v *flow.Value, depth int) scope.Template {
	hole := scope.Template{{Kind: scope.Hole, Source: v}}
	p := scope.Part{Kind: scope.Alt}
	var add func(list *flow.Value, depth int)
	add = func(list *flow.Value, depth int) {
		s := list.Strip()
		switch {
		case depth > maxNesting || len(p.Alts) > maxLists:
		case s.Op == flow.Choice:
			for _, a := range s.Args {
				add(a, depth+1)
			}
		case s.Op == flow.List:
			var t scope.Template
			for i, e := range s.Args {
				if i > 0 {
					t = append(t, b.template(v.Args[1], depth)...)
				}
				t = append(t, b.template(e, depth)...)
			}
			p.Alts = append(p.Alts, t)
		}
	}
	add(v.Args[0], depth)
	if len(p.Alts) == 0 {
		return hole
	}
	p.Alts = append(p.Alts, hole)
	return scope.Template{p}
}

// query returns the part for an encoded map.
func (b *templateBuilder) query(rec *flow.Value, depth int) scope.Part {
	p := scope.Part{Kind: scope.Query, Source: rec}
	r := rec.Strip()
	if r.Op != flow.Record || r.Taint != "" {
		return p
	}
	fields := slices.Clone(r.Fields)
	slices.SortStableFunc(fields, func(x, y flow.Field) int { return strings.Compare(x.Name, y.Name) })
	p.Parts = scope.Template{}
	for _, fd := range fields {
		if fd.Key != nil {
			src := copied(fd)
			if src == nil {
				return scope.Part{Kind: scope.Query, Source: rec}
			}
			if len(fields) == 1 {
				return scope.Part{Kind: scope.Query, Source: src}
			}
			p.Parts = append(p.Parts, scope.Part{Kind: scope.Query, Source: src}, scope.Part{Text: "&"})
			continue
		}
		val := fd.Val
		if l := val.Strip(); l.Op == flow.List {
			if len(l.Args) != 1 {
				return scope.Part{Kind: scope.Query, Source: rec}
			}
			val = l.Args[0]
		}
		pair := append(scope.Lit(encodeKey(fd.Name)+"="), b.escaped(val, depth)...)
		pair = append(pair, scope.Part{Text: "&"})
		if fd.Cond {
			p.Parts = append(p.Parts, scope.Part{Kind: scope.Alt, Alts: []scope.Template{pair, {}}})
			continue
		}
		p.Parts = append(p.Parts, pair...)
	}
	return p
}

func encodeKey(s string) string {
	t := scope.Lit(s).Escape()
	text, _ := t.Constant()
	return text
}

// copied returns the map whose entries a loop copies into the field's map:
// for k, v := range m { field[k] = v }.
func copied(fd flow.Field) *flow.Value {
	if fd.Cond {
		return nil
	}
	key, val := fd.Key.Strip(), fd.Val.Strip()
	if val.Op == flow.List && len(val.Args) == 1 {
		val = val.Args[0].Strip()
	}
	if key == val { // maps.Copy
		return fd.Val
	}
	if key.Op == flow.Range && val.Op == flow.Range && key.Result == 0 && val.Result == 1 {
		if k, v := key.Args[0], val.Args[0]; k.Strip() == v.Strip() || k.Expr != nil && k.Expr == v.Expr {
			return k
		}
	}
	return nil
}
