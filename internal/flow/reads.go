package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// maxReads is how many values a walk goes through that looks for what reads a
// text.
const maxReads = 20000

// Reads reports whether the program looks into the text that a call returns: it
// compares the text, or a part of it, with a text that is not empty, or hands it
// to a function for which by reports true.
//
//	s := mint(user)
//	parts := strings.Split(s, ".")
//	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
//
// The text is followed forward: through variables, fields, package variables,
// maps, slices, the functions of the program that it is handed to or that return
// it, and the functions of strings and bytes. What the fields and the package
// variables hold is told by their name: a text that is stored in a field of one
// object is taken to be read where that field of any object is. Calls through
// interfaces and function values are not followed, and test files are left out.
func (t *Tracer) Reads(call *ast.CallExpr, by func(*types.Func) bool) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.program() == nil {
		return false
	}
	fn := t.around(call)
	if fn == nil {
		return false
	}
	c := t.prog.callOf(fn, call)
	if c == nil {
		return false
	}
	r := reading{prog: t.prog, by: by, seen: make(map[any]bool)}
	r.result(c, -1)
	for len(r.next) > 0 && !r.found && len(r.seen) < maxReads {
		v := r.next[0]
		r.next = r.next[1:]
		if refs := v.Referrers(); refs != nil {
			for _, instr := range *refs {
				r.use(v, instr)
			}
		}
	}
	return r.found
}

// A reading is a walk over the values that may be a text, hold it, or be the
// address of what holds it.
type reading struct {
	prog  *Program
	by    func(*types.Func) bool
	seen  map[any]bool
	next  []ssa.Value
	found bool
}

// add notes a value that may be the text, or lead to it.
func (r *reading) add(v ssa.Value) {
	if v != nil && !r.seen[v] && mayHoldText(v.Type(), 0) {
		r.seen[v] = true
		r.next = append(r.next, v)
	}
}

// result notes what a call returns: all texts, or the result i.
func (r *reading) result(call ssa.Value, i int) {
	tuple, ok := call.Type().(*types.Tuple)
	if !ok {
		r.add(call)
		return
	}
	for _, ref := range *call.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && (ex.Index == i || i < 0 && IsText(tuple.At(ex.Index).Type())) {
			r.add(ex)
		}
	}
}

// use follows a value into an instruction that has it as an operand.
func (r *reading) use(v ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		switch other := instr.X; instr.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			if other == v {
				other = instr.Y
			}
			r.found = r.found || IsText(v.Type()) && !isEmptyText(other) && !r.inTest(instr)
		default:
			r.add(instr)
		}
	case *ssa.Store:
		if instr.Val == v {
			r.store(instr.Addr)
		}
	case *ssa.MapUpdate:
		if instr.Value == v {
			r.store(instr.Map)
		}
	case *ssa.Return:
		for i, res := range instr.Results {
			if res == v {
				r.returned(instr.Parent(), i, len(instr.Results))
			}
		}
	case *ssa.MakeClosure:
		for i, b := range instr.Bindings {
			if b == v {
				r.add(instr.Fn.(*ssa.Function).FreeVars[i])
			}
		}
	case ssa.CallInstruction:
		r.call(v, instr)
	case *ssa.FieldAddr, *ssa.Field: // v is the struct; fields are followed by their name
	case ssa.Value:
		r.add(instr)
	}
}

// call follows an operand of a call.
func (r *reading) call(v ssa.Value, instr ssa.CallInstruction) {
	common := instr.Common()
	callee := common.StaticCallee()
	if callee == nil {
		if b, ok := common.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			r.add(instr.Value())
		}
		return
	}
	if callee.Origin() != nil {
		callee = callee.Origin()
	}
	if callee.Blocks != nil {
		for i, arg := range common.Args {
			if arg == v && i < len(callee.Params) {
				r.add(callee.Params[i])
			}
		}
		return
	}
	fn, ok := callee.Object().(*types.Func)
	if !ok || fn.Pkg() == nil {
		return
	}
	if r.by(fn) && !r.inTest(instr) {
		r.found = true
		return
	}
	if path := fn.Pkg().Path(); (path == "strings" || path == "bytes") && instr.Value() != nil {
		r.result(instr.Value(), -1)
	}
}

// returned follows a result of a function to the calls of it.
func (r *reading) returned(fn *ssa.Function, i, of int) {
	for _, call := range r.prog.static()[fn] {
		if of > 1 {
			r.result(call, i)
		} else {
			r.add(call)
		}
	}
}

// store notes what is read from where a value is stored.
func (r *reading) store(addr ssa.Value) {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		if f := structField(addr.X, addr.Field); f != nil && r.prog.ours[f.Pkg()] && !r.seen[f] {
			r.seen[f] = true
			for _, v := range r.prog.fields()[f] {
				r.add(v)
			}
		}
		return
	case *ssa.IndexAddr:
		r.store(addr.X)
		return
	case *ssa.UnOp: // of a map, a slice, or a pointer
		r.store(addr.X)
		if local, ok := addr.X.(*ssa.Alloc); ok {
			r.referred(local)
		}
		return
	case *ssa.Global:
		if !r.seen[addr] {
			r.seen[addr] = true
			for _, v := range r.prog.fields()[addr] {
				r.add(v)
			}
		}
		return
	}
	r.add(addr)
}

// referred follows what a variable was set to, or what its function was handed
// for it: the text is stored there.
func (r *reading) referred(local *ssa.Alloc) {
	for _, ref := range *local.Referrers() {
		set, ok := ref.(*ssa.Store)
		if !ok || set.Addr != local || r.seen[set] {
			continue
		}
		r.seen[set] = true
		p, ok := set.Val.(*ssa.Parameter)
		if !ok {
			r.store(set.Val)
			continue
		}
		for _, call := range r.prog.static()[p.Parent()] {
			if args := call.(*ssa.Call).Call.Args; len(args) == len(p.Parent().Params) {
				r.store(args[slices.Index(p.Parent().Params, p)])
			}
		}
	}
}

// inTest reports whether an instruction is of a test file. What tests say of a
// token is no part of what the program does, and not each driver has them.
func (r *reading) inTest(instr ssa.Instruction) bool {
	return strings.HasSuffix(r.prog.ssa.Fset.Position(instr.Pos()).Filename, "_test.go")
}

// IsText reports whether a type is one of texts: a string, or a slice of bytes.
func IsText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// mayHoldText reports whether a value of a type may be a text, or lead to one.
func mayHoldText(t types.Type, depth int) bool {
	if IsText(t) || depth > 4 {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic, *types.Signature:
		return false
	case *types.Pointer:
		return mayHoldText(u.Elem(), depth+1)
	case *types.Slice:
		return mayHoldText(u.Elem(), depth+1)
	case *types.Array:
		return mayHoldText(u.Elem(), depth+1)
	}
	return true
}

// isEmptyText reports whether a value is the text "".
func isEmptyText(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && (c.Value == nil || c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "")
}

// structField returns a field of a struct, or of what a pointer to a struct
// points to, as it is declared.
func structField(x ssa.Value, i int) *types.Var {
	t := x.Type()
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if f := fieldAt(t, i); f != nil {
		return f.Origin()
	}
	return nil
}

// static returns the calls of each function of the program that name it.
func (p *Program) static() map[*ssa.Function][]ssa.Value {
	p.noteReads()
	return p.staticCalls
}

// fields returns the values that address or read each field, and the package
// variables by themselves.
func (p *Program) fields() map[any][]ssa.Value {
	p.noteReads()
	return p.fieldUses
}

// noteReads finds the calls of functions and the uses of fields, once.
func (p *Program) noteReads() {
	if p.staticCalls != nil {
		return
	}
	p.staticCalls, p.fieldUses = make(map[*ssa.Function][]ssa.Value), make(map[any][]ssa.Value)
	for _, fn := range p.all() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.Call:
					if callee := instr.Call.StaticCallee(); callee != nil {
						if callee.Origin() != nil {
							callee = callee.Origin()
						}
						p.staticCalls[callee] = append(p.staticCalls[callee], instr)
					}
				case *ssa.FieldAddr:
					if f := structField(instr.X, instr.Field); f != nil {
						p.fieldUses[f] = append(p.fieldUses[f], instr)
					}
				case *ssa.Field:
					if f := structField(instr.X, instr.Field); f != nil {
						p.fieldUses[f] = append(p.fieldUses[f], instr)
					}
				case *ssa.UnOp:
					if g, ok := instr.X.(*ssa.Global); ok {
						p.fieldUses[g] = append(p.fieldUses[g], instr)
					}
				}
			}
		}
	}
}
