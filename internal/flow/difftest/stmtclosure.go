package difftest

import "fmt"

func closureProductions() []production {
	return []production{
		{"closure that changes a variable", 12, emitCapture},
		{"closure called later", 8, emitLater},
		{"closure as argument", 8, emitClosureArg},
		{"closure in struct field", 5, emitClosureField},
		{"closures in slice", 6, emitClosureSlice},
		{"closure in map", 4, emitClosureMap},
		{"closure that is returned", 6, emitClosureResult},
		{"closure reassigned", 5, emitClosureReassign},
		{"closure called at once", 6, emitClosureNow},
		{"closure of named type", 4, emitClosureNamed},
		{"closure that recurs", 3, emitClosureRecur},
		{"function variable copied", 4, emitFuncCopy},
		{"closure in package-level variable", 3, emitClosureGlobal},
	}
}

// captured returns a string variable that a closure can change.
func (g *gen) captured() string {
	x, ok := g.find(g.str, address)
	if !ok {
		x = g.newVar("v", g.str, g.lit())
	}
	return x
}

// thunk returns a closure without parameters and results, which changes x.
func (g *gen) thunk(x string) string {
	b := &body{kind: closureBody}
	if g.chance(60) {
		return fmt.Sprintf("func() { %s %s %s }", x, g.pick("=", "+="), g.lit())
	}
	return "func() " + g.literal(b, nil, nil, 1+g.r.IntN(2))
}

func emitCapture(g *gen) bool {
	x := g.captured()
	f := g.name("f")
	g.line("%s := %s", f, g.thunk(x))
	g.bindFixed(f, g.funcOf(nil, nil))
	if g.chance(50) {
		g.line("%s = %s", x, g.expr(g.str, 0))
	}
	g.line("%s()", f)
	g.probe("%s", x)
	return true
}

func emitLater(g *gen) bool {
	x := g.captured()
	f := g.name("f")
	g.line("%s := func() string { return %s }", f, x+g.pick("", " + "+g.lit()))
	g.bindFixed(f, g.funcOf(nil, []*typ{g.str}))
	g.line("%s = %s", x, g.expr(g.str, 0))
	if g.chance(30) {
		g.stmt()
	}
	g.probe("%s()", f)
	return true
}

func emitClosureArg(g *gen) bool {
	g.declare("apply", func() {
		g.line("func apply(n int, f func(string) string, s string) string {\n\tfor range n {\n\t\ts = f(s)\n\t}\n\treturn s\n}")
	})
	x := g.captured()
	a := g.name("a")
	y := g.newVar("v", g.str, fmt.Sprintf("apply(%s, func(%s string) string {\n%s %s %s\nreturn %s\n}, %s)",
		g.pick("0", "1", "2"), a, x, g.pick("=", "+="), g.lit(), g.pick(a+" + "+g.lit(), x, a), g.expr(g.str, 0)))
	g.probe("%s", g.pick(x, y))
	return true
}

func emitClosureField(g *gen) bool {
	x := g.captured()
	h := g.name("h")
	if g.chance(50) {
		g.declare("hook", func() { g.line("type hook struct {\n\tname string\n\tf    func(s string)\n}") })
		g.line("%s := hook{%s, func(s string) { %s = s }}", h, g.lit(), x)
		if g.chance(40) {
			k := g.name("h")
			g.line("%s := %s\n%s.f = func(s string) { %s += s }", k, h, g.pick(h, k), x)
			g.line("%s.f(%s.name)", k, k)
		}
		g.line("%s.f(%s)", h, g.expr(g.str, 0))
	} else {
		g.line("%s := struct{ f func() }{f: %s}", h, g.thunk(x))
		g.line("%s.f()", h)
	}
	g.probe("%s", x)
	return true
}

func emitClosureSlice(g *gen) bool {
	if !g.nests() || !g.has("append", "nil") {
		return false
	}
	x := g.captured()
	fs, i, f := g.name("fs"), g.name("i"), g.name("f")
	switch g.r.IntN(3) {
	case 0:
		g.line("%s := []func(){func() { %s = %s }, func() { %s += %s }}", fs, x, g.lit(), x, g.lit())
		g.line("%s[%s]()", fs, g.index())
	case 1:
		g.line("var %s []func()", fs)
		g.line("for %s := 0; %s < 2; %s++ {\n%s = append(%s, func() {\n%s = []string{%s, %s, %s}[%s]\n})\n}",
			i, i, i, fs, fs, x, g.lit(), g.lit(), g.lit(), i)
		g.line("for _, %s := range %s {\n%s()\n}", f, fs, f)
	case 2:
		g.line("%s := [2]func() string{}", fs)
		g.line("for %s, e := range []string{%s, %s} {\n%s[%s] = func() string {\ne += %s\nreturn e\n}\n}", i, g.expr(g.str, 0), g.expr(g.str, 0), fs, i, g.lit())
		g.line("%s = %s[1]() + %s[%s]()", x, fs, fs, g.index())
	}
	g.probe("%s", x)
	return true
}

func emitClosureMap(g *gen) bool {
	x := g.captured()
	m := g.name("m")
	g.line("%s := map[string]func(string){\n\"a\": func(s string) { %s = s },\n\"b\": func(s string) { %s += s },\n}", m, x, x)
	if g.chance(40) {
		g.line("%s[%s] = func(string) { %s = %s }", m, g.pick(`"a"`, `"b"`), x, g.lit())
	}
	g.line("if f, ok := %s[%s]; ok {\nf(%s)\n}", m, g.key(g.str), g.expr(g.str, 0))
	g.probe("%s", x)
	return true
}

func emitClosureResult(g *gen) bool {
	g.declare("counter", func() {
		g.line("func counter(s string) (func() string, *string) {\n\tt := s\n\treturn func() string {\n\t\tt += %s\n\t\treturn t + s\n\t}, &t\n}", g.lit())
	})
	f, p := g.name("f"), g.name("p")
	g.line("%s, %s := counter(%s)", f, p, g.expr(g.str, 0))
	g.bindFixed(f, g.funcOf(nil, []*typ{g.str}))
	g.bind(p, g.ptr(g.str))
	if g.chance(50) {
		h := g.name("f")
		g.line("%s, _ := counter(%s)\n%s()", h, g.lit(), h)
	}
	for range g.r.IntN(3) {
		g.line("%s", g.pick(f+"()", "*"+p+" = "+g.lit(), f+"()"))
	}
	g.probe("%s", g.pick(f+"()", "*"+p))
	return true
}

func emitClosureReassign(g *gen) bool {
	x := g.captured()
	f := g.name("f")
	g.line("%s := func() { %s = %s }", f, x, g.lit())
	if g.chance(50) {
		g.line("if %s {\n%s = func() { %s += %s }\n}", g.cond(), f, x, g.lit())
	} else {
		h := g.name("f")
		g.line("%s := %s\n%s = func() {\n%s()\n%s += %s\n}", h, f, f, h, x, g.lit())
	}
	g.line("%s()", f)
	g.probe("%s", x)
	return true
}

func emitClosureNow(g *gen) bool {
	if !g.nests() {
		return false
	}
	if g.chance(50) {
		g.line("%s()", g.closure(nil, nil, 1+g.r.IntN(2)))
		return true
	}
	x := g.captured()
	y := g.newVar("v", g.str, fmt.Sprintf("func(s string) string {\n%s = s\nreturn s + %s\n}(%s)", x, g.lit(), g.expr(g.str, 0)))
	g.probe("%s", g.pick(x, y))
	return true
}

func emitClosureNamed(g *gen) bool {
	g.declare("op", func() {
		g.line("type op func(string) string\n\nfunc (o op) twice(s string) string { return o(o(s)) }\n")
		g.line("func (o op) then(p op) op { return func(s string) string { return p(o(s)) } }")
	})
	x := g.captured()
	o := g.name("o")
	g.line("%s := op(func(s string) string {\n%s += %s\nreturn %s\n})", o, x, g.lit(), g.pick("s + "+g.lit(), x))
	if g.chance(50) {
		g.line("%s = %s.then(func(s string) string { return s + %s })", o, o, g.lit())
	}
	y := g.newVar("v", g.str, o+g.pick(".twice", "")+"("+g.expr(g.str, 0)+")")
	g.probe("%s", g.pick(x, y))
	return true
}

func emitClosureRecur(g *gen) bool {
	x := g.captured()
	f := g.name("f")
	g.line("var %s func(n int) string", f)
	g.line("%s = func(n int) string {\nif n == 0 {\nreturn %s\n}\n%s += %s\nreturn %s(n-1) + %s\n}", f, g.lit(), x, g.lit(), f, g.lit())
	y := g.newVar("v", g.str, f+"("+g.pick("0", "1", "2")+")")
	g.probe("%s", g.pick(x, y))
	return true
}

func emitFuncCopy(g *gen) bool {
	x := g.captured()
	f, h := g.name("f"), g.name("f")
	g.line("%s := func(p *string, s string) { *p = s }", f)
	g.line("%s := %s", h, f)
	g.line("%s = func(p *string, s string) { *p += s }", g.pick(f, h))
	g.line("%s(&%s, %s)", g.pick(f, h), x, g.lit())
	g.probe("%s", x)
	return true
}

func emitClosureGlobal(g *gen) bool {
	g.declare("onEvent", func() {
		g.line("var onEvent = func(s string) string { return s }\n\nfunc fire(s string) string { return onEvent(s) }")
	})
	x := g.captured()
	if g.chance(70) {
		body := fmt.Sprintf("%s = s\nreturn %s", x, g.lit())
		if g.chance(50) && g.grows() {
			body = fmt.Sprintf("%s += s\nreturn s + %s", x, g.lit())
		}
		g.line("onEvent = func(s string) string {\n%s\n}", body)
	}
	y := g.newVar("v", g.str, "fire("+g.expr(g.str, 0)+")")
	g.probe("%s", g.pick(x, y))
	return true
}
