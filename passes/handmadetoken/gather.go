package handmadetoken

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// A gatherer collects claims for one signing call.
type gatherer struct {
	*finder
	sign *flow.Value // the call; nil if nothing is signed
}

// isHMAC reports whether the token is signed with nothing but a hash, so
// that its parts must be encoded before.
func (f gatherer) isHMAC() bool {
	return f.sign != nil && f.sign.Fn.Pkg() != nil && f.sign.Fn.Pkg().Path() == "hash"
}

// later returns the claims that a function was handed as they are when the
// token is signed.
func (f gatherer) later(v *flow.Value) *flow.Value {
	if f.sign == nil {
		return v
	}
	return f.trace.Later(v, f.sign)
}

// encoded finds the claims in what is signed as text: a concatenation of
// encoded parts, the text of a token object, or a hash with that written to
// it.
func (f gatherer) encoded(v *flow.Value, c *claims) {
	if v.Op == flow.Leaf {
		c.open = true
	}
	seen := make(map[*flow.Value]bool)
	f.payload(v, c, seen, !f.isHMAC())
	for _, d := range v.Done { // what is written to a hash
		for _, a := range d.Args {
			f.payload(a, c, seen, !f.isHMAC())
		}
	}
}

// payload finds the claims in a value that is part of what is signed, if it
// is encoded as a part of a token is.
func (f gatherer) payload(w *flow.Value, c *claims, seen map[*flow.Value]bool, encoded bool) {
	if w == nil || seen[w] {
		return
	}
	seen[w] = true
	if w.Expr != nil && (spells(w) || w.Op == flow.Via && w.Args[0].Expr == nil && spells(w.Args[0])) {
		text := &claims{}
		if f.jsonText(w, text) {
			if encoded && isClaims(text.list) {
				c.list = append(c.list, text.list...)
			}
			return
		}
	}
	args := w.Args
	switch w.Op {
	case flow.Leaf:
		c.open = c.open || w.Param != nil
	case flow.Call:
		if w.Fn.Pkg() != nil && w.Fn.Pkg().Path() == "encoding/json" {
			if encoded {
				f.marshaled(w, c)
			}
			return
		}
		if k, ok := f.lookup(w.Fn); ok && (k.Row.Role == knowledge.Finish || k.Row.Role == knowledge.Token) {
			f.collect(w, c, 0)
			return
		}
		if w.Fn.Signature().Recv() != nil && len(args) > 0 {
			args = args[1:] // an encoder
		}
		encoded = encoded || w.Fn.Pkg() != nil && strings.Contains(w.Fn.Pkg().Path(), "base64")
	}
	for _, a := range args {
		f.payload(a, c, seen, encoded)
	}
}

// marshaled adds the claims that are encoded as JSON, if they are claims.
func (f gatherer) marshaled(call *flow.Value, c *claims) {
	before := len(c.list)
	for _, a := range call.Args {
		switch s := a.Strip(); {
		case s.Op == flow.Record || len(s.Fields) > 0:
			f.collect(a, c, 0)
		case s.Op == flow.Leaf && s.Param != nil:
			c.open = true
		}
	}
	if !isClaims(c.list[before:]) {
		c.list = c.list[:before]
	}
}

// collect adds the claims that an object holds.
func (f gatherer) collect(v *flow.Value, c *claims, depth int) {
	v = v.Strip()
	if depth > maxNesting {
		return
	}
	depth++
	if v.Taint != "" {
		c.taint, c.open = v.Taint, true
	}
	switch v.Op {
	case flow.Record:
		f.record(v, c, depth)
	case flow.Call:
		f.call(v, c, depth)
	case flow.Leaf, flow.Unknown:
		f.record(v, c, depth)
		c.open = true
	default: // a choice, too, of more than objects tells apart
		c.open = true
	}
	for _, d := range v.Done {
		f.done(d, c, depth)
	}
}

// record adds the entries of a map or struct, by their JSON names.
func (f gatherer) record(v *flow.Value, c *claims, depth int) {
	st := structOf(v.Type)
	if f.isToken(v.Type) {
		if fd, ok := v.Field("Claims"); ok {
			f.collect(fd.Val, c, depth)
		}
		return
	}
	if marshalsItself(v.Type) {
		c.open = true
		return
	}
	if st != nil {
		f.structFields(v, st, c, depth)
		return
	}
	for _, fd := range v.Fields {
		if fd.Key != nil {
			c.open = true
			c.taint = "claims are set under names that can't be told"
			continue
		}
		if v.Type == nil && fd.Name == "Claims" {
			// Have: a token of a library, with its claims set through a field.
			f.collect(fd.Val, c, depth)
			continue
		}
		c.set(claim{name: fd.Name, val: f.asJSON(f.later(fd.Val)), cond: fd.Cond, node: fd.Node})
	}
}

// structFields adds the fields of a struct, as encoding/json writes them.
func (f gatherer) structFields(v *flow.Value, st *types.Struct, c *claims, depth int) {
	owners := jsonOwners(st)
	owns := func(i int, name string) bool {
		owner, ok := owners[name]
		return ok && owner == i
	}
	for i := range st.NumFields() {
		if _, isFunc := st.Field(i).Type().Underlying().(*types.Signature); isFunc {
			if _, written := jsonFieldOf(st, i); written {
				c.open = true // it has no JSON
			}
		}
	}
	for _, fd := range v.Fields {
		i := fieldIndex(st, fd.Name)
		as, ok := jsonFieldOf(st, i)
		switch {
		case !ok:
		case as.inline:
			inner := &claims{}
			f.collect(fd.Val, inner, depth)
			for _, cl := range inner.list {
				if owns(i, cl.name) {
					c.set(cl)
				}
			}
			c.open, c.taint = c.open || inner.open, cmp.Or(c.taint, inner.taint)
		case owns(i, as.name):
			val := f.asJSON(f.later(fd.Val))
			if as.quoted {
				val = &flow.Value{Op: flow.Unknown}
			}
			c.set(claim{name: as.name, val: val, cond: fd.Cond, node: fd.Node})
		}
	}
}

// isToken reports whether a type is the token of a JWT library, which holds
// its claims in a field.
func (f gatherer) isToken(t types.Type) bool {
	if t == nil {
		return false
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || f.pkg.Has(named.Obj().Pkg()) {
		return false
	}
	for _, lib := range knowledge.JWTs {
		if lib.Token == named.Obj().Name() && lib.Has(named.Obj().Pkg().Path()) {
			return true
		}
	}
	return false
}

// call adds the claims of an object that a library's function returned.
func (f gatherer) call(v *flow.Value, c *claims, depth int) {
	k, ok := f.lookup(v.Fn)
	if !ok {
		c.open = true
		return
	}
	if mayLackMethod(v) {
		c.taint = "it may have no signing method"
	}
	switch k.Row.Role {
	case knowledge.Token:
		fd, inField := v.Field(k.Row.ClaimsField)
		whole := inField && !fd.Cond && fd.Val.Strip().Op != flow.Leaf // it replaces the argument
		if arg := argument(v, k.Row.Claims); arg != nil && !whole && v.Fn.Signature().Params().Len() > k.Row.Claims {
			f.collect(f.later(arg), c, depth)
		}
		if inField {
			f.collect(fd.Val, c, depth)
		}
		if k.Row.ClaimsField != "" {
			break
		}
		if k.Row.Claims == knowledge.None && k.Row.Key == 0 && len(v.Args) > 0 && c.key == nil {
			c.key, _ = f.signerKey(v.Args[0])
		}
	case knowledge.AddClaims:
		if len(v.Args) > 0 {
			f.collect(v.Args[0], c, depth)
		}
		if arg := argument(v, k.Row.Claims); arg != nil {
			f.collect(f.later(arg), c, depth)
		}
	case knowledge.SetClaim:
		if len(v.Args) > 0 {
			f.collect(v.Args[0], c, depth)
			f.setClaim(k.Row, v.Args[1:], v.Expr, false, c)
		}
	case knowledge.Finish:
		if len(v.Args) > 0 {
			f.collect(v.Args[0], c, depth)
		}
	}
}

// mayLackMethod reports whether a call gets a method of signing that is nil on
// some ways through the code: then there is a panic, and no token.
func mayLackMethod(call *flow.Value) bool {
	sig := call.Fn.Signature()
	for i := range sig.Params().Len() {
		named, ok := types.Unalias(sig.Params().At(i).Type()).(*types.Named)
		if !ok || named.Obj().Name() != "SigningMethod" {
			continue
		}
		arg := argument(call, i)
		if arg == nil {
			return true
		}
		alts := []*flow.Value{arg.Strip()}
		if alts[0].Op == flow.Choice {
			alts = alts[0].Args
		}
		return slices.ContainsFunc(alts, func(a *flow.Value) bool {
			a = a.Strip()
			return a.Op == flow.Const && a.Const == nil
		})
	}
	return false
}

// done adds what a call on the object did to its claims.
func (f gatherer) done(d flow.Doing, c *claims, depth int) {
	if d.Fn == nil || d.Arg != -1 {
		return
	}
	k, ok := f.lookup(d.Fn)
	if !ok {
		return
	}
	switch k.Row.Role {
	case knowledge.SetClaim:
		if from := ranged(k.Row, d.Args); from != nil {
			// Have: for name, v := range from { claims.Set(name, v) }
			f.collect(from, c, depth)
			return
		}
		f.setClaim(k.Row, d.Args, d.Call, d.Cond, c)
	case knowledge.AddClaims:
		if k.Row.Claims < len(d.Args) {
			f.collect(d.Args[k.Row.Claims], c, depth)
		}
	}
}

// ranged returns the map that a call copies, entry by entry, nil if it sets
// another claim.
func ranged(row knowledge.JWTFunc, args []*flow.Value) *flow.Value {
	if row.Claim != "" || row.NameArg >= len(args) || row.Value >= len(args) || args[row.NameArg] == nil || args[row.Value] == nil {
		return nil
	}
	k, v := args[row.NameArg].Strip(), args[row.Value].Strip()
	if k.Op != flow.Range || v.Op != flow.Range || k.Result != 0 || v.Result != 1 {
		return nil
	}
	from := k.Args[0].Strip()
	if from.Op != flow.Record || v.Args[0].Strip().Identity() != from.Identity() && v.Args[0] != k.Args[0] {
		return nil
	}
	return k.Args[0]
}

func (f gatherer) setClaim(row knowledge.JWTFunc, args []*flow.Value, node ast.Node, cond bool, c *claims) {
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
		c.set(claim{name: name, val: f.asJSON(args[row.Value]), cond: cond, node: node})
	}
}
