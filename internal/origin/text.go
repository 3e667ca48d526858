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

// print evaluates fmt.Sprint of strings.
func (t *Tracer) print(call *ast.CallExpr, first int, f *Frame) *Value {
	var parts []*Value
	for i, a := range call.Args[first:] {
		if i > 0 && !isText(t.pkg.TypeOf(a)) && !isText(t.pkg.TypeOf(call.Args[first+i-1])) {
			parts = append(parts, stringConst(" "))
		}
		parts = append(parts, t.text(a, call, f))
	}
	return &Value{Op: Concat, Args: parts}
}

// text evaluates an operand of fmt: a value with a String method of this
// package is what that method returns.
func (t *Tracer) text(e ast.Expr, call *ast.CallExpr, f *Frame) *Value {
	typ := t.pkg.TypeOf(e)
	if fn, ok := t.methodNamed(typ, "String"); ok {
		if v := t.inline(fn, call, 0, f, e); v != nil {
			return at(v, e, f)
		}
	}
	return t.eval(e, f)
}

// format evaluates fmt.Sprintf with the format at call.Args[i].
func (t *Tracer) format(call *ast.CallExpr, i int, f *Frame) *Value {
	if i >= len(call.Args) || call.Ellipsis.IsValid() {
		return nil
	}
	format := t.eval(call.Args[i], f)
	return t.formatted(format, call, call.Args[i+1:], f)
}

func (t *Tracer) formatted(format *Value, call *ast.CallExpr, args []ast.Expr, f *Frame) *Value {
	s := format.Strip()
	if s.Op == Choice {
		alts := make([]*Value, len(s.Args))
		for i, a := range s.Args {
			if alts[i] = t.formatted(a, call, args, f); alts[i] == nil {
				return nil
			}
		}
		return choice(alts...)
	}
	if s.Op == Concat {
		return t.formatConcat(s, call, args, f)
	}
	text, ok := s.StringConst()
	if !ok {
		return nil
	}
	parts, _, ok := t.verbs(text, call, args, 0, f)
	if !ok {
		return nil
	}
	return &Value{Op: Concat, Args: parts}
}

// formatConcat evaluates a format that is itself put together: from
// constants and choices of constants.
func (t *Tracer) formatConcat(format *Value, call *ast.CallExpr, args []ast.Expr, f *Frame) *Value {
	text := ""
	for i, p := range format.Args {
		p = p.Strip()
		if p.Op == Choice {
			var alts []*Value
			for _, a := range p.Args {
				whole := append(slices.Clone(format.Args[:i]), a)
				whole = append(whole, format.Args[i+1:]...)
				alt := t.formatted(&Value{Op: Concat, Args: whole}, call, args, f)
				if alt == nil || !t.spend() {
					return nil
				}
				alts = append(alts, alt)
			}
			return choice(alts...)
		}
		if p.Op == Concat {
			whole := append(slices.Clone(format.Args[:i]), p.Args...)
			whole = append(whole, format.Args[i+1:]...)
			return t.formatConcat(&Value{Op: Concat, Args: whole}, call, args, f)
		}
		s, ok := p.StringConst()
		if !ok {
			return nil
		}
		text += s
	}
	return t.formatted(stringConst(text), call, args, f)
}

// verbs expands the verbs of a format, starting with the operand at next.
func (t *Tracer) verbs(format string, call *ast.CallExpr, args []ast.Expr, next int, f *Frame) (parts []*Value, used int, ok bool) {
	lit := strings.Builder{}
	flush := func() {
		if lit.Len() > 0 {
			parts = append(parts, stringConst(lit.String()))
			lit.Reset()
		}
	}
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' {
			lit.WriteByte(c)
			continue
		}
		i++
		flags := i
		for i < len(format) && strings.IndexByte("+-# 0123456789.", format[i]) >= 0 {
			i++
		}
		plain := i == flags
		if i < len(format) && format[i] == '[' { // explicit operand
			end := strings.IndexByte(format[i:], ']')
			if end < 0 {
				return nil, 0, false
			}
			n := 0
			for _, d := range format[i+1 : i+end] {
				if d < '0' || d > '9' || n > 1000 {
					return nil, 0, false
				}
				n = n*10 + int(d-'0')
			}
			next = n - 1
			i += end + 1
		}
		if i >= len(format) {
			return nil, 0, false
		}
		if format[i] == '%' {
			lit.WriteByte('%')
			continue
		}
		if next < 0 || next >= len(args) || format[i] == '*' {
			return nil, 0, false
		}
		flush()
		switch {
		case plain && (format[i] == 's' || format[i] == 'v'):
			parts = append(parts, t.text(args[next], call, f))
		case plain && format[i] == 'd':
			parts = append(parts, t.eval(args[next], f))
		case plain && format[i] == 'q':
			parts = append(parts, stringConst(`"`), t.text(args[next], call, f), stringConst(`"`))
		default: // not the operand's own text
			parts = append(parts, &Value{Op: Unknown})
		}
		next++
	}
	flush()
	return parts, next, true
}

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
