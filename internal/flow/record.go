package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An extCall is a call of a function that is not looked into.
type extCall struct {
	fn    *types.Func // nil for a function value
	args  []*val
	instr ssa.CallInstruction
	expr  *ast.CallExpr // nil if it is not written in the code
	frame *Frame
	state *state // before the call
	n     int    // which result
}

// A point is an instruction as it is executed in one activation, in one
// round of the loops around it.
type point struct {
	node  *node
	instr ssa.Instruction
}

// A record is what was done to an object by calls that are not looked into.
// A nil record is empty.
type record struct {
	done  []doing
	taint string // why it may hold something else; "" if it may not
}

// A doing is a call that an object took part in.
type doing struct {
	call *extCall
	arg  int  // position of the object among the arguments, -1 for the receiver
	cond bool // on some ways only, or again and again
}

// calls returns the calls that an object took part in.
func (r *record) calls() []doing {
	if r == nil {
		return nil
	}
	return r.done
}

func (c *extCall) same(o *extCall) bool {
	return c == o || c.instr == o.instr && c.frame == o.frame && slices.EqualFunc(c.args, o.args, equal)
}

// did returns r with one more call.
func (r *record) did(d doing) *record {
	out := &record{}
	if r != nil {
		*out = *r
	}
	if i := slices.IndexFunc(out.done, func(o doing) bool {
		return o.arg == d.arg && o.call.instr == d.call.instr && o.call.frame == d.call.frame
	}); i >= 0 {
		// Have: the call again, in a loop.
		out.done = slices.Clone(out.done)
		out.done[i] = d
		out.done[i].cond = true
		return out
	}
	out.done = append(slices.Clip(out.done), d)
	return out
}

// tainted returns r with the reason why the object may hold something else.
func (r *record) tainted(why string) *record {
	out := &record{}
	if r != nil {
		*out = *r
	}
	if out.taint == "" {
		out.taint = why
	}
	return out
}

// formerly returns v as what has become of another value.
func (v *val) formerly(was *val) *val {
	w := *v
	w.was = was
	return &w
}

// withRec returns v with another record.
func (v *val) withRec(r *record) *val {
	w := *v
	w.rec = r
	return &w
}

// joinRecords joins what was done on two ways: what was done on one of them
// only is conditional.
func joinRecords(a, b *record) *record {
	if a == b || a.equal(b) {
		return a
	}
	if a == nil {
		a = &record{}
	}
	if b == nil {
		b = &record{}
	}
	out := &record{taint: a.taint}
	if out.taint == "" {
		out.taint = b.taint
	}
	n := 0
	for n < len(a.done) && n < len(b.done) && a.done[n].arg == b.done[n].arg && a.done[n].call.same(b.done[n].call) {
		d := a.done[n]
		d.cond = d.cond || b.done[n].cond
		out.done = append(out.done, d)
		n++
	}
	for _, rest := range [][]doing{a.done[n:], b.done[n:]} {
		for _, d := range rest {
			d.cond = true
			if !slices.ContainsFunc(out.done, func(o doing) bool {
				return o.arg == d.arg && o.call.instr == d.call.instr && o.call.frame == d.call.frame && o.call.same(d.call)
			}) {
				out.done = append(out.done, d)
			}
		}
	}
	return out
}
