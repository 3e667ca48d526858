package handmadetoken

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

// jsonName returns the name under which encoding/json writes a field, ""
// if it does not; inline tells that the field's own fields are written in
// its place.
func jsonName(st *types.Struct, field string) (name string, inline bool) {
	for i := range st.NumFields() {
		fd := st.Field(i)
		if fd.Name() != field {
			continue
		}
		if !fd.Exported() && !fd.Embedded() {
			return "", false
		}
		tag, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		switch {
		case tag == "-":
			return "", false
		case tag != "":
			return tag, false
		case fd.Embedded():
			return "", true
		}
		return field, false
	}
	return field, false
}

// asJSON returns a claim's value as it is in the token: not known, if its type
// has a say in it.
func (f *finder) asJSON(v *flow.Value) *flow.Value {
	for w := v; w != nil; w = w.Args[0] {
		t := w.Type
		if w.Expr != nil {
			t = f.pkg.TypeOf(w.Expr)
		}
		if f.hasMarshaler(t) {
			return &flow.Value{Op: flow.Unknown}
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
	return v
}

// hasMarshaler reports whether a type makes its own JSON, and is neither of the
// standard library nor of one for tokens.
func (f *finder) hasMarshaler(t types.Type) bool {
	if t == nil {
		return false
	}
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil || !strings.Contains(strings.SplitN(fn.Pkg().Path(), "/", 2)[0], ".") && !f.pkg.Has(fn.Pkg()) {
			continue
		}
		path := fn.Pkg().Path()
		if !slices.ContainsFunc(knowledge.JWTs, func(lib *knowledge.JWT) bool { return lib.Has(path) }) {
			return true
		}
	}
	return false
}

// marshalsItself reports whether encoding/json asks the type itself.
func marshalsItself(t types.Type) bool {
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "MarshalJSON")
	_, ok := obj.(*types.Func)
	return ok
}
