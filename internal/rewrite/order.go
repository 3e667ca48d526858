package rewrite

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"

	vt "github.com/captoken/captoken/internal/voicetoken"
)

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
		if s.said.from == nil {
			continue
		}
		home, ok := placeOf(p.env.pkg, s.said.from)
		home.file = p.file
		if ok && home.stmt != at.stmt && p.movesPanic(s.said, home, at) {
			if !home.encloses(at) || !p.canHoist(s.said, home) {
				return refuse(vt.Shape, s.name+" may panic, and code before the signing would run first")
			}
			p.keep(s, home)
			continue
		}
		if s.said.grade <= free {
			continue
		}
		if !ok || home.stmt == at.stmt {
			if s.said.grade > reads {
				inline++
			} else {
				seeing++
			}
			continue
		}
		if s.said.grade <= reads && !s.said.differs {
			moved = append(moved, movable{s, home})
			continue
		}
		p.hoist(s, home)
	}
	if p.racesIn(said, at) {
		return refuse(vt.Shape, "a statement has a call with side effects, and reads what that may change")
	}
	// A map is read when the token is made.
	readsMap := slices.ContainsFunc(said, func(s part) bool { return s.isMap })
	if readsMap && inline > 0 {
		return refuse(vt.Shape, "a call with side effects makes the token, and may change its parameters")
	}
	if (inline+seeing > 0 || readsMap) && p.actsBefore(at) {
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

// racesIn reports whether a statement before that of a place evaluates one
// parameter with a side effect, and another one that reads memory: Go does not
// say which goes first.
func (p *plan) racesIn(said []part, at place) bool {
	acting, reading := make(map[ast.Stmt]bool), make(map[ast.Stmt]bool)
	for _, s := range said {
		if s.said.from == nil {
			continue
		}
		home, ok := placeOf(p.env.pkg, s.said.from)
		if !ok || home.stmt == at.stmt {
			continue
		}
		switch grade := p.env.effects.of(s.said.from); {
		case grade == acts:
			acting[home.stmt] = true
		case grade >= reads || s.said.grade >= reads:
			reading[home.stmt] = true
		}
	}
	for stmt := range acting {
		if reading[stmt] {
			return true
		}
	}
	return false
}

// actsBefore reports whether the statement of a place evaluates a call with
// side effects, or has an init statement, before the signing call. The operands
// of that do not count.
func (p *plan) actsBefore(at place) bool {
	var sign ast.Node = p.signing
	var init ast.Stmt
	switch st := at.stmt.(type) {
	case *ast.IfStmt:
		init = st.Init
	case *ast.SwitchStmt:
		init = st.Init
	case *ast.TypeSwitchStmt:
		init = st.Init
	}
	if init != nil && !contains(init, sign) {
		return true
	}
	trace := p.env.pkg.Trace()
	passage, ok := trace.Between(at.stmt, sign, trace.Frame(at.stmt))
	return !ok || slices.ContainsFunc(passage.Calls, func(call *ast.CallExpr) bool {
		return call == nil || !contains(sign, call) && (p.env.effects.call(call) == acts || p.env.effects.writesInto(call))
	})
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

// hoist keeps a parameter in a variable, where it is evaluated now. The
// statement that does so must go.
func (p *plan) hoist(s *part, home place) {
	p.keep(s, home)
	if !slices.Contains(p.hoists, home.stmt) {
		p.hoists = append(p.hoists, home.stmt)
	}
}

// keep keeps a parameter in a variable, right before the statement that
// evaluates it now.
func (p *plan) keep(s *part, home place) {
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
	p.kept = append(p.kept, home.stmt)
	if s.hoisted == nil {
		*s.text = name
	}
}
