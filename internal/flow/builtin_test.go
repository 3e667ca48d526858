package flow

import "testing"

func TestRoomBuiltin(t *testing.T) {
	ask(t, []row{
		{"len counts bytes", `x := "ä"`, "len(x[:])", `2`},
		{"len and cap of a slice", `x := make([]string, 2, 5)[1:]`, "len(x)*10 + cap(x)", `14`},
		{"len of a slice that was appended to", `x := append([]string{"a"}, "b")`, "len(x)", `2`},
		{"the capacity that append leaves is not known", `x := append([]string{"a"}, "b")`, "cap(x)", `?`},
		{"len of a map counts entries", `
			x := map[string]int{"k": 1, "l": 2}
			x["k"] = 3
			delete(x, "l")`, "len(x)", `1`},
		{"an entry that may be missing does not count", `
			x := map[string]int{"k": 1}
			if b { x["l"] = 2 }`, "len(x)", `?`},
		{"an entry whose key may be that of another may not count", `x := map[string]int{"k": 1, s: 2}`, "len(x)", `?`},
		{"copy copies the lesser number", `
			x := []string{"a", "b", "c"}
			y := copy(x, []string{"d", "e"})`, `x[0] + x[1] + x[2] + strconv.Itoa(y)`, `"dec2"`},
		{"copy of what is not known changes each element", `
			x := []string{"a", "b"}
			copy(x, os.Args)`, "x", `?`},
		{"what copy puts where it can't be told refers to what it did", `
			x := "a"
			y := make([]*string, n)
			copy(y, []*string{&x})
			*y[0] = "b"`, "x", `?`},
		{"copy within a slice reads before it writes", `
			x := []string{"a", "b", "c"}
			copy(x[1:], x)`, "x", `["a", "a", "b"]`},
		{"clear empties a map, and makes elements zero", `
			x, y := map[string]int{"k": 1}, []string{"a"}
			clear(x)
			clear(y)`, "len(x), y", `0, [""]`},
		{"the least and the greatest of what is known", `x := 10`, `min("b", "a") + strconv.Itoa(max(2, x))`, `"a10"`},
		{"the least of what is not is not", ``, `min("b", s)`, `?`},
		{"a float that is not a number is neither", `x := 1.0`, "min(x, 2)", `?`},
		{"recover finds nothing where nothing panics", `
			x := "a"
			func() {
				defer func() { if recover() != nil { x = "b" } }()
			}()`, "x", `"a"`},
		{"recover finds what a panic leaves", `
			x := "a"
			func() {
				defer func() { if recover() != nil { x = "b" } }()
				panic(1)
			}()`, "x", `"b"`},
		{"recover finds nothing in what a deferred call calls", `
			x := "a"
			func() {
				defer func() { recover() }()
				defer func() { func() { if recover() != nil { x = "b" } }() }()
				panic(1)
			}()`, "x", `"a"`},
		{"close lets others go on", `
			var x string
			opaque(&x)
			x = "a"
			ch := make(chan int)
			close(ch)`, "x", `?`},
	})
}
