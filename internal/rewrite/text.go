package rewrite

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/scope"
)

// sayString writes a value that is text at a place.
func (p *plan) sayString(v *flow.Value, at place) (saying, bool) {
	if p.site.ByHand && (encodes(v) || slices.ContainsFunc(p.asCalled(v), p.wasEncoded)) {
		return saying{}, false
	}
	s, ok := p.say(v, at)
	if !ok || len(s.carried) == 0 {
		return s, ok
	}
	if p.site.ByHand && slices.ContainsFunc(s.carried, p.callsEncoder) {
		return saying{}, false
	}
	// A verb of fmt may have made text of something else.
	t := p.env.pkg.TypeOf(s.carried[0])
	switch {
	case t == nil:
		return saying{}, false
	case types.Identical(types.Default(t), types.Typ[types.String]):
		return s, true
	}
	b, isBasic := t.Underlying().(*types.Basic)
	if !isBasic || b.Info()&(types.IsString|types.IsInteger) == 0 {
		return saying{}, false
	}
	if p.env.effects.printer(t) != nil {
		return saying{}, false
	}
	if b.Info()&types.IsInteger != 0 {
		s.text = p.importAt("fmt", "fmt", at) + "Sprint(" + s.text + ")"
	} else {
		s.text = "string(" + s.text + ")"
	}
	return s, true
}

// asCalled returns what the parameters that a value is made of are in the
// calls of their function that the package has.
func (p *plan) asCalled(v *flow.Value) []*flow.Value {
	var out []*flow.Value
	v.Walk(func(w *flow.Value) bool {
		if w.Op == flow.Leaf && w.Param != nil && w.Frame != nil && w.Frame.Call == nil {
			out = append(out, p.env.pkg.Trace().Rebind(w, w.Frame)...)
		}
		return true
	})
	return out
}

// wasEncoded reports whether a value is, or was computed from, what may have
// been encoded for a URL.
func (p *plan) wasEncoded(v *flow.Value) bool {
	found := encodes(v)
	v.Walk(func(w *flow.Value) bool {
		found = found || w.Expr != nil && p.callsEncoder(w.Expr)
		return !found
	})
	return found
}

// percent matches what an encoder for URLs writes.
var percent = regexp.MustCompile(`%[0-9A-Fa-f]{2}|%[0-9]*[xX]`)

// encodes reports whether a value may be encoded for a URL in a way that has
// not been undone.
func encodes(v *flow.Value) bool {
	found := false
	v.Walk(func(w *flow.Value) bool {
		switch w.Op {
		case flow.Query:
			found = true
		case flow.Call:
			found = found || mayEncode(w)
		case flow.Const:
			text, ok := w.StringConst()
			found = found || ok && percent.MatchString(text)
		}
		return !found
	})
	return found
}

// mayEncode reports whether a call that is not followed may return text that is
// encoded for a URL in a way that has not been undone, or for something else.
//
//	"clientName=" + util.URLEncode(user)
//	"clientName=" + strings.ReplaceAll(user, " ", "+")
func mayEncode(call *flow.Value) bool {
	switch method := funcname.Method(call.Fn); {
	case call.Fn.Pkg() == nil:
		return false
	case call.Fn.Pkg().Path() == "strings" && (method == "Replace" || method == "ReplaceAll") && len(call.Args) > 2:
		text, ok := call.Args[2].StringConst()
		return !ok || strings.ContainsAny(text, "+%")
	case call.Fn.Pkg().Path() == "strings":
		return method == "Replacer.Replace" || method == "Map"
	case call.Fn.Pkg().Path() == "encoding/hex":
		return false
	case call.Fn.Pkg().Path() == "net/url":
		return true
	}
	name := strings.ToLower(call.Fn.Name())
	return strings.Contains(name, "escape") || strings.Contains(name, "encode")
}

// callsEncoder reports whether an expression calls what may encode text for a
// URL: package net/url, or a function of the package that has a percent sign
// in it.
func (p *plan) callsEncoder(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		fn := p.env.pkg.Callee(call)
		if fn == nil || fn.Pkg() == nil {
			return true
		}
		found = fn.Pkg().Path() == "net/url"
		if decl, ok := p.env.pkg.Decl(fn); ok {
			ast.Inspect(decl, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				found = found || ok && strings.Contains(lit.Value, "%")
				return !found
			})
		}
		return !found
	})
	return found
}

// template writes a decoded part of a scope.
func (p *plan) template(t scope.Template, at place) (saying, bool) {
	if text, ok := t.Constant(); ok {
		return saying{text: strconv.Quote(text)}, true
	}
	var out saying
	var texts []string
	for _, part := range t {
		v, isValue := part.Source.(*flow.Value)
		switch {
		case part.Escaped > 0:
			return saying{}, false
		case part.Kind == scope.Text && part.Source == nil:
			texts = append(texts, strconv.Quote(part.Text))
			continue
		case !isValue:
			return saying{}, false
		}
		s, ok := p.sayString(v, at)
		if !ok {
			return saying{}, false
		}
		text := s.text
		if len(s.carried) > 0 && len(t) > 1 && !isOperand(s.carried[0]) && text == p.env.fileOf(s.carried[0]).text(s.carried[0]) {
			text = "(" + text + ")"
		}
		texts = append(texts, text)
		out.add(s)
	}
	out.text = strings.Join(texts, " + ")
	return out, true
}
