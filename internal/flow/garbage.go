package flow

import "slices"

// This file is about objects that nothing refers to any more.

// A marking finds the objects that a state still refers to.
type marking struct {
	x    *executor
	st   *state
	head *node
	objs map[*object]bool
	syms map[*sym]bool
	vals map[*val]bool
}

// swept returns st without the objects that a round has made for itself. The round
// was a call, which began with in. Older objects do not refer to such an object,
// deferred calls do not, and the registers of a call are gone.
//
//	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
//		var user User // is gone when it returns
//	})
func (x *executor) swept(st, in *state, head *node) *state {
	m := &marking{x, st, head, make(map[*object]bool), make(map[*sym]bool), make(map[*val]bool)}
	var made []*object
	st.heap.diff(in.heap, func(id int, c, _ *cell) {
		switch o := x.objects[id]; {
		case c == nil:
		case m.isMade(o):
			made = append(made, o)
		default:
			m.cell(c)
		}
	})
	st.stack.diff(in.stack, func(_ int, d, _ *deferred) {
		for _, e := range d.calls() {
			m.val(e.fn)
			for _, v := range e.args {
				m.val(v)
			}
		}
	})
	for changed := true; changed; {
		changed = false
		for _, o := range made {
			if !m.objs[o] && o.base != nil && m.hasPart(o.base) {
				m.object(o)
				changed = true
			}
		}
	}
	out := *st
	for _, o := range made {
		if !m.objs[o] {
			out.heap = out.heap.set(o.id, nil)
		}
	}
	return &out
}

// isMade reports whether the round makes an object, or the symbol that points to
// it.
func (m *marking) isMade(o *object) bool {
	return o.born.contains(m.head) && (o.kind != objGlobal && o.kind != objPointee || o.base != nil && m.isOwn(o.base))
}

// isOwn reports whether the round makes a symbol, and all that it is a part of.
func (m *marking) isOwn(s *sym) bool {
	for s.born.contains(m.head) {
		of, ok := s.key.a.(*sym)
		if !ok {
			switch s.key.kind {
			case symMade, symResult:
				return true
			}
			return false
		}
		s = of
	}
	return false
}

func (m *marking) object(o *object) {
	if o == nil || m.objs[o] {
		return
	}
	m.objs[o] = true
	if m.isMade(o) {
		m.cell(m.st.heap.get(o.id))
	}
	for _, t := range slices.Concat(o.twin, o.grown) {
		m.object(t)
	}
}

func (m *marking) cell(c *cell) {
	if c == nil {
		return
	}
	m.val(c.v)
	m.val(c.former)
	m.record(c.rec)
	for _, e := range c.entries {
		m.val(e.key)
		m.val(e.v)
	}
}

func (m *marking) record(r *record) {
	for _, d := range r.calls() {
		for _, v := range d.call.args {
			m.val(v)
		}
	}
}

// sym marks a symbol. What it points to, and what its parts point to, is marked
// in the end.
func (m *marking) sym(s *sym) {
	for ; s != nil && !m.syms[s]; s = s.asserted {
		m.syms[s] = true
		if at := m.x.encoders[s]; at != nil {
			m.val(at)
		}
		m.val(s.over)
	}
}

// hasPart reports whether a symbol is marked, or one that it is a part of.
func (m *marking) hasPart(s *sym) bool {
	for !m.syms[s] {
		of, ok := s.key.a.(*sym)
		if !ok {
			return false
		}
		s = of
	}
	return true
}

func (m *marking) val(v *val) {
	if v == nil || m.vals[v] || v.kind == kConst && v.was == nil {
		return
	}
	m.vals[v] = true
	m.object(v.obj)
	m.sym(v.sym)
	m.val(v.was)
	m.record(v.rec)
	for _, a := range v.args {
		m.val(a)
	}
}
