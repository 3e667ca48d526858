package rewrite

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/edit"
)

// unitOf returns the unit that makes up a statement, nil if there is none.
func (s *sweep) unitOf(stmt ast.Stmt) *unit {
	if u := s.units[stmt]; u != nil {
		return u
	}
	decl, ok := stmt.(*ast.DeclStmt)
	if !ok {
		return nil
	}
	gen, ok := decl.Decl.(*ast.GenDecl)
	if !ok || len(gen.Specs) != 1 {
		return nil
	}
	return s.units[gen.Specs[0]]
}

// edits returns the edits that remove in one file what is left without a
// use, but for what something is written instead of.
func (s *sweep) edits(f *file, elsewhere func(*ast.Comment) bool, instead map[ast.Node]bool) []edit.Edit {
	var out []edit.Edit
	remove := func(start, end token.Pos) {
		out = append(out, f.remove(f.offset(start), f.offset(end), elsewhere))
	}
	groups := make(map[*ast.GenDecl]*ast.DeclStmt)
	for n := range s.units {
		if !f.has(n) || instead[n] {
			continue
		}
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			out = append(out, s.removeStmt(f, n, elsewhere))
			continue
		}
		cur, _ := s.env.pkg.Cursor(spec)
		decl := cur.Parent().Node().(*ast.GenDecl)
		all := !slices.ContainsFunc(decl.Specs, func(sp ast.Spec) bool { return s.units[sp] == nil })
		switch stmt, isStmt := cur.Parent().Parent().Node().(*ast.DeclStmt); {
		case all && isStmt:
			if groups[decl] == nil {
				groups[decl] = stmt
				remove(stmt.Pos(), stmt.End())
			}
		default:
			remove(spec.Pos(), spec.End())
		}
	}
	return append(out, s.blankEdits(f)...)
}

// removeStmt returns the edit that removes a statement.
func (s *sweep) removeStmt(f *file, n ast.Node, elsewhere func(*ast.Comment) bool) edit.Edit {
	cur, _ := s.env.pkg.Cursor(n)
	next := token.NoPos // what an init statement stands in front of
	switch parent := cur.Parent().Node().(type) {
	case *ast.IfStmt:
		next = parent.Cond.Pos()
	case *ast.SwitchStmt:
		next = parent.Body.Pos()
		if parent.Tag != nil {
			next = parent.Tag.Pos()
		}
	}
	if kind, _ := cur.ParentEdge(); kind != edge.IfStmt_Init && kind != edge.SwitchStmt_Init {
		return f.remove(f.offset(n.Pos()), f.offset(n.End()), elsewhere)
	}
	start, end := f.offset(n.Pos()), f.offset(next)
	text := ""
	for _, c := range f.kept(start, end, elsewhere) {
		text += c + "\n"
	}
	return edit.Replace(start, end, text)
}

// blankEdits returns the edits for statements with results that nothing wants
// any more.
func (s *sweep) blankEdits(f *file) []edit.Edit {
	var out []edit.Edit
	done := make(map[ast.Node]bool)
	for _, id := range s.blanks {
		if !f.has(id) {
			continue
		}
		cur, _ := s.env.pkg.Cursor(id)
		stmt, ok := cur.Parent().Node().(*ast.AssignStmt)
		if !ok {
			if spec, ok := cur.Parent().Node().(*ast.ValueSpec); ok && len(spec.Names) != len(spec.Values) && len(spec.Values) == 0 {
				out = append(out, dropListed(f, expressions(spec.Names), id))
				continue
			}
			out = append(out, edit.Replace(f.offset(id.Pos()), f.offset(id.End()), "_"))
			continue
		}
		if done[stmt] {
			continue
		}
		done[stmt] = true
		out = append(out, s.narrow(f, stmt)...)
	}
	return out
}

func expressions(ids []*ast.Ident) []ast.Expr {
	var out []ast.Expr
	for _, id := range ids {
		out = append(out, id)
	}
	return out
}

// narrow blanks the variables of an assignment that are not wanted, or takes
// them away with their values.
func (s *sweep) narrow(f *file, stmt *ast.AssignStmt) []edit.Edit {
	var out []edit.Edit
	fresh := false // something is still defined
	for i, lhs := range stmt.Lhs {
		id, ok := lhs.(*ast.Ident)
		if !ok || !slices.Contains(s.blanks, id) {
			fresh = fresh || ok && id.Name != "_" && s.env.pkg.Info.Defs[id] != nil
			continue
		}
		if len(stmt.Lhs) == len(stmt.Rhs) && slices.Contains(s.pairs, stmt.Rhs[i]) {
			out = append(out, dropListed(f, stmt.Lhs, lhs), dropListed(f, stmt.Rhs, stmt.Rhs[i]))
			continue
		}
		out = append(out, edit.Replace(f.offset(id.Pos()), f.offset(id.End()), "_"))
	}
	if stmt.Tok == token.DEFINE && !fresh {
		at := f.offset(stmt.TokPos)
		out = append(out, edit.Replace(at, at+len(":="), "="))
	}
	return out
}

// dropListed returns the edit that takes an expression out of a list.
func dropListed(f *file, list []ast.Expr, e ast.Expr) edit.Edit {
	i := slices.Index(list, e)
	start, end := e.Pos(), token.NoPos
	if i+1 < len(list) {
		end = list[i+1].Pos()
	} else {
		start, end = list[i-1].End(), e.End()
	}
	kept := ""
	for _, c := range f.comments(f.offset(start), f.offset(end)) {
		if i+1 < len(list) {
			kept += c.Text + " "
		} else {
			kept += " " + c.Text
		}
	}
	return edit.Replace(f.offset(start), f.offset(end), kept)
}
