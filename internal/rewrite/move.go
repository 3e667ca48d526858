package rewrite

import (
	"go/ast"
	"go/types"

	"github.com/captoken/captoken/internal/flow"
)

// moves reports whether what s says means the same at the place, or where its
// function has it now. If it may be another at the place, s says so.
func (p *plan) moves(s *saying, v *flow.Value, at place) bool {
	e := s.carried[0]
	same := func(stmt ast.Stmt, stands bool) bool {
		isClock := func(call *ast.CallExpr) bool { return stands && p.env.effects.asksTime(call) }
		return p.env.pkg.Trace().Same(v, e, v.Frame, stmt, isClock)
	}
	if same(at.stmt, !p.clockRuns) {
		return true
	}
	if home, ok := placeOf(p.env.pkg, s.from); ok && home.stmt == at.stmt {
		s.grade = max(s.grade, reads) // it must not be moved past what the statement does first
		return true
	}
	s.differs = true
	s.grade = max(s.grade, builds)
	if s.from == e {
		return true
	}
	// Have: what a function does that is called there.
	home, ok := placeOf(p.env.pkg, s.from)
	return ok && same(home.stmt, true)
}

// bearable returns the highest grade with which an expression can be
// written at a place, instead of where it is.
func (p *plan) bearable(s saying, at place) grade {
	home, ok := placeOf(p.env.pkg, s.from)
	if !ok {
		if s.from.Pos() < at.stmt.Pos() || at.stmt.End() < s.from.End() {
			return free
		}
		return acts // in the statement itself
	}
	home.file = at.file
	if home.stmt == at.stmt {
		return acts
	}
	if home.encloses(at) && p.canHoist(s, home) {
		return acts // it can be kept in a variable, where it is evaluated now
	}
	if !s.differs {
		return reads
	}
	return free
}

// canHoist reports whether an expression means the same right before the
// statement that it is in.
func (p *plan) canHoist(s saying, home place) bool {
	if s.late {
		return false
	}
	for _, e := range s.carried {
		if !contains(s.from, e) {
			continue
		}
		same := true
		ast.Inspect(e, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return same
			}
			obj := p.env.pkg.Info.Uses[id]
			if v, isVar := obj.(*types.Var); obj == nil || p.isSelected(id) || isVar && v.IsField() {
				return same
			}
			same = same && p.visible(id.Name, obj, home)
			return same
		})
		if !same {
			return false
		}
	}
	return true
}
