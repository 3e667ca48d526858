package rewrite

import (
	"go/ast"
	"go/token"

	vt "github.com/captoken/captoken/internal/voicetoken"
)

// newUntil plans to set, instead of a lifetime in seconds which the official
// library raises to an hour, the time at which a token expires:
//
//	Ttl: 600    →    ValidUntil: float64(time.Now().Unix()) + 600
func newUntil(e *env, ttl *ast.KeyValueExpr) *plan {
	p := &plan{env: e, hoisted: make(map[hoistKey]string)}
	at, ok := placeOf(e.pkg, ttl)
	at.file = e.fileOf(ttl)
	if p.file = at.file; !ok || p.file == nil || len(p.file.comments(p.file.offset(ttl.Pos()), p.file.offset(ttl.End()))) > 0 {
		p.refused = refuse(vt.Shape, "")
		return p
	}
	value := p.file.text(ttl.Value)
	if bin, ok := ast.Unparen(ttl.Value).(*ast.BinaryExpr); ok && bin.Op != token.MUL && bin.Op != token.QUO {
		value = "(" + value + ")"
	}
	p.carried = []ast.Expr{ttl.Value}
	p.replaced = []replacement{{ttl, "ValidUntil: float64(" + p.importAt("time", "time", at) + "Now().Unix()) + " + value}}
	return p
}
