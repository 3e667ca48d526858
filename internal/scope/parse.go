package scope

import (
	"slices"
	"strings"
)

// A Privilege is what a scope allows.
type Privilege int

const (
	Incoming    Privilege = iota // scope:client:incoming
	Outgoing                     // scope:client:outgoing
	EventStream                  // scope:stream:subscribe
)

var heads = map[string]Privilege{
	"scope:client:incoming":  Incoming,
	"scope:client:outgoing":  Outgoing,
	"scope:stream:subscribe": EventStream,
}

// A Scope is one URI of a scope claim. Values are decoded; nil means that
// the argument is absent.
type Scope struct {
	Privilege   Privilege
	ClientName  Template
	AppSid      Template
	Params      *Params
	Conditional bool // not there on every way through the code
	Incomplete  bool // some arguments could not be read
}

// Params is the value of appParams (in some libraries, params).
type Params struct {
	Source any    // the map that they are made of, if one stands for them all
	Pairs  []Pair // else each of them, in the order of the text
	Opaque bool   // not readable: text that was encoded elsewhere
}

// A Pair is one parameter.
type Pair struct {
	Key   Template
	Value Template
}

// A Result is what is known of a scope claim.
type Result struct {
	Scopes []Scope
	// Open holds the sources of the holes that hide whether there are more
	// scopes: a hole in place of a whole scope, or of its name.
	Open []any
	// Foreign reports whether the claim has a scope of another kind.
	Foreign bool
}

// maxVariants bounds the combinations of alternatives that are read.
const maxVariants = 64

// ParseString reads a scope claim.
func ParseString(s string) Result { return Parse(Lit(s)) }

// Parse reads the template of a scope claim. It does not fail: what is not
// a scope of a Capability Token is left out.
func Parse(t Template) Result {
	var res Result
	t = t.open(" ?&=:")
	for _, piece := range independent(t) {
		if piece.alts == nil {
			res.add(variants(piece.template))
			continue
		}
		res.add(merge(piece.alts))
	}
	return res
}

func (r *Result) add(more Result) {
	r.Scopes = append(r.Scopes, more.Scopes...)
	r.Open = append(r.Open, more.Open...)
	r.Foreign = r.Foreign || more.Foreign
}

type piece struct {
	template Template
	alts     []Template // the piece is one of these whole lists of scopes
}

// independent cuts a claim into pieces that can be read one by one: text
// with what belongs to it, and alternatives that stand between spaces.
func independent(t Template) []piece {
	var out []piece
	var cur Template
	flush := func() {
		if len(cur) > 0 {
			out = append(out, piece{template: cur})
			cur = nil
		}
	}
	for i, p := range t {
		if p.Kind == Alt && p.Escaped == 0 && standsAlone(p, endsScope(cur), startsWithSpace(t[i+1:])) {
			flush()
			out = append(out, piece{alts: p.Alts})
			continue
		}
		cur = append(cur, p)
	}
	flush()
	return out
}

// standsAlone reports whether each alternative of p is a list of whole
// scopes; before and after say whether there is a boundary on that side.
func standsAlone(p Part, before, after bool) bool {
	some := false
	for _, a := range p.Alts {
		a = a.open(" ?&=:")
		if len(a) == 0 {
			continue
		}
		first, last := a[0], a[len(a)-1]
		if first.Kind == Text && first.Escaped == 0 && first.Text == "" && len(a) == 1 {
			continue
		}
		starts := before || startsWithSpace(Template{first, {Text: "x"}})
		ends := after || last.Kind == Text && last.Escaped == 0 && strings.HasSuffix(last.Text, " ")
		if !starts || !ends {
			return false
		}
		some = true
	}
	return some
}

// startsWithSpace reports whether a scope that stands before t ends there,
// whichever alternative is taken.
func startsWithSpace(t Template) bool {
	for _, p := range t {
		if p.Escaped > 0 {
			return false
		}
		switch {
		case p.Kind == Text && p.Text == "":
			continue
		case p.Kind == Text:
			return strings.HasPrefix(p.Text, " ")
		case p.Kind != Alt:
			return false
		}
		empty := false
		for _, a := range p.Alts {
			if s, ok := a.Constant(); ok && s == "" {
				empty = true
			} else if !startsWithSpace(append(slices.Clone(a), Part{Text: "x"})) {
				return false
			}
		}
		if !empty {
			return true
		}
	}
	return true
}

func endsScope(t Template) bool {
	if len(t) == 0 {
		return true
	}
	last := t[len(t)-1]
	return last.Kind == Text && last.Escaped == 0 && strings.HasSuffix(last.Text, " ")
}

// merge reads alternatives and marks what is not in all of them.
func merge(alts []Template) Result {
	results := make([]Result, len(alts))
	for i, a := range alts {
		results[i] = Parse(a)
	}
	return Unite(results...)
}

// Unite merges what is known of one claim in several circumstances: a scope
// that is not there in all of them is conditional.
func Unite(results ...Result) Result {
	var out Result
	for _, r := range results {
		out.Foreign = out.Foreign || r.Foreign
		for _, o := range r.Open {
			if !slices.Contains(out.Open, o) {
				out.Open = append(out.Open, o)
			}
		}
		for _, s := range r.Scopes {
			if i := slices.IndexFunc(out.Scopes, s.equal); i >= 0 {
				out.Scopes[i].Conditional = out.Scopes[i].Conditional || s.Conditional
				continue
			}
			for _, other := range results {
				if !slices.ContainsFunc(other.Scopes, s.equal) {
					s.Conditional = true
				}
			}
			out.Scopes = append(out.Scopes, s)
		}
	}
	return out
}

// variants reads a template whose alternatives are parts of scopes, by
// trying each combination.
func variants(t Template) Result {
	todo := []Template{t}
	var done []Template
	for len(todo) > 0 {
		v := todo[0]
		todo = todo[1:]
		i := slices.IndexFunc(v, func(p Part) bool { return p.Kind == Alt && splits(v, p) })
		if i < 0 || len(done)+len(todo) > maxVariants {
			done = append(done, v)
			continue
		}
		for _, a := range v[i].Alts {
			w := append(slices.Clone(v[:i]), a...)
			todo = append(todo, append(w, v[i+1:]...).open(" ?&=:"))
		}
	}
	if len(done) == 1 {
		return segments(done[0], false)
	}
	results := make([]Result, len(done))
	for i, v := range done {
		results[i] = segments(v, true)
	}
	return Unite(results...)
}

// splits reports whether the alternatives of p make a difference for the
// structure of the template that p is in.
func splits(t Template, p Part) bool {
	if p.Escaped > 0 {
		return false
	}
	if p.Source == nil || p.structural(" ?&=:") {
		return true
	}
	// A word that may be part of a scope's name. It is one if no "?" stands
	// between the last space and p.
	inHead := true
	for _, q := range t {
		if q.Kind == Alt && q.Source == p.Source && q.Escaped == 0 {
			break
		}
		if q.Kind == Text && q.Escaped == 0 {
			for _, c := range q.Text {
				switch c {
				case '?':
					inHead = false
				case ' ':
					inHead = true
				}
			}
		}
	}
	return inHead
}

// segments reads the scopes of a template between the spaces. If it is one
// combination of alternatives of several, a space may be missing, because
// not all combinations occur.
func segments(t Template, combined bool) Result {
	var res Result
	for _, seg := range t.split(' ') {
		pieces := []Template{seg}
		if combined {
			pieces = atHeads(seg)
		}
		for _, one := range pieces {
			if len(one) > 0 {
				res.segment(one)
			}
		}
	}
	return res
}

// atHeads cuts a piece before each name of a scope that stands in it without
// a space before it. Code that puts a space between two scopes only if
// there are two shows such a piece, which it never makes.
func atHeads(seg Template) []Template {
	var out []Template
	var cur Template
	for _, p := range seg {
		if p.Kind != Text || p.Escaped > 0 {
			cur = append(cur, p)
			continue
		}
		rest := p.Text
		for {
			i := nextHead(rest)
			if i < 0 {
				break
			}
			if i > 0 {
				cur = append(cur, Part{Text: rest[:i]})
			}
			if len(cur) > 0 {
				out = append(out, cur)
			}
			cur = Template{{Text: rest[i : i+len("scope:")]}}
			rest = rest[i+len("scope:"):]
		}
		if rest != "" {
			cur = append(cur, Part{Text: rest})
		}
	}
	return append(out, cur)
}

// nextHead finds the name of a scope in text, -1 if there is none.
func nextHead(text string) int {
	at := -1
	for _, head := range []string{"scope:client:incoming?", "scope:client:outgoing?", "scope:stream:subscribe"} {
		if i := strings.Index(text, head); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

func (r *Result) segment(seg Template) {
	headPart, query, _ := seg.cut('?')
	head, ok := headPart.Constant()
	if !ok {
		// A hole in the name of the scope, or in its place.
		if prefix, _ := headPart[:1].Constant(); couldBeHead(prefix) {
			r.Open = append(r.Open, holes(headPart)...)
		}
		return
	}
	privilege, ok := heads[head]
	if !ok {
		r.Foreign = true
		return
	}
	s := Scope{Privilege: privilege}
	for _, pair := range query.open("&=").split('&') {
		if len(pair) == 0 {
			continue
		}
		keyPart, val, found := pair.cut('=')
		key, ok := keyPart.Constant()
		if !found || !ok {
			s.Incomplete = true
			continue
		}
		if val == nil {
			val = Lit("")
		}
		val = val.decode()
		switch unescape(key) {
		case "clientName":
			s.ClientName = val
		case "appSid":
			s.AppSid = val
		case "appParams", "params":
			s.Params = params(val)
		case "path":
		default:
			s.Incomplete = true
		}
	}
	r.Scopes = append(r.Scopes, s)
}

// couldBeHead reports whether a scope's name may start with prefix.
func couldBeHead(prefix string) bool {
	for head := range heads {
		if strings.HasPrefix(head, prefix) || strings.HasPrefix(prefix, head) {
			return true
		}
	}
	return false
}

// holes returns the sources of all that is not known in t.
func holes(t Template) []any {
	var out []any
	for _, p := range t {
		if _, ok := (Template{p}).Constant(); ok {
			continue
		}
		switch p.Kind {
		case Group, Query:
			if inner := holes(p.Parts); len(inner) > 0 {
				out = append(out, inner...)
				continue
			}
		case Alt:
			for _, a := range p.Alts {
				out = append(out, holes(a)...)
			}
		}
		if p.Source != nil {
			out = append(out, p.Source)
		}
	}
	return out
}

// params reads the decoded value of appParams: a query.
func params(t Template) *Params {
	if len(t) == 1 && t[0].Kind == Query && t[0].Escaped == 0 {
		return &Params{Source: t[0].Source}
	}
	if len(t) == 1 && t[0].Kind == Group && t[0].Escaped == 0 && len(t[0].Parts) == 1 {
		return params(t[0].Parts)
	}
	var p Params
	for _, pair := range t.open("&=").split('&') {
		if len(pair) == 0 {
			continue
		}
		key, val, found := pair.cut('=')
		if !found {
			if _, ok := pair.Constant(); !ok {
				return &Params{Opaque: true}
			}
		}
		if slices.ContainsFunc(key, func(p Part) bool { return p.Kind == Alt }) || key.mayHoldPairs() || val.mayHoldPairs() {
			return &Params{Opaque: true}
		}
		p.Pairs = append(p.Pairs, Pair{Key: key.decode(), Value: val.decode()})
	}
	return &p
}

// mayHoldPairs reports whether a piece of a query is there as it is, whatever it
// may be: with an ampersand in it, it would be several parameters.
//
//	url.QueryEscape("agent=" + name)                  // it may
//	url.QueryEscape("agent=" + url.QueryEscape(name)) // it may not
func (t Template) mayHoldPairs() bool {
	return slices.ContainsFunc(t, func(p Part) bool {
		switch {
		case p.Escaped > 0 || p.Number:
			return false
		case p.Kind == Group:
			return p.Parts.mayHoldPairs()
		case p.Kind == Alt:
			return slices.ContainsFunc(p.Alts, Template.mayHoldPairs)
		}
		return p.Kind == Hole
	})
}

func (s Scope) equal(o Scope) bool {
	if s.Privilege != o.Privilege || s.Incomplete != o.Incomplete ||
		!s.ClientName.equal(o.ClientName) || !s.AppSid.equal(o.AppSid) || (s.Params == nil) != (o.Params == nil) {
		return false
	}
	if s.Params == nil {
		return true
	}
	return s.Params.Source == o.Params.Source && s.Params.Opaque == o.Params.Opaque &&
		slices.EqualFunc(s.Params.Pairs, o.Params.Pairs, func(a, b Pair) bool {
			return a.Key.equal(b.Key) && a.Value.equal(b.Value)
		})
}

func (t Template) equal(o Template) bool {
	return slices.EqualFunc(t, o, func(a, b Part) bool {
		return a.Kind == b.Kind && a.Text == b.Text && a.Escaped == b.Escaped && a.Source == b.Source &&
			a.Parts.equal(b.Parts) && slices.EqualFunc(a.Alts, b.Alts, Template.equal)
	})
}
