package difftest

import "fmt"

func deferProductions() []production {
	return []production{
		{"defer that changes a named result", 7, emitDeferResult},
		{"defer with recover", 7, emitRecover},
		{"defer in loop", 5, emitDeferLoop},
		{"defer with arguments", 6, emitDeferArgs},
		{"defer of closure", 8, emitDeferClosure},
		{"defer of method", 4, emitDeferMethod},
		{"panic in deferred function", 3, emitDeferPanic},
		{"panic without recover", 2, emitPanic},
		{"named result shadowed", 4, emitResultShadow},
		{"return that a defer overrides", 5, emitDeferOverride},
		{"recover in loop", 3, emitRecoverLoop},
	}
}

// deferred may write a defer at the start of a function.
func (g *gen) deferred(b *body) {
	if len(b.named) == 0 || !g.chance(35) {
		return
	}
	for i, name := range b.named {
		if b.results[i] == g.str {
			if g.may("defer with recover", 40) {
				g.line("defer func() {\nif recover() != nil {\n%s = %s\n}\n}()", name, g.lit())
			} else if g.may("defer that changes a named result", 100) {
				g.line("defer func() { %s += %s }()", name, g.lit())
			}
			return
		}
	}
}

// inFunc writes a call of a function literal whose body f writes. The result
// is a string, a new variable.
func (g *gen) inFunc(head string, f func()) string {
	x := g.name("v")
	g.line("%s := func() %s {", x, head)
	outer := g.fn
	// Have: what f writes returns from the literal, so there is no return
	// statement of another function.
	g.fn = &body{kind: closureBody, depth: outer.depth + 1, inLoop: outer.inLoop, results: []*typ{g.str}}
	g.scope(f)
	g.fn = outer
	g.line("}()")
	g.bind(x, g.str)
	return x
}

func emitDeferResult(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.captured()
	r := g.name("r")
	y := g.inFunc("("+r+" string)", func() {
		g.bind(r, g.str)
		g.line("defer func() {\n%s %s %s\n%s = %s\n}()", r, g.pick("=", "+="), g.pick(g.lit(), x), x, g.pick(r, g.lit()))
		if g.chance(60) {
			g.block(1)
		}
		g.line("%s", g.pick("return", "return "+g.expr(g.str, 0), r+" = "+g.lit()+"\nreturn"))
	})
	g.probe("%s", g.pick(y, x))
	return true
}

func emitRecover(g *gen) bool {
	if !g.nests() || !g.has("panic", "recover", "nil") {
		return false
	}
	x := g.captured()
	r := g.name("r")
	y := g.inFunc("("+r+" string)", func() {
		g.bind(r, g.str)
		g.line("defer func() {")
		switch g.r.IntN(3) {
		case 0:
			g.line("if e := recover(); e != nil {\n%s, _ = e.(string)\n}", r)
		case 1:
			g.line("e := recover()\nif s, ok := e.(string); ok {\n%s = s\n} else {\n%s += %s\n}", x, r, g.lit())
		case 2:
			g.line("recover()\n%s += %s", r, g.lit())
		}
		g.line("}()")
		g.line("%s = %s", r, g.lit())
		if g.chance(50) {
			g.block(1)
		}
		switch g.r.IntN(4) {
		case 0:
			g.line("if %s {\npanic(%s)\n}", g.cond(), g.expr(g.str, 0))
		case 1:
			n := g.name("n")
			g.line("var %s *string\n%s = *%s", n, x, n)
		case 2:
			g.line("panic(%s)", g.expr(g.str, 0))
		case 3:
			l, i := g.name("l"), g.name("i")
			g.line("%s, %s := []string{%s}, %s\n%s = %s[%s]", l, i, g.lit(), g.pick("0", "1"), x, l, i)
		}
		g.line("%s = %s", g.pick(x, r), g.lit())
		g.line("return %s", g.expr(g.str, 0))
	})
	g.probe("%s", g.pick(x, y))
	return true
}

func emitDeferLoop(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.captured()
	i, s := g.name("i"), g.name("s")
	y := g.inFunc("string", func() {
		switch g.r.IntN(3) {
		case 0:
			g.line("for %s, %s := range []string{%s, %s} {\ndefer func() { %s += %s }()\nif %s == 0 && %s {\nbreak\n}\n}", i, s, g.lit(), g.expr(g.str, 0), x, s, i, g.cond2())
		case 1:
			g.line("for %s := 0; %s < 3; %s++ {\ndefer func(n int) {\nif n != %s {\n%s += %s\n}\n}(%s)\n}", i, i, i, i, x, g.lit(), i)
		case 2:
			g.line("for %s := range 2 {\ndefer func() {\nif %s == 0 {\n%s = %s\n}\n}()\n%s += %s\n}", i, i, x, g.lit(), x, g.lit())
		}
		g.line("return %s", x)
	})
	g.probe("%s", g.pick(x, y))
	return true
}

func emitDeferArgs(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.declare("store0", func() { g.line("func store0(p *string, s string) { *p = s }") })
	x, z := g.captured(), g.captured()
	y := g.inFunc("string", func() {
		switch g.r.IntN(3) {
		case 0:
			g.line("defer store0(&%s, %s)", x, g.pick(x, z)+" + "+g.lit())
		case 1:
			p := g.newVar("p", g.ptr(g.str), "&"+x)
			g.line("defer store0(%s, %s)\n%s = &%s", p, g.lit(), p, z)
		case 2:
			g.line("defer func(s string) { %s = s + %s }(%s)", x, g.lit(), z)
		}
		g.line("%s = %s", g.pick(x, z), g.expr(g.str, 0))
		g.line("return %s", g.pick(x, z))
	})
	g.probe("%s", g.pick(x, y, z))
	return true
}

func emitDeferClosure(g *gen) bool {
	if g.fn.inLoop > 0 {
		return false
	}
	x := g.captured()
	switch g.r.IntN(3) {
	case 0:
		if !g.room() {
			return false
		}
		g.line("defer func() { %s }()", g.probeOf(x))
	case 1:
		if !g.room() {
			return false
		}
		g.line("defer %s", g.probeOf(x))
	case 2:
		g.line("defer func() { %s %s %s }()", x, g.pick("=", "+="), g.lit())
	}
	return true
}

func emitDeferMethod(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.declare("logger", func() {
		g.line("type logger struct {\n\tname string\n\tout  *string\n}\n")
		g.line("func (l logger) flush() { *l.out += l.name }\n\nfunc (l *logger) close(s string) { *l.out = l.name + s }")
	})
	x := g.captured()
	l := g.name("l")
	y := g.inFunc("string", func() {
		g.line("%s := &logger{%s, &%s}", l, g.lit(), x)
		g.line("defer %s", g.pick(l+".flush()", l+".close("+g.lit()+")", "(*"+l+").flush()"))
		if g.chance(50) {
			g.line("defer %s.close(%s.name)", l, l)
		}
		g.line("%s", g.pick(l+".name = "+g.lit(), l+" = &logger{"+g.lit()+", "+l+".out}"))
		g.line("return %s", x)
	})
	g.probe("%s", g.pick(x, x, y))
	return true
}

func emitDeferPanic(g *gen) bool {
	if !g.nests() || !g.has("panic", "recover") {
		return false
	}
	x := g.captured()
	r := g.name("r")
	y := g.inFunc("("+r+" string)", func() {
		g.line("defer func() { %s, _ = recover().(string) }()", r)
		g.line("defer func() {\n%s = %s\npanic(%s)\n}()", x, g.lit(), g.pick(g.lit(), x))
		if g.chance(50) {
			g.line("panic(%s)", g.expr(g.str, 0))
		} else {
			g.line("return %s", g.expr(g.str, 0))
		}
	})
	g.probe("%s", g.pick(x, y))
	return true
}

// emitPanic panics in F or a function that it calls. A closure may be the body
// of a goroutine, where a panic would end all.
func emitPanic(g *gen) bool {
	if !g.has("panic") || g.fn.kind != entryBody && g.fn.kind != helperBody {
		return false
	}
	c, ok := g.opaque()
	if ok {
		g.line("if %s {\npanic(%s)\n}", c, g.lit())
	}
	return ok
}

// emitResultShadow has a variable that hides a named result.
func emitResultShadow(g *gen) bool {
	if !g.nests() {
		return false
	}
	r := g.name("r")
	x := g.captured()
	y := g.inFunc("("+r+" string)", func() {
		g.line("%s = %s", r, g.lit())
		g.line("if %s := %s; %s {\n%s += %s\n%s = %s\n}", r, g.expr(g.str, 0), g.cond(), r, g.lit(), x, r)
		g.line("{\n%s := %s\n%s = %s\n}", r, g.lit(), x, r)
		g.line("return")
	})
	g.probe("%s", g.pick(x, y))
	return true
}

// emitDeferOverride returns while a deferred function and the results refer to
// the same variable.
func emitDeferOverride(g *gen) bool {
	if !g.nests() {
		return false
	}
	r, q := g.name("r"), g.name("q")
	x := g.captured()
	y := g.inFunc("("+r+" string)", func() {
		g.line("%s := &%s", q, r)
		g.line("defer func() {\nif *%s == %s || %s {\n*%s = %s\n}\n}()", q, g.lit(), g.cond2(), q, g.lit())
		g.line("*%s = %s", q, g.expr(g.str, 0))
		g.line("if %s {\nreturn %s\n}", g.cond(), g.expr(g.str, 0))
		g.line("%s = %s", x, r)
		g.line("%s", g.pick("return", "return *"+q, "return "+g.lit()))
	})
	g.probe("%s", g.pick(y, x))
	return true
}

func emitRecoverLoop(g *gen) bool {
	if !g.nests() || !g.has("panic", "recover", "nil") {
		return false
	}
	x := g.captured()
	i := g.name("i")
	g.line("for %s := range 3 {\nfunc() {", i)
	g.line("defer func() {\nif e := recover(); e != nil {\n%s = %s\n}\n}()", x, g.pick("e.(string)", g.lit(), x+" + "+g.lit()))
	g.line("if %s == %s {\npanic(%s)\n}", i, g.pick("0", "1", "2", "3"), g.lit())
	g.line("%s = %s", x, fmt.Sprintf("%s[:min(len(%s), 1)] + %s", x, x, g.lit()))
	g.line("}()\n}")
	g.probe("%s", x)
	return true
}
