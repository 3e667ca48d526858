package difftest

import (
	"fmt"
	"strings"
)

// A function is a function of the program that others can call.
type function struct {
	name     string
	params   []*typ
	results  []*typ
	variadic bool // the last parameter, which is then []string
	values   bool // whether it calls function values
	called   bool
}

// structType declares a struct type with methods.
func (g *gen) structType() {
	name := g.pick("t", "T") + fmt.Sprint(len(g.structs))
	t := g.add(&typ{kind: structKind, text: name})
	letters := []string{"a", "b", "c", "d", "e"}
	next := 0
	plain := func(ft *typ) {
		t.fields = append(t.fields, field{letters[next], ft, false})
		next++
	}
	if len(g.structs) > 0 && (g.chance(75) || g.leadsStruct()) {
		base := g.structs[g.r.IntN(len(g.structs))]
		switch g.r.IntN(6) {
		case 0, 4:
			g.mark("embedded struct")
			t.fields = append(t.fields, field{base.text, base, true})
		case 1, 5:
			g.mark("embedded pointer")
			t.fields = append(t.fields, field{base.text, g.ptr(base), true})
		case 2:
			g.mark("nested struct")
			next = 1
			plain(base)
			next = 0
		case 3:
			g.mark("pointer to struct in struct")
			next = 1
			plain(g.ptr(base))
			next = 0
		}
	}
	if len(t.fields) == 0 || g.chance(40) {
		plain(g.str)
	}
	next = 2
	types := []*typ{
		g.str, g.str, g.num, g.array(2, g.str), // those that fmt prints and == compares
		g.ptr(g.str), g.ptr(g.str), g.slice(g.str), g.mapOf(g.str, g.str), g.funcOf(nil, []*typ{g.str}),
	}
	if g.chance(40) {
		types = types[:4]
	}
	for range 1 + g.r.IntN(2) {
		plain(types[g.r.IntN(len(types))])
	}
	var fields []string
	for _, f := range t.fields {
		if f.embedded {
			fields = append(fields, f.t.text)
		} else {
			fields = append(fields, f.name+" "+f.t.text)
		}
	}
	g.decls = append(g.decls, "type "+name+" struct {\n"+strings.Join(fields, "\n")+"\n}\n")
	g.left -= len(fields) + 3
	g.mark("struct type")

	own := func() bool { return g.chance(55) }
	embeds := t.embeds()
	if !embeds || own() {
		g.method(t, method{name: "get", ptr: g.chance(50), result: g.str})
	}
	if !embeds || own() {
		g.method(t, method{name: "set", ptr: g.chance(80), param: g.str})
	}
	if own() {
		g.method(t, method{name: "self", ptr: true, result: g.ptr(t)})
	}
	if g.chance(30) {
		g.mark("String method")
		if p, ok := g.receiver(t, false, func() (string, bool) { return g.find(g.str, read) }); ok {
			g.decls = append(g.decls, fmt.Sprintf("func (r %s) String() string { return %s + %s }\n", t.text, g.lit(), p))
		}
	}
	g.structs = append(g.structs, t)
}

// receiver calls f where only the receiver of t is in scope.
func (g *gen) receiver(t *typ, ptr bool, f func() (string, bool)) (text string, ok bool) {
	if ptr {
		t = g.ptr(t)
	}
	vars, base := g.vars, g.base
	g.vars, g.base = []variable{{name: "r", t: t}}, 0
	text, ok = f()
	g.vars, g.base = vars, base
	return text, ok
}

// method declares a method. It calls no function value and no method of an
// interface, so that no call of it goes on forever.
func (g *gen) method(t *typ, m method) {
	recv := t.text
	if m.ptr {
		recv = "*" + recv
		g.mark("pointer receiver")
	} else {
		g.mark("value receiver")
	}
	var names []string
	var params, results []*typ
	if m.param != nil {
		names, params = []string{"s"}, []*typ{m.param}
	}
	if m.result != nil {
		results = []*typ{m.result}
	}
	fn := g.fn
	g.fn = &body{kind: methodBody, results: results}
	text, _ := g.receiver(t, m.ptr, func() (string, bool) {
		return g.capture(func() {
			g.line("func (r %s) %s%s {", recv, m.name, g.header(names, params, results, nil))
			target, found := g.find(g.str, assign)
			for i, name := range names {
				g.bind(name, params[i])
			}
			switch m.name {
			case "set":
				if found {
					g.line("%s %s s", target, g.pick("=", "=", "=", "+="))
				}
				if g.chance(30) {
					g.block(1)
				}
			case "get":
				if g.chance(25) {
					g.block(1)
				}
				g.ret()
			case "self":
				if g.chance(30) {
					g.block(1)
				}
				g.line("return r")
			}
			g.line("}")
		}), true
	})
	g.fn = fn
	g.decls = append(g.decls, oneLine(text))
	t.methods = append(t.methods, m)
}

// oneLine puts a function with one statement onto one line.
func oneLine(text string) string {
	if strings.Count(text, "\n") == 3 {
		text = strings.Replace(text, "\n", " ", 2)
	}
	return text
}

// interfaceType declares an interface that struct types of the program have.
func (g *gen) interfaceType() {
	t := &typ{kind: ifaceKind, text: "getter"}
	t.methods = []method{{name: "get", result: g.str}, {name: "set", param: g.str}}
	if g.chance(40) {
		g.mark("embedded interface")
		g.decls = append(g.decls, "type setter interface{ set(string) }\n\ntype getter interface {\n\tsetter\n\tget() string\n}\n")
	} else {
		g.decls = append(g.decls, "type getter interface {\n\tget() string\n\tset(string)\n}\n")
	}
	g.left -= 5
	// Have: each struct type has get and set, or an embedded field has them.
	g.mark("interface type")
	g.iface = g.add(t)
}

// globals declares package-level variables.
func (g *gen) globals() {
	for i := range g.r.IntN(4) {
		t := g.anyType()
		if t.kind == funcKind || t.kind == ifaceKind {
			t = g.str
		}
		g.mark("package-level variable")
		name := fmt.Sprint("g", i)
		value := g.global(t)
		if g.chance(70) {
			g.decls = append(g.decls, fmt.Sprintf("var %s = %s\n", name, value))
		} else {
			g.decls = append(g.decls, fmt.Sprintf("var %s %s = %s\n", name, t.text, value))
		}
		g.vars = append(g.vars, variable{name: name, t: t})
		g.left -= 2
	}
	g.base = len(g.vars)
}

// global returns the first value of a package-level variable.
func (g *gen) global(t *typ) string {
	if t.kind == ptrKind && g.chance(60) {
		if p, ok := g.find(t.elem, address); ok {
			g.mark("pointer to package-level variable")
			return "&" + p
		}
	}
	return g.build(t, 1)
}

// initFunc declares a function init.
func (g *gen) initFunc() {
	g.decls = append(g.decls, g.capture(func() {
		g.line("func init() {")
		g.scope(func() { g.block(1 + g.r.IntN(3)) })
		g.line("}")
	}))
}

// helper declares a function that the later ones can call.
func (g *gen) helper() {
	f := &function{name: fmt.Sprint("f", len(g.funcs))}
	var names []string
	for range 1 + g.r.IntN(3) {
		f.params = append(f.params, g.anyType())
		names = append(names, g.name("a"))
	}
	for range g.r.IntN(5) / 2 {
		if g.chance(80) {
			f.results = append(f.results, g.basicType())
		} else {
			f.results = append(f.results, g.anyType())
		}
	}
	b := &body{kind: helperBody, results: f.results}
	if len(f.results) > 0 && g.chance(50) {
		g.mark("named result")
		for range f.results {
			b.named = append(b.named, g.name("r"))
		}
	}
	if g.may("variadic function", 15) {
		f.variadic = true
		f.params = append(f.params, g.slice(g.str))
		names = append(names, g.name("a"))
	}
	head := g.header(names, f.params, f.results, b.named)
	if f.variadic {
		head = strings.Replace(head, names[len(names)-1]+" []", names[len(names)-1]+" ...", 1)
	}
	fn := g.fn
	g.fn = b
	g.decls = append(g.decls, g.capture(func() {
		g.line("func %s%s {", f.name, head)
		g.scope(func() {
			for i, name := range names {
				g.bind(name, f.params[i])
			}
			g.bindResults(b)
			g.base = len(g.vars)
			g.scope(func() {
				g.deferred(b)
				g.block(1 + g.r.IntN(3))
				g.ret()
			})
		})
		g.line("}")
	}))
	f.values = b.values
	g.fn = fn
	g.funcs = append(g.funcs, f)
}

// bindResults brings the named results into scope. It writes values for those
// that have no good zero value, before anything can panic.
func (g *gen) bindResults(b *body) {
	for i, name := range b.named {
		if !b.results[i].zeroable() {
			g.line("%s = %s", name, g.expr(b.results[i], 1))
		}
	}
	for i, name := range b.named {
		g.bind(name, b.results[i])
	}
}

// bindInputs brings the parameters that each entry has into scope.
func (g *gen) bindInputs() {
	g.bindFixed("b0", g.boolean)
	g.bindFixed("b1", g.boolean)
	g.bind("s0", g.str)
	g.base = len(g.vars)
}

// entry declares F, or G and F.
func (g *gen) entry() {
	name, names := "F", []string{"b0", "b1", "s0"}
	var ts []*typ
	if g.may(aliasedParameters, 35) {
		name, ts = "G", g.parameterTypes()
		for range ts {
			names = append(names, g.name("a"))
		}
		defer g.caller(ts)
	}
	head := strings.Replace(g.header(names, append([]*typ{g.boolean, g.boolean, g.str}, ts...), nil, nil), "b0 bool, b1", "b0, b1", 1)
	g.fn = &body{kind: entryBody}
	g.decls = append(g.decls, g.capture(func() {
		g.line("func %s%s {", name, head)
		g.scope(func() {
			for i, t := range ts {
				g.bind(names[3+i], t)
				g.own = append(g.own, g.vars[len(g.vars)-1])
			}
			g.bindInputs()
			g.scope(func() {
				g.newVar("v", g.str, g.lit())
				for range 1 + g.r.IntN(3) {
					t := g.anyType()
					g.newVar("v", t, g.build(t, 1))
				}
				lead := g.r.IntN(2)
				for i := 0; g.left > 4; i++ {
					if i < lead || !g.emit(g.lead) {
						g.stmt()
						continue
					}
					lead = 1 << 20
				}
				for _, f := range g.funcs {
					if !f.called {
						g.line("%s", g.callOf(f))
					}
				}
				g.reserved = 0
				for range 3 {
					g.probeAny()
				}
			})
		})
		g.line("}")
	}))
}
