package edit

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// contextLines are shown around the changes of a hunk.
const contextLines = 3

// Unified returns the hunks of a unified diff of a text and what edits make of it,
// as diff -u writes them; "" if nothing changes. The edits must be as [Merge]
// returns them.
func Unified(text []byte, edits []Edit) string {
	lines := splitLines(text)
	blocks := blocksOf(text, lines, edits)
	var out strings.Builder
	shift := 0 // of line numbers
	for i := 0; i < len(blocks); {
		j := i + 1
		for j < len(blocks) && blocks[j].from-blocks[j-1].to <= 2*contextLines {
			j++
		}
		first, last := max(blocks[i].from-contextLines, 0), min(blocks[j-1].to+contextLines, len(lines))
		var body strings.Builder
		added, at := 0, first
		for _, b := range blocks[i:j] {
			writeLines(&body, ' ', lines[at:b.from])
			writeLines(&body, '-', lines[b.from:b.to])
			writeLines(&body, '+', b.lines)
			added += len(b.lines) - (b.to - b.from)
			at = b.to
		}
		writeLines(&body, ' ', lines[at:last])
		count := last - first
		fmt.Fprintf(&out, "@@ -%s +%s @@\n%s", span(first, count), span(first+shift, count+added), body.String())
		shift += added
		i = j
	}
	return out.String()
}

// span returns lines as the head of a hunk says them: the first, and how many. If
// there are none, it names the line in front of them.
func span(first, count int) string {
	if count > 0 {
		first++
	}
	return fmt.Sprintf("%d,%d", first, count)
}

// A block is a run of whole lines that edits replace by others.
type block struct {
	from, to int
	lines    [][]byte
}

// blocksOf returns the lines that edits change.
func blocksOf(text []byte, lines [][]byte, edits []Edit) []block {
	starts := make([]int, len(lines)) // offsets
	for i := range lines[:max(len(lines)-1, 0)] {
		starts[i+1] = starts[i] + len(lines[i])
	}
	lineOf := func(offset int) int {
		i, found := slices.BinarySearch(starts, offset)
		if !found && i > 0 {
			i--
		}
		return min(i, len(lines))
	}
	offsetOf := func(line int) int {
		if line < len(lines) {
			return starts[line]
		}
		return len(text)
	}
	var out []block
	for i := 0; i < len(edits); {
		// Have: all edits of lines that follow each other without a gap. The
		// line that an edit ends in may stay as it is.
		from := lineOf(edits[i].Start)
		to := from
		j := i
		for ; j < len(edits) && (j == i || lineOf(edits[j].Start) < to); j++ {
			to = min(lineOf(edits[j].End)+1, len(lines))
		}
		var now bytes.Buffer
		last := offsetOf(from)
		for _, e := range edits[i:j] {
			now.Write(text[last:e.Start])
			now.WriteString(e.New)
			last = e.End
		}
		now.Write(text[last:offsetOf(to)])
		is := splitLines(now.Bytes())
		head, tail := common(lines[from:to], is)
		if b := (block{from + head, to - tail, is[head : len(is)-tail]}); b.from < b.to || len(b.lines) > 0 {
			out = append(out, b)
		}
		i = j
	}
	return out
}

func writeLines(w *strings.Builder, mark byte, lines [][]byte) {
	for _, l := range lines {
		w.WriteByte(mark)
		w.Write(l)
		if !bytes.HasSuffix(l, []byte("\n")) {
			w.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// Parse takes a unified diff of several files apart. The result has the hunks of
// each, by the name behind "--- " up to the first tab.
func Parse(diff string) (map[string]string, error) {
	files := make(map[string]string)
	name, named := "", false
	lines := strings.SplitAfter(diff, "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if old, ok := strings.CutPrefix(line, "--- "); ok && i+1 < len(lines) && strings.HasPrefix(lines[i+1], "+++ ") {
			name, _, _ = strings.Cut(strings.TrimSuffix(old, "\n"), "\t")
			if _, ok := files[name]; ok {
				return nil, fmt.Errorf("%s has two diffs", name)
			}
			files[name], named = "", true
			i++
			continue
		}
		if line == "" {
			continue
		}
		if !named || !strings.ContainsAny(line[:1], "@ +-\\") {
			return nil, fmt.Errorf("line %d is no part of a diff: %q", i+1, line)
		}
		files[name] += line
	}
	return files, nil
}

// Patch makes the changes that hunks of a unified diff say. Everything has to be
// where they say it is.
func Patch(text, hunks string) (string, error) {
	old := strings.SplitAfter(text, "\n")
	if old[len(old)-1] == "" {
		old = old[:len(old)-1]
	}
	var out strings.Builder
	at := 0 // lines of old that are used
	lines := strings.SplitAfter(hunks, "\n")
	for i, line := range lines {
		if line == "" {
			break
		}
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\\") {
			line = strings.TrimSuffix(line, "\n")
		}
		switch line[0] {
		case '@':
			start, err := hunkStart(line)
			if err != nil {
				return "", err
			}
			if start < at || start > len(old) {
				return "", fmt.Errorf("%s: line %d is used already, or beyond the end", strings.TrimSpace(line), start+1)
			}
			out.WriteString(strings.Join(old[at:start], ""))
			at = start
		case '+':
			out.WriteString(line[1:])
		case ' ', '-':
			if at == len(old) || old[at] != line[1:] {
				return "", fmt.Errorf("line %d is not what the diff has: %q", at+1, line)
			}
			if line[0] == ' ' {
				out.WriteString(old[at])
			}
			at++
		}
	}
	out.WriteString(strings.Join(old[at:], ""))
	return out.String(), nil
}

// hunkStart returns how many lines precede a hunk, which begins with
// @@ -start,count +start,count @@.
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
		return start, nil // an insertion names the line in front of it
	}
	return start - 1, nil
}
