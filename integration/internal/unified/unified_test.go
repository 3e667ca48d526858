package unified_test

import (
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/unified"
)

const diff = `--- a.go	(old)
+++ a.go	(new)
@@ -1,3 +1,3 @@
 one
-two
+zwei
 three
@@ -6,0 +7 @@
+seven
--- dir/b.go	(old)
+++ dir/b.go	(new)
@@ -1 +0,0 @@
---- x
`

func TestApply(t *testing.T) {
	files, err := unified.Parse(diff)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, text, want string }{
		{"a.go", "one\ntwo\nthree\nfour\nfive\nsix\n", "one\nzwei\nthree\nfour\nfive\nsix\nseven\n"},
		{"dir/b.go", "--- x\nend", "end"},
	} {
		if got, err := unified.Apply(tc.text, files[tc.name]); err != nil || got != tc.want {
			t.Errorf("%s: got %q, %v, want %q", tc.name, got, err, tc.want)
		}
	}
	if len(files) != 2 {
		t.Errorf("%d files, want 2", len(files))
	}
}

func TestErrors(t *testing.T) {
	for _, tc := range []struct{ diff, want string }{
		{"hello\n", "line 1 is no part of a diff"},
		{"--- a\n+++ a\nhello\n", "line 3 is no part of a diff"},
		{"--- a\n+++ a\n--- a\n+++ a\n", "a has two diffs"},
		{"--- a\n+++ a\n@@ -1 +1 @@\n-one\n+eins\n", `line 1 differs from the diff's "-one\n"`},
		{"--- a\n+++ a\n@@ -9 +9 @@\n-one\n", "beyond the end"},
		{"--- a\n+++ a\n@@ nowhere @@\n-one\n", "no hunk"},
	} {
		files, err := unified.Parse(tc.diff)
		if err == nil {
			_, err = unified.Apply("two\n", files["a"])
		}
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q: error %v, want %s", tc.diff, err, tc.want)
		}
	}
}
