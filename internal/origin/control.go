package origin

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// controls returns the branches between owner and cur, outermost first.
func (t *Tracer) controls(cur inspector.Cursor, owner ast.Node) []control {
	var ctl []control
	for c := cur; c.Node() != nil && c.Node() != owner; c = c.Parent() {
		kind, _ := c.ParentEdge()
		if kind == edge.Invalid {
			break // a file
		}
		parent := c.Parent()
		switch kind {
		case edge.IfStmt_Body, edge.IfStmt_Else,
			edge.ForStmt_Body, edge.ForStmt_Post, edge.RangeStmt_Body,
			edge.RangeStmt_Key, edge.RangeStmt_Value:
			ctl = append(ctl, control{parent.Node(), c.Node()})
		case edge.CaseClause_Body, edge.CommClause_Body, edge.CommClause_Comm:
			// CaseClause → BlockStmt → SwitchStmt
			ctl = append(ctl, control{parent.Parent().Parent().Node(), parent.Node()})
		case edge.DeferStmt_Call, edge.GoStmt_Call:
			ctl = append(ctl, control{parent.Node(), c.Node()})
		case edge.FuncLit_Body:
			if parent.Node() != owner && (!calledInPlace(parent) || len(t.jumpsOf(parent.Node()).exits) > 1) {
				ctl = append(ctl, control{parent.Node(), c.Node()})
			}
		}
	}
	slices.Reverse(ctl)
	return ctl
}

// calledInPlace reports whether a function literal runs exactly once, where
// it stands: func(){…}().
func calledInPlace(lit inspector.Cursor) bool {
	for {
		kind, _ := lit.ParentEdge()
		if kind == edge.ParenExpr_X {
			lit = lit.Parent()
			continue
		}
		if kind != edge.CallExpr_Fun {
			return false
		}
		kind, _ = lit.Parent().ParentEdge()
		return kind != edge.GoStmt_Call && kind != edge.DeferStmt_Call
	}
}
