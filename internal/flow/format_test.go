package flow

import "testing"

func TestRoomFormat(t *testing.T) {
	ask(t, []row{
		{"operands stand in their places", ``, `fmt.Sprintf("%s-%d", "a", 7)`, `"a-7"`},
		{"an operand that is not known is a hole", ``, `fmt.Sprintf("a-%s-b", s)`, `"a-" + s + "-b"`},
		{"one that is printed in another way is another", ``, `fmt.Sprintf("a-%q", s)`, `"a-" + ?`},
		{"numbers have spaces between them, texts have none", ``, `fmt.Sprint(1, 2, "a", "b")`, `"1 2ab"`},
		{"a format that is not known makes any text", ``, `fmt.Sprintf(s, "a")`, `?`},
		{"one of two formats makes one of two texts", `
			x := "a%s"
			if b { x = "b%s" }`, `fmt.Sprintf(x, "c")`, `"ac" | "bc"`},
		{"operands that are handed on are those of the call", `
			func g(format string, v ...any) string { return fmt.Sprintf(format, v...) }
			func f() { @ }`, `g("%s-%v", "a", true)`, `"a-true"`},
		{"String is called", `
			type name string
			func (n name) String() string { return "<" + string(n) + ">" }
			func f() { @ }`, `fmt.Sprintf("%s %v", name("a"), name("b"))`, `"<a> <b>"`},
		{"Error goes before String", `
			type name string
			func (name) String() string { return "a" }
			func (name) Error() string { return "b" }
			func f() { @ }`, `fmt.Sprint(name(""))`, `"b"`},
		{"Format goes before both", `
			type name string
			func (name) Error() string { return "a" }
			func (name) Format(s fmt.State, verb rune) { io.WriteString(s, "b") }
			func f() { @ }`, `fmt.Sprint(name(""))`, `?`},
		{"what String does is done", `
			type loud struct{ p *string }
			func (l loud) String() string { *l.p = "b"; return "c" }
			func f() {
				x := "a"
				y := fmt.Sprint(loud{&x})
				@
			}`, "x + y", `"bc"`},
		{"or may be, in a format that is not known", `
			type loud struct{ p *string }
			func (l loud) String() string { *l.p = "b"; return "" }
			func f(s string) {
				x := "a"
				_ = fmt.Sprintf(s, loud{&x})
				@
			}`, "x", `"a" | "b"`},
		{"what is printed may have a method that does something", `
			var last string
			type loud int
			func (loud) String() string { last = "b"; return "" }
			func f(v any) {
				last = "a"
				_ = fmt.Sprint(v)
				@
			}`, "last", `"a" | "b" | ?`},
		{"unless no method of the program does", `
			var last string
			type still int
			func (still) String() string { return "b" }
			func f(v any) {
				last = "a"
				_ = fmt.Sprint(v)
				@
			}`, "last", `"a"`},
		{"text is printed into a buffer", `
			var x strings.Builder
			x.WriteString("a")
			fmt.Fprintf(&x, "-%s", s)`, "x.String()", `"a-" + s`},
		{"a method of a field may change something", `
			type inner struct{ p *string }
			func (i inner) String() string { *i.p = "b"; return "" }
			type outer struct{ In inner }
			func (outer) Other() {}
			func f() {
				x := "a"
				fmt.Println(outer{inner{&x}})
				@
			}`, "x", `?`},
		{"and so may one of an element", `
			type inner struct{ p *string }
			func (i inner) String() string { *i.p = "b"; return "" }
			func f() {
				x := "a"
				_ = fmt.Sprint([]inner{{&x}})
				@
			}`, "x", `?`},
		{"but not one that is not there", `
			type inner struct{ p *string }
			func (i inner) String() string { *i.p = "b"; return "" }
			func f() {
				x := "a"
				_ = fmt.Sprint([]*string{&x})
				@
			}`, "x", `"a"`},
		{"a method may delete something", `
			type loud struct{ m map[string]string }
			func (l loud) String() string { delete(l.m, "k"); return "" }
			func f(m map[string]string, v any) {
				m["k"] = "a"
				fmt.Println(v)
				@
			}`, `m["k"]`, `?`},
		{"or have a library do so", `
			type loud struct{ l []string }
			func (l loud) String() string { slices.Reverse(l.l); return "" }
			func f(p *string, v any) {
				*p = "a"
				fmt.Println(v)
				@
			}`, "*p", `?`},
		{"but it may make text", `
			type quiet struct{ l []string }
			func (q quiet) String() string { var b strings.Builder; b.WriteString(fmt.Sprint(len(q.l))); return b.String() }
			func f(p *string, v any) {
				*p = "a"
				fmt.Println(v)
				@
			}`, "*p", `"a"`},
		{"a method that prints and panics has done what it did", `
			var x = "a"
			type T struct{}
			func (T) String() string { x = "b"; panic("") }
			func f() { x = "c"; _ = fmt.Sprint(T{}); @ }`, `x`, `"b"`},
		{"what reads text may set a variable", `
			var x = "a"
			type T struct{}
			type U struct{ T T }
			func (*T) UnmarshalText([]byte) error { x = "b"; return nil }
			func f() { x = "c"; var u U; json.Unmarshal(nil, &u); @ }`, `x`, `"a" | "b" | "c" | ?`},
		{"a method of another shape is not for printing", `
			type T struct{}
			func (T) Error(args ...any) {}
			func f() { x := fmt.Sprint(T{}); @ }`, `x`, `?`},
		{"nor is one of another result", `
			type T struct{}
			func (T) String() int { return 7 }
			func f() { x := fmt.Sprint(T{}); @ }`, `x`, `?`},
		{"a verb may print an operand without its method", `
			type T struct{ n int }
			func (t *T) String() string { t.n++; return "a" }
			func f() { t := &T{}; _ = fmt.Sprintf("%d", t); x := t.n; @ }`, `x`, `0 | 1 | ?`},
		{"or print it twice", `
			type T struct{ n int }
			func (t *T) String() string { t.n++; return "a" }
			func f() { t := &T{}; _ = fmt.Sprintf("%[1]v %[1]v", t); x := t.n; @ }`, `x`, `0 | 1 | ?`},
		{"with # it is another method", `
			type T struct{ p *string }
			func (t T) GoString() string { *t.p = "b"; return "" }
			func f() { x := "a"; _ = fmt.Sprintf("%#v", T{&x}); @ }`, `x`, `"a" | "b"`},
		{"a method that may panic may not print", `
			type T struct{ s string }
			func (t *T) String() string { return t.s + "a" }
			func f(t *T) { x := fmt.Sprint(t); @ }`, `x`, `?`},
		{"what an error holds may be printed", `
			type T struct{ p *string }
			func (t T) Error() string { *t.p = "b"; return "" }
			func f() { x := "a"; e := &url.Error{Op: "a", Err: T{&x}}; x = "c"; _ = e.Error(); @ }`, `x`, `?`},
	})
}
