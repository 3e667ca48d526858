// Package funcname names functions and methods by their types.
package funcname

import "go/types"

// Receiver returns the name of the type that fn is a method of, without its
// package, and whether fn needs a pointer to it. The name is "" for a
// function, and "?" for a method of a type without a name.
func Receiver(fn *types.Func) (name string, pointer bool) {
	recv := fn.Signature().Recv()
	if recv == nil {
		return "", false
	}
	t := types.Unalias(recv.Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t, pointer = types.Unalias(ptr.Elem()), true
	}
	if named, ok := t.(*types.Named); ok {
		return named.Obj().Name(), pointer
	}
	return "?", pointer
}

// Method returns "T.Name" for a method of T or *T, and "Name" for a
// function.
func Method(fn *types.Func) string {
	if recv, _ := Receiver(fn); recv != "" {
		return recv + "." + fn.Name()
	}
	return fn.Name()
}

// Qualified names a function as code outside its package does: "pkg.Name",
// or "(*pkg.T).Name".
func Qualified(fn *types.Func) string {
	pkg := ""
	if fn.Pkg() != nil {
		pkg = fn.Pkg().Name() + "."
	}
	recv, pointer := Receiver(fn)
	switch {
	case recv == "":
		return pkg + fn.Name()
	case pointer:
		return "(*" + pkg + recv + ")." + fn.Name()
	}
	return "(" + pkg + recv + ")." + fn.Name()
}
