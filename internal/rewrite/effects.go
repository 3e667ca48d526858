package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/origin"
)

// A grade says what evaluating an expression involves; the higher, the less
// may be done with it.
type grade int

const (
	none   grade = iota - 1 // nothing may be done with it
	free                    // the same wherever it is evaluated
	reads                   // reads memory that others may write
	builds                  // makes or changes an object of a token library or its own
	acts                    // has side effects, or may have
)

// effects grades the expressions of a package.
type effects struct {
	pkg     *origin.Package
	capable *knowledge.Index[*knowledge.Capability, knowledge.CapabilityFunc]
	jwts    *knowledge.Index[*knowledge.JWT, knowledge.JWTFunc]
	bodies  map[*types.Func]grade
}

func newEffects(pkg *origin.Package) *effects {
	return &effects{
		pkg:     pkg,
		capable: knowledge.NewIndex[*knowledge.Capability, knowledge.CapabilityFunc](knowledge.Capabilities),
		jwts:    knowledge.NewIndex[*knowledge.JWT, knowledge.JWTFunc](knowledge.JWTs),
		bodies:  make(map[*types.Func]grade),
	}
}

// of grades an expression, or the expressions of a statement.
func (x *effects) of(n ast.Node) grade {
	g := free
	if n == nil {
		return g
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			g = max(g, reads)
			return false // it is made, not called
		case *ast.CallExpr:
			g = max(g, x.call(n))
			if g == free && x.readsOperands(n) {
				g = reads
			}
		case *ast.UnaryExpr:
			switch n.Op {
			case token.ARROW:
				g = acts
			case token.AND:
				g = max(g, reads)
			}
		case *ast.StarExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.TypeAssertExpr:
			if e := n.(ast.Expr); !x.isType(e) {
				g = max(g, reads)
			}
		case *ast.SelectorExpr:
			if sel, ok := x.pkg.Info.Selections[n]; ok && sel.Kind() == types.FieldVal && !x.isPart(n) {
				g = max(g, reads)
			}
		case *ast.Ident:
			if v, ok := x.pkg.ObjectOf(n).(*types.Var); ok && !v.IsField() && x.isGlobal(v) {
				g = max(g, reads)
			}
		}
		return g < acts
	})
	return g
}

// readsOperands reports whether a call may read what an operand refers to.
func (x *effects) readsOperands(call *ast.CallExpr) bool {
	refers := func(e ast.Expr) bool {
		tv, ok := x.pkg.Info.Types[e]
		if !ok || tv.Value != nil || tv.IsNil() || tv.IsType() || tv.Type == nil || origin.IsNamed(tv.Type, "time", "Time") {
			return false
		}
		switch u := tv.Type.Underlying().(type) {
		case *types.Basic:
			return false
		case *types.Tuple:
			return u.Len() > 0
		}
		return true
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s, isMethod := x.pkg.Info.Selections[sel]; isMethod && s.Kind() == types.MethodVal && refers(sel.X) {
			return true
		}
	}
	return slices.ContainsFunc(call.Args, refers)
}

// isPart reports whether a selector denotes a part of a local variable, not
// of what it points to.
func (x *effects) isPart(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := x.pkg.ObjectOf(e).(*types.Var)
		return ok && !v.IsField() && !x.isGlobal(v)
	case *ast.SelectorExpr:
		sel, ok := x.pkg.Info.Selections[e]
		return ok && sel.Kind() == types.FieldVal && !sel.Indirect() && x.isPart(e.X)
	}
	return false
}

func (x *effects) isType(e ast.Expr) bool {
	tv, ok := x.pkg.Info.Types[e]
	return ok && tv.IsType()
}

func (x *effects) isGlobal(v *types.Var) bool {
	return v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// call grades a call, without its arguments.
func (x *effects) call(call *ast.CallExpr) grade {
	if x.pkg.IsConversion(call) {
		return free
	}
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		if b, ok := x.pkg.Info.Uses[id].(*types.Builtin); ok {
			switch b.Name() {
			case "len", "cap", "min", "max", "append", "make", "new", "complex", "real", "imag":
				return free
			}
			return acts
		}
	}
	fn := x.pkg.Callee(call)
	if x.isClock(call) && (fn == nil || !x.pkg.Declares(fn)) {
		return free
	}
	if fn == nil {
		return acts
	}
	if x.isListed(fn) {
		return builds
	}
	if fn.Pkg() == nil {
		if fn.Name() == "Error" {
			return reads
		}
		return acts
	}
	if x.pkg.Declares(fn) {
		return x.body(fn)
	}
	if slices.ContainsFunc(knowledge.Capabilities, func(lib *knowledge.Capability) bool { return lib.MakesClient(fn) }) {
		return builds
	}
	if (strings.HasPrefix(fn.Name(), "New") || strings.HasPrefix(fn.Name(), "Get")) && slices.ContainsFunc(knowledge.JWTs, func(lib *knowledge.JWT) bool { return lib.Has(fn.Pkg().Path()) }) {
		return builds // a date, say, or a method of signing
	}
	if x.prints(call, fn) {
		return acts
	}
	return std(fn)
}

// isListed reports whether the tables of libraries know a function.
func (x *effects) isListed(fn *types.Func) bool {
	if _, ok := x.capable.Lookup(fn); ok {
		return fn.Pkg() != nil
	}
	_, ok := x.jwts.Lookup(fn)
	return ok && fn.Pkg() != nil && !isStd(fn.Pkg().Path())
}

// prints reports whether a call makes text of what has a method for that in
// the package.
func (x *effects) prints(call *ast.CallExpr, fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Pkg().Path() != "fmt" {
		return false
	}
	return slices.ContainsFunc(call.Args, func(e ast.Expr) bool {
		t := x.pkg.TypeOf(e)
		if t == nil {
			return true
		}
		for _, name := range []string{"String", "Error", "Format", "GoString"} {
			if m, _, _ := types.LookupFieldOrMethod(t, true, x.pkg.Types, name); m != nil && m.Pkg() == x.pkg.Types {
				return true
			}
		}
		return false
	})
}

// isClock reports whether a call asks for the time: of a function that is
// called so, has no parameters, and returns a time.
func (x *effects) isClock(call *ast.CallExpr) bool {
	var name string
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		name = fun.Name
	case *ast.SelectorExpr:
		name = fun.Sel.Name
	}
	t := x.pkg.TypeOf(call)
	return strings.EqualFold(name, "now") && len(call.Args) == 0 && t != nil && origin.IsNamed(t, "time", "Time")
}

// std grades functions of the standard library; what it does not know acts.
func std(fn *types.Func) grade {
	method := funcname.Method(fn)
	for param := range fn.Signature().Params().Variables() {
		if _, isFunc := param.Type().Underlying().(*types.Signature); isFunc {
			return acts // it calls that
		}
	}
	for _, prefix := range []string{"Unmarshal", "GobDecode", "WriteTo", "ReadFrom", "Append", "EncodeRune", "Scan"} {
		if strings.HasPrefix(fn.Name(), prefix) {
			return acts // writes to an operand
		}
	}
	switch fn.Pkg().Path() {
	case "errors":
		if fn.Name() == "As" {
			return acts
		}
		return free
	case "encoding/hex", "encoding/base64":
		switch fn.Name() {
		case "EncodeToString", "DecodeString", "EncodedLen", "DecodedLen", "WithPadding", "Strict", "NewEncoding":
			return free
		}
		return acts
	case "strings", "bytes", "strconv", "path", "html", "unicode", "unicode/utf8", "cmp", "math":
		if recv, _ := funcname.Receiver(fn); recv != "" {
			return builds // a builder
		}
		return free
	case "fmt":
		if strings.HasPrefix(fn.Name(), "Sprint") || fn.Name() == "Errorf" {
			return free
		}
	case "net/url":
		switch method {
		case "Values.Set", "Values.Add", "Values.Del":
			return builds
		case "Values.Get", "Values.Has", "Values.Encode":
			return reads
		}
		return free
	case "encoding/json":
		if fn.Name() == "Marshal" || fn.Name() == "MarshalIndent" {
			return reads
		}
	case "time":
		switch method {
		case "Sleep", "AfterFunc", "NewTimer", "NewTicker", "After", "Tick", "LoadLocation":
			return acts
		}
		if recv, _ := funcname.Receiver(fn); recv == "" || recv == "Time" || recv == "Duration" {
			return free
		}
	case "os":
		if fn.Name() == "Getenv" || fn.Name() == "LookupEnv" {
			return reads
		}
	case "net/http":
		switch method {
		case "Request.FormValue", "Request.PostFormValue", "Request.PathValue", "Request.UserAgent", "Request.Referer",
			"Request.Cookie", "Header.Get", "Request.Context":
			return reads
		}
	case "crypto/hmac", "crypto/sha256":
		return builds
	case "maps", "slices":
		if fn.Name() == "Clone" || fn.Name() == "Contains" {
			return reads
		}
	}
	return acts
}

// body grades a function of the package: it reads if all it does is to work
// on variables of its own, and acts else.
func (x *effects) body(fn *types.Func) grade {
	if g, ok := x.bodies[fn]; ok {
		return g
	}
	x.bodies[fn] = acts // should it call itself
	decl, ok := x.pkg.Decl(fn)
	if !ok {
		return acts
	}
	g := reads
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt, *ast.DeferStmt, *ast.SendStmt, *ast.SelectStmt, *ast.FuncLit:
			g = acts
		case *ast.CallExpr:
			g = max(g, x.call(n))
			if x.call(n) == builds && !x.onOwn(n, decl) {
				g = acts
			}
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				g = acts
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if !x.isOwn(lhs, decl) {
					g = acts
				}
			}
		case *ast.IncDecStmt:
			if !x.isOwn(n.X, decl) {
				g = acts
			}
		case *ast.ForStmt:
			if n.Cond == nil {
				g = acts
			}
		case *ast.RangeStmt:
			switch t := x.pkg.TypeOf(n.X); {
			case t == nil:
				g = acts
			default:
				switch t.Underlying().(type) {
				case *types.Chan, *types.Signature:
					g = acts
				}
			}
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil && !x.isOwn(e, decl) {
					g = acts
				}
			}
		}
		return g < acts
	})
	x.bodies[fn] = g
	return g
}

// onOwn reports whether a method call is on a variable of the function, or
// is none.
func (x *effects) onOwn(call *ast.CallExpr, decl *ast.FuncDecl) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	if _, isMethod := x.pkg.Info.Selections[sel]; !isMethod {
		return true
	}
	id := root(sel.X)
	if id == nil {
		return x.makes(sel.X)
	}
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	return ok && decl.Body.Pos() <= v.Pos() && v.Pos() < decl.Body.End() && x.isFresh(v)
}

// isOwn reports whether assigning to e changes a variable of the function
// only, and what it alone holds.
func (x *effects) isOwn(e ast.Expr, decl *ast.FuncDecl) bool {
	id := root(e)
	if id == nil {
		return x.makes(e)
	}
	if id.Name == "_" {
		return true
	}
	v, ok := x.pkg.ObjectOf(id).(*types.Var)
	if !ok || v.Pos() < decl.Body.Pos() || decl.Body.End() <= v.Pos() {
		return id == ast.Unparen(e) && ok && decl.Pos() <= v.Pos() && v.Pos() < decl.End()
	}
	return id == ast.Unparen(e) || x.isFresh(v) && x.isWithin(e)
}

// isWithin reports whether an expression denotes a part of what its root
// holds, not of something that this points to.
func (x *effects) isWithin(e ast.Expr) bool {
	var inner ast.Expr
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		if sel, ok := x.pkg.Info.Selections[e]; ok && len(sel.Index()) > 1 {
			return false // promoted, through a pointer maybe
		}
		inner = e.X
	case *ast.IndexExpr:
		inner = e.X
	case *ast.StarExpr:
		inner = e.X
	case *ast.TypeAssertExpr:
		inner = e.X
	default:
		return false
	}
	if _, isRoot := ast.Unparen(inner).(*ast.Ident); isRoot {
		return true
	}
	t := x.pkg.TypeOf(inner)
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return x.isWithin(inner)
	}
	return false
}

// isFresh reports whether a variable holds what nothing else refers to: a
// value, or an object that was made for it.
func (x *effects) isFresh(v *types.Var) bool {
	for _, e := range x.pkg.Assigned(v) {
		if e == nil || !x.makes(e) {
			return false
		}
	}
	return true
}

// makes reports whether an expression yields a new object, or no object.
func (x *effects) makes(e ast.Expr) bool {
	e = ast.Unparen(e)
	if tv, ok := x.pkg.Info.Types[e]; ok && tv.Value != nil {
		return true
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		_, isLit := ast.Unparen(e.X).(*ast.CompositeLit)
		return e.Op == token.AND && isLit
	case *ast.CallExpr:
		if x.pkg.IsConversion(e) {
			return x.makes(e.Args[0])
		}
		if id, ok := ast.Unparen(e.Fun).(*ast.Ident); ok {
			if b, ok := x.pkg.Info.Uses[id].(*types.Builtin); ok {
				return b.Name() == "make" || b.Name() == "new" || b.Name() == "append" && x.makesOrOwn(e)
			}
		}
		if fn := x.pkg.Callee(e); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "bytes" && !strings.HasPrefix(fn.Name(), "New") {
			break // a part of its argument
		}
		if g := x.call(e); g == free || g == builds && (x.pkg.Callee(e) == nil || !x.pkg.Declares(x.pkg.Callee(e))) {
			return true
		}
	}
	switch t := x.pkg.TypeOf(e); u := t.(type) {
	case nil:
		return false
	default:
		_, isBasic := u.Underlying().(*types.Basic)
		return isBasic
	}
}

// makesOrOwn reports whether append extends a slice that is new, or the one
// that it is assigned to.
func (x *effects) makesOrOwn(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	_, isIdent := ast.Unparen(call.Args[0]).(*ast.Ident)
	return isIdent || x.makes(call.Args[0])
}

// root returns the variable at the start of a chain of selectors, indices,
// and assertions, nil if there is none.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		default:
			return nil
		}
	}
}
