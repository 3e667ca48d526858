package difftest

import (
	"cmp"
	"slices"
	"strings"
)

// An edit replaces the bytes from start up to end by text.
type edit struct {
	start, end int
	text       string
}

// apply returns text[start:end] with the edits that lie within. Of two edits
// that overlap, the one that starts first holds, and the longer one of two
// that start together. An insertion precedes an edit that starts there.
func apply(text string, start, end int, edits []edit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b edit) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		if ai, bi := a.start == a.end, b.start == b.end; ai != bi {
			if ai {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.end, a.end)
	})
	var b strings.Builder
	at := start
	for _, e := range edits {
		if e.start < at || e.end > end {
			continue
		}
		b.WriteString(text[at:e.start])
		b.WriteString(e.text)
		at = e.end
	}
	b.WriteString(text[at:end])
	return b.String()
}
