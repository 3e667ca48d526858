package flow

import (
	"go/ast"
	"go/types"
	"slices"
)

// aggregate shows a struct or an array.
func (w *viewer) aggregate(v *val, st *state, depth int) *Value {
	if _, isArray := v.typ.Underlying().(*types.Array); isArray {
		out := &Value{Op: List, Type: v.typ}
		for _, a := range v.args {
			out.Args = append(out.Args, w.at(a, st, depth))
		}
		return out
	}
	out := &Value{Op: Record, Type: v.typ}
	if v.sym != nil {
		base := *v
		base.kind, base.args, base.rec, base.via = kSym, nil, nil, nil
		out = w.symbol(&base, st, depth)
		out.Type = v.typ
	}
	out.Fields = w.fields(v, st, depth)
	w.record(out, v.rec, st, depth)
	return out
}

// fields shows the fields of a struct that something was stored in.
func (w *viewer) fields(v *val, st *state, depth int) []Field {
	s, ok := v.typ.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var out []Field
	for i, f := range v.args {
		if i >= s.NumFields() || isBlank(f) || v.sym != nil && w.isPart(f, v.sym, i) && !w.isChanged(f.sym, st) {
			continue
		}
		fd := Field{Name: s.Field(i).Name()}
		if f.kind == kChoice {
			var set []*val
			for _, a := range f.args {
				if isBlank(a) || v.sym != nil && w.isPart(a, v.sym, i) {
					fd.Cond = true
				} else {
					set = append(set, a)
				}
			}
			if fd.Cond && len(set) == 1 {
				f = set[0]
			} else if fd.Cond {
				f = &val{kind: kChoice, args: set, at: f.at}
			}
		}
		fd.Val = w.at(f, st, depth)
		fd.Node = w.setter(f)
		out = append(out, fd)
	}
	return out
}

// reached shows the fields of a struct that is not known through which
// something was changed.
func (w *viewer) reached(of *sym, t types.Type, st *state, depth int) []Field {
	if t == nil {
		return nil
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var out []Field
	for i := range s.NumFields() {
		part, ok := w.x.syms[symKey{kind: symPart, a: of, n: i}]
		if ok && w.isChanged(part, st) {
			v := &val{kind: kSym, sym: part, typ: s.Field(i).Type()}
			out = append(out, Field{Name: s.Field(i).Name(), Val: w.at(v, st, depth)})
		}
	}
	return out
}

// isChanged reports whether something was done to what a symbol refers to.
func (w *viewer) isChanged(s *sym, st *state) bool {
	o, ok := w.x.objIndex[objKey{kind: objPointee, a: s}]
	if !ok {
		return false
	}
	c := w.x.held(st, o)
	return c != nil && (len(c.entries) > 0 || c.rec != nil || c.v != nil && (c.v.rec != nil || c.v.kind == kAgg))
}

func (w *viewer) setter(f *val) ast.Node {
	if f.at.IsValid() {
		return w.setterAt(f)
	}
	for _, a := range f.args {
		if a.at.IsValid() {
			return w.setterAt(a)
		}
	}
	return nil
}

func (w *viewer) setterAt(f *val) ast.Node {
	if n := w.x.prog.setters[f.at]; n != nil {
		return n
	}
	if c := w.x.prog.calls[f.at]; c != nil {
		return c
	}
	return nil
}

func (w *viewer) isPart(f *val, of *sym, i int) bool {
	return f.kind == kSym && f.rec == nil && f.sym.key.kind == symPart && f.sym.key.a == any(of) && f.sym.key.n == i
}

// object shows what an address refers to.
func (w *viewer) object(o *object, p path, st *state, depth int) *Value {
	c := w.x.held(st, o)
	if c == nil {
		return &Value{Op: Unknown}
	}
	if o.kind == objMap {
		out := &Value{Op: Record, Type: o.typ, Fields: w.entries(c, st, depth)}
		w.record(out, c.rec, st, depth)
		switch {
		case c.volatile:
			out.Taint = "others change it at any time"
		case out.Taint == "" && c.open && !slices.ContainsFunc(out.Fields, func(f Field) bool { return f.Key != nil }):
			out.Taint = "it may have other entries"
		}
		return out
	}
	v := c.v
	for _, i := range p {
		if v == nil {
			break
		}
		v = w.x.part(v, i, nil)
	}
	if v == nil || c.volatile {
		out := &Value{Op: Leaf, Taint: "others change it at any time"}
		if v != nil {
			w.record(out, v.rec, st, depth)
		}
		return out
	}
	inner := *v
	inner.via = nil
	switch v.kind {
	case kAgg, kSym, kConv:
		out, _ := w.base(&inner, st, depth)
		if v.kind == kSym && out.Op == Leaf && out.Type == nil {
			out.Type = v.typ
		}
		c2 := *out
		w.record(&c2, c.rec, st, depth)
		return &c2
	}
	out, _ := w.base(&inner, st, depth)
	c2 := *out
	w.record(&c2, c.rec, st, depth)
	return &c2
}

// entries shows the entries of a map.
func (w *viewer) entries(c *cell, st *state, depth int) []Field {
	var out []Field
	for _, e := range c.entries {
		fd := Field{Cond: e.cond && !e.each, Val: w.at(e.v, st, depth)}
		key := e.key
		if name, ok := key.text(); ok {
			fd.Name = name
		} else if key.kind == kIface && len(key.args) == 1 {
			if name, ok := key.args[0].text(); ok {
				fd.Name = name
			} else {
				fd.Key = w.at(key, st, depth)
			}
		} else {
			fd.Key = w.at(key, st, depth)
		}
		switch {
		case e.v.at.IsValid():
			fd.Node = w.setterAt(e.v)
		case e.at != nil:
			fd.Node = w.x.prog.setters[e.at.Pos()]
			if fd.Node == nil {
				if call := w.x.prog.calls[e.at.Pos()]; call != nil {
					fd.Node = call
				}
			}
		}
		out = append(out, fd)
	}
	return out
}

// slice shows a slice: its elements, or the text of bytes.
func (w *viewer) slice(v *val, st *state, depth int) (*Value, bool) {
	if v.lo == whole {
		c := w.x.held(st, v.obj)
		if c == nil || c.volatile || c.v == nil {
			return &Value{Op: Unknown}, true
		}
		return w.at(c.v, st, depth), false
	}
	elems, ok := w.x.elements(st, v)
	if !ok {
		out := &Value{Op: Leaf, Taint: "it may have other elements"}
		c := w.x.held(st, v.obj)
		if c == nil {
			return out, true
		}
		w.record(out, c.rec, st, depth)
		elem := c.v
		if elem != nil && elem.kind == kUnknown {
			elem = elem.was
		}
		if v.obj.isList() && elem != nil && !c.volatile {
			out.Op = List
			for _, a := range elem.alternatives() {
				e := *w.at(a, st, depth)
				e.Cond = true
				out.Args = append(out.Args, &e)
			}
		}
		return out, true
	}
	out := &Value{Op: List}
	for _, e := range elems {
		out.Args = append(out.Args, w.at(e, st, depth))
	}
	if c := w.x.held(st, v.obj); c != nil {
		w.record(out, c.rec, st, depth)
	}
	return out, true
}
