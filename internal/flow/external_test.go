package flow

import "testing"

func TestRoomExternal(t *testing.T) {
	ask(t, []row{
		{"what a function returns that is not seen is one value", `
			x := opaqueText()
			y := x`, "same: x, y", `true`},
		{"another call may return another", `
			x := opaqueText()
			y := opaqueText()`, "same: x, y", `false`},
		{"it may change what it returned before", `
			func f() {
				x := opaque().(*struct{ name string })
				x.name = "a"
				opaque()
				@
			}`, "x.name", `"a" | ?`},
		{"it may panic, after it has done something", `
			x := "a"
			func() {
				defer func() { recover() }()
				opaque(&x)
				x = "b"
			}()`, "x", `"a" | .opaque(…) | ?`},
		{"what the client sees to changes nothing else", `
			var x string
			opaque(&x)
			x = "a"
			y := newClaims("b")
			y.Add("k", x)`, "x", `"a"`},
		{"what the client sees to returns an object of its own", `
			x := newClaims("a")
			opaque()`, "x.Name", `?`},
		{"a method that returns its receiver does", `
			x := newClaims("a")
			y := x.Add("k", 1)
			y.Name = "b"`, "x.Name", `"b"`},
		{"a method that returns a part returns the same each time", `
			x := newClaims("a")
			x.Header()["k"] = "b"`, `x.Header()["k"]`, `"b"`},
		{"two objects have two parts", `
			x, y := newClaims("a"), newClaims("b")
			x.Header()["k"] = "c"
			y.Header()["k"] = "d"`, `x.Header()["k"]`, `"c"`},
		{"an object that gets to others may be changed there", `
			x := newClaims("a")
			x.Name = "b"
			opaque(x)`, "x.Name", `"b" | ?`},
		{"a library may find methods by reflection", `
			var x = "a"
			type T struct{ V U }
			type U struct{}
			func (U) IsZero() bool { x = "b"; return true }
			func f() { x = "c"; json.Marshal(T{}); @ }`, `x`, `"a" | "b" | "c" | ?`},
	})
}
