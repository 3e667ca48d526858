package rewrite

import (
	"go/constant"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/builder"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
)

// This file is about ends of a lifetime that libraries take for none.

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
		return "exp may be the zero time, which is too far away for a time.Duration"
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
	if fn := p.env.pkg.FuncOf(v.Frame.Func); fn == nil || fn.Exported() && fn.Pkg().Name() != "main" {
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
