package proof

import (
	"context"
	"fmt"
	"os"
	"slices"

	"github.com/captoken/captoken/integration/internal/drive"
	"github.com/captoken/captoken/integration/oracle"
)

// A Variant is a way to fix a module.
type Variant struct {
	Builder  string // a value of -builder
	Identity string // that -identity gives to tokens without a client name; "" for none
	Region   string // a value of -region; "" for none
}

func (v Variant) String() string {
	s := "-builder=" + v.Builder
	if v.Identity != "" {
		s += " -identity=" + fmt.Sprintf("%q", v.Identity)
	}
	if v.Region != "" {
		s += " -region=" + v.Region
	}
	return s
}

func (v Variant) flags() []string {
	flags := []string{"-builder=" + v.Builder}
	if v.Identity != "" {
		flags = append(flags, fmt.Sprintf("-identity=%q", v.Identity))
	}
	if v.Region != "" {
		flags = append(flags, "-region="+v.Region)
	}
	return flags
}

// A Module is code to be fixed, whose packages have paths that begin with the module's, which has no slash.
type Module struct {
	Path     string
	Dir      string
	Captoken string // the command
	Ask      func([]oracle.Parameters) ([]oracle.Answer, error)

	calls   map[string]drive.Call
	program *program
}

// A Report is what a proof comes to.
type Report struct {
	Verdicts []Verdict
	// Wrong is what is wrong that is not about one finding.
	Wrong []string
}

// Run drives the functions of the module as they are. The module itself is not changed: dir is an empty folder to work
// in. All ways to fix have the same findings.
func (m *Module) Run(ctx context.Context, dir string) error {
	findings, err := Captoken{Path: m.Captoken}.Findings(ctx, m.Dir)
	if err != nil {
		return err
	}
	program, err := readProgram(m.Dir, findings)
	if err != nil {
		return err
	}
	copied, err := program.copyTo(ctx, dir)
	if err != nil {
		return err
	}
	if len(copied.broken) > 0 {
		return fmt.Errorf("before any fix, packages don't compile: %v", copied.broken)
	}
	if err := copied.addDrivers(m.Path); err != nil {
		return err
	}
	m.program = program
	m.calls, err = copied.run(ctx)
	return err
}

// copyTo copies the program and builds the copy.
func (p *program) copyTo(ctx context.Context, dir string) (*program, error) {
	if err := os.CopyFS(dir, os.DirFS(p.dir)); err != nil {
		return nil, err
	}
	copied := p.in(dir)
	return copied, copied.build(ctx)
}

// Prove fixes a copy of the module and compares its tokens with those of the module, which has been run.
func (m *Module) Prove(ctx context.Context, variant Variant, dir string) (*Report, error) {
	captoken := Captoken{m.Captoken, variant.flags()}
	findings, err := captoken.Findings(ctx, m.Dir)
	if err != nil {
		return nil, err
	}
	if err := os.CopyFS(dir, os.DirFS(m.Dir)); err != nil {
		return nil, err
	}
	broken, err := fix(ctx, captoken, m.Dir, dir, findings)
	if err != nil {
		return nil, err
	}
	report, err := m.Judge(ctx, variant, findings, dir)
	if err != nil {
		return nil, err
	}
	report.Wrong = append(report.Wrong, broken...)
	return report, nil
}

// Judge compares the tokens of a fixed module with those of the module, which has been run.
func (m *Module) Judge(ctx context.Context, variant Variant, findings []Finding, dir string) (*Report, error) {
	fixed := m.program.in(dir)
	if err := fixed.build(ctx); err != nil {
		return nil, err
	}
	if err := fixed.addDrivers(m.Path); err != nil {
		return nil, err
	}
	calls, err := fixed.run(ctx)
	if err != nil {
		return nil, err
	}
	j := &judge{program: fixed, before: m.calls, after: calls, variant: variant, ask: m.Ask,
		makesTokens: tokenMakers(m.calls), names: clientNames(m.calls)}
	verdicts, wrong, err := j.judge(findings)
	return &Report{verdicts, wrong}, err
}

// fix applies the fixes in a copy of a folder. It returns where the command breaks its promises.
func fix(ctx context.Context, captoken Captoken, original, dir string, findings []Finding) (wrong []string, err error) {
	before, err := ReadTree(original)
	if err != nil {
		return nil, err
	}
	if err := captoken.Fix(ctx, dir); err != nil {
		return nil, err
	}
	after, err := ReadTree(dir)
	if err != nil {
		return nil, err
	}
	left, err := captoken.Findings(ctx, dir)
	return append(after.CheckFormat(before.Changed(after)), checkLeft(findings, left)...), err
}

// CheckCommand returns where the command breaks its promises about -diff, which prints what -fix would do, and about a
// second -fix, which does nothing. The folder to work in is empty.
func (m *Module) CheckCommand(ctx context.Context, variant Variant, dir string) (wrong []string, err error) {
	captoken := Captoken{m.Captoken, variant.flags()}
	if err := os.CopyFS(dir, os.DirFS(m.Dir)); err != nil {
		return nil, err
	}
	before, err := ReadTree(dir)
	if err != nil {
		return nil, err
	}
	steps := make([]Tree, 3)
	var diff string
	for i, step := range []func() error{
		func() (err error) { diff, err = captoken.Diff(ctx, dir); return err },
		func() error { return captoken.Fix(ctx, dir) },
		func() error { return captoken.Fix(ctx, dir) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
		if steps[i], err = ReadTree(dir); err != nil {
			return nil, err
		}
	}
	untouched, fixed, again := steps[0], steps[1], steps[2]
	if changed := before.Changed(untouched); len(changed) > 0 {
		wrong = append(wrong, fmt.Sprintf("-diff has changed %s", changed))
	}
	if changed := before.Changed(fixed); len(changed) == 0 {
		wrong = append(wrong, "-fix has changed nothing")
	}
	if changed := fixed.Changed(again); len(changed) > 0 {
		wrong = append(wrong, fmt.Sprintf("a second -fix has changed %s", changed))
	}
	return append(wrong, before.checkDiff(diff, dir, fixed)...), nil
}

// checkLeft expects those findings, by packages, that had no fix.
func checkLeft(findings, left []Finding) (wrong []string) {
	balance := make(map[string]int)
	for _, f := range findings {
		if !f.Fixable {
			balance[f.Package]++
		}
	}
	for _, f := range left {
		balance[f.Package]--
		if f.Fixable {
			wrong = append(wrong, f.String()+": a finding is left that has a fix")
		}
	}
	for pkg, n := range balance {
		if n != 0 {
			wrong = append(wrong, fmt.Sprintf("%s: after the fix, %d findings more than expected", pkg, -n))
		}
	}
	slices.Sort(wrong)
	return wrong
}
