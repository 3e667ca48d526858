package edit

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestApply(t *testing.T) {
	for _, r := range []struct {
		name  string
		edits []Edit
		want  string // what "one\ntwo\n" becomes, or the error
	}{
		{"nothing", nil, "one\ntwo\n"},
		{"in another order", []Edit{{4, 7, "2"}, {0, 3, "1"}}, "1\n2\n"},
		{"twice", []Edit{{0, 3, "1"}, {0, 3, "1"}}, "1\ntwo\n"},
		{"an insertion in front of what is replaced", []Edit{{4, 7, "2"}, {4, 4, "new\n"}}, "one\nnew\n2\n"},
		{"overlapping", []Edit{{0, 5, "1"}, {4, 7, "2"}}, `edits "1" and "2" overlap at line 2`},
		{"beyond the text", []Edit{{7, 9, ""}}, "edit of bytes 7 to 9, of a text of 8"},
		{"backwards", []Edit{{3, 1, ""}}, "edit of bytes 3 to 1, of a text of 8"},
	} {
		out, err := Apply([]byte("one\ntwo\n"), r.edits)
		got := string(out)
		if err != nil {
			got = err.Error()
		}
		if got != r.want {
			t.Errorf("%s: %q, want %q", r.name, got, r.want)
		}
	}
}

func TestMerge(t *testing.T) {
	text := []byte("one\ntwo\n")
	for _, r := range []struct {
		name string
		a, b []Edit
		want []Edit // nil if they conflict
	}{
		{"apart", []Edit{{4, 7, "2"}}, []Edit{{0, 3, "1"}}, []Edit{{0, 3, "1"}, {4, 7, "2"}}},
		{"the same", []Edit{{0, 3, "1"}}, []Edit{{0, 3, "1"}}, []Edit{{0, 3, "1"}}},
		{"the same insertion", []Edit{{0, 0, "1"}}, []Edit{{0, 0, "1"}}, []Edit{{0, 0, "1"}}},
		{"two insertions", []Edit{{0, 0, "1"}}, []Edit{{0, 0, "2"}}, nil},
		{"an insertion in front of a replacement", []Edit{{0, 3, "1"}}, []Edit{{0, 0, "0"}}, []Edit{{0, 0, "0"}, {0, 3, "1"}}},
		{"side by side", []Edit{{0, 4, ""}}, []Edit{{4, 8, ""}}, []Edit{{0, 4, ""}, {4, 8, ""}}},
		{"overlapping", []Edit{{0, 4, ""}}, []Edit{{3, 8, ""}}, nil},
		{"an insertion within what is replaced", []Edit{{0, 4, ""}}, []Edit{{2, 2, "x"}}, nil},
	} {
		for _, order := range [][2][]Edit{{r.a, r.b}, {r.b, r.a}} {
			got, err := Merge(text, order[0], order[1])
			var conflict *Conflict
			if !slices.Equal(got, r.want) || (r.want == nil) != errors.As(err, &conflict) {
				t.Errorf("%s: %v, %v, want %v", r.name, got, err, r.want)
			}
		}
	}
	if _, err := Merge(text, []Edit{{0, 9, ""}}); err == nil {
		t.Error("an edit beyond the text is taken")
	}
}

// lines returns a random text of a few different lines.
func lines(r *rand.Rand) []byte {
	var b bytes.Buffer
	for range r.IntN(30) {
		b.WriteString([]string{"a\n", "b\n", "\n", "a b\n", "c\r\n"}[r.IntN(5)])
	}
	if r.IntN(3) == 0 {
		b.WriteString("end")
	}
	return b.Bytes()
}

// TestDiff holds Diff, Unified, Parse, and Patch to each other: all of them turn one
// text into another.
func TestDiff(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		from, to := lines(r), lines(r)
		edits := Diff(from, to)
		got, err := Apply(from, edits)
		if err != nil || !bytes.Equal(got, to) {
			t.Fatalf("from %q to %q: %v makes %q, %v", from, to, edits, got, err)
		}
		checkUnified(t, from, to, edits)
		if len(Diff(from, from)) != 0 || len(Diff(to, from)) != len(edits) && len(edits) == 0 {
			t.Fatalf("from %q to %q: %v", from, to, edits)
		}
	}
}

func checkUnified(t *testing.T, from, to []byte, edits []Edit) {
	t.Helper()
	hunks := Unified(from, edits)
	if (hunks == "") != bytes.Equal(from, to) {
		t.Fatalf("from %q to %q: %q", from, to, hunks)
	}
	files, err := Parse("--- a\t(old)\n+++ a\t(new)\n" + hunks)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Patch(string(from), files["a"]); err != nil || got != string(to) {
		t.Fatalf("from %q to %q: patched %q, %v\n%s", from, to, got, err, hunks)
	}
}

// edits returns random edits of a text that do not overlap.
func edits(r *rand.Rand, text []byte) []Edit {
	var out []Edit
	for at := 0; at <= len(text); {
		start := at + r.IntN(8)
		end := start + r.IntN(4)
		if end > len(text) {
			break
		}
		if e := (Edit{start, end, []string{"", "x", "y\n", "a\nb\n", "\n"}[r.IntN(5)]}); e != (Edit{start, start, ""}) {
			out = append(out, e)
		}
		at = end + 1
	}
	return out
}

// TestUnified shows edits within lines, and over several.
func TestUnified(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		text := lines(r)
		es := edits(r, text)
		to, err := Apply(text, es)
		if err != nil {
			t.Fatal(err)
		}
		checkUnified(t, text, to, es)
	}
}

// TestMergeCommutes merges random edits: the order of the changes does not
// matter, nor whether they are merged at once.
func TestMergeCommutes(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	merged := 0
	for range 20000 {
		text := lines(r)
		a, b, c := edits(r, text), edits(r, text), edits(r, text)
		if r.IntN(2) == 0 {
			b = slices.Concat(a[:len(a)/2], b[len(b)/2:])
		}
		ab, err := Merge(text, a, b)
		ba, err2 := Merge(text, b, a)
		if (err == nil) != (err2 == nil) || !slices.Equal(ab, ba) {
			t.Fatalf("%q: %v and %v: %v, %v; %v, %v", text, a, b, ab, err, ba, err2)
		}
		if err != nil {
			continue
		}
		merged++
		if _, err := Apply(text, ab); err != nil {
			t.Fatalf("%q: %v: %v", text, ab, err)
		}
		all, err := Merge(text, a, b, c)
		step, err2 := Merge(text, ab, c)
		if (err == nil) != (err2 == nil) || !slices.Equal(all, step) {
			t.Fatalf("%q: %v, %v, and %v: %v, %v; %v, %v", text, a, b, c, all, err, step, err2)
		}
	}
	if merged < 100 {
		t.Errorf("only %d of the changes go together", merged)
	}
}

// TestDiffLimit tells very different texts apart without looking far.
func TestDiffLimit(t *testing.T) {
	from := bytes.Repeat([]byte("a\n"), 3*maxChanges)
	to := append([]byte("a\n"), bytes.Repeat([]byte("b\n"), 3*maxChanges)...)
	got := Diff(from, to)
	if want := []Edit{{2, len(from), string(to[2:])}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%d edits, want 1", len(got))
	}
}

func TestParse(t *testing.T) {
	for _, r := range []struct{ diff, err string }{
		{"--- a\n+++ a\n@@ -1,1 +1,1 @@\n-x\n+y\n--- a\n+++ a\n", "a has two diffs"},
		{"@@ -1 +1 @@\n", "line 1 is no part of a diff"},
		{"--- a\n+++ a\nx\n", "line 3 is no part of a diff"},
	} {
		if _, err := Parse(r.diff); err == nil || !strings.Contains(err.Error(), r.err) {
			t.Errorf("%q: %v, want %q", r.diff, err, r.err)
		}
	}
	for _, r := range []struct{ hunks, err string }{
		{"@@ -1,1 +1,1 @@\n-x\n", "line 1 is not what the diff has"},
		{"@@ -9,1 +9,1 @@\n-x\n", "beyond the end"},
		{"@@ nonsense @@\n", "no hunk"},
	} {
		if _, err := Patch("two\n", r.hunks); err == nil || !strings.Contains(err.Error(), r.err) {
			t.Errorf("%q: %v, want %q", r.hunks, err, r.err)
		}
	}
}
