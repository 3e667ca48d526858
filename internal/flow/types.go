package flow

import "go/types"

// IsNamed reports whether t, or what it points to, is the type pkg.name.
func IsNamed(t types.Type, pkg, name string) bool {
	if t == nil {
		return false
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return isNamedType(t, pkg, name)
}

// identical reports whether two types are the same. Unlike go/types, it can be
// asked for no type and for types that go/ssa made up.
func identical(a, b types.Type) bool {
	if a == nil || b == nil || isOpaque(a) || isOpaque(b) {
		return a == b
	}
	return types.Identical(a, b)
}

// interchangeable reports whether memory of one type may be seen as of the
// other, through a conversion.
//
//	type claims map[string]string
//	claims(m)["k"] = "v" // m has it, too
func interchangeable(a, b types.Type) bool {
	if a == nil || b == nil || isOpaque(a) || isOpaque(b) {
		return a == b
	}
	return types.IdenticalIgnoreTags(a.Underlying(), b.Underlying())
}

// mentionsParam reports whether a type is, or is made of, a type parameter:
// which type it is depends on the call.
func mentionsParam(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return mentionsParam(t.Elem())
	case *types.Slice:
		return mentionsParam(t.Elem())
	case *types.Array:
		return mentionsParam(t.Elem())
	case *types.Chan:
		return mentionsParam(t.Elem())
	case *types.Map:
		return mentionsParam(t.Key()) || mentionsParam(t.Elem())
	case *types.Struct:
		for f := range t.Fields() {
			if mentionsParam(f.Type()) {
				return true
			}
		}
	case *types.Signature:
		return t.Params() != nil && mentionsParam(t.Params()) || t.Results() != nil && mentionsParam(t.Results())
	case *types.Tuple:
		for v := range t.Variables() {
			if mentionsParam(v.Type()) {
				return true
			}
		}
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if mentionsParam(arg) {
				return true
			}
		}
	}
	return false
}

// isOpaque reports whether t, or what it points to, is a type that Go does not
// have: go/ssa has them for iterators and for lists of deferred calls.
func isOpaque(t types.Type) bool {
	switch t := t.(type) {
	case *types.Pointer:
		return isOpaque(t.Elem())
	case *types.Basic, *types.Named, *types.Alias, *types.Struct, *types.Array, *types.Slice, *types.Map, *types.Chan,
		*types.Signature, *types.Interface, *types.Tuple, *types.TypeParam, *types.Union:
		return false
	}
	return true
}
