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
			if fn := p.named(n); fn != nil && fn.Pkg() == pkg {
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

// Callee returns the function or method that a call calls: the one that it
// names, or the one that a function value is known to be. It is nil for a
// conversion, a builtin, a literal, and a method value, whose receiver is not
// in the call. Methods of interfaces are returned too.
func (p *Package) Callee(call *ast.CallExpr) *types.Func {
	if fn := p.named(call); fn != nil || len(p.ValuesFor(call)) == 0 {
		return fn
	}
	fn, bound := p.trace.Called(call, p.trace.Frame(call))
	if bound {
		return nil
	}
	return fn
}

// named returns the function or method that a call names.
func (p *Package) named(call *ast.CallExpr) *types.Func {
	fun := ast.Unparen(call.Fun)
	switch ix := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(ix.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(ix.X)
	}
	var id *ast.Ident
	switch fun := fun.(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return nil
	}
	fn, _ := p.ObjectOf(id).(*types.Func)
	return fn
}

// namesCallee reports whether an identifier names the function that a call
// calls.
func namesCallee(cur inspector.Cursor) bool {
	for {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.SelectorExpr_Sel, edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
			cur = cur.Parent()
		default:
			return kind == edge.CallExpr_Fun
		}
	}
}

// Builtin returns the name of the function of the language that is called, ""
// if it is another one.
func (p *Package) Builtin(call *ast.CallExpr) string {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return ""
	}
	b, ok := p.Info.Uses[id].(*types.Builtin)
	if !ok {
		return ""
	}
	return b.Name()
}

// TypeOf returns the type of e, nil if unknown.
func (p *Package) TypeOf(e ast.Expr) types.Type { return p.Info.TypeOf(e) }

// IsConversion reports whether call converts its one argument to a type.
func (p *Package) IsConversion(call *ast.CallExpr) bool {
	tv, ok := p.Info.Types[call.Fun]
	return ok && tv.IsType() && len(call.Args) == 1
}

// Cursor returns the cursor of a node of the package.
func (p *Package) Cursor(n ast.Node) (inspector.Cursor, bool) {
	i, ok := p.index[n]
	if !ok {
		return inspector.Cursor{}, false
	}
	return p.root.Inspector().At(i), true
}

// Argument returns the expression that the call of f passes for the
// parameter or receiver v of f's function, nil if that is no one expression.
func (p *Package) Argument(f *Frame, v *types.Var) ast.Expr {
	if f == nil || f.Call == nil {
		return nil
	}
	index, ok := p.param(f.Func, v)
	switch sel, isSel := ast.Unparen(f.Call.Fun).(*ast.SelectorExpr); {
	case !ok || f.Call.Ellipsis.IsValid():
		return nil
	case index < 0 && isSel:
		return sel.X
	case index < 0 || index >= len(f.Call.Args):
		return nil
	}
	return f.Call.Args[index]
}

// IsRangeVar reports whether e is a variable that a range loop sets.
func (p *Package) IsRangeVar(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	return p.ranged[p.ObjectOf(id)]
}

// IsConstantParam reports whether v is a parameter of fn that is never
// given another value, nor has its address taken.
func (p *Package) IsConstantParam(fn ast.Node, v *types.Var) bool {
	_, ok := p.param(fn, v)
	return ok && !p.changed[v] && !p.ranged[v]
}

// File returns the file that a node is in.
func (p *Package) File(n ast.Node) *ast.File {
	i, found := slices.BinarySearchFunc(p.sorted, n.Pos(), func(f *ast.File, pos token.Pos) int { return cmp.Compare(f.FileStart, pos) })
	if !found {
		i--
	}
	if i < 0 || n.Pos() >= p.sorted[i].FileEnd {
		return nil
	}
	return p.sorted[i]
}

// Rank orders the nodes of a package: by the order of its files, and by
// their order in the file. Positions do not, because drivers parse files in
// any order.
func (p *Package) Rank(n ast.Node) int { return int(p.index[n]) }

// function returns the innermost function around cur: an *ast.FuncDecl or
// *ast.FuncLit, or nil at package level.
func function(cur inspector.Cursor) ast.Node {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c.Node()
	}
	return nil
}

// Function returns the innermost function around n: an *ast.FuncDecl or
// *ast.FuncLit, or nil at package level.
func (p *Package) Function(n ast.Node) ast.Node {
	if cur, ok := p.Cursor(n); ok {
		return function(cur)
	}
	return nil
}

// OuterFunction returns the declared function around n, nil at package level.
func (p *Package) OuterFunction(n ast.Node) ast.Node {
	if cur, ok := p.Cursor(n); ok {
		for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
			return c.Node()
		}
	}
	return nil
}

// FuncOf returns the object of a declared function, nil for a literal.
func (p *Package) FuncOf(fn ast.Node) *types.Func {
	if decl, ok := fn.(*ast.FuncDecl); ok {
		obj, _ := p.Info.Defs[decl.Name].(*types.Func)
		return obj
	}
	return nil
}

func funcType(fn ast.Node) (*ast.FuncType, *ast.BlockStmt) {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Type, fn.Body
	case *ast.FuncLit:
		return fn.Type, fn.Body
	}
	return nil, nil
}

// param finds v among the parameters of fn. It returns the index, or -1 for
// the receiver.
func (p *Package) param(fn ast.Node, v *types.Var) (index int, ok bool) {
	ftype, _ := funcType(fn)
	if ftype == nil {
		return 0, false
	}
	if decl, ok := fn.(*ast.FuncDecl); ok && decl.Recv != nil {
		for _, f := range decl.Recv.List {
			for _, id := range f.Names {
				if p.Info.Defs[id] == v {
					return -1, true
				}
			}
		}
	}
	i := 0
	for _, f := range ftype.Params.List {
		for _, id := range f.Names {
			if p.Info.Defs[id] == v {
				return i, true
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
	}
	return 0, false
}

// Decl returns the declaration of a function of the package that has a body.
func (p *Package) Decl(fn *types.Func) (*ast.FuncDecl, bool) {
	cur, ok := p.decls[fn]
	if !ok {
		return nil, false
	}
	return cur.Node().(*ast.FuncDecl), true
}

// Assigned returns what is assigned to a variable by its definition and
// later: nil for what is no one expression, such as a parameter or one of
// several results. A definition without a value is left out.
func (p *Package) Assigned(v *types.Var) []ast.Expr {
	var out []ast.Expr
	for _, cur := range p.uses[v] {
		kind, idx := cur.ParentEdge()
		switch parent := cur.Parent().Node().(type) {
		case *ast.AssignStmt:
			if kind != edge.AssignStmt_Lhs {
				continue
			}
			if len(parent.Lhs) == len(parent.Rhs) && (parent.Tok == token.ASSIGN || parent.Tok == token.DEFINE) {
				out = append(out, parent.Rhs[idx])
			} else if a, ok := ast.Unparen(parent.Rhs[0]).(*ast.TypeAssertExpr); ok && idx == 0 {
				out = append(out, a) // x, ok = y.(T)
			} else {
				out = append(out, nil)
			}
		case *ast.ValueSpec:
			if kind != edge.ValueSpec_Names || len(parent.Values) == 0 {
				continue
			}
			if len(parent.Values) == len(parent.Names) {
				out = append(out, parent.Values[idx])
			} else {
				out = append(out, nil)
			}
		case *ast.RangeStmt:
			if kind == edge.RangeStmt_Key || kind == edge.RangeStmt_Value {
				out = append(out, nil)
			}
		case *ast.Field:
			out = append(out, nil)
		case *ast.UnaryExpr:
			if parent.Op == token.AND {
				out = append(out, nil)
			}
		}
	}
	return out
}
