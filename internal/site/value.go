package site

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/scope"
	"github.com/captoken/captoken/internal/voicetoken"
	"golang.org/x/tools/go/ast/inspector"
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

// sameNames reports whether e, in a function that is reached from Home, is
// about parameters that stand for variables of the same names there, so that
// e says the same in Home.
func (r Reader) sameNames(e ast.Expr, f *flow.Frame) bool {
	same := f.Within(r.Home)
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || !same {
			return same
		}
		v, ok := r.Pkg.ObjectOf(id).(*types.Var)
		if !ok || v.IsField() || r.isGlobal(v) {
			return true
		}
		for g := f; g != r.Home && same; g = g.Caller {
			arg, ok := ast.Unparen(r.Pkg.Argument(g, v)).(*ast.Ident)
			if !ok || arg.Name != id.Name {
				same = false
				break
			}
			if v, ok = r.Pkg.ObjectOf(arg).(*types.Var); !ok {
				same = false
			}
		}
		return same
	})
	return same
}

// calls reports whether fn calls the function that makes the token.
func (r Reader) calls(fn ast.Node) bool {
	home := r.Pkg.FuncOf(r.Home.Func)
	if home == nil || fn == nil {
		return false
	}
	return slices.ContainsFunc(r.Pkg.Callers(home), func(call inspector.Cursor) bool {
		return fn.Pos() <= call.Node().Pos() && call.Node().End() <= fn.End()
	})
}

// local reports whether e is about variables of a function.
func (r Reader) local(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := r.Pkg.ObjectOf(id).(*types.Var); ok && !v.IsField() && !r.isGlobal(v) {
				found = true
			}
		}
		return !found
	})
	return found
}

// isGlobal reports whether a variable is a package variable of the program.
func (r Reader) isGlobal(v *types.Var) bool {
	return r.Pkg.Has(v.Pkg()) && v.Parent() == v.Pkg().Scope()
}

// peel removes the conversion of a key, []byte(key).
func (r Reader) peel(v *flow.Value) *flow.Value {
	for v.Op == flow.Via {
		call, ok := v.Expr.(*ast.CallExpr)
		if !ok || !r.Pkg.IsConversion(call) {
			break
		}
		t := r.Pkg.TypeOf(call) // nil in broken code
		if t == nil {
			break
		}
		if _, isSlice := t.Underlying().(*types.Slice); !isSlice {
			break
		}
		v = v.Args[0]
	}
	return v
}

// usable reports whether an expression denotes one value.
func (r Reader) usable(e ast.Expr) bool {
	_, isTuple := r.Pkg.TypeOf(e).(*types.Tuple)
	return !isTuple
}

// expr picks, among the ways to write v, the first that stands where the
// token is made, or reads the same there; or else the one in the function
// that was reached by the fewest calls.
func (r Reader) expr(v *flow.Value) (ast.Expr, *flow.Frame) {
	var first ast.Expr
	var frame *flow.Frame
	for w := v; ; w = w.Args[0] {
		w = r.peel(w)
		if w.Expr != nil && w.Frame != nil && w.Op != flow.Unknown && r.usable(w.Expr) {
			e := ast.Unparen(w.Expr)
			if w.Op == flow.Via && r.Pkg.IsRangeVar(e) && w.Strip().Op != flow.Range && w.Strip().Op != flow.Choice {
				continue // the variable of a loop over known values
			}
			if r.atHome(w.Frame) || r.Home != nil && w.Frame.Within(r.Home) && r.local(e) && r.sameNames(e, w.Frame) {
				return e, w.Frame
			}
			if first == nil || w.Frame.Depth() < frame.Depth() {
				first, frame = e, w.Frame
			}
		}
		if w.Op != flow.Via {
			return first, frame
		}
	}
}

// same identifies a value: equal texts mean values that are equal whenever
// the code runs. It looks at what a value is, not at how it is written: a
// variable that changes between two uses is two values.
func (r Reader) same(v *flow.Value, depth int) string {
	for w := v; ; w = w.Args[0] {
		if id, ok := w.Expr.(*ast.Ident); ok && r.atHome(w.Frame) {
			if param, ok := r.Pkg.ObjectOf(id).(*types.Var); ok && r.Pkg.IsConstantParam(w.Frame.Func, param) {
				// Have: a parameter, whatever the calls pass for it.
				return id.Name + "@" + r.number(param)
			}
		}
		if w.Op != flow.Via {
			break
		}
	}
	v = v.Strip()
	distinct := "#" + r.number(v.Identity())
	if depth > maxDepth {
		return distinct
	}
	join := func(name string, args []*flow.Value) string {
		parts := make([]string, len(args))
		for i, a := range args {
			parts[i] = r.same(a, depth+1)
		}
		return name + "(" + strings.Join(parts, ", ") + ")"
	}
	switch v.Op {
	case flow.Const:
		if v.Const == nil {
			return "nil"
		}
		return v.Const.ExactString()
	case flow.Concat:
		return join("", v.Args)
	case flow.Binary:
		return join(v.Tok.String(), v.Args)
	case flow.Call:
		if repeatable(v.Fn) {
			return join(fmt.Sprintf("%s#%d", v.Fn.FullName(), v.Result), v.Args)
		}
	case flow.Leaf:
		switch {
		case v.Param != nil:
			return v.Param.Name() + "@" + r.number(v.Param) + "#" + r.number(v.Frame)
		case v.Expr != nil && r.steady(v.Expr):
			return Source(v.Expr) + r.objects(v.Expr)
		}
	}
	return distinct
}

const maxDepth = 20

// repeatable reports whether a function of the standard library returns the
// same for the same arguments, as far as one request or run goes.
func repeatable(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "strings", "strconv", "net/url", "path", "html", "unicode/utf8", "encoding/hex", "encoding/base64":
		return true
	case "net/http":
		switch funcname.Method(fn) {
		case "Request.FormValue", "Request.PostFormValue", "Request.PathValue", "Request.UserAgent", "Request.Referer",
			"Request.Cookie", "Header.Get":
			return true
		}
	case "os":
		return fn.Name() == "Getenv"
	case "fmt":
		return strings.HasPrefix(fn.Name(), "Sprint")
	case "time":
		recv, _ := funcname.Receiver(fn)
		return recv == "Time" || recv == "Duration"
	}
	return false
}

// steady reports whether an expression, a field or variable that nothing is
// known of, is the same wherever it stands: no calls, and no index that may
// move on.
func (r Reader) steady(e ast.Expr) bool {
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			ok = false
		case *ast.UnaryExpr:
			ok = ok && n.Op != token.ARROW // the next one
		case *ast.IndexExpr:
			if tv, known := r.Pkg.Info.Types[n.Index]; !known || tv.Value == nil {
				ok = false
			}
		}
		return ok
	})
	return ok
}

// objects names the variables that e is about by where they are declared.
func (r Reader) objects(e ast.Expr) string {
	var b strings.Builder
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := r.Pkg.ObjectOf(id).(*types.Var); ok && !v.IsField() {
				b.WriteString("@" + r.number(v))
			}
		}
		return true
	})
	return b.String()
}

// Template returns the model's value for a decoded part of a scope.
func (r Reader) Template(t scope.Template) voicetoken.Value {
	if t == nil {
		return voicetoken.Value{}
	}
	if len(t) == 1 && t[0].Escaped == 0 && t[0].Source != nil {
		if v, ok := t[0].Source.(*flow.Value); ok {
			return r.Value(v)
		}
	}
	if text, ok := t.Constant(); ok {
		return voicetoken.Value{State: voicetoken.Known, Source: strconv.Quote(text), Same: strconv.Quote(text), Text: text, Constant: true, Origin: t}
	}
	out := voicetoken.Value{State: voicetoken.Known, Origin: t}
	for i, p := range t {
		if p.Escaped > 0 || p.Kind != scope.Text && p.Source == nil {
			return voicetoken.Lost()
		}
		v := r.Template(scope.Template{p})
		if v.State != voicetoken.Known {
			return v
		}
		if i > 0 {
			out.Source += " + "
			out.Same += " + "
		}
		out.Source += v.Source
		out.Same += v.Same
		if v.Elsewhere != "" {
			out.Elsewhere = v.Elsewhere
		}
	}
	return out
}

// Params returns the model's value for the parameters of an outgoing scope.
func (r Reader) Params(p *scope.Params) voicetoken.Value {
	switch {
	case p == nil || p.Source == nil && len(p.Pairs) == 0 && !p.Opaque:
		return voicetoken.Value{}
	case p.Opaque:
		return voicetoken.Lost()
	case p.Source != nil:
		v := p.Source.(*flow.Value)
		val := r.Value(v)
		if rec := v.Strip(); val.Elsewhere != "" && rec.Op == flow.Record && rec.Taint == "" {
			// Have: a variable of a function that is called, with known entries.
			var known scope.Params
			for _, fd := range rec.Fields {
				item := fd.Val
				if l := item.Strip(); l.Op == flow.List && len(l.Args) == 1 {
					item = l.Args[0]
				}
				if fd.Key != nil || fd.Cond {
					return val
				}
				known.Pairs = append(known.Pairs, scope.Pair{Key: scope.Lit(fd.Name), Value: Template(item)})
			}
			return r.Params(&known)
		}
		return val
	}
	var pairs, same []string
	for _, pair := range p.Pairs {
		k, v := r.Template(pair.Key), r.Template(pair.Value)
		if pair.Value == nil {
			v = r.Template(scope.Lit(""))
		}
		if k.State != voicetoken.Known || v.State != voicetoken.Known {
			return voicetoken.Lost()
		}
		pairs = append(pairs, k.Source+": "+v.Source)
		same = append(same, k.Same+": "+v.Same)
	}
	return voicetoken.Value{
		State:  voicetoken.Known,
		Source: "map[string]string{" + strings.Join(pairs, ", ") + "}",
		Same:   strings.Join(same, ", "),
		Origin: p,
	}
}

const (
	maxNesting = 100
	maxParts   = 5000 // pieces of one template; a value may be part of another many times
)
