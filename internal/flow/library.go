package flow

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/captoken/captoken/internal/textfn"
)

// never is the result of a call that does not return.
var never = &val{}

// library executes a function of the standard library whose result is known
// better than the tables tell. It reports false if it does not know the
// function, or nothing better than they do of this call.
func (x *executor) library(st *state, s callSite, fn *types.Func, args []*val, sig *types.Signature) (*val, bool) {
	if fn.Pkg() == nil {
		return nil, false
	}
	switch fn.Pkg().Path() {
	case "fmt":
		return x.fmtCall(st, s, fn, args)
	case "strings", "bytes":
		if v, ok := x.buffer(st, fn, args); ok {
			return v, true
		}
	case "io":
		if fn.Name() == "WriteString" && len(args) == 2 {
			if at, ok := x.bufferAt(args[0]); ok {
				x.writeText(st, at, args[1])
				return pair(x.made(s.n, s.instr, types.Typ[types.Int], *s.k*10), nilVal), true
			}
		}
	case "net/url":
		if v, ok := x.values(st, s, fn, args); ok {
			return v, true
		}
		if v, ok := x.urlText(st, fn, args); ok {
			return v, true
		}
	case "encoding/json":
		if v, ok := x.encoder(st, s, fn, args, sig); ok {
			return v, true
		}
	case "encoding/base64":
		if v, ok := x.encodeInto(st, s, fn, args); ok {
			return v, true
		}
	case "maps", "slices":
		if v, ok := x.collections(st, s, fn, args, sig); ok {
			return v, true
		}
	case "errors":
		if fn.Name() == "New" {
			return &val{kind: kIface, args: []*val{unknown}}, true
		}
	}
	return x.folded(st, s, fn, args, sig)
}

func pair(a, b *val) *val { return &val{kind: kTuple, args: []*val{a, b}} }

// folded evaluates a function of the standard library on constants, or on
// text with holes.
func (x *executor) folded(st *state, s callSite, fn *types.Func, args []*val, sig *types.Signature) (*val, bool) {
	if v, ok := x.onText(st, fn, args); ok {
		return v, true
	}
	var in []any
	for _, v := range args {
		c, ok := x.plain(st, v)
		if !ok {
			return nil, false
		}
		in = append(in, c)
	}
	out, ok := textfn.Fold(fn.FullName(), in)
	if !ok || len(out) != sig.Results().Len() {
		return nil, false
	}
	var results []*val
	for i, c := range out {
		v := x.lifted(st, s, c, sig.Results().At(i).Type(), i)
		if v == nil {
			return nil, false
		}
		results = append(results, v)
	}
	switch len(results) {
	case 0:
		return nil, false
	case 1:
		return results[0], true
	}
	return &val{kind: kTuple, args: results}, true
}

// plain returns a constant as package textfn wants it.
func (x *executor) plain(st *state, v *val) (any, bool) {
	if s, ok := v.text(); ok {
		return s, true
	}
	switch v.kind {
	case kConst:
		switch {
		case v.c == nil:
			return nil, true
		case v.c.Kind() == constant.Bool:
			return constant.BoolVal(v.c), true
		case v.c.Kind() == constant.Int:
			n, exact := constant.Int64Val(v.c)
			return n, exact
		}
	case kSlice:
		if v.lo == whole {
			if s, ok := x.textOf(st, v).text(); ok {
				return []byte(s), true
			}
			return nil, false
		}
		elems, ok := x.elements(st, v)
		if !ok {
			return nil, false
		}
		list := make([]string, 0, len(elems))
		for _, e := range elems {
			s, ok := e.text()
			if !ok {
				return nil, false
			}
			list = append(list, s)
		}
		return list, true
	}
	return nil, false
}

// lifted returns what package textfn answers as a value of a type.
func (x *executor) lifted(st *state, s callSite, c any, t types.Type, i int) *val {
	switch c := c.(type) {
	case string:
		return textVal(c)
	case bool:
		return boolVal(c)
	case int64:
		return intVal(c)
	case nil:
		return nilVal
	case textfn.Err:
		if c.Nil {
			return nilVal
		}
		return &val{kind: kIface, args: []*val{unknown}}
	case []byte:
		o := x.object(objKey{kind: objArray, a: point{s.n, s.instr}, n: 10 + i}, nil)
		x.setCell(st, o, &cell{v: textVal(string(c))})
		return &val{kind: kSlice, obj: o, lo: whole, n: -1}
	case []string:
		var elems []*val
		for _, e := range c {
			elems = append(elems, textVal(e))
		}
		return x.list(st, s, elems, types.Typ[types.String], 10+i)
	}
	return nil
}

// list returns a new slice of elements.
func (x *executor) list(st *state, s callSite, elems []*val, elem types.Type, i int) *val {
	if len(elems) > maxElements {
		return nil
	}
	o := x.object(objKey{kind: objArray, a: point{s.n, s.instr}, b: *s.k, n: i}, types.NewArray(elem, int64(len(elems))))
	o.typ = types.NewArray(elem, int64(len(elems)))
	x.setCell(st, o, &cell{v: &val{kind: kAgg, typ: o.typ, args: elems}})
	return &val{kind: kSlice, obj: o, n: len(elems)}
}

// onText evaluates functions that keep the pieces of a text.
func (x *executor) onText(st *state, fn *types.Func, args []*val) (*val, bool) {
	if len(args) == 0 {
		return nil, false
	}
	if args[0].kind == kChoice && len(args[0].args) <= 8 {
		// What is common to the ways stays so.
		var out *val
		for _, a := range args[0].args {
			alts := slices.Clone(args)
			alts[0] = a
			v, ok := x.onText(st, fn, alts)
			if !ok {
				return nil, false
			}
			if out == nil {
				out = v
			} else {
				out = x.joinVals(out, v, false)
			}
		}
		return out, true
	}
	switch fn.FullName() {
	case "strings.Join":
		elems, ok := x.elements(st, args[0])
		if !ok && args[0].kind == kSlice && args[0].obj.isList() {
			if any := x.anyOf(st, args[0]); any.kind != kUnknown {
				return unknown.formerly(any), true
			} else if any.was != nil {
				return any, true
			}
		}
		if !ok {
			return nil, false
		}
		var parts []*val
		for i, e := range elems {
			if i > 0 {
				parts = append(parts, args[1])
			}
			parts = append(parts, e)
		}
		return concatOf(parts...), true
	case "strings.Replace", "strings.ReplaceAll":
		old, ok := args[1].text()
		n := -1
		if len(args) == 4 {
			var known bool
			if n, known = args[3].integer(); !known {
				return nil, false
			}
		}
		if !ok || args[0].kind == kUnknown || args[0].kind == kSym {
			return nil, false
		}
		t, ok := textfn.Replace(piecesOf(args[0]), old, piecesOf(args[2]), n)
		if !ok {
			return nil, false
		}
		return fromPieces(t), true
	case "strings.Clone":
		return args[0], true
	case "strings.TrimPrefix", "strings.TrimSuffix", "strings.TrimSpace", "strings.Trim", "strings.TrimLeft", "strings.TrimRight":
		if args[0].kind != kConcat {
			return nil, false
		}
		arg := ""
		if len(args) > 1 {
			var ok bool
			if arg, ok = args[1].text(); !ok {
				return nil, false
			}
		}
		t := piecesOf(args[0])
		ok := true
		switch fn.Name() {
		case "TrimPrefix":
			t, ok = textfn.TrimPrefix(t, arg)
		case "TrimSuffix":
			t, ok = textfn.TrimSuffix(t, arg)
		case "TrimSpace":
			t, ok = textfn.TrimSpace(t)
		case "Trim":
			t, ok = textfn.Trim(t, arg)
		case "TrimLeft":
			t, ok = textfn.TrimLeft(t, arg)
		case "TrimRight":
			t, ok = textfn.TrimRight(t, arg)
		}
		if !ok {
			return nil, false
		}
		return fromPieces(t), true
	case "strings.HasPrefix", "strings.HasSuffix", "strings.Contains":
		if args[0].kind != kConcat {
			return nil, false
		}
		arg, ok := args[1].text()
		if !ok {
			return nil, false
		}
		var yes, known bool
		switch t := piecesOf(args[0]); fn.Name() {
		case "HasPrefix":
			yes, known = textfn.HasPrefix(t, arg)
		case "HasSuffix":
			yes, known = textfn.HasSuffix(t, arg)
		case "Contains":
			yes, known = textfn.Contains(t, arg)
		}
		if !known {
			return nil, false
		}
		return boolVal(yes), true
	}
	return nil, false
}

// piecesOf returns text as pieces.
func piecesOf(v *val) []textfn.Piece {
	if v.kind == kConcat {
		var out []textfn.Piece
		for _, a := range v.args {
			out = append(out, piecesOf(a)...)
		}
		return out
	}
	if s, ok := v.text(); ok && v.via == nil {
		return []textfn.Piece{{Text: s}}
	} else if ok {
		return []textfn.Piece{{Text: s}}
	}
	return []textfn.Piece{{Hole: v}}
}

// fromPieces returns the text that pieces make up. A hole that is printed in
// some other way than its text is unknown text.
func fromPieces(pieces []textfn.Piece) *val {
	var parts []*val
	for _, p := range pieces {
		switch v, isVal := p.Hole.(*val); {
		case !isVal && p.Hole == nil && p.Verb == "":
			parts = append(parts, textVal(p.Text))
		case isVal && p.Verb == "":
			parts = append(parts, v)
		default:
			parts = append(parts, unknown)
		}
	}
	return concatOf(parts...)
}

// fmtCall executes the functions of package fmt that make text.
func (x *executor) fmtCall(st *state, s callSite, fn *types.Func, args []*val) (*val, bool) {
	var to *val
	rest := args
	name := fn.Name()
	switch name {
	case "Sprint", "Sprintln", "Sprintf":
	case "Fprint", "Fprintln", "Fprintf":
		at, ok := x.bufferAt(args[0])
		if !ok {
			return nil, false
		}
		to, rest = at, args[1:]
	default:
		return nil, false
	}
	format := ""
	known := true
	if strings.HasSuffix(name, "f") {
		if rest[0].kind == kChoice && len(rest[0].args) <= 8 {
			// Have: one of several formats.
			return x.oneOf(st, rest[0].args, func(st *state, f *val) (*val, bool) {
				alts := slices.Clone(args)
				alts[len(args)-len(rest)] = f
				return x.fmtCall(st, s, fn, alts)
			})
		}
		format, known = rest[0].text()
		rest = rest[1:]
	}
	list, ok := x.elements(st, rest[0])
	var text *val
	if !known || !ok {
		text = unknown
		x.leak(st, rest[0])
		x.format(st, s, rest[0])
	} else {
		var ops []textfn.Operand
		for _, v := range list {
			ops = append(ops, x.formatted(st, s, v))
		}
		switch name[len(name)-1] {
		case 'f':
			text = fromPieces(textfn.Format(format, ops))
		case 't':
			text = fromPieces(textfn.Print(ops))
		default:
			text = fromPieces(textfn.Println(ops))
		}
	}
	if to == nil {
		return text, true
	}
	x.writeText(st, to, text)
	return pair(x.made(s.n, s.instr, types.Typ[types.Int], *s.k*10), nilVal), true
}

// formatted returns an operand as package fmt sees it: it calls the methods
// that the operand has for that, which may have effects.
func (x *executor) formatted(st *state, s callSite, v *val) textfn.Operand {
	if v.kind == kChoice {
		x.format(st, s, v)
		return textfn.Operand{Hole: unknown, Kind: textfn.UnknownKind, Custom: true}
	}
	if v.isNil() {
		return textfn.Operand{Kind: textfn.Nil}
	}
	if v.kind != kIface || v.typ == nil {
		x.format(st, s, v)
		return textfn.Operand{Hole: unknown, Kind: textfn.UnknownKind, Custom: true}
	}
	inner := v.args[0]
	if m := x.printer(v.typ); m != nil {
		text := unknown
		if m.Name() != "Format" {
			if f := x.prog.methodOf(v.typ, m); f != nil && f.Blocks != nil {
				*s.k++
				r, ok := x.function(st, s, &val{kind: kFunc, fn: f}, []*val{inner})
				if ok && r != nil {
					text = r
				}
			}
		} else {
			x.format(st, s, v)
		}
		op := textfn.Operand{Kind: textfn.UnknownKind, Custom: true, Hole: unknown}
		if text.kind != kUnknown {
			op.Printed = &textfn.Operand{Kind: textfn.String, Hole: text}
			if c, ok := text.text(); ok {
				op.Printed.Const = c
			}
		}
		return op
	}
	op := textfn.Operand{Hole: inner, Kind: textfn.Other}
	switch u := v.typ.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			op.Kind = textfn.String
			if c, ok := inner.text(); ok && inner.via == nil {
				op.Const = c
			} else if ok {
				op.Const = c
			}
		case u.Info()&types.IsBoolean != 0:
			op.Kind = textfn.Bool
			if b, ok := inner.truth(); ok {
				op.Const = b
			}
		case u.Info()&types.IsUnsigned != 0:
			op.Kind = textfn.Uint
			if n, ok := constant.Uint64Val(constOf(inner)); ok {
				op.Const = n
			}
		case u.Info()&types.IsInteger != 0:
			op.Kind = textfn.Int
			if n, ok := constant.Int64Val(constOf(inner)); ok {
				op.Const = n
			}
		case u.Info()&types.IsFloat != 0:
			op.Kind = textfn.Float
			if u.Kind() == types.Float64 && inner.kind == kConst && inner.c != nil {
				f, _ := constant.Float64Val(constant.ToFloat(inner.c))
				op.Const = f
			}
		}
	case *types.Pointer:
		op.Kind = textfn.Pointer
	case *types.Slice:
		if isByte(u.Elem()) {
			op.Kind = textfn.Bytes
			op.Hole = unknown
			if x.plainText(st, inner) {
				op.Hole = x.textOf(st, inner)
			}
		}
	}
	if op.Const == nil && inner.kind == kUnknown {
		op.Hole = unknown
	}
	return op
}

func (x *executor) plainText(st *state, v *val) bool { return v.kind == kSlice && v.lo == whole }

func constOf(v *val) constant.Value {
	if v.kind == kConst && v.c != nil && v.c.Kind() == constant.Int {
		return v.c
	}
	return constant.MakeUnknown()
}

// printer returns the method that package fmt prints values of a type with,
// nil if there is none: Error goes before String.
func (x *executor) printer(t types.Type) *types.Func {
	for _, name := range []string{"Format", "Error", "String"} {
		if m := x.printerOf(t, name); m != nil {
			return m
		}
	}
	return nil
}

func (x *executor) printerOf(t types.Type, name string) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	m, _ := obj.(*types.Func)
	return m
}

// format calls what a value may have for being printed.
func (x *executor) format(st *state, s callSite, v *val) {
	switch v.kind {
	case kConst:
		return
	case kIface:
		if v.typ == nil {
			return
		}
		x.formatOf(st, s, v.args[0], v.typ, 0)
		return
	case kSlice:
		if elems, ok := x.elements(st, v); ok {
			for _, e := range elems {
				x.format(st, s, e)
			}
			return
		}
	case kChoice:
		for _, a := range v.args {
			x.format(st, s, a)
		}
		return
	}
	x.anyFormat(st, s)
}

// formatters are the methods that libraries call to make text of a value.
var formatters = []string{"Format", "Error", "String", "GoString", "MarshalJSON", "MarshalText", "MarshalXML", "LogValue", "Write", "WriteString", "Read"}

func (x *executor) formatOf(st *state, s callSite, v *val, t types.Type, depth int) {
	if isBasicKind(t) && x.printer(t) == nil && !x.hasFormatter(t) {
		return
	}
	found := false
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		m, _ := methods.At(i).Obj().(*types.Func)
		f := x.prog.methodOf(t, m)
		if f == nil || f.Blocks == nil {
			continue
		}
		found = true
		before := *st
		args := []*val{v}
		for i := 1; i < len(f.Params); i++ {
			args = append(args, x.made(s.n, s.instr, f.Params[i].Type(), 900+i))
		}
		*s.k++
		after := *st
		if _, ok := x.function(&after, s, &val{kind: kFunc, fn: f}, args); ok {
			*st = *x.joinStates(&before, &after, s.n, false)
		}
	}
	if !found && !isBasicKind(t) {
		x.anyFormat(st, s)
	}
}

func (x *executor) hasFormatter(t types.Type) bool {
	return slices.ContainsFunc(formatters, func(name string) bool { return x.printerOf(t, name) != nil })
}

func isBasicKind(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// anyFormat calls methods of values that are not known: those of the program
// may have effects.
func (x *executor) anyFormat(st *state, s callSite) {
	if x.prog.formattersAct() {
		x.havoc(st, x.at, "a method that prints may change it")
	}
}

// formattersAct reports whether a method of the program that libraries call
// to make text of a value changes more than variables of its own.
func (p *Program) formattersAct() bool {
	if p.formatter == 0 {
		p.formatter = 1
		for _, fn := range p.functions() {
			if fn.Signature.Recv() != nil && slices.Contains(formatters, fn.Name()) && actsBeyond(fn) {
				p.formatter = 2
			}
		}
	}
	return p.formatter == 2
}

// actsBeyond reports whether a function may change more than its own
// variables, as far as its own instructions tell.
func actsBeyond(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				if a, ok := instr.Addr.(*ssa.Alloc); !ok || a.Heap {
					return true
				}
			case *ssa.MapUpdate, *ssa.Send, *ssa.Go, *ssa.Defer, *ssa.Select:
				return true
			case *ssa.Call:
				callee := instr.Call.StaticCallee()
				if callee == nil || callee.Blocks != nil {
					if _, isB := isBuiltin(&instr.Call); isB {
						continue
					}
					return true
				}
			}
		}
	}
	return false
}

// buffer executes the methods of strings.Builder and bytes.Buffer that write
// text, and read all of it.
func (x *executor) buffer(st *state, fn *types.Func, args []*val) (*val, bool) {
	recv := fn.Signature().Recv()
	if recv == nil || len(args) == 0 {
		return nil, false
	}
	at, ok := x.bufferAt(args[0])
	if !ok || !isBuffer(at.typ) {
		return nil, false
	}
	none := pair(unknown, nilVal)
	switch fn.Name() {
	case "WriteString":
		x.writeText(st, at, args[1])
		return none, true
	case "Write":
		x.writeText(st, at, x.textOf(st, args[1]))
		return none, true
	case "WriteByte":
		text := unknown
		if n, ok := args[1].integer(); ok {
			text = textVal(string([]byte{byte(n)}))
		}
		x.writeText(st, at, text)
		return nilVal, true
	case "WriteRune":
		text := unknown
		if n, ok := args[1].integer(); ok {
			text = textVal(string(rune(n)))
		}
		x.writeText(st, at, text)
		return none, true
	case "String":
		return x.textIn(st, at), true
	case "Bytes":
		o := x.object(objKey{kind: objArray, a: x.at, n: 3}, nil)
		x.setCell(st, o, &cell{v: x.textIn(st, at)})
		return &val{kind: kSlice, obj: o, lo: whole, n: -1}, true
	case "Reset":
		x.store(st, at, &val{kind: kConv, typ: at.typ, args: []*val{textVal("")}}, at.typ)
		return &val{kind: kTuple}, true
	case "Len":
		if s, ok := x.textIn(st, at).text(); ok {
			return intVal(int64(len(s))), true
		}
		return unknown, true
	case "Grow", "Cap", "Available":
		return unknown, true
	}
	return nil, false
}

func isBuffer(t types.Type) bool {
	return t != nil && (isNamedType(t, "strings", "Builder") || isNamedType(t, "bytes", "Buffer"))
}

// bufferAt returns the address of a buffer of text, with its type.
func (x *executor) bufferAt(v *val) (*val, bool) {
	if v.kind == kIface && len(v.args) == 1 {
		if p, ok := v.typ.(*types.Pointer); !ok || !isBuffer(p.Elem()) {
			return nil, false
		}
		v = v.args[0]
	}
	switch v.kind {
	case kRef:
		t := v.obj.typ
		for _, i := range v.path {
			t = partType(t, i)
		}
		w := *v
		w.typ = t
		return &w, isBuffer(t)
	case kSym:
		if v.typ == nil {
			return nil, false
		}
		if p, ok := v.typ.Underlying().(*types.Pointer); ok && isBuffer(p.Elem()) {
			return &val{kind: kRef, obj: x.pointee(v), typ: p.Elem()}, true
		}
	}
	return nil, false
}

// textIn returns the text that a buffer holds.
func (x *executor) textIn(st *state, at *val) *val {
	v := x.load(st, at, at.typ)
	switch {
	case v.kind == kConv && isBuffer(v.typ):
		return v.args[0]
	case v.kind == kAgg && !slices.ContainsFunc(v.args, func(a *val) bool { return !isBlank(a) }):
		return textVal("")
	case v.kind == kChoice:
		var alts []*val
		for _, a := range v.args {
			if a.kind != kConv || !isBuffer(a.typ) {
				return unknown
			}
			alts = append(alts, a.args[0])
		}
		return choiceOf(alts...)
	}
	return unknown
}

func isBlank(v *val) bool {
	if v.kind == kAgg {
		return !slices.ContainsFunc(v.args, func(a *val) bool { return !isBlank(a) })
	}
	return v.kind == kConst && v.blank
}

func (x *executor) writeText(st *state, at, text *val) {
	v := &val{kind: kConv, typ: at.typ, args: []*val{concatOf(x.textIn(st, at), text)}}
	x.store(st, at, v, at.typ)
}

// values executes the methods of url.Values.
func (x *executor) values(st *state, s callSite, fn *types.Func, args []*val) (*val, bool) {
	recv := fn.Signature().Recv()
	if recv == nil || !isNamedType(recv.Type(), "net/url", "Values") {
		return nil, false
	}
	m := args[0]
	o := x.mapObject(m)
	if o == nil {
		return nil, false
	}
	text := types.Typ[types.String]
	set := func(v *val) {
		x.setEntry(st, o, entry{key: args[1], v: v, at: s.instr, from: s.n.act.frame}, false)
	}
	at := func(v *val) *val {
		if s.expr == nil {
			return v
		}
		w := *v
		w.at = s.instr.Pos()
		return &w
	}
	mt, ok := recv.Type().Underlying().(*types.Map)
	if !ok {
		return nil, false
	}
	switch fn.Name() {
	case "Set":
		set(at(x.list(st, s, []*val{args[2]}, text, 20)))
		return &val{kind: kTuple}, true
	case "Add":
		old, _ := x.entryOf(st, m, args[1], mt)
		elems, known := x.elements(st, old)
		if !known {
			// Have: a key that may be there, or not.
			set(at(x.list(st, s, []*val{args[2]}, text, 20)))
			return &val{kind: kTuple}, true
		}
		set(at(x.list(st, s, append(slices.Clone(elems), args[2]), text, 20)))
		return &val{kind: kTuple}, true
	case "Del":
		x.removeEntry(st, m, args[1])
		return &val{kind: kTuple}, true
	case "Get":
		old, _ := x.entryOf(st, m, args[1], mt)
		elems, known := x.elements(st, old)
		switch {
		case !known:
			return nil, false
		case len(elems) == 0:
			return textVal(""), true
		}
		return elems[0], true
	case "Encode":
		c := x.cellOf(st, o)
		if c.volatile || c.open && len(c.entries) == 0 && o.kind != objPointee {
			return nil, false
		}
		before := *st
		return &val{kind: kQuery, obj: o, args: []*val{m}, state: &before}, true
	}
	return nil, false
}

// collections executes functions of packages maps and slices.
func (x *executor) collections(st *state, s callSite, fn *types.Func, args []*val, sig *types.Signature) (*val, bool) {
	switch fn.FullName() {
	case "slices.Clone":
		if args[0].isNil() {
			return args[0], true
		}
		elems, ok := x.elements(st, args[0])
		if t, isSlice := sig.Results().At(0).Type().Underlying().(*types.Slice); ok && isSlice {
			return x.list(st, s, elems, t.Elem(), 30), true
		}
	case "maps.Clone":
		o := x.mapObject(args[0])
		if o == nil {
			return nil, false
		}
		c := x.cellOf(st, o)
		if c.volatile || c.open {
			return nil, false
		}
		n := x.object(objKey{kind: objMap, a: point{s.n, s.instr}, n: *s.k}, sig.Results().At(0).Type())
		x.setCell(st, n, &cell{entries: slices.Clone(c.entries)})
		return &val{kind: kRef, obj: n, typ: n.typ}, true
	case "maps.Copy":
		to, from := x.mapObject(args[0]), x.mapObject(args[1])
		if to == nil || from == nil || to == from {
			return nil, false
		}
		c := x.cellOf(st, from)
		if c.volatile || c.open {
			return nil, false
		}
		for _, e := range c.entries {
			if e.cond {
				return nil, false
			}
		}
		for _, e := range c.entries {
			x.setEntry(st, to, e, false)
		}
		return &val{kind: kTuple}, true
	}
	return nil, false
}
