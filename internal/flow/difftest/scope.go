package difftest

import "slices"

// A variable is a variable of the generated program that is in scope.
type variable struct {
	name string
	t    *typ
	// fixed says that nothing assigns it, and that nothing takes its address.
	fixed bool
	// index says that it is an int that is 0 or 1, always.
	index bool
}

// A place is an expression that reads, or a variable that can be assigned.
type place struct {
	text string
	t    *typ
	addr bool // & applies
	set  bool // = applies
	last bool // it is not extended: p.f is shorter than (*p).f
}

// A use is what a place is for.
type use int

const (
	read use = iota
	assign
	address
)

func (p place) good(t *typ, u use) bool {
	return p.t == t && (u == read || u == assign && p.set || u == address && p.addr)
}

// visible returns the variables that no inner one hides, the newest first.
func (g *gen) visible() []variable {
	var out []variable
	hidden := map[string]bool{}
	for _, v := range slices.Backward(g.vars) {
		if !hidden[v.name] {
			hidden[v.name] = true
			out = append(out, v)
		}
	}
	return out
}

// steps returns the places that one selector, index or * makes from p.
func (g *gen) steps(p place, index string) []place {
	switch p.t.kind {
	case ptrKind:
		short := p.t.elem.kind == structKind || p.t.elem.kind == arrayKind
		out := []place{{"(*" + p.text + ")", p.t.elem, true, true, short}}
		if short {
			out = append(out, g.steps(place{p.text, p.t.elem, true, true, false}, index)...)
		}
		return out
	case structKind:
		return g.selected(p, p.t, p.text+".")
	case sliceKind:
		return []place{
			{p.text + "[0]", p.t.elem, true, true, false},
			{p.text + "[1]", p.t.elem, true, true, false},
			{p.text + "[" + index + "]", p.t.elem, true, true, false},
		}
	case arrayKind:
		return []place{
			{p.text + "[0]", p.t.elem, p.addr, p.addr, false},
			{p.text + "[1]", p.t.elem, p.addr, p.addr, false},
			{p.text + "[" + index + "]", p.t.elem, p.addr, p.addr, false},
		}
	case mapKind:
		return []place{
			{p.text + "[" + g.key(p.t.key) + "]", p.t.elem, false, true, false},
		}
	}
	return nil
}

// selected returns the fields of the struct type t, and those that embedded
// fields promote.
func (g *gen) selected(p place, t *typ, prefix string) []place {
	var out []place
	own := map[string]bool{}
	for _, f := range t.fields {
		own[f.name] = true
		out = append(out, place{prefix + f.name, f.t, p.addr, p.addr, false})
	}
	for _, f := range t.fields {
		if !f.embedded {
			continue
		}
		inner := place{"", f.t, p.addr, p.addr, false}
		if f.t.kind == ptrKind {
			inner = place{"", f.t.elem, true, true, false}
		}
		for _, sub := range g.selected(inner, inner.t, prefix) {
			if name := sub.text[len(prefix):]; !own[name] {
				own[name] = true
				out = append(out, sub)
			}
		}
	}
	return out
}

// find returns a place of type t that is good for u.
func (g *gen) find(t *typ, u use) (string, bool) { return g.findIn(g.visible(), t, u) }

// findIn returns one that starts at one of some variables.
func (g *gen) findIn(vars []variable, t *typ, u use) (string, bool) {
	vars = slices.Clone(vars)
	g.r.Shuffle(len(vars), func(i, j int) { vars[i], vars[j] = vars[j], vars[i] })
	index := g.index()
	for _, v := range vars {
		var out []string
		var walk func(p place, depth int)
		walk = func(p place, depth int) {
			if p.good(t, u) {
				out = append(out, p.text)
			}
			if depth > 0 && !p.last && !p.t.basic() {
				for _, q := range g.steps(p, index) {
					walk(q, depth-1)
				}
			}
		}
		walk(place{v.name, v.t, !v.fixed, !v.fixed, false}, 3)
		if len(out) > 0 {
			return out[g.r.IntN(len(out))], true
		}
	}
	return "", false
}

// variableOf returns a variable of type t. With free it is one that can be
// assigned.
func (g *gen) variableOf(t *typ, free bool) (string, bool) {
	var names []string
	for _, v := range g.visible() {
		if v.t == t && !(free && v.fixed) {
			names = append(names, v.name)
		}
	}
	if len(names) == 0 {
		return "", false
	}
	return names[g.r.IntN(len(names))], true
}

// index returns an expression that is 0 or 1.
func (g *gen) index() string {
	for _, v := range g.visible() {
		if v.index && g.chance(60) {
			g.mark("index by variable")
			return v.name
		}
	}
	return g.pick("0", "1")
}

// key returns an expression for a key of a map.
func (g *gen) key(t *typ) string {
	switch t.kind {
	case intKind:
		return g.index()
	case boolKind:
		return g.pick("true", "false")
	}
	if g.chance(15) {
		if v, ok := g.variableOf(t, false); ok {
			return v
		}
	}
	return g.pick(`"a"`, `"a"`, `"b"`)
}

// scope calls f in an inner scope.
func (g *gen) scope(f func()) {
	vars, base := g.vars, g.base
	g.vars = vars[:len(vars):len(vars)]
	g.base = len(vars)
	f()
	g.vars, g.base = vars, base
}

// has reports whether the name of a builtin is not hidden.
func (g *gen) has(names ...string) bool {
	return !slices.ContainsFunc(g.vars, func(v variable) bool { return slices.Contains(names, v.name) })
}
