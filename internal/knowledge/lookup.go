package knowledge

import "go/types"

// A Library says what it knows of a function, in a row of type F.
type Library[F any] interface {
	Lookup(fn *types.Func) (F, bool)
}

// An Index looks functions up in the tables of several libraries, each
// function once.
type Index[L Library[F], F any] struct {
	libs []L
	seen map[*types.Func]Known[L, F]
}

// A Known is a function that a library knows.
type Known[L Library[F], F any] struct {
	Lib L
	Row F
	ok  bool
}

// NewIndex returns an Index over libs.
func NewIndex[L Library[F], F any](libs []L) *Index[L, F] {
	return &Index[L, F]{libs: libs, seen: make(map[*types.Func]Known[L, F])}
}

// Lookup finds a function, which may be nil, in the first library that knows
// it.
func (x *Index[L, F]) Lookup(fn *types.Func) (Known[L, F], bool) {
	if fn == nil {
		return Known[L, F]{}, false
	}
	k, seen := x.seen[fn]
	if !seen {
		for _, lib := range x.libs {
			if row, ok := lib.Lookup(fn); ok {
				k = Known[L, F]{lib, row, true}
				break
			}
		}
		x.seen[fn] = k
	}
	return k, k.ok
}

// shaped reports whether a package has a type with certain methods or fields,
// so that it is a library or a fork of it.
func shaped(pkg *types.Package, typ string, methods []string) bool {
	obj, ok := pkg.Scope().Lookup(typ).(*types.TypeName)
	if !ok {
		return false
	}
	for _, name := range methods {
		m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, pkg, name)
		if m == nil {
			return false
		}
	}
	return true
}
