package rewrite

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/builder"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/scope"
	"github.com/captoken/captoken/internal/site"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// A plan is how one token is to be rewritten: what is put where, and which
// of today's code that leaves without a use.
type plan struct {
	env  *env
	site *site.Site

	file    *file
	builder builder.Builder
	pkg     builder.Package

	inserts  []insert
	replaced []replacement
	signing  ast.Node // the call that is being rewritten
	// clockRuns tells that what asks for the time must do so where it does now.
	clockRuns bool
	hoisted   map[hoistKey]string
	hoists    []ast.Stmt // must go, as what they evaluate is evaluated by an insert
	kept      []ast.Stmt // have an insert in their place, if they go
	carried   []ast.Expr // code whose source is written elsewhere
	imports   []naming
	steps     []ast.Node // the code that made the old token
	together  ast.Node   // a declaration: with the others in it, or not at all; nil if it can be alone
	refused   *vt.Reason
	swept     *sweep // after this plan alone; nil until it is asked for
}

// An insert puts statements in front of a statement.
type insert struct {
	at   place
	text []string
}

// A replacement writes an expression or a statement in place of another.
type replacement struct {
	node ast.Node
	text string
}

func refuse(code vt.Code, detail string) *vt.Reason { return &vt.Reason{Code: code, Detail: detail} }

// newPlan plans the rewriting of a token.
func newPlan(e *env, s *site.Site, access vt.Access) *plan {
	p := &plan{env: e, site: s, hoisted: make(map[hoistKey]string)}
	p.refused = p.make(access)
	return p
}

func (p *plan) make(access vt.Access) *vt.Reason {
	s := p.site
	p.file = p.env.files[s.File]
	if p.file == nil {
		return refuse(vt.Shape, "the file can't be read")
	}
	made := builder.Made{ByHand: s.ByHand, Package: s.Package}
	p.builder = builder.Choose(p.env.opts.Builder, made, p.env.opts.Region)
	var err error
	if p.pkg, err = p.builder.Package(made); err != nil {
		return refuse(vt.BuilderUnfit, err.Error())
	}
	var signs []site.Step
	for _, step := range s.Steps {
		switch step.Role {
		case site.Sign:
			signs = append(signs, step)
		case site.Construct, site.Allow:
			p.steps = append(p.steps, step.Node)
		}
	}
	if len(signs) == 0 {
		return refuse(vt.NotGenerated, "")
	}
	if p.isChecked() {
		return refuse(vt.Shape, "the package checks tokens with the same key")
	}
	if slices.ContainsFunc(signs, func(sign site.Step) bool { return p.isRead(sign.Node) }) {
		return refuse(vt.Shape, "the program reads the token")
	}
	if slices.ContainsFunc(s.Steps, func(st site.Step) bool { return st.Conditional && st.Role == site.Allow }) || s.Token.Conditional() {
		return p.inPlace(signs)
	}
	for _, sign := range signs {
		if reason := p.rewriteSign(access, sign); reason != nil {
			return reason
		}
	}
	return nil
}

// rewriteSign puts the making of an Access Token before the statement that
// signs the old one, and its signing in the old one's place.
func (p *plan) rewriteSign(access vt.Access, sign site.Step) *vt.Reason {
	call, at, reason := p.signingCall(sign)
	if reason != nil {
		return reason
	}
	if reason := p.shadowed(at); reason != nil {
		return reason
	}
	t, said, reason := p.token(access, at)
	if reason != nil {
		return reason
	}
	if reason := p.order(said, at); reason != nil {
		return reason
	}
	code, err := p.builder.Write(*t, p.pkg, writer{p, at})
	if err != nil {
		return refuse(vt.BuilderUnfit, err.Error())
	}
	p.sign(call, at, code)
	return nil
}

// shadowed returns a reason if a name of the language, which builders write,
// means something else at a place.
func (p *plan) shadowed(at place) *vt.Reason {
	for _, name := range []string{"true", "nil", "string", "float64", "int64", "make", "byte"} {
		if at.lookup(p.env.pkg, name) != types.Universe.Lookup(name) {
			return refuse(vt.Shape, name+" means something else where the token is made")
		}
	}
	return nil
}

// sign puts the making of a token before the statement of a place, and its
// signing in place of a call.
func (p *plan) sign(call *ast.CallExpr, at place, code builder.Code) {
	if isBytes(p.env.pkg.TypeOf(call).(*types.Tuple)) {
		signed, signErr := p.env.names.fresh("signed", at), p.env.names.fresh("signErr", at)
		code.Before = append(code.Before, signed+", "+signErr+" := "+code.Sign)
		code.Sign = "[]byte(" + signed + "), " + signErr
	}
	p.inserts = append(p.inserts, insert{at, code.Before})
	p.replaced = append(p.replaced, replacement{call, code.Sign})
}

// A part is a parameter of the token, as it was said.
type part struct {
	name string
	said saying
	text *string // where the builder reads it
	// hoisted has the builder read a variable that holds it; nil if text
	// does.
	hoisted func(name string)
	isMap   bool // a map, which is read when the token is made
}

// token says the parameters of the Access Token at a place.
func (p *plan) token(access vt.Access, at place) (*builder.Token, []part, *vt.Reason) {
	t := &builder.Token{}
	var said []part
	var reason *vt.Reason
	add := func(name string, s saying, ok bool, text *string, hoisted func(string)) {
		if !ok {
			if reason == nil {
				reason = refuse(vt.OutOfReach, name+" can't be written where the token is signed")
			}
			return
		}
		*text = s.text
		said = append(said, part{name: name, said: s, text: text, hoisted: hoisted})
	}
	for _, arg := range access.Arguments {
		if len(arg.Values) == 0 {
			continue
		}
		v := arg.Values[0]
		switch arg.Parameter {
		case vt.AccountSid:
			s, ok := p.sayValue(v, at)
			add("accountSid", s, ok, &t.AccountSid, nil)
		case vt.Identity:
			if v.Origin == nil { // given by the user
				if t.Identity = v.Source; !p.isSameEverywhere(t.Identity, at) && reason == nil {
					reason = refuse(vt.OutOfReach, "identity is another "+t.Identity+" where the token is signed")
				}
				continue
			}
			s, ok := p.sayValue(v, at)
			add("identity", s, ok, &t.Identity, nil)
		case vt.IncomingAllow:
			t.IncomingAllow = true
		case vt.OutgoingApplicationSid:
			s, ok := p.sayValue(v, at)
			add("applicationSid", s, ok, &t.OutgoingApplicationSid, nil)
		case vt.OutgoingApplicationParams:
			params := &t.OutgoingApplicationParams
			s, entries, ok := p.sayParams(v, at)
			if !entries {
				if add("applicationParams", s, ok, &params.Map, nil); ok {
					said[len(said)-1].isMap = true
				}
				continue
			}
			add("applicationParams", s, ok, &params.Entries, func(name string) { *params = builder.Params{Map: name} })
		}
	}
	if why := p.unfit(); why != "" && reason == nil {
		reason = refuse(vt.BuilderUnfit, why)
	}
	if reason == nil {
		said = append(said, p.lifetime(&t.Lifetime, at)...)
		if !t.Lifetime.IsKnown() {
			reason = refuse(vt.OutOfReach, "ttl can't be written where the token is signed")
		}
	}
	p.credentials(t, at)
	return t, said, reason
}

// isSameEverywhere reports whether an expression that the user gave means at a
// place what it means in the package, and where the token is made: its names
// are not declared once more, and have the same values.
func (p *plan) isSameEverywhere(expr string, at place) bool {
	x, err := parser.ParseExpr(expr)
	if err != nil {
		return false
	}
	same := true
	ast.Inspect(x, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			same = same && p.isSameEverywhere(types.ExprString(sel.X), at)
			return false
		}
		if id, ok := n.(*ast.Ident); ok && same {
			obj := p.env.types.Scope().Lookup(id.Name)
			same = (obj == nil || at.lookup(p.env.pkg, id.Name) == obj) && p.isSameSince(id.Name, at)
		}
		return same
	})
	return same
}

// isSameSince reports whether a name has one meaning, and a variable one value,
// from where the token is made to a place. A variable that is declared later
// has one.
func (p *plan) isSameSince(name string, at place) bool {
	construct := p.constructIn(at)
	if construct == nil {
		return true
	}
	home, ok := placeOf(p.env.pkg, construct)
	if !ok {
		return false
	}
	there, here := home.lookup(p.env.pkg, name), at.lookup(p.env.pkg, name)
	if there != nil && there != here {
		return false
	}
	v, isVar := here.(*types.Var)
	if !isVar || contains(at.stmt, construct) {
		return true
	}
	trace := p.env.pkg.Trace()
	passage, ok := trace.Between(construct, at.stmt, trace.Frame(construct))
	return !slices.ContainsFunc(p.env.pkg.Uses(v), func(cur inspector.Cursor) bool {
		id := cur.Node().(*ast.Ident)
		if !isTarget(cur) || p.env.pkg.Info.Defs[id] != nil {
			return false
		}
		return !ok || passage.Runs(id) || !p.env.effects.isGlobal(v) && p.env.pkg.Function(id) != p.env.pkg.Function(construct)
	})
}

// isTarget reports whether a variable, or a part of it, is assigned to, or its
// address is taken.
func isTarget(cur inspector.Cursor) bool {
	for {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.SelectorExpr_X, edge.IndexExpr_X, edge.StarExpr_X, edge.ParenExpr_X:
			cur = cur.Parent()
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return true
		case edge.UnaryExpr_X:
			return cur.Parent().Node().(*ast.UnaryExpr).Op == token.AND
		default:
			return false
		}
	}
}

// sayValue writes a value of the token at a place.
func (p *plan) sayValue(v vt.Value, at place) (saying, bool) {
	switch o := v.Origin.(type) {
	case *flow.Value:
		return p.sayString(o, at)
	case scope.Template:
		return p.template(o, at)
	}
	return saying{}, false
}

// writer is the builder's view of a place.
type writer struct {
	p  *plan
	at place
}

// Import implements [builder.Writer].
func (w writer) Import(path, name string) string { return w.p.importAt(path, name, w.at) }

// Fresh implements [builder.Writer].
func (w writer) Fresh(name string) string { return w.p.env.names.fresh(name, w.at) }
