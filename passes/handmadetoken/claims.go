package handmadetoken

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/origin"
)

// A claim is one claim of a token.
type claim struct {
	name string
	val  *origin.Value
	cond bool
	node ast.Node
}

// claims are the claims of a token, wherever they were set, and the key
// that signs them.
type claims struct {
	list []claim
	key  *origin.Value // nil if unknown
	open bool          // there may be more
}

func (c *claims) set(cl claim) {
	i := slices.IndexFunc(c.list, func(o claim) bool { return o.name == cl.name })
	if i >= 0 && !cl.cond {
		c.list = slices.Delete(c.list, i, i+1)
	}
	c.list = append(c.list, cl)
}

// get returns the last value of a claim.
func (c *claims) get(name string) (claim, bool) {
	for i := len(c.list) - 1; i >= 0; i-- {
		if c.list[i].name == name {
			return c.list[i], true
		}
	}
	return claim{}, false
}

// scope returns the scope claim, in whichever spelling.
func (c *claims) scope() (claim, bool) {
	for i := len(c.list) - 1; i >= 0; i-- {
		if strings.EqualFold(c.list[i].name, "scope") {
			return c.list[i], true
		}
	}
	return claim{}, false
}

// argument returns the argument of a call value at a position of the
// tables, nil if there is none.
func argument(v *origin.Value, i int) *origin.Value {
	if i == knowledge.None {
		return nil
	}
	if v.Fn.Signature().Recv() != nil {
		if i == knowledge.Receiver {
			return v.Args[0]
		}
		i++
	}
	if i < 0 || i >= len(v.Args) {
		return nil
	}
	return v.Args[i]
}

// signedClaims reads what a signing call signs: one set of claims for each
// object that it may be.
func (f *finder) signedClaims(v *origin.Value, row knowledge.JWTFunc) []*claims {
	signed := argument(v, row.Signed)
	if signed == nil {
		return nil
	}
	var key *origin.Value
	switch {
	case row.Key == knowledge.Receiver:
		var ok bool
		if key, ok = f.signerKey(argument(v, row.Key)); !ok {
			return nil
		}
	case row.Key != knowledge.None:
		key = argument(v, row.Key)
	case row.Options != knowledge.None:
		key = f.optionKey(v)
	}
	var out []*claims
	for _, obj := range objects(signed) {
		c := &claims{key: key}
		if row.Text {
			f.encoded(obj, c)
		} else {
			f.collect(obj, c, 0)
		}
		if row.Text && row.Key == knowledge.Receiver && len(c.list) == 0 {
			c.open = true
		}
		out = append(out, c)
	}
	return out
}

// objects returns what v may be.
func objects(v *origin.Value) []*origin.Value {
	s := v.Strip()
	if s.Op != origin.Choice {
		return []*origin.Value{s}
	}
	var out []*origin.Value
	for _, a := range s.Args {
		out = append(out, objects(a)...)
	}
	return out
}

// signerKey finds the key of an object that signs. It reports false if the
// object is an HMAC of another hash than SHA-256.
func (f *finder) signerKey(v *origin.Value) (*origin.Value, bool) {
	v = v.Strip()
	if v.Op != origin.Call {
		return nil, true
	}
	k, ok := f.lookup(v.Fn)
	if !ok || k.fn.Role != knowledge.Signer {
		return nil, true
	}
	if v.Fn.Pkg().Path() == "crypto/hmac" && !f.isSHA256(v.Args[0]) {
		return nil, false
	}
	key := argument(v, k.fn.Key)
	if k.fn.KeyField != "" && key != nil {
		fd, ok := key.Field(k.fn.KeyField)
		if !ok {
			return nil, true
		}
		key = fd.Val
	}
	return key, true
}

func (f *finder) isSHA256(v *origin.Value) bool {
	var id *ast.Ident
	switch e := v.Strip().Expr.(type) {
	case *ast.SelectorExpr:
		id = e.Sel
	case *ast.Ident:
		id = e
	default:
		return false
	}
	fn, ok := f.pkg.ObjectOf(id).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == "crypto/sha256" && fn.Name() == "New"
}

// optionKey finds the key among the options of a signing call.
func (f *finder) optionKey(v *origin.Value) *origin.Value {
	for _, a := range v.Args {
		a = a.Strip()
		if a.Op != origin.Call {
			continue
		}
		if k, ok := f.lookup(a.Fn); ok && k.fn.Role == knowledge.WithKey {
			return argument(a, k.fn.Key)
		}
	}
	return nil
}

// encoded finds the claims in what is signed as text: a concatenation of
// encoded parts, the text of a token object, or a hash with that written to
// it.
func (f *finder) encoded(v *origin.Value, c *claims) {
	if v.Op == origin.Leaf {
		c.open = true
	}
	v.Walk(func(w *origin.Value) bool {
		if w.Expr != nil && (w.Op == origin.Concat || w.Op == origin.Via && w.Args[0].Op == origin.Concat) {
			// Have: an expression that is a concatenation.
			text := &claims{}
			if f.jsonText(w, text) {
				if _, ok := text.scope(); ok {
					c.list = append(c.list, text.list...)
				}
				return true
			}
		}
		if w.Op != origin.Call {
			c.open = c.open || w.Op == origin.Leaf && w.Param != nil
			return true
		}
		if w.Fn.Pkg() != nil && w.Fn.Pkg().Path() == "encoding/json" && len(w.Args) > 0 {
			before := len(c.list)
			for _, a := range w.Args {
				if s := a.Strip(); s.Op == origin.Record || len(s.Fields) > 0 {
					f.collect(s, c, 0)
				}
			}
			if _, ok := c.scope(); !ok {
				c.list = c.list[:before] // a header
			}
			return true
		}
		if k, ok := f.lookup(w.Fn); ok && (k.fn.Role == knowledge.Finish || k.fn.Role == knowledge.Token) {
			f.collect(w, c, 0)
			return false
		}
		return true
	})
}

const maxNesting = 20

// collect adds the claims that an object holds.
func (f *finder) collect(v *origin.Value, c *claims, depth int) {
	v = v.Strip()
	if depth > maxNesting {
		return
	}
	depth++
	switch v.Op {
	case origin.Record:
		f.record(v, c, depth)
	case origin.Call:
		f.call(v, c, depth)
	case origin.Leaf, origin.Unknown:
		f.record(v, c, depth)
		c.open = true
	case origin.Choice:
		for _, a := range v.Args {
			f.collect(a, c, depth)
		}
	default:
		c.open = true
	}
	for _, d := range v.Done {
		f.done(d, c, depth)
	}
}

// record adds the entries of a map or struct, by their JSON names.
func (f *finder) record(v *origin.Value, c *claims, depth int) {
	st := structOf(v.Type)
	for _, fd := range v.Fields {
		if fd.Key != nil {
			c.open = true
			continue
		}
		cl := claim{name: fd.Name, val: fd.Val, cond: fd.Cond, node: fd.Node}
		if st != nil {
			name, inline := jsonName(st, fd.Name)
			switch {
			case inline:
				f.collect(fd.Val, c, depth)
				continue
			case name == "":
				continue
			}
			cl.name = name
		} else if v.Type == nil && fd.Name == "Claims" {
			// Have: a token of a library, with its claims set through a field.
			f.collect(fd.Val, c, depth)
			continue
		}
		c.set(cl)
	}
}

func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

// jsonName returns the name under which encoding/json writes a field, ""
// if it does not; inline tells that the field's own fields are written in
// its place.
func jsonName(st *types.Struct, field string) (name string, inline bool) {
	for i := range st.NumFields() {
		fd := st.Field(i)
		if fd.Name() != field {
			continue
		}
		tag, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
		switch {
		case tag == "-":
			return "", false
		case tag != "":
			return tag, false
		case fd.Embedded():
			return "", true
		}
		return field, false
	}
	return field, false
}

// call adds the claims of an object that a library's function returned.
func (f *finder) call(v *origin.Value, c *claims, depth int) {
	k, ok := f.lookup(v.Fn)
	if !ok {
		c.open = true
		return
	}
	switch k.fn.Role {
	case knowledge.Token:
		if arg := argument(v, k.fn.Claims); arg != nil && v.Fn.Signature().Params().Len() > k.fn.Claims {
			f.collect(arg, c, depth)
		}
		if k.fn.ClaimsField != "" {
			if fd, ok := v.Field(k.fn.ClaimsField); ok {
				f.collect(fd.Val, c, depth)
			}
		} else if k.fn.Claims == knowledge.None && k.fn.Key == 0 && len(v.Args) > 0 && c.key == nil {
			c.key, _ = f.signerKey(v.Args[0])
		}
	case knowledge.AddClaims:
		f.collect(v.Args[0], c, depth)
		if arg := argument(v, k.fn.Claims); arg != nil {
			f.collect(arg, c, depth)
		}
	case knowledge.SetClaim:
		f.collect(v.Args[0], c, depth)
		f.setClaim(k.fn, v.Args[1:], v.Expr, false, c)
	case knowledge.Finish:
		if len(v.Args) > 0 {
			f.collect(v.Args[0], c, depth)
		}
	}
}

// done adds what a call on the object did to its claims.
func (f *finder) done(d origin.Doing, c *claims, depth int) {
	if d.Fn == nil || d.Arg != -1 {
		return
	}
	k, ok := f.lookup(d.Fn)
	if !ok {
		return
	}
	switch k.fn.Role {
	case knowledge.SetClaim:
		f.setClaim(k.fn, d.Args, d.Call, d.Cond, c)
	case knowledge.AddClaims:
		if k.fn.Claims < len(d.Args) {
			f.collect(d.Args[k.fn.Claims], c, depth)
		}
	}
}

func (f *finder) setClaim(row knowledge.JWTFunc, args []*origin.Value, node ast.Node, cond bool, c *claims) {
	name := row.Claim
	if name == "" {
		if row.NameArg >= len(args) {
			return
		}
		text, ok := args[row.NameArg].StringConst()
		if !ok {
			c.open = true
			return
		}
		name = text
	}
	if row.Value < len(args) {
		c.set(claim{name: name, val: args[row.Value], cond: cond, node: node})
	}
}
