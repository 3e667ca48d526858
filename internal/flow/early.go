package flow

import "golang.org/x/tools/go/ssa"

// This file is about functions that may run before the packages are initialized:
//
//	var token = mint() // ttl is 0 in mint
//	var ttl time.Duration
//	func init() { ttl = time.Hour }

// A phase is how far the initialization of a package has come.
type phase int

const (
	initialized phase = iota
	begun             // its init functions run: each variable has been declared
	declaring         // each variable that the function refers to has been declared
	unset             // variables may still be zero
)

// noteEarly notes the functions that the initialization of packages may call,
// once. Whatever it refers to, it may call.
//
// Go initializes the variables that a function refers to before the function
// can run, and counts functions and methods by name: it does not see the
// methods that are called through an interface.
func (p *Program) noteEarly() {
	if p.early != nil {
		return
	}
	p.early = make(map[*ssa.Function]map[*ssa.Package]phase)
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
	named := func(name string) {
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
				set := p.ssa.MethodSets.MethodSet(instr.X.Type())
				for i := range set.Len() {
					p.runsEarly(p.ssa.MethodValue(set.At(i)), pkg, methods)
				}
			case ssa.CallInstruction:
				if c := instr.Common(); c.IsInvoke() && mentionsParam(c.Value.Type()) {
					named(c.Method.Name())
				}
			}
		}
	}
}

// noteLate notes the package variables that the initialization of a package
// still changes after the initializer of their declaration.
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
	if ph := x.early[g.Pkg]; ph == unset || ph != initialized && x.prog.late[g] {
		return nil
	}
	return x.prog.globals[g]
}
