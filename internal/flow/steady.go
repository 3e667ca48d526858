package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// This file is about what package variables hold once main begins.

// runInits executes the initialization of the packages, in the order in which
// they are initialized, and notes what package variables hold from then on that
// nothing changes. A package finds those of the packages before it.
func (p *Program) runInits(budget int) {
	if p.inits {
		return
	}
	p.inits = true
	p.globals = make(map[*ssa.Global]*graft)
	p.noteEarly()
	for _, u := range p.Units {
		globals := make(map[*ssa.Global]*graft)
		pkg := p.ssa.Package(u.Types)
		init := pkg.Func("init")
		if init == nil || init.Blocks == nil {
			continue
		}
		x := newExecutor(p)
		x.budget = budget
		x.initializing = pkg
		out := x.runRoot(init)
		if out.state == nil {
			continue
		}
		holders := make(map[*object]int) // how many package variables refer to it
		for _, m := range pkg.Members {
			if g, ok := m.(*ssa.Global); ok {
				for o := range x.reach(out.state, x.global(g)) {
					holders[o]++
				}
			}
		}
		for _, m := range pkg.Members {
			g, ok := m.(*ssa.Global)
			if !ok {
				continue
			}
			c := x.held(out.state, x.global(g))
			if c == nil || c.volatile || c.v == nil {
				continue
			}
			if isPlain(c.v) {
				globals[g] = &graft{v: c.v}
			} else if gr := x.graftOf(out.state, c.v); gr != nil && p.isSteady(g) && (len(gr.objects) == 0 || !p.exposed[g]) &&
				!slices.ContainsFunc(gr.objects, func(o *object) bool { return holders[o] > 1 }) {
				globals[g] = gr
			}
		}
		for g, v := range globals {
			if p.isSteady(g) {
				p.globals[g] = v
			}
		}
	}
}

// reach returns the objects that an object leads to, without itself.
func (x *executor) reach(st *state, from *object) map[*object]bool {
	out := make(map[*object]bool)
	var walk func(v *val)
	visit := func(o *object) {
		c := x.held(st, o)
		if c == nil {
			return
		}
		if c.v != nil {
			walk(c.v)
		}
		for _, e := range c.entries {
			walk(e.key)
			walk(e.v)
		}
	}
	walk = func(v *val) {
		if v == nil {
			return
		}
		if o := v.obj; o != nil && !out[o] {
			out[o] = true
			visit(o)
		}
		for _, a := range v.args {
			walk(a)
		}
	}
	visit(from)
	return out
}

// A graft is a value of one execution that others start with, and the memory
// that it refers to.
type graft struct {
	v       *val
	objects []*object
	cells   []*cell
}

// graftOf returns a value with the memory that it refers to, nil if others
// may change that.
func (x *executor) graftOf(st *state, v *val) *graft {
	gr := &graft{v: v}
	ok := true
	var walk func(v *val)
	walk = func(v *val) {
		switch v.kind {
		case kUnknown, kDefers, kTuple, kQuery:
			ok = false
		case kSym:
			ok = ok && v.typ != nil && isScalar(v.typ)
		case kFunc:
			// A method of something that is not known: what it points to is
			// not known then, either.
			for _, a := range v.args {
				ok = ok && a.kind == kSym
			}
			return
		case kRef, kSlice:
			if slices.Contains(gr.objects, v.obj) {
				return
			}
			c := x.held(st, v.obj)
			if c == nil || len(v.obj.twin)+len(v.obj.grown) > 0 || c.shared || c.volatile || c.open || v.obj.kind == objPointee || v.obj.kind == objIter || len(gr.objects) > maxEntries {
				ok = false
				return
			}
			gr.objects, gr.cells = append(gr.objects, v.obj), append(gr.cells, c)
			if c.v != nil {
				walk(c.v)
			}
			for _, e := range c.entries {
				walk(e.key)
				walk(e.v)
			}
		}
		for _, a := range v.args {
			walk(a)
		}
	}
	walk(v)
	if !ok {
		return nil
	}
	return gr
}

// adopt puts a graft into a state, and returns its value there.
func (x *executor) adopt(st *state, gr *graft) *val {
	if len(gr.objects) == 0 {
		return gr.v
	}
	var move func(v *val) *val
	here := func(o *object) *object {
		n := x.object(objKey{kind: o.kind, a: o, b: "graft"}, o.typ)
		n.born = nil
		return n
	}
	move = func(v *val) *val {
		w := *v
		if v.obj != nil {
			w.obj = here(v.obj)
		}
		w.args = nil
		for _, a := range v.args {
			w.args = append(w.args, move(a))
		}
		return &w
	}
	for i, o := range gr.objects {
		c := *gr.cells[i]
		if c.v != nil {
			c.v = move(c.v)
		}
		c.entries = slices.Clone(c.entries)
		for k := range c.entries {
			c.entries[k].key, c.entries[k].v = move(c.entries[k].key), move(c.entries[k].v)
		}
		st.heap = st.heap.set(here(o).id, &c)
	}
	return move(gr.v)
}

// isPlain reports whether a value refers to no memory, and is fixed, or one
// of several that are.
func isPlain(v *val) bool {
	switch v.kind {
	case kUnknown, kRef, kSlice, kDefers, kTuple, kQuery, kAgg:
		return false
	case kFunc:
		return len(v.args) == 0
	case kIface:
		return false
	}
	for _, a := range v.args {
		if !isPlain(a) {
			return false
		}
	}
	return true
}

// isSteady reports whether a package variable is set by the initialization
// of its package only, and nothing else can set it.
func (p *Program) isSteady(g *ssa.Global) bool {
	if g.Object() == nil || g.Object().Exported() && g.Pkg.Pkg.Name() != "main" {
		return false
	}
	p.noteUses()
	return !p.changed[g] && !p.isLinked(g)
}

// isLinked reports whether the linker may set a package variable: a text that the
// initialization of the package does not set, or sets to a constant.
//
//	var version = "dev" // go build -ldflags="-X main.version=1.2"
func (p *Program) isLinked(g *ssa.Global) bool {
	p.noteUses()
	return !p.computed[g] && isString(g.Type().(*types.Pointer).Elem())
}

// noteUses notes what the program does with its package variables, once.
func (p *Program) noteUses() {
	if p.changed != nil {
		return
	}
	p.changed, p.exposed = make(map[*ssa.Global]bool), make(map[*ssa.Global]bool)
	p.computed, p.late = make(map[*ssa.Global]bool), make(map[*ssa.Global]bool)
	for _, fn := range p.all() {
		var init *ssa.Package
		if isInit(fn) {
			init = fn.Pkg
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				p.noteGlobals(instr, init)
				if init == nil {
					continue
				}
				var rands []*ssa.Value
				for _, r := range instr.Operands(rands) {
					if g, ok := (*r).(*ssa.Global); ok {
						p.noteLate(instr, g, fn)
					}
				}
			}
		}
	}
}

// isInitializer reports whether a function initializes a package.
func isInitializer(fn *ssa.Function) bool { return fn.Synthetic == "package initializer" }

// isInit reports whether a function is a part of the initialization of a
// package, or all of it.
func isInit(fn *ssa.Function) bool {
	return fn.Parent() == nil && fn.Signature.Recv() == nil && (isInitializer(fn) || len(fn.Name()) > 5 && fn.Name()[:5] == "init#")
}

// noteGlobals notes the package variables that an instruction may set, or let
// others set. All but to read them counts. init is the package whose
// initialization the instruction is in, nil if it is in none.
func (p *Program) noteGlobals(instr ssa.Instruction, init *ssa.Package) {
	switch instr := instr.(type) {
	case *ssa.DebugRef:
		return
	case *ssa.UnOp:
		if g, ok := instr.X.(*ssa.Global); ok && g.Pkg != init && !onlyLookedAt(instr) {
			p.exposed[g] = true
		}
		return
	case *ssa.FieldAddr:
		if g, ok := instr.X.(*ssa.Global); ok && (onlyRead(instr) || g.Pkg == init && onlySet(instr)) {
			if g.Pkg != init && !readsPlain(instr) {
				p.exposed[g] = true
			}
			return
		}
	case *ssa.Store:
		if g, ok := instr.Val.(*ssa.Global); ok {
			p.changed[g] = true
		}
		if g, ok := instr.Addr.(*ssa.Global); ok && g.Pkg == init {
			_, isConst := instr.Val.(*ssa.Const)
			p.computed[g] = p.computed[g] || !isConst || !isInitializer(instr.Parent())
			return
		}
	}
	var rands []*ssa.Value
	for _, r := range instr.Operands(rands) {
		if g, ok := (*r).(*ssa.Global); ok {
			p.changed[g] = true
		}
	}
}

// onlySet reports whether an address of a part is read and written through
// only.
func onlySet(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef, *ssa.UnOp:
		case *ssa.Store:
			if r.Val == v {
				return false
			}
		case *ssa.FieldAddr:
			if !onlySet(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// readsPlain reports whether what is read through the address of a part, which
// is only read through, is only looked at:
//
//	config.names[0] = "a" // reads config.names, and changes what it refers to
func readsPlain(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp:
			if !isScalar(r.Type()) && !onlyLookedAt(r) {
				return false
			}
		case *ssa.FieldAddr:
			if !readsPlain(r) {
				return false
			}
		}
	}
	return true
}

// onlyLookedAt reports whether a map or slice is only looked up in, and holds
// nothing through which its memory might be changed.
func onlyLookedAt(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef:
		case *ssa.Lookup:
			if r.X != v || !isScalar(v.Type().Underlying().(*types.Map).Elem()) {
				return false
			}
		case *ssa.Range:
			if m, ok := v.Type().Underlying().(*types.Map); !ok || !isScalar(m.Elem()) {
				return false
			}
		case *ssa.IndexAddr:
			s, ok := v.Type().Underlying().(*types.Slice)
			if r.X != v || !ok || !isScalar(s.Elem()) || !onlyRead(r) {
				return false
			}
		case *ssa.Call:
			if b, ok := isBuiltin(&r.Call); !ok || b.Name() != "len" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
