package rewrite

import (
	"go/ast"
	"go/types"
	"strconv"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/scope"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// sayParams writes the parameters of outgoing calls at a place: the entries
// of a literal, or else a map.
func (p *plan) sayParams(v vt.Value, at place) (s saying, entries, ok bool) {
	switch o := v.Origin.(type) {
	case *flow.Value:
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
				if e := s.carried[0]; !p.env.pkg.Trace().SameContents(e, o.Frame, at.stmt) {
					s.differs = true
				}
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
func (p *plan) entries(v *flow.Value, at place) (saying, bool, bool) {
	rec := v.Strip()
	if rec.Op != flow.Record || rec.Taint != "" || len(rec.Done) > 0 {
		return saying{}, true, false
	}
	var out saying
	text := "{"
	for i, fd := range rec.Fields {
		item := fd.Val
		if l := item.Strip(); l.Op == flow.List && len(l.Args) == 1 {
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
