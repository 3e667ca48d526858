// Package flow tells what values are, and what happens to them: it executes
// functions of a program abstractly, over go/ssa.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Program is one or several packages that share one universe of types.
type Program struct {
	Units []Unit                  // those that others import come first
	ours  map[*types.Package]bool // the packages
	ssa   *ssa.Program

	calls   map[token.Pos]*ast.CallExpr // by the left parenthesis
	stores  map[token.Pos]ast.Expr      // what is stored, by the position that go/ssa gives the store
	setters map[token.Pos]ast.Node      // the code that stores it
	keys    map[token.Pos]ast.Expr      // of map entries, likewise
	ops     map[token.Pos]*ast.BinaryExpr
	returns map[token.Pos]*ast.ReturnStmt

	known     Knowing
	recover   map[*ssa.Function]bool
	once      map[*ssa.Alloc]int // see storesTo
	globals   map[*ssa.Global]*graft
	inits     bool                           // globals is made
	stored    map[*types.Var][]*ssa.Function // see storers
	addressed map[*types.Var]addressed       // see addressesOf; nil if not made
	changed   map[*ssa.Global]bool
	exposed   map[*ssa.Global]bool                     // something may change what they refer to
	computed  map[*ssa.Global]bool                     // what it stores there is no constant, or code of init
	late      map[*ssa.Global]bool                     // the initialization changes it after its declaration
	refers    map[*ssa.Function]map[*ssa.Global]bool   // see refersTo
	early     map[*ssa.Function]map[*ssa.Package]phase // see noteEarly
	callbacks calledBack                               // see calledBack

	staticCalls map[*ssa.Function][]ssa.Value // see static; nil if not made
	fieldUses   map[any][]ssa.Value           // see fields
	dominating  map[*ssa.BasicBlock][]Condition
}

// A Known says what a client knows of a function of another package.
type Known struct {
	// Known tells that the client itself sees to what the function does to its
	// operands, from [Value.Done].
	Known bool
	// Fluent tells that what the function returns, if it has the type of its
	// receiver, is the receiver.
	Fluent bool
	// Part tells that the method returns a part of its receiver, the same each
	// time. It is the name of that part among [Value.Fields].
	Part string
}

// A Knowing tells what a client knows of functions. It may be nil.
type Knowing func(fn *types.Func) Known

func (p *Program) isKnown(fn *types.Func) Known {
	if p.known == nil {
		return Known{}
	}
	return p.known(fn)
}

// NewProgram builds a program of packages without type errors. Their files are
// those of fset. The order of the units does not matter.
func NewProgram(fset *token.FileSet, units []Unit, known Knowing) *Program {
	units = order(units)
	p := &Program{
		Units: units, known: known,
		ssa:     ssa.NewProgram(fset, ssa.NaiveForm|ssa.GlobalDebug|ssa.InstantiateGenerics|ssa.BuildSerially),
		calls:   make(map[token.Pos]*ast.CallExpr),
		stores:  make(map[token.Pos]ast.Expr),
		setters: make(map[token.Pos]ast.Node),
		keys:    make(map[token.Pos]ast.Expr),
		ops:     make(map[token.Pos]*ast.BinaryExpr),
		returns: make(map[token.Pos]*ast.ReturnStmt),
		recover: make(map[*ssa.Function]bool),
		once:    make(map[*ssa.Alloc]int),
		ours:    make(map[*types.Package]bool),
	}
	created := make(map[*types.Package]bool)
	for _, u := range units {
		created[u.Types], p.ours[u.Types] = true, true
	}
	for _, u := range units {
		for _, imp := range u.Types.Imports() {
			if !created[imp] {
				created[imp] = true
				p.ssa.CreatePackage(imp, nil, nil, true)
			}
		}
	}
	var pkgs []*ssa.Package
	for _, u := range units {
		pkgs = append(pkgs, p.ssa.CreatePackage(u.Types, u.Files, u.Info, true))
	}
	for i, u := range units {
		pkgs[i].Build()
		for _, f := range u.Files {
			p.index(f)
		}
	}
	return p
}

// index notes what stands at the positions that go/ssa gives instructions.
func (p *Program) index(f *ast.File) {
	store := func(pos token.Pos, e ast.Expr, n ast.Node) {
		p.stores[pos], p.setters[pos] = e, n
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			p.calls[n.Lparen] = n
		case *ast.BinaryExpr:
			p.ops[n.OpPos] = n
		case *ast.ReturnStmt:
			p.returns[n.Return] = n
		case *ast.CompositeLit:
			for _, e := range n.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok {
					store(kv.Colon, kv.Value, kv)
					p.keys[kv.Colon] = kv.Key
				} else {
					store(e.Pos(), e, n)
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				var e ast.Expr
				if len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
					e = n.Rhs[i]
				}
				store(p.storePos(lhs), e, n)
			}
		case *ast.IncDecStmt:
			store(p.storePos(n.X), nil, n)
		case *ast.ValueSpec:
			for i, id := range n.Names {
				if len(n.Names) == len(n.Values) {
					store(id.Pos(), n.Values[i], n)
				}
			}
		}
		return true
	})
}

// storePos returns the position that go/ssa gives the store to an operand, and
// notes the key if it is an entry of a map.
func (p *Program) storePos(lhs ast.Expr) token.Pos {
	switch lhs := ast.Unparen(lhs).(type) {
	case *ast.SelectorExpr:
		return lhs.Sel.Pos()
	case *ast.IndexExpr:
		p.keys[lhs.Lbrack] = lhs.Index
		return lhs.Lbrack
	case *ast.StarExpr:
		return lhs.Star
	default:
		return lhs.Pos()
	}
}

func (p *Program) callAt(pos token.Pos) *ast.CallExpr {
	if !pos.IsValid() {
		return nil
	}
	return p.calls[pos]
}

// argumentsAt returns the arguments of the call at a position, nil if they
// are not one expression each.
func (p *Program) argumentsAt(pos token.Pos) []ast.Expr {
	call := p.callAt(pos)
	if call == nil {
		return nil
	}
	return call.Args
}

func (p *Program) storedAt(pos token.Pos) ast.Expr { return p.stores[pos] }

func (p *Program) keyAt(pos token.Pos) ast.Expr { return p.keys[pos] }

// returned returns the expression of a result.
func (p *Program) returned(r *ssa.Return, i int) ast.Expr {
	s := p.returns[r.Pos()]
	if s == nil || len(s.Results) != len(r.Results) {
		return nil
	}
	return s.Results[i]
}

// binary returns an operand of an operation.
func (p *Program) binary(op *ssa.BinOp, i int) ast.Expr {
	e := p.ops[op.Pos()]
	switch {
	case e == nil:
		return nil
	case i == 0:
		return e.X
	}
	return e.Y
}

// methodOf returns the method of a type that a call of a method of an
// interface calls, nil if that is not known.
func (p *Program) methodOf(t types.Type, m *types.Func) *ssa.Function {
	if types.IsInterface(t) {
		return nil
	}
	return p.ssa.LookupMethod(t, m.Pkg(), m.Name())
}

// isSet reports whether a variable that holds c stays as it is: it is set once,
// which has happened, or never, and nothing but code that is followed has its
// address.
func (p *Program) isSet(v *ssa.Alloc, c *val) bool {
	n := p.storesTo(v)
	return n == 0 || n == 1 && c != nil && !isBlank(c)
}

// storesTo returns how many instructions set a variable, -1 if code that is not
// followed has its address.
func (p *Program) storesTo(v *ssa.Alloc) int {
	if n, ok := p.once[v]; ok {
		return n
	}
	stores := 0
	var uses func(v ssa.Value) bool
	uses = func(v ssa.Value) bool {
		if v.Referrers() == nil {
			return false
		}
		for _, r := range *v.Referrers() {
			switch r := r.(type) {
			case *ssa.DebugRef:
			case *ssa.Store:
				if r.Val == v {
					return false
				}
				stores++
			case *ssa.UnOp:
			case *ssa.FieldAddr:
				if !onlyRead(r) {
					return false
				}
			case *ssa.MakeClosure:
				fn := r.Fn.(*ssa.Function)
				for i, b := range r.Bindings {
					if b == v && (i >= len(fn.FreeVars) || !uses(fn.FreeVars[i])) {
						return false
					}
				}
			default:
				return false
			}
		}
		return true
	}
	if !uses(v) {
		stores = -1
	}
	p.once[v] = stores
	return stores
}

// onlyRead reports whether an address of a part is read through only.
func onlyRead(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef:
		case *ssa.UnOp:
		case *ssa.FieldAddr:
			if !onlyRead(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// functions returns the functions of the program that have a body and are not
// parts of others, in the order of the code.
func (p *Program) functions() []*ssa.Function {
	var out []*ssa.Function
	add := func(fn *ssa.Function) {
		if fn != nil && fn.Blocks != nil {
			out = append(out, fn)
		}
	}
	for _, u := range p.Units {
		for _, f := range u.Files {
			for _, d := range f.Decls {
				if d, ok := d.(*ast.FuncDecl); ok {
					if obj, ok := u.Info.Defs[d.Name].(*types.Func); ok {
						add(p.ssa.FuncValue(obj))
					}
				}
			}
		}
	}
	return out
}

// all returns all functions of the program, literals included, and those
// that go/ssa makes.
func (p *Program) all() []*ssa.Function {
	var out []*ssa.Function
	seen := make(map[*ssa.Function]bool)
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || seen[fn] {
			return
		}
		seen[fn] = true
		out = append(out, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, fn := range p.functions() {
		add(fn)
	}
	for _, u := range p.Units {
		pkg := p.ssa.Package(u.Types)
		var names []string
		for name := range pkg.Members {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if fn, ok := pkg.Members[name].(*ssa.Function); ok {
				add(fn)
			}
		}
	}
	return out
}
