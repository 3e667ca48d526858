package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// Owns reports whether the objects that an expression refers to in a frame,
// each time that it is evaluated, are reached from some variables only: they
// were made in the frame's function, or by what it calls, and nothing else
// refers to them. by tells which variables may.
//
//	c := claims
//	c["scope"] = s // claims refers to what c does
//
// It reports false if that can't be told.
func (t *Tracer) Owns(e ast.Expr, f *Frame, by func(*types.Var) bool) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f == nil || f.root == nil {
		return false
	}
	x := f.root.x
	ev := x.evals[evalKey{f, ast.Unparen(e)}]
	if ev == nil {
		return false
	}
	o := owning{x: x, by: by, declared: t.variables()}
	for g := f; g != nil; g = g.Caller {
		o.funcs = append(o.funcs, g.Func)
	}
	for _, one := range ev.list {
		if !o.owns(one.state, one.v, make(map[*object]bool)) {
			return false
		}
	}
	return true
}

// variables returns the variables of the package by where they are declared.
func (t *Tracer) variables() map[token.Pos]*types.Var {
	if t.declared == nil {
		t.declared = make(map[token.Pos]*types.Var)
		for obj := range t.index.uses {
			if v, ok := obj.(*types.Var); ok {
				t.declared[v.Pos()] = v
			}
		}
	}
	return t.declared
}

// An owning looks for what refers to objects.
type owning struct {
	x        *executor
	funcs    []ast.Node // the function and those from which it is reached; nil at package level
	by       func(*types.Var) bool
	declared map[token.Pos]*types.Var
}

// owns reports whether all that a value refers to directly is owned.
func (o owning) owns(st *state, v *val, seen map[*object]bool) bool {
	switch v.kind {
	case kUnknown, kFunc:
		return false
	case kConst, kConcat, kPure, kOp, kQuery:
		return true
	case kRef, kSlice:
		return o.ownsObject(st, v.obj, nil, seen)
	case kSym:
		return o.ownsSym(st, v.sym, v.typ, seen)
	}
	return !slices.ContainsFunc(v.args, func(a *val) bool { return !o.owns(st, a, seen) })
}

// ownsSym does so with a symbol: what a function returned that is not looked
// into, or a part of that. It may be what the function was handed, if the
// types allow that.
func (o owning) ownsSym(st *state, s *sym, t types.Type, seen map[*object]bool) bool {
	whole := s
	for whole.asserted != nil || whole.key.kind == symPart || whole.key.kind == symPointee || whole.key.kind == symEntry {
		next := whole.asserted
		if next == nil {
			next, _ = whole.key.a.(*sym)
		}
		if next == nil {
			return false
		}
		whole = next
	}
	made, ok := o.x.objIndex[objKey{kind: objPointee, a: whole}]
	if !ok || !made.owned || whole.call == nil {
		return false
	}
	for _, arg := range whole.call.args {
		if o.mayBe(arg, t, o.x.prog.isKnown(whole.call.fn).Known) && !o.owns(st, arg, seen) {
			return false
		}
	}
	return o.ownsObject(st, made, whole, seen)
}

// mayBe reports whether an operand of a call may be what its result leads to,
// or may be changed through that. A function that the client knows has results
// that keep their operands as they are.
func (o owning) mayBe(arg *val, t types.Type, known bool) bool {
	if arg.kind == kIface && len(arg.args) == 1 {
		return arg.typ == nil || o.mayBe(arg.args[0], t, known)
	}
	if arg.kind == kChoice {
		return slices.ContainsFunc(arg.args, func(a *val) bool { return o.mayBe(a, t, known) })
	}
	of := arg.typ
	switch {
	case arg.kind == kConst, arg.kind == kConcat, arg.kind == kFunc:
		return false
	case of != nil || arg.kind != kRef || len(arg.path) > 0:
	case arg.obj.typ != nil && !arg.obj.isMap():
		of = types.NewPointer(arg.obj.typ)
	default:
		of = arg.obj.typ
	}
	if of == nil || t == nil {
		return true
	}
	if isScalar(of) || arg.kind == kSym && arg.sym.key.kind == symGlobal {
		return false // what another package has of its own, say
	}
	return !known || types.IsInterface(t) || interchangeable(of, t)
}

// ownsObject reports whether nothing refers to an object, or to the symbol of
// it, but variables that may, and objects for which that holds.
func (o owning) ownsObject(st *state, obj *object, s *sym, seen map[*object]bool) bool {
	if seen[obj] {
		return true
	}
	seen[obj] = true
	c := o.x.held(st, obj)
	if c == nil || c.shared || c.volatile || !obj.isOwn() || o.variable(obj) != nil && !o.by(o.variable(obj)) {
		return false
	}
	if isDeferred(st, s, obj) || slices.ContainsFunc(obj.twin, func(tw *object) bool {
		return st.heap.get(tw.id) != nil && !o.ownsObject(st, tw, nil, seen)
	}) {
		return false
	}
	owned := true
	st.heap.each(func(id int, c *cell) {
		h := o.x.objects[id]
		if !owned || h == obj {
			return
		}
		refers := func(v *val) bool { return v != nil && refersTo(v, s, obj) }
		if !refers(c.v) && !refers(c.former) && !slices.ContainsFunc(c.entries, func(e entry) bool { return refers(e.key) || refers(e.v) }) {
			return
		}
		if v := o.variable(h); v != nil {
			owned = o.by(v)
			return
		}
		owned = o.ownsObject(st, h, nil, seen)
	})
	return owned
}

// variable returns the variable that an object is, of the function or of those
// from which it is reached, nil if it is none. Those of functions that it has
// called are not in use any more.
func (o owning) variable(obj *object) *types.Var {
	if obj.vals == nil || !slices.ContainsFunc(o.funcs, func(fn ast.Node) bool {
		return fn == nil || fn.Pos() <= obj.vals.Pos() && obj.vals.Pos() < fn.End()
	}) {
		return nil
	}
	return o.declared[obj.vals.Pos()]
}

// isDeferred reports whether a call that is deferred has something that refers
// to a symbol or an object.
func isDeferred(st *state, s *sym, obj *object) bool {
	found := false
	st.stack.each(func(_ int, d *deferred) {
		for _, d := range d.list() {
			for _, d := range append(slices.Clone(d.any), d) {
				found = found || d.fn != nil && refersTo(d.fn, s, obj) ||
					slices.ContainsFunc(d.args, func(v *val) bool { return refersTo(v, s, obj) })
			}
		}
	})
	return found
}

// refersTo reports whether a value is, or directly refers to, a symbol or an
// object.
func refersTo(v *val, s *sym, obj *object) bool {
	return v.obj == obj || s != nil && v.sym == s || v.kind != kTuple && slices.ContainsFunc(v.args, func(a *val) bool { return refersTo(a, s, obj) })
}
