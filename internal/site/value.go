package site

import (
	"slices"
	"strconv"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/voicetoken"
)

// A Reader turns what package origin finds into the values of the token
// model: it picks the expression that a person would name.
type Reader struct {
	Pkg *flow.Index
	// Home is where the token is made. An expression that stands there is
	// preferred to one in a function that is called from there.
	Home *flow.Frame

	more    []*flow.Frame // the same function, reached by other calls
	numbers map[any]int   // of the objects that values are identified by
}

// AlsoFrom returns a Reader for a token whose maker is reached by other
// calls too.
func (r Reader) AlsoFrom(homes ...*flow.Frame) Reader {
	r.more = append(slices.Clip(r.more), homes...)
	return r
}

// atHome reports whether an expression was evaluated where the token is
// made.
func (r Reader) atHome(f *flow.Frame) bool {
	return f != nil && (f == r.Home || slices.Contains(r.more, f))
}

// NewReader returns a Reader for a token that is made in home.
func NewReader(pkg *flow.Index, home *flow.Frame) Reader {
	return Reader{Pkg: pkg, Home: home, numbers: make(map[any]int)}
}

// number tells an object from others, in a way that does not depend on
// where in memory it is.
func (r Reader) number(x any) string {
	n, ok := r.numbers[x]
	if !ok {
		n = len(r.numbers)
		r.numbers[x] = n
	}
	return strconv.Itoa(n)
}

// Value returns the model's value for v; nil is an absent one.
func (r Reader) Value(v *flow.Value) voicetoken.Value {
	if v == nil {
		return voicetoken.Value{}
	}
	v = r.peel(v)
	if v.IsNil() {
		return voicetoken.Value{}
	}
	val := voicetoken.Value{State: voicetoken.Known, Origin: v}
	if text, ok := v.StringConst(); ok {
		val.Text, val.Constant = text, true
	}
	if e, f := r.expr(v); e != nil {
		val.Source = Source(e)
		val.Same = r.same(v, 0)
		if r.Home != nil && f != r.Home && r.Home.Func != f.Func && r.local(e) && !r.sameNames(e, f) {
			val.Elsewhere = "another function"
			if obj := r.Pkg.FuncOf(f.Func); obj != nil {
				val.Elsewhere = obj.Name()
			}
			val.ByCaller = r.calls(f.Func)
		}
	} else if val.Constant {
		val.Source = strconv.Quote(val.Text)
	} else if s := v.Strip(); s.Op == flow.Const && s.Const != nil {
		val.Source, val.Same = s.Const.ExactString(), s.Const.ExactString()
	} else {
		return voicetoken.Value{State: voicetoken.Unresolved, Origin: v}
	}
	if val.Constant {
		val.Same = strconv.Quote(val.Text)
	}
	return val
}

const maxDepth = 20

const (
	maxNesting = 100
	maxParts   = 5000 // pieces of one template; a value may be part of another many times
)
