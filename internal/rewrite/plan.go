package rewrite

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/captoken/captoken/internal/builder"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/origin"
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
	hoisted  map[hoistKey]string
	hoists   []ast.Stmt // must go, as what they evaluate is evaluated by an insert
	carried  []ast.Expr // code whose source is written elsewhere
	imports  []naming
	made     builder.Made
	steps    []ast.Node // the code that made the old token
	together ast.Node   // a declaration: with the others in it, or not at all; nil if it can be alone
	refused  *vt.Reason
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
	p.made = builder.Made{ByHand: s.ByHand, Package: s.Package}
	p.builder = builder.Choose(p.env.opts.Builder, p.made, p.env.opts.Region)
	var err error
	if p.pkg, err = p.builder.Package(p.made); err != nil {
		return refuse(vt.BuilderUnfit, err.Error())
	}
	var signs []site.Step
	for _, step := range s.Steps {
		if step.Role == site.Sign {
			signs = append(signs, step)
			continue
		}
		if step.Role == site.Construct || step.Role == site.Allow {
			p.steps = append(p.steps, step.Node)
		}
	}
	if len(signs) == 0 {
		return refuse(vt.NotGenerated, "")
	}
	if slices.ContainsFunc(s.Steps, func(st site.Step) bool { return st.Conditional && st.Role == site.Allow }) || conditional(s.Token) {
		return p.inPlace(signs)
	}
	for _, sign := range signs {
		if reason := p.rewriteSign(access, sign); reason != nil {
			return reason
		}
	}
	return nil
}

func conditional(tok vt.Capability) bool {
	for _, in := range tok.Incoming {
		if in.Conditional {
			return true
		}
	}
	for _, o := range tok.Outgoing {
		if o.Conditional {
			return true
		}
	}
	return false
}

// signingCall returns the call that signs the token, as the function that
// makes the token has it: the signing call, or that of a function which
// does nothing but to sign what it is given, and the place for it.
func (p *plan) signingCall(sign site.Step) (*ast.CallExpr, place, *vt.Reason) {
	call, ok := sign.Node.(*ast.CallExpr)
	if !ok || sign.Frame == nil {
		return nil, place{}, refuse(vt.Shape, "")
	}
	frame := sign.Frame
	for home := p.site.Home; home != nil && frame != home && frame.Within(home); frame = frame.Caller {
		if !p.onlySigns(frame, call) {
			return nil, place{}, refuse(vt.AcrossFunctions, "it is signed in another function")
		}
		call = frame.Call
	}
	if home := p.site.Home; home != nil && !home.Within(frame) && p.env.pkg.OuterFunction(call) != home.Func {
		return nil, place{}, refuse(vt.AcrossFunctions, "it is signed in another function")
	}
	at, ok := placeOf(p.env.pkg, call)
	if !ok {
		return nil, place{}, refuse(vt.Shape, "no statement can be put before the signing call")
	}
	at.frame, at.file = frame, p.env.fileOf(call)
	if at.file != p.file {
		return nil, place{}, refuse(vt.AcrossFunctions, "it is signed in another file")
	}
	if cur, ok := p.env.pkg.Cursor(at.fn); !ok || jumps(cur) {
		return nil, place{}, refuse(vt.Shape, "there is a goto")
	}
	if construct := p.constructIn(at); construct != nil {
		if p.comesRound(at.stmt, construct, at) {
			return nil, place{}, refuse(vt.SeveralTokens, "it is signed in a loop")
		}
		if p.site.ByHand && p.env.pkg.Function(construct) != at.fn {
			return nil, place{}, refuse(vt.Shape, "the claims are made once, and signed in a closure")
		}
	}
	p.signing = call
	if !isSigned(p.env.pkg.TypeOf(call)) {
		return nil, place{}, refuse(vt.Shape, "the signing call does not return a string or bytes, and an error")
	}
	return call, at, nil
}

// constructIn returns the expression that makes the token, if that is in the
// declared function of a place.
func (p *plan) constructIn(at place) ast.Expr {
	for _, step := range p.site.Steps {
		e, ok := step.Node.(ast.Expr)
		if as, isAssign := step.Node.(*ast.AssignStmt); isAssign && len(as.Lhs) > 0 {
			e, ok = as.Lhs[0], true
		}
		if ok && step.Role == site.Construct && p.env.pkg.OuterFunction(e) == p.env.pkg.OuterFunction(at.stmt) {
			return e
		}
	}
	return nil
}

// onlySigns reports whether the function of a frame returns what the signing
// call in it returns, has no other effect, and is called for this token only.
func (p *plan) onlySigns(f *origin.Frame, call *ast.CallExpr) bool {
	fn := p.env.pkg.FuncOf(f.Func)
	if f.Call == nil || fn == nil || p.env.effects.body(fn) > builds || len(p.env.pkg.Callers(fn)) != 1 {
		return false
	}
	decl, _ := p.env.pkg.Decl(fn)
	returns := 0
	signed := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			returns++
			signed = len(ret.Results) == 1 && ast.Unparen(ret.Results[0]) == call
		}
		return true
	})
	return returns == 1 && signed
}

// isSigned reports whether a type is (string, error), or ([]byte, error).
func isSigned(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() == 2 && types.Identical(tuple.At(1).Type(), types.Universe.Lookup("error").Type()) &&
		(types.Identical(tuple.At(0).Type(), types.Typ[types.String]) || isBytes(tuple))
}

func isBytes(tuple *types.Tuple) bool {
	return types.Identical(tuple.At(0).Type(), types.NewSlice(types.Typ[types.Byte]))
}

// rewriteSign puts the making of an Access Token before the statement that
// signs the old one, and its signing in the old one's place.
func (p *plan) rewriteSign(access vt.Access, sign site.Step) *vt.Reason {
	call, at, reason := p.signingCall(sign)
	if reason != nil {
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
	if p.refused != nil {
		return p.refused
	}
	p.sign(call, at, code)
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
		said = append(said, part{name, s, text, hoisted})
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
				t.Identity = v.Source
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
				add("applicationParams", s, ok, &params.Map, nil)
				continue
			}
			add("applicationParams", s, ok, &params.Entries, func(name string) { *params = builder.Params{Map: name} })
		}
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

// sayValue writes a value of the token at a place.
func (p *plan) sayValue(v vt.Value, at place) (saying, bool) {
	switch o := v.Origin.(type) {
	case *origin.Value:
		return p.sayString(o, at)
	case scope.Template:
		return p.template(o, at)
	}
	return saying{}, false
}

// sayParams writes the parameters of outgoing calls at a place: the entries
// of a literal, or else a map.
func (p *plan) sayParams(v vt.Value, at place) (s saying, entries, ok bool) {
	switch o := v.Origin.(type) {
	case *origin.Value:
		if s, ok := p.say(o, at); ok && len(s.carried) > 0 && isStringMap(p.env.pkg.TypeOf(s.carried[0])) {
			if lit, isLit := s.carried[0].(*ast.CompositeLit); isLit {
				if f := p.env.fileOf(lit); len(f.comments(f.offset(lit.Pos()), f.offset(lit.Lbrace))) > 0 {
					return s, true, false
				}
				s.text = p.env.fileOf(lit).text(lit)[lit.Lbrace-lit.Pos():]
				return s, true, len(s.carried) == 1
			}
			if !p.site.OneName {
				// It has been encoded by the time of signing.
				s.grade, s.late = max(s.grade, reads), true
				if s.grade > p.bearable(s, at) {
					return s, false, false
				}
			}
			if len(s.carried) == 1 || p.site.ByHand {
				return s, false, true
			}
		}
		return p.entries(o, at)
	case *scope.Params:
		var out saying
		text := "{"
		for i, pair := range o.Pairs {
			key, ok := p.template(pair.Key, at)
			value := saying{text: `""`}
			if ok && pair.Value != nil {
				value, ok = p.template(pair.Value, at)
			}
			if !ok {
				return saying{}, true, false
			}
			if i > 0 {
				text += ", "
			}
			text += key.text + ": " + value.text
			out.add(key)
			out.add(value)
		}
		out.text = text + "}"
		return out, true, true
	}
	return saying{}, false, false
}

// entries writes the parameters as entries, if all that the map holds is
// known.
func (p *plan) entries(v *origin.Value, at place) (saying, bool, bool) {
	rec := v.Strip()
	if rec.Op != origin.Record || rec.Taint != "" || len(rec.Done) > 0 {
		return saying{}, true, false
	}
	var out saying
	text := "{"
	for i, fd := range rec.Fields {
		item := fd.Val
		if l := item.Strip(); l.Op == origin.List && len(l.Args) == 1 {
			item = l.Args[0]
		}
		if fd.Key != nil || fd.Cond {
			return saying{}, true, false
		}
		s, ok := p.sayString(item, at)
		if !ok {
			return saying{}, true, false
		}
		if i > 0 {
			text += ", "
		}
		text += strconv.Quote(fd.Name) + ": " + s.text
		out.add(s)
	}
	out.text = text + "}"
	return out, true, true
}

// isStringMap reports whether a type is a map of strings to strings.
func isStringMap(t types.Type) bool {
	if t == nil {
		return false
	}
	m, ok := t.Underlying().(*types.Map)
	return ok && types.Identical(m.Key(), types.Typ[types.String]) && types.Identical(m.Elem(), types.Typ[types.String])
}

// lifetime says what the code has of the token's lifetime, as far as the
// builder writes it.
func (p *plan) lifetime(l *builder.Lifetime, at place) []part {
	ttl := p.site.Token.TTL
	if ttl.Form == vt.TTLNone {
		l.Default = true
		return nil
	}
	if ttl.ConstSeconds {
		l.Constant = ttl.Seconds
	}
	var said []part
	put := func(v *origin.Value, text *string) {
		s, ok := p.say(v, at)
		if !ok || len(s.carried) == 0 {
			return
		}
		if p.readsGlobal(s.carried[0]) {
			l.Constant = 0 // tests, say, may set it
		}
		if text == &l.Duration && isUntyped(p.env.pkg, s.carried[0]) {
			s.text = p.importAt("time", "time", at) + "Duration(" + s.text + ")"
		}
		*text = s.text
		said = append(said, part{name: "ttl", said: s, text: text})
	}
	if v, ok := ttl.Origin.(*origin.Value); ok && ttl.State == vt.Known {
		switch ttl.Form {
		case vt.TTLDuration:
			put(v, &l.Duration)
		case vt.TTLSeconds:
			put(v, &l.Seconds)
		}
	}
	if exp := p.site.Expiry; exp != nil {
		if !countsFromNow(exp, false) {
			// The clock is one of the program's own: what counts from it must
			// go on to do so.
			*l, said = builder.Lifetime{}, nil
		}
		p.expiry(l, exp, put)
	}
	if issued := p.site.Issued; issued != nil {
		put(issued, &l.Issued)
	}
	p.builder.Pick(l)
	return slices.DeleteFunc(said, func(pt part) bool { return *pt.text == "" })
}

func isNamed(e ast.Expr, name string) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && id.Name == name
}

// readsGlobal reports whether an expression reads a variable of a package.
func (p *plan) readsGlobal(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			v, isVar := p.env.pkg.ObjectOf(id).(*types.Var)
			found = found || isVar && !v.IsField() && p.env.effects.isGlobal(v)
		}
		return !found
	})
	return found
}

// countsFromNow reports whether an instant is time.Now, or one addition away
// from it.
func countsFromNow(v *origin.Value, added bool) bool {
	s := v.Strip()
	switch s.Op {
	case origin.Binary:
		return !added && s.Tok == token.ADD && (countsFromNow(s.Args[0], true) || countsFromNow(s.Args[1], true))
	case origin.Record:
		return len(s.Fields) == 1 && countsFromNow(s.Fields[0].Val, added)
	case origin.Call:
		switch name := funcname.Method(s.Fn); {
		case s.Fn.Pkg() != nil && s.Fn.Pkg().Path() == "time" && name == "Now":
			call, ok := s.Expr.(*ast.CallExpr)
			if !ok {
				return false
			}
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			return ok && sel.Sel.Name == "Now" || isNamed(call.Fun, "Now")
		case len(s.Args) == 0:
			return false
		case name == "Time.Add" || name == "Time.AddDate":
			return !added && countsFromNow(s.Args[0], true)
		default: // another form of the same
			return countsFromNow(s.Args[0], added)
		}
	}
	return false
}

// expiry says the claim exp, as it is and as a time or a number.
func (p *plan) expiry(l *builder.Lifetime, exp *origin.Value, put func(*origin.Value, *string)) {
	put(exp, &l.Claim)
	for v := exp; v != nil; {
		for w := v; w != nil; w = w.Args[0] {
			if w.Expr != nil {
				switch t := p.env.pkg.TypeOf(w.Expr); {
				case t == nil:
				case origin.IsNamed(t, "time", "Time"):
					put(w, &l.Until)
					return
				case isNumber(t):
					put(w, &l.Unix)
					return
				}
			}
			if w.Op != origin.Via || len(w.Args) != 1 {
				break
			}
		}
		// Have: a date of the library's own type, made from a time.
		s := v.Strip()
		switch {
		case s.Op == origin.Call && len(s.Args) == 1:
			v = s.Args[0]
		case s.Op == origin.Record && len(s.Fields) == 1:
			v = s.Fields[0].Val
		default:
			return
		}
	}
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsInteger|types.IsFloat) != 0
}

// isUntyped reports whether a constant has no type of its own.
func isUntyped(pkg *origin.Package, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		b, ok := pkg.ObjectOf(e).Type().(*types.Basic)
		return ok && b.Info()&types.IsUntyped != 0
	case *ast.SelectorExpr:
		return isUntyped(pkg, e.Sel)
	case *ast.BinaryExpr:
		return isUntyped(pkg, e.X) && isUntyped(pkg, e.Y)
	case *ast.UnaryExpr:
		return isUntyped(pkg, e.X)
	}
	return false
}

// order sees to it that what the parameters evaluate is evaluated in the
// order of today's code, and once: what can't be moved to the place is kept
// in a variable where it is evaluated now.
func (p *plan) order(said []part, at place) *vt.Reason {
	inline := 0 // of those with an effect
	seeing := 0 // of those that could see an effect, and stay at the place
	var moved []movable
	// In the order of the code, whatever the order of the parameters.
	slices.SortStableFunc(said, func(a, b part) int { return cmp.Compare(start(a.said.from), start(b.said.from)) })
	for i := range said {
		s := &said[i]
		p.carried = append(p.carried, s.said.carried...)
		if s.said.grade <= free || s.said.from == nil {
			continue
		}
		home, ok := placeOf(p.env.pkg, s.said.from)
		home.file = p.file
		if !ok || home.stmt == at.stmt {
			if s.said.grade > reads {
				inline++
			} else {
				seeing++
			}
			continue
		}
		if s.said.grade <= reads && home.fn == at.fn && p.quiet(s.said, at) {
			moved = append(moved, movable{s, home})
			continue
		}
		p.hoist(s, home)
	}
	if inline+seeing > 0 && p.actsBefore(at) {
		return refuse(vt.Shape, "the signing statement has another call with side effects")
	}
	if inline > 1 || inline == 1 && seeing > 0 {
		return refuse(vt.Shape, "several calls with side effects make the token")
	}
	for _, m := range moved {
		if inline > 0 { // which may change what it reads
			if !m.home.encloses(at) || !p.canHoist(m.part.said, m.home) {
				return refuse(vt.Shape, "several calls with side effects make the token")
			}
			p.hoist(m.part, m.home)
		}
	}
	return nil
}

// actsBefore reports whether the statement of a place evaluates a call with
// side effects, or has an init statement, before it signs.
func (p *plan) actsBefore(at place) bool {
	var sign ast.Node = p.signing
	var init ast.Stmt
	switch st := at.stmt.(type) {
	case *ast.IfStmt:
		init = st.Init
	case *ast.SwitchStmt:
		init = st.Init
	}
	if init != nil && !contains(init, sign) {
		return true
	}
	found := false
	ast.Inspect(at.stmt, func(n ast.Node) bool {
		if _, isFunc := n.(*ast.FuncLit); isFunc && !contains(n, sign) {
			return false
		}
		if call, ok := n.(*ast.CallExpr); ok && call.Pos() < sign.Pos() && !contains(call, sign) && p.env.effects.call(call) == acts {
			found = true
		}
		return !found
	})
	return found
}

// A movable is a part that reads memory, before the statement of the place.
type movable struct {
	part *part
	home place
}

func start(e ast.Expr) token.Pos {
	if e == nil {
		return token.NoPos
	}
	return e.Pos()
}

// A hoistKey is a parameter, and the statement that evaluates it.
type hoistKey struct {
	expr ast.Expr
	stmt ast.Stmt
}

// hoist keeps a parameter in a variable, where it is evaluated now.
func (p *plan) hoist(s *part, home place) {
	key := hoistKey{stmt: home.stmt}
	if len(s.said.carried) > 0 {
		key.expr = s.said.carried[0]
	}
	if name, ok := p.hoisted[key]; ok { // by another signing call
		if s.hoisted != nil {
			s.hoisted(name)
		} else {
			*s.text = name
		}
		return
	}
	name := p.env.names.fresh(s.name, home)
	p.hoisted[key] = name
	text := s.said.text
	if s.hoisted != nil {
		text = "map[string]string" + text // Have: the entries of a literal.
		s.hoisted(name)
	}
	p.inserts = append(p.inserts, insert{home, []string{name + " := " + text}})
	p.hoists = append(p.hoists, home.stmt)
	if s.hoisted == nil {
		*s.text = name
	}
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
