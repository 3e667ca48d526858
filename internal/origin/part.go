package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
)

// get reads the part of v that path leads to. It answers a Leaf without an
// expression if v is not known so far.
func (t *Tracer) get(v *Value, path []step, e ast.Expr, f *Frame) *Value {
	for i, s := range path {
		v = v.Strip()
		switch v.Op {
		case Choice:
			var alts []*Value
			for _, a := range v.Args {
				if a.IsNil() {
					continue
				}
				alts = append(alts, t.get(a, path[i:], e, f))
			}
			return choice(alts...)
		case Const: // nil
			if v.Const == nil {
				return &Value{Op: Leaf, Frame: f}
			}
			return unknown
		}
		next := t.part(v, s, f)
		if next == nil {
			return &Value{Op: Leaf, Frame: f}
		}
		v = next
	}
	return v
}

// part reads one part of an object, nil if it is not known.
func (t *Tracer) part(v *Value, s step, f *Frame) *Value {
	name := s.name
	if s.dyn != nil {
		key := t.eval(s.dyn, f)
		n, isInt := intConst(key)
		text, isText := key.StringConst()
		switch {
		case isText:
			name = text
		case isInt:
			name = strconv.Itoa(n)
		default:
			return anyPart(v)
		}
	}
	if v.Op == List {
		n, err := strconv.Atoi(name)
		if err != nil || n < 0 || n >= len(v.Args) || slices.ContainsFunc(v.Args, func(e *Value) bool { return e.Cond }) {
			return nil
		}
		return v.Args[n]
	}
	lost := false
	for i := len(v.Fields) - 1; i >= 0; i-- {
		fd := v.Fields[i]
		if fd.Key != nil {
			lost = true // a later entry may have this key
			continue
		}
		if fd.Name == name {
			if lost {
				return nil
			}
			val := fd.Val
			if v.Taint != "" {
				if s := val.Strip(); s.Op == Record {
					return tainted(s, v.Taint)
				}
				return choice(val, &Value{Op: Leaf, Frame: f})
			}
			if fd.Cond {
				if z := zeroPart(v, name); z != nil {
					return join(z, underived(val))
				}
				return choice(val, &Value{Op: Leaf, Frame: f})
			}
			return val
		}
	}
	if v.Taint != "" {
		return nil
	}
	if lost {
		return nil
	}
	return zeroPart(v, name)
}

// zeroPart returns what a part of a record holds that is not set, nil if
// that is not known.
func zeroPart(v *Value, name string) *Value {
	if v.Op != Record || v.Type == nil {
		return nil
	}
	typ := v.Type
	if ptr, ok := typ.Underlying().(*types.Pointer); ok {
		typ = ptr.Elem()
	}
	switch u := typ.Underlying().(type) {
	case *types.Struct:
		for i := range u.NumFields() {
			if fld := u.Field(i); fld.Name() == name {
				return zero(fld.Type())
			}
		}
	case *types.Map:
		return zero(u.Elem())
	}
	return nil
}

// anyPart reads one part of a map or list, it is not known which.
func anyPart(v *Value) *Value {
	var alts []*Value
	switch {
	case v.Taint != "":
		return nil
	case v.Op == List:
		alts = v.Args
	case v.Op == Record && isMap(v.Type):
		for _, fd := range v.Fields {
			alts = append(alts, fd.Val)
		}
	}
	if len(alts) == 0 || len(alts) >= maxAlternatives {
		return nil
	}
	return choice(append(slices.Clone(alts), &Value{Op: Leaf})...)
}

// setElement returns a list with the element that s denotes replaced.
func (t *Tracer) setElement(v *Value, s step, path []step, val *Value, node ast.Node, f *Frame) *Value {
	n, err := strconv.Atoi(s.name)
	if s.dyn != nil {
		if i, ok := intConst(t.eval(s.dyn, f)); ok {
			n, err = i, nil
		} else {
			n = -1
		}
	}
	if err != nil || n < 0 || n >= len(v.Args) || slices.ContainsFunc(v.Args, func(e *Value) bool { return e.Cond }) {
		return &Value{Op: Leaf, Type: v.Type}
	}
	w := *v
	w.Args = slices.Clone(v.Args)
	w.Args[n] = t.set(v.Args[n], path, val, node, f)
	return &w
}

// set returns v with the part that path leads to replaced by val.
func (t *Tracer) set(v *Value, path []step, val *Value, node ast.Node, f *Frame) *Value {
	if len(path) == 0 {
		return val
	}
	v = v.Strip()
	s := path[0]
	if v.Op == Choice {
		alts := make([]*Value, len(v.Args))
		for i, a := range v.Args {
			alts[i] = t.set(a, path, val, node, f)
		}
		return choice(alts...)
	}
	if v.Op == List {
		return t.setElement(v, s, path[1:], val, node, f)
	}
	if len(v.Fields) > maxDone {
		return unknown
	}
	fd := Field{Name: s.name, Node: node}
	if s.dyn != nil {
		key := t.eval(s.dyn, f)
		if name, ok := key.StringConst(); ok {
			fd.Name = name
		} else {
			fd.Key = key
		}
	}
	old := &Value{Op: Leaf, Frame: f}
	if len(path) > 1 {
		if p := t.part(v, s, f); p != nil {
			old = p
		}
	}
	fd.Val = t.set(old, path[1:], val, node, f)
	w := *v
	if w.Op == Const && w.Const == nil || w.Op == Unknown {
		w = Value{Op: Leaf, Frame: f}
	}
	w.Fields = nil
	for _, g := range v.Fields {
		if fd.Key == nil && g.Key == nil && g.Name == fd.Name {
			if len(path) > 1 {
				fd.Node, fd.Cond = g.Node, g.Cond
			}
			continue
		}
		w.Fields = append(w.Fields, g)
	}
	w.Fields = append(w.Fields, fd)
	return &w
}
