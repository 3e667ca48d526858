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
