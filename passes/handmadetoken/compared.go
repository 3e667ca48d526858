package handmadetoken

import (
	"go/ast"
	gotoken "go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// comparing are the functions that compare signatures.
var comparing = []string{"bytes.Equal", "crypto/hmac.Equal", "crypto/subtle.ConstantTimeCompare"}

// encoding are the functions that write a signature as text.
var encoding = []string{
	"(*encoding/base32.Encoding).EncodeToString", "(*encoding/base64.Encoding).EncodeToString", "encoding/hex.EncodeToString",
}

// isCompared reports whether a signature is compared with another one, and
// nothing else is done with it: what checks a token makes none.
//
//	want := base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
//	return hmac.Equal([]byte(want), []byte(parts[2]))
//
// Provided that each use of a variable that holds it is such a comparison, and
// that nothing else is assigned to the variable.
func (f *finder) isCompared(signature ast.Expr) bool {
	cur, ok := f.pkg.Cursor(signature)
	return ok && f.comparedAt(cur, 0)
}

func (f *finder) comparedAt(cur inspector.Cursor, depth int) bool {
	if depth > maxNesting {
		return false
	}
	kind, i := cur.ParentEdge()
	switch parent := cur.Parent().Node().(type) {
	case *ast.ParenExpr:
		return f.comparedAt(cur.Parent(), depth)
	case *ast.BinaryExpr:
		return parent.Op == gotoken.EQL || parent.Op == gotoken.NEQ
	case *ast.CallExpr:
		if kind != edge.CallExpr_Args {
			return false
		}
		if f.pkg.IsConversion(parent) {
			return f.comparedAt(cur.Parent(), depth)
		}
		fn := f.pkg.StaticCallee(parent)
		switch {
		case fn == nil:
			return false
		case slices.Contains(comparing, fn.FullName()):
			return true
		case slices.Contains(encoding, fn.FullName()):
			return f.comparedAt(cur.Parent(), depth)
		}
	case *ast.AssignStmt:
		if kind != edge.AssignStmt_Rhs || len(parent.Lhs) != len(parent.Rhs) {
			return false
		}
		id, ok := parent.Lhs[i].(*ast.Ident)
		if !ok {
			return false
		}
		v, ok := f.pkg.ObjectOf(id).(*types.Var)
		if !ok || v.Parent() == nil || v.Parent() == f.types.Scope() || len(f.pkg.Assigned(v)) != 1 {
			return false
		}
		uses := 0
		for _, use := range f.pkg.Uses(v) {
			if use.Node() == ast.Node(id) {
				continue
			}
			if uses++; !f.comparedAt(use, depth+1) {
				return false
			}
		}
		return uses > 0
	}
	return false
}
