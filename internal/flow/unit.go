package flow

import (
	"cmp"
	"go/ast"
	"go/types"
	"maps"
	"slices"
)

// A Unit is a package of a program.
type Unit struct {
	Types  *types.Package
	Info   *types.Info // with all of its maps
	Files  []*ast.File
	Broken bool // it has type errors
}

// order returns the units so that each comes behind those that it imports.
// The order that they are given in does not matter.
func order(units []Unit) []Unit {
	if len(units) < 2 {
		return units
	}
	byPath := func(a, b *types.Package) int { return cmp.Compare(a.Path(), b.Path()) }
	byPackage := make(map[*types.Package]Unit)
	var roots []*types.Package
	for _, u := range units {
		byPackage[u.Types] = u
		roots = append(roots, u.Types)
	}
	out := make([]Unit, 0, len(units))
	seen := make(map[*types.Package]bool)
	var visit func(pkgs []*types.Package)
	visit = func(pkgs []*types.Package) {
		for _, p := range slices.SortedStableFunc(slices.Values(pkgs), byPath) {
			if seen[p] {
				continue
			}
			seen[p] = true
			visit(p.Imports()) // of packages outside of the program, too
			if u, ok := byPackage[p]; ok {
				out = append(out, u)
			}
		}
	}
	visit(roots)
	return out
}

// buildable returns the units that go/ssa can build: those without type
// errors that import none that has some, not through others either.
func buildable(units []Unit) []Unit {
	if !slices.ContainsFunc(units, Unit.isBroken) {
		return units
	}
	broken := make(map[*types.Package]bool)
	for _, u := range units {
		if u.isBroken() {
			broken[u.Types] = true
		}
	}
	var isBroken func(p *types.Package) bool
	isBroken = func(p *types.Package) bool {
		is, known := broken[p]
		if !known {
			is = slices.ContainsFunc(p.Imports(), isBroken)
			broken[p] = is
		}
		return is
	}
	return slices.DeleteFunc(slices.Clone(units), func(u Unit) bool { return isBroken(u.Types) })
}

// isBroken reports whether the types of a unit are not all known. What is in C
// has no types.
func (u Unit) isBroken() bool {
	return u.Broken || slices.ContainsFunc(u.Files, func(f *ast.File) bool {
		return slices.ContainsFunc(f.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"C"` })
	})
}

// infoOf returns what is known of the syntax of all units.
func infoOf(units []Unit) *types.Info {
	if len(units) == 1 {
		return units[0].Info
	}
	all := &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}
	for _, u := range units {
		maps.Copy(all.Types, u.Info.Types)
		maps.Copy(all.Instances, u.Info.Instances)
		maps.Copy(all.Defs, u.Info.Defs)
		maps.Copy(all.Uses, u.Info.Uses)
		maps.Copy(all.Implicits, u.Info.Implicits)
		maps.Copy(all.Selections, u.Info.Selections)
		maps.Copy(all.Scopes, u.Info.Scopes)
		maps.Copy(all.FileVersions, u.Info.FileVersions)
		all.InitOrder = append(all.InitOrder, u.Info.InitOrder...)
	}
	return all
}
