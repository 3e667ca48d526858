package flow

import "testing"

func TestRoomMaps(t *testing.T) {
	ask(t, []row{
		{"an entry is what it was set to last", `
			m := map[string]string{"k": "a"}
			m["k"] = "b"`, `m["k"]`, `"b"`},
		{"an entry that nobody has set is zero", `
			m := map[string]string{"k": "a"}
			v, ok := m["l"]`, `v, ok`, `"", false`},
		{"an entry that is deleted is not there", `
			m := map[string]string{"k": "a", "l": "b"}
			delete(m, "k")
			x := "c"
			if _, ok := m["k"]; !ok { x = m["k"] + m["l"] }`, `x`, `"b"`},
		{"a key that is not known may be one that is", `
			m := map[string]string{"k": "a"}
			m[s] = "b"`, `m["k"]`, `?`},
		{"deleting a key that is not known may delete each", `
			m := map[string]string{"k": "a"}
			delete(m, s)`, `m["k"]`, `"" | "a"`},
		{"reading a key that is not known is one of all, or none", `
			m := map[string]string{"k": "a", "l": "b"}`, `m[s]`, `"" | "a" | "b"`},
		{"one of two maps is set", `
			m, l := map[string]string{"k": "a"}, map[string]string{"k": "b"}
			x := m
			if b { x = l }
			x["k"] = "c"`, `m["k"] + l["k"]`, `("a" | "c") + ("b" | "c")`},
		{"an entry of one of two maps is deleted", `
			m, l := map[string]string{"k": "a"}, map[string]string{"k": "b"}
			x := m
			if b { x = l }
			delete(x, "k")`, "m, l", `{k?: "a"}, {k?: "b"}`},
		{"two maps from elsewhere may be one", `
			func f(m, l map[string]string) {
				m["k"] = "a"
				l["k"] = "b"
				@
			}`, `m["k"]`, `?`},
		{"maps of two types are two", `
			func f(m map[string]string, l map[string]int) {
				m["k"] = "a"
				l["k"] = 1
				@
			}`, `m["k"]`, `"a"`},
		{"an entry of a map from elsewhere is one value", `
			func f(m map[string]string) {
				x := m["k"]
				y := m["k"]
				@
			}`, `same: x, y`, `true`},
		{"until something may have changed it", `
			func f(m map[string]string) {
				x := m["k"]
				opaque()
				y := m["k"]
				@
			}`, `same: x, y`, `false`},
		{"or deleted it", `
			func f(m map[string]string) {
				x := m["k"]
				delete(m, "k")
				y := m["k"]
				@
			}`, `same: x, y`, `false`},
		{"a store to a nil map does not go on", `
			var m map[string]string
			x := "a"
			if b {
				x = "b"
				m["k"] = "c"
			}`, `x`, `"a"`},
		{"keys of two types are two keys", `
			m := map[any]string{int8(1): "a", "1": "b"}
			m[int16(1)] = "c"`, `m[int8(1)]`, `"a"`},
		{"the order of entries is not known", `
			x := ""
			for k := range map[string]bool{"k": true, "l": true} { x = k }`, `x`, `"" | key of {k: true, l: true}`},
		{"one entry has no order", `
			x := ""
			for k, v := range map[string]string{"k": "a"} { x += k + v }`, `x`, `"ka"`},
		{"a loop that is left does not copy all entries", `
			m := map[string]string{}
			for k, v := range map[string]string{"k": "a", "l": "b"} {
				if b { break }
				m[k] = v
			}`, `m`, `{[key of {k: "a", l: "b"}]?: element of {k: "a", l: "b"}}`},
		{"a loop that is not left does", `
			m := map[string]string{}
			for k, v := range map[string]string{"k": "a", "l": "b"} { m[k] = v }`, `m`, `{[key of {k: "a", l: "b"}]: element of {k: "a", l: "b"}}`},
		{"a map of a named type may be another one", `
			type named map[string]string
			func f(x map[string]string, y named) {
				x["k"] = "a"
				y["k"] = "b"
				@
			}`, `x["k"]`, `?`},
		{"and so where an entry is deleted", `
			type named map[string]string
			func f(x map[string]string, y named) {
				x["k"] = "a"
				delete(y, "k")
				@
			}`, `x["k"]`, `?`},
		{"but not one of other types", `
			func f(x map[string]string, y map[string]any) {
				x["k"] = "a"
				y["k"] = "b"
				@
			}`, `x["k"]`, `"a"`},
		{"a key that is no number is not found again", `
			func f(k float64) {
				m := map[float64]string{}
				m[k] = "a"
				x := m[k]
				@
			}`, "x", `"" | "a"`},
		{"in an interface, too", `
			func f(k float64) {
				m := map[any]string{}
				m[k] = "a"
				x := m[k]
				@
			}`, "x", `"" | "a"`},
		{"nor is it deleted", `
			func f(k float64) {
				m := map[float64]string{}
				m[k] = "a"
				delete(m, k)
				x := "a"
				for range m { x = "b" }
				@
			}`, "x", `"a" | "b"`},
		{"zero is a key, however it is written", `
			func f() {
				var k float64
				m := map[float64]string{k: "a"}
				x := m[0.0]
				@
			}`, "x", `"a"`},
		{"an entry that is set again may be gone through again", `
			m, x := map[string]string{"k": "a"}, ""
			for k := range m { delete(m, k); m[k] = "a"; x += "a"; if len(x) > 2 { break } }`, `x`, `("a" | "aa" | "aaa")`},
		{"and so may one of a map that was cleared", `
			m, x := map[string]string{"k": "a"}, ""
			for k := range m { clear(m); m[k] = "a"; x += "a"; if len(x) > 2 { break } }`, `x`, `("a" | "aa" | "aaa")`},
		{"a key of an interface type may be no number", `
			func f(k any) { m := map[any]string{}; m[k] = "a"; x := m[k]; @ }`, "x", `"" | "a"`},
		{"a range over several entries has begun when one is left", `
			m, x := map[string]string{"a": "b", "c": "d"}, 0
			for range m { delete(m, "c"); x++; if x > 2 { break } }`, `x`, `0 | 1 | 2 | 3`},
	})
}
