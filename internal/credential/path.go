package credential

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/site"
)

// Of tells which credential a value is, and its path: the source first, then
// the variables and fields that it went through, as Go source. The credential is [knowledge.NoCredential] if that is not known, or if the
// package may get the value from elsewhere, too.
func (f *Finder) Of(v *flow.Value) (is knowledge.Credential, path []string) {
	if is, path = f.Setting(v); is == knowledge.NoCredential {
		is, path = f.of(v, f.handed, 0)
	}
	return is, path
}

// Setting is like [Finder.Of] for what comes from the settings of the
// program.
func (f *Finder) Setting(v *flow.Value) (is knowledge.Credential, path []string) {
	return f.of(v, f.set, 0)
}

// A source tells whether a value is a credential by itself, and what to call
// it.
type source func(v *flow.Value) (is knowledge.Credential, text string)

func (f *Finder) of(v *flow.Value, from source, depth int) (is knowledge.Credential, path []string) {
	if v == nil || depth > maxDepth {
		return knowledge.NoCredential, nil
	}
	var through []string // from the end
	for w := v; ; w = w.Args[0] {
		if f.mayChange(w.Expr) {
			return knowledge.NoCredential, nil
		}
		if w.Op == flow.Choice {
			if w.Taint != "" {
				return knowledge.NoCredential, nil // others may have set it since
			}
			is, path = f.choice(w, from, depth)
			break
		}
		is, text := from(w)
		if lastIdent(w.Expr) != nil && !strings.HasPrefix(text, site.Source(w.Expr)+" ") {
			through = append(through, site.Source(w.Expr))
		}
		if is != knowledge.NoCredential {
			return is, follow([]string{text}, through)
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			return knowledge.NoCredential, nil
		}
	}
	if is == knowledge.NoCredential {
		return is, nil
	}
	return is, follow(path, through)
}

// choice tells which credential a value is that one of several assignments
// sets: all that are known must agree. A constant is a default, and what
// other packages may set does not count.
func (f *Finder) choice(v *flow.Value, from source, depth int) (is knowledge.Credential, path []string) {
	for _, a := range v.Args {
		if isDefault(a) {
			continue
		}
		one, way := f.of(a, from, depth+1)
		if one == knowledge.NoCredential || is != knowledge.NoCredential && one != is {
			return knowledge.NoCredential, nil
		}
		if is == knowledge.NoCredential {
			is, path = one, way
		}
	}
	return is, path
}

// isDefault reports whether a value is a constant, or what other packages may
// set.
func isDefault(v *flow.Value) bool {
	s := v.Strip()
	return s.Op == flow.Const || s == v && s.Op == flow.Leaf && s.Expr == nil && s.Param == nil
}

// follow extends a path by what a value went through, the last first. What
// stands in the path already is not repeated.
func follow(path, through []string) []string {
	for _, text := range slices.Backward(through) {
		if !slices.Contains(path, text) {
			path = append(path, text)
		}
	}
	return path
}

// set is the source of values that come from settings of the program.
func (f *Finder) set(v *flow.Value) (is knowledge.Credential, text string) {
	if v.Op == flow.Call {
		s, ok := knowledge.LookupSetting(v.Fn)
		i := s.Name
		if v.Fn.Signature().Recv() != nil {
			i++
		}
		if !ok || s.Var != knowledge.None || v.Result != 0 || i >= len(v.Args) {
			return knowledge.NoCredential, ""
		}
		name, _ := v.Args[i].StringConst()
		call, ok := v.Expr.(*ast.CallExpr)
		if !ok {
			return knowledge.NoCredential, ""
		}
		return knowledge.CredentialNamed(name), named(call.Fun, name)
	}
	h := f.holder(v.Expr)
	if h.v == nil {
		return knowledge.NoCredential, ""
	}
	has, ok := f.held[h]
	if !ok {
		has, ok = f.held[holder{nil, h.v}]
	}
	if ok {
		if !f.setToo(v, has.is) {
			return knowledge.NoCredential, ""
		}
		return has.is, has.why
	}
	if s, ok := f.tags[h.v]; ok {
		is, text = s.credential()
	} else {
		text = f.foreignTag(v.Expr, h.v)
		is = knowledge.CredentialNamed(text)
	}
	if is != knowledge.NoCredential && !f.setToo(v, is) {
		return knowledge.NoCredential, ""
	}
	return is, text
}

// setToo reports whether all that the package sets a variable to which v was
// read from, and which something else sets, is the same credential, or a
// constant for a default.
func (f *Finder) setToo(v *flow.Value, is knowledge.Credential) bool {
	if v.Op != flow.Via || len(v.Args) != 1 {
		return true
	}
	alts := []*flow.Value{v.Args[0]}
	if s := v.Strip(); s.Op == flow.Choice {
		alts = s.Args
	}
	return !slices.ContainsFunc(alts, func(a *flow.Value) bool {
		if isDefault(a) {
			return false
		}
		other, _ := f.of(a, f.set, maxDepth)
		return other != is
	})
}

// named words a call that reads the setting of a name.
func named(fun ast.Expr, name string) string {
	return site.Source(fun) + "(" + strconv.Quote(name) + ")"
}

// foreignTag returns the setting that the tag of a field of another
// package's struct names.
func (f *Finder) foreignTag(e ast.Expr, field *types.Var) string {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || f.pkg.Has(field.Pkg()) {
		return ""
	}
	s, ok := f.pkg.Info.Selections[sel]
	if !ok || s.Kind() != types.FieldVal {
		return ""
	}
	t := s.Recv()
	for _, i := range s.Index() {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok || i >= st.NumFields() {
			return ""
		}
		if st.Field(i).Origin() == field {
			return setting(reflect.StructTag(st.Tag(i)))
		}
		t = st.Field(i).Type()
	}
	return ""
}

// mayChange reports whether others may set the field or the package variable
// that e reads: they have its address.
func (f *Finder) mayChange(e ast.Expr) bool {
	id := lastIdent(e)
	if id == nil {
		return false
	}
	v, ok := f.pkg.ObjectOf(id).(*types.Var)
	if !ok || !isString(v.Type()) {
		return false
	}
	calls, all := f.trace.Addressed(v)
	return !all || slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !f.stores(call) })
}

// stores reports whether a call stores a setting that is a credential of
// Twilio where one of its arguments points to.
func (f *Finder) stores(call *ast.CallExpr) bool {
	s, ok := knowledge.LookupSetting(f.pkg.Callee(call))
	if !ok || s.Var == knowledge.None || s.Name >= len(call.Args) {
		return false
	}
	name, _ := f.trace.Eval(call.Args[s.Name], f.trace.Frame(call)).StringConst()
	return knowledge.CredentialNamed(name) != knowledge.NoCredential // else it is another one
}
