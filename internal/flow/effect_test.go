package flow

import "testing"

func TestRoomEffect(t *testing.T) {
	ask(t, []row{
		{"what a function writes is not known", `
			x := []string{"b", "a"}
			sort.Strings(x)`, "x[0]", `?`},
		{"what it only reads stays", `
			x := []string{"b", "a"}
			_ = slices.IsSorted(x)`, "x[0]", `"b"`},
		{"what it writes deep is not known as far as it goes", `
			type in struct{ name string }
			x := &in{"a"}
			y := struct{ In *in }{x}
			json.Unmarshal([]byte(s), &y)`, "x.name", `"a" | ?`},
		{"what a function keeps may change later", `
			x := "a"
			var v sync.Map
			v.Store("k", &x)
			x = "b"
			opaque()`, "x", `?`},
		{"a function that is called may do what it does, or not", `
			x := "a"
			sort.Search(n, func(i int) bool { x = "b"; return true })`, "x", `"a" | "b"`},
		{"a function that does not return does not go on", `
			x := "a"
			if b {
				x = "b"
				os.Exit(1)
			}`, "x", `"a"`},
		{"a function of its operands gives the same each time", `
			x := strconv.Itoa(n)
			y := strconv.Itoa(n)`, "same: x, y", `true`},
		{"one that varies does not", `
			x := time.Now()
			y := time.Now()`, "same: x, y", `false`},
		{"the environment is the same until somebody sets it", `
			x := os.Getenv("k")
			y := os.Getenv("k")`, "same: x, y", `true`},
		{"and another one then", `
			x := os.Getenv("k")
			os.Setenv("k", s)
			y := os.Getenv("k")`, "same: x, y", `false`},
		{"code that is not seen may set it", `
			x := os.Getenv("k")
			opaque()
			y := os.Getenv("k")`, "same: x, y", `false`},
		{"what a function reads of memory is what is there", `
			func f(p *[]string) {
				x := strings.Join(*p, "")
				opaque()
				y := strings.Join(*p, "")
				@
			}`, "same: x, y", `false`},
		{"and it is the same until something is stored there", `
			func f(p []string) {
				x := strings.Join(p, "")
				y := strings.Join(p, "")
				@
			}`, "same: x, y", `true`},
		{"and another then", `
			func f(p []string) {
				x := strings.Join(p, "")
				p[0] = "a"
				y := strings.Join(p, "")
				@
			}`, "same: x, y", `false`},
		{"a result that shares memory changes it", `
			x := []byte(s)
			y := bytes.TrimSpace(x)
			y[0] = 'b'`, "string(x)", `?`},
		{"what is printed is what it was", `
			x := []string{"a"}
			fmt.Println(x)`, "x[0]", `"a"`},
		{"but for what its methods do", `
			type loud struct{ p *string }
			func (l loud) String() string { *l.p = "b"; return "" }
			func f() {
				x := "a"
				fmt.Println(loud{&x})
				@
			}`, "x", `"a" | "b"`},
		{"a function that changes a slice changes what points to its elements", `
			func f(x *string, y []string) {
				*x = "a"
				slices.Reverse(y)
				@
			}`, "*x", `?`},
		{"and to their fields", `
			type T struct{ a, b string }
			func f(x *string, y []T) {
				*x = "a"
				slices.Reverse(y)
				@
			}`, "*x", `?`},
		{"but nothing else", `
			func f(x *string, y []int) {
				*x = "a"
				slices.Reverse(y)
				@
			}`, "*x", `"a"`},
		{"so does copy", `
			func f(x *string, y []string) {
				*x = "a"
				copy(y, []string{"b"})
				@
			}`, "*x", `?`},
		{"and clear", `
			func f(x *[2]string, y []string) {
				x[0] = "a"
				clear(y)
				@
			}`, "x[0]", `?`},
		{"a function that changes a map may change another one", `
			func f(x, y, z map[string]string) {
				x["k"] = "a"
				maps.Copy(y, z)
				@
			}`, `x["k"]`, `?`},
		{"one that changes all that it reaches changes what is not known", `
			func f(x *string, y *struct{ p *string }) {
				*x = "a"
				json.Unmarshal(nil, y)
				@
			}`, "*x", `?`},
		{"and nothing else", `
			func f(x *string) {
				var y struct{ a string }
				*x = "a"
				json.Unmarshal(nil, &y)
				@
			}`, "*x", `"a"`},
		{"an object of one's own may have changed since", `
			r := strings.NewReader(s)
			n, m := r.Len(), 0
			r.ReadByte()
			m = r.Len()
			x := "b"
			if n == m { x = "a" }`, "x", `"a" | "b"`},
		{"and one that is stored to", `
			u, _ := url.Parse(s)
			x := u.String()
			u.Host = t
			y := u.String()`, "same: x, y", `false`},
		{"a function is called while a slice is sorted", `
			l, x := []string{"c", "b", "a"}, ""
			sort.Slice(l, func(i, j int) bool { x = l[0]; return l[i] < l[j] })`, `x`, `"" | ?`},
		{"a function is called while entries are deleted", `
			m, x := map[string]string{"a": "b", "c": "d"}, 0
			maps.DeleteFunc(m, func(k, v string) bool { x = len(m); return true })`, `x`, `0 | ?`},
	})
}
