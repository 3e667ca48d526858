package origin

import "go/types"

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

func isSlice(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Slice)
	return ok
}

// isIndexed reports whether values of type t have parts that are set by
// index: maps, slices, and arrays.
func isIndexed(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice, *types.Array:
		return true
	}
	return false
}

// isReference reports whether a copy of a value of type t shares what the
// value holds.
func isReference(t types.Type) bool {
	if t == nil {
		return false
	}
	switch core(t).(type) {
	case *types.Map, *types.Pointer, *types.Interface:
		return true
	}
	return false
}

func isInterface(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := core(t).(*types.Interface)
	return ok
}

// sharesState reports whether a copy of a value of type t shares something
// with it that can change.
func sharesState(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for i := range u.NumFields() {
			if isReference(u.Field(i).Type()) && !isInterface(u.Field(i).Type()) {
				return true
			}
		}
		return false
	}
	return isReference(t)
}

// core returns the underlying type of t; of a type parameter whose
// constraint is one type, that type's.
func core(t types.Type) types.Type {
	tp, ok := types.Unalias(t).(*types.TypeParam)
	if !ok {
		return t.Underlying()
	}
	iface, ok := tp.Constraint().Underlying().(*types.Interface)
	if !ok || iface.NumEmbeddeds() != 1 {
		return t.Underlying()
	}
	switch e := iface.EmbeddedType(0).(type) {
	case *types.Union:
		if e.Len() == 1 {
			return e.Term(0).Type().Underlying()
		}
		return t.Underlying()
	default:
		return e.Underlying()
	}
}

// isTextBuffer reports whether t, or what it points to, is one of the
// standard library's growing strings.
func isTextBuffer(t types.Type) bool {
	return IsNamed(t, "strings", "Builder") || IsNamed(t, "bytes", "Buffer")
}

// IsNamed reports whether t, or what it points to, is the type pkg.name.
func IsNamed(t types.Type, pkg, name string) bool {
	if t == nil {
		return false
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	return obj.Name() == name && obj.Pkg() != nil && obj.Pkg().Path() == pkg
}

func isBytes(t types.Type) bool {
	if t == nil {
		return false
	}
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

func isText(typ types.Type) bool {
	if typ == nil {
		return false
	}
	b, ok := core(typ).(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func deref(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}
