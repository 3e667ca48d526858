package flow

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// This file is about what is known right before a statement.

// A before is a state in which a statement begins.
type before struct {
	node  *node
	index int // of the instruction in the block
	state *state
}

type beforeKey struct {
	frame *Frame
	stmt  ast.Stmt
}

// begin notes the state in which statements begin.
func (x *executor) begin(n *node, st *state, index int, stmts []ast.Stmt) {
	for _, stmt := range stmts {
		key := beforeKey{n.act.frame, stmt}
		s := *st
		list := x.befores[key]
		if i := slices.IndexFunc(list, func(b before) bool { return b.node == n }); i >= 0 {
			list[i].state = &s
			continue
		}
		x.befores[key] = append(list, before{n, index, &s})
	}
}

// Statement returns the innermost statement that a node is in, nil if it is in
// none.
func (p *Index) Statement(n ast.Node) ast.Stmt {
	cur, ok := p.Cursor(n)
	for ; ok && cur.Node() != nil; cur = cur.Parent() {
		if stmt, isStmt := cur.Node().(ast.Stmt); isStmt {
			return stmt
		}
	}
	return nil
}

// Repeats reports whether a statement may run again and again while another
// one of the same function runs once: it is in a loop that the other is not
// in.
func (t *Tracer) Repeats(stmt, other ast.Stmt, f *Frame) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f == nil || f.root == nil {
		return true
	}
	once := f.root.x.befores[beforeKey{f, other}]
	for _, b := range f.root.x.befores[beforeKey{f, stmt}] {
		for _, l := range b.node.act.graph.loops[b.node.block.Index] {
			if len(once) == 0 || slices.ContainsFunc(once, func(o before) bool { return o.node.act == b.node.act && !l.blocks[o.node.block.Index] }) {
				return true
			}
		}
	}
	return false
}

// Always reports whether each way from a statement to another one of the same
// function leads through one of several statements.
func (t *Tracer) Always(from, to ast.Stmt, through []ast.Stmt, f *Frame) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f == nil || f.root == nil {
		return false
	}
	befores := f.root.x.befores
	begins := func(stmt ast.Stmt, b *ssa.BasicBlock, i int) bool {
		return slices.ContainsFunc(befores[beforeKey{f, stmt}], func(o before) bool { return o.node.block == b && o.index == i })
	}
	starts, ends := befores[beforeKey{f, from}], befores[beforeKey{f, to}]
	for _, start := range starts {
		if slices.ContainsFunc(ends, func(o before) bool { return o.node.block.Parent() != start.node.block.Parent() }) {
			return false // one of them is in a function literal
		}
		seen := make(map[*ssa.BasicBlock]bool)
		var reaches func(b *ssa.BasicBlock, i int) bool // to, without going through
		reaches = func(b *ssa.BasicBlock, i int) bool {
			for ; i < len(b.Instrs); i++ {
				if slices.ContainsFunc(through, func(stmt ast.Stmt) bool { return begins(stmt, b, i) }) {
					return false
				}
				if begins(to, b, i) {
					return true
				}
			}
			for _, next := range b.Succs {
				if !seen[next] {
					seen[next] = true
					if reaches(next, 0) {
						return true
					}
				}
			}
			return false
		}
		if reaches(start.node.block, start.index+1) {
			return false
		}
	}
	return len(starts) > 0 && len(ends) > 0
}

// starts returns, by block and instruction, the statements of a function that
// begin there. The first instruction of a statement is the one that dominates
// all others. Instructions without a position belong to the next that has one:
//
//	t0 = *name            // no position
//	; name at 12:7 is t0  // this has
func starts(fn *ssa.Function) []map[int][]ast.Stmt {
	var root ast.Node
	switch n := fn.Syntax().(type) {
	case *ast.FuncDecl:
		root = n.Body
	case *ast.FuncLit:
		root = n.Body
	case *ast.RangeStmt:
		root = n.Body
	}
	out := make([]map[int][]ast.Stmt, len(fn.Blocks))
	if root == nil || len(fn.Blocks) == 0 {
		return out
	}
	type open struct {
		stmt  ast.Stmt
		outer int // the statement around it, -1 for the outermost
		begun bool
	}
	var list []open // in the order of the code
	var around []int
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil {
			around = around[:len(around)-1]
			return true
		}
		if _, isFunc := n.(*ast.FuncLit); isFunc {
			return false
		}
		outer := -1
		if len(around) > 0 {
			outer = around[len(around)-1]
		}
		if s, ok := n.(ast.Stmt); ok {
			list = append(list, open{s, outer, false})
			outer = len(list) - 1
		}
		around = append(around, outer)
		return true
	})
	for _, b := range fn.DomPreorder() {
		from := 0 // the first instruction without a position that is not followed by one yet
		for i, instr := range b.Instrs {
			pos := instr.Pos()
			if d, ok := instr.(*ssa.DebugRef); ok {
				pos = d.Expr.Pos()
			}
			if !pos.IsValid() {
				continue
			}
			k, _ := slices.BinarySearchFunc(list, pos, func(o open, pos token.Pos) int { return int(o.stmt.Pos() - pos - 1) })
			for k--; k >= 0 && list[k].stmt.End() <= pos; {
				k = list[k].outer
			}
			for ; k >= 0 && !list[k].begun; k = list[k].outer {
				list[k].begun = true
				if out[b.Index] == nil {
					out[b.Index] = make(map[int][]ast.Stmt)
				}
				out[b.Index][from] = append(out[b.Index][from], list[k].stmt)
			}
			from = i + 1
		}
	}
	return out
}
