package handmadetoken

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/origin"
)

// handedOver finds claims that no known function signs: they are handed to
// a function that can't be looked into. It is taken for the program's own
// encoder if its name says so, and if the claims are those of a Twilio
// token: scope, iss, and exp.
func (f *finder) handedOver() {
	for _, cur := range f.pkg.Literals() {
		lit := cur.Node().(*ast.CompositeLit)
		if f.hasScope(lit) {
			f.trace.Allow(budget)
			f.handOver(lit, f.trace.AtEnd(lit, f.trace.Frame(lit)))
		}
	}
	for _, cur := range f.pkg.Assignments() {
		as := cur.Node().(*ast.AssignStmt)
		for _, lhs := range as.Lhs {
			ix, ok := ast.Unparen(lhs).(*ast.IndexExpr)
			if ok && isScope(f.key(ix.Index)) {
				f.trace.Allow(budget)
				f.handOver(ix.X, f.trace.Final(ix.X, f.trace.Frame(ix)))
			}
		}
	}
}

func isScope(name string) bool { return strings.EqualFold(name, "scope") }

// key returns the constant key of a map entry or field, "" if it is none.
func (f *finder) key(e ast.Expr) string {
	if tv, ok := f.pkg.Info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
		return constant.StringVal(tv.Value)
	}
	return ""
}

// hasScope reports whether a literal is a map or struct with a scope.
func (f *finder) hasScope(lit *ast.CompositeLit) bool {
	typ := f.pkg.TypeOf(lit)
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok && structOf(typ) != nil {
			if name, _ := jsonName(structOf(typ), id.Name); isScope(name) {
				return true
			}
			continue
		}
		if isScope(f.key(kv.Key)) {
			return true
		}
	}
	return false
}

// handOver records the token of claims that are passed to a stranger; obj
// is the expression that denotes them.
func (f *finder) handOver(obj ast.Expr, v *origin.Value) {
	c := &claims{}
	gatherer{f, nil}.collect(v, c, 0)
	if !c.list.has("scope") || !c.list.has("iss") || !c.list.has("exp") || !f.reachesStranger(obj, v) {
		return
	}
	for _, sc := range c.list.named("scope") {
		if f.tokens[sc.node] != nil {
			return // it is known who signs it
		}
	}
	c.taint = "" // that it is handed over is the point
	f.add(nil, c)
}

// reachesStranger reports whether an object was an argument of a function
// that may be an encoder.
func (f *finder) reachesStranger(obj ast.Expr, v *origin.Value) bool {
	if cur, ok := f.pkg.Cursor(obj); ok {
		if kind, _ := cur.ParentEdge(); kind == edge.CallExpr_Args {
			if fn := f.pkg.Callee(cur.Parent().Node().(*ast.CallExpr)); fn != nil && f.isStranger(fn) {
				return true
			}
		}
	}
	for _, d := range v.Strip().Done {
		if d.Fn != nil && d.Arg >= 0 && f.isStranger(d.Fn) {
			return true
		}
	}
	return false
}

// isStranger reports whether a function may be an encoder: one that can't be
// looked into, returns text, and is named after signing or encoding.
func (f *finder) isStranger(fn *types.Func) bool {
	if fn.Pkg() == nil || f.pkg.Declares(fn) {
		return false
	}
	if _, ok := f.lookup(fn); ok {
		return false
	}
	if res := fn.Signature().Results(); res.Len() == 0 || !isText(res.At(0).Type()) {
		return false
	}
	if root, _, _ := strings.Cut(fn.Pkg().Path(), "/"); root == "encoding" {
		return false // it is seen what becomes of the result
	}
	name := strings.ToLower(fn.Name())
	return slices.ContainsFunc(encoderWords, func(w string) bool { return strings.Contains(name, w) })
}

// encoderWords stand in the names of functions that make a token of claims.
var encoderWords = []string{"sign", "jwt", "jws", "token", "encode", "mint", "serialize", "issue", "generate"}

// isText reports whether a type is a string or []byte.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}
