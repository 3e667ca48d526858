package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// values are the functions that a program uses in another way than to call
// them.
type values struct {
	list []*types.Func // in order

	// These are made where there are many.
	rank    map[*types.Func]int // where they are in the list
	byType  *typeutil.Map       // []int: those that a function value of a type may be
	generic []int               // those that one of any type may be
}

// few is the number of values up to which a search is as fast as a map.
const few = 32

// add adds a function, once.
func (v *values) add(fn *types.Func) {
	if v.has(fn) {
		return
	}
	v.list = append(v.list, fn)
	switch {
	case v.rank != nil:
		v.rank[fn] = len(v.list) - 1
	case len(v.list) > few:
		v.rank = make(map[*types.Func]int)
		for i, fn := range v.list {
			v.rank[fn] = i
		}
	}
}

func (v *values) has(fn *types.Func) bool {
	if v.rank == nil {
		return slices.Contains(v.list, fn)
	}
	_, ok := v.rank[fn]
	return ok
}

// group groups the functions by their types, after the last is added.
func (v *values) group() {
	if v.rank == nil {
		return
	}
	v.byType = new(typeutil.Map)
	note := func(sig *types.Signature, i int) {
		list, _ := v.byType.At(sig).([]int)
		v.byType.Set(sig, append(list, i))
	}
	for i, fn := range v.list {
		sig := fn.Signature()
		if sig.TypeParams() != nil {
			v.generic = append(v.generic, i)
			continue
		}
		note(sig, i)
		if sig.Recv() != nil {
			note(methodExpr(sig), i)
		}
	}
}

// of returns the functions that a function value of a type may be, in order.
func (v *values) of(t types.Type) []*types.Func {
	t = t.Underlying()
	var out []*types.Func
	if v.byType == nil {
		for _, fn := range v.list {
			sig := fn.Signature()
			if sig.TypeParams() != nil || types.Identical(sig, t) || sig.Recv() != nil && types.Identical(methodExpr(sig), t) {
				out = append(out, fn)
			}
		}
		return out
	}
	list, _ := v.byType.At(t).([]int)
	list = slices.Concat(list, v.generic)
	slices.Sort(list)
	for _, i := range slices.Compact(list) {
		out = append(out, v.list[i])
	}
	return out
}

// methodExpr returns the type of (*T).M.
func methodExpr(m *types.Signature) *types.Signature {
	params := []*types.Var{m.Recv()}
	for v := range m.Params().Variables() {
		params = append(params, v)
	}
	return types.NewSignatureType(nil, nil, nil, types.NewTuple(params...), m.Results(), m.Variadic())
}

// IsValue reports whether the program uses a function in another way than to
// call it.
func (p *Index) IsValue(fn *types.Func) bool { return p.values.has(fn) }

// ValuesFor returns the functions that a call of a function value may call:
// those of its type that the program uses as values, in order, and
// methods that take their receivers as arguments. There are none for another
// call.
func (p *Index) ValuesFor(call *ast.CallExpr) []*types.Func {
	t := p.Info.TypeOf(call.Fun)
	if t == nil || len(p.values.list) == 0 || p.StaticCallee(call) != nil || p.IsConversion(call) {
		return nil
	}
	return p.values.of(t)
}
