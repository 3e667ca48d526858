package rewrite

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// isChecked reports whether the package checks tokens of a JWT library with the
// key that the old token is signed with: what checks it would not accept the
// new one.
//
//	var authToken = os.Getenv("TWILIO_AUTH_TOKEN")
//
//	jwt.Parse(text, func(*jwt.Token) (any, error) { return []byte(authToken), nil })
func (p *plan) isChecked() bool {
	key, _ := p.site.Token.AuthToken.Origin.(*flow.Value)
	names := p.env.namesOf(key)
	if len(names) == 0 {
		return false
	}
	for _, n := range p.env.checks() {
		if slices.ContainsFunc(names, p.env.mentions(n).has) {
			return true
		}
	}
	return false
}

// comparers are functions of the standard library that compare texts.
var comparers = []string{
	"bytes.Compare", "bytes.Equal", "crypto/hmac.Equal", "crypto/subtle.ConstantTimeCompare", "strings.Compare", "strings.EqualFold",
}

// decoders are those that decode the parts of a token.
var decoders = []string{"(*encoding/base64.Encoding).Decode", "(*encoding/base64.Encoding).DecodeString"}

// isRead reports whether the program reads the token that a call signs: what it
// looks for in the claims of the old token is not in those of the new one.
//
//	payload, err := base64.RawURLEncoding.DecodeString(strings.Split(token, ".")[1])
func (p *plan) isRead(signed ast.Node) bool {
	call, ok := signed.(*ast.CallExpr)
	return ok && p.env.pkg.Trace().Reads(call, func(fn *types.Func) bool {
		return slices.Contains(comparers, fn.FullName()) || slices.Contains(decoders, fn.FullName()) || isCheck(fn)
	})
}

// A mention is what code names: package variables, fields, and texts.
type mention map[any]bool

func (m mention) has(x any) bool { return m[x] }

// namesOf returns what the expressions of a value name.
func (e *env) namesOf(v *flow.Value) []any {
	var out []any
	for w := v; w != nil; w = w.Args[0] {
		if w.Expr != nil {
			for x := range e.mentions(w.Expr) {
				out = append(out, x)
			}
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
	return out
}

// mentions returns what a node names.
func (e *env) mentions(n ast.Node) mention {
	out := make(mention)
	ast.Inspect(n, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if tv := e.pkg.Info.Types[x]; tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) != "" {
			out[constant.StringVal(tv.Value)] = true
		}
		if id, ok := x.(*ast.Ident); ok {
			if v, ok := e.pkg.ObjectOf(id).(*types.Var); ok && (v.IsField() || e.effects.isGlobal(v)) {
				out[v] = true
			}
		}
		return true
	})
	return out
}

// hasDot reports whether code has a dot, as text or as a byte: what stands between
// the parts of a token.
func hasDot(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		found = found || ok && (lit.Value == `"."` || lit.Value == `'.'` || lit.Value == "`.`")
		return !found
	})
	return found
}

// checks returns the functions that have a library check a token, and those
// that give it the key. A function that compares, has to do with dots, and makes an
// HMAC, or calls a function of the package that makes one, may check a token by
// itself:
//
//	i := strings.LastIndexByte(token, '.')
//	mac := hmac.New(sha256.New, []byte(authToken))
//	mac.Write([]byte(token[:i]))
//	return hmac.Equal(signature, mac.Sum(nil))
func (e *env) checks() []ast.Node {
	if e.checking != nil {
		return *e.checking
	}
	var out []ast.Node
	add := func(n ast.Node) {
		if n != nil && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	for _, f := range e.syntax {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn := e.pkg.Callee(call)
			if fn == nil || fn.Pkg() == nil {
				return true
			}
			if outer := e.pkg.OuterFunction(call); outer != nil && hasDot(outer) && e.compares(outer) {
				if fn.FullName() == "crypto/hmac.New" {
					add(outer)
				} else if decl, ok := e.pkg.Decl(fn); ok && e.authenticates(decl) {
					add(outer)
					add(decl)
				}
			}
			if !isCheck(fn) {
				return true
			}
			add(e.pkg.OuterFunction(call))
			for _, a := range call.Args {
				if id, ok := ast.Unparen(a).(*ast.Ident); ok {
					if keyFunc, ok := e.pkg.ObjectOf(id).(*types.Func); ok && e.pkg.Declares(keyFunc) {
						decl, _ := e.pkg.Decl(keyFunc)
						add(decl)
					}
				}
				if sel, ok := ast.Unparen(a).(*ast.SelectorExpr); ok {
					if keyFunc, ok := e.pkg.ObjectOf(sel.Sel).(*types.Func); ok && e.pkg.Declares(keyFunc) {
						decl, _ := e.pkg.Decl(keyFunc)
						add(decl)
					}
				}
			}
			return true
		})
	}
	e.checking = &out
	return out
}

// authenticates reports whether a function makes an HMAC.
func (e *env) authenticates(fn ast.Node) bool {
	return e.has(fn, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return false
		}
		callee := e.pkg.Callee(call)
		return callee != nil && callee.FullName() == "crypto/hmac.New"
	})
}

// compares reports whether a function compares texts that are not constant.
func (e *env) compares(fn ast.Node) bool {
	return e.has(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			isText := func(x ast.Expr) bool {
				b, ok := underlying(e.pkg.TypeOf(x)).(*types.Basic)
				return ok && b.Info()&types.IsString != 0 && e.pkg.Info.Types[x].Value == nil
			}
			return (n.Op == token.EQL || n.Op == token.NEQ) && isText(n.X) && isText(n.Y)
		case *ast.CallExpr:
			callee := e.pkg.Callee(n)
			return callee != nil && slices.Contains(comparers, callee.FullName())
		}
		return false
	})
}

func (e *env) has(fn ast.Node, is func(ast.Node) bool) bool {
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		found = found || n != nil && is(n)
		return !found
	})
	return found
}

// isCheck reports whether a function of a JWT library reads and checks a token.
func isCheck(fn *types.Func) bool {
	for _, prefix := range []string{"Parse", "Verify", "Validate", "Decode"} {
		if strings.HasPrefix(fn.Name(), prefix) {
			return slices.ContainsFunc(knowledge.JWTs, func(lib *knowledge.JWT) bool { return lib.Has(fn.Pkg().Path()) })
		}
	}
	return false
}
