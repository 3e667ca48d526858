// Package conformance compares a hand-written stub of a package with the package itself. The analyzers are tested on
// stubs, so a declaration that a stub gets wrong would let a test pass on code that no user can write.
package conformance

import (
	"fmt"
	"go/constant"
	"go/types"
	"strings"
)

// Diff reports how the exported declarations of the stub differ from those of the real package, one line for each. What
// only the real package has is no difference: a stub declares what the tests use.
func Diff(stub, lib *types.Package) []string {
	var d differ
	d.equal("package", "name", stub.Name(), lib.Name())
	for _, name := range stub.Scope().Names() {
		object := stub.Scope().Lookup(name)
		if !object.Exported() {
			continue
		}
		d.object(object, lib.Scope().Lookup(name))
	}
	return d
}

type differ []string

func (d *differ) reportf(format string, args ...any) {
	*d = append(*d, fmt.Sprintf(format, args...))
}

func (d *differ) equal(name, what string, stub, lib any) {
	if stub != lib {
		d.reportf("%s: %s is %v in the stub, %v in the real package", name, what, stub, lib)
	}
}

func (d *differ) object(stub, lib types.Object) {
	name := stub.Name()
	if lib == nil {
		d.reportf("%s: not in the real package", name)
		return
	}
	if s, r := kind(stub), kind(lib); s != r {
		d.equal(name, "kind", s, r)
		return
	}
	// Of a defined type this is its name and its type parameters.
	d.equal(name, "type", typeString(stub.Type()), typeString(lib.Type()))
	switch stub := stub.(type) {
	case *types.Const:
		s, r := stub.Val(), lib.(*types.Const).Val()
		d.equal(name, "value", constantString(s), constantString(r))
	case *types.TypeName:
		if stub.IsAlias() {
			d.equal(name, "aliased type", typeString(types.Unalias(stub.Type())), typeString(types.Unalias(lib.Type())))
			return
		}
		d.underlying(name, stub.Type().Underlying(), lib.Type().Underlying())
		d.methods(name, stub.Type(), lib.Type())
	}
}

// underlying compares what a defined type is made of.
func (d *differ) underlying(name string, stub, lib types.Type) {
	switch stub := stub.(type) {
	case *types.Struct:
		lib, ok := lib.(*types.Struct)
		if !ok {
			d.reportf("%s: a struct in the stub only", name)
			return
		}
		d.fields(name, stub, lib)
	case *types.Interface:
		lib, ok := lib.(*types.Interface)
		if !ok {
			d.reportf("%s: an interface in the stub only", name)
			return
		}
		d.interfaceMethods(name, stub, lib)
	default:
		d.equal(name, "underlying type", typeString(stub), typeString(lib))
	}
}

// fields compares the exported fields that the stub has. Their tags count as well: they say which claim a field is.
func (d *differ) fields(name string, stub, lib *types.Struct) {
	inLib := make(map[string]int)
	for i := range lib.NumFields() {
		inLib[lib.Field(i).Name()] = i
	}
	for i := range stub.NumFields() {
		field := stub.Field(i)
		if !field.Exported() {
			continue
		}
		name := name + "." + field.Name()
		j, ok := inLib[field.Name()]
		if !ok {
			d.reportf("%s: not in the real package", name)
			continue
		}
		d.equal(name, "type", typeString(field.Type()), typeString(lib.Field(j).Type()))
		d.equal(name, "tag", stub.Tag(i), lib.Tag(j))
		d.equal(name, "being embedded", field.Embedded(), lib.Field(j).Embedded())
	}
}

// interfaceMethods compares the methods that the stub has. Unexported ones count here: they decide which of a
// library's interfaces may be passed as another.
func (d *differ) interfaceMethods(name string, stub, lib *types.Interface) {
	inLib := make(map[string]*types.Func)
	for method := range lib.Methods() {
		inLib[method.Name()] = method
	}
	for method := range stub.Methods() {
		name := name + "." + method.Name()
		found, ok := inLib[method.Name()]
		if !ok {
			d.reportf("%s: not in the real package", name)
			continue
		}
		d.equal(name, "type", typeString(method.Type()), typeString(found.Type()))
	}
}

// methods compares the exported methods of a defined type and of the pointer to it. Only the latter may have a method
// that the former lacks, which decides whether a call on a function's result compiles.
func (d *differ) methods(name string, stub, lib types.Type) {
	if types.IsInterface(stub) || types.IsInterface(lib) {
		return
	}
	stubValue, libValue := types.NewMethodSet(stub), types.NewMethodSet(lib)
	libPointer := types.NewMethodSet(types.NewPointer(lib))
	for selection := range types.NewMethodSet(types.NewPointer(stub)).Methods() {
		method := selection.Obj()
		if !method.Exported() {
			continue
		}
		name := name + "." + method.Name()
		found := libPointer.Lookup(nil, method.Name())
		if found == nil {
			d.reportf("%s: not in the real package", name)
			continue
		}
		d.equal(name, "type", typeString(method.Type()), typeString(found.Obj().Type()))
		d.equal(name, "being a method of the value", stubValue.Lookup(nil, method.Name()) != nil, libValue.Lookup(nil, method.Name()) != nil)
	}
}

func kind(object types.Object) string {
	switch object := object.(type) {
	case *types.Const:
		return "constant"
	case *types.Func:
		return "function"
	case *types.TypeName:
		if object.IsAlias() {
			return "alias"
		}
		return "type"
	case *types.Var:
		return "variable"
	}
	return object.String()
}

// typeString writes a type so that equal types of different loads are equal strings: the packages are named by their
// paths. The names of parameters are part of it, as code may look at them.
func typeString(t types.Type) string {
	return strings.ReplaceAll(types.TypeString(t, nil), "interface{}", "any")
}

func constantString(value constant.Value) string {
	return value.Kind().String() + " " + value.ExactString()
}
