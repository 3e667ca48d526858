package flow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A graph is the order in which the blocks of a function are executed: the
// weak topological order of Bourdoncle ("Efficient chaotic iteration
// strategies with widenings", 1993). Each edge that does not lead forward in
// it leads to the head of a loop around the block that it comes from. Jumps
// into loops need no care.
type graph struct {
	order []int         // by block: its place in the order; -1 if it can't be reached
	loops [][]*loop     // by block: the loops around it, the outermost first
	heads map[int]*loop // by block: the loop that it is the head of

	unordered []map[int][]ssa.Instruction // by block; see unordered
	starts    []map[int][]ast.Stmt        // by block; see starts
}

// A loop is a set of blocks that control may go through again and again.
type loop struct {
	head   int // block
	blocks map[int]bool
}

func newGraph(fn *ssa.Function) *graph {
	n := len(fn.Blocks)
	g := &graph{order: make([]int, n), loops: make([][]*loop, n), heads: make(map[int]*loop)}
	for i := range g.order {
		g.order[i] = -1
	}
	for _, b := range fn.Blocks {
		g.unordered = append(g.unordered, unordered(b))
	}
	g.starts = starts(fn)
	w := &wto{g: g, fn: fn, dfn: make([]int, n)}
	if n > 0 {
		w.partition(w.component(0, nil), nil)
	}
	if fn.Recover != nil && g.order[fn.Recover.Index] < 0 {
		w.partition(w.component(fn.Recover.Index, nil), nil)
	}
	return g
}

type wto struct {
	g     *graph
	fn    *ssa.Function
	dfn   []int // by block: when it was first seen; 0 if not, done if it has a place
	num   int
	stack []int
	next  int
}

const done = 1 << 30

// A part of the order: a block, or a loop with its head and parts.
type part struct {
	block int
	loop  []part // nil if it is none
	isle  bool   // it is a loop
}

// component returns the order of the blocks that are reached from one.
func (w *wto) component(block int, into []part) []part {
	var out []part
	w.visit(block, &out)
	// Have: the parts from the last to the first.
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return append(into, out...)
}

func (w *wto) visit(v int, out *[]part) int {
	w.stack = append(w.stack, v)
	w.num++
	w.dfn[v] = w.num
	head, isLoop := w.num, false
	for _, s := range slices.Backward(w.fn.Blocks[v].Succs) {
		var m int
		if w.dfn[s.Index] == 0 {
			m = w.visit(s.Index, out)
		} else {
			m = w.dfn[s.Index]
		}
		if m <= head {
			head, isLoop = m, true
		}
	}
	if head != w.dfn[v] {
		return head
	}
	w.dfn[v] = done
	e := w.pop()
	if !isLoop {
		*out = append(*out, part{block: v})
		return head
	}
	for e != v {
		w.dfn[e] = 0
		e = w.pop()
	}
	var inner []part
	for _, s := range slices.Backward(w.fn.Blocks[v].Succs) {
		if w.dfn[s.Index] == 0 {
			var sub []part
			w.visit(s.Index, &sub)
			inner = append(inner, sub...)
		}
	}
	for i, j := 0, len(inner)-1; i < j; i, j = i+1, j-1 {
		inner[i], inner[j] = inner[j], inner[i]
	}
	*out = append(*out, part{block: v, loop: inner, isle: true})
	return head
}

func (w *wto) pop() int {
	v := w.stack[len(w.stack)-1]
	w.stack = w.stack[:len(w.stack)-1]
	return v
}

// partition numbers the blocks of an order, and notes the loops around them.
func (w *wto) partition(parts []part, around []*loop) {
	for _, p := range parts {
		if !p.isle {
			w.place(p.block, around)
			continue
		}
		l := &loop{head: p.block, blocks: make(map[int]bool)}
		w.g.heads[p.block] = l
		inside := append(around[:len(around):len(around)], l)
		w.place(p.block, inside)
		w.partition(p.loop, inside)
	}
}

func (w *wto) place(block int, around []*loop) {
	w.g.order[block] = w.next
	w.next++
	w.g.loops[block] = around
	for _, l := range around {
		l.blocks[block] = true
	}
}
