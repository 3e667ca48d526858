package flow

import "testing"

func TestRoomRoot(t *testing.T) {
	ask(t, []row{
		{"a variable that is never set again is known", `
			var x = strings.ToUpper("a")
			func f() { opaque(); @ }`, "x", `"A"`},
		{"but the linker may set one that is text", `
			var x = "a"
			func f() { @ }`, "x", `"a" | ?`},
		{"which it does before init does", `
			var x = "a"
			func init() { x = "b" }
			func f() { @ }`, "x", `"b"`},
		{"and so is one that init sets", `
			var x = "a"
			func init() { x = x + "b" }
			func f() { @ }`, "x", `"ab"`},
		{"variables are initialized in the order of their needs", `
			var x = y + "b"
			var y = "a"
			func f() { @ }`, "x", `"ab"`},
		{"a variable that is set again is not", `
			var x = "a"
			func set() { x = "b" }
			func f() { @ }`, "x", `"a" | "b" | ?`},
		{"whatever its declaration sets it to", `
			var x = strings.ToUpper("a")
			func set() { x = "b" }
			func f() { @ }`, "x", `"A" | "b" | ?`},
		{"nor one whose address is taken", `
			var x = "a"
			func f() { @ }
			func g() { opaque(&x) }`, "x", `"a" | ?`},
		{"nor one that other packages may set", `
			var X = "a"
			func f() { @ }`, "X", `"a" | ?`},
		{"a variable that a function has set is that", `
			var x = "a"
			func f() { x = "b"; @ }`, "x", `"b"`},
		{"until something runs that may set it", `
			var x = "a"
			func f() { x = "b"; opaque(); @ }`, "x", `"a" | "b" | ?`},
		{"a map that is only looked up in is known", `
			var x = map[string]string{"k": "a"}
			func f() { opaque(); @ }`, `x["k"]`, `"a"`},
		{"a map that is set somewhere is not", `
			var x = map[string]string{"k": "a"}
			func set() { x["k"] = "b" }
			func f() { @ }`, `x["k"]`, `?`},
		{"a map that is handed on is not", `
			var x = map[string]string{"k": "a"}
			func set() { opaque(x) }
			func f() { @ }`, `x["k"]`, `?`},
		{"what two variables refer to is not", `
			var x = map[string]string{"k": "a"}
			var y = x
			func set() { y["k"] = "b" }
			func f() { @ }`, `x["k"]`, `?`},
		{"a struct that others point into is not", `
			type named struct{ name string }
			var x = &named{"a"}
			func set() { p := &x.name; *p = "b" }
			func f() { @ }`, `x.name`, `"a" | ?`},
		{"what init hands on is not", `
			var x = []string{"a"}
			func init() { opaque(x) }
			func f() { @ }`, `x[0]`, `?`},
		{"nor is what a library keeps", `
			var all sync.Map
			var x = []string{"a"}
			func init() { all.Store("k", x) }
			func f() { @ }`, `x[0]`, `?`},
		{"a literal that nobody calls is executed", `
			func f() func(string) {
				return func(v string) { x := "a" + v; @ }
			}`, "x", `"a" + ?`},
		{"a function that a variable holds is called", `
			var x = func() string { return "a" }
			func f() { @ }`, `x()`, `"a"`},
		{"each execution begins with what initialization has left", `
			var x = []string{"a"}
			func g() { @ }
			func f() { g() }`, `called: x[0]`, `"a"`},
		{"a literal that is called once may be called with other variables", `
			func f(n int) func() string {
				x, y := "a", "c"
				get := func(p *string) func() string { return func() string { @; return *p } }
				get(&x)()
				return get(&y)
			}`, "*p", `"a" | ?`},
		{"a variable may not be set yet when init calls the function", `
			var x string
			func init() { opaqueText(); mint() }
			func init() { x = "a" }
			func mint() { f() }
			func f() { @ }`, "x", `"a" | ?`},
		{"but it is if its declaration sets it", `
			var x = strings.ToUpper("a")
			var _ = opaqueText()
			func init() { mint() }
			func mint() { f() }
			func f() { @ }`, "x", `"A"`},
		{"which it does before a function that names it runs", `
			var _ = mint()
			var x = strings.ToUpper("a")
			func mint() string { f(); return x }
			func f() { @ }`, "x", `"A"`},
		{"but not before one that is called through an interface", `
			type named interface{ name() string }
			type one struct{}
			var _ = named(one{}).name()
			var x = "a"
			func (one) name() string { f(); return "" }
			func f() { @ }`, "x", `"a" | ?`},
		{"nor before what comes to be called by a generic function", `
			type named interface{ name() string }
			type one struct{}
			func call[T named](t T) string { return t.name() }
			var _ = call(one{})
			var x = "a"
			func (one) name() string { f(); return "" }
			func f() { @ }`, "x", `"a" | ?`},
		{"a map may not be filled yet when init calls the function", `
			var x = map[string]string{}
			func init() { f() }
			func init() { x["k"] = "a" }
			func f() { @ }`, `x["k"]`, `?`},
		{"what init sets is known where init does not go", `
			var x string
			func init() { x = "a" }
			func f() { opaque(); @ }`, "x", `"a"`},
		{"a method may be found through a part before it is declared", `
			type one struct{}
			type box struct{ O one }
			var _ = fmt.Sprint(box{})
			var x = opaqueText("b") + "a"
			func (one) String() string { f(); return "" }
			func f() { @ }`, `x`, `opaqueText("b") + "a" | ?`},
		{"what a method reads may not be declared when another names it not", `
			type named interface{ name() string }
			type one struct{}
			var n named = one{}
			var _ = f()
			var x = "a"
			func (one) name() string { return x }
			func f() int { y := n.name(); @; return 0 }`, `y`, `"a" | ?`},
		{"what append returned may be changed through another slice", `
			var x = append([]string(nil), "a", "b", "c")
			var y = append(x, "d")
			var z = append(y, "e")
			func set() { z[0] = "b" }
			func f() { @ }`, `y[0]`, `?`},
	})
}
