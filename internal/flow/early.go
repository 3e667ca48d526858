package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// This file is about functions that may run before the packages are initialized:
//
//	var token = mint() // ttl is 0 in mint
//	var ttl time.Duration
//	func init() { ttl = time.Hour }

// A phase is how far the initialization of a package has come.
type phase int

const (
	initialized phase = iota
	begun             // its init functions run: each variable has been initialized by its declaration
	declaring         // so has each variable that the function refers to by name
	unset             // variables may still be zero
)

// noteEarly records, once, which functions the initialization of packages may
// call: all that it refers to, directly or not.
//
// Go initializes the variables that a function refers to before the function
// can run, and counts functions and methods by name: it does not see the
// methods that are called through an interface.
func (p *Program) noteEarly() {
	if p.early != nil {
		return
	}
	p.early = make(map[*ssa.Function]map[*ssa.Package]phase)
	p.refers = make(map[*ssa.Function]map[*ssa.Global]bool)
	for _, u := range p.Units {
		pkg := p.ssa.Package(u.Types)
		for _, m := range pkg.Members {
			if fn, ok := m.(*ssa.Function); ok && isInit(fn) && !isInitializer(fn) {
				p.runsEarly(fn, pkg, begun)
			}
		}
		if init := pkg.Func("init"); init != nil {
			p.eachEarly(init, pkg, declaring)
			p.markEarly(init, pkg, unset)
		}
	}
}

// markEarly notes that a function may run in a phase of a package, and reports
// whether that is new.
func (p *Program) markEarly(fn *ssa.Function, pkg *ssa.Package, ph phase) bool {
	if p.early[fn][pkg] >= ph {
		return false
	}
	if p.early[fn] == nil {
		p.early[fn] = make(map[*ssa.Package]phase)
	}
	p.early[fn][pkg] = ph
	return true
}

func (p *Program) runsEarly(fn *ssa.Function, pkg *ssa.Package, ph phase) {
	if fn != nil && fn.Blocks != nil && p.markEarly(fn, pkg, ph) {
		p.eachEarly(fn, pkg, ph)
	}
}

// eachEarly notes what a function may call that runs in a phase of a package.
func (p *Program) eachEarly(fn *ssa.Function, pkg *ssa.Package, ph phase) {
	methods := ph
	if ph == declaring {
		methods = unset
	}
	named := func(name string) { // all methods, if it is ""
		for _, m := range p.functions() {
			if m.Signature.Recv() != nil && (name == "" || m.Name() == name) {
				p.runsEarly(m, pkg, methods)
			}
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			var rands []*ssa.Value
			for _, r := range instr.Operands(rands) {
				if callee, ok := (*r).(*ssa.Function); ok && !isInit(callee) {
					p.runsEarly(callee, pkg, ph)
					p.runsEarly(callee.Origin(), pkg, ph)
				}
			}
			switch instr := instr.(type) {
			case *ssa.MakeInterface:
				if mentionsParam(instr.X.Type()) {
					named("")
					continue
				}
				p.methodsEarly(instr.X.Type(), pkg, methods, make(map[types.Type]bool))
			case ssa.CallInstruction:
				if c := instr.Common(); c.IsInvoke() && mentionsParam(c.Value.Type()) {
					named(c.Method.Name())
				}
			}
		}
	}
}

// methodsEarly notes the methods of a type, and of the types of its parts, which
// libraries find by reflection.
func (p *Program) methodsEarly(t types.Type, pkg *ssa.Package, ph phase, seen map[types.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	part := func(t types.Type) { p.methodsEarly(t, pkg, ph, seen) }
	sets := []types.Type{t}
	if _, named := types.Unalias(t).(*types.Named); named && !types.IsInterface(t) {
		sets = append(sets, types.NewPointer(t))
	}
	for _, t := range sets {
		set := p.ssa.MethodSets.MethodSet(t)
		for i := range set.Len() {
			p.runsEarly(p.ssa.MethodValue(set.At(i)), pkg, ph)
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		part(u.Elem())
	case *types.Slice:
		part(u.Elem())
	case *types.Array:
		part(u.Elem())
	case *types.Map:
		part(u.Key())
		part(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			part(f.Type())
		}
	}
}

// noteLate notes the package variables that initialization sets, or changes, once
// more after their declaration has.
func (p *Program) noteLate(instr ssa.Instruction, g *ssa.Global, fn *ssa.Function) {
	switch instr := instr.(type) {
	case *ssa.DebugRef:
		return
	case *ssa.UnOp:
		if isScalar(instr.Type()) || onlyLookedAt(instr) {
			return
		}
	case *ssa.FieldAddr:
		if onlyRead(instr) && readsPlain(instr) || isInitializer(fn) && onlySet(instr) {
			return
		}
	case *ssa.Store:
		if instr.Addr == g && isInitializer(fn) {
			return
		}
	}
	p.late[g] = true
}

// steady returns what a package variable holds whenever the function that is
// executed runs, nil if that is not known, or if it may change.
func (x *executor) steady(g *ssa.Global) *graft {
	switch ph := x.early[g.Pkg]; {
	case ph == unset, ph != initialized && x.prog.late[g], ph == declaring && !x.prog.refersTo(x.root, g):
		return nil
	}
	return x.prog.globals[g]
}

// refersTo reports whether a function refers to a package variable by name, or
// what it refers to by name does.
func (p *Program) refersTo(fn *ssa.Function, g *ssa.Global) bool {
	refers, ok := p.refers[fn]
	if !ok {
		refers = make(map[*ssa.Global]bool)
		seen := make(map[*ssa.Function]bool)
		var walk func(fn *ssa.Function)
		walk = func(fn *ssa.Function) {
			if fn == nil || seen[fn] {
				return
			}
			seen[fn] = true
			walk(fn.Origin())
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					var rands []*ssa.Value
					for _, r := range instr.Operands(rands) {
						switch r := (*r).(type) {
						case *ssa.Global:
							refers[r] = true
						case *ssa.Function:
							walk(r)
						}
					}
				}
			}
		}
		walk(fn)
		p.refers[fn] = refers
	}
	return refers[g]
}
