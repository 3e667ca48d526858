package rewrite

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/captoken/captoken/internal/flow"
)

// names hands out names for what the new code declares.
type names struct {
	pkg  *flow.Index
	used map[ast.Node]map[string]bool // the names in each declared function
	file map[*file]map[string]bool    // the names that each file declares
	own  map[ownName][]ast.Node       // the blocks that a name was handed out for
}

// An ownName is a name that was handed out in a declaration.
type ownName struct {
	name string
	decl ast.Node
}

func newNames(pkg *flow.Index) *names {
	return &names{pkg: pkg, used: make(map[ast.Node]map[string]bool), file: make(map[*file]map[string]bool), own: make(map[ownName][]ast.Node)}
}

// fresh returns a name like the given for a variable that is declared at a
// place: nothing in the function is called so.
func (n *names) fresh(like string, at place) string {
	for i := 1; ; i++ {
		name := like
		if i > 1 {
			name += strconv.Itoa(i)
		}
		if n.taken(name, at) {
			continue
		}
		key := ownName{name, at.file.decl(at.stmt)}
		n.own[key] = append(n.own[key], at.list)
		return name
	}
}

func (n *names) taken(name string, at place) bool {
	for _, block := range n.own[ownName{name, at.file.decl(at.stmt)}] {
		if block.Pos() < at.list.End() && at.list.Pos() < block.End() {
			return true
		}
	}
	return n.inFunction(name, at) || at.lookup(n.pkg, name) != nil
}

// inFunction reports whether anything in the declaration around a place has
// a name.
func (n *names) inFunction(name string, at place) bool {
	decl := at.file.decl(at.stmt)
	used, ok := n.used[decl]
	if !ok {
		used = make(map[string]bool)
		ast.Inspect(decl, func(node ast.Node) bool {
			if id, ok := node.(*ast.Ident); ok {
				used[id.Name] = true
			}
			return true
		})
		n.used[decl] = used
	}
	return used[name]
}

// inFile reports whether a file, or any block in it, declares a name.
func (n *names) inFile(name string, f *file) bool {
	declared, ok := n.file[f]
	if !ok {
		declared = make(map[string]bool)
		var add func(*types.Scope)
		add = func(s *types.Scope) {
			for _, name := range s.Names() {
				declared[name] = true
			}
			for i := range s.NumChildren() {
				add(s.Child(i))
			}
		}
		if scope := n.pkg.Info.Scopes[f.ast]; scope != nil {
			add(scope)
		}
		n.file[f] = declared
	}
	return declared[name]
}

// decl returns the top-level declaration around a node.
func (f *file) decl(n ast.Node) ast.Node {
	i, found := slices.BinarySearchFunc(f.ast.Decls, n.Pos(), func(d ast.Decl, pos token.Pos) int { return cmp.Compare(d.Pos(), pos) })
	if !found {
		i--
	}
	if i < 0 {
		return f.ast
	}
	return f.ast.Decls[i]
}

// isTakenInPackage reports whether the package declares a name.
func isTakenInPackage(pkg *types.Package, name string) bool {
	return pkg.Scope().Lookup(name) != nil || types.Universe.Lookup(name) != nil
}
