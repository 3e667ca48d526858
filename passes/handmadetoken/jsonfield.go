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

// A jsonField is how encoding/json writes a field of a struct.
type jsonField struct {
	name   string
	tagged bool // the name is that of a tag
	inline bool // the field's own fields are written in its place
	quoted bool // the value is written as text
}

// fieldIndex returns the number of the field that has a name. It is -1 if no field
// has it.
func fieldIndex(st *types.Struct, name string) int {
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// jsonFieldOf returns how encoding/json writes a field. It reports false if it
// leaves the field out, or if there is no field of that number.
func jsonFieldOf(st *types.Struct, i int) (jsonField, bool) {
	if i < 0 {
		return jsonField{}, false
	}
	fd := st.Field(i)
	tag, options, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
	embedded := fd.Embedded() && structOf(fd.Type()) != nil
	switch {
	case reflect.StructTag(st.Tag(i)).Get("json") == "-":
		return jsonField{}, false
	case tag == "" && embedded:
		return jsonField{inline: true}, true // exported or not
	case !fd.Exported():
		return jsonField{}, false
	}
	name := tag
	if name == "" {
		name = fd.Name()
	}
	return jsonField{name: name, tagged: tag != "", quoted: slices.Contains(strings.Split(options, ","), "string")}, true
}

// jsonOwners returns, for each name that encoding/json writes for a struct, the
// number of the field that it is, or that it is in. Of several fields of one name,
// the one that is embedded least deep is written; of those that are alike, the one
// with a tag; if that leaves several, none is.
//
// Source: https://pkg.go.dev/encoding/json#Marshal.
func jsonOwners(st *types.Struct) map[string]int {
	type candidate struct {
		depth, owner int
		tagged       bool
	}
	type level struct {
		st    *types.Struct
		owner int
	}
	found := make(map[string][]candidate)
	seen := make(map[*types.Struct]bool)
	todo := []level{{st, -1}}
	for depth := 0; len(todo) > 0; depth++ {
		var next []level
		for _, l := range todo {
			for i := range l.st.NumFields() {
				owner := l.owner
				if owner < 0 {
					owner = i
				}
				switch fd, ok := jsonFieldOf(l.st, i); {
				case !ok:
				case fd.inline:
					if inner := structOf(l.st.Field(i).Type()); !seen[inner] {
						next = append(next, level{inner, owner})
					}
				default:
					found[fd.name] = append(found[fd.name], candidate{depth, owner, fd.tagged})
				}
			}
		}
		for _, l := range next {
			seen[l.st] = true
		}
		todo = next
	}
	owners := make(map[string]int)
	for name, list := range found {
		least := slices.DeleteFunc(slices.Clone(list), func(c candidate) bool { return c.depth > list[0].depth })
		if tagged := slices.DeleteFunc(slices.Clone(least), func(c candidate) bool { return !c.tagged }); len(tagged) > 0 {
			least = tagged
		}
		if len(least) == 1 {
			owners[name] = least[0].owner
		}
	}
	return owners
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
