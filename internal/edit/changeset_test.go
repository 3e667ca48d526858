package edit

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

func TestChangeSet(t *testing.T) {
	texts := map[string]string{"a": "one\n", "b": "two\n"}
	s := NewChangeSet(func(name string) ([]byte, error) {
		text, ok := texts[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return []byte(text), nil
	})
	show := func() string {
		var b strings.Builder
		for _, f := range s.Files() {
			fmt.Fprintf(&b, "%s: %q ", f.Name, f.New())
		}
		return strings.TrimSpace(b.String())
	}
	var conflict *Conflict
	for _, r := range []struct {
		name string
		c    Change
		err  func(error) bool
		want string
	}{
		{"one file", Change{"b": {{0, 3, "2"}}}, nil, `b: "2\n"`},
		{"two files", Change{"a": {{0, 3, "1"}}, "b": {{4, 4, "3\n"}}}, nil, `a: "1\n" b: "2\n3\n"`},
		{"the same again", Change{"a": {{0, 3, "1"}}}, nil, `a: "1\n" b: "2\n3\n"`},
		{"a conflict in the second file", Change{"a": {{4, 4, "x\n"}}, "b": {{1, 2, ""}}}, func(err error) bool { return errors.As(err, &conflict) }, `a: "1\n" b: "2\n3\n"`},
		{"a file that is not there", Change{"a": {{4, 4, "x\n"}}, "c": {{0, 0, "x"}}}, func(err error) bool { return errors.Is(err, fs.ErrNotExist) }, `a: "1\n" b: "2\n3\n"`},
	} {
		err := s.Add(r.c)
		if r.err == nil && err != nil || r.err != nil && !r.err(err) {
			t.Errorf("%s: %v", r.name, err)
		}
		if got := show(); got != r.want {
			t.Errorf("%s: %s, want %s", r.name, got, r.want)
		}
	}
	if got, want := s.Files()[0].Unified(), "@@ -1,1 +1,1 @@\n-one\n+1\n"; got != want {
		t.Errorf("the diff of a is %q, want %q", got, want)
	}
}
