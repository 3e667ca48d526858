package difftest

import "fmt"

func channelProductions() []production {
	return []production{
		{"buffered channel", 7, emitBuffered},
		{"channel of pointers", 4, emitChanPointer},
		{"select with default", 5, emitSelect},
		{"goroutine joined by channel", 5, emitGoroutine},
		{"goroutine joined by WaitGroup", 4, emitWaitGroup},
		{"receive from closed channel", 3, emitClosed},
		{"goroutine that sends a value", 4, emitGoSend},
	}
}

func emitBuffered(g *gen) bool {
	if !g.has("make") {
		return false
	}
	c := g.name("ch")
	g.line("%s := make(chan string, 2)", c)
	g.line("%s <- %s", c, g.expr(g.str, 0))
	g.line("%s <- %s", c, g.expr(g.str, 0))
	x, ok := g.find(g.str, assign)
	if ok && g.chance(60) {
		g.line("%s = <-%s", x, c)
		g.probe("%s", x)
	} else {
		g.probe("<-%s", c)
	}
	g.newVar("v", g.str, "<-"+c)
	return true
}

func emitChanPointer(g *gen) bool {
	if !g.has("make") {
		return false
	}
	x := g.captured()
	c := g.name("ch")
	g.line("%s := make(chan *string, 1)", c)
	g.line("%s <- &%s", c, x)
	g.line("%s = %s", x, g.expr(g.str, 0))
	p := g.newVar("p", g.ptr(g.str), "<-"+c)
	g.line("*%s %s %s", p, g.pick("=", "+="), g.lit())
	g.probe("%s", x)
	return true
}

func emitSelect(g *gen) bool {
	if !g.nests() || !g.has("make") {
		return false
	}
	x := g.captured()
	c, e := g.name("ch"), g.name("e")
	g.line("%s := make(chan string, 1)", c)
	if g.chance(60) {
		g.line("if %s {\n%s <- %s\n}", g.cond(), c, g.expr(g.str, 0))
	}
	g.line("select {")
	if g.chance(50) {
		g.line("case %s := <-%s:\n%s = %s", e, c, x, e)
	} else {
		g.line("case %s <- %s:\n%s = <-%s", c, g.expr(g.str, 0), x, c)
	}
	g.line("default:")
	g.block(1)
	g.line("}")
	g.probe("%s", x)
	return true
}

// quiet calls f for the body of a goroutine, which must not return early.
func (g *gen) quiet(f func()) {
	outer := g.fn
	g.fn = &body{kind: closureBody, depth: outer.depth + 1, inLoop: outer.inLoop}
	f()
	g.fn = outer
}

func emitGoroutine(g *gen) bool {
	if !g.nests() || !g.has("make") {
		return false
	}
	x := g.captured()
	done := g.name("done")
	g.line("{\n%s := make(chan bool)", done)
	g.line("go func() {\ndefer close(%s)", done)
	g.quiet(func() { g.block(1 + g.r.IntN(2)) })
	g.line("%s %s %s\n}()", x, g.pick("=", "+="), g.lit())
	g.line("<-%s\n}", done)
	g.probe("%s", x)
	return true
}

func emitWaitGroup(g *gen) bool {
	if !g.nests() {
		return false
	}
	x, y := g.newVar("v", g.str, g.lit()), g.newVar("v", g.str, g.lit())
	wg := g.name("wg")
	g.line("{\nvar %s %s.WaitGroup\n%s.Add(2)", wg, g.imp("sync"), wg)
	g.line("go func() {\ndefer %s.Done()\n%s += %s\n}()", wg, x, g.lit())
	g.line("go func(p *string) {\ndefer %s.Done()\n*p = %s\n}(&%s)", wg, g.lit(), y)
	g.line("%s.Wait()\n}", wg)
	g.probe("%s", g.pick(x, y))
	return true
}

func emitClosed(g *gen) bool {
	if !g.has("make") {
		return false
	}
	c, x, ok := g.name("ch"), g.name("v"), g.name("ok")
	g.line("%s := make(chan string, 1)", c)
	if g.chance(50) {
		g.line("%s <- %s", c, g.expr(g.str, 0))
	}
	g.line("close(%s)", c)
	g.line("%s, %s := <-%s", x, ok, c)
	g.bind(x, g.str)
	g.bind(ok, g.boolean)
	g.probe("%s", g.pick(x, ok, "<-"+c))
	return true
}

func emitGoSend(g *gen) bool {
	if !g.has("make") {
		return false
	}
	x := g.captured()
	g.declare("sendTo", func() {
		g.line("func sendTo(c chan<- string, p *string, s string) {\n\told := *p\n\t*p = s\n\tc <- old + %s\n}", g.lit())
	})
	c := g.name("ch")
	g.line("%s := make(chan string)", c)
	g.line("go sendTo(%s, &%s, %s)", c, x, g.expr(g.str, 0))
	y := g.newVar("v", g.str, "<-"+c)
	g.probe("%s", g.pick(x, y, fmt.Sprintf("%s == %s", x, y)))
	return true
}
