package flow

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An activation is a function that is being executed.
type activation struct {
	key    actKey
	id     int
	fn     *ssa.Function
	frame  *Frame
	call   *ast.CallExpr // that is followed, nil if none is
	def    *activation   // of the function around a function literal
	caller *activation
	args   []*val
	free   []*val
	graph  *graph
	index  map[ssa.Value]int
	base   int // number of the first register
	loops  *loopStack

	nodes   map[string]*node
	queue   []*node
	decided map[string]*ssa.If // by loop and round: the condition that is known, and goes on

	catches    bool // deferred calls may recover
	panicked   *state
	panickedAt moment      // of the last state that is joined in panicked
	recovers   *activation // the panicking activation that deferred this one
	recovered  bool
}

// A node is a block in one round of each of the loops around it.
type node struct {
	act    *activation
	block  *ssa.BasicBlock
	rounds []int // of the loops around it, the outermost first
	key    []int // the place in the order of execution

	ins    []inEdge
	last   *state // what it was executed with
	visits int
	fixed  bool // the head of a loop that is taken to a fixpoint
	queued bool

	ret     *state // at its return
	results []*val
}

type inEdge struct {
	from  *node
	state *state
}

// A loopStack lists rounds of loops, the innermost first.
type loopStack struct {
	head *node
	next *loopStack
}

func (l *loopStack) contains(head *node) bool {
	for ; l != nil; l = l.next {
		if l.head == head {
			return true
		}
	}
	return false
}

func (a *activation) inOrder() []*node {
	var out []*node
	for _, n := range a.nodes {
		out = append(out, n)
	}
	slices.SortFunc(out, func(p, q *node) int { return slices.Compare(p.key, q.key) })
	return out
}

// nodeOf returns the node of a block in rounds of the loops around it.
func (a *activation) nodeOf(b *ssa.BasicBlock, rounds []int) *node {
	key := make([]int, 0, 2*len(rounds)+1)
	for i, l := range a.graph.loops[b.Index] {
		key = append(key, a.graph.order[l.head], rounds[i])
	}
	key = append(key, a.graph.order[b.Index])
	id := keyText(b.Index, rounds)
	n, ok := a.nodes[id]
	if !ok {
		n = &node{act: a, block: b, rounds: rounds, key: key}
		a.nodes[id] = n
	}
	return n
}

func keyText(block int, rounds []int) string {
	b := make([]byte, 0, 2*len(rounds)+2)
	b = append(b, byte(block>>8), byte(block))
	for _, r := range rounds {
		b = append(b, byte(r>>8), byte(r))
	}
	return string(b)
}

// isRound reports whether an edge from a node to the head of a loop is one that
// ends a round.
func (n *node) isRound(from *node) bool {
	if from == nil {
		return false
	}
	l := n.act.graph.heads[n.block.Index]
	return l != nil && l.blocks[from.block.Index]
}

// reg returns the number of a register.
func (a *activation) reg(v ssa.Value) int { return a.base + a.index[v] }
