package flow

import "testing"

func TestRoomExec(t *testing.T) {
	ask(t, []row{
		{"a condition that is known decides", `
			x := "a"
			if len(x) == 2 { x = "b" }`, "x", `"a"`},
		{"a condition that can't be told leaves both ways", `
			x := "a"
			if b { x = "b" } else { x = "c" }`, "x", `"b" | "c"`},
		{"a way that returns does not go on", `
			x := "a"
			if b {
				x = "b"
				return
			}`, "x", `"a"`},
		{"rounds that are known are executed one by one", `
			x := ""
			for i := 0; i < 3; i++ { x += strconv.Itoa(i) }`, "x", `"012"`},
		{"a loop whose rounds are not known may have none", `
			x := "a"
			for range n { x = "b" }`, "x", `"a" | "b"`},
		{"after many rounds a loop is taken to a fixpoint", `
			x := 0
			for i := range 100 { x = i }`, "x", `64 | 65 | ?`},
		{"break leaves what the round has done", `
			x := ""
			for _, v := range []string{"a", "b", "c"} {
				x += v
				if v == "b" { break }
			}`, "x", `"ab"`},
		{"a condition that can't be told may leave a loop in each round", `
			x := ""
			for _, v := range []string{"a", "b"} {
				if opaqueText() == v { break }
				x = v
			}`, "x", `"" | "a" | "b"`},
		{"continue goes on with the outer loop", `
			x := ""
		outer:
			for _, v := range []string{"a", "b"} {
				for {
					if v == "a" { continue outer }
					x += v
					break outer
				}
			}`, "x", `"b"`},
		{"a switch takes the clause that is known", `
			x := "a"
			switch x {
			case "b": x = "c"
			case "a": x = "d"; fallthrough
			default: x += "e"
			}`, "x", `"de"`},
		{"a panic does not go on", `
			x := "a"
			if b {
				x = "b"
				panic(x)
			}`, "x", `"a"`},
		{"a panic goes on where it is recovered", `
			x := "a"
			func() {
				defer func() { recover() }()
				x = "b"
				if b { panic(x) }
				x = "c"
			}()`, "x", `"b" | "c"`},
		{"a panic in a function goes on where a caller recovers", `
			func g(p *string) {
				*p = "b"
				panic(1)
			}
			func f() {
				x := "a"
				func() {
					defer func() { recover() }()
					g(&x)
					x = "c"
				}()
				@
			}`, "x", `"b"`},
		{"each place that may panic is one to recover from", `
			func f(list []string) {
				x := "a"
				func() {
					defer func() { recover() }()
					x = "b"
					_ = list[1]
					x = "c"
				}()
				@
			}`, "x", `"b" | "c"`},
		{"a result that is not set when it panics is not what would be returned", `
			func g(b bool) string {
				defer func() { recover() }()
				if b { panic("a") }
				return "b"
			}
			func f(b bool) { @ }`, "g(b)", `"" | "b"`},
		{"what is called beyond the budget may do anything", `
			x, y := "a", 0
			for range 60 { for range 60 { for range 60 { y++ } } }
			func() { x = "b" }()`, "spent: x", `?, true`},
		{"what is executed within the budget is known", `
			x, y := "a", 0
			for range 60 { for range 60 { y++ } }
			func() { x = "b" }()`, "spent: x", `"b", false`},
	})
}
