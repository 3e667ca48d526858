package flow

import "testing"

func TestRoomGraph(t *testing.T) {
	ask(t, []row{
		{"a jump back is a loop", `
			x, i := "", 0
		again:
			x += "a"
			if i++; i < 3 { goto again }`, "x", `"aaa"`},
		{"a jump back that can't be told may be taken", `
			x := "a"
		again:
			if opaqueText() == "" {
				x = "b"
				goto again
			}`, "x", `"a" | "b"`},
		{"a jump into a loop is no round of it", `
			x, i := "a", 0
			if b { goto inside }
		again:
			x = "b"
		inside:
			if i++; i < 2 { goto again }`, "x", `"b"`},
		{"two loops with one head are one", `
			x, i := "", 0
		again:
			i++
			if i == 1 { x += "a"; goto again }
			if i == 2 { x += "b"; goto again }`, "x", `("" | "a" | ("" | "a") + "a" | ?)`},
		{"a loop within a loop has rounds of its own in each", `
			x := ""
			for _, v := range []string{"a", "b"} {
				for i := range 2 { x += v + strconv.Itoa(i) }
			}`, "x", `"a0a1b0b1"`},
		{"a loop that can't be left does not go on", `
			x := "a"
			if b {
				x = "b"
				for { }
			}`, "x", `"a"`},
	})
}
