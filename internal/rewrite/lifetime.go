package rewrite

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

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

// waits reports whether the program does what may take its time after a call
// has asked for the time, and before it signs: it reads from the network, say,
// or sleeps.
func (p *plan) waits(clock *ast.CallExpr, f *flow.Frame) bool {
	at, ok := placeOf(p.env.pkg, p.signing)
	if !ok {
		return false
	}
	from := p.inFunction(clock, f, at)
	if from == nil || from.Pos() >= at.stmt.Pos() {
		return false
	}
	home := p.env.pkg.Statement(from)
	return home != nil && p.env.effects.actsBetween(home, at.stmt)
}

// actsBetween reports whether code between two statements of a function acts,
// other than to leave the function.
func (x *effects) actsBetween(first, last ast.Stmt) bool {
	found := false
	ast.Inspect(x.pkg.Function(last), func(n ast.Node) bool {
		if n == nil || found || n.End() <= first.End() || last.Pos() <= n.Pos() {
			return false
		}
		stmt, ok := n.(ast.Stmt)
		if !ok || n.Pos() < first.End() {
			return true // Have: something around.
		}
		switch stmt := stmt.(type) {
		case *ast.BlockStmt:
			return len(stmt.List) == 0 || !leaves(stmt.List[len(stmt.List)-1])
		case *ast.ReturnStmt:
			return false
		case *ast.IfStmt:
			found = x.of(stmt.Cond) == acts
			return true // Its other parts follow.
		case *ast.SwitchStmt:
			found = stmt.Tag != nil && x.of(stmt.Tag) == acts
			return true
		case *ast.CaseClause, *ast.LabeledStmt, *ast.TypeSwitchStmt:
			return true
		case *ast.SelectStmt:
			found = true
		}
		found = found || x.of(stmt) == acts
		return false
	})
	return found
}

func leaves(stmt ast.Stmt) bool {
	_, ok := stmt.(*ast.ReturnStmt)
	return ok
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
func isUntyped(pkg *flow.Package, e ast.Expr) bool {
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

// unfit returns why the builder can't express the end of the token's life, ""
// if it can.
func (p *plan) unfit() string {
	exp := p.site.Expiry
	switch {
	case exp == nil || p.builder.Name() == (builder.GolangJWT{}).Name(): // it writes the claim as it is
		return ""
	case p.env.setsPrecision():
		return "the package sets how exactly dates are written: only golang-jwt keeps to that"
	case p.mayBeZero(exp, 0):
		return "exp may be zero or nil: only golang-jwt keeps that"
	}
	_, relative := p.builder.(builder.Relative)
	switch {
	case p.isKnown(exp, isStart, 0):
		return "exp is the start of 1970 on some ways: only golang-jwt keeps that"
	case relative && p.isKnown(exp, isLongAgo, 0):
		return "exp may be the zero time, of which no time.Duration is the distance"
	}
	return ""
}

// mayBeStart reports whether the claim exp, which is an instant, may be the
// start of 1970, as far as it is known. An instant that is computed is not.
func (p *plan) mayBeStart(exp *flow.Value, depth int) bool {
	s, inner := instant(exp)
	switch {
	case depth > maxDepth:
		return true
	case inner != nil:
		return p.mayBeStart(inner, depth+1)
	case s.Op == flow.Binary, s.Op == flow.Call && isComputed(s):
		return false
	case s.Op == flow.Choice:
		return slices.ContainsFunc(s.Args, func(a *flow.Value) bool { return p.mayBeStart(a, depth+1) })
	case s.Op == flow.Record:
		return false // the zero time, of another year
	case s.Op == flow.Leaf && s.Param != nil && s.Frame != nil:
		passed := p.passed(s)
		return len(passed) == 0 || slices.ContainsFunc(passed, func(a *flow.Value) bool { return p.mayBeStart(a, depth+1) })
	}
	return true
}

// isKnown reports whether the claim exp, which is an instant, is known to be
// one of a kind on some ways. Where it is a parameter, the callers are asked.
func (p *plan) isKnown(exp *flow.Value, is func(*flow.Value) bool, depth int) bool {
	s, inner := instant(exp)
	known := func(a *flow.Value) bool { return p.isKnown(a, is, depth+1) }
	switch {
	case depth > maxDepth:
		return false
	case inner != nil:
		return known(inner)
	case s.Op == flow.Choice:
		return slices.ContainsFunc(s.Args, known)
	case s.Op == flow.Leaf && s.Param != nil && s.Frame != nil:
		return slices.ContainsFunc(p.env.pkg.Trace().Rebind(s, s.Frame), func(a *flow.Value) bool { return a.Strip().Op != flow.Leaf && known(a) })
	}
	return is(s)
}

// isStart reports whether an instant is the start of 1970.
func isStart(v *flow.Value) bool {
	sec, ok := unixSeconds(v)
	return ok && constant.Sign(sec) == 0
}

// isLongAgo reports whether an instant is the zero time, or before 1970.
func isLongAgo(v *flow.Value) bool {
	if v.Op == flow.Record {
		return true
	}
	sec, ok := unixSeconds(v)
	return ok && constant.Sign(sec) <= 0
}

// unixSeconds returns the seconds of a call of time.Unix, if they are constant.
func unixSeconds(v *flow.Value) (constant.Value, bool) {
	if v.Op != flow.Call || funcname.Method(v.Fn) != "Unix" || len(v.Args) != 2 {
		return nil, false
	}
	sec := v.Args[0].Strip()
	if sec.Op != flow.Const || sec.Const == nil {
		return nil, false
	}
	return constant.ToFloat(sec.Const), true
}

// instant looks for the instant that another form of it is made of: a number of
// seconds, a date, or the same instant in another zone.
func instant(v *flow.Value) (s, inner *flow.Value) {
	s = v.Strip()
	switch {
	case s.Op == flow.Record && len(s.Fields) == 1, s.Op == flow.Call && len(s.Fields) == 1:
		return s, s.Fields[0].Val
	case s.Op == flow.Call && len(s.Fields) == 0 && len(s.Args) > 0 && !isComputed(s) && funcname.Method(s.Fn) != "Unix":
		return s, s.Args[0]
	}
	return s, nil
}

// isComputed reports whether a call computes an instant, from the clock or from
// another one.
func isComputed(call *flow.Value) bool {
	if call.Fn.Pkg() != nil && call.Fn.Pkg().Path() == "time" {
		switch funcname.Method(call.Fn) {
		case "Now", "Time.Add", "Time.AddDate", "Date":
			return true
		}
	}
	return strings.EqualFold(call.Fn.Name(), "now")
}

// passed returns what the callers of a function pass for a parameter, none if
// other packages may call it.
func (p *plan) passed(v *flow.Value) []*flow.Value {
	if fn := p.env.pkg.FuncOf(v.Frame.Func); fn == nil || fn.Exported() && p.env.pkg.Types.Name() != "main" {
		return nil
	}
	return p.env.pkg.Trace().Rebind(v, v.Frame)
}

// mayBeZero reports whether the claim exp may be zero or nil: then the old
// token had no end that counts, or none at all, and libraries that are given an
// end or a lifetime make something else of that. An instant that is computed
// is not.
func (p *plan) mayBeZero(exp *flow.Value, depth int) bool {
	s := exp.Strip()
	if depth > maxDepth {
		return true
	}
	switch s.Op {
	case flow.Const:
		return s.Const == nil || constant.Sign(constant.ToFloat(s.Const)) == 0
	case flow.Binary:
		return false
	case flow.Choice:
		return slices.ContainsFunc(s.Args, func(a *flow.Value) bool { return p.mayBeZero(a, depth+1) })
	case flow.Record:
		return len(s.Fields) != 1 || p.mayBeZero(s.Fields[0].Val, depth+1)
	case flow.Call:
		if len(s.Fields) > 0 {
			return len(s.Fields) != 1 || p.mayBeZero(s.Fields[0].Val, depth+1)
		}
		if isComputed(s) {
			return false
		}
		return len(s.Args) == 0 || p.mayBeZero(s.Args[0], depth+1)
	}
	// An instant that is zero is long ago: either token has ended then.
	return !p.isInstant(exp)
}

func (p *plan) isInstant(v *flow.Value) bool {
	for w := v; w != nil; w = w.Args[0] {
		if w.Expr != nil {
			if t := p.env.pkg.TypeOf(w.Expr); t != nil && flow.IsNamed(t, "time", "Time") {
				return true
			}
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			return flow.IsNamed(w.Type, "time", "Time")
		}
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
		if v, ok := obj.(*types.Var); ok && v.Name() == "TimePrecision" && v.Pkg() != nil && v.Pkg() != e.pkg.Types {
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
