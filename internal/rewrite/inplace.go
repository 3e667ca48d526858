package rewrite

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"

	"github.com/captoken/captoken/internal/builder"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/site"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// inPlace rewrites a token that grants something under a condition: each call
// that makes it is rewritten where it stands.
func (p *plan) inPlace(signs []site.Step) *vt.Reason {
	collector, ok := p.builder.(builder.Collector)
	if !ok || p.site.ByHand || !p.site.OneName {
		return refuse(vt.ConditionalScope, "")
	}
	var construct *ast.CallExpr
	var allows []granting
	for _, step := range p.site.Steps {
		call, isCall := step.Node.(*ast.CallExpr)
		switch {
		case step.Role == site.Sign:
		case !isCall || step.Frame != p.site.Home:
			return refuse(vt.ConditionalScope, "")
		case step.Role == site.Construct:
			construct = call
		case step.Role == site.Allow:
			g, ok := p.granting(call)
			if !ok {
				return refuse(vt.ConditionalScope, "")
			}
			allows = append(allows, g)
		default:
			return refuse(vt.ConditionalScope, "")
		}
	}
	at, ok := p.stepPlace(construct)
	if !ok || !p.isWholeValue(construct, at.stmt) || len(construct.Args) == 0 {
		return refuse(vt.ConditionalScope, "")
	}
	for _, g := range append([]granting{{at: at}}, allows...) {
		if reason := p.shadowed(g.at); reason != nil {
			return reason
		}
	}
	late := slices.ContainsFunc(allows, func(g granting) bool { return g.params.Map != "" })

	t := builder.Token{AccountSid: p.carry(construct.Args[0])}
	p.credentials(&t, at)
	var named []ast.Stmt
	for _, g := range allows {
		if g.identity != "" {
			named = append(named, g.at.stmt)
		}
	}
	for _, sign := range signs {
		call, isCall := sign.Node.(*ast.CallExpr)
		if !isCall || !p.env.pkg.Trace().Always(at.stmt, p.env.pkg.Statement(call), named, p.site.Home) {
			// Have: on some ways there is no client name.
			if t.Identity = p.env.opts.Identity; t.Identity == "" {
				return refuse(vt.ConditionalScope, "on some ways there is no client name")
			}
			signAt, ok := placeOf(p.env.pkg, sign.Node)
			if !ok || !p.isSameEverywhere(t.Identity, at) || !p.isSameEverywhere(t.Identity, signAt) {
				return refuse(vt.OutOfReach, "identity is another "+t.Identity+" where the token is signed")
			}
		}
	}
	before, collection := collector.Begin(t, late, p.pkg, writer{p, at})
	p.instead(at, before)
	for _, g := range allows {
		if g.identity != "" {
			p.instead(g.at, collection.Incoming(g.identity))
		} else {
			p.instead(g.at, collection.Outgoing(g.applicationSid, g.params))
		}
	}
	for _, sign := range signs {
		call, at, reason := p.signingCall(sign)
		if reason != nil {
			return reason
		}
		if reason := p.shadowed(at); reason != nil {
			return reason
		}
		var l builder.Lifetime
		said := p.lifetime(&l, at)
		if !l.IsKnown() {
			return refuse(vt.OutOfReach, "ttl can't be written where the token is signed")
		}
		if reason := p.order(said, at); reason != nil {
			return reason
		}
		if late && p.actsBefore(at) {
			return refuse(vt.Shape, "the signing statement has another call with side effects, which may change the parameters")
		}
		p.sign(call, at, collection.Make(l, writer{p, at}))
	}
	return nil
}

// A granting is a statement that allows something.
type granting struct {
	at             place
	identity       string
	applicationSid string
	params         builder.Params
}

// granting reads a call that allows something, and is a statement of its own.
func (p *plan) granting(call *ast.CallExpr) (granting, bool) {
	at, ok := p.stepPlace(call)
	if !ok {
		return granting{}, false
	}
	stmt, isExpr := at.stmt.(*ast.ExprStmt)
	if !isExpr || ast.Unparen(stmt.X) != call {
		return granting{}, false
	}
	known, ok := p.env.effects.capable.Lookup(p.env.pkg.Callee(call))
	if !ok {
		return granting{}, false
	}
	g := granting{at: at}
	row := known.Row
	switch row.Role {
	case knowledge.AllowIncoming:
		if row.ClientName >= len(call.Args) {
			return granting{}, false
		}
		name := call.Args[row.ClientName]
		if tv := p.env.pkg.Info.Types[name]; tv.Value != nil && tv.Value.ExactString() == `""` {
			return granting{}, false
		}
		g.identity = p.carry(name)
		return g, !hasFunc(call)
	case knowledge.AllowOutgoing:
		if row.ApplicationSid >= len(call.Args) || row.Params >= len(call.Args) {
			return granting{}, false
		}
		g.applicationSid = p.carry(call.Args[row.ApplicationSid])
		arg := ast.Unparen(call.Args[row.Params])
		if tv := p.env.pkg.Info.Types[arg]; tv.IsNil() {
			return g, !hasFunc(call)
		}
		text := p.carry(arg)
		if lit, ok := arg.(*ast.CompositeLit); ok {
			if len(p.file.comments(p.file.offset(lit.Pos()), p.file.offset(lit.Lbrace))) > 0 {
				return granting{}, false
			}
			g.params.Entries = text[lit.Lbrace-lit.Pos():]
		} else {
			g.params.Map = text
		}
		return g, isStringMap(p.env.pkg.TypeOf(arg)) && !hasFunc(call)
	}
	return granting{}, false
}

// hasFunc reports whether there is a function literal in an expression.
func hasFunc(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, isFunc := n.(*ast.FuncLit)
		found = found || isFunc
		return !found
	})
	return found
}

// carry returns the source of an expression, which is written where it is
// evaluated now.
func (p *plan) carry(e ast.Expr) string {
	p.carried = append(p.carried, e)
	return p.file.text(e)
}

// stepPlace returns the statement of a step, if it is in the function that
// makes the token.
func (p *plan) stepPlace(call *ast.CallExpr) (place, bool) {
	if call == nil {
		return place{}, false
	}
	at, ok := placeOf(p.env.pkg, call)
	at.file = p.env.fileOf(call)
	return at, ok && at.file == p.file && at.fn == p.site.Func
}

// isWholeValue reports whether a statement does nothing but to define a
// variable by a call.
func (p *plan) isWholeValue(call *ast.CallExpr, stmt ast.Stmt) bool {
	switch stmt := stmt.(type) {
	case *ast.AssignStmt:
		return len(stmt.Lhs) == 1 && len(stmt.Rhs) == 1 && ast.Unparen(stmt.Rhs[0]) == call && p.definesLocal(stmt.Lhs[0])
	case *ast.DeclStmt:
		gen, ok := stmt.Decl.(*ast.GenDecl)
		if !ok || len(gen.Specs) != 1 {
			return false
		}
		spec, ok := gen.Specs[0].(*ast.ValueSpec)
		return ok && len(spec.Names) == 1 && len(spec.Values) == 1 && ast.Unparen(spec.Values[0]) == call
	}
	return false
}

// definesLocal reports whether a variable is defined here, and never
// assigned to again.
func (p *plan) definesLocal(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok || p.env.pkg.Info.Defs[id] == nil {
		return false
	}
	v, ok := p.env.pkg.ObjectOf(id).(*types.Var)
	return ok && len(p.env.pkg.Assigned(v)) == 1
}

// instead puts statements in place of the one of a place.
func (p *plan) instead(at place, text []string) {
	p.inserts = append(p.inserts, insert{at, text})
	p.hoists = append(p.hoists, at.stmt)
}

// credentials sets what does not depend on the old token.
func (p *plan) credentials(t *builder.Token, at place) {
	if region := p.env.opts.Region; region != "" {
		t.Region = strconv.Quote(region)
	}
	os := p.importAt("os", "os", at)
	t.APIKeySid = os + "Getenv(" + strconv.Quote(p.env.keyEnv) + ")"
	t.APIKeySecret = os + "Getenv(" + strconv.Quote(p.env.secretEnv) + ")"
}
