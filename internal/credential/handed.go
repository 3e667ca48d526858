package credential

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/site"
)

// hands are the places that hold the auth token because what they hold is
// handed to a function that wants it.
type hands struct {
	places map[flow.Place]string     // why
	fields map[*types.Var][]fieldUse // by field; see namedField
	only   map[*types.TypeName]bool  // see isOnly
}

// A fieldUse is a use of a field, by the name of the field that the struct
// was reached through, "" if it was none.
type fieldUse struct{ outer, why string }

func newHands() hands {
	return hands{make(map[flow.Place]string), make(map[*types.Var][]fieldUse), make(map[*types.TypeName]bool)}
}

// Signs is why the key of a Capability Token is the auth token.
const Signs = "signs a capability token"

// Hold notes that a value is the auth token, because of why.
func (f *Finder) Hold(v *flow.Value, why string) {
	if p, ok := f.trace.Place(v); ok && f.hands.places[p] == "" {
		f.hands.places[p] = why
	}
	for w := v; w != nil; w = w.Args[0] {
		if field, outer, ok := f.namedField(w.Expr); ok {
			f.hands.fields[field] = append(f.hands.fields[field], fieldUse{outer, why})
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
}

// used notes the auth token that a function is handed rightly: the user that
// goes with it, if there is one, must be the account.
func (f *Finder) used(call *ast.CallExpr, u knowledge.AuthTokenUse) {
	if u.UnlessCalled != "" && f.isCalled(u.UnlessCalled, f.pkg.Callee(call)) {
		return
	}
	frame := f.trace.Frame(call)
	v := f.trace.Eval(call.Args[u.Arg], frame)
	var user *flow.Value
	if u.Field != "" {
		s := v.Strip()
		if u.Unless != "" && (s.Op != flow.Record || has(s, u.Unless)) {
			return
		}
		fd, ok := s.Field(u.Field)
		if !ok || fd.Cond {
			return
		}
		v = fd.Val
		if u.User != "" {
			fd, _ := s.Field(u.User)
			user = fd.Val
		}
	} else if u.UserArg >= 0 && u.UserArg != u.Arg {
		user = f.trace.Eval(call.Args[u.UserArg], frame)
	}
	if (u.User != "" || u.UserArg >= 0 && u.UserArg != u.Arg) && !f.isAccount(user) && !(isCalledToken(v) && !f.isKey(user)) {
		return // an API key goes with its secret
	}
	f.Hold(v, "handed to "+site.Source(call.Fun))
}

// isCalled reports whether the program names a method of what a function returns.
//
//	client := twilio.NewClient(accountSid, apiKeySecret, nil)
//	client.UseSecretKey(apiKeySid)
func (f *Finder) isCalled(method string, of *types.Func) bool {
	if of == nil || of.Signature().Results().Len() == 0 {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(of.Signature().Results().At(0).Type(), true, of.Pkg(), method)
	return obj != nil && len(f.pkg.Uses(obj)) > 0
}

func has(v *flow.Value, field string) bool {
	_, ok := v.Field(field)
	return ok
}

// isAccount reports whether a user name is an account SID: by where it comes
// from, or else by what the code calls it.
func (f *Finder) isAccount(v *flow.Value) bool {
	if v == nil {
		return false
	}
	if is, _ := f.Setting(v); is != knowledge.NoCredential {
		return is == knowledge.AccountSid
	}
	if text, ok := v.StringConst(); ok {
		return strings.HasPrefix(text, "AC")
	}
	name := nameOf(v)
	return !strings.Contains(name, "key") && (strings.Contains(name, "account") || strings.HasSuffix(name, "sid"))
}

// isKey reports whether a user name is the SID of an API key.
func (f *Finder) isKey(v *flow.Value) bool {
	if v == nil {
		return false
	}
	is, _ := f.Setting(v)
	text, _ := v.StringConst()
	return is == knowledge.APIKeySid || strings.HasPrefix(text, "SK") || strings.Contains(nameOf(v), "key")
}

// isCalledToken reports whether the code calls a password a token: that of
// an API key is a secret.
func isCalledToken(v *flow.Value) bool {
	name := nameOf(v)
	return strings.Contains(name, "token") && !strings.Contains(name, "key") && !strings.Contains(name, "api")
}

// nameOf returns what the code calls a value, in lower case.
func nameOf(v *flow.Value) string {
	for w := v; w != nil; w = w.Args[0] {
		if name := lastName(w.Expr); name != "" {
			return strings.ToLower(name)
		}
		if w.Op == flow.Leaf && w.Param != nil {
			return strings.ToLower(w.Param.Name())
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
	return ""
}

func lastName(e ast.Expr) string {
	if id := lastIdent(e); id != nil {
		return id.Name
	}
	return ""
}

// lastIdent returns the identifier that a name ends in, nil if an expression
// is none.
func lastIdent(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// namedField returns the field that an expression selects, if it holds the
// same whichever value of its struct it is selected from: its name is that of
// an auth token and its surroundings say that it is Twilio's (the names of the
// struct, of what that is reached through, or of the package, or a field for
// the account SID beside it), or the package has but one value of the struct.
func (f *Finder) namedField(e ast.Expr) (field *types.Var, outer string, ok bool) {
	if e == nil {
		return nil, "", false
	}
	sel, isSel := ast.Unparen(e).(*ast.SelectorExpr)
	if !isSel {
		return nil, "", false
	}
	s, isField := f.pkg.Info.Selections[sel]
	v, isVar := f.pkg.ObjectOf(sel.Sel).(*types.Var)
	if !isField || !isVar || s.Kind() != types.FieldVal || !f.pkg.Has(v.Pkg()) {
		return nil, "", false
	}
	if x, isSel := ast.Unparen(sel.X).(*ast.SelectorExpr); isSel {
		if o, isVar := f.pkg.ObjectOf(x.Sel).(*types.Var); isVar && o.IsField() {
			outer = o.Name()
		}
	}
	t := structType(s)
	if f.isOnly(t) || mentionsTwilio(outer) {
		return v.Origin(), outer, true
	}
	if !strings.HasSuffix(strings.ToLower(v.Name()), "authtoken") {
		return nil, "", false
	}
	name := ""
	if named, isNamed := t.(*types.Named); isNamed {
		name = named.Obj().Name()
	}
	if mentionsTwilio(v.Name()) || mentionsTwilio(outer) || mentionsTwilio(name) || mentionsTwilio(v.Pkg().Name()) {
		return v.Origin(), outer, true
	}
	st, isStruct := t.Underlying().(*types.Struct)
	if !isStruct {
		return nil, "", false
	}
	for i := range st.NumFields() {
		if lower := strings.ToLower(st.Field(i).Name()); lower == "sid" || strings.HasSuffix(lower, "accountsid") {
			return v.Origin(), outer, true
		}
	}
	return nil, "", false
}

// isOnly reports whether the package makes, and names, one value of a type
// only, as far as its own code goes: one literal, one field, and no
// parameters, lists, or variables for several.
func (f *Finder) isOnly(t types.Type) bool {
	named, ok := t.(*types.Named)
	if !ok {
		_, isStruct := t.(*types.Struct) // of one variable or field
		return isStruct
	}
	obj := named.Obj()
	if !f.pkg.Has(obj.Pkg()) || named.TypeParams().Len() > 0 {
		return false
	}
	if only, ok := f.hands.only[obj]; ok {
		return only
	}
	literals, places := 0, 0
	params := make(map[ast.Node]int)
	only := true
	for _, use := range f.pkg.Uses(obj) {
		cur := use
		for {
			if kind, _ := cur.ParentEdge(); kind != edge.StarExpr_X && kind != edge.ParenExpr_X {
				break
			}
			cur = cur.Parent()
		}
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.CompositeLit_Type:
			literals++
		case edge.CallExpr_Args: // new
			literals++
		case edge.ArrayType_Elt, edge.MapType_Key, edge.MapType_Value, edge.ChanType_Value, edge.IndexExpr_Index, edge.Ellipsis_Elt:
			only = false
		case edge.ValueSpec_Type:
			places += len(cur.Parent().Node().(*ast.ValueSpec).Names)
		case edge.Field_Type:
			list := cur.Parent().Parent()
			switch kind, _ := list.ParentEdge(); kind {
			case edge.StructType_Fields:
				for spec := range list.Enclosing((*ast.TypeSpec)(nil)) {
					only = only && f.pkg.Info.Defs[spec.Node().(*ast.TypeSpec).Name] != obj // a list, or a tree
				}
				places += max(len(cur.Parent().Node().(*ast.Field).Names), 1)
			case edge.FuncType_Params:
				params[list.Node()] += max(len(cur.Parent().Node().(*ast.Field).Names), 1)
			}
		}
	}
	for _, n := range params {
		only = only && n < 2
	}
	only = only && literals < 2 && places < 2
	f.hands.only[obj] = only
	return only
}

func mentionsTwilio(name string) bool { return strings.Contains(strings.ToLower(name), "twilio") }

// handed is the source of values that are known by who else is handed them.
func (f *Finder) handed(v *flow.Value) (is knowledge.Credential, text string) {
	word := func(why string) (knowledge.Credential, string) {
		if v.Expr == nil {
			return knowledge.AuthToken, v.Param.Name() + " (" + why + ")"
		}
		return knowledge.AuthToken, site.Source(v.Expr) + " (" + why + ")"
	}
	if v.Op != flow.Via || v.Args[0].Op == flow.Choice {
		// Have: the first variable or field that holds the value.
		if p, ok := f.trace.Place(v); ok && (v.Expr != nil || v.Param != nil) {
			if why := f.hands.places[p]; why != "" {
				return word(why)
			}
		}
	}
	field, outer, ok := f.namedField(v.Expr)
	if !ok || isKnown(v) || f.trace.Sets(field, f.trace.Frame(v.Expr)) {
		return knowledge.NoCredential, ""
	}
	for _, use := range f.hands.fields[field] {
		if use.outer == outer || (use.outer == "" || outer == "") && (mentionsTwilio(use.outer+outer) || f.isOnlyField(v.Expr)) {
			return word(use.why)
		}
	}
	return knowledge.NoCredential, ""
}

// isOnlyField reports whether an expression selects a field of a struct that
// the program has only one value of.
func (f *Finder) isOnlyField(e ast.Expr) bool {
	s, ok := f.pkg.Info.Selections[ast.Unparen(e).(*ast.SelectorExpr)]
	return ok && f.isOnly(structType(s))
}

// structType returns the type that a field is selected from, without a
// pointer.
func structType(s *types.Selection) types.Type {
	t := types.Unalias(s.Recv())
	if ptr, isPtr := t.(*types.Pointer); isPtr {
		t = types.Unalias(ptr.Elem())
	}
	return t
}

// isKnown reports whether it is known where a value comes from, which is no
// setting for the auth token then.
func isKnown(v *flow.Value) bool {
	s := v.Strip()
	if s.Op == flow.Choice {
		return slices.ContainsFunc(s.Args, isKnown)
	}
	return s.Op == flow.Call
}
