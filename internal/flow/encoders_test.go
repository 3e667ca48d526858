package flow

import "testing"

func TestRoomEncoders(t *testing.T) {
	ask(t, []row{
		{"an encoder writes behind what is there", `
			var x bytes.Buffer
			x.WriteString("a")
			json.NewEncoder(&x).Encode(s)
			x.WriteString("b")`, "x.String()", `"a" + Encode(json.NewEncoder("a"), s) + "b"`},
		{"two encodings are not one text", `
			var x bytes.Buffer
			e := json.NewEncoder(&x)
			e.Encode(s)
			y := x.String()
			x.Reset()
			e.Encode(s)`, "same: y, x.String()", `false`},
		{"an encoder calls methods of what it encodes", `
			type loud struct{ P *string }
			func (l loud) MarshalJSON() ([]byte, error) { *l.P = "b"; return nil, nil }
			func f() {
				x := "a"
				var y bytes.Buffer
				json.NewEncoder(&y).Encode(loud{&x})
				@
			}`, "x", `"a" | "b"`},
		{"an encoder to somewhere else writes no buffer", `
			func f(w io.Writer) {
				var x bytes.Buffer
				x.WriteString("a")
				json.NewEncoder(w).Encode(1)
				@
			}`, "x.String()", `"a"`},
		{"base64 is written over bytes", `
			x := make([]byte, base64.StdEncoding.EncodedLen(len(s)))
			base64.StdEncoding.Encode(x, []byte(s))`, "string(x)", `Encode(?, ?, s)`},
		{"a URL of scheme, opaque text, and query is text", `
			x := url.URL{Scheme: "scope", Opaque: "client:incoming", RawQuery: url.Values{"k": {s}}.Encode()}`,
			"x.String()", `"scope:client:incoming?" + query {k: [s]}`},
		{"a URL of other parts is not", `
			x := url.URL{Scheme: "scope", Opaque: "client:incoming", RawQuery: "a", Fragment: s}`, "x.String()",
			`String({Scheme: "scope", Opaque: "client:incoming", Fragment: s, RawQuery: "a"})`},
		{"nor one whose parts may be empty", `
			x := url.URL{Scheme: s, Opaque: "client:incoming", RawQuery: "a"}`, "x.String()",
			`String({Scheme: s, Opaque: "client:incoming", RawQuery: "a"})`},
		{"one of several encoders writes, too", `
			var x bytes.Buffer
			e := json.NewEncoder(&x)
			if b { e = json.NewEncoder(&x) }
			e.Encode(1)
			y := x.String()`, "y", `?`},
		{"and so does one that is handed on", `
			var x bytes.Buffer
			opaque(json.NewEncoder(&x))
			y := x.String()`, "y", `?`},
		{"and one of an earlier round", `
			var x bytes.Buffer
			var e *json.Encoder
			for range n {
				if e != nil { e.Encode(1) }
				e = json.NewEncoder(&x)
			}
			y := x.String()`, "y", `?`},
		{"what is encoded may not fill its bytes", `
			x := make([]byte, n)
			base64.StdEncoding.Encode(x, []byte(s))
			y := string(x)`, "y", `?`},
		{"but it does those that are made for it", `
			m := base64.StdEncoding.EncodedLen(len(s))
			x := make([]byte, m)
			base64.StdEncoding.Encode(x, []byte(s))
			y := string(x)`, "y", `Encode(?, ?, s)`},
		{"bytes that are as long as another text", `
			x := make([]byte, base64.StdEncoding.EncodedLen(len(s)))
			base64.StdEncoding.Encode(x, []byte(s + "a"))`, `string(x)`, `?`},
	})
}
