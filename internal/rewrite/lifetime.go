package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/builder"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// lifetime says what the code has of the token's lifetime, as far as the
// builder writes it.
func (p *plan) lifetime(l *builder.Lifetime, at place) []part {
	ttl := p.site.Token.TTL
	if ttl.Form == vt.TTLNone {
		l.Default = true
		return nil
	}
	if ttl.ConstSeconds {
		l.Constant = ttl.Seconds
	}
	var said []part
	p.clockRuns = false
	put := func(v *flow.Value, text *string) {
		s, ok := p.say(v, at)
		if !ok || len(s.carried) == 0 {
			return
		}
		if p.readsGlobal(s.carried[0]) {
			l.Constant = 0 // tests, say, may set it
		}
		if text == &l.Duration && isUntyped(p.env.pkg, s.carried[0]) {
			s.text = p.importAt("time", "time", at) + "Duration(" + s.text + ")"
		}
		*text = s.text
		name := "ttl"
		if p.clockRuns {
			name = "exp"
		}
		said = append(said, part{name: name, said: s, text: text})
	}
	if v, ok := ttl.Origin.(*flow.Value); ok && ttl.State == vt.Known {
		switch ttl.Form {
		case vt.TTLDuration:
			put(v, &l.Duration)
		case vt.TTLSeconds:
			put(v, &l.Seconds)
		}
	}
	if exp := p.site.Expiry; exp != nil {
		if !p.countsFromNow(exp, false) {
			// The clock is one of the program's own: what counts from it must
			// go on to do so.
			*l, said = builder.Lifetime{}, nil
		}
		p.expiry(l, exp, put)
		l.Start = p.mayBeStart(exp, 0)
	}
	if issued := p.site.Issued; issued != nil {
		put(issued, &l.Issued)
	}
	p.builder.Pick(l)
	return slices.DeleteFunc(said, func(pt part) bool { return *pt.text == "" })
}

// readsGlobal reports whether an expression reads a variable of a package.
func (p *plan) readsGlobal(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			v, isVar := p.env.pkg.ObjectOf(id).(*types.Var)
			found = found || isVar && !v.IsField() && p.env.effects.isGlobal(v)
		}
		return !found
	})
	return found
}

// countsFromNow reports whether an instant is time.Now, or one addition away
// from it.
func (p *plan) countsFromNow(v *flow.Value, added bool) bool {
	for w := v; w.Op == flow.Via && len(w.Args) == 1; w = w.Args[0] {
		if id, ok := w.Expr.(*ast.Ident); ok && p.readsGlobal(id) {
			return false // it was read when the program started
		}
	}
	s := v.Strip()
	switch s.Op {
	case flow.Binary:
		return !added && s.Tok == token.ADD && (p.countsFromNow(s.Args[0], true) || p.countsFromNow(s.Args[1], true))
	case flow.Record:
		return len(s.Fields) == 1 && p.countsFromNow(s.Fields[0].Val, added)
	case flow.Call:
		if len(s.Fields) > 0 { // a date whose time was set
			return len(s.Fields) == 1 && !s.Fields[0].Cond && p.countsFromNow(s.Fields[0].Val, added)
		}
		switch name := funcname.Method(s.Fn); {
		case s.Fn.Pkg() != nil && s.Fn.Pkg().Path() == "time" && name == "Now":
			call, ok := s.Expr.(*ast.CallExpr)
			if !ok || p.env.pkg.Callee(call) != s.Fn {
				return false // a variable that a test may set
			}
			sign, now := p.env.pkg.Statement(p.signing), p.env.pkg.Statement(call)
			if p.waits(call, s.Frame) {
				p.clockRuns = true
				return false
			}
			return sign == nil || now == nil || s.Frame == nil || !p.env.pkg.Trace().Repeats(sign, now, s.Frame)
		case len(s.Args) == 0:
			return false
		case name == "Time.Add" || name == "Time.AddDate":
			return !added && p.countsFromNow(s.Args[0], true)
		default: // another form of the same
			return p.countsFromNow(s.Args[0], added)
		}
	}
	return false
}

// expiry says the claim exp, as it is and as a time or a number.
func (p *plan) expiry(l *builder.Lifetime, exp *flow.Value, put func(*flow.Value, *string)) {
	put(exp, &l.Claim)
	for v := exp; v != nil; {
		for w := v; w != nil; w = w.Args[0] {
			if w.Expr != nil {
				switch t := p.env.pkg.TypeOf(w.Expr); {
				case t == nil:
				case flow.IsNamed(t, "time", "Time"):
					put(w, &l.Until)
					return
				case isNumber(t):
					put(w, &l.Unix)
					return
				}
			}
			if w.Op != flow.Via || len(w.Args) != 1 {
				break
			}
		}
		// Have: a date of the library's own type, made from a time.
		s := v.Strip()
		switch {
		case s.Op == flow.Call && len(s.Fields) == 1 && !s.Fields[0].Cond:
			v = s.Fields[0].Val // the time of a date that was set
		case s.Op == flow.Call && len(s.Fields) > 0:
			return
		case s.Op == flow.Call && len(s.Args) == 1:
			v = s.Args[0]
		case s.Op == flow.Record && len(s.Fields) == 1:
			v = s.Fields[0].Val
		default:
			return
		}
	}
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsFloat) != 0
}

// isUntyped reports whether a constant has no type of its own.
func isUntyped(pkg *flow.Index, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		b, ok := pkg.ObjectOf(e).Type().(*types.Basic)
		return ok && b.Info()&types.IsUntyped != 0
	case *ast.SelectorExpr:
		return isUntyped(pkg, e.Sel)
	case *ast.BinaryExpr:
		return isUntyped(pkg, e.X) && isUntyped(pkg, e.Y)
	case *ast.UnaryExpr:
		return isUntyped(pkg, e.X)
	}
	return false
}

// setsPrecision reports whether the package sets the precision that a JWT
// library writes dates with.
func (e *env) setsPrecision() bool {
	if e.precision == nil {
		set := e.findPrecision()
		e.precision = &set
	}
	return *e.precision
}

func (e *env) findPrecision() bool {
	for id, obj := range e.pkg.Info.Uses {
		if v, ok := obj.(*types.Var); ok && v.Name() == "TimePrecision" && v.Pkg() != nil && !e.pkg.Has(v.Pkg()) {
			if cur, ok := e.pkg.Cursor(id); ok && !readOnly(cur) {
				return true
			}
		}
	}
	return false
}

// readOnly reports whether a name, or a selector that ends in it, is read.
func readOnly(cur inspector.Cursor) bool {
	kind, _ := cur.ParentEdge()
	if kind == edge.SelectorExpr_Sel {
		kind, _ = cur.Parent().ParentEdge()
	}
	return kind != edge.AssignStmt_Lhs && kind != edge.UnaryExpr_X && kind != edge.IncDecStmt_X
}
