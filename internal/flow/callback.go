package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/captoken/captoken/internal/knowledge"
)

// This file is about methods of the program that libraries call.

// format calls what a value may have for being printed.
func (x *executor) format(st *state, s callSite, v *val) {
	switch v.kind {
	case kConst:
		return
	case kIface:
		if v.typ == nil {
			return
		}
		x.formatOf(st, s, v.args[0], v.typ)
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
	if x.prog.formattersAct() {
		x.leak(st, v) // an object may hold what is printed
	}
	x.anyFormat(st, s)
}

// callsBack reports whether a library that formats a value may call a method of the
// program.
func (x *executor) callsBack(st *state, v *val) bool {
	if !x.prog.hasFormatters() {
		return false
	}
	switch v.kind {
	case kConst:
		return false
	case kIface:
		return v.typ != nil && (!isBasicKind(v.typ) || x.hasFormatter(v.typ))
	case kSlice:
		elems, ok := x.elements(st, v)
		return !ok || slices.ContainsFunc(elems, func(e *val) bool { return x.callsBack(st, e) })
	case kSym: // what a library has made is its own
		return v.sym.call == nil || v.sym.call.fn == nil || v.sym.call.fn.Pkg() == nil || x.prog.ours[v.sym.call.fn.Pkg()]
	}
	return true
}

// A formatter is a method of an interface by which libraries make text of a
// value, or a value of text, or read, write, sort, and compare values.
type formatter struct {
	name            string
	params, results int
}

// formatters are those of the standard library, and of YAML libraries.
var formatters = []formatter{
	{"AppendBinary", 1, 2}, {"AppendText", 1, 2}, {"MarshalBinary", 0, 2}, {"MarshalJSON", 0, 2}, {"MarshalJSONTo", 1, 1}, {"MarshalText", 0, 2},
	{"MarshalXML", 2, 1}, {"MarshalXMLAttr", 1, 2}, {"MarshalYAML", 0, 2}, {"GobEncode", 0, 2},
	{"UnmarshalBinary", 1, 1}, {"UnmarshalJSON", 1, 1}, {"UnmarshalJSONFrom", 1, 1}, {"UnmarshalText", 1, 1}, {"UnmarshalXML", 2, 1},
	{"UnmarshalXMLAttr", 1, 1}, {"UnmarshalYAML", 1, 1}, {"GobDecode", 1, 1},
	{"Error", 0, 1}, {"Format", 2, 0}, {"GoString", 0, 1}, {"LogValue", 0, 1}, {"Scan", 1, 1}, {"Scan", 2, 1}, {"Set", 1, 1}, {"String", 0, 1},
	{"Value", 0, 2},
	{"Close", 0, 1}, {"Read", 1, 2}, {"ReadAt", 2, 2}, {"ReadByte", 0, 2}, {"ReadFrom", 1, 2}, {"ReadRune", 0, 3}, {"Seek", 2, 2},
	{"UnreadByte", 0, 1}, {"UnreadRune", 0, 1}, {"Write", 1, 2}, {"WriteAt", 2, 2}, {"WriteByte", 1, 1}, {"WriteString", 1, 2}, {"WriteTo", 1, 2},
	{"IsZero", 0, 1}, {"Value", 1, 1}, {"Done", 0, 1}, {"Err", 0, 1}, {"Deadline", 0, 2}, {"Timeout", 0, 1}, {"Temporary", 0, 1}, {"Network", 0, 1},
	{"LocalAddr", 0, 1}, {"RemoteAddr", 0, 1}, {"Header", 0, 1}, {"Sum", 1, 1}, {"Sum32", 0, 1}, {"Sum64", 0, 1}, {"Size", 0, 1}, {"BlockSize", 0, 1},
	{"Reset", 0, 0}, {"Lock", 0, 0}, {"Unlock", 0, 0}, {"Uint64", 0, 1}, {"Int63", 0, 1}, {"Seed", 1, 0},
	{"As", 1, 1}, {"Is", 1, 1}, {"Unwrap", 0, 1}, {"Len", 0, 1}, {"Less", 2, 1}, {"Swap", 2, 0}, {"Pop", 0, 1}, {"Push", 1, 0},
}

// isFormatter reports whether a method is one that libraries call.
func isFormatter(m *types.Func) bool {
	sig := m.Signature()
	return slices.Contains(formatters, formatter{m.Name(), sig.Params().Len(), sig.Results().Len()})
}

func (x *executor) formatOf(st *state, s callSite, v *val, t types.Type) {
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
		args := []*val{v}
		for i := 1; i < len(f.Params); i++ {
			args = append(args, x.made(s.n, s.instr, f.Params[i].Type(), 900+i))
		}
		*s.k++
		x.anyTimes(st, s, f, args)
	}
	if x.prog.formattersAct() && (!found && !isBasicKind(t) || x.formatsParts(t, make(map[types.Type]bool))) {
		x.leak(st, v)
		x.anyFormat(st, s)
	}
}

// anyTimes calls a function for a library any number of times.
func (x *executor) anyTimes(st *state, s callSite, f *ssa.Function, args []*val) {
	for range 4 {
		after := *st
		x.caught(&after, s, &val{kind: kFunc, fn: f}, args)
		joined := x.joinStates(st, &after, s.n, false)
		if sameState(joined, st) {
			return
		}
		*st = *joined
	}
	*st = *x.forgetAll(st, s.n)
}

// caught calls a function for a library, which may recover if it panics. It
// returns what the function returns, nil if it returns nothing, and whether it
// may panic.
func (x *executor) caught(st *state, s callSite, f *val, args []*val) (v *val, panics bool) {
	a := s.n.act
	outer, outerAt := a.panicked, a.panickedAt
	a.panicked, a.panickedAt = nil, moment{}
	x.catching++
	after := *st
	v, ok := x.function(&after, s, f, args)
	x.catching--
	end := a.panicked
	a.panicked, a.panickedAt = outer, outerAt
	if end != nil {
		x.mayPanic(a, end)
	}
	switch {
	case ok && end != nil:
		*st = *x.joinStates(&after, end, s.n, false)
	case ok:
		*st = after
	case end != nil:
		*st = *end
	}
	return v, end != nil
}

// formatsParts reports whether a value of a type may have parts with methods
// for being printed.
func (x *executor) formatsParts(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	part := func(t types.Type) bool {
		return types.IsInterface(t) || x.hasFormatter(t) || x.hasFormatter(types.NewPointer(t)) || x.formatsParts(t, seen)
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return x.formatsParts(u.Elem(), seen)
	case *types.Slice:
		return part(u.Elem())
	case *types.Array:
		return part(u.Elem())
	case *types.Map:
		return part(u.Key()) || part(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			if part(f.Type()) {
				return true
			}
		}
	}
	return false
}

func (x *executor) hasFormatter(t types.Type) bool {
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		if m, ok := methods.At(i).Obj().(*types.Func); ok && isFormatter(m) {
			return true
		}
	}
	return false
}

func isBasicKind(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// anyFormat calls methods of values that are not known: those of the program
// may have effects.
func (x *executor) anyFormat(st *state, s callSite) {
	if x.prog.formattersAct() {
		x.mayPanic(s.n.act, st)
		x.havoc(st, x.at, "a method that prints may change it")
	}
	if x.prog.hasFormatters() {
		x.mayPanic(s.n.act, st)
	}
}

// What a program has of methods that libraries call.
type calledBack int

const (
	notLooked calledBack = iota
	noMethods
	harmless // they change no more than variables of their own
	acting
)

// calledBack looks for methods of the program that libraries call, once.
func (p *Program) calledBack() calledBack {
	if p.callbacks != notLooked {
		return p.callbacks
	}
	p.callbacks = noMethods
	for _, fn := range p.functions() {
		m, ok := fn.Object().(*types.Func)
		switch {
		case !ok || fn.Signature.Recv() == nil || !isFormatter(m):
		case actsBeyond(fn):
			p.callbacks = acting
		default:
			p.callbacks = max(p.callbacks, harmless)
		}
	}
	return p.callbacks
}

// hasFormatters reports whether the program has a method that libraries call.
func (p *Program) hasFormatters() bool { return p.calledBack() >= harmless }

// formattersAct reports whether such a method changes more than variables of its
// own.
func (p *Program) formattersAct() bool { return p.calledBack() == acting }

// writesBeyond reports whether a function of a library may change more than the
// variables of its caller.
func writesBeyond(c *ssa.CallCommon) bool {
	fn, _ := c.StaticCallee().Object().(*types.Func)
	eff, ok := knowledge.EffectOf(fn)
	if !ok {
		return true
	}
	if len(eff.Calls)+len(eff.Keeps) > 0 {
		return true
	}
	for i, v := range c.Args {
		at := knowledge.Arg0 + knowledge.Arg(i)
		if fn.Signature().Recv() != nil {
			if at--; i == 0 {
				at = knowledge.Recv
			}
		}
		if mi, ok := v.(*ssa.MakeInterface); ok {
			v = mi.X
		}
		if !isVariable(v) && slices.ContainsFunc(slices.Concat(eff.Writes, eff.WritesDeep),
			func(a knowledge.Arg) bool { return a == at || a == knowledge.Every || a == knowledge.Rest }) {
			return true
		}
	}
	return false
}

// isVariable reports whether an address is that of a variable of the function,
// or of a part of one.
func isVariable(addr ssa.Value) bool {
	switch v := addr.(type) {
	case *ssa.Alloc:
		return true
	case *ssa.FieldAddr:
		return isVariable(v.X)
	case *ssa.IndexAddr:
		return isVariable(v.X)
	}
	return false
}

// actsBeyond reports whether a function may change more than its own
// variables, as far as its own instructions tell.
func actsBeyond(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				if !isVariable(instr.Addr) {
					return true
				}
			case *ssa.MapUpdate, *ssa.Send, *ssa.Go, *ssa.Defer, *ssa.Select:
				return true
			case *ssa.Call:
				callee := instr.Call.StaticCallee()
				if callee == nil || callee.Blocks != nil {
					if b, isB := isBuiltin(&instr.Call); isB {
						if changingBuiltin(b.Name()) {
							return true
						}
						continue
					}
					return true
				}
				if writesBeyond(&instr.Call) {
					return true
				}
			}
		}
	}
	return false
}
