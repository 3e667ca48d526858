package rewrite

import (
	"bytes"
	"slices"
)

// maxChanges bounds the work of diff: texts that differ by more lines are
// told apart by what they have in common at the start and the end only.
const maxChanges = 1000

// diff returns the edits, of whole lines, that turn one text into another.
// It is the greedy algorithm of Myers, "An O(ND) Difference Algorithm and
// Its Variations" (1986).
func diff(from, to []byte) []Edit {
	a, b := bytes.SplitAfter(from, []byte("\n")), bytes.SplitAfter(to, []byte("\n"))
	prefix := 0
	for prefix < len(a) && prefix < len(b) && bytes.Equal(a[prefix], b[prefix]) {
		prefix++
	}
	suffix := 0
	for suffix < len(a)-prefix && suffix < len(b)-prefix && bytes.Equal(a[len(a)-1-suffix], b[len(b)-1-suffix]) {
		suffix++
	}
	start := len(bytes.Join(a[:prefix], nil))
	a, b = a[prefix:len(a)-suffix], b[prefix:len(b)-suffix]

	var edits []Edit
	for _, h := range hunks(a, b) {
		before := start + len(bytes.Join(a[:h.a0], nil))
		edits = append(edits, Edit{
			Start: before,
			End:   before + len(bytes.Join(a[h.a0:h.a1], nil)),
			New:   string(bytes.Join(b[h.b0:h.b1], nil)),
		})
	}
	return edits
}

// A hunk replaces a[a0:a1] by b[b0:b1].
type hunk struct{ a0, a1, b0, b1 int }

func hunks(a, b [][]byte) []hunk {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	whole := []hunk{{0, len(a), 0, len(b)}}
	// Have: reach[k] is how far into a the best path on diagonal k gets.
	var trace []map[int]int
	reach := map[int]int{1: 0}
	for d := 0; ; d++ {
		if d > maxChanges {
			return whole
		}
		snapshot := make(map[int]int, len(reach))
		for k, x := range reach {
			snapshot[k] = x
		}
		trace = append(trace, snapshot)
		for k := -d; k <= d; k += 2 {
			x := reach[k-1] + 1
			if k == -d || k != d && reach[k-1] < reach[k+1] {
				x = reach[k+1]
			}
			for x < len(a) && x-k < len(b) && bytes.Equal(a[x], b[x-k]) {
				x++
			}
			reach[k] = x
			if x >= len(a) && x-k >= len(b) {
				return path(trace, len(a), len(b))
			}
		}
	}
}

// path walks back through the rounds of hunks.
func path(trace []map[int]int, x, y int) []hunk {
	var out []hunk
	add := func(a0, a1, b0, b1 int) {
		if n := len(out); n > 0 && out[n-1].a0 == a1 && out[n-1].b0 == b1 {
			out[n-1].a0, out[n-1].b0 = a0, b0
			return
		}
		out = append(out, hunk{a0, a1, b0, b1})
	}
	for d := len(trace) - 1; d > 0; d-- {
		reach, k := trace[d], x-y
		if k == -d || k != d && reach[k-1] < reach[k+1] {
			px := reach[k+1]
			py := px - (k + 1)
			add(px, px, py, py+1)
			x, y = px, py
		} else {
			px := reach[k-1]
			py := px - (k - 1)
			add(px, px+1, py, py)
			x, y = px, py
		}
	}
	slices.Reverse(out)
	return out
}
