package flow

import (
	"go/ast"
	"go/types"
	"testing"
)

// TestRoomReads asks whether the program reads what the call of opaqueText
// returns: whether it hands that to strconv.Quote.
func TestRoomReads(t *testing.T) {
	for _, r := range []struct {
		name, source string
		reads        bool
	}{
		{"printed", `func f() { s := opaqueText(); fmt.Println(s, len(s)) }`, false},
		{"handed over", `func f() { s := opaqueText(); strconv.Quote(s) }`, true},
		{"another text is", `func f(x string) { s := opaqueText(); fmt.Println(s); strconv.Quote(x) }`, false},
		{"a part of it", `func f() { s := opaqueText(); strconv.Quote(strings.Split(s, ".")[1]) }`, true},
		{"a part by position", `func f() { s := opaqueText(); strconv.Quote(s[strings.IndexByte(s, '.'):]) }`, true},
		{"a part by cut", `func f() { _, s, _ := strings.Cut(opaqueText(), "."); strconv.Quote(s) }`, true},
		{"as bytes", `func f() { b := []byte(opaqueText()); strconv.Quote(string(b[2:])) }`, true},
		{"compared with nothing", `func f() bool { s := opaqueText(); return s == "" }`, false},
		{"compared with something", `func f(x string) bool { s := opaqueText(); return x == s }`, true},
		{"a switch", `func f() bool { switch opaqueText() { case "x": return true }; return false }`, true},
		{"its length compared", `func f() bool { return len(opaqueText()) > 0 }`, false},
		{"in another function", `func f() { g(opaqueText()) }
			func g(s string) { strconv.Quote(s) }`, true},
		{"in a caller", `func f() string { return opaqueText() }
			func g() { strconv.Quote(f()) }`, true},
		{"one of two results", `func f() (string, string) { return "", opaqueText() }
			func g() { _, s := f(); strconv.Quote(s) }`, true},
		{"the other one", `func f() (string, string) { return "", opaqueText() }
			func g() { s, _ := f(); strconv.Quote(s) }`, false},
		{"a field", `type box struct { s, other string }
			func f(b *box) { b.s = opaqueText() }
			func g(b box) { strconv.Quote(b.s) }`, true},
		{"another field", `type box struct { s, other string }
			func f(b *box) { b.s = opaqueText() }
			func g(b box) { strconv.Quote(b.other) }`, false},
		{"a field of a generic type", `type box[T any] struct { s T }
			func f(b *box[string]) { b.s = opaqueText() }
			func g(b *box[string]) { strconv.Quote(b.s) }`, true},
		{"a package variable", `var v string
			func f() { v = opaqueText() }
			func g() { strconv.Quote(v) }`, true},
		{"a map in a field", `type box struct { m map[string]string }
			func f(b *box) { b.m["a"] = opaqueText() }
			func g(b *box) { strconv.Quote(b.m["b"]) }`, true},
		{"a slice", `func f() { var l []string; l = append(l, opaqueText()); strconv.Quote(l[0]) }`, true},
		{"a closure", `func f() { s := opaqueText(); func() { strconv.Quote(s) }() }`, true},
		{"a generic function", `func f() { g(opaqueText()) }
			func g[T ~string](s T) { strconv.Quote(string(s)) }`, true},
		{"an interface", `func f() { var v any = opaqueText(); if s, ok := v.(string); ok { strconv.Quote(s) } }`, true},
		{"a pointer", `func f() { s := opaqueText(); p := &s; strconv.Quote(*p) }`, true},
		{"by the address of a result", `func f() { s := ""; g(&s); strconv.Quote(s) }
			func g(p *string) { *p = opaqueText() }`, true},
	} {
		a, err := load(r.source+"\nvar _ = func() { @ }", "0")
		if err != nil {
			t.Errorf("%s: %v", r.name, err)
			continue
		}
		for _, cur := range a.pkg.Calls() {
			call := cur.Node().(*ast.CallExpr)
			if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "opaqueText" {
				continue
			}
			reads := a.trace.Reads(call, func(fn *types.Func) bool { return fn.FullName() == "strconv.Quote" })
			if reads != r.reads {
				t.Errorf("%s: %v, want %v", r.name, reads, r.reads)
			}
		}
	}
}
