package handmadetoken

import (
	"go/constant"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// hs256 is the one algorithm that Twilio documents, for either token. Whether
// a Capability Token works that is signed with another is not known.
const hs256 = "HS256"

// algorithm matches the names of algorithms, as JWT libraries have them.
var algorithm = regexp.MustCompile(`^(?:[HREP]S(?:256|384|512)|ES256K|EdDSA|(?i:none))$`)

// unsigned returns why what a call signs may be no token that Twilio takes:
// another algorithm than HMAC-SHA256 signs it, or the call fails for the type
// of the key. It returns "" if all is well.
func (f *finder) unsigned(s signer) string {
	if s.call == nil || s.frame == nil {
		return ""
	}
	v := f.trace.Eval(s.call, s.frame).Strip()
	if v.Op != flow.Call {
		return ""
	}
	why := ""
	v.Walk(func(w *flow.Value) bool {
		name := f.algorithmOf(w)
		if name != "" && name != hs256 {
			why = "it is signed with " + name
		}
		if fd, ok := w.Field("alg"); ok && why == "" {
			if text, isConst := fd.Val.StringConst(); isConst && text != hs256 {
				why = "its header says " + text
			}
		}
		return why == ""
	})
	v.Walk(func(w *flow.Value) bool {
		if why == "" && w.Op == flow.Call && !f.hasMethod(w) {
			why = "its method of signing can't be told"
		}
		return why == ""
	})
	if why == "" && s.claims.key != nil && f.isAnyKey(v) {
		why = f.wrongKey(s.claims.key, true)
	}
	return why
}

// withPrivateKey matches the names of algorithms whose key is a pair. Auth tokens
// are secrets that both sides share, so what they sign is no Capability Token.
var withPrivateKey = regexp.MustCompile(`^(?:[REP]S(?:256|384|512)|ES256K|EdDSA)$`)

// hasPrivateKey reports whether a signing call signs with a private key, whichever
// algorithm of several it uses.
func (f *finder) hasPrivateKey(v *flow.Value) bool {
	private, shared := false, false
	v.Walk(func(w *flow.Value) bool {
		name := f.algorithmOf(w)
		private = private || withPrivateKey.MatchString(name)
		shared = shared || algorithm.MatchString(name) && !withPrivateKey.MatchString(name)
		return true
	})
	return private && !shared
}

// algorithmOf returns the name of the algorithm that a value is, "" if it is
// something else: what a JWT library calls so, or a name that one is asked
// for.
func (f *finder) algorithmOf(v *flow.Value) string {
	if v.Op == flow.Call {
		if v.Fn.Name() == "GetSigningMethod" && len(v.Args) == 1 {
			text, _ := v.Args[0].StringConst()
			return text
		}
		if !f.pkg.Has(v.Fn.Pkg()) && algorithm.MatchString(v.Fn.Name()) {
			return v.Fn.Name() // a getter
		}
	}
	obj := f.pkg.Named(v.Expr)
	if obj == nil || obj.Pkg() == nil || f.pkg.Has(obj.Pkg()) || obj.Parent() != obj.Pkg().Scope() {
		return ""
	}
	if name := strings.TrimPrefix(obj.Name(), "SigningMethod"); algorithm.MatchString(name) {
		return name
	}
	if c, ok := obj.(*types.Const); ok && c.Val().Kind() == constant.String && algorithm.MatchString(constant.StringVal(c.Val())) {
		return constant.StringVal(c.Val())
	}
	return ""
}

// hasMethod reports whether a call gets a method of signing that is known to
// be HMAC-SHA256, if it gets one.
func (f *finder) hasMethod(call *flow.Value) bool {
	sig := call.Fn.Signature()
	if _, known := f.lookup(call.Fn); !known {
		return true
	}
	for i := range sig.Params().Len() {
		named, ok := types.Unalias(sig.Params().At(i).Type()).(*types.Named)
		if !ok || named.Obj().Name() != "SigningMethod" {
			continue
		}
		if arg := argument(call, i); arg == nil || !f.isHS256(arg, 0) {
			return false
		}
	}
	return true
}

// isHS256 reports whether a method of signing is HMAC-SHA256, whichever of
// several it is. Where it is a parameter, the callers are asked.
func (f *finder) isHS256(v *flow.Value, depth int) bool {
	for w := v; ; w = w.Args[0] {
		if f.algorithmOf(w) == hs256 {
			return true
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
	s := v.Strip()
	not := func(a *flow.Value) bool { return !f.isHS256(a, depth+1) }
	switch {
	case depth > maxCallers:
		return false
	case s.Op == flow.Choice:
		return !slices.ContainsFunc(s.Args, not)
	}
	passed := f.passed(s)
	return len(passed) > 0 && !slices.ContainsFunc(passed, not)
}

// passed returns what the callers of a function pass for a parameter; none if
// other packages may call it, or if the value is no parameter.
func (f *finder) passed(v *flow.Value) []*flow.Value {
	if v.Op != flow.Leaf || v.Param == nil || v.Frame == nil {
		return nil
	}
	if fn := f.pkg.FuncOf(v.Frame.Func); fn == nil || fn.Exported() && fn.Pkg().Name() != "main" {
		return nil
	}
	return f.trace.Rebind(v, v.Frame)
}

// isAnyKey reports whether a signing call takes keys of any type: then it
// fails with a key of a type that does not fit.
func (f *finder) isAnyKey(v *flow.Value) bool {
	k, ok := f.lookup(v.Fn)
	if !ok || k.Row.Role != knowledge.Sign || k.Row.Key < 0 || k.Row.Key >= v.Fn.Signature().Params().Len() {
		return false
	}
	return types.IsInterface(v.Fn.Signature().Params().At(k.Row.Key).Type())
}

// wrongKey returns why a call that takes any key can't sign with this one:
// a key for HMAC must be of type []byte itself.
func (f *finder) wrongKey(key *flow.Value, ask bool) string {
	for w := key; ; w = w.Args[0] {
		t := w.Type
		if w.Expr != nil {
			t = f.pkg.TypeOf(w.Expr)
		}
		if t != nil && !types.IsInterface(t) {
			if types.Identical(t, types.NewSlice(types.Typ[types.Byte])) {
				return ""
			}
			return "the key is of type " + f.typeName(t) + ": signing fails"
		}
		if w.Op != flow.Via || len(w.Args) != 1 {
			break
		}
	}
	if passed := f.passed(key.Strip()); ask && len(passed) > 0 {
		for _, p := range passed {
			if why := f.wrongKey(p, false); why != "" {
				return why
			}
		}
		return ""
	}
	return "the type of the key can't be told"
}
