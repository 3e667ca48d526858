package flow

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
	// a function of the program, a conversion.
	Via
	// Concat is the string concatenation of Args.
	Concat
	// Choice is one of Args, by a branch that is not decided here.
	Choice
	// List is a slice or array with the elements Args.
	List
	// Record is a map, struct, or pointer to a struct; see Fields.
	Record
	// Call is the result of a function or method outside the program;
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

	src  *val     // what it is a view of, nil if it was derived, or is one of each
	each []*Value // what it was each time that it was evaluated, if that differs
	when *state
	x    *executor
}

// A Field is an entry of a record.
type Field struct {
	Name string // field name, or the constant key of a map
	Key  *Value // key of a map that is no constant string, else nil
	Val  *Value
	Cond bool     // may not be set, by a branch that is not decided
	Node ast.Node // *ast.KeyValueExpr, *ast.AssignStmt, or *ast.CallExpr that sets it; *ast.CompositeLit if by position
}

// A Doing is a call of a function outside the program with the object as
// its receiver or as an argument.
type Doing struct {
	Fn    *types.Func // nil for a function value
	Arg   int         // position of the object, -1 for the receiver
	Args  []*Value    // arguments without the receiver; the object's own is nil
	Call  *ast.CallExpr
	Frame *Frame
	Cond  bool // under a branch, in a loop, or in a closure
}

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

// Choose returns the value that is one of alts, dropping the duplicates.
func Choose(alts []*Value) *Value {
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
	case len(args) == 0, len(args) > maxChoices:
		return &Value{Op: Unknown}
	case len(args) == 1:
		return args[0]
	}
	return &Value{Op: Choice, Args: args}
}

// Identity tells values apart: two values with the same identity are equal
// whenever the code runs.
func (v *Value) Identity() any {
	switch {
	case v.src == nil || v.x == nil || !v.src.isFixed():
		return v
	case v.src.kind == kSym:
		return v.src.sym
	}
	return v.x.canonical(v.src)
}

// canonical returns the first of the values that are equal to v.
func (x *executor) canonical(v *val) *val {
	for _, c := range x.canon {
		if equal(c, v) {
			return c
		}
	}
	x.canon = append(x.canon, v)
	return v
}

// Stored returns the one value that the program stores where v was read
// from, if others may store something there, too; else v.
func (v *Value) Stored() *Value {
	s := v.Strip()
	if s.Op != Choice {
		return v
	}
	var only *Value
	for _, a := range s.Args {
		if a.isOthers() {
			continue
		}
		if only != nil {
			return v
		}
		only = a
	}
	if only == nil {
		return v
	}
	return only
}

// IsOpen reports whether v was read from where others may store something,
// besides what the program stores there. What v is, is known as of when it was
// stored then: what others have done to it since is not.
func (v *Value) IsOpen() bool {
	s := v.Strip()
	return s.Op == Choice && slices.ContainsFunc(s.Args, func(a *Value) bool { return a.isOthers() || a.IsOpen() })
}

// isOthers reports whether v stands for whatever others may store.
func (v *Value) isOthers() bool {
	s := v.Strip()
	return s.Op == Leaf && s.Expr == nil && s.Param == nil
}
