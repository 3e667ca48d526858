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

// A Package is the index of one type-checked package: who uses which
// object, who calls which function. It is built in one traversal, is
// immutable afterwards, and may be shared by several Tracers.
type Package struct {
	Types *types.Package
	Info  *types.Info
	Files []*ast.File

	sorted  []*ast.File // by position
	root    inspector.Cursor
	index   map[ast.Node]int32                  // where each node is; Cursor.FindNode would search
	uses    map[types.Object][]inspector.Cursor // identifiers in source order, the defining one included
	decls   map[*types.Func]inspector.Cursor    // *ast.FuncDecl with a body
	callers map[*types.Func][]inspector.Cursor  // static *ast.CallExpr, in source order
	calls   []inspector.Cursor                  // every *ast.CallExpr, in source order
	values  []*types.Func                       // that are used in another way than to call them, in source order
	strings []*ast.BasicLit                     // string literals, in source order

	changed map[types.Object]bool // assigned to, or its address taken
	ranged  map[types.Object]bool // set by a range loop

	trace *Tracer
}

// Trace returns what answers questions about values.
func (p *Package) Trace() *Tracer { return p.trace }

// NewPackage indexes a package. The info must have Types, Defs, Uses, and
// Selections; it may be incomplete where the package has type errors.
func NewPackage(fset *token.FileSet, pkg *types.Package, info *types.Info, files []*ast.File, typed bool, known Knowing) *Package {
	p := &Package{
		Types:   pkg,
		Info:    info,
		Files:   files,
		sorted:  slices.SortedFunc(slices.Values(files), func(a, b *ast.File) int { return cmp.Compare(a.FileStart, b.FileStart) }),
		root:    inspector.New(files).Root(),
		index:   make(map[ast.Node]int32),
		changed: make(map[types.Object]bool),
		ranged:  make(map[types.Object]bool),
		uses:    make(map[types.Object][]inspector.Cursor),
		decls:   make(map[*types.Func]inspector.Cursor),
		callers: make(map[*types.Func][]inspector.Cursor),
	}
	p.trace = newTracer(fset, p, typed, known)
	for cur := range p.root.Preorder() {
		p.index[cur.Node()] = cur.Index()
		switch n := cur.Node().(type) {
		case *ast.Ident:
			if obj := p.ObjectOf(n); obj != nil {
				p.uses[obj] = append(p.uses[obj], cur)
				if fn, ok := obj.(*types.Func); ok && info.Uses[n] != nil && !namesCallee(cur) && !slices.Contains(p.values, fn) {
					p.values = append(p.values, fn)
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
			if fn := p.StaticCallee(n); fn != nil && fn.Pkg() == pkg {
				p.callers[fn] = append(p.callers[fn], cur)
			}
		case *ast.FuncDecl:
			if fn, ok := info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
				p.decls[fn] = cur
			}
		case *ast.BasicLit:
			if n.Kind == token.STRING {
				p.strings = append(p.strings, n)
			}
		}
	}
	return p
}

// Calls returns the package's call expressions in source order.
func (p *Package) Calls() []inspector.Cursor { return p.calls }

// Strings returns the package's string literals in source order.
func (p *Package) Strings() []*ast.BasicLit { return p.strings }

// Callers returns the package's own static calls of fn, in source order.
func (p *Package) Callers(fn *types.Func) []inspector.Cursor { return p.callers[fn] }

// IsValue reports whether the package uses a function in another way than to
// call it.
func (p *Package) IsValue(fn *types.Func) bool { return slices.Contains(p.values, fn) }

// Declares reports whether the package has the body of fn.
func (p *Package) Declares(fn *types.Func) bool {
	_, ok := p.decls[fn]
	return ok
}

// Decl returns the declaration of a function of the package that has a body.
func (p *Package) Decl(fn *types.Func) (*ast.FuncDecl, bool) {
	cur, ok := p.decls[fn]
	if !ok {
		return nil, false
	}
	return cur.Node().(*ast.FuncDecl), true
}

// Uses returns the identifiers that denote obj, the defining one included,
// in source order.
func (p *Package) Uses(obj types.Object) []inspector.Cursor { return p.uses[obj] }

// ObjectOf returns the object that id denotes, nil if unknown. Objects of
// instantiated generic types and functions are those of the generic one.
func (p *Package) ObjectOf(id *ast.Ident) types.Object {
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

// TypeOf returns the type of e, nil if unknown.
func (p *Package) TypeOf(e ast.Expr) types.Type { return p.Info.TypeOf(e) }
