package flow

import (
	"go/constant"
	"go/types"
	"slices"

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
	x.share(s, fn, args, results)
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
	if len(args) == 0 || fn.Pkg().Path() != "strings" || fn.Signature().Recv() != nil {
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
	switch fn.Name() {
	case "Join":
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
	case "Replace", "ReplaceAll":
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
	case "Clone":
		return args[0], true
	case "TrimPrefix", "TrimSuffix", "TrimSpace", "Trim", "TrimLeft", "TrimRight":
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
	case "HasPrefix", "HasSuffix", "Contains":
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

func (x *executor) plainText(st *state, v *val) bool { return v.kind == kSlice && v.lo == whole }

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
