package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// An Op says what kind of node a [Value] is.
type Op int

const (
	// Unknown is a value that was given up on, because the budget ran out
	// or the code does something that is not followed.
	Unknown Op = iota
	// Leaf is a value that enters here: an unbound parameter, a field or
	// variable that others fill, the result of a function value.
	Leaf
	// Const is a constant; Value.Const holds it, nil for the value nil.
	Const
	// Via is another way to write Args[0]: a variable, a field, a call of
	// a function of the package, a conversion.
	Via
	// Concat is the string concatenation of Args.
	Concat
	// Choice is one of Args, by a branch that is not decided here.
	Choice
	// List is a slice or array with the elements Args.
	List
	// Record is a map, struct, or pointer to a struct; see Fields.
	Record
	// Call is the result of a function or method outside the package;
	// Args holds the receiver of a method first, then the arguments.
	Call
	// Binary is an arithmetic operation on Args[0] and Args[1]; see Tok.
	Binary
	// Range is the key (Result 0) or element (Result 1) of a range
	// over Args[0], a value whose contents are not known.
	Range
	// Query is the URL-encoded form of the record Args[0].
	Query
)

// A Value is what is known of an expression's value. Values are immutable
// once they are returned.
type Value struct {
	Op    Op
	Expr  ast.Expr // the expression it was read from; nil if it was derived
	Frame *Frame   // where Expr was evaluated

	Const  constant.Value // Const
	Fn     *types.Func    // Call
	Result int            // Call: which result; Range: 0 key, 1 element
	Tok    token.Token    // Binary
	Param  *types.Var     // Leaf: the unbound parameter that it is
	Args   []*Value

	// What was done to the object after it was made.
	Fields []Field    // entries of a record; fields set on other objects
	Done   []Doing    // calls that the object took part in, in order
	Cond   bool       // as an element of a List: may be absent or repeated
	Taint  string     // the object may hold something else, and why; "" if not
	Type   types.Type // type of a Record, nil if unknown
}

// A Field is an entry of a record.
type Field struct {
	Name string // field name, or the constant key of a map
	Key  *Value // key of a map that is no constant string, else nil
	Val  *Value
	Cond bool     // may not be set, by a branch that is not decided
	Node ast.Node // *ast.KeyValueExpr, *ast.AssignStmt, or *ast.CallExpr that sets it; *ast.CompositeLit if by position
}

// A Doing is a call of a function outside the package with the object as
// its receiver or as an argument.
type Doing struct {
	Fn    *types.Func // nil for a function value
	Arg   int         // position of the object, -1 for the receiver
	Args  []*Value    // arguments without the receiver; the object's own is nil
	Call  *ast.CallExpr
	Frame *Frame
	Cond  bool // under a branch, in a loop, or in a closure
}

var unknown = &Value{Op: Unknown}

// Strip removes the [Via] nodes around v.
func (v *Value) Strip() *Value {
	for v != nil && v.Op == Via && len(v.Args) == 1 {
		v = v.Args[0]
	}
	return v
}

// StringConst returns the value of a string constant.
func (v *Value) StringConst() (string, bool) {
	v = v.Strip()
	if v != nil && v.Op == Const && v.Const != nil && v.Const.Kind() == constant.String {
		return constant.StringVal(v.Const), true
	}
	return "", false
}

// IsNil reports whether v is the constant nil.
func (v *Value) IsNil() bool {
	v = v.Strip()
	return v != nil && v.Op == Const && v.Const == nil
}

// Field returns the entry of that name of a record.
func (v *Value) Field(name string) (Field, bool) {
	v = v.Strip()
	if v != nil {
		for _, f := range v.Fields {
			if f.Key == nil && f.Name == name {
				return f, true
			}
		}
	}
	return Field{}, false
}

// Walk calls visit for v and all that it is made of, until visit returns
// false. Each node is visited once.
func (v *Value) Walk(visit func(*Value) bool) {
	seen := make(map[*Value]bool)
	var walk func(*Value) bool
	walk = func(v *Value) bool {
		if v == nil || seen[v] {
			return true
		}
		seen[v] = true
		if !visit(v) {
			return false
		}
		for _, a := range v.Args {
			if !walk(a) {
				return false
			}
		}
		for _, f := range v.Fields {
			if !walk(f.Key) || !walk(f.Val) {
				return false
			}
		}
		for _, d := range v.Done {
			for _, a := range d.Args {
				if !walk(a) {
					return false
				}
			}
		}
		return true
	}
	walk(v)
}

func stringConst(s string) *Value { return &Value{Op: Const, Const: constant.MakeString(s)} }

// concat joins values, flattening those that are derived concatenations.
func concat(parts ...*Value) *Value {
	var args []*Value
	for _, p := range parts {
		if p.Op == Concat && p.Expr == nil {
			args = append(args, p.Args...)
			continue
		}
		if p.Op == Const && p.Expr == nil && p.Const != nil && p.Const.Kind() == constant.String &&
			constant.StringVal(p.Const) == "" {
			continue
		}
		args = append(args, p)
	}
	switch len(args) {
	case 0:
		return stringConst("")
	case 1:
		return args[0]
	}
	return &Value{Op: Concat, Args: args}
}

// choice returns one of alts, dropping the duplicates.
func choice(alts ...*Value) *Value {
	var args []*Value
	add := func(v *Value) {
		if v != nil && !slices.Contains(args, v) {
			args = append(args, v)
		}
	}
	for _, a := range alts {
		if a != nil && a.Op == Choice && a.Expr == nil {
			for _, b := range a.Args {
				add(b)
			}
			continue
		}
		add(a)
	}
	switch {
	case len(args) == 0:
		return unknown
	case len(args) == 1:
		return args[0]
	case len(args) > maxAlternatives:
		return unknown
	}
	return &Value{Op: Choice, Args: args}
}

// join merges what a variable holds at the end of two branches. Both sides
// usually grew from one value, and only the growth is conditional.
func join(a, b *Value) *Value {
	switch {
	case a == b:
		return a
	case a == nil:
		return b
	case b == nil:
		return a
	}
	a, b = underived(a), underived(b)
	switch {
	case textual(a) && textual(b) && (a.Op == Concat || b.Op == Concat):
		pa, pb := parts(a), parts(b)
		n := commonPrefix(pa, pb)
		if n == 0 && !emptyText(a) && !emptyText(b) {
			break
		}
		// Have: a = prefix + x, b = prefix + y; one of x and y may be "".
		rest := choice(concat(pa[n:]...), concat(pb[n:]...))
		return concat(append(slices.Clone(pa[:n]), rest)...)
	case a.Op == List && b.Op == List:
		n := commonPrefix(a.Args, b.Args)
		args := slices.Clone(a.Args[:n])
		for _, rest := range [][]*Value{a.Args[n:], b.Args[n:]} {
			for _, e := range rest {
				args = append(args, conditional(e))
			}
		}
		return &Value{Op: List, Expr: a.Expr, Frame: a.Frame, Args: args, Type: a.Type}
	case a.Op == b.Op && a.Expr == b.Expr && a.Frame == b.Frame && a.Op != Choice && a.Op != Concat &&
		a.Op != Via && sameConst(a, b):
		// Have: one object, in two states.
		v := *a
		v.Fields = joinFields(a.Fields, b.Fields)
		if v.Taint == "" {
			v.Taint = b.Taint
		}
		v.Done = joinDone(a.Done, b.Done)
		return &v
	}
	return choice(a, b)
}

// underived looks through a Via without an expression.
func underived(v *Value) *Value {
	for v.Op == Via && v.Expr == nil {
		v = v.Args[0]
	}
	return v
}

func sameConst(a, b *Value) bool {
	return a.Op != Const || a.Const == b.Const || a.Const != nil && b.Const != nil &&
		a.Const.Kind() == b.Const.Kind() && constant.Compare(a.Const, token.EQL, b.Const)
}

func textual(v *Value) bool {
	return v.Op == Concat || v.Op == Const && v.Const != nil && v.Const.Kind() == constant.String
}

// tainted returns v as an object that may have changed in a way that is
// not followed. What is not an object becomes a value that is not known.
func tainted(v *Value, why string) *Value {
	s := v.Strip()
	switch s.Op {
	case Record, Call:
		w := *s
		w.Taint = why
		return &w
	case Choice:
		alts := make([]*Value, len(s.Args))
		for i, a := range s.Args {
			alts[i] = tainted(a, why)
		}
		return choice(alts...)
	case Leaf:
		return s
	case List:
		return choice(s, &Value{Op: Leaf, Type: s.Type})
	}
	return &Value{Op: Leaf, Type: s.Type}
}

func emptyText(v *Value) bool {
	s, ok := v.StringConst()
	return ok && s == ""
}

func parts(v *Value) []*Value {
	switch {
	case v.Op == Concat && v.Expr == nil:
		return v.Args
	case emptyText(v):
		return nil
	}
	return []*Value{v}
}

func commonPrefix(a, b []*Value) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func conditional(v *Value) *Value {
	if v.Cond {
		return v
	}
	w := *v
	w.Cond = true
	return &w
}

func joinFields(a, b []Field) []Field {
	var out []Field
	for _, f := range a {
		i := slices.IndexFunc(b, func(g Field) bool { return f.same(g) })
		if i < 0 {
			f.Cond = true
		} else if g := b[i]; g.Val != f.Val || g.Cond != f.Cond {
			f.Val = join(f.Val, g.Val)
			f.Cond = f.Cond || g.Cond
		}
		out = append(out, f)
	}
	for _, g := range b {
		if !slices.ContainsFunc(a, func(f Field) bool { return f.same(g) }) {
			g.Cond = true
			out = append(out, g)
		}
	}
	return out
}

func (f Field) same(g Field) bool {
	if f.Key != nil || g.Key != nil {
		return f.Key == g.Key
	}
	return f.Name == g.Name
}

func joinDone(a, b []Doing) []Doing {
	n := 0
	for n < len(a) && n < len(b) && a[n].Call == b[n].Call && a[n].Frame == b[n].Frame {
		n++
	}
	out := slices.Clone(a[:n])
	for _, rest := range [][]Doing{a[n:], b[n:]} {
		for _, d := range rest {
			d.Cond = true
			out = append(out, d)
		}
	}
	return out
}

// zero returns the zero value of a type, nil if t is unknown.
func zero(t types.Type) *Value {
	if t == nil {
		return unknown
	}
	if isTextBuffer(t) {
		return stringConst("")
	}
	switch u := core(t).(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return stringConst("")
		case u.Info()&types.IsNumeric != 0:
			return &Value{Op: Const, Const: constant.MakeInt64(0)}
		case u.Info()&types.IsBoolean != 0:
			return &Value{Op: Const, Const: constant.MakeBool(false)}
		}
	case *types.Array:
		v := &Value{Op: List, Type: t}
		if u.Len() <= maxElements {
			for range u.Len() {
				v.Args = append(v.Args, zero(u.Elem()))
			}
		} else {
			v.Op = Leaf
		}
		return v
	case *types.Slice:
		return &Value{Op: List, Type: t}
	case *types.Map, *types.Struct:
		return &Value{Op: Record, Type: t}
	case *types.Pointer, *types.Interface, *types.Signature, *types.Chan:
		return &Value{Op: Const} // nil
	}
	return unknown
}

// Choose returns the value that is one of alts.
func Choose(alts []*Value) *Value { return choice(alts...) }
