package flow

import "testing"

func TestRoomBuffer(t *testing.T) {
	ask(t, []row{
		{"what is written is read", `
			var x strings.Builder
			x.WriteString("a")
			x.WriteByte('b')
			x.WriteRune('ä')
			x.Write([]byte(s))`, "x.String()", `"abä" + s`},
		{"what is written through a pointer is, too", `
			var x bytes.Buffer
			p := &x
			io.WriteString(p, "a")
			x.WriteString("b")`, "p.String()", `"ab"`},
		{"what is read is as of then", `
			var x strings.Builder
			x.WriteString("a")
			y := x.String()
			x.WriteString("b")`, "y", `"a"`},
		{"Reset begins anew", `
			var x strings.Builder
			x.WriteString("a")
			x.Reset()
			x.WriteString("b")`, "x.String()", `"b"`},
		{"what may be written is one of two", `
			var x strings.Builder
			x.WriteString("a")
			if b { x.WriteString("b") }`, "x.String()", `"a" | "ab"`},
		{"a buffer that is perhaps written to is not known", `
			var x, y strings.Builder
			p := &x
			if b { p = &y }
			p.WriteString("a")`, "x.String()", `?`},
		{"what is in a buffer from elsewhere is not known", `
			func f(x *strings.Builder) {
				x.WriteString("a")
				@
			}`, "x.String()", `? + "a"`},
		{"a buffer that others have may have changed", `
			var x strings.Builder
			x.WriteString("a")
			opaque(&x)`, "x.String()", `?`},
		{"a buffer that is read from is not known", `
			var x bytes.Buffer
			x.WriteString("a")
			x.ReadByte()`, "x.String()", `?`},
		{"url.Values holds lists", `
			x := url.Values{}
			x.Set("k", "a")
			x.Add("k", "b")
			x.Add("l", "c")
			x.Del("l")`, "x", `{k: ["a", "b"]}`},
		{"Get takes the first, or none", `
			x := url.Values{"k": {"a", "b"}}`, `x.Get("k") + x.Get("l")`, `"a"`},
		{"what is added under a key that is not known may be anywhere", `
			x := url.Values{"k": {"a"}}
			x.Set(s, "b")`, `x["k"]`, `?`},
		{"Encode is the map as of then", `
			x := url.Values{"k": {"a"}}
			y := x.Encode()
			x.Set("k", "b")`, "y", `query {k: ["a"]}`},
		{"the bytes of a buffer are its memory", `
			var buf bytes.Buffer
			buf.WriteString("a")
			y := buf.Bytes()
			y[0] = 'b'`, "buf.String()", `?`},
		{"until there is other text", `
			var buf bytes.Buffer
			buf.WriteString("a")
			y := buf.Bytes()
			buf.Reset()
			buf.WriteString("b")`, "string(y), buf.String()", `?, "b"`},
		{"text that is written behind them leaves them", `
			var buf bytes.Buffer
			buf.WriteString("a")
			y := buf.Bytes()
			buf.WriteString("b")`, "string(y)", `"a"`},
		{"values that are added go into one array, perhaps", `
			x := url.Values{}
			x.Add("k", "a")
			y := x["k"]
			x.Add("k", "b")
			_ = append(y, "c")`, `x["k"]`, `["a", "b" | "c"]`},
		{"what is added to a list of values goes where there is room", `
			func f() {
				l := make([]string, 1, 4)
				v := url.Values{"a": l}
				v.Add("a", "x")
				l[0] = "z"
				x, y := l[:2][1], v.Get("a")
				@
			}`, "x, y", `"x", "z"`},
		{"what is appended to the bytes of a buffer may be overwritten", `
			func f() {
				var b bytes.Buffer
				b.WriteString("a")
				c := append(b.Bytes(), "x"...)
				b.WriteString("y")
				z := string(c)
				@
			}`, "z", `?`},
		{"a buffer may have its bytes from elsewhere", `
			func f() {
				x := []byte("a")
				bytes.NewBuffer(x).Bytes()[0] = 'b'
				y := string(x)
				@
			}`, "y", `?`},
		{"a buffer that is copied is not known", `
			var bb bytes.Buffer
			bb.WriteString("a")
			cc := bb
			cc.WriteString("b")
			bb.WriteString("c")`, `bb.String(), cc.String()`, `?, ?`},
		{"nor is one that a function has a copy of", `
			var bb bytes.Buffer
			bb.WriteString("a")
			func(cc bytes.Buffer) { cc.WriteString("b") }(bb)
			bb.WriteString("c")`, `bb.String()`, `?`},
		{"an empty one is", `
			var bb bytes.Buffer
			cc := bb
			cc.WriteString("b")
			bb.WriteString("c")`, `bb.String(), cc.String()`, `"c", "b"`},
		{"buffers that copy copies are not known", `
			bs, cs := make([]bytes.Buffer, 1), make([]bytes.Buffer, 1)
			bs[0].WriteString("a")
			copy(cs, bs)
			cs[0].WriteString("b")
			bs[0].WriteString("c")`, `bs[0].String()`, `?`},
		{"nor are those that append copies", `
			bs := make([]bytes.Buffer, 1)
			bs[0].WriteString("a")
			cs := append([]bytes.Buffer(nil), bs...)
			cs[0].WriteString("b")
			bs[0].WriteString("c")`, `bs[0].String()`, `?`},
		{"a buffer that has grown has an array", `
			var bb bytes.Buffer
			bb.Grow(9)
			cc := bb
			bb.WriteString("a")
			cc.WriteString("b")`, `bb.String()`, `?`},
		{"two names for one buffer", `
			func f(b bytes.Buffer, p *bytes.Buffer) { b.WriteString("a"); p.WriteString("b"); @ }`, `b.String()`, `?`},
		{"what is appended to the free part of a buffer is the next text", `
			var bb bytes.Buffer
			bb.Grow(9)
			x := append(bb.AvailableBuffer(), "a"...)
			bb.WriteString("b")`, `string(x)`, `?`},
	})
}
