package difftest

import (
	"fmt"
	"strings"
)

func methodProductions() []production {
	return []production{
		{"method call", 12, emitMethod},
		{"method through promotion", 20, emitPromoted},
		{"method value that copies", 6, emitMethodValue},
		{"method expression", 5, emitMethodExpression},
		{"method that returns the receiver", 14, emitSelf},
		{"chain of methods", 4, emitChain},
	}
}

// methodCall returns a call of the method get.
func (g *gen) methodCall(t *typ) (string, bool) {
	if t != g.str {
		return "", false
	}
	x, ok := g.receiverOf("get")
	if !ok {
		return "", false
	}
	return x + ".get()", true
}

// receiverOf returns a place that has a method.
func (g *gen) receiverOf(name string) (string, bool) {
	var out []string
	for _, s := range g.structs {
		_, ptr, ok := s.method(name)
		if !ok {
			continue
		}
		u := read
		if ptr {
			u = address
		}
		if p, ok := g.find(s, u); ok {
			out = append(out, p)
		}
		if p, ok := g.find(g.ptr(s), read); ok {
			out = append(out, p)
		}
	}
	if g.iface != nil && (g.fn.kind == entryBody || g.fn.kind == helperBody) {
		if _, _, ok := g.ifaceMethod(name); ok {
			if p, ok := g.find(g.iface, read); ok {
				out = append(out, p)
			}
		}
	}
	if len(out) == 0 {
		return "", false
	}
	return g.pick(out...), true
}

func (g *gen) ifaceMethod(name string) (m method, ptr, ok bool) {
	for _, m := range g.iface.methods {
		if m.name == name {
			return m, false, true
		}
	}
	return method{}, false, false
}

// methodValue returns a method value or a method expression of type t.
func (g *gen) methodValue(t *typ) (string, bool) {
	switch t {
	case g.funcOf(nil, []*typ{g.str}):
		x, ok := g.receiverOf("get")
		if ok {
			g.mark("method value")
		}
		return x + ".get", ok
	case g.funcOf([]*typ{g.str}, nil):
		x, ok := g.receiverOf("set")
		if ok {
			g.mark("method value")
		}
		return x + ".set", ok
	}
	return "", false
}

func emitMethod(g *gen) bool {
	x, ok := g.receiverOf("set")
	if !ok {
		if len(g.structs) == 0 {
			return false
		}
		s := g.structs[g.r.IntN(len(g.structs))]
		x = g.newVar("x", s, g.build(s, 1))
	}
	g.line("%s.set(%s)", x, g.expr(g.str, 0))
	if g.chance(70) && !strings.Contains(x, "[") { // an element of a map has no address
		g.probe("%s.get()", x)
	}
	return true
}

// embedding returns a struct type with an embedded field, and that field.
func (g *gen) embedding() (*typ, field, bool) {
	for _, s := range g.structs {
		for _, f := range s.fields {
			if f.embedded {
				return s, f, true
			}
		}
	}
	return nil, field{}, false
}

func emitPromoted(g *gen) bool {
	s, f, ok := g.embedding()
	if !ok {
		return false
	}
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	switch g.r.IntN(3) {
	case 0:
		g.line("%s.%s.set(%s)", x, f.name, g.expr(g.str, 0))
	case 1:
		y := g.newVar("y", s, x)
		g.line("%s.set(%s)", y, g.expr(g.str, 0))
		g.probe("%s.get()", y)
	case 2:
		g.line("%s.set(%s)", x, g.expr(g.str, 0))
	}
	g.probe("%s", g.pick(x+".get()", x+"."+f.name+".get()"))
	return true
}

func emitMethodValue(g *gen) bool {
	if len(g.structs) == 0 {
		return false
	}
	s := g.structs[g.r.IntN(len(g.structs))]
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	f := g.name("f")
	g.mark("method value")
	g.line("%s := %s.get", f, x)
	g.bindFixed(f, g.funcOf(nil, []*typ{g.str}))
	g.line("%s.set(%s)", x, g.expr(g.str, 0))
	g.probe("%s()", f)
	return true
}

func emitMethodExpression(g *gen) bool {
	if len(g.structs) == 0 {
		return false
	}
	s := g.structs[g.r.IntN(len(g.structs))]
	x, ok := g.find(s, address)
	if !ok {
		x = g.newVar("x", s, g.build(s, 1))
	}
	g.line("(*%s).set(&%s, %s)", s.text, x, g.expr(g.str, 0))
	f := g.name("f")
	if _, ptr, _ := s.method("get"); ptr || g.chance(50) {
		g.line("%s := (*%s).get", f, s.text)
		g.probe("%s(&%s)", f, x)
	} else {
		g.line("%s := %s.get", f, s.text)
		g.probe("%s(%s)", f, x)
	}
	return true
}

func emitSelf(g *gen) bool {
	for _, s := range g.structs {
		m, _, ok := s.method("self")
		if !ok {
			continue
		}
		x, ok := g.find(s, address)
		if !ok {
			x = g.newVar("x", s, g.build(s, 1))
		}
		p := g.newVar("p", m.result, x+".self()")
		g.line("%s.set(%s)", p, g.expr(g.str, 0))
		g.probe("%s.get()", g.pick(x, p))
		return true
	}
	return false
}

func emitChain(g *gen) bool {
	g.declare("chain", func() {
		g.line("type chain struct{ s string }\n")
		g.line("func (c *chain) add(s string) *chain {\n\tc.s += s\n\treturn c\n}\n")
		g.line("func (c chain) with(s string) chain {\n\tc.s = s + c.s\n\treturn c\n}")
	})
	c := g.name("c")
	g.line("%s := &chain{%s}", c, g.expr(g.str, 0))
	d := g.name("c")
	g.line("%s := %s", d, g.pick(
		fmt.Sprintf("%s.add(%s).add(%s)", c, g.lit(), g.lit()),
		fmt.Sprintf("%s.with(%s)", c, g.lit()),
		fmt.Sprintf("%s.add(%s).with(%s)", c, g.lit(), g.lit()),
	))
	g.line("%s.s %s %s", d, g.pick("=", "+="), g.lit())
	g.probe("%s", g.pick(c+".s", d+".s"))
	return true
}
