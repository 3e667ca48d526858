package flow

import "testing"

func TestRoomArith(t *testing.T) {
	ask(t, []row{
		{"numbers are computed", `x := 7`, "x*2-x/2%2", `13`},
		{"integers wrap at their size", `var x int8 = 127`, "x+1", `-128`},
		{"an int may have 32 bits", `x := 1 << 30`, "x*4", `(1073741824 * 4)`},
		{"unsigned integers wrap", `var x uint8`, "x-1", `255`},
		{"a division by zero has no value", `x := 0`, "1/x", `(1 / 0)`},
		{"a shift by too much leaves nothing", `var x uint8 = 1`, "x<<8", `0`},
		{"text is put together in order", `x := "a"`, "x + s + t", `"a" + s + t`},
		{"texts are compared", `x := "a"`, `x < "b"`, `true`},
		{"an operation on one of two is one of two", `
			x := 1
			if b { x = 2 }`, "x*10", `10 | 20`},
		{"text that may be equal is not told apart", `
			x := "a"
			if s == "b" { x = "c" }`, "x", `"a" | "c"`},
		{"nor is one of two", `
			x, y := "a", "c"
			if b { x = "b" }
			if x == "a" { y = "d" }`, "y", `"c" | "d"`},
		{"a value is equal to itself", `
			x := "a"
			if s != s { x = "b" }`, "x", `"a"`},
		{"but for a number that is none", `
			func f(n float64) {
				x := "a"
				if n != n { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"what can't be told may differ from itself", `
			x := "a"
			if opaqueText() != opaqueText() { x = "b" }`, "x", `"a" | "b"`},
		{"a pointer to a variable is not nil", `
			x := "a"
			p := &x
			if p == nil { x = "b" }`, "x", `"a"`},
		{"a pointer that is handed in may be", `
			func f(p *string) {
				x := "a"
				if p == nil { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"a number becomes the text of a rune", `x := 'ä'`, "string(x)", `"ä"`},
		{"a number is cut where it is converted", `x := 300`, "uint8(x)", `44`},
		{"bytes keep their text, until somebody writes", `
			x := []byte("abc")
			y := string(x)
			x[0] = 'z'`, "y + string(x)", `"abc" + ?`},
		{"an assertion takes the value of its type", `
			var x any = "a"
			if b { x = 1 }
			y, ok := x.(string)
			_ = ok`, "y", `"" | "a"`},
		{"an assertion that fails does not go on", `
			var x any = 1
			y := "a"
			if b {
				y = "b"
				_ = x.(string)
			}`, "y", `"a"`},
		{"an assertion to an interface asks for its methods", `
			var x any = "a"
			y := "b"
			if _, ok := x.(error); ok { y = "c" }`, "y", `"b"`},
		{"an assertion of what is handed in may fail", `
			func f(x any) {
				y, _ := x.(string)
				@
			}`, "y", `"" | ?`},
		{"zero may be negative", `
			func f() {
				x := 0.0
				y, z := -x, x * -1
				@
			}`, "fmt.Sprint(y), fmt.Sprint(z)", `?, ?`},
		{"a number may be infinite", `
			func f() {
				x := 1e308
				x *= 10
				y := "a"
				if x == x { y = "b" }
				@
			}`, "y, fmt.Sprint(x)", `"a" | "b", ?`},
		{"an operand that is negated has its size", `
			func f() {
				var x uint
				y := ^x
				@
			}`, "y", `?`},
		{"terms that double each round are not known", `
			x := n
			for i := range 64 {
				x = x<<5 + x + i
			}`, "x", `(? + 63)`},
		{"but those of a few rounds are the same", `
			x, y := n, n
			for range 2 {
				x = x + x
				y = y + y
			}`, "same: x, y", `true`},
		{"text that doubles each round is not known", `
			x := s
			for range 64 {
				x = x + "-" + x
			}`, "x", `?`},
	})
}
