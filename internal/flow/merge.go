package flow

import (
	"cmp"
	"slices"
)

// mergeViews returns what an expression is that is evaluated several times, in
// the rounds of a loop, say. What is the same each time stays so.
func mergeViews(alts []*Value, depth int) *Value {
	first := alts[0]
	var differ []*Value
	for _, a := range alts[1:] {
		if !sameView(first, a) {
			differ = append(differ, a)
		}
	}
	if len(differ) == 0 {
		return alts[len(alts)-1] // the last has seen most
	}
	alike := depth < maxView
	for _, a := range differ {
		alike = alike && a.Op == first.Op && a.Expr == first.Expr && a.Frame == first.Frame && a.Fn == first.Fn && a.Result == first.Result &&
			len(a.Args) == len(first.Args) && len(a.Fields) == len(first.Fields)
		for i := 0; alike && i < len(a.Fields); i++ {
			alike = a.Fields[i].Name == first.Fields[i].Name && a.Fields[i].Node == first.Fields[i].Node && a.Fields[i].Key == nil && first.Fields[i].Key == nil
		}
		for i := 0; alike && i < min(len(a.Done), len(first.Done)); i++ {
			alike = a.Done[i].Call == first.Done[i].Call && a.Done[i].Arg == first.Done[i].Arg && len(a.Done[i].Args) == len(first.Done[i].Args)
		}
	}
	if !alike || first.Expr == nil || first.Op == Const || first.Op == Leaf && first.Param == nil {
		return mergeDifferent(alts)
	}
	of := func(part func(*Value) *Value) *Value {
		var list []*Value
		for _, a := range alts {
			if v := part(a); v != nil {
				list = append(list, v)
			}
		}
		if len(list) == 0 {
			return nil
		}
		return mergeViews(list, depth+1)
	}
	out := *first
	out.src, out.each = nil, alts
	out.Args = slices.Clone(first.Args)
	for i := range out.Args {
		out.Args[i] = of(func(v *Value) *Value { return v.Args[i] })
	}
	out.Fields = slices.Clone(first.Fields)
	for i := range out.Fields {
		out.Fields[i].Val = of(func(v *Value) *Value { return v.Fields[i].Val })
		for _, a := range alts {
			out.Fields[i].Cond = out.Fields[i].Cond || a.Fields[i].Cond
		}
	}
	longest := first
	for _, a := range alts {
		if len(a.Done) > len(longest.Done) {
			longest = a
		}
	}
	out.Done = slices.Clone(longest.Done)
	for i := range out.Done {
		if slices.ContainsFunc(alts, func(a *Value) bool { return i >= len(a.Done) }) {
			out.Done[i].Cond = true // not each time
			continue
		}
		out.Done[i].Args = slices.Clone(out.Done[i].Args)
		for k := range out.Done[i].Args {
			out.Done[i].Args[k] = of(func(v *Value) *Value { return v.Done[i].Args[k] })
		}
		for _, a := range alts {
			out.Done[i].Cond = out.Done[i].Cond || a.Done[i].Cond
		}
	}
	for _, a := range alts {
		out.Taint = cmp.Or(out.Taint, a.Taint)
	}
	return &out
}

// mergeDifferent returns what an expression is that is another value each time,
// with the expression.
func mergeDifferent(alts []*Value) *Value {
	first := alts[0]
	if first.Expr == nil || slices.ContainsFunc(alts, func(a *Value) bool { return a.Expr != first.Expr || a.Frame != first.Frame }) {
		out := *Choose(alts)
		out.src, out.each = nil, alts
		return &out
	}
	var inner []*Value
	for _, a := range alts {
		if a.Op == Via {
			inner = append(inner, a.Args[0])
			continue
		}
		w := *a
		if a.Op != Call { // else clients tell by it which object it is
			w.Expr, w.Frame = nil, nil
		}
		inner = append(inner, &w)
	}
	return &Value{Op: Via, Expr: first.Expr, Frame: first.Frame, Args: []*Value{Choose(inner)}, each: alts}
}

// times returns what a value was each time that it was evaluated.
func (v *Value) times() []*Value {
	if len(v.each) > 0 {
		return v.each
	}
	return []*Value{v}
}

// sameView reports whether two views are of one value, to which nothing has
// happened in between.
func sameView(a, b *Value) bool {
	if a == b {
		return true
	}
	if a.src == nil || b.src == nil || !equal(a.src, b.src) {
		return false
	}
	a, b = a.Strip(), b.Strip()
	return a.Op == b.Op && len(a.Done) == len(b.Done) && len(a.Fields) == len(b.Fields) && a.Taint == b.Taint &&
		(a.Op == Const || a.Op == Leaf || a.Op == Concat || a.Op == Binary || a.Op == Choice || len(a.Args)+len(a.Done)+len(a.Fields) == 0)
}
