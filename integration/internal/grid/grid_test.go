package grid_test

import (
	"testing"

	"github.com/captoken/captoken/integration/internal/grid"
)

// TestCases counts the cases: who adds a feature sees that it is part of the grid.
func TestCases(t *testing.T) {
	seen := make(map[string]bool)
	fixes := 0
	for _, c := range grid.Cases() {
		name := c.Package() + "." + c.Function()
		if seen[name] {
			t.Errorf("%s is there twice", name)
		}
		seen[name] = true
		if c.Expect(grid.Way{Builder: "auto", Identity: true}) == grid.Fix {
			fixes++
		}
	}
	if len(seen) < 1000 || fixes < 400 {
		t.Errorf("%d cases, %d of them to be fixed; want at least 1000 and 400", len(seen), fixes)
	}
}

func TestWriteIsFormatted(t *testing.T) {
	// Write returns an error for what is no Go.
	if err := grid.Write(t.TempDir()); err != nil {
		t.Error(err)
	}
}
