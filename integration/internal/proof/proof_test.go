package proof

import (
	"reflect"
	"testing"

	"github.com/captoken/captoken/integration/internal/tokencheck"
)

func TestCode(t *testing.T) {
	for _, tc := range []struct {
		finding Finding
		want    string
	}{
		{Finding{Message: "capability token; no fix: identity-missing (also ttl-over-24h)"}, "identity-missing"},
		{Finding{Message: "capability token; no fix: unverified (no such name)"}, "unverified"},
		{Finding{Message: "capability token"}, "(no reason)"},
		{Finding{Message: "capability token", Fixable: true}, ""},
	} {
		if got := tc.finding.Code(); got != tc.want {
			t.Errorf("%q: code %q, want %q", tc.finding.Message, got, tc.want)
		}
	}
}

func TestPosition(t *testing.T) {
	for posn, want := range map[string]int{"/a/b/c.go:12:34": 12, "C:/a/c.go:5:6": 5} {
		if file, line, err := position(posn); file != "c.go" || line != want || err != nil {
			t.Errorf("position(%q) = %q, %d, %v", posn, file, line, err)
		}
	}
	for _, posn := range []string{"", "c.go", "c.go:x:1"} {
		if _, _, err := position(posn); err == nil {
			t.Errorf("position(%q) has no error", posn)
		}
	}
}

func TestCheckLeft(t *testing.T) {
	fixed := Finding{Package: "p", File: "a.go", Line: 1, Fixable: true}
	withheld := Finding{Package: "p", File: "a.go", Line: 9}
	moved := Finding{Package: "p", File: "a.go", Line: 12}
	for _, tc := range []struct {
		left []Finding
		want []string
	}{
		{[]Finding{moved}, nil},
		{nil, []string{"p: after the fix, -1 findings more than expected"}},
		{[]Finding{moved, moved}, []string{"p: after the fix, 1 findings more than expected"}},
		{[]Finding{fixed}, []string{"p/a.go:1: a finding is left that has a fix"}},
	} {
		if got := checkLeft([]Finding{fixed, withheld}, tc.left); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("left %v: %q, want %q", tc.left, got, tc.want)
		}
	}
}

func TestTree(t *testing.T) {
	before := Tree{"a.go": []byte("package a\n"), "b/b.go": []byte("package b\n"), "c.go": []byte("package  c\n")}
	after := Tree{"a.go": []byte("package a\n"), "b/b.go": []byte("package b\n\nvar b int\n"), "c.go": []byte("package  c\n")}
	if got := before.Changed(after); !reflect.DeepEqual(got, []string{"b/b.go"}) {
		t.Errorf("changed: %q", got)
	}
	if got := after.CheckFormat([]string{"b/b.go"}); got != nil {
		t.Errorf("format of b.go: %q", got)
	}
	if got := after.CheckFormat([]string{"c.go"}); len(got) != 1 {
		t.Errorf("format of c.go: %q", got)
	}
	const header = "--- /tmp/b/b.go\t(old)\n+++ /tmp/b/b.go\t(new)\n"
	for diff, want := range map[string][]string{
		header + "@@ -1 +1,3 @@\n package b\n+\n+var b int\n":    nil,
		header + "@@ -1 +1,3 @@\n package b\n+\n+var b string\n": {"-diff: b/b.go: the printed diff is not what -fix does"},
		"": {"-diff: b/b.go: the printed diff is not what -fix does"},
		header + "@@ -1 +1 @@\n-package c\n+package d\n": {
			`-diff: b/b.go: line 1 is not what the diff has: "-package c\n"`, "-diff: b/b.go: the printed diff is not what -fix does"},
	} {
		if got := before.checkDiff(diff, "/tmp", after); !reflect.DeepEqual(got, want) {
			t.Errorf("diff %q: %q, want %q", diff, got, want)
		}
	}
}

func TestExpected(t *testing.T) {
	if got := expected(tokencheck.Capability{Names: []string{"alice"}}, "bob"); got != "alice" {
		t.Errorf("a named token stands for %q", got)
	}
	if got := expected(tokencheck.Capability{}, "bob"); got != "bob" {
		t.Errorf("a nameless token stands for %q", got)
	}
}
