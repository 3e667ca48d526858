package integration

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/grid"
	"github.com/captoken/captoken/integration/internal/proof"
)

// ways are how the code is fixed. The first has no identity for tokens without a client name.
var ways = []proof.Variant{
	{Builder: "auto"},
	{Builder: "auto", Identity: "reception_1"},
	{Builder: "twilio-go", Identity: "reception_1"},
	{Builder: "kevinburke", Identity: "reception_1"},
	{Builder: "golang-jwt", Identity: "reception_1"},
	{Builder: "auto", Identity: "reception_1", Region: "ie1"},
}

// gridFolder is the folder of the grid in the module of all cases.
const gridFolder = "grid"

// TestProof proves the fixes: programs are run before and after them, and each Access Token is compared with the
// Capability Token that it replaces, and with what the official library makes of the guide's parameters. The programs
// are the cases of the analyzer's tests, and a grid of all designs, permissions, and lifetimes.
func TestProof(t *testing.T) {
	t.Parallel()
	ask := askOracle(t)
	module := &proof.Module{Path: casesPath, Dir: proofSources(t), Captoken: build(t), Ask: ask}
	if err := module.Run(t.Context(), filepath.Join(t.TempDir(), "before")); err != nil {
		t.Fatal(err)
	}
	figures := make([]string, len(ways))
	t.Cleanup(func() {
		for i, way := range ways {
			t.Logf("%s\n%s", way, figures[i])
		}
	})
	for i, way := range ways {
		t.Run(way.String(), func(t *testing.T) {
			t.Parallel()
			report, err := module.Prove(t.Context(), way, filepath.Join(t.TempDir(), "after"))
			if err != nil {
				t.Fatal(err)
			}
			for _, wrong := range report.Wrong {
				t.Errorf("wrong: %s", wrong)
			}
			cases, generated := split(report.Verdicts)
			checkGrid(t, way, generated)
			judge(t, cases)
			judge(t, generated)
			figures[i] = countOutcomes("cases of the tests", cases) + countOutcomes("grid", generated) + matrix(generated)
		})
	}
}

// TestFixCommand holds -fix and -diff to their promises, over all that the proof is about.
func TestFixCommand(t *testing.T) {
	t.Parallel()
	module := &proof.Module{Path: casesPath, Dir: proofSources(t), Captoken: build(t)}
	wrong, err := module.CheckCommand(t.Context(), ways[0], filepath.Join(t.TempDir(), "fixed"))
	if err != nil {
		t.Fatal(err)
	}
	for _, reason := range wrong {
		t.Error(reason)
	}
}

// proofSources makes the module that has all cases, the packages of the demo that make tokens, and the grid.
func proofSources(t *testing.T) (dir string) {
	t.Helper()
	dir, _ = proofModule(t)
	takeInTests(t, dir)
	for _, name := range []string{"agentphone", "kiosk"} {
		copyDir(t, filepath.Join("..", "testdata", "demo", name), filepath.Join(dir, "demo", name))
	}
	if err := grid.Write(filepath.Join(dir, gridFolder)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// split divides the verdicts into those about the cases and those about the grid.
func split(verdicts []proof.Verdict) (cases, generated []proof.Verdict) {
	for _, v := range verdicts {
		if strings.HasPrefix(v.Finding.Package, casesPath+"/"+gridFolder+"/") {
			generated = append(generated, v)
		} else {
			cases = append(cases, v)
		}
	}
	return cases, generated
}

// judge fails the test for what is wrong, and names what could not be run: that is no proof.
func judge(t *testing.T, verdicts []proof.Verdict) {
	t.Helper()
	for _, v := range verdicts {
		switch v.Outcome {
		case proof.Wrong:
			t.Errorf("wrong: %s %s: %s", v.Finding, v.Function, strings.Join(v.Reasons, "\n\t"))
		case proof.NotRun:
			t.Logf("not run: %s %s: %s", v.Finding, v.Function, strings.Join(v.Reasons, "; "))
		}
	}
}

// checkGrid holds the fixes of the grid to the truth table. What must not be fixed is wrong if it is; what could have
// been is shown.
func checkGrid(t *testing.T, way proof.Variant, verdicts []proof.Verdict) {
	t.Helper()
	found := make(map[string]*proof.Verdict)
	for i, v := range verdicts {
		found[v.Finding.Package+"."+v.Function] = &verdicts[i]
	}
	missed := make(map[string]int)
	for _, c := range grid.Cases() {
		v := found[casesPath+"/"+gridFolder+"/"+c.Package()+"."+c.Function()]
		if v == nil {
			t.Errorf("%s.%s: no finding", c.Package(), c.Function())
			continue
		}
		fixed := v.Outcome != proof.Withheld
		switch expected := c.Expect(grid.Way{Builder: way.Builder, Identity: way.Identity != "", Region: way.Region != ""}); {
		case expected == grid.NoFix && fixed:
			v.Outcome = proof.Wrong
			v.Reasons = append(v.Reasons, "it has a fix, but needs a decision")
		case expected == grid.Fix && !fixed:
			missed[c.Design.Name+" "+c.Feature.Name+": "+v.Code]++
		}
	}
	for _, what := range slices.Sorted(maps.Keys(missed)) {
		t.Logf("withheld, though the table has a fix: %s, %d lifetimes", what, missed[what])
	}
}

// countOutcomes says how many cases there are, and what became of them.
func countOutcomes(what string, verdicts []proof.Verdict) string {
	outcomes := make(map[proof.Outcome]int)
	codes := make(map[string]int)
	pairs := 0
	for _, v := range verdicts {
		outcomes[v.Outcome]++
		pairs += v.Compared
		if v.Outcome == proof.Withheld {
			codes[v.Code]++
		}
	}
	var withheld []string
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		withheld = append(withheld, fmt.Sprintf("%s %d", code, codes[code]))
	}
	return fmt.Sprintf("%s: %d cases: %d proven by %d pairs of tokens, %d not run, %d withheld (%s), %d wrong\n", what, len(verdicts),
		outcomes[proof.Proven], pairs, outcomes[proof.NotRun], outcomes[proof.Withheld], strings.Join(withheld, ", "), outcomes[proof.Wrong])
}

// matrix says for each design and lifetime of the grid how many cases are proven, of how many.
func matrix(verdicts []proof.Verdict) string {
	proven := make(map[string]int) // by package
	for _, v := range verdicts {
		if v.Outcome == proof.Proven {
			proven[strings.TrimPrefix(v.Finding.Package, casesPath+"/"+gridFolder+"/")]++
		}
	}
	all := make(map[string]int)
	var packages []grid.Case // the first case of each
	for _, c := range grid.Cases() {
		if all[c.Package()]++; all[c.Package()] == 1 {
			packages = append(packages, c)
		}
	}
	rows := make(map[string]string) // by design
	for _, c := range packages {
		rows[c.Design.Name] += fmt.Sprintf("  %s %d/%d", c.Lifetime.Name, proven[c.Package()], all[c.Package()])
	}
	var text strings.Builder
	for _, design := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintf(&text, "  %-20s%s\n", design, rows[design])
	}
	return text.String()
}
