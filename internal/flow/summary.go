package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A storedVal is a value that was stored in a field or in a package variable.
type storedVal struct {
	v     *val
	state *state
	frame *Frame
}

// noteStore notes a store to a field, or to a package variable.
func (x *executor) noteStore(st *state, o *object, p path, v *val) {
	var field *types.Var
	if len(p) == 0 {
		if o.kind != objGlobal {
			return
		}
		field, _ = o.glob.Object().(*types.Var)
	} else {
		t := o.typ
		for _, i := range p[:len(p)-1] {
			t = partType(t, i)
		}
		field = fieldAt(t, p[len(p)-1])
	}
	if field == nil || !x.prog.declares(field) {
		return
	}
	field = field.Origin()
	list := x.kept[field]
	if slices.ContainsFunc(list, func(s storedVal) bool { return s.frame == x.at.node.act.frame && equal(s.v, v) }) {
		return
	}
	s := *st
	x.kept[field] = append(list, storedVal{v, &s, x.at.node.act.frame})
}

// Sets reports whether a function sets a field, or a package variable, while it
// is executed in a frame: it does not if the functions do that it calls.
func (t *Tracer) Sets(v *types.Var, f *Frame) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return f != nil && f.root != nil && slices.ContainsFunc(f.root.x.kept[v.Origin()], func(s storedVal) bool { return s.frame == f })
}

// fieldAt returns a field of a struct type, nil if there is no such.
func fieldAt(t types.Type, i int) *types.Var {
	if t == nil {
		return nil
	}
	if s, ok := t.Underlying().(*types.Struct); ok && i >= 0 && i < s.NumFields() {
		return s.Field(i)
	}
	return nil
}

// fieldOf returns the field or the package variable that a symbol was read
// from, nil if it was read from something else.
func fieldOf(s *sym) *types.Var {
	switch s.key.kind {
	case symPart:
		if of, ok := s.key.a.(*sym); ok {
			return fieldAt(of.typ, s.key.n)
		}
	case symGlobal:
		if g, ok := s.key.a.(*ssa.Global); ok {
			v, _ := g.Object().(*types.Var)
			return v
		}
	}
	return nil
}

// declares reports whether a variable belongs to a package of the program.
func (p *Program) declares(v *types.Var) bool {
	return p.ours[v.Pkg()]
}

// storers returns the functions that store to a field or a package variable, or
// hand its address to a function of the program, in the order of the code.
func (p *Program) storers(field *types.Var) []*ssa.Function {
	if p.stored == nil {
		p.stored = make(map[*types.Var][]*ssa.Function)
		for _, fn := range p.all() {
			outer := fn
			for outer.Parent() != nil {
				outer = outer.Parent()
			}
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					switch instr := instr.(type) {
					case *ssa.Store:
						p.noteStorer(instr.Addr, outer)
					case *ssa.Call:
						if callee := instr.Call.StaticCallee(); callee != nil && callee.Blocks != nil {
							for _, arg := range instr.Call.Args {
								p.noteStorer(arg, outer)
							}
						}
					}
				}
			}
		}
	}
	return p.stored[field]
}

// noteStorer notes that a function stores to an address, if it is that of a field
// or of a package variable.
func (p *Program) noteStorer(addr ssa.Value, fn *ssa.Function) {
	var v *types.Var
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		if ptr, ok := addr.X.Type().Underlying().(*types.Pointer); ok {
			v = fieldAt(ptr.Elem(), addr.Field)
		}
	case *ssa.Global:
		v, _ = addr.Object().(*types.Var)
	}
	if v == nil || !p.declares(v) {
		return
	}
	if v = v.Origin(); !slices.Contains(p.stored[v], fn) {
		p.stored[v] = append(p.stored[v], fn)
	}
}

const (
	maxWithin  = 3 // fields that are filled from fields
	maxCallers = 4 // levels of callers that hand on what is stored
	maxHanding = 8 // callers on one level
)

// summary returns all that the program stores in a field or a package
// variable, besides what others may store there; nil if it stores nothing.
func (t *Tracer) summary(field *types.Var, within []*types.Var) *Value {
	field = field.Origin()
	if slices.Contains(within, field) || len(within) >= maxWithin || t.prog == nil || !t.prog.declares(field) {
		return nil
	}
	if len(within) == 0 {
		if sum, ok := t.summaries[field]; ok {
			return sum
		}
	}
	var alts []*Value
	within = append(slices.Clip(within), field)
	for _, fn := range t.prog.storers(field) {
		alts = append(alts, t.storedBy(fn, field, within, 0)...)
	}
	for i, a := range alts {
		if a.isOthers() {
			alts[i] = &Value{Op: Unknown} // the program itself stores it
		}
	}
	if t.prog.addressesOf(field).beyond { // the calls that have the address are told by Addressed
		alts = append(alts, &Value{Op: Unknown})
	}
	var sum *Value
	if len(alts) > 0 {
		sum = Choose(append(alts, &Value{Op: Leaf}))
		if sum.Op != Choice {
			sum = nil
		}
	}
	if len(within) == 1 {
		t.summaries[field] = sum
	}
	return sum
}

// storedBy returns what a function stores in a field: as its callers make it
// do so, if the program calls it.
func (t *Tracer) storedBy(fn *ssa.Function, field *types.Var, within []*types.Var, depth int) []*Value {
	var out []*Value
	if depth < maxCallers {
		if callers := t.callersOf(fn); len(callers) <= maxHanding {
			for _, caller := range callers {
				out = append(out, t.storedIn(caller, field, within, depth+1)...)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	return t.storedIn(fn, field, within, maxCallers)
}

// callersOf returns the other functions of the program that call a function.
func (t *Tracer) callersOf(fn *ssa.Function) []*ssa.Function {
	obj, _ := fn.Object().(*types.Func)
	var out []*ssa.Function
	for _, cur := range t.callsOf(obj) {
		if caller := t.around(cur.Node()); caller != nil && caller != fn && !slices.Contains(out, caller) {
			out = append(out, caller)
		}
	}
	return out
}

// storedIn returns what is stored in a field while a function is executed on
// its own. Where that is a parameter, its callers are asked.
func (t *Tracer) storedIn(fn *ssa.Function, field *types.Var, within []*types.Var, depth int) []*Value {
	r := t.root(fn)
	if r == nil {
		return nil
	}
	w := viewer{x: r.x, memo: make(map[viewKey]*Value), tracer: t, within: within}
	var out []*Value
	asked := false
	for _, s := range r.x.kept[field] {
		if s.v.kind == kSym && s.v.sym.key.kind == symParam && depth < maxCallers && !asked {
			asked = true
			if more := t.storedBy(fn, field, within, depth); len(more) > 0 {
				out = append(out, more...)
				continue
			}
		}
		out = append(out, w.view(s.v, s.state))
	}
	return out
}
