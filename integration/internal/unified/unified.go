// Package unified applies unified diffs, to see whether a printed diff tells what was written.
package unified

import (
	"fmt"
	"strconv"
	"strings"
)

// Parse takes a diff of several files apart. The result has the hunks of each, by the name after "--- " up to the
// first tab.
func Parse(diff string) (map[string]string, error) {
	files := make(map[string]string)
	var name string
	lines := strings.SplitAfter(diff, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if old, ok := strings.CutPrefix(line, "--- "); ok && i+1 < len(lines) && strings.HasPrefix(lines[i+1], "+++ ") {
			name, _, _ = strings.Cut(strings.TrimSuffix(old, "\n"), "\t")
			if _, ok := files[name]; ok {
				return nil, fmt.Errorf("%s has two diffs", name)
			}
			files[name] = ""
			i++
			continue
		}
		if line == "" {
			continue
		}
		if name == "" || !strings.ContainsAny(line[:1], "@ +-\\") {
			return nil, fmt.Errorf("line %d is no part of a diff: %q", i+1, line)
		}
		files[name] += line
	}
	return files, nil
}

// Apply applies hunks to a text. Everything has to be where the hunks say.
func Apply(text, hunks string) (string, error) {
	old := strings.SplitAfter(text, "\n")
	var result strings.Builder
	at := 0 // how many lines of old are used
	for line := range strings.Lines(hunks) {
		switch line[0] {
		case '@':
			start, err := hunkStart(line)
			if err != nil {
				return "", err
			}
			if start < at || start > len(old) {
				return "", fmt.Errorf("%s: line %d is used already, or beyond the end", strings.TrimSpace(line), start+1)
			}
			result.WriteString(strings.Join(old[at:start], ""))
			at = start
		case '+':
			result.WriteString(line[1:])
		case ' ', '-':
			if at == len(old) || strings.TrimSuffix(old[at], "\n") != strings.TrimSuffix(line[1:], "\n") {
				return "", fmt.Errorf("line %d differs from the diff's %q", at+1, line)
			}
			if line[0] == ' ' {
				result.WriteString(old[at])
			}
			at++
		}
	}
	result.WriteString(strings.Join(old[at:], ""))
	return result.String(), nil
}

// hunkStart returns how many lines of the old text precede a hunk, which begins with @@ -start,count +start,count @@.
func hunkStart(line string) (int, error) {
	fields := strings.Fields(line)
	if len(fields) < 3 || !strings.HasPrefix(fields[1], "-") {
		return 0, fmt.Errorf("no hunk: %q", line)
	}
	first, count, counted := strings.Cut(fields[1][1:], ",")
	start, err := strconv.Atoi(first)
	if err != nil {
		return 0, fmt.Errorf("no hunk: %q", line)
	}
	if counted && count == "0" {
		return start, nil // an insertion names the line before it
	}
	return start - 1, nil
}
