package credential

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/origin"
	"github.com/captoken/captoken/internal/site"
)

// Of tells which credential a value is, and the way on which it got there:
// the source first, then the variables and fields that it went through, as
// Go source. It is [knowledge.NoCredential] if that is not known, or if the
// package may get the value from elsewhere, too.
func (f *Finder) Of(v *origin.Value) (is knowledge.Credential, path []string) {
	if is, path = f.Setting(v); is == knowledge.NoCredential {
		is, path = f.of(v, f.handed, 0)
	}
	return is, path
}

// Setting is like [Finder.Of] for what comes from the settings of the
// program.
func (f *Finder) Setting(v *origin.Value) (is knowledge.Credential, path []string) {
	return f.of(v, f.set, 0)
}

// A source tells whether a value is a credential by itself, and what to call
// it.
type source func(v *origin.Value) (is knowledge.Credential, text string)

func (f *Finder) of(v *origin.Value, from source, depth int) (is knowledge.Credential, path []string) {
	if v == nil || depth > maxDepth {
		return knowledge.NoCredential, nil
	}
	var through []string // from the end
	for w := v; ; w = w.Args[0] {
		if w.Op == origin.Choice {
			is, path = f.choice(w, from, depth)
			break
		}
		is, text := from(w)
		if w.Expr != nil && isName(w.Expr) && !strings.HasPrefix(text, site.Source(w.Expr)+" ") {
			through = append(through, site.Source(w.Expr))
		}
		if is != knowledge.NoCredential {
			return is, follow([]string{text}, through)
		}
		if w.Op != origin.Via || len(w.Args) != 1 {
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
func (f *Finder) choice(v *origin.Value, from source, depth int) (is knowledge.Credential, path []string) {
	for _, a := range v.Args {
		s := a.Strip()
		if s.Op == origin.Const || s == a && s.Op == origin.Leaf && s.Expr == nil && s.Param == nil {
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
func (f *Finder) set(v *origin.Value) (is knowledge.Credential, text string) {
	if v.Op == origin.Call {
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
	if s, ok := f.tags[h.v]; ok {
		return s.credential()
	}
	name := f.foreignTag(v.Expr, h.v)
	return knowledge.CredentialNamed(name), name
}

// named words a call that reads the setting of a name.
func named(fun ast.Expr, name string) string {
	return site.Source(fun) + "(" + strconv.Quote(name) + ")"
}

// foreignTag returns the setting that the tag of a field of another
// package's struct names.
func (f *Finder) foreignTag(e ast.Expr, field *types.Var) string {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || field.Pkg() == f.pkg.Types {
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

// handed is the source of values that are known by who else is handed them.
func (f *Finder) handed(v *origin.Value) (is knowledge.Credential, text string) {
	h := f.holder(v.Expr)
	if v.Op == origin.Leaf && v.Param != nil {
		h = holder{nil, v.Param}
	}
	has, ok := f.holds(h)
	if !ok {
		return knowledge.NoCredential, ""
	}
	if v.Expr == nil {
		return has.is, v.Param.Name() + " (" + has.why + ")"
	}
	return has.is, site.Source(v.Expr) + " (" + has.why + ")"
}

func isName(e ast.Expr) bool {
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return true
	}
	return false
}
