package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/funcname"
)

// This file knows how Go code builds strings with the standard library.

// evalKnown evaluates a call of a standard library function that makes a
// string out of others, nil if fn is not one of them.
func (t *Tracer) evalKnown(fn *types.Func, call *ast.CallExpr, idx int, f *Frame) *Value {
	if fn.Pkg() == nil {
		return nil
	}
	arg := func(i int) *Value {
		if i < len(call.Args) {
			return t.eval(call.Args[i], f)
		}
		return unknown
	}
	switch fn.Pkg().Path() {
	case "fmt":
		switch fn.Name() {
		case "Sprintf":
			return t.format(call, 0, f)
		case "Sprint":
			return t.print(call, 0, f)
		case "Append", "Appendf":
			if !isNilOrEmpty(arg(0)) {
				return nil
			}
			if fn.Name() == "Append" {
				return t.print(call, 1, f)
			}
			return t.format(call, 1, f)
		}
	case "strings", "bytes":
		return t.evalStrings(fn, call, arg, f)
	case "net/url":
		switch funcname.Method(fn) {
		case "Values.Encode":
			recv := t.receiver(call, f)
			if recv != nil {
				return &Value{Op: Query, Args: []*Value{recv}}
			}
		case "URL.String":
			if recv := t.receiver(call, f); recv != nil {
				return t.urlString(recv, f)
			}
		}
	case "maps":
		if fn.Name() == "Clone" {
			return arg(0)
		}
	case "slices":
		switch fn.Name() {
		case "Clone":
			return arg(0)
		case "Concat":
			var elems []*Value
			for i := range call.Args {
				l := arg(i).Strip()
				if l.Op != List || call.Ellipsis.IsValid() {
					return nil
				}
				elems = append(elems, l.Args...)
			}
			return &Value{Op: List, Args: elems}
		}
	}
	return nil
}

func isNilOrEmpty(v *Value) bool {
	s := v.Strip()
	return s.IsNil() || s.Op == List && len(s.Args) == 0
}

func (t *Tracer) receiver(call *ast.CallExpr, f *Frame) *Value {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return t.eval(sel.X, f)
	}
	return nil
}

func (t *Tracer) evalStrings(fn *types.Func, call *ast.CallExpr, arg func(int) *Value, f *Frame) *Value {
	switch funcname.Method(fn) {
	case "Join":
		sep, ok := arg(1).StringConst()
		if !ok {
			return nil
		}
		return joined(arg(0), sep)
	case "TrimSpace", "Clone", "ToValidUTF8":
		return arg(0)
	// A separator at an end means nothing to those who read the text.
	case "TrimRight", "TrimLeft", "Trim", "TrimSuffix", "TrimPrefix":
		if cut, ok := arg(1).StringConst(); ok && strings.Trim(cut, " ,&?=") == "" {
			return arg(0)
		}
	case "Replace", "ReplaceAll":
		limit := -1
		if fn.Name() == "Replace" {
			n, ok := intConst(arg(3))
			if !ok {
				return nil
			}
			limit = n
		}
		_, isConst := arg(0).StringConst()
		if old, ok := arg(1).StringConst(); ok && old != "" && (isConst || arg(0).Strip().Op == Concat) {
			return replaced(arg(0), old, arg(2), &limit)
		}
	case "Builder.String", "Buffer.String", "Buffer.Bytes":
		return t.receiver(call, f)
	case "NewBufferString", "NewBuffer":
		return arg(0)
	}
	return nil
}

// replaced evaluates strings.Replace, as far as the old text stands in
// constant parts. It counts the limit down; a negative one is none.
func replaced(v *Value, old string, with *Value, limit *int) *Value {
	s := v.Strip()
	if text, ok := s.StringConst(); ok {
		var parts []*Value
		for *limit != 0 {
			before, after, found := strings.Cut(text, old)
			if !found {
				break
			}
			parts = append(parts, stringConst(before), with)
			text = after
			*limit--
		}
		return concat(append(parts, stringConst(text))...)
	}
	switch s.Op {
	case Concat:
		parts := make([]*Value, len(s.Args))
		for i, a := range s.Args {
			parts[i] = replaced(a, old, with, limit)
		}
		return &Value{Op: Concat, Args: parts}
	case Choice:
		if *limit >= 0 {
			return &Value{Op: Unknown} // how many are left depends on the choice
		}
		alts := make([]*Value, len(s.Args))
		for i, a := range s.Args {
			alts[i] = replaced(a, old, with, limit)
		}
		return choice(alts...)
	}
	return v // taken not to have the old text in it
}

func intConst(v *Value) (int, bool) {
	s := v.Strip()
	if s.Op != Const || s.Const == nil || s.Const.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(s.Const)
	return int(n), ok
}

// joined evaluates strings.Join. An element that may be absent takes its
// separator along.
func joined(list *Value, sep string) *Value {
	l := list.Strip()
	switch l.Op {
	case List:
	case Const:
		return stringConst("") // nil
	case Choice:
		alts := make([]*Value, len(l.Args))
		for i, a := range l.Args {
			if alts[i] = joined(a, sep); alts[i] == nil {
				alts[i] = a // a list that is not known makes text that is not
			}
		}
		return choice(alts...)
	default:
		return nil
	}
	cond := slices.ContainsFunc(l.Args, func(e *Value) bool { return e.Cond })
	var parts []*Value
	for i, e := range l.Args {
		switch {
		case e.Cond:
			parts = append(parts, choice(&Value{Op: Concat, Args: []*Value{e, stringConst(sep)}}, stringConst("")))
		case cond:
			parts = append(parts, e, stringConst(sep))
		default:
			if i > 0 {
				parts = append(parts, stringConst(sep))
			}
			parts = append(parts, e)
		}
	}
	return &Value{Op: Concat, Args: parts}
}

// urlString evaluates (*url.URL).String of a URL made by a literal.
func (t *Tracer) urlString(u *Value, f *Frame) *Value {
	u = u.Strip()
	if u.Op != Record {
		return nil
	}
	field := func(name string) *Value {
		if fd, ok := u.Field(name); ok {
			return fd.Val
		}
		return stringConst("")
	}
	var parts []*Value
	if scheme := field("Scheme"); !emptyText(scheme) {
		parts = append(parts, scheme, stringConst(":"))
	}
	switch opaque := field("Opaque"); {
	case !emptyText(opaque):
		parts = append(parts, opaque)
	default:
		if host := field("Host"); !emptyText(host) {
			parts = append(parts, stringConst("//"), host)
		}
		parts = append(parts, field("Path"))
	}
	if query := field("RawQuery"); !emptyText(query) {
		parts = append(parts, stringConst("?"), query)
	}
	return &Value{Op: Concat, Args: parts}
}
