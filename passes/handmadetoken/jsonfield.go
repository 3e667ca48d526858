package handmadetoken

import (
	"go/types"
	"reflect"
	"strings"
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

// marshalsItself reports whether encoding/json asks the type itself.
func marshalsItself(t types.Type) bool {
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "MarshalJSON")
	_, ok := obj.(*types.Func)
	return ok
}
