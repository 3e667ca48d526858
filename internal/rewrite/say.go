package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/captoken/captoken/internal/origin"
	"github.com/captoken/captoken/internal/scope"
)

// A saying is an expression as it is to be written at a place.
type saying struct {
	text    string
	carried []ast.Expr // the expressions whose source is in text
	grade   grade
	from    ast.Expr // where the function of the place has it; nil if it is new
	late    bool     // must not be kept in a variable: what it refers to may change
}

// say writes a value at a place: the first of the ways to write it that
// means the same there. It reports false if there is none.
func (p *plan) say(v *origin.Value, at place) (saying, bool) {
	for w := v; w != nil; w = w.Args[0] {
		if e := w.Expr; e != nil && w.Frame != nil && w.Op != origin.Unknown && p.isOneValue(e) && !p.isKey(e) {
			if s, ok := p.write(ast.Unparen(e), w.Frame, at, 0); ok && s.grade <= p.bearable(s, at) {
				return s, true
			}
		}
		if w.Op != origin.Via || len(w.Args) != 1 {
			break
		}
	}
	if text, ok := v.StringConst(); ok {
		return saying{text: strconv.Quote(text)}, true
	}
	return saying{}, false
}

func (p *plan) isOneValue(e ast.Expr) bool {
	_, isTuple := p.env.pkg.TypeOf(e).(*types.Tuple)
	return !isTuple
}

// isKey reports whether an expression is the conversion of a key to bytes.
func (p *plan) isKey(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !p.env.pkg.IsConversion(call) {
		return false
	}
	t := p.env.pkg.TypeOf(call)
	if t == nil {
		return false
	}
	_, isSlice := t.Underlying().(*types.Slice)
	return isSlice
}

// write writes an expression of frame f at a place.
func (p *plan) write(e ast.Expr, f *origin.Frame, at place, depth int) (saying, bool) {
	pkg := p.env.pkg
	src := p.env.fileOf(e)
	if src == nil || depth > maxDepth {
		return saying{}, false
	}
	out := saying{carried: []ast.Expr{e}, grade: p.env.effects.of(e), from: p.inFunction(e, f, at)}
	if out.from == nil {
		return saying{}, false
	}
	type change struct {
		id   *ast.Ident
		text string
	}
	var changes []change
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		if _, isFunc := n.(*ast.FuncLit); isFunc {
			ok = false // there may be anything in it
		}
		id, isIdent := n.(*ast.Ident)
		if !isIdent || !ok {
			return ok
		}
		obj := pkg.Info.Uses[id]
		v, isVar := obj.(*types.Var)
		switch {
		case obj == nil || isVar && v.IsField() || e.Pos() <= obj.Pos() && obj.Pos() < e.End():
			return true
		case p.isSelected(id):
			return true
		}
		if isVar && !p.env.effects.isGlobal(v) && at.lookup(pkg, id.Name) != obj {
			// Have: a variable of another function, or of another block.
			arg := pkg.Argument(f, v)
			if arg == nil || !pkg.IsConstantParam(f.Func, v) || p.isWritten(v) {
				ok = false
				return false
			}
			inner, can := p.write(ast.Unparen(arg), f.Caller, at, depth+1)
			if !can || !p.isOfType(arg, v.Type()) {
				ok = false
				return false
			}
			text := inner.text
			if kind, _ := p.parentEdge(id); kind != edge.CallExpr_Args && ast.Unparen(e) != id && !isOperand(arg) {
				text = "(" + text + ")"
			}
			changes = append(changes, change{id, text})
			out.carried = append(out.carried, inner.carried...)
			out.grade = max(out.grade, inner.grade)
			return true
		}
		if !p.visible(id.Name, obj, at) {
			ok = false
		}
		if isVar && ok {
			out.grade = max(out.grade, p.settled(v, out.from, at))
		}
		return ok
	})
	if !ok {
		return saying{}, false
	}
	if out.from != e && (out.grade == acts || out.grade > free && !p.readsOnly(f, at)) {
		return saying{}, false
	}
	start := src.offset(e.Pos())
	text := src.text(e)
	for i := len(changes) - 1; i >= 0; i-- {
		c := changes[i]
		off := src.offset(c.id.Pos()) - start
		text = text[:off] + c.text + text[off+len(c.id.Name):]
	}
	out.text = text
	return out, true
}

const maxDepth = 10

// isOfType reports whether an expression, wherever it stands, has a type: a
// constant may take another.
func (p *plan) isOfType(e ast.Expr, t types.Type) bool {
	tv, ok := p.env.pkg.Info.Types[ast.Unparen(e)]
	return ok && types.Identical(tv.Type, t) && (tv.Value == nil || types.Identical(t, types.Typ[types.String]))
}

// isOperand reports whether an expression binds as closely as a name.
func isOperand(e ast.Expr) bool {
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.BasicLit, *ast.IndexExpr, *ast.CompositeLit:
		return true
	}
	return false
}

// isSelected reports whether an identifier is looked up in what is in front
// of it.
func (p *plan) isSelected(id *ast.Ident) bool {
	kind, _ := p.parentEdge(id)
	return kind == edge.SelectorExpr_Sel
}

// inFunction returns the expression in the function of the place in whose
// evaluation e of frame f is evaluated: e itself, or the call by which its
// function is reached; nil if it is not reached from there.
func (p *plan) inFunction(e ast.Expr, f *origin.Frame, at place) ast.Expr {
	decl := p.env.pkg.OuterFunction(at.stmt)
	for ; f != nil; f = f.Caller {
		if f.Func == nil || p.env.pkg.OuterFunction(e) == decl {
			return e
		}
		if f.Call == nil {
			return nil
		}
		e = f.Call
	}
	return nil
}

// readsOnly reports whether the functions by which frame f is reached do
// nothing that could change what expressions read.
func (p *plan) readsOnly(f *origin.Frame, at place) bool {
	decl := p.env.pkg.OuterFunction(at.stmt)
	for ; f != nil && f.Func != decl; f = f.Caller {
		fn := p.env.pkg.FuncOf(f.Func)
		if fn == nil || p.env.effects.body(fn) > reads {
			return false
		}
	}
	return true
}

// visible reports whether a name means obj at a place.
func (p *plan) visible(name string, obj types.Object, at place) bool {
	there := at.lookup(p.env.pkg, name)
	if pn, ok := obj.(*types.PkgName); ok {
		other, isPkg := there.(*types.PkgName)
		return isPkg && other.Imported() == pn.Imported()
	}
	return there == obj
}

// settled grades a variable: free if it holds at a place what it holds where
// from is evaluated, reads if it does so unless something in between has a
// side effect, and higher if it does not.
func (p *plan) settled(v *types.Var, from ast.Expr, at place) grade {
	if p.env.effects.isGlobal(v) {
		return reads
	}
	pkg := p.env.pkg
	sameFunc := pkg.Function(from) == at.fn
	g := free
	for _, cur := range pkg.Uses(v) {
		id := cur.Node().(*ast.Ident)
		if pkg.Info.Defs[id] != nil {
			continue
		}
		switch written(pkg, cur) {
		case wholly:
			switch {
			case !sameFunc, from.Pos() <= id.Pos() && id.Pos() < at.stmt.Pos(), p.comesRound(id, from, at):
				g = builds
			case pkg.Function(id) != at.fn:
				g = max(g, reads)
			}
		case byOthers:
			g = max(g, reads)
		}
	}
	return g
}

// isWritten reports whether anything changes a variable, or a part of it.
func (p *plan) isWritten(v *types.Var) bool {
	return slices.ContainsFunc(p.env.pkg.Uses(v), func(cur inspector.Cursor) bool {
		return p.env.pkg.Info.Defs[cur.Node().(*ast.Ident)] == nil && written(p.env.pkg, cur) != never
	})
}

// A writing says how code at a variable changes it.
type writing int

const (
	never writing = iota
	wholly
	byOthers // its address is taken
)

// written tells how the code at a use of a variable changes it.
func written(pkg *origin.Package, cur inspector.Cursor) writing {
	for {
		kind, _ := cur.ParentEdge()
		parent := cur.Parent()
		switch kind {
		case edge.AssignStmt_Lhs, edge.IncDecStmt_X, edge.RangeStmt_Key, edge.RangeStmt_Value:
			return wholly
		case edge.UnaryExpr_X:
			if parent.Node().(*ast.UnaryExpr).Op == token.AND {
				return byOthers
			}
			return never
		case edge.ParenExpr_X:
		case edge.SelectorExpr_X:
			sel, ok := pkg.Info.Selections[parent.Node().(*ast.SelectorExpr)]
			switch {
			case !ok || sel.Indirect() && sel.Kind() == types.FieldVal:
				return never // something that it points to
			case sel.Kind() == types.MethodVal:
				_, isPtr := sel.Obj().(*types.Func).Signature().Recv().Type().(*types.Pointer)
				if _, held := sel.Recv().Underlying().(*types.Pointer); isPtr && !held {
					return byOthers
				}
				return never
			}
		case edge.SliceExpr_X:
			if _, isArray := pkg.TypeOf(cur.Node().(ast.Expr)).Underlying().(*types.Array); isArray {
				return byOthers
			}
			return never
		case edge.IndexExpr_X:
			if _, isArray := pkg.TypeOf(cur.Node().(ast.Expr)).Underlying().(*types.Array); !isArray {
				return never
			}
		default:
			return never
		}
		cur = parent
	}
}

func (p *plan) parentEdge(n ast.Node) (edge.Kind, int) {
	cur, ok := p.env.pkg.Cursor(n)
	if !ok {
		return edge.Invalid, 0
	}
	return cur.ParentEdge()
}

// comesRound reports whether a node is in a loop around the place that from
// is not in: what stands behind the place there runs before it, the next
// time.
func (p *plan) comesRound(n ast.Node, from ast.Expr, at place) bool {
	cur, ok := p.env.pkg.Cursor(at.stmt)
	if !ok {
		return true
	}
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if contains(loop.Node(), n) && !repeats(loop.Node(), from) {
			return true
		}
	}
	return false
}

// repeats reports whether a loop evaluates a node in it again and again.
func repeats(loop, n ast.Node) bool {
	switch loop := loop.(type) {
	case *ast.RangeStmt:
		return contains(loop, n) && !contains(loop.X, n)
	case *ast.ForStmt:
		return contains(loop, n) && (loop.Init == nil || !contains(loop.Init, n))
	}
	return false
}

// bearable returns the highest grade with which an expression can be
// written at a place, instead of where it is.
func (p *plan) bearable(s saying, at place) grade {
	if p.leavesLoop(s, at) {
		return none
	}
	home, ok := placeOf(p.env.pkg, s.from)
	if !ok {
		if s.from.Pos() < at.stmt.Pos() || at.stmt.End() < s.from.End() {
			return free
		}
		return acts // in the statement itself
	}
	home.file = at.file
	if home.stmt == at.stmt {
		return acts
	}
	if home.encloses(at) && p.canHoist(s, home) {
		return acts // it can be kept in a variable, where it is evaluated now
	}
	if home.fn == at.fn && p.quiet(s, at) {
		return reads
	}
	return free
}

// leavesLoop reports whether an expression with variables is in a loop, or in
// a closure, that the place is not in: it has had several values by then, or
// none.
func (p *plan) leavesLoop(s saying, at place) bool {
	cur, ok := p.env.pkg.Cursor(s.from)
	if !ok {
		return true
	}
	out := false
	for loop := range cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil)) {
		_, isFunc := loop.Node().(*ast.FuncLit) // which may have run before, or not at all
		if !contains(loop.Node(), at.stmt) && (isFunc || repeats(loop.Node(), s.from)) {
			out = true
		}
	}
	if !out {
		return false
	}
	varies := false
	for _, e := range s.carried {
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				_, isVar := p.env.pkg.ObjectOf(id).(*types.Var)
				varies = varies || isVar
			}
			return !varies
		})
	}
	return varies
}

// canHoist reports whether an expression means the same right before the
// statement that it is in.
func (p *plan) canHoist(s saying, home place) bool {
	if s.late {
		return false
	}
	for _, e := range s.carried {
		if !contains(s.from, e) {
			continue
		}
		same := true
		ast.Inspect(e, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return same
			}
			obj := p.env.pkg.Info.Uses[id]
			if v, isVar := obj.(*types.Var); obj == nil || p.isSelected(id) || isVar && v.IsField() {
				return same
			}
			same = same && p.visible(id.Name, obj, home)
			return same
		})
		if !same {
			return false
		}
	}
	return true
}

// quiet reports whether nothing that runs between an expression and a place
// in the same function can change what it reads.
func (p *plan) quiet(s saying, at place) bool {
	pkg := p.env.pkg
	if at.fn == nil || s.from == nil || s.from.End() > at.stmt.Pos() {
		return false
	}
	cur, ok := pkg.Cursor(at.fn)
	if !ok || jumps(cur) {
		return false
	}
	quiet := true
	ast.Inspect(at.fn, func(n ast.Node) bool {
		if n == nil || !quiet {
			return false
		}
		if lit, isFunc := n.(*ast.FuncLit); isFunc && lit != at.fn {
			return false // made, not called
		}
		between := s.from.End() <= n.Pos() && n.Pos() < at.stmt.Pos() || p.comesRound(n, s.from, at)
		if between && p.mayChange(n, s) {
			quiet = false
		}
		return quiet
	})
	return quiet
}

// mayChange reports whether a node, by itself, may change what an expression
// reads.
func (p *plan) mayChange(n ast.Node, s saying) bool {
	pkg := p.env.pkg
	assigned := func(e ast.Expr) bool {
		id, isIdent := ast.Unparen(e).(*ast.Ident)
		if !isIdent {
			return p.readsLike(s, e)
		}
		if id.Name == "_" {
			return false
		}
		v, ok := pkg.ObjectOf(id).(*types.Var)
		if !ok || p.env.effects.isGlobal(v) {
			return true
		}
		return slices.ContainsFunc(pkg.Uses(v), func(cur inspector.Cursor) bool { return written(pkg, cur) == byOthers })
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && id.Name == "append" && len(n.Args) > 0 {
			return p.readsLike(s, &ast.IndexExpr{X: n.Args[0]}) // it may write into a shared array
		}
		switch p.env.effects.call(n) {
		case acts:
			return true
		case builds:
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && pkg.Info.Selections[sel] != nil {
				if fn := pkg.Callee(n); fn != nil && !p.env.effects.isListed(fn) && !p.isOwnVariable(sel.X) {
					return true
				}
				return p.readsLike(s, &ast.IndexExpr{X: sel.X})
			}
		}
	case *ast.UnaryExpr:
		return n.Op == token.ARROW
	case *ast.SendStmt, *ast.SelectStmt, *ast.GoStmt:
		return true
	case *ast.AssignStmt:
		return slices.ContainsFunc(n.Lhs, assigned)
	case *ast.IncDecStmt:
		return assigned(n.X)
	case *ast.RangeStmt:
		switch t := pkg.TypeOf(n.X); {
		case t == nil:
			return true
		default:
			switch t.Underlying().(type) {
			case *types.Chan, *types.Signature:
				return true
			}
		}
		return n.Key != nil && assigned(n.Key) || n.Value != nil && assigned(n.Value)
	}
	return false
}

// isOwnVariable reports whether an expression is a local variable that holds
// an object of its own.
func (p *plan) isOwnVariable(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := p.env.pkg.ObjectOf(id).(*types.Var)
	return ok && !p.env.effects.isGlobal(v) && p.env.effects.isFresh(v)
}

// readsLike reports whether an expression reads something of the type of
// which target is a part: it may be the same.
func (p *plan) readsLike(s saying, target ast.Expr) bool {
	pkg := p.env.pkg
	var whole ast.Expr
	switch e := ast.Unparen(target).(type) {
	case *ast.SelectorExpr:
		whole = e.X
	case *ast.IndexExpr:
		whole = e.X
	default:
		return true
	}
	base := func(t types.Type) types.Type {
		if t == nil {
			return nil
		}
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		if array, ok := t.Underlying().(*types.Array); ok {
			t = types.NewSlice(array.Elem()) // of which it may be
		}
		return t
	}
	typ := base(pkg.TypeOf(whole))
	if typ == nil {
		return true
	}
	like := false
	for _, e := range s.carried {
		ast.Inspect(e, func(n ast.Node) bool {
			x, ok := n.(ast.Expr)
			if !ok || like {
				return !like
			}
			if call, isCall := x.(*ast.CallExpr); isCall {
				if fn := pkg.Callee(call); fn != nil && pkg.Declares(fn) {
					like = true // it may read anything
				}
			}
			if t := base(pkg.TypeOf(x)); t != nil && types.Identical(t, typ) {
				like = true
			}
			return !like
		})
	}
	return like
}

// sayString writes a value that is text at a place.
func (p *plan) sayString(v *origin.Value, at place) (saying, bool) {
	if p.site.ByHand && encodes(v) {
		return saying{}, false
	}
	s, ok := p.say(v, at)
	if !ok || len(s.carried) == 0 {
		return s, ok
	}
	if p.site.ByHand && slices.ContainsFunc(s.carried, p.callsEncoder) {
		return saying{}, false
	}
	// A verb of fmt may have made text of something else.
	t := p.env.pkg.TypeOf(s.carried[0])
	switch {
	case t == nil:
		return saying{}, false
	case types.Identical(types.Default(t), types.Typ[types.String]):
		return s, true
	}
	b, isBasic := t.Underlying().(*types.Basic)
	if !isBasic || b.Info()&(types.IsString|types.IsInteger) == 0 {
		return saying{}, false
	}
	for _, method := range []string{"String", "Error", "Format", "GoString"} {
		if m, _, _ := types.LookupFieldOrMethod(t, true, p.env.pkg.Types, method); m != nil {
			return saying{}, false
		}
	}
	if b.Info()&types.IsInteger != 0 {
		s.text = p.importAt("fmt", "fmt", at) + "Sprint(" + s.text + ")"
	} else {
		s.text = "string(" + s.text + ")"
	}
	return s, true
}

// percent matches what an encoder for URLs writes.
var percent = regexp.MustCompile(`%[0-9A-Fa-f]{2}|%[0-9]*[xX]`)

// encodes reports whether a value may be encoded for a URL in a way that has
// not been undone.
func encodes(v *origin.Value) bool {
	found := false
	v.Walk(func(w *origin.Value) bool {
		switch w.Op {
		case origin.Query:
			found = true
		case origin.Call:
			found = found || w.Fn.Pkg() != nil && w.Fn.Pkg().Path() == "net/url"
		case origin.Const:
			text, ok := w.StringConst()
			found = found || ok && percent.MatchString(text)
		}
		return !found
	})
	return found
}

// callsEncoder reports whether an expression calls what may encode text for a
// URL: package net/url, or a function of the package that has a percent sign
// in it.
func (p *plan) callsEncoder(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return !found
		}
		fn := p.env.pkg.Callee(call)
		if fn == nil || fn.Pkg() == nil {
			return true
		}
		found = fn.Pkg().Path() == "net/url"
		if decl, ok := p.env.pkg.Decl(fn); ok {
			ast.Inspect(decl, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				found = found || ok && strings.Contains(lit.Value, "%")
				return !found
			})
		}
		return !found
	})
	return found
}

// template writes a decoded part of a scope.
func (p *plan) template(t scope.Template, at place) (saying, bool) {
	if text, ok := t.Constant(); ok {
		return saying{text: strconv.Quote(text)}, true
	}
	var out saying
	var texts []string
	for _, part := range t {
		v, isValue := part.Source.(*origin.Value)
		switch {
		case part.Escaped > 0:
			return saying{}, false
		case part.Kind == scope.Text && part.Source == nil:
			texts = append(texts, strconv.Quote(part.Text))
			continue
		case !isValue:
			return saying{}, false
		}
		s, ok := p.sayString(v, at)
		if !ok {
			return saying{}, false
		}
		text := s.text
		if len(s.carried) > 0 && len(t) > 1 && !isOperand(s.carried[0]) && text == p.env.fileOf(s.carried[0]).text(s.carried[0]) {
			text = "(" + text + ")"
		}
		texts = append(texts, text)
		out.add(s)
	}
	out.text = strings.Join(texts, " + ")
	return out, true
}

// add joins what another expression involves to what s does.
func (s *saying) add(o saying) {
	s.carried = append(s.carried, o.carried...)
	s.grade = max(s.grade, o.grade)
	s.late = s.late || o.late
	if o.from != nil && (s.from == nil || o.from.Pos() < s.from.Pos()) {
		s.from = o.from
	}
}
