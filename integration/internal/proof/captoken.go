// Package proof finds out whether the fixes that captoken suggests keep what a program does: it runs the program before
// and after them, and compares the tokens.
package proof

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Captoken is the command, with flags.
type Captoken struct {
	Path  string
	Flags []string
}

// A Finding is one that the command reports of a Capability Token.
type Finding struct {
	Package string // import path
	File    string // base name
	Line    int
	Message string
	Fixable bool
}

func (f Finding) String() string {
	return fmt.Sprintf("%s/%s:%d", f.Package, f.File, f.Line)
}

var noFix = regexp.MustCompile(`; no fix: ([a-z0-9-]+)`)

// Code returns why there is no fix.
func (f Finding) Code() string {
	switch match := noFix.FindStringSubmatch(f.Message); {
	case f.Fixable:
		return ""
	case match == nil:
		return "(no reason)"
	default:
		return match[1]
	}
}

// Findings returns the Capability Tokens that the command reports in a module.
func (c Captoken) Findings(ctx context.Context, dir string) ([]Finding, error) {
	output, err := c.run(ctx, dir, "-json")
	if err != nil {
		return nil, err
	}
	var packages map[string]map[string]json.RawMessage
	if err := json.Unmarshal(output, &packages); err != nil {
		return nil, fmt.Errorf("captoken -json: %w", err)
	}
	var findings []Finding
	for pkg, analyzers := range packages {
		for _, data := range analyzers {
			var diagnostics []struct {
				Posn, Message  string
				Category       string
				SuggestedFixes []json.RawMessage `json:"suggested_fixes"`
			}
			if err := json.Unmarshal(data, &diagnostics); err != nil {
				return nil, fmt.Errorf("captoken -json: %s: %s", pkg, data)
			}
			for _, d := range diagnostics {
				if d.Category != "capability-token" {
					continue // that it is signed by hand is the same fix's business
				}
				file, line, err := position(d.Posn)
				if err != nil {
					return nil, fmt.Errorf("captoken -json: %s: %w", pkg, err)
				}
				findings = append(findings, Finding{pkg, file, line, d.Message, len(d.SuggestedFixes) > 0})
			}
		}
	}
	slices.SortFunc(findings, func(a, b Finding) int { return strings.Compare(a.sortKey(), b.sortKey()) })
	return findings, nil
}

func (f Finding) sortKey() string {
	return fmt.Sprintf("%s/%s:%06d %s", f.Package, f.File, f.Line, f.Message)
}

// position takes file:line:column apart. The file may have a drive letter.
func position(posn string) (file string, line int, err error) {
	parts := strings.Split(posn, ":")
	if len(parts) < 3 {
		return "", 0, fmt.Errorf("no position: %s", posn)
	}
	line, err = strconv.Atoi(parts[len(parts)-2])
	return filepath.Base(strings.Join(parts[:len(parts)-2], ":")), line, err
}

// Fix applies the fixes.
func (c Captoken) Fix(ctx context.Context, dir string) error {
	_, err := c.run(ctx, dir, "-fix")
	return err
}

// Diff returns the fixes as a diff, and applies nothing.
func (c Captoken) Diff(ctx context.Context, dir string) (string, error) {
	output, err := c.run(ctx, dir, "-fix", "-diff")
	return string(output), err
}

// exitFindings is the command's exit status if it found something.
const exitFindings = 3

// patience is how long the command may take: seconds, or minutes if what the code imports must be compiled first.
const patience = 20 * time.Minute

func (c Captoken) run(ctx context.Context, dir string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	args = slices.Concat(args, c.Flags, []string{"-test=false", "./..."})
	var stdout, stderr bytes.Buffer
	cmd := command(ctx, dir, c.Path, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != exitFindings) {
		return nil, fmt.Errorf("captoken %s: %w\n%s", strings.Join(args, " "), err, &stderr)
	}
	return stdout.Bytes(), nil
}
