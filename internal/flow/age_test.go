package flow

import "testing"

func TestRoomAge(t *testing.T) {
	ask(t, []row{
		{"a variable of a round is not that of another", `
			x := "a"
			first := &x
			for range n {
				y := "b"
				if first == &x { first = &y }
				y += "c"
			}`, "*first", `"a" | "bc"`},
		{"a store to the variable of the last round may be to none of the earlier ones", `
			x := "a"
			first, last := &x, &x
			for i := range n {
				y := "b"
				if i == 0 { first = &y }
				last = &y
			}
			*last = "c"`, "*first", `"a" | "b" | "c"`},
		{"a store to a variable of an earlier round may be to another", `
			first := &s
			var p, q *string
			for {
				x := "a"
				if q != nil && first == &s { first = q }
				p, q = q, &x
				if opaqueText() == "" { break }
			}
			*p = "b"`, "*first", `"a" | "b" | s`},
		{"values of two rounds are not equal for being made at one place", `
			last, same := s, true
			for range n {
				x := opaqueText()
				same = x == last
				last = x
			}
			x := "a"
			if same { x = "b" }`, "x", `"a" | "b"`},
		{"a value of one round is equal to itself", `
			same := true
			for range n {
				x := opaqueText()
				y := x
				same = x == y
			}`, "same", `true`},
		{"pointers to what a loop makes refer to any of it", `
			all := [2]*string{&s, &s}
			for i := range n {
				x := "a"
				all[i] = &x
			}
			*all[1] = "b"`, "*all[0]", `"a" | "b" | s`},
		{"a map of a round is not that of another", `
			first := map[string]string{"k": "a"}
			last := first
			for i := range n {
				x := map[string]string{"k": "b"}
				if i == 0 { first = x }
				last = x
			}
			last["k"] = "c"`, `first["k"]`, `"a" | "b" | "c"`},
		{"a store to a map of an earlier round may be to another", `
			first := map[string]string{"k": "a"}
			var p, q map[string]string
			for {
				x := map[string]string{"k": "b"}
				if q != nil && opaqueText() == "" { first = q }
				p, q = q, x
				if opaqueText() == "" { break }
			}
			p["k"] = "c"`, `first["k"]`, `"" | "a" | "b" | "c"`},
		{"a function made in an earlier round changes its variables", `
			x := &s
			set := func() {}
			for range n {
				y := "a"
				set()
				set = func() { y = "b" }
				x = &y
			}
			set()`, "*x", `"a" | "b" | s`},
		{"so does one that a call in the loop has made", `
			x := "a"
			get := func() func() { return func() { x = "b" } }
			set := get()
			for range n {
				set()
				set = get()
			}`, "x", `?`},
		{"a variable of an earlier round has what any round has left", `
			x := "a"
			first, q := &x, &x
			for {
				y := "b"
				if opaqueText() == "" { break }
				if *q == "b" { *q = "c" }
				first, q = q, &y
			}`, "*first", `"a" | "c" | ?`},
		{"what is made before a loop is one in all rounds", `
			x := "a"
			p := &x
			for range n { *p = "b" }`, "x", `"a" | "b"`},
		{"what is set in the last round is known behind a loop that is executed", `
			m := map[string]string{}
			for _, k := range []string{"k", "l"} { m[k] = k + "a" }`, "m", `{k: "ka", l: "la"}`},
	})
}
