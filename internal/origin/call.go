package origin

import (
	"go/ast"
	"go/types"
	"slices"
)

func (t *Tracer) evalCall(call *ast.CallExpr, idx int, f *Frame) *Value {
	if t.pkg.IsConversion(call) {
		if isText(t.pkg.TypeOf(call)) && !isText(t.pkg.TypeOf(call.Args[0])) && !isBytes(t.pkg.TypeOf(call.Args[0])) {
			return &Value{Op: Leaf, Expr: call, Frame: f} // string(rune)
		}
		return at(t.eval(call.Args[0], f), call, f)
	}
	if name := t.pkg.builtin(call); name != "" {
		return t.evalBuiltin(name, call, f)
	}
	if fn := t.pkg.Callee(call); fn != nil {
		if decl, ok := t.pkg.decls[fn]; ok {
			if v := t.inline(decl.Node(), call, idx, f, nil); v != nil {
				return at(v, call, f)
			}
			return &Value{Op: Leaf, Expr: call, Frame: f}
		}
		if v := t.evalKnown(fn, call, idx, f); v != nil {
			return at(v, call, f)
		}
		return t.evalExternal(fn, call, idx, f)
	}
	if lit := t.calledLiteral(call); lit != nil {
		if v := t.inline(lit, call, idx, f, nil); v != nil {
			return at(v, call, f)
		}
	}
	return &Value{Op: Leaf, Expr: call, Frame: f}
}

// inline evaluates a result of a function of the package, nil if that would
// recurse or go too deep.
func (t *Tracer) inline(fn ast.Node, call *ast.CallExpr, idx int, f *Frame, recv ast.Expr) *Value {
	g := t.enter(fn, call, f, recv)
	if g == nil {
		return nil
	}
	idx = max(idx, 0)
	ftype, body := funcType(fn)
	if ftype.Results == nil {
		return unknown
	}
	var alts, failures []*Value
	for _, ret := range returns(body) {
		v := t.returned(ret, ftype, idx, g)
		if t.fails(ret, ftype) {
			failures = append(failures, v)
			continue
		}
		alts = append(alts, v)
	}
	if len(alts) == 0 {
		alts = failures
	}
	return choice(alts...)
}

func (t *Tracer) returned(ret *ast.ReturnStmt, ftype *ast.FuncType, idx int, g *Frame) *Value {
	n := ftype.Results.NumFields()
	switch {
	case len(ret.Results) == 0: // named results
		i := 0
		for _, fld := range ftype.Results.List {
			for _, id := range fld.Names {
				if i == idx {
					if v, ok := t.pkg.Info.Defs[id].(*types.Var); ok {
						return t.valueAt(v, ret.Pos(), g)
					}
				}
				i++
			}
		}
	case len(ret.Results) == 1 && n > 1: // return g()
		return t.evalResult(ret.Results[0], idx, g)
	case idx < len(ret.Results):
		e := ret.Results[idx]
		if _, _, ok := t.place(e); ok && isReference(t.pkg.TypeOf(e)) {
			// The other results are evaluated before it leaves.
			return at(t.evalPlace(e, ret.End(), g), e, g)
		}
		return t.eval(e, g)
	}
	return unknown
}

// fails reports whether a return statement reports an error, by a last
// result of type error that is written out and not nil.
func (t *Tracer) fails(ret *ast.ReturnStmt, ftype *ast.FuncType) bool {
	n := ftype.Results.NumFields()
	if n < 2 || len(ret.Results) != n {
		return false
	}
	last := ast.Unparen(ret.Results[n-1])
	tv, ok := t.pkg.Info.Types[last]
	if !ok || tv.IsNil() {
		return false
	}
	results := ftype.Results.List
	if typ := t.pkg.TypeOf(results[len(results)-1].Type); typ == nil || !types.Identical(typ, types.Universe.Lookup("error").Type()) {
		return false
	}
	if _, isCall := last.(*ast.CallExpr); isCall {
		return true
	}
	// "return s, err" may report success; "return "", err" does not.
	v, ok := t.pkg.Info.Types[ast.Unparen(ret.Results[0])]
	if ok && (v.IsNil() || v.Value != nil) {
		return true
	}
	return false
}

// returns lists the return statements of a function body, those of
// function literals left out.
func returns(body *ast.BlockStmt) []*ast.ReturnStmt {
	var out []*ast.ReturnStmt
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			out = append(out, n)
		}
		return true
	})
	return out
}

func (t *Tracer) evalBuiltin(name string, call *ast.CallExpr, f *Frame) *Value {
	switch name {
	case "append":
		if len(call.Args) == 0 {
			break
		}
		base := t.eval(call.Args[0], f).Strip()
		if isBytes(t.pkg.TypeOf(call)) {
			parts := []*Value{underived(base)}
			if base.IsNil() || base.Op == List && len(base.Args) == 0 {
				parts = nil
			}
			for _, a := range call.Args[1:] {
				parts = append(parts, t.eval(a, f))
			}
			return at(concat(parts...), call, f)
		}
		if base.Op == Choice {
			alts := make([]*Value, len(base.Args))
			for i, a := range base.Args {
				alts[i] = t.appended(a.Strip(), call, f)
			}
			return choice(alts...)
		}
		return t.appended(base, call, f)
	case "make", "new":
		typ := t.pkg.TypeOf(call)
		if name == "new" && typ != nil {
			if ptr, ok := typ.Underlying().(*types.Pointer); ok {
				typ = ptr.Elem()
			}
		}
		v := *zero(typ)
		v.Expr, v.Frame = call, f
		if name == "make" && len(call.Args) > 1 && v.Op == List {
			n, ok := intConst(t.eval(call.Args[1], f))
			if slice, isSlice := typ.Underlying().(*types.Slice); ok && n <= maxElements && isSlice {
				for range n {
					v.Args = append(v.Args, zero(slice.Elem()))
				}
			} else {
				v.Op = Leaf
			}
		}
		return &v
	case "min", "max":
		var args []*Value
		for _, a := range call.Args {
			args = append(args, t.eval(a, f))
		}
		return at(choice(args...), call, f)
	}
	return &Value{Op: Leaf, Expr: call, Frame: f}
}

// appended evaluates append to a list that is known, or not.
func (t *Tracer) appended(base *Value, call *ast.CallExpr, f *Frame) *Value {
	var elems []*Value
	switch {
	case base.Op == List:
		elems = slices.Clone(base.Args)
	case base.IsNil():
	default:
		return &Value{Op: Leaf, Expr: call, Frame: f}
	}
	if call.Ellipsis.IsValid() && len(call.Args) == 2 {
		more := t.eval(call.Args[1], f).Strip()
		if more.Op != List {
			elems = append(elems, &Value{Op: Unknown, Expr: call.Args[1], Frame: f, Cond: true})
		} else {
			elems = append(elems, more.Args...)
		}
	} else {
		for _, a := range call.Args[1:] {
			elems = append(elems, t.eval(a, f))
		}
	}
	return &Value{Op: List, Args: elems, Expr: base.Expr, Frame: base.Frame, Type: t.pkg.TypeOf(call)}
}

// evalExternal evaluates a call of another package's function.
func (t *Tracer) evalExternal(fn *types.Func, call *ast.CallExpr, idx int, f *Frame) *Value {
	v := &Value{Op: Call, Fn: fn, Result: max(idx, 0), Expr: call, Frame: f}
	if fn.Signature().Recv() != nil {
		recv := &Value{Op: Unknown} // of a method value
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			switch s, ok := t.pkg.Info.Selections[sel]; {
			case ok && s.Kind() == types.MethodVal:
				recv = t.eval(sel.X, f)
			case ok && s.Kind() == types.MethodExpr:
				recv = nil // the first argument
			}
		}
		if recv != nil {
			v.Args = append(v.Args, recv)
		}
	}
	v.Args = append(v.Args, t.evalArgs(call.Args, f)...)
	return v
}

// evalArgs evaluates the arguments of a call, those of f(g()) too.
func (t *Tracer) evalArgs(args []ast.Expr, f *Frame) []*Value {
	var out []*Value
	if len(args) == 1 {
		if tuple, ok := t.pkg.TypeOf(args[0]).(*types.Tuple); ok {
			for i := range tuple.Len() {
				out = append(out, t.evalResult(args[0], i, f))
			}
			return out
		}
	}
	for _, a := range args {
		out = append(out, t.eval(a, f))
	}
	return out
}

// applyCall evaluates what an object holds after one of its methods ran.
func (t *Tracer) applyCall(e effect, acc *Value, f *Frame) *Value {
	fn := t.pkg.Callee(e.call)
	if fn == nil {
		return acc
	}
	if decl, ok := t.pkg.decls[fn]; ok {
		return t.applyInline(decl.Node(), -1, e, acc, f)
	}
	old := t.get(acc, e.path, nil, f)
	if v := t.applyKnown(fn, e.call, -1, old, f); v != nil {
		return t.set(acc, e.path, v, e.node, f)
	}
	return t.set(acc, e.path, t.did(old, fn, e.call, -1, f), e.node, f)
}

// applyPass evaluates what an object holds after it was an argument.
func (t *Tracer) applyPass(e effect, acc *Value, f *Frame) *Value {
	fn := t.pkg.Callee(e.call)
	if fn != nil {
		if decl, ok := t.pkg.decls[fn]; ok {
			return t.applyInline(decl.Node(), e.idx, e, acc, f)
		}
	} else if lit := t.calledLiteral(e.call); lit != nil {
		return t.applyInline(lit, e.idx, e, acc, f)
	}
	old := t.get(acc, e.path, nil, f)
	if fn != nil {
		if v := t.applyKnown(fn, e.call, e.idx, old, f); v != nil {
			return t.set(acc, e.path, v, e.node, f)
		}
	}
	return t.set(acc, e.path, t.did(old, fn, e.call, e.idx, f), e.node, f)
}

// applyInline evaluates what an object holds after a function of the
// package had it as receiver (-1) or argument.
func (t *Tracer) applyInline(fn ast.Node, index int, e effect, acc *Value, f *Frame) *Value {
	param := t.pkg.paramVar(fn, index)
	if param == nil {
		return acc // no name, or one of several variadic arguments
	}
	effs := t.effectsOf(param)
	if !isReference(param.Type()) {
		// Have: a copy, which shares what its own references refer to.
		effs = slices.DeleteFunc(slices.Clone(effs), func(e effect) bool {
			return e.op == opSet && len(e.path) < 2 && !isSlice(param.Type())
		})
	}
	if len(effs) == 0 {
		return acc
	}
	old := t.get(acc, e.path, nil, f)
	if slices.ContainsFunc(effs, func(e effect) bool {
		return e.op == opSet && len(e.path) == 0 && !t.throughPointer(param, e)
	}) {
		// The parameter gets another value, some time. That is not the caller's.
		return t.set(acc, e.path, tainted(old, "changed in a function"), e.node, f)
	}
	g := t.enter(fn, e.call, f, nil)
	if g == nil {
		return t.set(acc, e.path, tainted(old, "in a call that goes too deep"), e.node, f)
	}
	v := t.foldExits(param, effs, 0, old, fn, g)
	if v == old {
		return acc
	}
	return t.set(acc, e.path, v, e.node, f)
}

// did records a call on an object.
func (t *Tracer) did(v *Value, fn *types.Func, call *ast.CallExpr, arg int, f *Frame) *Value {
	v = v.Strip()
	if v.Op == Choice {
		alts := make([]*Value, len(v.Args))
		for i, a := range v.Args {
			alts[i] = t.did(a, fn, call, arg, f)
		}
		return choice(alts...)
	}
	if fn != nil && isPure(fn) {
		return v
	}
	if len(v.Done) >= maxDone {
		return unknown
	}
	if fn == nil || !t.reads(fn, arg) {
		switch v.Op {
		case Call, Leaf, Unknown:
		case Record:
			how := "passed to a function value"
			if fn != nil {
				how = "passed to " + fn.Name()
			}
			if arg < 0 || isReference(t.pkg.TypeOf(call.Args[arg])) {
				v = tainted(v, how)
			}
		case Concat:
			return concat(v, &Value{Op: Unknown})
		default:
			if arg >= 0 && isBytes(t.pkg.TypeOf(call.Args[arg])) {
				return v // a hash, a writer
			}
			return tainted(v, "")
		}
	}
	d := Doing{Fn: fn, Arg: arg, Call: call, Frame: f}
	args := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && arg >= 0 {
		if s, ok := t.pkg.Info.Selections[sel]; ok && s.Kind() == types.MethodExpr {
			// Have: T.Method(object, …), which is object.Method(…).
			args = args[1:]
			arg--
			d.Arg = arg
		}
	}
	d.Args = t.evalArgs(args, f)
	if arg >= 0 && arg < len(d.Args) {
		d.Args[arg] = nil
	}
	w := *v
	w.Done = append(slices.Clip(v.Done), d)
	return &w
}

// methodNamed returns the method of that name that the package declares for
// t or for *t.
func (t *Tracer) methodNamed(typ types.Type, name string) (ast.Node, bool) {
	if typ == nil {
		return nil, false
	}
	obj, _, _ := types.LookupFieldOrMethod(typ, false, t.pkg.Types, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil, false
	}
	decl, ok := t.pkg.decls[fn.Origin()]
	if !ok {
		return nil, false
	}
	return decl.Node(), true
}
