package difftest

import "fmt"

func callProductions() []production {
	return []production{
		{"call", 50, emitCall},
		{"call with many results", 5, emitCallMany},
		{"variadic function with slice", 5, emitVariadic},
		{"recursion", 5, emitRecursion},
		{"early return", 12, emitReturn},
		{"dead code", 4, emitDead},
		{"setter through pointer", 8, emitSetter},
		{"getter of package-level state", 4, emitState},
	}
}

// callable returns the functions that this place may call. A closure and a
// method may not call what calls function values: these could be the closure.
func (g *gen) callable() []*function {
	var out []*function
	for _, f := range g.funcs {
		if !f.values || g.fn.kind == entryBody || g.fn.kind == helperBody {
			out = append(out, f)
		}
	}
	return out
}

// callOf returns a call of f.
func (g *gen) callOf(f *function) string {
	f.called = true
	g.fn.values = g.fn.values || f.values
	params := f.params
	if !f.variadic {
		return f.name + "(" + g.exprs(params, 1) + ")"
	}
	last := len(params) - 1
	args := g.exprs(params[:last], 1)
	if last > 0 {
		args += ", "
	}
	if g.chance(50) {
		return f.name + "(" + args + g.expr(params[last], 1) + "...)"
	}
	return f.name + "(" + args + g.list(g.str, 2, 1) + ")"
}

// call returns a call that has one result of type t.
func (g *gen) call(t *typ) (string, bool) {
	var out []string
	for _, f := range g.callable() {
		if len(f.results) == 1 && f.results[0] == t {
			out = append(out, g.callOf(f))
		}
	}
	if f, ok := g.funcValue(g.funcOf(nil, []*typ{t})); ok {
		out = append(out, f+"()")
	}
	if t == g.str {
		if f, ok := g.funcValue(g.funcOf([]*typ{t}, []*typ{t})); ok {
			out = append(out, f+"("+g.expr(t, 0)+")")
		}
	}
	if m, ok := g.methodCall(t); ok {
		out = append(out, m)
	}
	if len(out) == 0 {
		return "", false
	}
	return g.pick(out...), true
}

// funcValue returns a function value of type t that may be called here.
func (g *gen) funcValue(t *typ) (string, bool) {
	if g.fn.kind == entryBody || g.fn.kind == helperBody {
		f, ok := g.find(t, read)
		g.fn.values = g.fn.values || ok
		return f, ok
	}
	// Have: a closure or a method, which could be what the variable holds. A
	// variable that nothing changes holds an older one.
	for _, v := range g.visible() {
		if v.t == t && v.fixed {
			return v.name, true
		}
	}
	return "", false
}

func emitCall(g *gen) bool {
	fs := g.callable()
	if len(fs) == 0 || g.chance(30) {
		t := g.basicType()
		c, ok := g.call(t)
		if !ok {
			return false
		}
		g.useCall(c, t)
		return true
	}
	f := fs[g.r.IntN(len(fs))]
	c := g.callOf(f)
	if len(f.results) == 1 {
		g.useCall(c, f.results[0])
		return true
	}
	g.line("%s", c)
	return true
}

// useCall writes a statement that uses the result of a call.
func (g *gen) useCall(c string, t *typ) {
	if v, ok := g.variableOf(t, true); ok && g.chance(40) {
		g.line("%s = %s", v, c)
		return
	}
	if t.basic() && g.chance(30) {
		g.probe("%s", c)
		return
	}
	g.newVar("v", t, c)
}

func emitCallMany(g *gen) bool {
	for _, f := range g.callable() {
		if len(f.results) == 2 {
			x, y := g.name("v"), g.name("v")
			g.line("%s, %s := %s", x, y, g.callOf(f))
			g.bind(x, f.results[0])
			g.bind(y, f.results[1])
			return true
		}
	}
	g.declare("pair", func() {
		g.line("func pair(a, b string) (string, string) {\n\tif a == %s {\n\t\treturn b, %s\n\t}\n\treturn b, a\n}", g.lit(), g.lit())
	})
	x, y := g.name("v"), g.name("v")
	g.line("%s, %s := pair(%s, %s)", x, y, g.expr(g.str, 0), g.expr(g.str, 0))
	g.bind(x, g.str)
	g.bind(y, g.str)
	if g.chance(50) {
		g.line("%s, %s = pair(pair(%s, %s))", x, y, x, y)
	}
	g.probe("%s", g.pick(x, y))
	return true
}

func emitVariadic(g *gen) bool {
	g.declare("setLast", func() {
		g.line("func setLast(v string, list ...string) string {\n\tif len(list) == 0 {\n\t\treturn %s\n\t}\n\told := list[len(list)-1]\n\tlist[len(list)-1] = v\n\treturn old\n}", g.lit())
	})
	s := g.sliceOf()
	switch g.r.IntN(4) {
	case 0:
		g.probe("setLast(%s)", g.expr(g.str, 0))
	case 1:
		g.probe("setLast(%s, %s[0], %s[1])", g.expr(g.str, 0), s, s)
	default:
		g.probe("setLast(%s, %s...)", g.expr(g.str, 0), g.pick(s, s+"[:1]", s+"[:2]"))
	}
	g.probe("%s[%s]", s, g.index())
	return true
}

func emitRecursion(g *gen) bool {
	g.declare("down", func() {
		g.line("func down(n int, p *string, s string) string {")
		g.line("if n <= 0 {\nreturn s\n}")
		g.line("%s", g.pick("*p += s", "*p = s", "q := *p\np = &q"))
		g.line("%s", g.pick("return down(n-1, p, s+"+g.lit()+")", "r := down(n-1, &s, *p)\nreturn r + s", "return s + down(n-1, p, "+g.lit()+")"))
		g.line("}")
	})
	x, ok := g.find(g.str, address)
	if !ok {
		return false
	}
	y := g.newVar("v", g.str, fmt.Sprintf("down(%s, &%s, %s)", g.pick("2", "3", "0", "1"), x, g.expr(g.str, 0)))
	g.probe("%s", g.pick(x, y))
	return true
}

func emitReturn(g *gen) bool {
	if g.fn.depth == 0 {
		return false
	}
	if g.fn.kind == entryBody && g.chance(60) {
		return false
	}
	g.line("if %s {\n%s\n}", g.cond(), g.returning())
	return true
}

// emitDead writes statements that never run.
func emitDead(g *gen) bool {
	if !g.nests() || !g.has("panic") {
		return false
	}
	switch g.r.IntN(3) {
	case 0:
		g.line("if %s {", g.cond())
		g.line("%s", g.returning())
		g.block(1)
	case 1:
		g.line("if %s {", g.pick("1 > 2", `"a" == "b"`))
		g.block(2)
	case 2:
		g.line("for %s {", g.pick("1 > 2", `"a" == "b"`))
		g.block(1)
	}
	g.line("}")
	return true
}

func emitSetter(g *gen) bool {
	form := g.r.IntN(4)
	name := fmt.Sprint("store", form)
	g.declare(name, func() {
		switch form {
		case 0:
			g.line("func store0(p *string, s string) { *p = s }")
		case 1:
			g.line("func store1(p, q *string, s string) {\n\t*p = s\n\t*q += *p\n}")
		case 2:
			g.line("func store2(p **string, q *string, s string) {\n\t*p = q\n\t**p = s\n}")
		case 3:
			g.line("func store3(p *string, s string) (old string) {\n\told, *p = *p, s\n\treturn\n}")
		}
	})
	x, ok := g.find(g.str, address)
	y, _ := g.find(g.str, address)
	if !ok {
		return false
	}
	s := g.expr(g.str, 0)
	switch form {
	case 0:
		g.line("store0(&%s, %s)", x, s)
	case 1:
		g.line("store1(&%s, &%s, %s)", x, y, s)
	case 2:
		p, ok := g.find(g.ptr(g.str), address)
		if !ok {
			p = g.newVar("p", g.ptr(g.str), "&"+x)
		}
		g.line("store2(&%s, &%s, %s)", p, y, s)
	case 3:
		g.newVar("v", g.str, fmt.Sprintf("store3(&%s, %s)", x, s))
	}
	g.probe("%s", g.pick(x, y))
	return true
}

// emitState calls a function that remembers what it was called with.
func emitState(g *gen) bool {
	g.declare("remember", func() {
		g.line("var (\n\tlast  = %s\n\tcount int\n)\n", g.lit())
		g.line("func remember(s string) string {\n\tcount++\n\told := last\n\tlast = s\n\tif count > 2 {\n\t\tlast = %s\n\t}\n\treturn old\n}", g.lit())
	})
	g.line("remember(%s)", g.expr(g.str, 0))
	if g.chance(50) {
		g.newVar("v", g.str, "remember("+g.expr(g.str, 0)+")")
	}
	g.probe("%s", g.pick("last", "count", "remember("+g.lit()+")"))
	return true
}
