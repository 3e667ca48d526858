package flow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Condition is one that has been evaluated whenever the program comes to a
// place.
type Condition struct {
	Expr ast.Expr
	// Decides says that the place is reached from one outcome only: it is
	// not, unless the condition is evaluated again, from the other one.
	Decides bool
}

// Conditions returns the conditions that have been evaluated whenever an
// expression is: those of its function that dominate it, and of the functions
// around its function those that dominate the literal. It returns the operands of
// a comparison that is not written out.
//
//	if cfg == nil {
//		return // so cfg == nil decides on what is behind
//	}
//	switch len(parts) { // len(parts) does, within the case
//	case 2:
func (t *Tracer) Conditions(e ast.Expr) []Condition {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.program() == nil {
		return nil
	}
	fn := t.around(e)
	if fn == nil {
		return nil
	}
	instr := t.prog.edge(fn, e, false)
	var out []Condition
	for instr != nil {
		out = append(out, t.prog.conditions(instr.Block())...)
		instr = makes(instr.Parent())
	}
	return out
}

// makes returns the instruction that makes a closure of a literal, nil if there
// is none, or several.
func makes(fn *ssa.Function) ssa.Instruction {
	var made ssa.Instruction
	if fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if c, ok := instr.(*ssa.MakeClosure); ok && c.Fn == fn {
				if made != nil {
					return nil
				}
				made = c
			}
		}
	}
	return made
}

// conditions returns the conditions that dominate a block.
func (p *Program) conditions(b *ssa.BasicBlock) []Condition {
	if out, ok := p.dominating[b]; ok {
		return out
	}
	var out []Condition
	for d := b.Idom(); d != nil; d = d.Idom() {
		branch, ok := lastOf(d).(*ssa.If)
		if !ok {
			continue
		}
		from := 0
		for _, s := range d.Succs {
			if s == b || s != d && reachable([]*ssa.BasicBlock{s}, d)[b] {
				from++
			}
		}
		for _, e := range written(branch.Cond, 0) {
			out = append(out, Condition{e, from == 1})
		}
	}
	if p.dominating == nil {
		p.dominating = make(map[*ssa.BasicBlock][]Condition)
	}
	p.dominating[b] = out
	return out
}

// written returns the expressions that a value is written as, or its operands
// are.
func written(v ssa.Value, depth int) []ast.Expr {
	if refs := v.Referrers(); refs != nil {
		for _, ref := range *refs {
			if d, ok := ref.(*ssa.DebugRef); ok && !d.IsAddr {
				return []ast.Expr{d.Expr}
			}
		}
	}
	if depth > 2 {
		return nil
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		return slices.Concat(written(v.X, depth+1), written(v.Y, depth+1))
	case *ssa.Extract:
		return written(v.Tuple, depth+1)
	case *ssa.TypeAssert:
		return written(v.X, depth+1)
	}
	return nil
}
