package difftest

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
)

// joins reports whether the goroutines of the program are joined as in the
// program old, which joins them: no deletion has made a data race. The block
// that starts a goroutine must have all operations that synchronize which such
// a block of old has. A program without goroutines is always good.
func (c *checked) joins(old *checked) bool {
	was := slices.Sorted(maps.Values(old.syncs()))
	for _, n := range slices.Sorted(maps.Values(c.syncs())) {
		i := slices.Index(was, n)
		if i < 0 {
			return false
		}
		was = slices.Delete(was, i, i+1)
	}
	return true
}

// syncs returns, for each block that starts goroutines, how many operations
// there are in it that synchronize.
func (c *checked) syncs() map[*ast.BlockStmt]int {
	out := map[*ast.BlockStmt]int{}
	ast.Inspect(c.file, func(n ast.Node) bool {
		block, ok := n.(*ast.BlockStmt)
		if !ok {
			return true
		}
		for _, s := range block.List {
			if _, ok := s.(*ast.GoStmt); ok {
				out[block] = synchronizing(block)
			}
		}
		return true
	})
	return out
}

// synchronizing counts sends, receives, and calls of functions that have the
// names of those that synchronize, and the statements go themselves.
func synchronizing(block *ast.BlockStmt) int {
	count := 0
	ast.Inspect(block, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt, *ast.GoStmt:
			count++
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				count++
			}
		case *ast.CallExpr:
			name := ""
			switch fun := n.Fun.(type) {
			case *ast.Ident:
				name = fun.Name
			case *ast.SelectorExpr:
				name = fun.Sel.Name
			}
			if slices.Contains([]string{"close", "Add", "Done", "Wait", "Lock", "Unlock"}, name) {
				count++
			}
		}
		return true
	})
	return count
}
