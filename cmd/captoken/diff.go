package main

import (
	"bytes"
	"fmt"
	"strings"
)

const contextLines = 3 // around the changes of a hunk

// hunks returns a change as the hunks of a unified diff. The edits say where
// the changes are, so that nothing needs to be searched.
func (ch *change) hunks() string {
	var out strings.Builder
	lines := bytes.SplitAfter(ch.old, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	starts := make([]int, len(lines)+1) // offsets
	for i, l := range lines {
		starts[i+1] = starts[i] + len(l)
	}
	lineOf := func(offset int) int {
		n := bytes.Count(ch.old[:offset], []byte("\n"))
		return min(n, len(lines))
	}
	// A block is a run of whole lines that edits replace.
	type block struct {
		from, to int // lines
		text     string
	}
	var blocks []block
	for i := 0; i < len(ch.edits); {
		from, to := lineOf(ch.edits[i].start), lineEnd(lineOf, ch.edits[i], starts)
		j := i + 1
		for j < len(ch.edits) && lineOf(ch.edits[j].start) < to {
			to = max(to, lineEnd(lineOf, ch.edits[j], starts))
			j++
		}
		var text strings.Builder
		last := starts[from]
		for _, e := range ch.edits[i:j] {
			text.Write(ch.old[last:e.start])
			text.WriteString(e.text)
			last = e.end
		}
		text.Write(ch.old[last:starts[to]])
		blocks = append(blocks, block{from, to, text.String()})
		i = j
	}
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
			for ; at < b.from; at++ {
				writeLine(&body, ' ', string(lines[at]))
			}
			was, is := lines[b.from:b.to], strings.SplitAfter(b.text, "\n")
			if is[len(is)-1] == "" {
				is = is[:len(is)-1]
			}
			head, tail := common(was, is)
			for _, l := range was[:head] {
				writeLine(&body, ' ', string(l))
			}
			for _, l := range was[head : len(was)-tail] {
				writeLine(&body, '-', string(l))
			}
			for _, l := range is[head : len(is)-tail] {
				writeLine(&body, '+', l)
			}
			for _, l := range was[len(was)-tail:] {
				writeLine(&body, ' ', string(l))
			}
			added += len(is) - len(was)
			at = b.to
		}
		for ; at < last; at++ {
			writeLine(&body, ' ', string(lines[at]))
		}
		count := last - first
		fmt.Fprintf(&out, "@@ -%d,%d +%d,%d @@\n%s", first+1, count, first+1+shift, count+added, body.String())
		shift += added
		i = j
	}
	return out.String()
}

// lineEnd returns the line behind the last one that an edit touches.
func lineEnd(lineOf func(int) int, e edit, starts []int) int {
	line := lineOf(e.end)
	if line < len(starts)-1 && (starts[line] != e.end || e.start == e.end || !strings.HasSuffix(e.text, "\n") && e.text != "") {
		line++
	}
	return line
}

// common counts the lines that two texts begin and end with alike.
func common(was [][]byte, is []string) (head, tail int) {
	for head < len(was) && head < len(is) && string(was[head]) == is[head] {
		head++
	}
	for tail < len(was)-head && tail < len(is)-head && string(was[len(was)-1-tail]) == is[len(is)-1-tail] {
		tail++
	}
	return head, tail
}

func writeLine(w *strings.Builder, mark byte, line string) {
	w.WriteByte(mark)
	w.WriteString(line)
	if !strings.HasSuffix(line, "\n") {
		w.WriteString("\n\\ No newline at end of file\n")
	}
}
