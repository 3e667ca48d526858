package edit

import (
	"bytes"
	"slices"
)

// maxChanges bounds the work of Diff: texts that differ by more lines are told
// apart by what they have in common at the start and the end only.
const maxChanges = 1000

// Diff returns the edits, of whole lines, that turn one text into another.
//
// It is the greedy algorithm of Myers, "An O(ND) Difference Algorithm and Its
// Variations" (Algorithmica 1, 1986).
func Diff(from, to []byte) []Edit {
	a, b := splitLines(from), splitLines(to)
	head, tail := common(a, b)
	start := lengthOf(a[:head])
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	var edits []Edit
	for _, h := range hunks(a, b) {
		before := start + lengthOf(a[:h.a0])
		edits = append(edits, Edit{before, before + lengthOf(a[h.a0:h.a1]), string(bytes.Join(b[h.b0:h.b1], nil))})
	}
	return edits
}

// splitLines returns the lines of a text, each with its end. The last may have
// none.
func splitLines(text []byte) [][]byte {
	lines := bytes.SplitAfter(text, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// common counts the lines that two texts begin and end with alike.
func common(a, b [][]byte) (head, tail int) {
	for head < len(a) && head < len(b) && bytes.Equal(a[head], b[head]) {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && bytes.Equal(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
	}
	return head, tail
}

func lengthOf(lines [][]byte) int {
	n := 0
	for _, l := range lines {
		n += len(l)
	}
	return n
}

// A hunk replaces a[a0:a1] by b[b0:b1].
type hunk struct{ a0, a1, b0, b1 int }

// hunks returns the hunks that turn a into b. Diagonal k has the places where x
// lines of a and x-k lines of b have been used; reach[k] is the greatest such x
// after d lines have been removed or added.
func hunks(a, b [][]byte) []hunk {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	limit := min(len(a)+len(b), maxChanges)
	reach := make([]int, 2*limit+3)
	at := func(k int) *int { return &reach[k+limit+1] }
	var rounds [][]int // reach before round d, from diagonal -d-1 on
	for d := 0; d <= limit; d++ {
		rounds = append(rounds, slices.Clone(reach[limit-d:limit+d+3]))
		for k := -d; k <= d; k += 2 {
			x := *at(k - 1) + 1
			if k == -d || k != d && *at(k - 1) < *at(k + 1) {
				x = *at(k + 1)
			}
			for x < len(a) && x-k < len(b) && bytes.Equal(a[x], b[x-k]) {
				x++
			}
			*at(k) = x
			if x >= len(a) && x-k >= len(b) {
				return path(rounds, len(a), len(b))
			}
		}
	}
	return []hunk{{0, len(a), 0, len(b)}}
}

// path walks back through the rounds of hunks, from their end.
func path(rounds [][]int, x, y int) []hunk {
	var out []hunk
	add := func(h hunk) {
		if n := len(out); n > 0 && out[n-1].a0 == h.a1 && out[n-1].b0 == h.b1 {
			out[n-1].a0, out[n-1].b0 = h.a0, h.b0
			return
		}
		out = append(out, h)
	}
	for d := len(rounds) - 1; d > 0; d-- {
		reach := func(k int) int { return rounds[d][k+d+1] }
		k := x - y
		if k == -d || k != d && reach(k-1) < reach(k+1) {
			x = reach(k + 1)
			y = x - (k + 1)
			add(hunk{x, x, y, y + 1})
		} else {
			x = reach(k - 1)
			y = x - (k - 1)
			add(hunk{x, x + 1, y, y})
		}
	}
	slices.Reverse(out)
	return out
}
