package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// encoder executes json.NewEncoder for a buffer of text, and what the encoder
// writes there.
func (x *executor) encoder(st *state, s callSite, fn *types.Func, args []*val, sig *types.Signature) (*val, bool) {
	before := *st
	call := &extCall{fn: fn, args: args, instr: s.instr, expr: s.call(), frame: s.n.act.frame, state: &before}
	switch {
	case fn.Name() == "NewEncoder" && len(args) == 1:
		at, ok := x.bufferAt(args[0])
		if !ok {
			return nil, false
		}
		v := x.extResult(st, s, call, sig, true)
		x.encoders[v.sym] = at
		return v, true
	case fn.Name() == "Encode" && len(args) == 2 && args[0].kind == kSym:
		at, ok := x.encoders[args[0].sym]
		if !ok {
			return nil, false
		}
		x.format(st, s, args[1])
		text := x.symbol(symKey{kind: symResult, a: point{s.n, s.instr}, b: "text"}, types.Typ[types.String], call)
		x.writeText(st, at, &val{kind: kSym, sym: text, typ: types.Typ[types.String]})
		return x.made(s.n, s.instr, sig.Results().At(0).Type(), *s.k*10), true
	}
	return nil, false
}

// encodeInto executes methods of base64.Encoding that write into a slice of
// bytes which is as long as what they write.
func (x *executor) encodeInto(st *state, s callSite, fn *types.Func, args []*val) (*val, bool) {
	if fn.Name() != "Encode" || len(args) != 3 || args[1].kind != kSlice || args[1].lo != whole {
		return nil, false
	}
	at, _ := args[1].obj.key.a.(point)
	if mk, ok := at.instr.(*ssa.MakeSlice); !ok || !x.isEncodedLen(at.node.act, st, mk.Len, args[2]) || len(args[1].obj.twin)+len(args[1].obj.grown) > 0 {
		return nil, false
	}
	before := *st
	call := &extCall{fn: fn, args: args, instr: s.instr, expr: s.call(), frame: s.n.act.frame, state: &before}
	text := x.symbol(symKey{kind: symResult, a: point{s.n, s.instr}, b: "text"}, types.Typ[types.String], call)
	c := *x.cellOf(st, args[1].obj)
	c.v = &val{kind: kSym, sym: text, typ: types.Typ[types.String]}
	x.setCell(st, args[1].obj, &c)
	return &val{kind: kTuple}, true
}

// isEncodedLen reports whether a length is what EncodedLen returned for the length
// of a source, in an activation:
//
//	dst := make([]byte, enc.EncodedLen(len(src)))
func (x *executor) isEncodedLen(a *activation, st *state, v ssa.Value, src *val) bool {
	switch v := v.(type) {
	case *ssa.Call:
		fn := v.Call.StaticCallee()
		if fn == nil || fn.Name() != "EncodedLen" || len(v.Call.Args) == 0 {
			return false
		}
		of, ok := v.Call.Args[len(v.Call.Args)-1].(*ssa.Call)
		if !ok {
			return false
		}
		b, ok := isBuiltin(&of.Call)
		text := x.textIs(st, src)
		return ok && b.Name() == "len" && text.isFixed() && equal(x.textIs(st, x.operand(a, st, of.Call.Args[0])), text)
	case *ssa.UnOp: // a variable
		of, ok := v.X.(*ssa.Alloc)
		if !ok {
			return false
		}
		n := 0
		for _, r := range *of.Referrers() {
			switch r := r.(type) {
			case *ssa.DebugRef, *ssa.UnOp:
			case *ssa.Store:
				if n++; !x.isEncodedLen(a, st, r.Val, src) {
					return false
				}
			default:
				return false
			}
		}
		return n > 0
	}
	return false
}

// textIs returns a text, or that of bytes.
func (x *executor) textIs(st *state, v *val) *val {
	if v.kind == kSlice {
		return x.textOf(st, v)
	}
	return v
}

// urlText executes (*url.URL).String for a URL that is made of a scheme,
// opaque text, and a query:
//
//	url.URL{Scheme: "scope", Opaque: "client:incoming", RawQuery: q}
func (x *executor) urlText(st *state, fn *types.Func, args []*val) (*val, bool) {
	if fn.Name() != "String" || len(args) != 1 || fn.Signature().Recv() == nil || !isNamedType(derefType(fn.Signature().Recv().Type()), "net/url", "URL") {
		return nil, false
	}
	t := derefType(fn.Signature().Recv().Type())
	u := x.load(st, args[0], t)
	if u.kind != kAgg || u.sym != nil {
		return nil, false
	}
	parts := make(map[string]*val)
	for i, f := range u.args {
		if !isBlank(f) {
			parts[fieldAt(t, i).Name()] = f
		}
	}
	scheme, opaque, query := parts["Scheme"], parts["Opaque"], parts["RawQuery"]
	delete(parts, "Scheme")
	delete(parts, "Opaque")
	delete(parts, "RawQuery")
	if len(parts) > 0 || scheme == nil || opaque == nil || query == nil {
		return nil, false
	}
	for _, v := range []*val{scheme, opaque} {
		if s, ok := v.text(); !ok || s == "" {
			return nil, false
		}
	}
	if s, ok := query.text(); ok && s == "" {
		return nil, false
	}
	if query.kind != kQuery && query.kind != kConst {
		return nil, false
	}
	return concatOf(scheme, textVal(":"), opaque, textVal("?"), query), true
}

func derefType(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
