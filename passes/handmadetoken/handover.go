package handmadetoken

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// handedOver finds claims that no known function signs: they are handed to
// a function that can't be looked into. It is taken for the program's own
// encoder if its name says so, and if the claims are those of a Twilio
// token: scope, iss, and exp. That is little to go by, so the package must
// spell a scope, too.
func (f *finder) handedOver() {
	if !f.spellsScope() {
		return
	}
	for _, cur := range f.pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		if f.isStranger(call) {
			f.handOver(call, f.trace.Frame(call), 0)
		}
	}
}

// spellsScope reports whether a string literal of the package spells the
// claim scope, or the value of one.
func (f *finder) spellsScope() bool {
	return slices.ContainsFunc(f.pkg.Strings(), func(lit *ast.BasicLit) bool { return knowledge.SpellsScope(lit.Value) })
}

// handOver records the tokens whose claims are arguments of a call. Where
// they are parameters, the callers are tried.
func (f *finder) handOver(call *ast.CallExpr, frame *flow.Frame, depth int) {
	found, open := false, false
	for _, arg := range call.Args {
		for _, obj := range f.objects(f.trace.Eval(arg, frame), 0) {
			c := &claims{}
			gatherer{finder: f}.collect(obj, c, 0)
			if !c.list.has("scope") || !c.list.has("iss") || !c.list.has("exp") {
				open = open || c.open
				continue
			}
			found = true
			if !slices.ContainsFunc(c.list.named("scope"), func(sc claim) bool { return f.tokens[sc.node] != nil }) {
				f.add(nil, nil, c, false) // nobody is known to sign it
			}
		}
	}
	if !found && open && depth < maxCallers {
		callers, _ := f.trace.Callers(frame)
		for _, caller := range callers {
			f.handOver(call, caller, depth+1)
		}
	}
}

func isScope(name string) bool { return strings.EqualFold(name, "scope") }

// isStranger reports whether a call is one of an encoder that can't be
// looked into: it returns text, and is named after signing or encoding.
func (f *finder) isStranger(call *ast.CallExpr) bool {
	sig, ok := f.pkg.TypeOf(call.Fun).(*types.Signature)
	if !ok || sig.Results().Len() == 0 || !flow.IsText(sig.Results().At(0).Type()) {
		return false
	}
	name, pkg := "", ""
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		name = fun.Name
	case *ast.SelectorExpr:
		name = fun.Sel.Name
	default:
		return false
	}
	if fn := f.pkg.Callee(call); fn != nil {
		if _, ok := f.lookup(fn); ok || f.pkg.Declares(fn) || fn.Pkg() == nil {
			return false
		}
		name, pkg = fn.Name(), fn.Pkg().Name()
	}
	return knowledge.Encodes(name, pkg)
}
