package origin

// Rebind evaluates v once more for each call of from's function in the
// package, with the parameters that v was made of bound to what the call
// passes. It returns nil if v is not made of them, or if the package does
// not call the function.
func (t *Tracer) Rebind(v *Value, from *Frame) []*Value {
	var out []*Value
	for _, caller := range t.Callers(from) {
		r := rebinding{t: t, from: from, to: caller, done: make(map[*Value]*Value), made: make(map[*Value]bool)}
		w := r.value(v)
		if w == v {
			return nil
		}
		out = append(out, w)
	}
	return out
}

type rebinding struct {
	t        *Tracer
	from, to *Frame
	done     map[*Value]*Value
	made     map[*Value]bool // whether a value is made of the parameters
}

func (r *rebinding) value(v *Value) *Value {
	if v == nil || !r.t.spend() {
		return v
	}
	if w, ok := r.done[v]; ok {
		return w
	}
	r.done[v] = v
	if !r.depends(v) {
		return v
	}
	if v.Expr != nil && v.Frame == r.from {
		w := r.t.eval(v.Expr, r.to)
		if v.Cond {
			w = conditional(w)
		}
		r.done[v] = w
		return w
	}
	w := *v
	changed := false
	if v.Op == Leaf && v.Param != nil && v.Frame == r.from {
		if index, ok := r.t.pkg.param(r.from.Func, v.Param); ok {
			arg := r.t.argument(r.to, index)
			w = Value{Op: Via, Expr: v.Expr, Frame: r.to, Args: []*Value{arg}, Cond: v.Cond}
			changed = true
		}
	}
	if !changed {
		for i, a := range v.Args {
			if b := r.value(a); b != a {
				if !changed {
					w.Args = append([]*Value(nil), v.Args...)
				}
				w.Args[i] = b
				changed = true
			}
		}
		if fields := r.fields(v.Fields); fields != nil {
			w.Fields = fields
			changed = true
		}
		if changed && w.Frame == r.from {
			w.Frame = r.to
		}
	}
	if !changed {
		return v
	}
	r.done[v] = &w
	return &w
}

// depends reports whether v is made of the unbound parameters.
func (r *rebinding) depends(v *Value) bool {
	if v == nil {
		return false
	}
	if d, ok := r.made[v]; ok {
		return d
	}
	r.made[v] = false
	d := v.Op == Leaf && v.Param != nil && v.Frame == r.from
	for _, a := range v.Args {
		d = d || r.depends(a)
	}
	for _, fd := range v.Fields {
		d = d || r.depends(fd.Key) || r.depends(fd.Val)
	}
	r.made[v] = d
	return d
}

func (r *rebinding) fields(fields []Field) []Field {
	var out []Field
	for i, fd := range fields {
		key, val := r.value(fd.Key), r.value(fd.Val)
		if key == fd.Key && val == fd.Val {
			continue
		}
		if out == nil {
			out = append([]Field(nil), fields...)
		}
		out[i].Key, out[i].Val = key, val
		if key != nil {
			if name, ok := key.StringConst(); ok {
				out[i].Key, out[i].Name = nil, name
			}
		}
	}
	return out
}
