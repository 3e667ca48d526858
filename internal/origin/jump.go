package origin

import (
	"go/ast"
	"go/token"
	"strings"
)

// jumps says where control leaves the body of a function or loop.
type jumps struct {
	exits  []token.Pos // ends of the body as a whole: returns, or continues; and its end, if that is reached
	breaks bool        // a loop may end early
	once   bool        // a loop's body runs once at the most
	wild   bool        // there is a goto: the order of statements is not that of the text
}

// jumpsOf finds the jumps of a function or loop.
func (t *Tracer) jumpsOf(n ast.Node) jumps {
	if j, ok := t.jumps[n]; ok {
		return j
	}
	var j jumps
	var body *ast.BlockStmt
	loop := isLoop(n)
	switch n := n.(type) {
	case *ast.RangeStmt:
		body = n.Body
	case *ast.ForStmt:
		body = n.Body
	default:
		_, body = funcType(n)
	}
	if body != nil {
		j.walk(body, loop, false)
		if !t.pkg.leaves(body.List) {
			j.exits = append(j.exits, body.End())
		}
		if loop && len(body.List) > 0 {
			if br, ok := body.List[len(body.List)-1].(*ast.BranchStmt); ok && br.Tok == token.BREAK {
				j.once = true
			}
		}
	}
	t.jumps[n] = j
	return j
}

// walk visits the statements below n; inner tells that a plain break or
// continue means a statement inside the body.
func (j *jumps) walk(n ast.Node, loop, inner bool) {
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			if m != n && !inner {
				k := jumps{}
				k.walk(m, loop, true)
				j.exits = append(j.exits, k.exits...)
				j.breaks = j.breaks || k.breaks
				j.wild = j.wild || k.wild
				if !isLoop(m) && loop {
					j.continues(m)
				}
				return false
			}
		case *ast.ReturnStmt:
			if !loop {
				j.exits = append(j.exits, m.Pos())
			}
		case *ast.BranchStmt:
			switch {
			case m.Tok == token.GOTO:
				j.wild = true
			case !loop:
			case m.Label != nil:
				j.exits = append(j.exits, m.Pos())
				j.breaks = true
			case inner:
			case m.Tok == token.CONTINUE:
				j.exits = append(j.exits, m.Pos())
			case m.Tok == token.BREAK:
				j.exits = append(j.exits, m.Pos())
				j.breaks = true
			}
		}
		return true
	})
}

// continues adds the plain continues below a switch, which mean the loop
// around it.
func (j *jumps) continues(n ast.Node) {
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit, *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.BranchStmt:
			if m.Tok == token.CONTINUE && m.Label == nil {
				j.exits = append(j.exits, m.Pos())
			}
		}
		return true
	})
}

// isWild reports whether the function that declares a variable has a goto.
func (t *Tracer) isWild(owner ast.Node) bool {
	return owner != nil && t.jumpsOf(owner).wild
}

// leaves reports whether control never gets past the end of body.
func (p *Package) leaves(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.CONTINUE || s.Tok == token.BREAK && s.Label != nil
	case *ast.BlockStmt:
		return p.leaves(s.List)
	case *ast.LabeledStmt:
		return p.leaves([]ast.Stmt{s.Stmt})
	case *ast.IfStmt:
		return s.Else != nil && p.leaves(s.Body.List) && p.leaves([]ast.Stmt{s.Else})
	case *ast.ForStmt:
		return s.Cond == nil && !breaks(s.Body)
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if p.builtin(call) == "panic" {
			return true
		}
		fn := p.Callee(call)
		if fn == nil || fn.Pkg() == nil {
			return false
		}
		switch fn.Pkg().Path() {
		case "log":
			return strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic")
		case "os":
			return fn.Name() == "Exit"
		case "runtime":
			return fn.Name() == "Goexit"
		}
	}
	return false
}

// breaksOf finds where control may leave a clause of a switch or select
// before its end, to go on behind it or further out.
func breaksOf(clause ast.Stmt) []token.Pos {
	var out []token.Pos
	var walk func(n ast.Node, inner bool)
	walk = func(n ast.Node, inner bool) {
		ast.Inspect(n, func(m ast.Node) bool {
			switch m := m.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
				if m != n {
					walk(m, true) // where a plain break means that statement
					return false
				}
			case *ast.BranchStmt:
				if m.Tok == token.BREAK && (m.Label != nil || !inner) {
					out = append(out, m.Pos())
				}
			}
			return true
		})
	}
	walk(clause, false)
	return out
}

// breaks reports whether a loop's body has a break, of whatever statement.
func breaks(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.BREAK || n.Tok == token.GOTO
		}
		return !found
	})
	return found
}
