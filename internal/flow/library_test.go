package flow

import "testing"

func TestRoomLibrary(t *testing.T) {
	ask(t, []row{
		{"functions of constants are computed", `x := "a-b"`, `strings.ToUpper(strings.Split(x, "-")[1])`, `"B"`},
		{"with what is not known they are calls", ``, `strings.ToUpper(s)`, `strings.ToUpper(s)`},
		{"each of several results is known", `x, err := strconv.Atoi("12")`, "x, err", `12, nil`},
		{"an error is not nil", `
			x := "a"
			if _, err := strconv.Atoi("a"); err != nil { x = "b" }`, "x", `"b"`},
		{"nor is one that is made", `
			x := "a"
			if errors.New("b") != nil { x = "b" }`, "x", `"b"`},
		{"elements are joined", ``, `strings.Join([]string{"a", s, "b"}, "-")`, `"a-" + s + "-b"`},
		{"what is replaced may be in a hole", ``, `strings.ReplaceAll("a-" + s, "-", "+")`, `strings.ReplaceAll("a-" + s, "-", "+")`},
		{"a prefix is taken off a piece", ``, `strings.TrimPrefix("a-" + s, "a-")`, `s`},
		{"a prefix that may be in a hole is not", ``, `strings.TrimPrefix(s + "b", "a")`, `strings.TrimPrefix(s + "b", "a")`},
		{"a prefix is found in a piece", `
			x := "a"
			if !strings.HasPrefix("a-" + s, "a") { x = "b" }`, "x", `"a"`},
		{"what a clone of a slice is set to is not set in the slice", `
			x := []string{"a"}
			y := slices.Clone(x)
			y[0] = "b"`, "x[0] + y[0]", `"ab"`},
		{"what a clone of a map is set to is not set in the map", `
			x := map[string]string{"k": "a", "l": "c"}
			y := maps.Clone(x)
			y["k"] = "b"`, "x, y", `{k: "a", l: "c"}, {k: "b", l: "c"}`},
		{"a clone has what the slice refers to", `
			x := "a"
			y := slices.Clone([]*string{&x})
			*y[0] = "b"`, "x", `"b"`},
		{"entries are copied over those of their keys", `
			x := map[string]string{"k": "a", "l": "b"}
			maps.Copy(x, map[string]string{"k": "c"})`, "x", `{k: "c", l: "b"}`},
		{"entries that may be missing may be copied", `
			x, y := map[string]string{"k": "a"}, map[string]string{}
			if b { y["k"] = "b" }
			maps.Copy(x, y)`, `x["k"]`, `?`},
		{"a part of bytes is the same memory", `
			x := []byte(" a")
			y := bytes.TrimSpace(x)
			y[0] = 'b'`, "string(x)", `?`},
		{"seen from either", `
			x := []byte(" a")
			y := bytes.TrimSpace(x)
			x[1] = 'b'`, "string(y)", `?`},
		{"what follows a part may be overwritten", `
			x := []byte("a=b")
			y, _, _ := bytes.Cut(x, []byte("="))
			_ = append(y, "c"...)`, "string(x)", `?`},
		{"a copy is not", `
			x := []byte("a")
			y := bytes.ToUpper(x)
			x[0] = 'b'`, "string(y)", `"A"`},
	})
}
