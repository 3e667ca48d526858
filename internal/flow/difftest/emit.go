package difftest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// chance is true in percent of 100 cases.
func (g *gen) chance(percent int) bool { return g.r.IntN(100) < percent }

// pick returns one of the texts.
func (g *gen) pick(texts ...string) string { return texts[g.r.IntN(len(texts))] }

// mark notes that the program has a feature.
func (g *gen) mark(feature string) { g.features[feature] = true }

// may is true in percent of 100 cases if the feature is not excluded. It notes
// the feature.
func (g *gen) may(feature string, percent int) bool {
	if !g.chance(percent) || g.without[feature] {
		return false
	}
	g.mark(feature)
	return true
}

// imp notes an import and returns the name of the package.
func (g *gen) imp(path string) string {
	g.imports[path] = true
	return path[strings.LastIndexByte(path, '/')+1:]
}

// line writes a line.
func (g *gen) line(format string, args ...any) {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	g.out.WriteString(text + "\n")
	g.left -= 1 + strings.Count(text, "\n")
}

// capture returns what f writes.
func (g *gen) capture(f func()) string {
	old := g.out.String()
	g.out.Reset()
	f()
	text := g.out.String()
	g.out.Reset()
	g.out.WriteString(old)
	return text
}

// declare makes a package-level declaration of what f writes, once for a name.
func (g *gen) declare(name string, f func()) {
	if g.templates[name] {
		return
	}
	g.templates[name] = true
	vars, base, fn, left := g.vars, g.base, g.fn, g.left
	g.vars, g.base, g.fn = nil, 0, &body{kind: methodBody}
	text := g.capture(f)
	g.vars, g.base, g.fn, g.left = vars, base, fn, left
	g.decls = append(g.decls, text)
}

// name returns a new name.
func (g *gen) name(prefix string) string {
	g.names++
	return prefix + strconv.Itoa(g.names)
}

// newVar writes the declaration of a variable with a value. It returns the name
// of the variable.
func (g *gen) newVar(prefix string, t *typ, value string) string {
	name := g.name(prefix)
	g.declareVar(name, t, value)
	return name
}

func (g *gen) declareVar(name string, t *typ, value string) {
	if t.kind == ifaceKind || g.chance(8) {
		g.line("var %s %s = %s", name, t.text, value)
	} else {
		g.line("%s := %s", name, value)
	}
	g.vars = append(g.vars, variable{name: name, t: t})
}

// bind brings a variable into scope that has been written already.
func (g *gen) bind(name string, t *typ) { g.vars = append(g.vars, variable{name: name, t: t}) }

// bindFixed is bind for a variable that nothing changes.
func (g *gen) bindFixed(name string, t *typ) {
	g.vars = append(g.vars, variable{name: name, t: t, fixed: true})
}

// bindIndex is bind for a variable that is 0 or 1.
func (g *gen) bindIndex(name string) {
	g.vars = append(g.vars, variable{name: name, t: g.num, fixed: true, index: true})
}

// room reports whether there can be one more probe.
func (g *gen) room() bool { return g.probes < maxProbes-g.reserved }

// probe writes a probe of an expression.
func (g *gen) probe(format string, args ...any) {
	g.line("%s", g.probeOf(fmt.Sprintf(format, args...)))
}

// probeOf returns a call of probe, or of another function if there are enough
// probes.
func (g *gen) probeOf(expr string) string {
	if !g.room() {
		return "_ = " + expr
	}
	g.probes++
	return fmt.Sprintf("probe(%d, %s)", g.probes-1, expr)
}

// block writes n statements in a scope of their own.
func (g *gen) block(n int) {
	g.scope(func() {
		g.fn.depth++
		for i := range n {
			if i > 0 && g.left <= 0 {
				break
			}
			g.stmt()
		}
		g.fn.depth--
	})
}

// closure returns a function literal. The body has n statements. The
// parameters of basic types and the others are in scope there.
func (g *gen) closure(params, results []*typ, n int) string {
	var names []string
	for range params {
		names = append(names, g.name("a"))
	}
	return "func" + g.header(names, params, results, nil) + " " + g.literal(&body{results: results, kind: closureBody}, names, params, n)
}

// literal returns the body of a function literal, with braces.
func (g *gen) literal(b *body, names []string, params []*typ, n int) string {
	b.depth = g.fn.depth + 1
	outer := g.fn
	b.inLoop = outer.inLoop
	g.fn = b
	text := g.capture(func() {
		g.line("{")
		g.scope(func() {
			for i, name := range names {
				g.bind(name, params[i])
			}
			g.bindResults(b)
			g.block(n)
			g.ret()
		})
		g.line("}")
	})
	g.fn = outer
	return strings.TrimSuffix(text, "\n")
}

// header spells parameters and results with names.
func (g *gen) header(names []string, params, results []*typ, named []string) string {
	var list []string
	for i, name := range names {
		list = append(list, name+" "+params[i].text)
	}
	s := "(" + strings.Join(list, ", ") + ")"
	switch {
	case len(named) > 0:
		list = nil
		for i, name := range named {
			list = append(list, name+" "+results[i].text)
		}
		return s + " (" + strings.Join(list, ", ") + ")"
	case len(results) == 1:
		return s + " " + results[0].text
	case len(results) > 1:
		return s + " (" + spellAll(results) + ")"
	}
	return s
}

// ret writes the return statement at the end of a function that has results.
func (g *gen) ret() {
	if len(g.fn.results) > 0 {
		g.line("%s", g.returning())
	}
}

// returning returns a return statement.
func (g *gen) returning() string {
	if len(g.fn.named) > 0 && g.chance(50) && !g.hidden(g.fn.named) {
		return "return"
	}
	var values []string
	for _, t := range g.fn.results {
		values = append(values, g.expr(t, 1))
	}
	return strings.TrimSpace("return " + strings.Join(values, ", "))
}

// hidden reports whether an inner variable hides one of the results.
func (g *gen) hidden(names []string) bool {
	for _, name := range names {
		n := 0
		for _, v := range g.vars {
			if v.name == name {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return false
}

// shadowable returns the name of a variable of type t that an outer block
// declares, and that this block doesn't.
func (g *gen) shadowable() (string, bool) {
	var names []string
	for _, v := range g.vars[:g.base] {
		inner := slices.ContainsFunc(g.vars[g.base:], func(w variable) bool { return w.name == v.name })
		if !inner && v.t != g.hidingType() {
			names = append(names, v.name)
		}
	}
	if len(names) == 0 {
		return "", false
	}
	return names[g.r.IntN(len(names))], true
}
