package site

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
)

// This file is about which values are one: equal whenever the code runs.

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
