package difftest

import "fmt"

func loopProductions() []production {
	return []production{
		{"terms that a loop doubles", 3, emitDoubled},
		{"for with three clauses", 12, emitFor},
		{"for with condition", 6, emitWhile},
		{"for without condition", 4, emitForever},
		{"range over int", 8, emitRangeInt},
		{"range over slice", 10, emitRangeSlice},
		{"range over array", 6, emitRangeArray},
		{"range over string", 4, emitRangeString},
		{"range over function", 6, emitRangeFunc},
		{"range over channel", 4, emitRangeChan},
		{"range into other places", 4, emitRangeInto},
		{"loop variable per iteration", 5, emitPerIteration},
		{"loop variable changed by pointer", 3, emitLoopPointer},
		{"nested loops", 8, emitNested},
		{"iterator of the standard library", 3, emitIterator},
	}
}

// loop writes a loop. enter binds the variables of the head, then the body has
// n statements more. A label is there if something needs it.
func (g *gen) loop(head string, enter func(), n int) {
	l := &loop{label: g.name("loop")}
	text := g.capture(func() {
		g.line("%s {", head)
		g.fn.loops = append(g.fn.loops, l)
		g.fn.inLoop++
		g.scope(func() {
			enter()
			g.block(n)
		})
		g.fn.inLoop--
		g.fn.loops = g.fn.loops[:len(g.fn.loops)-1]
		g.line("}")
	})
	if l.used {
		g.line("%s:", l.label)
	}
	g.out.WriteString(text)
}

func emitFor(g *gen) bool {
	if !g.nests() {
		return false
	}
	i := g.name("i")
	n := 2 + g.r.IntN(2)
	head := fmt.Sprintf("for %s := 0; %s < %d; %s++", i, i, n, i)
	switch g.r.IntN(5) {
	case 0:
		head = fmt.Sprintf("for %s := %d; %s >= 0; %s--", i, n-1, i, i)
	case 1:
		head = fmt.Sprintf("for %s := 0; %s < %d && %s; %s++", i, i, n, g.cond2(), i)
	}
	g.loop(head, func() {
		if n == 2 {
			g.bindIndex(i)
		} else {
			g.bindFixed(i, g.num)
		}
	}, 1+g.r.IntN(3))
	return true
}

func emitWhile(g *gen) bool {
	if !g.nests() {
		return false
	}
	n := g.name("n")
	g.line("%s := %s", n, g.pick("1", "2", "3", "0"))
	g.bindFixed(n, g.num)
	g.loop(fmt.Sprintf("for %s > 0", n), func() { g.line("%s--", n) }, 1+g.r.IntN(3))
	return true
}

func emitForever(g *gen) bool {
	if !g.nests() {
		return false
	}
	n := g.name("n")
	g.line("%s := 0", n)
	g.bindFixed(n, g.num)
	g.loop("for", func() {
		c := ""
		if g.chance(40) {
			c = " || " + g.cond2()
		}
		g.line("if %s > 1%s {\nbreak\n}\n%s++", n, c, n)
	}, 1+g.r.IntN(2))
	return true
}

func emitRangeInt(g *gen) bool {
	if !g.nests() {
		return false
	}
	if g.chance(40) {
		g.loop("for range "+g.pick("2", "3"), func() {}, 1+g.r.IntN(2))
		return true
	}
	i := g.name("i")
	g.loop(fmt.Sprintf("for %s := range 2", i), func() { g.bindIndex(i) }, 1+g.r.IntN(3))
	return true
}

func emitRangeSlice(g *gen) bool {
	if !g.nests() {
		return false
	}
	t := g.slice(g.str)
	for _, p := range g.palette {
		if p.kind == sliceKind && g.chance(60) {
			t = p
		}
	}
	s, ok := g.find(t, read)
	if !ok {
		s = g.newVar("s", t, g.build(t, 1))
	}
	i, e := g.name("i"), g.name("e")
	head := fmt.Sprintf("for _, %s := range %s", e, s)
	if g.chance(40) {
		head = fmt.Sprintf("for %s, %s := range %s", i, e, s)
	}
	g.loop(head, func() { g.bind(e, t.elem) }, 1+g.r.IntN(3))
	return true
}

func emitRangeArray(g *gen) bool {
	if !g.nests() {
		return false
	}
	a := g.arrayOf()
	i, e := g.name("i"), g.name("e")
	g.loop(fmt.Sprintf("for %s, %s := range %s", i, e, g.pick(a, a, "&"+a)), func() {
		g.bindIndex(i)
		g.bind(e, g.str)
		if g.chance(60) {
			// Have: range over an array goes over a copy, over &a not.
			g.line("%s[1] = %s", a, g.lit())
		}
		if g.chance(60) {
			g.probe("%s", e)
		}
	}, 1)
	return true
}

func emitRangeString(g *gen) bool {
	if !g.nests() {
		return false
	}
	i, c := g.name("i"), g.name("c")
	g.loop(fmt.Sprintf("for %s, %s := range %s", i, c, g.pick(g.lit(), `"aé"`, `"xyz"`)), func() {
		x := g.captured()
		g.line("if %s > 2 {\nbreak\n}", i)
		g.line("%s = string(%s)", x, c)
		if g.chance(50) {
			g.probe("%s", g.pick(x, i, c+" == 'a'"))
		}
	}, 1)
	return true
}

func emitRangeFunc(g *gen) bool {
	if !g.nests() {
		return false
	}
	g.declare("each", func() {
		g.line("func each(list []string) func(yield func(int, string) bool) {\n\treturn func(yield func(int, string) bool) {")
		g.line("for i, s := range list {\nif !yield(i, s+%s) {\n%s\nreturn\n}\n}", g.lit(), g.pick("list[0] = "+g.lit(), ""))
		g.line("}\n}")
	})
	s := g.sliceOf()
	i, e := g.name("i"), g.name("e")
	g.loop(fmt.Sprintf("for %s, %s := range each(%s)", i, e, s), func() {
		g.bind(e, g.str)
		if g.chance(50) {
			x := g.captured()
			g.line("%s = %s", x, e)
		}
		if g.chance(30) {
			g.line("if %s == 1 {\n%s\n}", i, g.pick("break", "continue"))
		}
	}, 1+g.r.IntN(2))
	g.probe("%s[0]", s)
	return true
}

func emitRangeChan(g *gen) bool {
	if !g.nests() || !g.has("make") {
		return false
	}
	c, e := g.name("ch"), g.name("e")
	g.line("%s := make(chan string, 3)", c)
	g.line("%s <- %s", c, g.expr(g.str, 0))
	g.line("if %s {\n%s <- %s\n}", g.cond(), c, g.expr(g.str, 0))
	g.line("close(%s)", c)
	g.loop(fmt.Sprintf("for %s := range %s", e, c), func() {
		g.bind(e, g.str)
		if g.chance(50) {
			g.probe("%s", e)
		}
	}, 1)
	return true
}

// emitRangeInto ranges into a field, an element or a pointee.
func emitRangeInto(g *gen) bool {
	if !g.nests() {
		return false
	}
	x, ok := g.find(g.str, assign)
	if !ok {
		return false
	}
	s := g.sliceOf()
	g.line("for _, %s = range %s {", x, s)
	if g.chance(50) {
		g.line("if %s {\nbreak\n}", g.cond())
	} else {
		g.line("%s[1] += %s", s, g.lit())
	}
	g.line("}")
	g.probe("%s", x)
	return true
}

// emitPerIteration keeps the address of a variable that each iteration has anew.
func emitPerIteration(g *gen) bool {
	if !g.nests() || !g.has("append", "nil") {
		return false
	}
	ps, i, e := g.name("ps"), g.name("i"), g.name("e")
	switch g.r.IntN(3) {
	case 0:
		s := g.sliceOf()
		g.line("var %s []*string\nfor _, %s := range %s {\n%s = append(%s, &%s)\n}", ps, e, s, ps, ps, e)
		g.line("*%s[0] = %s", ps, g.lit())
		g.probe("%s", g.pick("*"+ps+"[0]", "*"+ps+"[1]", s+"[0]"))
	case 1:
		g.line("var %s []*int\nfor %s := 0; %s < 3; %s++ {\n%s = append(%s, &%s)\n}", ps, i, i, i, ps, ps, i)
		g.line("*%s[0] += 5", ps)
		g.probe("*%s[%s]", ps, g.pick("0", "1", "2"))
	case 2:
		x := g.name("x")
		g.line("var %s []*string\nfor range 2 {\n%s := %s\n%s = append(%s, &%s)\n}", ps, x, g.expr(g.str, 0), ps, ps, x)
		g.line("*%s[1] += %s", ps, g.lit())
		g.probe("*%s[%s]", ps, g.index())
	}
	return true
}

// emitLoopPointer changes the variable of a loop through a pointer to it.
func emitLoopPointer(g *gen) bool {
	if !g.nests() {
		return false
	}
	x := g.captured()
	i, p := g.name("i"), g.name("p")
	g.line("for %s := 0; %s < 4; %s++ {\n%s := &%s\n%s += %s", i, i, i, p, i, x, g.lit())
	g.line("%s", g.pick("*"+p+"++", "*"+p+" += 2", "if "+g.cond()+" {\n*"+p+" = 9\n}"))
	g.probe("%s", g.pick(i, x))
	g.line("}")
	g.probe("%s", x)
	return true
}

func emitNested(g *gen) bool {
	if g.fn.depth+1 >= maxDepth || g.left < 6 {
		return false
	}
	i, j := g.name("i"), g.name("j")
	g.loop(fmt.Sprintf("for %s := range 2", i), func() {
		g.bindIndex(i)
		g.fn.depth++
		g.loop(fmt.Sprintf("for %s := range 2", j), func() {
			g.bindIndex(j)
			if g.chance(50) {
				outer := g.fn.loops[len(g.fn.loops)-2]
				outer.used = true
				g.line("if %s == 1 && %s {\n%s %s\n}", j, g.cond2(), g.pick("break", "continue"), outer.label)
			}
		}, 1+g.r.IntN(2))
		g.fn.depth--
	}, 1)
	return true
}

func emitIterator(g *gen) bool {
	if !g.nests() {
		return false
	}
	s := g.sliceOf()
	e, x := g.name("e"), g.captured()
	pkg := g.imp("slices")
	switch g.r.IntN(3) {
	case 0:
		g.line("for %s := range %s.Values(%s) {\n%s = %s\n}", e, pkg, s, x, e)
	case 1:
		i := g.name("i")
		g.line("for %s, %s := range %s.Backward(%s) {\n%s = %s\nif %s == 1 && %s {\nbreak\n}\n}", i, e, pkg, s, x, e, i, g.cond2())
	case 2:
		m := g.mapVar()
		g.line("for _, %s := range %s.Sorted(%s.Keys(%s)) {\n%s = %s\n}", e, pkg, g.imp("maps"), m, x, e)
	}
	g.probe("%s", x)
	return true
}

// emitDoubled has a loop make a value of itself, twice: its terms double each
// round.
func emitDoubled(g *gen) bool {
	if !g.nests() {
		return false
	}
	h, i := g.name("h"), g.name("i")
	if g.chance(70) {
		g.line("%s := %s", h, g.expr(g.num, 0))
		g.line("for %s := range %s {\n%s = %s\n}", i, g.pick("40", "5", g.someTimes()), h,
			g.pick(h+"<<5 + "+h+" + "+i, h+"*31 ^ ("+h+" + "+i+")", h+" + "+h+"%7"))
		g.probe("%s", h)
		return true
	}
	g.line("%s := %s", h, g.expr(g.str, 0))
	g.line("for %s := range %s {\n%s = %s + %s.Itoa(%s) + %s[:len(%s)/2]\n}", i, g.pick("8", "3", g.someTimes()), h, h, g.imp("strconv"), i, h, h)
	g.probe("%s", h)
	return true
}
