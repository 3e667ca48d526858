package difftest

import "fmt"

func libraryProductions() []production {
	return []production{
		{"sync.Once", 5, emitOnce},
		{"sort.Slice", 4, emitSort},
		{"slices.SortFunc", 4, emitSortFunc},
		{"atomic.Pointer", 4, emitAtomicPointer},
		{"atomic.Value", 3, emitAtomicValue},
		{"sync.Mutex", 3, emitMutex},
		{"sync.OnceValue", 3, emitOnceValue},
		{"json", 3, emitJSON},
	}
}

func emitOnce(g *gen) bool {
	x := g.captured()
	o := g.name("once")
	g.line("var %s %s.Once", o, g.imp("sync"))
	g.line("%s.Do(func() { %s %s %s })", o, x, g.pick("=", "+="), g.lit())
	if g.chance(50) {
		g.line("%s.Do(func() { %s = %s })", o, x, g.lit())
	}
	if g.chance(30) {
		g.line("%s = %s", x, g.expr(g.str, 0))
	}
	g.probe("%s", x)
	return true
}

func emitSort(g *gen) bool {
	if !g.nests() {
		return false
	}
	s, n := g.sliceOf(), g.name("n")
	g.line("%s := false", n)
	g.line("%s.Slice(%s, func(i, j int) bool {\n%s = true\nreturn %s[i] %s %s[j]\n})", g.imp("sort"), s, n, s, g.pick("<", ">"), s)
	g.bind(n, g.boolean)
	g.probe("%s", g.pick(s+"[0]", s+"[1]", n))
	return true
}

func emitSortFunc(g *gen) bool {
	if !g.nests() {
		return false
	}
	x, s := g.captured(), g.sliceOf()
	g.line("%s.SortFunc(%s, func(a, b string) int {\n%s = %s\nreturn %s.Compare(a, b)\n})", g.imp("slices"), s, x, g.lit(), g.imp("strings"))
	g.probe("%s", g.pick(s+"[0]", s+"[1]", x))
	return true
}

func emitAtomicPointer(g *gen) bool {
	x := g.captured()
	a := g.name("at")
	g.line("var %s %s.Pointer[string]\n%s.Store(&%s)", a, g.imp("sync/atomic"), a, x)
	switch g.r.IntN(3) {
	case 0:
		g.line("*%s.Load() = %s", a, g.expr(g.str, 0))
	case 1:
		y := g.captured()
		g.line("%s := %s.Swap(&%s)\n*%s.Load() = %s", "old"+a, a, y, a, g.lit())
		g.line("*old%s += %s", a, g.lit())
		g.probe("%s", y)
	case 2:
		y := g.captured()
		g.line("if %s.CompareAndSwap(&%s, &%s) {\n*%s.Load() = %s\n}", a, x, y, a, g.lit())
		g.probe("%s", y)
	}
	g.probe("%s", g.pick(x, "*"+a+".Load()"))
	return true
}

func emitAtomicValue(g *gen) bool {
	a := g.name("at")
	g.line("var %s %s.Value\n%s.Store(%s)", a, g.imp("sync/atomic"), a, g.expr(g.str, 0))
	if g.chance(50) {
		g.line("%s.Store(%s)", a, g.lit())
	}
	if g.chance(50) {
		g.probe("%s.Load().(string)", a)
		return true
	}
	x, ok := g.name("v"), g.name("ok")
	g.line("%s, %s := %s.Load().(string)", x, ok, a)
	g.bind(x, g.str)
	g.bind(ok, g.boolean)
	g.probe("%s", g.pick(x, ok))
	return true
}

func emitMutex(g *gen) bool {
	g.imp("sync")
	g.declare("guarded", func() {
		g.line("type guarded struct {\n\tsync.Mutex\n\tm map[string]string\n}\n\nfunc (g *guarded) put(k, v string) (old string) {\n\tg.Lock()\n\tdefer g.Unlock()\n\told, g.m[k] = g.m[k], v\n\treturn old\n}")
	})
	x, m := g.name("x"), g.mapVar()
	g.line("%s := &guarded{m: %s}", x, m)
	k := g.key(g.str)
	y := g.newVar("v", g.str, fmt.Sprintf("%s.put(%s, %s)", x, k, g.expr(g.str, 0)))
	g.probe("%s", g.pick(y, m+"["+k+"]", fmt.Sprintf("%s.put(%s, %s)", x, k, g.lit())))
	return true
}

func emitOnceValue(g *gen) bool {
	x := g.captured()
	f := g.name("f")
	g.line("%s := %s.OnceValue(func() string {\n%s += %s\nreturn %s\n})", f, g.imp("sync"), x, g.lit(), x)
	if g.chance(50) {
		g.line("%s()\n%s = %s", f, x, g.lit())
	}
	g.probe("%s()", f)
	g.probe("%s", x)
	return true
}

// emitJSON writes text into a struct by reflection.
func emitJSON(g *gen) bool {
	if !g.nests() || !g.has("nil") {
		return false
	}
	g.declare("message", func() { g.line("type message struct {\n\tText string\n\tNext *string\n}") })
	x := g.captured()
	m := g.name("m")
	g.line("%s := message{Text: %s, Next: &%s}", m, g.expr(g.str, 0), x)
	g.line("if %s.Unmarshal([]byte(`%s`), &%s) != nil {\n%s.Text = %s\n}", g.imp("encoding/json"),
		g.pick(`{"Text": "j1", "Next": "j2"}`, `{"Next": "j3"}`, `{"Text": 1}`, `{`), m, m, g.lit())
	g.probe("%s", g.pick(m+".Text", x))
	return true
}
