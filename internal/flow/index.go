package flow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// An Index tells of the syntax of a program, which is one or several packages
// that share one universe of types: who uses which object, who calls which
// function. It is built in one traversal, is immutable afterwards, and may be
// shared by several Tracers.
//
// Its order is by package, file, and position. A package comes behind those that
// it imports.
type Index struct {
	Info *types.Info // of all packages

	units   []Unit
	ours    map[*types.Package]bool // the packages
	sorted  []source                // by position
	root    inspector.Cursor
	index   map[ast.Node]int32                  // where each node is; Cursor.FindNode would search
	uses    map[types.Object][]inspector.Cursor // identifiers in order, the defining one included
	decls   map[*types.Func]inspector.Cursor    // *ast.FuncDecl with a body
	callers map[*types.Func][]inspector.Cursor  // static *ast.CallExpr, in order
	calls   []inspector.Cursor                  // every *ast.CallExpr, in order
	values  values
	strings []*ast.BasicLit // string literals, in order

	changed map[types.Object]bool // assigned to, or its address taken
	ranged  map[types.Object]bool // set by a range loop

	trace *Tracer
}

// A source is a file, and the package that it is of.
type source struct {
	file *ast.File
	pkg  *types.Package
}

// Trace returns what answers questions about values.
func (p *Index) Trace() *Tracer { return p.trace }

// NewIndex indexes the packages of a program. Their order does not matter; at
// least one is needed. The info of each must have Types, Defs, Uses, and
// Selections; it may be incomplete where the package has type errors. Nothing
// but constants is known of values in a package that has some, or imports one
// that has.
//
// An object that is handed to a function outside the program may be changed
// there. known names the functions for which the client itself sees to what
// they do, from the calls recorded in [Value.Done]; it may be nil.
func NewIndex(fset *token.FileSet, units []Unit, known Knowing) *Index {
	units = order(units)
	p := &Index{
		Info:    infoOf(units),
		units:   units,
		ours:    make(map[*types.Package]bool),
		index:   make(map[ast.Node]int32),
		changed: make(map[types.Object]bool),
		ranged:  make(map[types.Object]bool),
		uses:    make(map[types.Object][]inspector.Cursor),
		decls:   make(map[*types.Func]inspector.Cursor),
		callers: make(map[*types.Func][]inspector.Cursor),
	}
	p.trace = newTracer(fset, p, known)
	files := units[0].Files
	if len(units) > 1 {
		files = nil
	}
	for _, u := range units {
		p.ours[u.Types] = true
		if len(units) > 1 {
			files = append(files, u.Files...)
		}
		for _, f := range u.Files {
			p.sorted = append(p.sorted, source{f, u.Types})
		}
	}
	slices.SortFunc(p.sorted, func(a, b source) int { return cmp.Compare(a.file.FileStart, b.file.FileStart) })
	p.root = inspector.New(files).Root()
	for cur := range p.root.Preorder() {
		p.index[cur.Node()] = cur.Index()
		switch n := cur.Node().(type) {
		case *ast.Ident:
			if obj := p.ObjectOf(n); obj != nil {
				p.uses[obj] = append(p.uses[obj], cur)
				if fn, ok := obj.(*types.Func); ok && p.Info.Uses[n] != nil && !namesCallee(cur) {
					p.values.add(fn)
				}
				switch kind, _ := cur.ParentEdge(); kind {
				case edge.RangeStmt_Key, edge.RangeStmt_Value:
					p.ranged[obj] = true
				case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.UnaryExpr_X:
					p.changed[obj] = true
				}
			}
		case *ast.CallExpr:
			p.calls = append(p.calls, cur)
			if fn := p.StaticCallee(n); fn != nil && p.ours[fn.Pkg()] {
				p.callers[fn] = append(p.callers[fn], cur)
			}
		case *ast.FuncDecl:
			if fn, ok := p.Info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				p.decls[fn] = cur
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				p.strings = append(p.strings, n)
			}
		}
	}
	p.values.group()
	return p
}

// Has reports whether a package is one of the program.
func (p *Index) Has(pkg *types.Package) bool { return p.ours[pkg] }

// Calls returns the call expressions of the program in order.
func (p *Index) Calls() []inspector.Cursor { return p.calls }

// Strings returns the string literals of the program in order.
func (p *Index) Strings() []*ast.BasicLit { return p.strings }

// Callers returns the static calls of fn in the program, in order.
func (p *Index) Callers(fn *types.Func) []inspector.Cursor { return p.callers[fn] }

// Declares reports whether the program has the body of fn.
func (p *Index) Declares(fn *types.Func) bool {
	_, ok := p.decls[fn]
	return ok
}

// Decl returns the declaration of a function of the program that has a body.
func (p *Index) Decl(fn *types.Func) (*ast.FuncDecl, bool) {
	cur, ok := p.decls[fn]
	if !ok {
		return nil, false
	}
	return cur.Node().(*ast.FuncDecl), true
}

// Uses returns the identifiers that denote obj, the defining one included,
// in order.
func (p *Index) Uses(obj types.Object) []inspector.Cursor { return p.uses[obj] }

// ObjectOf returns the object that id denotes, nil if unknown. Objects of
// instantiated generic types and functions are those of the generic one.
func (p *Index) ObjectOf(id *ast.Ident) types.Object {
	obj := p.Info.Uses[id]
	if obj == nil {
		obj = p.Info.Defs[id]
	}
	switch obj := obj.(type) {
	case *types.Var:
		return obj.Origin()
	case *types.Func:
		return obj.Origin()
	}
	return obj
}

// Named returns the object that an expression names, x or pkg.x or y.x, nil if
// it names none.
func (p *Index) Named(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return p.ObjectOf(e)
	case *ast.SelectorExpr:
		return p.ObjectOf(e.Sel)
	}
	return nil
}

// TypeOf returns the type of e, nil if unknown.
func (p *Index) TypeOf(e ast.Expr) types.Type { return p.Info.TypeOf(e) }
