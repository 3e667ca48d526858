package difftest

import "fmt"

func genericProductions() []production {
	return []production{
		{"generic function", 7, emitGenericFunc},
		{"generic type", 7, emitGenericType},
		{"generic function with function", 4, emitGenericMap},
		{"generic function with method constraint", 4, emitGenericMethod},
		{"generic function with type set", 3, emitGenericSet},
		{"generic struct with pointer", 4, emitGenericPointer},
	}
}

func emitGenericFunc(g *gen) bool {
	g.declare("swapPtr", func() {
		g.line("func swapPtr[T any](p, q *T) { *p, *q = *q, *p }\n")
		g.line("func choose[T any](b bool, x, y T) T {\n\tif b {\n\t\treturn x\n\t}\n\treturn y\n}")
	})
	t := g.anyType()
	if t.kind == funcKind || t.kind == ifaceKind {
		t = g.str
	}
	x, ok := g.find(t, address)
	y, _ := g.find(t, address)
	if !ok {
		return false
	}
	if g.chance(50) {
		g.line("swapPtr(&%s, &%s)", x, y)
	} else {
		p := g.newVar("p", g.ptr(t), fmt.Sprintf("choose(%s, &%s, &%s)", g.cond(), x, y))
		g.line("*%s = %s", p, g.expr(t, 1))
	}
	if t.basic() {
		g.probe("%s", g.pick(x, y))
	}
	return true
}

func emitGenericType(g *gen) bool {
	g.declare("stack", func() {
		g.line("type stack[T any] struct{ list []T }\n\nfunc (s *stack[T]) push(v T) *stack[T] {\n\ts.list = append(s.list, v)\n\treturn s\n}\n")
		g.line("func (s *stack[T]) pop() (v T, ok bool) {\n\tif len(s.list) == 0 {\n\t\treturn v, false\n\t}\n\tv = s.list[len(s.list)-1]\n\ts.list = s.list[:len(s.list)-1]\n\treturn v, true\n}")
	})
	s, v, ok := g.name("s"), g.name("v"), g.name("ok")
	if g.chance(50) {
		g.line("var %s stack[string]\n%s.push(%s)", s, s, g.expr(g.str, 0))
		if g.chance(60) {
			g.line("%s.push(%s).push(%s)", s, g.lit(), g.expr(g.str, 0))
		}
		g.line("%s, %s := %s.pop()", v, ok, s)
		g.bind(v, g.str)
		g.bind(ok, g.boolean)
		g.probe("%s", g.pick(v, ok))
		return true
	}
	x := g.captured()
	g.line("%s := &stack[*string]{}\n%s.push(&%s)", s, s, x)
	g.line("if %s, %s := %s.pop(); %s {\n*%s = %s\n}", v, ok, s, ok, v, g.lit())
	g.probe("%s", x)
	return true
}

func emitGenericMap(g *gen) bool {
	g.declare("mapTo", func() {
		g.line("func mapTo[T, U any](list []T, f func(T) U) []U {\n\tvar out []U\n\tfor _, e := range list {\n\t\tout = append(out, f(e))\n\t}\n\treturn out\n}")
	})
	x, s := g.captured(), g.sliceOf()
	if g.chance(50) {
		t := g.newVar("s", g.slice(g.str), fmt.Sprintf("mapTo(%s, func(e string) string {\n%s = e\nreturn e + %s\n})", s, x, g.lit()))
		g.probe("%s", g.pick(x, t+"[0]", t+"[1]", s+"[0]"))
		return true
	}
	t := g.name("l")
	g.line("%s := mapTo([]*string{&%s}, func(p *string) int {\n*p += %s\nreturn len(*p)\n})", t, x, g.lit())
	g.probe("%s", g.pick(x, t+"[0]"))
	return true
}

func emitGenericMethod(g *gen) bool {
	g.declare("named", func() {
		g.line("type tag struct{ s string }\n\nfunc (t *tag) rename(s string) string {\n\told := t.s\n\tt.s = s\n\treturn old\n}\n")
		g.line("func renameAll[T any, P interface {\n\t*T\n\trename(string) string\n}](list []T, s string) string {\n\tout := \"\"\n\tfor i := range list {\n\t\tout = P(&list[i]).rename(s)\n\t}\n\treturn out\n}\n")
		g.line("func rename[R interface{ rename(string) string }](r R, s string) string { return r.rename(s + %s) }", g.lit())
	})
	t := g.name("t")
	if g.chance(50) {
		g.line("%s := []tag{{%s}, {%s}}", t, g.expr(g.str, 0), g.lit())
		y := g.newVar("v", g.str, fmt.Sprintf("renameAll(%s, %s)", t, g.expr(g.str, 0)))
		g.probe("%s", g.pick(y, t+"[0].s", t+"[1].s"))
		return true
	}
	g.line("%s := &tag{%s}", t, g.expr(g.str, 0))
	y := g.newVar("v", g.str, fmt.Sprintf("rename(%s, %s)", t, g.expr(g.str, 0)))
	g.probe("%s", g.pick(y, t+".s"))
	return true
}

func emitGenericSet(g *gen) bool {
	g.declare("addTo", func() {
		g.line("type word string\n\nfunc addTo[T ~string | ~int](p *T, v T) T {\n\t*p += v\n\treturn *p\n}")
	})
	if g.chance(50) {
		w := g.name("w")
		g.line("%s := word(%s)", w, g.expr(g.str, 0))
		g.line("addTo(&%s, %s)", w, g.lit())
		g.probe("string(%s)", w)
		return true
	}
	x, ok := g.find(g.num, address)
	if !ok {
		return false
	}
	y := g.newVar("v", g.num, fmt.Sprintf("addTo(&%s, %s)", x, g.numLit()))
	g.probe("%s", g.pick(x, y))
	return true
}

func emitGenericPointer(g *gen) bool {
	g.declare("cell", func() {
		g.line("type cell[T any] struct {\n\tv T\n\tp *T\n}\n\nfunc (c *cell[T]) link() *cell[T] {\n\tc.p = &c.v\n\treturn c\n}\n")
		g.line("func (c cell[T]) put(v T) {\n\tc.v = v\n\tif c.p != nil {\n\t\t*c.p = v\n\t}\n}")
	})
	x := g.captured()
	c := g.name("c")
	g.line("%s := cell[string]{%s, &%s}", c, g.expr(g.str, 0), x)
	if g.chance(50) {
		g.line("%s.link()", c)
	}
	if g.chance(40) {
		d := g.name("c")
		g.line("%s := %s\n%s.put(%s)", d, c, d, g.expr(g.str, 0))
		g.probe("%s.v", d)
	} else {
		g.line("%s.put(%s)", c, g.expr(g.str, 0))
	}
	g.probe("%s", g.pick(c+".v", x, "*"+c+".p"))
	return true
}
