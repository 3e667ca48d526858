package site

import (
	"go/ast"
	"go/constant"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/origin"
	"github.com/captoken/captoken/internal/scope"
)

// Template turns a string value into the template that package scope reads.
func Template(v *origin.Value) scope.Template {
	b := templateBuilder{left: maxParts}
	return b.template(v, 0)
}

type templateBuilder struct{ left int }

func (b *templateBuilder) template(v *origin.Value, depth int) scope.Template {
	hole := scope.Template{{Kind: scope.Hole, Source: v}}
	b.left--
	if depth > maxNesting || b.left < 0 {
		return hole
	}
	depth++
	switch v.Op {
	case origin.Via:
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
	case origin.Unknown:
		return scope.Template{{Kind: scope.Hole}}
	case origin.Const:
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
	case origin.Concat:
		var out scope.Template
		for _, a := range v.Args {
			out = append(out, b.template(a, depth)...)
		}
		return out
	case origin.Choice:
		p := scope.Part{Kind: scope.Alt}
		for _, a := range v.Args {
			p.Alts = append(p.Alts, b.template(a, depth))
		}
		return scope.Template{p}
	case origin.Call:
		if pkg := v.Fn.Pkg(); pkg != nil && pkg.Path() == "net/url" && len(v.Args) == 1 &&
			(v.Fn.Name() == "QueryEscape" || v.Fn.Name() == "PathEscape") {
			return b.template(v.Args[0], depth).Escape()
		}
	case origin.Query:
		return scope.Template{b.query(v.Args[0], depth)}
	}
	return hole
}

// query returns the part for an encoded map.
func (b *templateBuilder) query(rec *origin.Value, depth int) scope.Part {
	p := scope.Part{Kind: scope.Query, Source: rec}
	r := rec.Strip()
	if r.Op != origin.Record || r.Taint != "" {
		return p
	}
	fields := slices.Clone(r.Fields)
	slices.SortStableFunc(fields, func(x, y origin.Field) int { return strings.Compare(x.Name, y.Name) })
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
		if l := val.Strip(); l.Op == origin.List {
			if len(l.Args) != 1 {
				return scope.Part{Kind: scope.Query, Source: rec}
			}
			val = l.Args[0]
		}
		pair := append(scope.Lit(encodeKey(fd.Name)+"="), b.template(val, depth).Escape()...)
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
func copied(fd origin.Field) *origin.Value {
	key, val := fd.Key.Strip(), fd.Val.Strip()
	if val.Op == origin.List && len(val.Args) == 1 {
		val = val.Args[0].Strip()
	}
	if key == val { // maps.Copy
		return fd.Val
	}
	if key.Op == origin.Range && val.Op == origin.Range && key.Result == 0 && val.Result == 1 {
		if k, v := key.Args[0], val.Args[0]; k.Strip() == v.Strip() || k.Expr != nil && k.Expr == v.Expr {
			return k
		}
	}
	return nil
}
