package handmadetoken

import (
	"go/types"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// signerKey finds the key of an object that signs. It reports false if the
// object is an HMAC of another hash than SHA-256.
func (f *finder) signerKey(v *flow.Value) (*flow.Value, bool) {
	if v == nil {
		return nil, true
	}
	v = v.Stored().Strip()
	if v.Op != flow.Call {
		return nil, true
	}
	k, ok := f.lookup(v.Fn)
	if !ok || k.Row.Role != knowledge.Signer {
		return nil, true
	}
	if v.Fn.Pkg().Path() == "crypto/hmac" && (len(v.Args) == 0 || !f.isSHA256(v.Args[0])) {
		return nil, false
	}
	key := argument(v, k.Row.Key)
	if k.Row.KeyField != "" && key != nil {
		fd, ok := key.Field(k.Row.KeyField)
		if !ok {
			return nil, true
		}
		key = fd.Val
	}
	return key, true
}

func (f *finder) isSHA256(v *flow.Value) bool {
	fn, ok := f.pkg.Named(v.Strip().Expr).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == "crypto/sha256" && fn.Name() == "New"
}

// signsOther reports whether what signs is an HMAC of another hash, whoever calls
// the function around it:
//
//	hmac.New(sha1.New, key) // signs no token
func (f *finder) signsOther(v *flow.Value) bool {
	if v == nil {
		return false
	}
	v = v.Stored().Strip()
	if v.Op != flow.Call || v.Fn == nil || v.Fn.FullName() != "crypto/hmac.New" || len(v.Args) == 0 {
		return false
	}
	fn, ok := f.pkg.Named(v.Args[0].Strip().Expr).(*types.Func)
	return ok && fn.Pkg() != nil && !f.pkg.Has(fn.Pkg()) && !f.isSHA256(v.Args[0])
}

// optionKey finds the key among the options of a signing call.
func (f *finder) optionKey(v *flow.Value) *flow.Value {
	for _, a := range v.Args {
		a = a.Strip()
		if a.Op != flow.Call {
			continue
		}
		if k, ok := f.lookup(a.Fn); ok && k.Row.Role == knowledge.WithKey {
			return argument(a, k.Row.Key)
		}
	}
	return nil
}
