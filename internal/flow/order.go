package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// This file is about what Go leaves open: when a variable is read in a
// statement that has a call, too.
//
//	x := []string{name, rename(&name)}
//
// The calls of a statement run from left to right. A variable may be read
// before them, or after. go/ssa reads it where it stands; compilers may read
// it later.

// unordered returns, for the calls of a block by their index, the
// instructions before each that read memory, or depend on what was read, and
// whose value is used after the call. Their statement is that of the call:
// values go from one statement to another through variables.
func unordered(b *ssa.BasicBlock) map[int][]ssa.Instruction {
	var out map[int][]ssa.Instruction
	at := make(map[ssa.Instruction]int)
	for i, instr := range b.Instrs {
		at[instr] = i
	}
	for c, instr := range b.Instrs {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		if _, builtin := isBuiltin(&call.Call); builtin {
			continue
		}
		late := make(map[ssa.Instruction]bool) // used after the call
		open := make(map[ssa.Value]bool)       // literals that are not finished by then, or used after it
		for _, after := range b.Instrs[c+1:] {
			if lit := filled(after); lit != nil {
				open[lit] = true
			}
		}
		var list []ssa.Instruction
		for i := c - 1; i >= 0; i-- {
			instr := b.Instrs[i]
			if lit := filled(instr); lit != nil && open[lit] {
				list = append(list, instr)
				for _, r := range instr.Operands(nil) {
					if of, ok := (*r).(ssa.Instruction); ok {
						late[of] = true
					}
				}
				continue
			}
			v, ok := instr.(ssa.Value)
			if !ok || !isReading(instr) {
				continue
			}
			for _, r := range *v.Referrers() {
				if j, here := at[r]; here && j > c || late[r] {
					late[instr] = true
				}
			}
			if !late[instr] {
				continue
			}
			list = append(list, instr)
			for _, r := range instr.Operands(nil) {
				if isLiteral(*r) {
					open[*r] = true
				}
			}
		}
		reads := false
		for _, i := range list {
			u, isLoad := i.(*ssa.UnOp)
			_, isLookup := i.(*ssa.Lookup)
			reads = reads || isLookup || isLoad && u.Op == token.MUL
		}
		if !reads {
			continue
		}
		for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
			list[i], list[j] = list[j], list[i]
		}
		if out == nil {
			out = make(map[int][]ssa.Instruction)
		}
		out[c] = list
	}
	return out
}

// isLiteral reports whether a value is the memory of a composite literal, or
// of the arguments of a variadic parameter.
func isLiteral(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Alloc:
		return v.Comment == "complit" || v.Comment == "slicelit" || v.Comment == "varargs"
	case *ssa.MakeMap:
		return true
	}
	return false
}

// filled returns the literal that an instruction stores an element of, nil if
// it does something else.
func filled(instr ssa.Instruction) ssa.Value {
	var of ssa.Value
	switch instr := instr.(type) {
	case *ssa.MapUpdate:
		of = instr.Map
	case *ssa.Store:
		of = instr.Addr
	}
	for {
		switch v := of.(type) {
		case *ssa.FieldAddr:
			of = v.X
		case *ssa.IndexAddr:
			of = v.X
		default:
			if of != nil && isLiteral(of) {
				return of
			}
			return nil
		}
	}
}

// isReading reports whether an instruction only reads memory, or computes
// something.
func isReading(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.UnOp:
		return instr.Op != token.ARROW
	case *ssa.FieldAddr, *ssa.Field, *ssa.IndexAddr, *ssa.Index, *ssa.Lookup, *ssa.MakeInterface, *ssa.ChangeType,
		*ssa.ChangeInterface, *ssa.BinOp, *ssa.Extract, *ssa.Slice:
		return true
	}
	return false
}

// reread executes the instructions once more that may be executed after a
// call as well as before it. Their values are one of the two.
func (x *executor) reread(n *node, st *state, list []ssa.Instruction) {
	a := n.act
	before := st.regs
	changed := make(map[ssa.Value]bool)
	for _, instr := range list {
		if filled(instr) != nil {
			for _, r := range instr.Operands(nil) {
				if changed[*r] {
					x.exec(n, st, instr) // with one of the two values
					break
				}
			}
			continue
		}
		s := *st
		if !x.exec(n, &s, instr) {
			continue
		}
		i := a.reg(instr.(ssa.Value))
		v, w := before.get(i), s.regs.get(i)
		if v == nil || w == nil || equal(v, w) {
			continue
		}
		changed[instr.(ssa.Value)] = true
		st.heap = s.heap
		both := *x.joinVals(v, w, false)
		both.via = v.via // the expression is the same
		st.regs = st.regs.set(i, &both)
	}
}
