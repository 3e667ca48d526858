package flow

import (
	"go/types"
	"slices"
)

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
		o.twin = link(o, at.obj) // until there is other text in the buffer
		if x.cellOf(st, at.obj).shared {
			x.leakObject(st, o, make(map[*object]bool))
		}
		return &val{kind: kSlice, obj: o, lo: whole, n: -1}, true
	case "Reset":
		x.store(st, at, &val{kind: kConv, typ: at.typ, args: []*val{textVal("")}}, at.typ)
		return &val{kind: kTuple}, true
	case "Len":
		if s, ok := x.textIn(st, at).text(); ok {
			return intVal(int64(len(s))), true
		}
		return unknown, true
	case "Grow":
		x.writeText(st, at, textVal("")) // it has an array now
		return &val{kind: kTuple}, true
	case "AvailableBuffer":
		x.copyBuffer(st, args[0]) // what is appended to it goes where the next text goes
		return unknown, true
	case "Cap", "Available":
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

// copyBuffer copies a struct that is a buffer of text, or has one, and returns
// the copy. Both refer to one array then, which each of them writes to: nothing
// is known of either.
//
//	c := b // a bytes.Buffer
//	c.WriteString("x")
//	b.WriteString("y") // may be what c ends in
func (x *executor) copyBuffer(st *state, from *val) *val {
	x.loses(st, from)
	for _, a := range from.alternatives() {
		o := a.obj
		if a.kind == kSym {
			o = x.pointee(a)
		}
		if o == nil {
			continue
		}
		x.leakObject(st, o, make(map[*object]bool))
		c := *x.cellOf(st, o)
		c.v, c.volatile = unknown, true
		x.setCell(st, o, &c)
		for _, tw := range o.twin {
			if st.heap.get(tw.id) != nil {
				c := *x.cellOf(st, tw)
				c.v, c.volatile = unknown, true
				x.setCell(st, tw, &c)
			}
		}
	}
	return unknown
}

// isCopy reports whether a symbol stands for a buffer that was copied, or has been
// handed on by value, or for a part of such a one. The buffers that are reached
// through pointers are not.
func (s *sym) isCopy() bool {
	for s.key.kind == symPart {
		of, ok := s.key.a.(*sym)
		if !ok {
			break
		}
		s = of
	}
	return s.key.kind != symPointee && s.key.kind != symGlobal
}

// holdsBuffer reports whether a value of a type is a buffer of text, or has one.
func holdsBuffer(t types.Type) bool {
	if isBuffer(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if holdsBuffer(f.Type()) {
				return true
			}
		}
	case *types.Array:
		return holdsBuffer(u.Elem())
	}
	return false
}

func isBlank(v *val) bool {
	if v.kind == kAgg {
		return !slices.ContainsFunc(v.args, func(a *val) bool { return !isBlank(a) })
	}
	return v.kind == kConst && v.blank
}

func (x *executor) writeText(st *state, at, text *val) {
	v := &val{kind: kConv, typ: at.typ, args: []*val{concatOf(x.textIn(st, at), text)}}
	if w := x.load(st, at, at.typ); w.kind == kSym && w.sym.isCopy() {
		v = unknown // others may write over it
	}
	x.writePlace(st, at.obj, at.path, v, false, at.typ) // behind what there is, which others may have
	for _, tw := range at.obj.twin {
		for _, g := range tw.grown { // where something was appended before
			if c := st.heap.get(g.id); c != nil && c.v != nil && !c.volatile {
				n := *c
				n.v = unknownOf(c.v)
				x.setCell(st, g, &n)
			}
		}
	}
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
		for _, alt := range old.alternatives() { // the key may be there, or not
			if _, known := x.elements(st, alt); !known {
				set(unknown)
				return &val{kind: kTuple}, true
			}
		}
		set(at(x.appended(s.n, st, s.instr, types.NewSlice(text), old, x.list(st, s, []*val{args[2]}, text, 20), 20)))
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
