package difftest

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// A Spreader spreads programs over two packages.
type Spreader struct{ checker *checker }

// NewSpreader returns a Spreader.
func NewSpreader() *Spreader { return &Spreader{newChecker()} }

// ErrNothingToMove is the error of Spread if it can't spread a program.
var ErrNothingToMove = errors.New("the program has no declaration to move that F uses")

// Spread returns a program in which some of the declarations of p are in the
// package lower: all or some of those that do not need F. What the other package
// uses of them is exported. So are all fields and methods, in both packages:
// else an interface in one would not have the methods of a type in the other.
// Where it can be, two declarations that are not exported have the same name.
//
// The error is ErrNothingToMove, or it says that the go command fails.
func (s *Spreader) Spread(p Program) (Program, error) {
	if err := s.checker.need([]Program{p}); err != nil {
		return p, err
	}
	c, err := s.checker.check(p)
	if err != nil {
		return p, err
	}
	r := rand.New(rand.NewPCG(p.Seed, 0x59ead))
	all := r.IntN(3) == 0
	for range 10 {
		sp := &spreading{checked: c, owner: map[types.Object]int{}, names: map[types.Object]string{}}
		sp.group(p.Entry())
		if !sp.choose(func() bool { return all || r.IntN(2) == 0 }) {
			continue
		}
		sp.rename()
		out := p
		out.Source, out.Imports = sp.side(false)
		out.Lower, out.LowerImports = sp.side(true)
		_, err := s.checker.check(out)
		return out, err
	}
	return p, ErrNothingToMove
}

// A spreading is a program that is being spread.
type spreading struct {
	*checked
	groups []*group
	owner  map[types.Object]int    // the group that declares an object of the package
	names  map[types.Object]string // new names of objects
}

// A group is declarations that stay together: a type and its methods, or one
// declaration.
type group struct {
	decls []ast.Decl
	uses  map[int]bool // the groups that it refers to
	fixed bool         // it can't be moved
	lower bool         // it is moved
}

// group puts the declarations into groups. F and the entry stay where they are.
func (s *spreading) group(entry string) {
	of := map[ast.Decl]int{}
	add := func(d ast.Decl, objs ...types.Object) {
		of[d] = len(s.groups)
		for _, obj := range objs {
			s.owner[obj] = len(s.groups)
		}
		s.groups = append(s.groups, &group{uses: map[int]bool{}})
	}
	for _, d := range s.file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name != "probe" {
				add(d, s.info.Defs[d.Name])
				s.groups[of[d]].fixed = d.Name.Name == "F" || d.Name.Name == entry
			}
		case *ast.GenDecl:
			if d.Tok == token.IMPORT {
				continue
			}
			var objs []types.Object
			ast.Inspect(d, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && s.isOurs(s.info.Defs[id]) {
					objs = append(objs, s.info.Defs[id])
				}
				return true
			})
			add(d, objs...)
		}
	}
	for _, d := range s.file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if ok && fn.Recv != nil {
			t := fn.Recv.List[0].Type
			if star, ok := t.(*ast.StarExpr); ok {
				t = star.X
			}
			switch ix := t.(type) {
			case *ast.IndexExpr:
				t = ix.X
			case *ast.IndexListExpr:
				t = ix.X
			}
			of[d] = s.owner[s.info.Uses[t.(*ast.Ident)]]
		}
	}
	for _, d := range s.file.Decls {
		i, ok := of[d]
		if !ok {
			continue
		}
		g := s.groups[i]
		g.decls = append(g.decls, d)
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if used, ok := s.owner[origin(s.info.Uses[id])]; ok {
					g.uses[used] = true
				}
			}
			return true
		})
	}
}

// isOurs reports whether an object is declared at package level.
func (s *spreading) isOurs(obj types.Object) bool {
	return obj != nil && obj.Parent() == s.pkg.Scope()
}

// origin returns the object of the generic type or function that an object is
// an instance of, or obj.
func origin(obj types.Object) types.Object {
	switch obj := obj.(type) {
	case *types.Var:
		return obj.Origin()
	case *types.Func:
		return obj.Origin()
	}
	return obj
}

// choose chooses the groups to move, with those that they use. It reports false
// if the rest uses none of them.
func (s *spreading) choose(pick func() bool) bool {
	for i := range s.groups {
		if !s.closure(i, map[int]bool{}, func(g *group) bool { return !g.fixed }) || !pick() {
			continue
		}
		s.closure(i, map[int]bool{}, func(g *group) bool {
			g.lower = true
			return true
		})
	}
	for _, g := range s.groups {
		for used := range g.uses {
			if !g.lower && s.groups[used].lower {
				return true
			}
		}
	}
	return false
}

// closure reports whether f does for a group and all that it uses.
func (s *spreading) closure(i int, seen map[int]bool, f func(*group) bool) bool {
	if seen[i] {
		return true
	}
	seen[i] = true
	if !f(s.groups[i]) {
		return false
	}
	for used := range s.groups[i].uses {
		if !s.closure(used, seen, f) {
			return false
		}
	}
	return true
}

// rename gives new names to what gets an exported one, and to one declaration
// that gets the name of another.
func (s *spreading) rename() {
	shared := map[types.Object]bool{} // moved, and used by the rest
	taken := map[string]bool{}        // by what is not moved
	for _, g := range s.groups {
		for _, d := range g.decls {
			ast.Inspect(d, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				if !ok {
					return true
				}
				obj := named(origin(s.info.Uses[id]))
				if i, ok := s.owner[obj]; ok && !g.lower && s.groups[i].lower {
					shared[obj] = true
				}
				taken[id.Name] = taken[id.Name] || !g.lower
				return true
			})
		}
	}
	for obj, i := range s.owner {
		// Run spells the types of variables, those too that are not written.
		if v, ok := obj.(*types.Var); ok && !s.groups[i].lower {
			text := types.TypeString(v.Type(), nil)
			for t, k := range s.owner {
				if _, ok := t.(*types.TypeName); ok && s.groups[k].lower && strings.Contains(text, s.pkg.Path()+"."+t.Name()) {
					shared[t] = true
				}
			}
		}
	}
	for obj := range shared {
		s.shareEmbedded(obj, shared)
	}
	for _, defs := range []map[*ast.Ident]types.Object{s.info.Defs, s.info.Uses} {
		for _, obj := range defs {
			obj = origin(obj)
			if obj == nil || obj.Pkg() != s.pkg || obj.Exported() {
				continue
			}
			member := false
			switch obj := obj.(type) {
			case *types.Var:
				member = obj.IsField() && !obj.Embedded()
			case *types.Func:
				member = obj.Signature().Recv() != nil
			}
			if (member || shared[obj]) && obj.Name() != "_" {
				s.names[obj] = "X" + obj.Name()
			}
		}
	}
	var upper []types.Object
	var lower []string
	for _, name := range s.pkg.Scope().Names() {
		obj := s.pkg.Scope().Lookup(name)
		i, ok := s.owner[obj]
		switch {
		case !ok || obj.Exported() || shared[obj]:
		case !s.groups[i].lower:
			upper = append(upper, obj)
		case !taken[name]:
			lower = append(lower, name)
		}
	}
	for i := range min(len(upper), len(lower)) {
		s.names[upper[i]] = lower[i]
	}
}

// shareEmbedded shares the types that are embedded in a struct type that is
// shared: a literal of that without names of fields sets them, too.
func (s *spreading) shareEmbedded(obj types.Object, shared map[types.Object]bool) {
	if _, ok := obj.(*types.TypeName); !ok {
		return
	}
	t, ok := obj.Type().Underlying().(*types.Struct)
	if !ok {
		return
	}
	for f := range t.Fields() {
		inner := named(f)
		if _, ok := s.owner[inner]; ok && !shared[inner] {
			shared[inner] = true
			s.shareEmbedded(inner, shared)
		}
	}
}

// nameOf returns the new name of an object.
func (s *spreading) nameOf(obj types.Object) string {
	obj = named(obj)
	if name, ok := s.names[obj]; ok {
		return name
	}
	return obj.Name()
}

// named returns the type that an embedded field has its name of, or obj.
func named(obj types.Object) types.Object {
	v, ok := obj.(*types.Var)
	if !ok || !v.Embedded() {
		return obj
	}
	t := v.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	switch t := t.(type) {
	case *types.Named:
		return t.Origin().Obj()
	case *types.Alias:
		return t.Origin().Obj()
	}
	return obj
}

// side returns the source of the declarations that are moved, or of the rest,
// and what it imports.
func (s *spreading) side(lower bool) (source string, imports []string) {
	paths := map[string]bool{}
	var texts []string
	for _, d := range s.file.Decls {
		i := slices.IndexFunc(s.groups, func(g *group) bool { return g.lower == lower && slices.Contains(g.decls, d) })
		if i < 0 {
			continue
		}
		var edits []edit
		ast.Inspect(d, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			obj := s.info.Uses[id]
			if obj == nil {
				obj = s.info.Defs[id]
			}
			if pkg, ok := obj.(*types.PkgName); ok {
				paths[pkg.Imported().Path()] = true
			}
			if obj = origin(obj); obj == nil || obj.Pkg() != s.pkg {
				return true
			}
			name := s.nameOf(obj)
			if i, ok := s.owner[obj]; ok && !lower && s.groups[i].lower {
				name = lowerName + "." + name
			}
			if name != id.Name {
				edits = append(edits, edit{s.offset(id.Pos()), s.offset(id.End()), name})
			}
			return true
		})
		texts = append(texts, apply(s.text, s.offset(d.Pos()), s.offset(d.End()), edits))
	}
	return strings.Join(texts, "\n\n") + "\n", slices.Sorted(maps.Keys(paths))
}
