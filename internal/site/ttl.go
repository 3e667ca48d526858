package site

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/voicetoken"
)

// Duration reads a lifetime that is given as a time.Duration.
func (r Reader) Duration(v *flow.Value) voicetoken.TTL {
	ttl := voicetoken.TTL{Value: r.Value(v), Form: voicetoken.TTLDuration}
	if ns, ok := number(v); ok {
		ttl.Seconds, ttl.ConstSeconds = ns/1e9, true
	}
	return ttl
}

// Seconds reads a lifetime that is given as a number of seconds.
func (r Reader) Seconds(v *flow.Value) voicetoken.TTL { return expiry{Reader: r}.seconds(v) }

func number(v *flow.Value) (float64, bool) {
	v = v.Strip()
	if v.Op != flow.Const || v.Const == nil {
		return 0, false
	}
	switch v.Const.Kind() {
	case constant.Int, constant.Float:
		f, _ := constant.Float64Val(constant.ToFloat(v.Const))
		return f, true
	}
	return 0, false
}

// Expiry reads a lifetime that is given as the exp claim; issued is the iat
// claim, nil if there is none.
func (r Reader) Expiry(exp, issued *flow.Value) voicetoken.TTL {
	e := expiry{Reader: r}
	if issued != nil {
		e.issued, _ = e.instant(issued)
	}
	return e.read(exp)
}

// IsClock reports whether an instant is what a clock shows: that of time.Now,
// or of a method or function Now of the program. Unlike an instant that is
// called so, it is the present time whoever calls.
func (r Reader) IsClock(v *flow.Value) bool {
	e := expiry{Reader: r}
	t, _ := e.instant(v)
	if t == nil {
		return false
	}
	s := t.Strip()
	if s.Op == flow.Leaf {
		_, isCall := ast.Unparen(s.Expr).(*ast.CallExpr)
		return isCall && e.isNow(t)
	}
	return s.Op == flow.Call && e.isNow(t)
}

// An expiry reads expressions that denote points in time.
type expiry struct {
	Reader
	issued *flow.Value // the instant of the iat claim
}

// sameInstant reports whether a method of time.Time returns the same
// instant, to the second.
func sameInstant(call *flow.Value) bool {
	switch call.Fn.Name() {
	case "UTC", "Local", "In":
		return true
	case "Round", "Truncate":
		if len(call.Args) == 2 {
			ns, ok := number(call.Args[1])
			return ok && ns <= 1e9
		}
	}
	return false
}

// countsOther reports whether a method of time.Time counts something shorter than
// seconds.
func countsOther(fn *types.Func) bool {
	switch funcname.Method(fn) {
	case "Time.UnixMilli", "Time.UnixMicro", "Time.UnixNano":
		return fn.Pkg() != nil && fn.Pkg().Path() == "time"
	}
	return false
}

func (e expiry) read(exp *flow.Value) voicetoken.TTL {
	v := exp.Strip()
	switch {
	case v.Op == flow.Call && countsOther(v.Fn):
		return voicetoken.TTL{Form: voicetoken.TTLUntil, Value: voicetoken.Lost()} // no seconds
	case v.Op == flow.Call && v.Fn.Pkg() != nil && v.Fn.Pkg().Path() == "strconv" && len(v.Args) > 0:
		return e.read(v.Args[0]) // a number that is written out
	case v.Op == flow.Binary && (v.Tok == token.ADD || v.Tok == token.SUB):
		// Have: now + seconds
		for i := range 2 {
			if t, isUnix := e.instant(v.Args[i]); t != nil && isUnix && e.isNow(t) && (i == 0 || v.Tok == token.ADD) && v.Tok == token.ADD {
				return e.seconds(v.Args[1-i])
			}
		}
		if inner := e.read(v.Args[0]); v.Tok == token.ADD && inner.Form == voicetoken.TTLSeconds && inner.State == voicetoken.Known {
			more := e.seconds(v.Args[1])
			if more.State == voicetoken.Known {
				inner.Source += " + " + more.Source
				inner.Same += " + " + more.Same
				inner.Origin = nil // no one expression
				inner.Seconds += more.Seconds
				inner.ConstSeconds = inner.ConstSeconds && more.ConstSeconds
				return inner
			}
		}
		return e.until(exp, "time.Unix(", ", 0)")
	}
	t, isUnix := e.instant(exp)
	if t == nil {
		if v.Op == flow.Choice || v.Op == flow.Unknown {
			return voicetoken.TTL{Form: voicetoken.TTLUntil, Value: voicetoken.Lost()}
		}
		return e.until(exp, "time.Unix(", ", 0)")
	}
	// Have: exp is the instant t.
	if e.isNow(t) {
		return voicetoken.TTL{Form: voicetoken.TTLSeconds, Value: voicetoken.Value{State: voicetoken.Known, Source: "0", Same: "0"}, ConstSeconds: true}
	}
	if s := t.Strip(); s.Op == flow.Call && len(s.Args) > 0 {
		base, _ := e.instant(s.Args[0])
		switch name := funcname.Method(s.Fn); {
		case base == nil || !e.isNow(base):
		case name == "Time.Add" && len(s.Args) == 2:
			return e.Duration(s.Args[1])
		case name == "Time.AddDate" && len(s.Args) == 4:
			ttl := e.until(t, "", "")
			ttl.Seconds, ttl.ConstSeconds = e.days(s.Args[1:])
			return ttl
		}
	}
	if isUnix || isTime(e.typeOf(t)) {
		return e.until(t, "", "")
	}
	return e.until(exp, "time.Unix(", ", 0)")
}

// days reads the arguments of AddDate, years, months, and days, if they are
// constant and more than the length of a day matters. It counts the fewest
// days that the months and years can have.
func (e expiry) days(args []*flow.Value) (seconds float64, ok bool) {
	total := 0.0
	for i, perUnit := range []float64{365, 28, 1} {
		n, ok := number(args[i])
		if !ok {
			return 0, false
		}
		total += n * perUnit
	}
	return total * 24 * 60 * 60, total != 1
}

// seconds reads a number of seconds.
func (e expiry) seconds(v *flow.Value) voicetoken.TTL {
	ttl := voicetoken.TTL{Value: e.Value(v), Form: voicetoken.TTLSeconds}
	if s := e.peel(v); s.Strip().Op == flow.Call && funcname.Method(s.Strip().Fn) == "Duration.Seconds" {
		// Have: int64(d.Seconds())
		return e.Duration(s.Strip().Args[0])
	}
	if n, ok := number(v); ok {
		ttl.Seconds, ttl.ConstSeconds = n, true
	}
	return ttl
}

// until is a lifetime that ends at a point in time.
func (e expiry) until(v *flow.Value, before, after string) voicetoken.TTL {
	val := e.Value(v)
	if val.State == voicetoken.Known {
		val.Source = "time.Until(" + before + val.Source + after + ")"
		val.Same = "time.Until(" + before + val.Same + after + ")"
		val.Constant = false
	}
	return voicetoken.TTL{Value: val, Form: voicetoken.TTLUntil}
}

// instant finds the time.Time that v stands for; isUnix tells whether v is
// its number of seconds. It returns nil if there is none.
func (e expiry) instant(v *flow.Value) (t *flow.Value, isUnix bool) {
	s := v.Strip()
	if name := cmp.Or(knowledge.DateField(s.Type), knowledge.DateField(e.typeOf(v))); name != "" {
		if fd, ok := s.Field(name); ok && len(s.Fields) == 1 && !fd.Cond {
			return e.instant(fd.Val) // &jwt.NumericDate{Time: t}, or a date whose time was set
		}
	}
	if s.Op == flow.Call && len(s.Fields) > 0 {
		return nil, false // something in it was set
	}
	if s.Op != flow.Call {
		if isTime(s.Type) || isTime(e.typeOf(v)) {
			return v, false
		}
		return nil, false
	}
	switch name := funcname.Method(s.Fn); {
	case name == "Time.Unix" && len(s.Args) > 0:
		t, _ := e.instant(s.Args[0])
		if t == nil {
			t = s.Args[0]
		}
		return t, true
	case strings.HasPrefix(name, "Time.") && sameInstant(s) && len(s.Args) > 0:
		return e.instant(s.Args[0])
	}
	if i, ok := knowledge.DateArgument(s.Fn); ok && i < len(s.Args) {
		return e.instant(s.Args[i])
	}
	if res := s.Fn.Signature().Results(); s.Result < res.Len() && isTime(res.At(s.Result).Type()) {
		return v, false
	}
	return nil, false
}

// isNow reports whether t is the time at which the token is made: the clock
// is read, or the token says so itself.
func (e expiry) isNow(t *flow.Value) bool {
	s := t.Strip()
	if s.Op == flow.Call && s.Fn.Pkg() != nil && s.Fn.Pkg().Path() == "time" && s.Fn.Name() == "Now" {
		return true
	}
	if e.issued != nil && e.same(t, 0) == e.same(e.issued, 0) {
		return true
	}
	// A clock that was handed in: a parameter now, c.now(), clock.Now().
	switch s.Op {
	case flow.Call:
		return strings.EqualFold(s.Fn.Name(), "now") && s.Fn.Signature().Params().Len() == 0
	case flow.Leaf:
		if s.Param != nil {
			return strings.EqualFold(s.Param.Name(), "now")
		}
		expr := ast.Unparen(s.Expr)
		if call, ok := expr.(*ast.CallExpr); ok && len(call.Args) == 0 {
			expr = ast.Unparen(call.Fun)
		}
		switch x := expr.(type) {
		case *ast.Ident:
			return strings.EqualFold(x.Name, "now")
		case *ast.SelectorExpr:
			return strings.EqualFold(x.Sel.Name, "now")
		}
	}
	return false
}

// typeOf returns the type of the expression that v is written as.
func (e expiry) typeOf(v *flow.Value) types.Type {
	x, _ := e.expr(v)
	if x == nil {
		return nil
	}
	return e.Pkg.TypeOf(x)
}

func isTime(t types.Type) bool { return t != nil && flow.IsNamed(t, "time", "Time") }
