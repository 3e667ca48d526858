package flow

import "testing"

func TestRoomJoin(t *testing.T) {
	ask(t, []row{
		{"two values are a choice", `
			x := "a"
			if b { x = "b" }`, "x", `"a" | "b"`},
		{"one value is no choice", `
			x := "a"
			if b { x = "a" }`, "x", `"a"`},
		{"a value that can't be told stays one of the two", `
			x := "a"
			if b { x = opaqueText() }`, "x", `"a" | opaqueText()`},
		{"what texts have in common stays in front of the choice", `
			x := s
			if b { x += "a" }`, "x", `s | s + "a"`},
		{"texts that differ from the start are a choice of both", `
			x := "a" + s
			if b { x = "b" + s }`, "x", `"a" + s | "b" + s`},
		{"structs are joined field by field", `
			type pair struct{ l, r string }
			x := pair{"a", "b"}
			if b { x.r = "c" }`, "x", `{l: "a", r: "b" | "c"}`},
		{"a pointer that may be nil is not where it is followed", `
			var p *struct{ name string }
			if b { p = &struct{ name string }{"a"} }`, "p.name", `"a"`},
		{"two pointers are a choice of both objects", `
			type named struct{ name string }
			p := &named{"a"}
			if b { p = &named{"b"} }`, "p.name", `"a" | "b"`},
		{"more than sixteen values are unknown", `
			x := "a"
			switch n {` + cases(1, 16) + `}`, "x", `?`},
		{"sixteen values are known", `
			x := "0"
			switch n {` + cases(1, 15) + `}`, "x", `"0" | "1" | "10" | "11" | "12" | "13" | "14" | "15" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9"`},
		{"what a loop appends is known, the number is not", `
			var x []string
			for _, v := range os.Args { x = append(x, v, "b") }`, "x", `[?*, "b"*, ?*] | ?`},
		{"what a loop counts is open", `
			x := 0
			for range n { x += 2 }`, "x", `((0 | 2 | ?) + 2) | 0`},
	})
}
