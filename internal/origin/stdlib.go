package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/funcname"
)

// This file knows what the standard library's functions do to the objects
// that they are handed.

// applyKnown evaluates what an object of the standard library holds after a
// call that had it as receiver (-1) or argument, nil if that is not known.
func (t *Tracer) applyKnown(fn *types.Func, call *ast.CallExpr, arg int, old *Value, f *Frame) *Value {
	if fn.Pkg() == nil {
		return nil
	}
	in := func(i int) *Value {
		if i < len(call.Args) {
			return t.eval(call.Args[i], f)
		}
		return unknown
	}
	old = underived(old)
	switch path := fn.Pkg().Path(); path {
	case "strings", "bytes":
		if arg != -1 {
			return nil
		}
		switch fn.Name() {
		case "WriteString", "Write", "WriteByte", "WriteRune":
			if isTextBuffer(t.pkg.TypeOf(recvExpr(call))) {
				return concat(old, char(in(0)))
			}
		case "Reset":
			return stringConst("")
		case "Grow", "String", "Len", "Bytes", "Cap":
			return old
		}
		if isTextBuffer(t.pkg.TypeOf(recvExpr(call))) {
			return &Value{Op: Unknown} // Truncate, ReadFrom, …
		}
	case "fmt", "io":
		if arg != 0 || !isTextBuffer(t.pkg.TypeOf(call.Args[0])) {
			return nil
		}
		switch fn.Name() {
		case "Fprintf":
			if v := t.format(call, 1, f); v != nil {
				return concat(old, v)
			}
			return unknown
		case "Fprint":
			return concat(old, t.print(call, 1, f))
		case "Fprintln":
			return concat(old, t.print(call, 1, f), stringConst("\n"))
		case "WriteString":
			return concat(old, in(1))
		}
	case "net/url":
		if arg != -1 || !IsNamed(t.pkg.TypeOf(recvExpr(call)), "net/url", "Values") {
			return nil
		}
		switch fn.Name() {
		case "Set", "Add":
			return t.setValue(old, in(0), in(1), fn.Name() == "Add", call)
		case "Del":
			if name, ok := in(0).StringConst(); ok && old.Op == Record {
				w := *old
				w.Fields = withoutField(old.Fields, Field{Name: name})
				return &w
			}
			return tainted(old, "a value is deleted")
		case "Encode", "Get", "Has":
			return old
		}
	case "maps":
		if fn.Name() == "DeleteFunc" {
			return tainted(old, "entries are deleted")
		}
		if fn.Name() == "Copy" && arg == 0 {
			src := in(1).Strip()
			if old.Op == Record && src.Op == Record {
				w := *old
				for _, fd := range src.Fields {
					w.Fields = withoutField(w.Fields, fd)
					w.Fields = append(w.Fields, fd)
				}
				return &w
			}
			if old.Op == Record {
				w := *old
				w.Fields = append(slices.Clip(old.Fields), Field{Key: in(1), Val: in(1), Node: call})
				return &w
			}
		}
	case "encoding/base64", "encoding/hex":
		if fn.Name() == "Encode" && arg == 0 {
			// Have: enc.Encode(dst, src)
			return &Value{Op: Call, Fn: fn, Args: []*Value{t.receiver(call, f), in(1)}, Expr: call, Frame: f}
		}
	case "encoding/json":
		switch {
		case fn.Name() == "Marshal" || fn.Name() == "MarshalIndent":
			return old
		case fn.Name() == "Encode" && arg == -1 && textual(old):
			// Have: json.NewEncoder(&buf).Encode(v)
			return concat(old, &Value{Op: Call, Fn: fn, Args: []*Value{in(0)}, Expr: call, Frame: f})
		}
	}
	return nil
}

// isPure reports whether a function of the standard library does nothing to
// what it is handed, and nothing with it that a client may ask for.
func isPure(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "encoding/base64", "encoding/hex", "strings", "strconv", "time", "log", "log/slog", "errors":
		return !isTextBufferMethod(fn)
	}
	return false
}

func isTextBufferMethod(fn *types.Func) bool {
	recv, _ := funcname.Receiver(fn)
	return recv == "Builder" || recv == "Buffer" || fn.Name() == "As"
}

// reads reports whether a function leaves alone what it is handed as its
// receiver (-1) or an argument, or the client sees to it.
func (t *Tracer) reads(fn *types.Func, arg int) bool {
	if t.known != nil && t.known(fn) {
		return true
	}
	if fn.Pkg() == nil {
		return fn.Name() == "Error"
	}
	path, name := fn.Pkg().Path(), fn.Name()
	switch path {
	case "fmt":
		return strings.HasPrefix(name, "Print") || strings.HasPrefix(name, "Sprint") || strings.HasPrefix(name, "Fprint") ||
			strings.HasPrefix(name, "Append") || name == "Errorf"
	case "log", "log/slog", "strings", "strconv", "time", "crypto/hmac", "encoding/base64":
		return true
	case "maps", "slices":
		return strings.HasPrefix(name, "Clone") || strings.HasPrefix(name, "Contains") || strings.HasPrefix(name, "Equal") ||
			strings.HasPrefix(name, "Index") || name == "Keys" || name == "Values" || name == "All" || name == "Sorted" ||
			name == "Copy" && arg == 1 || name == "Concat" || name == "Collect"
	case "errors":
		return name == "Is" || name == "New" || name == "Join" || name == "Unwrap"
	case "encoding/json":
		return name == "Marshal" || name == "MarshalIndent" || name == "Encode"
	case "reflect":
		return name == "DeepEqual" || name == "TypeOf"
	case "net/http", "net/url", "os":
		return arg < 0
	}
	return false
}

func recvExpr(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// char turns a constant byte or rune into the string it is written as.
func char(v *Value) *Value {
	s := v.Strip()
	if s.Op == Const && s.Const != nil && s.Const.Kind() == constant.Int {
		if n, ok := constant.Int64Val(s.Const); ok {
			return stringConst(string(rune(n)))
		}
	}
	return v
}

// setValue evaluates url.Values.Set and Add. As far as the result is
// encoded, a list with one element and the element are the same.
func (t *Tracer) setValue(old, key, val *Value, add bool, call *ast.CallExpr) *Value {
	if old.Op == Const && old.Const == nil {
		return old
	}
	w := *old
	fd := Field{Val: &Value{Op: List, Args: []*Value{val}}, Node: call}
	if name, ok := key.StringConst(); ok {
		fd.Name = name
	} else {
		fd.Key = key
	}
	fields := slices.Clone(old.Fields)
	if fd.Key == nil {
		if prev, ok := old.Field(fd.Name); ok && add && prev.Val.Strip().Op == List {
			fd.Val = &Value{Op: List, Args: append(slices.Clone(prev.Val.Strip().Args), val)}
		}
		fields = withoutField(fields, fd)
	}
	w.Fields = append(fields, fd)
	return &w
}

func withoutField(fields []Field, fd Field) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(g Field) bool { return fd.Key == nil && g.same(fd) })
}
