package flow

import (
	"fmt"
	"strings"
	"testing"
)

// TestRoomCallers asks for the callers of a function that very many call.
func TestRoomCallers(t *testing.T) {
	const calls = 60
	for _, r := range []struct {
		name, body string
		all        bool
	}{
		{"short functions", "", true},
		{"functions with much to execute", "for range 30 { for range 30 { x += 1; x -= 1; x += 1 } }", false},
	} {
		var src strings.Builder
		src.WriteString("func f(x int) { @ }\n")
		for i := range calls {
			fmt.Fprintf(&src, "func h%d() { x := %[1]d; %s; f(x) }\n", i, r.body)
		}
		a, err := load(src.String(), "x")
		if err != nil {
			t.Fatal(err)
		}
		callers, all := a.trace.Callers(a.frame)
		if all != r.all || all != (len(callers) == calls) || len(callers) == 0 {
			t.Errorf("%s: %d callers, all: %v", r.name, len(callers), all)
		}
	}
}
