package textfn_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/captoken/captoken/internal/textfn"
)

func part(s string) []textfn.Piece { return textfn.Const(s) }

// digitHole returns a hole that has digits only, and at least one.
func digitHole() []textfn.Piece {
	return []textfn.Piece{{Hole: "n", Free: textfn.AllBut("0123456789"), NonEmpty: true}}
}

func cat(texts ...[]textfn.Piece) []textfn.Piece { return textfn.Concat(texts...) }

// showList writes a list of texts down.
func showList(list [][]textfn.Piece) string {
	var out []string
	for _, t := range list {
		out = append(out, show(t))
	}
	return strings.Join(out, "|")
}

// answer writes a result down.
func answer(s string, ok bool) string {
	if !ok {
		return "unknown"
	}
	return "= " + s
}

func truth(value, known bool) string {
	if value {
		return answer("true", known)
	}
	return answer("false", known)
}

func TestPieces(t *testing.T) {
	anyHole := []textfn.Piece{{Hole: "h"}}
	fullHole := []textfn.Piece{{Hole: "h", NonEmpty: true}}
	digitHole := digitHole()
	free, _ := textfn.FreeOf("net/url.QueryEscape")
	queryHole := []textfn.Piece{{Hole: "q", Free: free}}
	text := func(p []textfn.Piece, ok bool) string { return answer(show(p), ok) }
	list := func(p [][]textfn.Piece, ok bool) string { return answer(showList(p), ok) }
	cut := func(before, after []textfn.Piece, found, ok bool) string {
		return answer(showList([][]textfn.Piece{before, after})+" "+truth(found, true), ok)
	}
	for _, tc := range []struct {
		name string
		got  string
		want string
	}{
		{"Concat merges", show(cat(part("a"), part("b"), anyHole, nil, part("c"))), "ab<h>c"},
		{"Join", show(textfn.Join([][]textfn.Piece{part("a"), anyHole, nil}, part(", "))), "a, <h>, "},

		{"HasPrefix, text", truth(textfn.HasPrefix(cat(part("ab"), anyHole), "a")), "= true"},
		{"HasPrefix, other text", truth(textfn.HasPrefix(cat(part("b"), anyHole), "a")), "= false"},
		{"HasPrefix, a hole", truth(textfn.HasPrefix(cat(part("a"), anyHole), "ab")), "unknown"},
		{"HasPrefix, a free hole", truth(textfn.HasPrefix(cat(part("a"), digitHole), "ab")), "= false"},
		{"HasPrefix, an empty hole", truth(textfn.HasPrefix(cat(queryHole, part("&")), "&")), "unknown"},
		{"HasPrefix, nothing", truth(textfn.HasPrefix(anyHole, "")), "= true"},
		{"HasPrefix, behind a hole", truth(textfn.HasPrefix(cat(digitHole, part("x")), "1x")), "unknown"},
		{"HasPrefix, behind a hole, never", truth(textfn.HasPrefix(cat(digitHole, part("x")), "1y")), "= false"},
		{"HasSuffix, text", truth(textfn.HasSuffix(cat(anyHole, part("ab")), "b")), "= true"},
		{"HasSuffix, a hole", truth(textfn.HasSuffix(cat(anyHole, part("b")), "ab")), "unknown"},
		{"HasSuffix, a free hole", truth(textfn.HasSuffix(cat(digitHole, part("b")), "ab")), "= false"},

		{"Contains, text", truth(textfn.Contains(cat(anyHole, part("ab")), "b")), "= true"},
		{"Contains, a hole", truth(textfn.Contains(anyHole, "b")), "unknown"},
		{"Contains, a free hole", truth(textfn.Contains(cat(part("a"), digitHole), "b")), "= false"},
		{"Contains, across an empty hole", truth(textfn.Contains(cat(part("a"), queryHole, part(":")), "a:")), "unknown"},
		{"Contains, not across a full hole", truth(textfn.Contains(cat(part("a"), digitHole, part(":")), "a:")), "= false"},

		{"Equal, text", truth(textfn.Equal(part("a"), "a")), "= true"},
		{"Equal, a hole", truth(textfn.Equal(cat(part("a"), anyHole), "ab")), "unknown"},
		{"Equal, never", truth(textfn.Equal(cat(part("a"), anyHole), "b")), "= false"},
		{"Equal, too short", truth(textfn.Equal(cat(part("ab"), fullHole), "ab")), "= false"},

		{"TrimPrefix", text(textfn.TrimPrefix(cat(part("ab"), anyHole), "a")), "= b<h>"},
		{"TrimPrefix, all of the text", text(textfn.TrimPrefix(cat(part("a"), anyHole), "a")), "= <h>"},
		{"TrimPrefix, another", text(textfn.TrimPrefix(cat(part("ab"), anyHole), "x")), "= ab<h>"},
		{"TrimPrefix, a hole", text(textfn.TrimPrefix(cat(part("a"), anyHole), "ab")), "unknown"},
		{"TrimSuffix", text(textfn.TrimSuffix(cat(anyHole, part("ab")), "b")), "= <h>a"},
		{"TrimSuffix, a hole", text(textfn.TrimSuffix(cat(part("b"), anyHole), "b")), "unknown"},
		{"TrimSuffix, a free hole", text(textfn.TrimSuffix(cat(part("/"), digitHole), "/")), "= /<n>"},

		{"TrimSpace, text", text(textfn.TrimSpace(cat(part("  a"), anyHole, part("b\u2003\n")))), "= a<h>b"},
		{"TrimSpace, a hole", text(textfn.TrimSpace(cat(part("  "), anyHole, part("b")))), "unknown"},
		{"TrimSpace, a free hole", text(textfn.TrimSpace(cat(part("  "), digitHole, part(" ")))), "= <n>"},
		{"TrimSpace, an empty hole", text(textfn.TrimSpace(cat(part(" "), queryHole, part(" ")))), "unknown"},
		{"TrimSpace, half a rune", text(textfn.TrimSpace(cat(part("a\xc2"), queryHole, part("\xa0")))), "unknown"},
		{"Trim", text(textfn.Trim(cat(part("xa"), anyHole, part("yx")), "x")), "= a<h>y"},
		{"TrimLeft", text(textfn.TrimLeft(cat(part("//"), queryHole, part("x")), "/")), "= <q>x"},
		{"TrimRight, more than one", text(textfn.TrimRight(cat(part("x"), queryHole, part("/é/")), "é/")), "= x<q>"},
		{"TrimRight, invalid text", text(textfn.TrimRight(cat(queryHole, part("/")), "\xff/")), "unknown"},

		{"Cut", cut(textfn.Cut(cat(queryHole, part("=b=")), "=")), "= <q>|b= = true"},
		{"Cut, a hole", cut(textfn.Cut(cat(anyHole, part("=b=")), "=")), "unknown"},
		{"Cut, a hole behind", cut(textfn.Cut(cat(part("a=b"), anyHole), "=")), "= a|b<h> = true"},
		{"Cut, not found", cut(textfn.Cut(cat(part("a"), queryHole), "=")), "= a<q>| = false"},
		{"Cut, nothing", cut(textfn.Cut(cat(part("a"), anyHole), "")), "= |a<h> = true"},
		{"Split", list(textfn.Split(cat(part("a="), queryHole, part("&b="), queryHole), "&")), "= a=<q>|b=<q>"},
		{"Split, a hole", list(textfn.Split(cat(part("a="), anyHole), "&")), "unknown"},
		{"Split, across", list(textfn.Split(cat(part("a:"), queryHole, part(":b")), "::")), "unknown"},
		{"SplitN, a hole behind", list(textfn.SplitN(cat(part("a.b"), anyHole), ".", 2)), "= a|b<h>"},
		{"Split, empty", list(textfn.Split(nil, ".")), "= "},
		{"Split, into runes", list(textfn.Split(part("aé"), "")), "= a|é"},
		{"Split, too often", list(textfn.Split(part(strings.Repeat(",", 1<<17)), ",")), "unknown"},
		{"Fields", list(textfn.Fields(cat(part(" a "), digitHole, part("b\u3000c ")))), "= a|<n>b|c"},
		{"Fields, an empty hole", list(textfn.Fields(cat(part("a "), queryHole))), "unknown"},
		{"Fields, an empty hole beside text", list(textfn.Fields(cat(part("a b"), queryHole))), "= a|b<q>"},
		{"Fields, a hole", list(textfn.Fields(cat(part("a b"), anyHole))), "unknown"},

		{"ReplaceAll", text(textfn.ReplaceAll(cat(part("{id}/"), queryHole, part("{id}")), "{id}", anyHole)), "= <h>/<q><h>"},
		{"ReplaceAll, a hole", text(textfn.ReplaceAll(cat(part("a"), anyHole), "a", part("b"))), "unknown"},
		{"ReplaceAll, across", text(textfn.ReplaceAll(cat(part("a"), queryHole, part("/")), "a/", part("b"))), "unknown"},
		{"ReplaceAll, a hole left alone", text(textfn.ReplaceAll(cat(part("a+"), digitHole), "+", part("%20"))), "= a%20<n>"},
		{"ReplaceAll, by itself", text(textfn.ReplaceAll(anyHole, "a", part("a"))), "= <h>"},
		{"ReplaceAll, nothing", text(textfn.ReplaceAll(part("ab"), "", part("-"))), "= -a-b-"},
		{"ReplaceAll, nothing in a hole", text(textfn.ReplaceAll(anyHole, "", part("-"))), "unknown"},
		{"Replace, once", text(textfn.Replace(cat(part("a.b."), anyHole), ".", part(","), 1)), "= a,b.<h>"},
		{"ReplaceAll, too much", text(textfn.ReplaceAll(part(strings.Repeat("a", 2000)), "a", part(strings.Repeat("b", 2000)))), "unknown"},
		{"Repeat", text(textfn.Repeat(cat(part("a"), anyHole), 2)), "= a<h>a<h>"},
		{"Repeat, too often", text(textfn.Repeat(anyHole, 1<<30)), "unknown"},
		{"Repeat, less than never", text(textfn.Repeat(anyHole, -1)), "unknown"},

		{"ToUpper", text(textfn.ToUpper(part("aé"))), "= AÉ"},
		{"ToUpper, a hole", text(textfn.ToUpper(cat(part("a"), anyHole))), "unknown"},
		{"ToUpper, digits", text(textfn.ToUpper(cat(part("a"), digitHole))), "= A<n>"},
		{"ToLower, half a rune", text(textfn.ToLower(cat(part("A\xc2"), digitHole))), "unknown"},

		{"a long pattern", truth(textfn.Contains(cat(part("a"), anyHole), strings.Repeat("b", 5000))), "unknown"},
		{"a long pattern, never", truth(textfn.HasPrefix(cat(part("a"), anyHole), strings.Repeat("b", 5000))), "= false"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.got != tc.want {
				t.Errorf("got %s, want %s", tc.got, tc.want)
			}
		})
	}
}

// TestSpaces compares what TrimSpace trims with unicode.IsSpace. No rune from
// 0x4000 on is a space.
func TestSpaces(t *testing.T) {
	for r := range rune(0x4000) {
		got, ok := textfn.TrimSpace(cat(part(string(r)), digitHole()))
		if want := unicode.IsSpace(r); !ok || (len(got) == 1) != want {
			t.Errorf("%U: %s, %t, want a space: %t", r, show(got), ok, want)
		}
	}
}

// A sample is a text with holes, and texts that it can be.
type sample struct {
	pieces []textfn.Piece
	fills  []map[any]string
}

// sample returns a text of few different bytes, so that strings occur across
// its pieces.
func (r random) sample() sample {
	var s sample
	s.fills = make([]map[any]string, 6)
	for i := range s.fills {
		s.fills[i] = make(map[any]string)
	}
	alphabet := "ab \xc2\xa0"
	if r.IntN(2) == 0 {
		alphabet = "ab "
	}
	word := func(from string) string {
		b := make([]byte, r.IntN(4))
		for i := range b {
			b[i] = from[r.IntN(len(from))]
		}
		return string(b)
	}
	for i := range r.IntN(5) {
		if r.IntN(2) == 0 {
			s.pieces = append(s.pieces, textfn.Piece{Text: word(alphabet)})
			continue
		}
		only := pick(r, []string{alphabet, "a", "b", "7", "7a", " ", "\xa0"})
		p := textfn.Piece{Hole: i, Free: textfn.AllBut(only), NonEmpty: r.IntN(2) == 0}
		if only == alphabet {
			p.Free = ""
		}
		s.pieces = append(s.pieces, p)
		for _, fill := range s.fills {
			fill[i] = word(only)
			if fill[i] == "" && p.NonEmpty {
				fill[i] = only[:1]
			}
		}
	}
	return s
}

// fill returns t with texts in place of the holes.
func fill(t []textfn.Piece, with map[any]string) string {
	var b strings.Builder
	for _, p := range t {
		if p.Hole != nil {
			b.WriteString(with[p.Hole])
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func fillList(list [][]textfn.Piece, with map[any]string) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = fill(t, with)
	}
	return out
}

// TestSamples puts texts in place of the holes, and compares with package
// strings.
func TestSamples(t *testing.T) {
	r := newRandom(4)
	known := make(map[string]int)
	for range 60_000 {
		s := r.sample()
		arg := pick(r, []string{"a", "b", "ab", "aa", " ", "  ", "a b", "\xc2\xa0", "\xa0", "aba", "7", ""})
		cutset := pick(r, []string{"a", "ab", " \u00a0", "é", "7 ", "", "\xa0"})
		n := r.IntN(4) - 1
		other := r.sample()
		for i := range other.pieces {
			if other.pieces[i].Hole != nil {
				other.pieces[i].Hole = "other"
			}
		}
		before := slices.Clone(s.pieces)

		text := func(name string, got []textfn.Piece, ok bool, want func(string) string) {
			if !ok {
				return
			}
			known[name]++
			for _, with := range s.fills {
				if text := fill(s.pieces, with); fill(got, with) != want(text) {
					t.Fatalf("%s of %q with %q, %q, %d: %s is %q for %q, want %q", name, show(s.pieces), arg, cutset, n, show(got), fill(got, with), text, want(text))
				}
			}
		}
		list := func(name string, got [][]textfn.Piece, ok bool, want func(string) []string) {
			if !ok {
				return
			}
			known[name]++
			for _, with := range s.fills {
				if text := fill(s.pieces, with); !slices.Equal(fillList(got, with), want(text)) {
					t.Fatalf("%s of %q with %q, %d: %s is %q for %q, want %q", name, show(s.pieces), arg, n, showList(got), fillList(got, with), text, want(text))
				}
			}
		}
		truth := func(name string, got, ok bool, want func(string) bool) {
			if !ok {
				return
			}
			known[name]++
			for _, with := range s.fills {
				if text := fill(s.pieces, with); got != want(text) {
					t.Fatalf("%s of %q with %q: %t for %q, want %t", name, show(s.pieces), arg, got, text, want(text))
				}
			}
		}

		value, ok := textfn.HasPrefix(s.pieces, arg)
		truth("HasPrefix", value, ok, func(x string) bool { return strings.HasPrefix(x, arg) })
		value, ok = textfn.HasSuffix(s.pieces, arg)
		truth("HasSuffix", value, ok, func(x string) bool { return strings.HasSuffix(x, arg) })
		value, ok = textfn.Contains(s.pieces, arg)
		truth("Contains", value, ok, func(x string) bool { return strings.Contains(x, arg) })
		value, ok = textfn.Equal(s.pieces, arg)
		truth("Equal", value, ok, func(x string) bool { return x == arg })

		got, ok := textfn.TrimPrefix(s.pieces, arg)
		text("TrimPrefix", got, ok, func(x string) string { return strings.TrimPrefix(x, arg) })
		got, ok = textfn.TrimSuffix(s.pieces, arg)
		text("TrimSuffix", got, ok, func(x string) string { return strings.TrimSuffix(x, arg) })
		got, ok = textfn.TrimSpace(s.pieces)
		text("TrimSpace", got, ok, strings.TrimSpace)
		got, ok = textfn.Trim(s.pieces, cutset)
		text("Trim", got, ok, func(x string) string { return strings.Trim(x, cutset) })
		got, ok = textfn.TrimLeft(s.pieces, cutset)
		text("TrimLeft", got, ok, func(x string) string { return strings.TrimLeft(x, cutset) })
		got, ok = textfn.TrimRight(s.pieces, cutset)
		text("TrimRight", got, ok, func(x string) string { return strings.TrimRight(x, cutset) })
		got, ok = textfn.ToUpper(s.pieces)
		text("ToUpper", got, ok, strings.ToUpper)
		got, ok = textfn.ToLower(s.pieces)
		text("ToLower", got, ok, strings.ToLower)
		got, ok = textfn.Repeat(s.pieces, n)
		text("Repeat", got, ok, func(x string) string { return strings.Repeat(x, n) })

		b, a, found, ok := textfn.Cut(s.pieces, arg)
		list("Cut", [][]textfn.Piece{b, a}, ok, func(x string) []string {
			b, a, f := strings.Cut(x, arg)
			if f != found {
				t.Fatalf("Cut of %q with %q: found is %t for %q", show(s.pieces), arg, found, x)
			}
			return []string{b, a}
		})
		parts, ok := textfn.Split(s.pieces, arg)
		list("Split", parts, ok, func(x string) []string { return strings.Split(x, arg) })
		parts, ok = textfn.SplitN(s.pieces, arg, n)
		list("SplitN", parts, ok, func(x string) []string { return strings.SplitN(x, arg, n) })
		parts, ok = textfn.Fields(s.pieces)
		list("Fields", parts, ok, strings.Fields)

		replace := func(name string, got []textfn.Piece, ok bool, n int) {
			if !ok {
				return
			}
			known[name]++
			for i, with := range s.fills {
				with["other"] = []string{"", "a", " "}[i%3]
				x := fill(s.pieces, with)
				if want := strings.Replace(x, arg, fill(other.pieces, with), n); fill(got, with) != want {
					t.Fatalf("%s of %q with %q, %q, %d: %s is %q, want %q", name, show(s.pieces), arg, show(other.pieces), n, show(got), fill(got, with), want)
				}
			}
		}
		got, ok = textfn.Replace(s.pieces, arg, other.pieces, n)
		replace("Replace", got, ok, n)
		got, ok = textfn.ReplaceAll(s.pieces, arg, other.pieces)
		replace("ReplaceAll", got, ok, -1)
		if !slices.Equal(s.pieces, before) {
			t.Fatalf("%q is now %q", show(before), show(s.pieces))
		}
	}
	for _, name := range []string{
		"HasPrefix", "HasSuffix", "Contains", "Equal", "TrimPrefix", "TrimSuffix", "TrimSpace", "Trim", "TrimLeft",
		"TrimRight", "ToUpper", "ToLower", "Repeat", "Cut", "Split", "SplitN", "Fields", "Replace", "ReplaceAll",
	} {
		if known[name] < 5000 {
			t.Errorf("%s is told %d times", name, known[name])
		}
	}
}
