package flow

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/captoken/captoken/internal/textfn"
)

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
			ops = append(ops, x.formatted(st, s, v, !strings.HasSuffix(name, "f")))
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
// that the operand has for that, which may have effects. once tells that it is
// printed once, in its turn.
func (x *executor) formatted(st *state, s callSite, v *val, once bool) textfn.Operand {
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
		if m.Name() != "Format" && x.printerOf(v.typ, "GoString") == nil {
			if f := x.prog.methodOf(v.typ, m); f != nil && f.Blocks != nil {
				text = x.printed(st, s, f, inner, once)
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
	if x.printerOf(v.typ, "GoString") != nil {
		x.format(st, s, v)
		return textfn.Operand{Kind: textfn.UnknownKind, Custom: true, Hole: unknown}
	}
	if x.prog.formattersAct() && x.formatsParts(v.typ, make(map[types.Type]bool)) {
		x.leak(st, inner)
		x.anyFormat(st, s)
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

func constOf(v *val) constant.Value {
	if v.kind == kConst && v.c != nil && v.c.Kind() == constant.Int {
		return v.c
	}
	return constant.MakeUnknown()
}

// printer returns the method that package fmt prints values of a type with:
// Error, or else String. It returns nil for a type without them.
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
	m, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	sig := m.Signature()
	if name == "Format" {
		if sig.Params().Len() == 2 && sig.Results().Len() == 0 && isNamedType(sig.Params().At(0).Type(), "fmt", "State") && types.Identical(sig.Params().At(1).Type(), types.Typ[types.Rune]) {
			return m
		}
		return nil
	}
	if sig.Params().Len() == 0 && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), types.Typ[types.String]) {
		return m
	}
	return nil
}

// printed returns the text of a value that has a method for it. Package fmt calls
// it once, or else any number of times: what it returns is not known then if it
// changes anything. Nor is the text if the method may panic: fmt prints something
// else.
func (x *executor) printed(st *state, s callSite, f *ssa.Function, v *val, once bool) *val {
	*s.k++
	w := &writes{objects: make(map[*object]bool)}
	x.writes = append(x.writes, w)
	after := *st
	text, panics := x.caught(&after, s, &val{kind: kFunc, fn: f}, []*val{v})
	x.writes = x.writes[:len(x.writes)-1]
	if !once && slices.ContainsFunc(x.sorted(w.objects), func(o *object) bool { return !o.isOwn() || st.heap.get(o.id) != nil }) {
		x.anyTimes(st, s, f, []*val{v})
		return unknown
	}
	*st = after
	if panics || text == nil {
		return unknown
	}
	return text
}
