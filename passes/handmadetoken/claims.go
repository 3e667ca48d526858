package handmadetoken

import (
	"cmp"
	"go/ast"
	"slices"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// A claim is one claim of a token.
type claim struct {
	name string
	val  *flow.Value
	cond bool
	node ast.Node
}

// A list holds claims in the order in which they were set.
type list []claim

// claims are the claims of a token, wherever they were set, and the key
// that signs them.
type claims struct {
	list  list
	key   *flow.Value // nil if unknown
	open  bool        // there may be more
	taint string      // who may have changed them, "" if nobody
	isJWT bool        // what is signed is known to be a JSON Web Token
}

// set adds a claim. It replaces those of the same name, unless it is set on
// some ways through the code only.
func (c *claims) set(cl claim) {
	if !cl.cond {
		c.list = slices.DeleteFunc(c.list, func(o claim) bool { return o.name == cl.name })
	}
	c.list = append(c.list, cl)
}

// named returns the claims that may be the one of that name. The scope is
// found in any spelling: some libraries write Scope.
func (l list) named(name string) []claim {
	var out []claim
	for _, cl := range l {
		if cl.name == name || name == "scope" && isScope(cl.name) {
			out = append(out, cl)
		}
	}
	return out
}

// only returns the value of the claim of that name, nil unless it is set
// once, and always.
func (c *claims) only(name string) *flow.Value {
	if all := c.list.named(name); len(all) == 1 && !all[0].cond {
		return all[0].val
	}
	return nil
}

func (l list) has(name string) bool { return len(l.named(name)) > 0 }

// argument returns the argument of a call value at a position of the
// tables, nil if there is none.
func argument(v *flow.Value, i int) *flow.Value {
	if i == knowledge.None {
		return nil
	}
	if v.Fn.Signature().Recv() != nil {
		if i == knowledge.Receiver {
			i = -1
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
func (f *finder) signedClaims(v *flow.Value, row knowledge.JWTFunc) []*claims {
	signed := argument(v, row.Signed)
	if signed == nil {
		return nil
	}
	var key *flow.Value
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
	options := row.SetsClaims && len(v.Args) > row.Options
	var out []*claims
	for _, obj := range f.objects(signed, 0) {
		c := &claims{key: key}
		g := gatherer{f, v}
		if row.Text {
			g.encoded(obj, c)
		} else {
			g.collect(obj, c, 0)
		}
		if row.Text && row.Key == knowledge.Receiver && len(c.list) == 0 {
			c.open = true
		}
		if options {
			c.open, c.taint = true, cmp.Or(c.taint, "options may set claims")
			for i := range c.list {
				c.list[i].cond = c.list[i].cond || !isScope(c.list[i].name)
			}
		}
		c.isJWT = !row.Text || isClaims(c.list)
		if row.Text && !(c.list.has("iss") && c.list.has("exp")) {
			c.list = nil // a signature over something else
		}
		out = append(out, c)
	}
	return out
}

// maxObjects bounds the alternatives that are looked at one by one.
const maxObjects = 16

// objects returns what v may be, with the choice made between the claims
// that a library's function is handed.
func (f *finder) objects(v *flow.Value, depth int) []*flow.Value {
	if depth > maxNesting {
		return []*flow.Value{v}
	}
	s := v.Strip()
	var out []*flow.Value
	switch s.Op {
	case flow.Choice:
		for _, a := range s.Args {
			out = append(out, f.objects(a, depth+1)...)
		}
	case flow.Call:
		out = []*flow.Value{s}
		if _, ok := f.lookup(s.Fn); !ok && (s.Fn.Pkg() == nil || s.Fn.Pkg().Path() != "encoding/json") {
			break
		}
		// each has one of several values put into copies of what there is.
		each := func(v *flow.Value, put func(copy, alt *flow.Value)) {
			alts := f.objects(v.Stored(), depth+1)
			if len(alts) < 2 || len(out)*len(alts) > maxObjects {
				return
			}
			var more []*flow.Value
			for _, o := range out {
				for _, alt := range alts {
					w := *o
					put(&w, alt)
					more = append(more, &w)
				}
			}
			out = more
		}
		for i, a := range s.Args {
			each(a, func(copy, alt *flow.Value) {
				copy.Args = slices.Clone(copy.Args)
				copy.Args[i] = alt
			})
		}
		for i, fd := range s.Fields { // token.Claims = …
			each(fd.Val, func(copy, alt *flow.Value) {
				copy.Fields = slices.Clone(copy.Fields)
				copy.Fields[i].Val = alt
			})
		}
	default:
		out = []*flow.Value{v}
	}
	if len(out) > maxObjects {
		return []*flow.Value{v}
	}
	return out
}

// isClaims reports whether the members of a JSON object are claims: a header
// has none of these.
func isClaims(l list) bool {
	return slices.ContainsFunc([]string{"scope", "iss", "sub", "exp", "iat", "grants", "policies"}, l.has)
}

// spells reports whether a value is text that is at least partly known.
func spells(v *flow.Value) bool {
	_, isConst := v.StringConst()
	return v.Op == flow.Concat || v.Op == flow.Const && isConst
}

const maxNesting = 20
