package flow

import (
	"go/ast"
	"go/token"
	"slices"
	"testing"
)

// TestRoomUnit asks about programs of several packages.
func TestRoomUnit(t *testing.T) {
	ask(t, []row{
		{"a function of another package is executed", `
			func f() { @ }
			-- lib --
			func Twice(x string) string { return x + x }`, `lib.Twice("a")`, `"aa"`},
		{"and so is one that it calls in a third", `
			func f() { @ }
			-- deep --
			func Join(x, y string) string { return x + y }
			-- lib --
			func Twice(x string) string { return deep.Join(x, x) }`, `lib.Twice("a")`, `"aa"`},
		{"what it calls outside of the program is not", `
			func f() { @ }
			-- lib --
			func Join(x []string) string { return strings.Join(x, "") + opaqueText() }`, `lib.Join([]string{"a"})`, `"a" + lib.opaqueText()`},
		{"equal names in two packages are two functions", `
			func name() string { return "a" }
			func f() { @ }
			-- lib --
			func name() string { return "b" }
			func Name() string { return name() }`, `name() + lib.Name()`, `"ab"`},
		{"and two variables", `
			var name = strings.ToLower("A")
			func f() { @ }
			-- lib --
			var name = strings.ToLower("B")
			func Name() string { return name }`, `name + lib.Name()`, `"ab"`},
		{"and two fields", `
			type named struct { lib.Named; name string }
			func f() { x := named{lib.New("b"), "a"}; @ }
			-- lib --
			type Named struct { name string }
			func New(x string) Named { return Named{x} }
			func (x Named) Get() string { return x.name }`, `x.name + x.Get()`, `"ab"`},
		{"and two methods that have no exported name", `
			type named struct{}
			func (named) name() string { return "a" }
			func f() { var x any = named{}; _, ok := x.(interface{ name() string }); @ }
			-- lib --
			type namer interface { name() string }
			func Is(x any) bool { _, ok := x.(namer); return ok }`, `ok, lib.Is(x)`, `true, false`},
		{"a method is called through an interface", `
			type namer interface { Name() string }
			func f() { var x namer = lib.New("a"); @ }
			-- lib --
			type Named struct { name string }
			func New(x string) *Named { return &Named{x} }
			func (x *Named) Name() string { return x.name }`, `x.Name()`, `"a"`},
		{"a method without an exported name is promoted", `
			type named struct { lib.Named }
			func f() { x := named{}; @ }
			-- lib --
			type namer interface { name() string }
			type Named struct {}
			func (Named) name() string { return "a" }
			func Name(x namer) string { return x.name() }`, `lib.Name(x)`, `"a"`},
		{"a callback runs in the package that it is handed to", `
			func f() {
				x := ""
				lib.Each([]string{"a", "b"}, func(s string) { x += s })
				@
			}
			-- lib --
			func Each(list []string, do func(string)) { for _, s := range list { do(s) } }`, `x`, `"ab"`},
		{"a generic function is instantiated elsewhere", `
			type text string
			func f() { @ }
			-- lib --
			type box[T any] struct { in T }
			func (b *box[T]) get() T { return b.in }
			func Last[T any](list ...T) T { b := &box[T]{}; for _, x := range list { b.in = x }; return b.get() }`,
			`lib.Last("a", "b"), lib.Last(text("c")), lib.Last(1, 2)`, `"b", "c", 2`},
		{"what a function of another package changes is changed", `
			func f() { x := &lib.Named{Name: "a"}; x.Rename("b"); @ }
			-- lib --
			type Named struct { Name string }
			func (x *Named) Rename(s string) { x.Name = s }`, `x.Name`, `"b"`},
		{"what it keeps is shared", `
			func f() { x := []string{"a"}; lib.Keep(x); opaque(); @ }
			-- lib --
			var kept []string
			func Keep(x []string) { kept = x }`, `x[0]`, `?`},
		{"what it does not keep is not", `
			func f() { x := []string{"a"}; lib.Look(x); opaque(); @ }
			-- lib --
			func Look(x []string) { _ = x[0] }`, `x[0]`, `"a"`},

		{"a package is initialized after those that it imports", `
			var x = second.Name() + "c"
			func f() { @ }
			-- second --
			var name = third.Name() + "b"
			func Name() string { return name }
			-- third --
			var name = strings.ToLower("A")
			func Name() string { return name }`, `x`, `"abc"`},
		{"a variable that is set again is not known", `
			func f() { @ }
			func g() { lib.Set("b") }
			-- lib --
			var name = "a"
			func Name() string { return name }
			func Set(x string) { name = x }`, `lib.Name()`, `"a" | "b" | ?`},
		{"one that another package sets may hold that", `
			func f() { @ }
			func g() { lib.Name = "b" }
			-- lib --
			var Name = "a"`, `lib.Name`, `"a" | "b" | ?`},
		{"and so may one that another package's initialization sets", `
			func init() { lib.Name = "b" }
			func f() { @ }
			-- lib --
			var Name = "a"`, `lib.Name`, `"a" | "b" | ?`},
		{"what the linker may set is not what another package sets later", `
			func init() { lib.Name = "b" }
			func f() { @ }
			-- lib --
			var Name string
			var full = "a" + Name
			func Full() string { return full }`, `lib.Full()`, `"a" + ("b" | ?)`},
		{"a map that another package gets may be changed", `
			func f() { @ }
			func init() { lib.All()["k"] = "b" }
			-- lib --
			var all = map[string]string{"k": "a"}
			func All() map[string]string { return all }
			func Get() string { return all["k"] }`, `lib.Get()`, `?`},
		{"and so may one that another package is handed", `
			func f() { @ }
			-- lib --
			var all = map[string]string{"k": "a"}
			func init() { deep.Keep(all) }
			func Get() string { return all["k"] }
			-- deep --
			var kept map[string]string
			func Keep(x map[string]string) { kept = x }
			func Set() { kept["k"] = "b" }`, `lib.Get()`, `?`},
		{"one that nobody changes is known", `
			func f() { opaque(); @ }
			-- lib --
			var all = map[string]string{"k": "a"}
			func Get() string { return all["k"] }`, `lib.Get()`, `"a"`},
		{"a variable of one package is not that of another", `
			var name = "a"
			func Set() { name = "b" }
			func f() { @ }
			-- lib --
			var name = strings.ToLower("C")
			func Name() string { return name }`, `lib.Name()`, `"c"`},

		{"a function is called from another package", `
			func f() { lib.Name("a") }
			-- lib --
			func Name(x string) { @ }`, `called: x`, `"a"`},
		{"and from several, those that others import first", `
			var y = lib.Name("c")
			func f() { lib.Name("d") }
			-- lib --
			func Name(x string) int { @; return 1 }
			func call() { Name("a") }
			-- mid --
			func call() { lib.Name("b") }`, `called: x`, `"a"; "b"; "c"; "d"`},
		{"and through a value", `
			func f() { g := lib.Name; g("a") }
			-- lib --
			func Name(x string) { @ }`, `called: x`, `"a"`},
		{"a method, too", `
			func f() { lib.Named{}.Name("a") }
			-- lib --
			type Named struct{}
			func (Named) Name(x string) { @ }`, `called: x`, `"a"`},
		{"a function of an equal name is not it", `
			func Name(x string) {}
			func f() { Name("a"); lib.Name("b") }
			-- lib --
			func Name(x string) { @ }`, `called: x`, `"b"`},
		{"a value is made anew with what the other package passes", `
			func f() { lib.Name("a") }
			-- lib --
			func Name(x string) { y := x + "b"; @; _ = y }`, `rebound: y`, `"ab"`},
		{"a call of a value names a function of another package", `
			func f() { g := lib.Name; @ }
			-- lib --
			func Name() string { return "a" }`, `callee: g()`, `Name`},

		{"what another package stores in a field is what it may hold", `
			func g() *lib.Named { return &lib.Named{Name: "a"} }
			func f() { g() }
			-- lib --
			type Named struct { Name string }
			func (x *Named) Get() { @ }`, `x.Name`, `"a" | ?`},
		{"and what callers in another package hand on", `
			func f() { lib.New("a") }
			-- lib --
			type Named struct { name string }
			func New(x string) *Named { return &Named{x} }
			func (x *Named) Get() { @ }`, `x.name`, `"a" | ?`},

		{"what a function returns that others may call escapes", `
			func f() { lib.New().Add("k", 1) }
			-- lib --
			func New() *claims { x := newClaims("a"); @; return x }`, `escapes: x`, `returned by New`},
		{"what another package hands out does", `
			func f() { x := newClaims("a"); lib.Look(x); @ }
			-- lib --
			func Look(x any) { opaque(x) }`, `escapes: x`, `passed to opaque`},
		{"what another package looks at does not", `
			func f() { x := newClaims("a"); lib.Look(x); @ }
			-- lib --
			func Look(x any) { _, _ = x.(string) }`, `escapes: x`, ``},
		{"what is called between two calls is told by its package", `
			func name() int { return 1 }
			func f() { @ }
			-- lib --
			func First() int { return 1 }
			func name() int { return 1 }
			func Name() int { return name() }
			func Last() int { return 1 }`, `between: lib.First(), name(), lib.Name(), lib.Last()`, `name; lib.Name`},
		{"who gets the address of a field is asked in all packages", `
			func f() { x := &lib.Named{}; set(&x.Name); @ }
			func set(p *string) {}
			-- lib --
			type Named struct { Name string }
			func (x *Named) Clear() { set(&x.Name) }
			func set(p *string) {}`, `addressed: x.Name`, `set; set`},
		{"and who keeps it", `
			func f() { x := &lib.Named{}; kept = &x.Name; @ }
			var kept *string
			-- lib --
			type Named struct { Name string }`, `addressed: x.Name`, `and more`},
		{"a function of another package that changes nothing has no effect", `
			func f() { @ }
			-- lib --
			func Twice(x string) string { return x + x }`, `effect: lib.Twice("a")`, ``},
		{"one that sets a variable there has", `
			func f() { @ }
			-- lib --
			var name string
			func Set(x string) int { name = x; return 1 }`, `effect: lib.Set("a")`, `acts`},
		{"a variable of another package is one place", `
			func f() { x := lib.Name; y := lib.Get(); @ }
			-- lib --
			var Name = opaqueText()
			func Get() string { return Name }`, `place: x, y`, `true`},
		{"a variable of an equal name is another", `
			var Name = opaqueText()
			func f() { x := lib.Name; y := Name; @ }
			-- lib --
			var Name = opaqueText()`, `place: x, y`, `false`},
	})
}

// TestOrder holds the order of units to their imports, however they are given.
func TestOrder(t *testing.T) {
	texts := []text{
		{"example.com/p", []string{"example.com/b", "example.com/c"}, "var _ = b.X + c.X"},
		{"example.com/a", nil, "var X = 1"},
		{"example.com/b", []string{"example.com/z"}, "var X = z.X"},
		{"example.com/c", []string{"example.com/a"}, "var X = a.X"},
		{"example.com/z", []string{"example.com/c"}, "var X = c.X"},
	}
	want := []string{"a", "c", "z", "b", "p"}
	units, fset, err := checkTexts(texts...)
	if err != nil {
		t.Fatal(err)
	}
	for range units {
		units = append(units[1:], units[0])
		var got []string
		for _, u := range NewIndex(fset, units, nil).units {
			got = append(got, u.Types.Name())
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// TestBroken expects that nothing is known of a package that has type errors,
// or imports one, and that the others are as they were.
func TestBroken(t *testing.T) {
	units, fset, err := checkTexts(
		text{"example.com/p", []string{"example.com/mid"}, "func F() string { return mid.X }"},
		text{"example.com/mid", []string{"example.com/bad"}, "func F() string { x := bad.X; return x }; var X = F()"},
		text{"example.com/bad", nil, `const X = "a"`},
		text{"example.com/good", nil, `func F() string { x := "a"; return x }; var X = F()`},
	)
	if err != nil {
		t.Fatal(err)
	}
	units[2].Broken = true
	index := NewIndex(fset, units, nil)
	for _, u := range units {
		for _, d := range u.Files[0].Decls {
			var e ast.Expr
			switch d := d.(type) {
			case *ast.FuncDecl:
				e = d.Body.List[len(d.Body.List)-1].(*ast.ReturnStmt).Results[0]
			case *ast.GenDecl:
				spec, ok := d.Specs[0].(*ast.ValueSpec)
				if !ok || d.Tok != token.VAR {
					continue
				}
				e = spec.Values[0]
			}
			want := "?"
			if u.Types.Name() == "good" {
				want = `"a"`
			}
			if got := show(index.Trace().Eval(e, index.Trace().Frame(e))); got != want {
				t.Errorf("in package %s it is %s, want %s", u.Types.Name(), got, want)
			}
		}
	}
	if err := index.Trace().Err(); err != nil {
		t.Error(err)
	}
}
