package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An addressed is what a program does with the addresses of a field, or of a
// package variable, besides to read and write there.
type addressed struct {
	calls  []*ast.CallExpr // that are handed one
	beyond bool            // it gets elsewhere
}

// Addressed returns the calls in the program that are handed the address of a
// field, whatever it is a field of, or of a package variable. It reports false
// if the address gets elsewhere, too. What it returns may be set by others
// that it does not name, if they can name it themselves.
func (t *Tracer) Addressed(v *types.Var) (calls []*ast.CallExpr, all bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.program() == nil {
		return nil, false
	}
	a := t.prog.addressesOf(v)
	return a.calls, !a.beyond
}

func (p *Program) addressesOf(v *types.Var) addressed {
	if p.addressed == nil {
		p.addressed = make(map[*types.Var]addressed)
		for _, fn := range p.all() {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					p.noteAddresses(instr)
				}
			}
		}
	}
	return p.addressed[v.Origin()]
}

// noteAddresses notes the addresses of fields that an instruction makes, and
// those of package variables that it uses.
func (p *Program) noteAddresses(instr ssa.Instruction) {
	if addr, ok := instr.(*ssa.FieldAddr); ok {
		if ptr, ok := addr.X.Type().Underlying().(*types.Pointer); ok {
			if field := fieldAt(ptr.Elem(), addr.Field); field != nil {
				for _, use := range *addr.Referrers() {
					p.noteAddress(field.Origin(), addr, use)
				}
			}
		}
	}
	var rands []*ssa.Value
	for _, r := range instr.Operands(rands) {
		if g, ok := (*r).(*ssa.Global); ok {
			if v, ok := g.Object().(*types.Var); ok {
				p.noteAddress(v.Origin(), g, instr)
			}
		}
	}
}

// noteAddress notes a use of an address.
func (p *Program) noteAddress(v *types.Var, addr ssa.Value, use ssa.Instruction) {
	a := p.addressed[v]
	switch use := use.(type) {
	case *ssa.DebugRef, *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr:
		return
	case *ssa.Store:
		if use.Val != addr {
			return
		}
		a.beyond = true
	case *ssa.Call:
		call := p.callAt(use.Pos())
		a.beyond = a.beyond || call == nil
		if call != nil && !slices.Contains(a.calls, call) {
			a.calls = append(a.calls, call)
		}
	default:
		a.beyond = true
	}
	p.addressed[v] = a
}
