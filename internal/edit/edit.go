// Package edit changes files: it puts edits together that several changes ask
// for, makes them, finds those that turn one text into another, and shows them
// as a unified diff.
package edit

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// An Edit replaces the bytes from Start to End of a text by New. If Start is End,
// it inserts New.
type Edit struct {
	Start, End int
	New        string
}

// Replace returns the edit that replaces the bytes from start to end.
func Replace(start, end int, text string) Edit { return Edit{start, end, text} }

// Insert returns the edit that inserts text.
func Insert(at int, text string) Edit { return Edit{at, at, text} }

// Delete returns the edit that deletes the bytes from start to end.
func Delete(start, end int) Edit { return Edit{start, end, ""} }

func (e Edit) compare(o Edit) int {
	return cmp.Or(cmp.Compare(e.Start, o.Start), cmp.Compare(e.End, o.End), cmp.Compare(e.New, o.New))
}

// Sort returns edits in order, each once.
func Sort(edits []Edit) []Edit {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, Edit.compare)
	return slices.Compact(edits)
}

// A Conflict is the error that two edits can't both be made.
type Conflict struct {
	Line          int // where they meet, from 1
	First, Second Edit
}

func (c *Conflict) Error() string {
	return fmt.Sprintf("edits %q and %q overlap at line %d", c.First.New, c.Second.New, c.Line)
}

// Apply returns a text with edits made, in whichever order they are given. Edits
// that are there twice count once. It returns a [*Conflict] if two of them overlap,
// and another error if one is beyond the text.
func Apply(text []byte, edits []Edit) ([]byte, error) {
	edits = Sort(edits)
	size := len(text)
	for i, e := range edits {
		if err := e.check(text); err != nil {
			return nil, err
		}
		if i > 0 && e.Start < edits[i-1].End {
			return nil, &Conflict{lineAt(text, e.Start), edits[i-1], e}
		}
		size += len(e.New) - (e.End - e.Start)
	}
	out := make([]byte, 0, size)
	last := 0
	for _, e := range edits {
		out = append(out, text[last:e.Start]...)
		out = append(out, e.New...)
		last = e.End
	}
	return append(out, text[last:]...), nil
}

func (e Edit) check(text []byte) error {
	if e.Start < 0 || e.End < e.Start || e.End > len(text) {
		return fmt.Errorf("edit of bytes %d to %d, of a text of %d", e.Start, e.End, len(text))
	}
	return nil
}

// lineAt returns the line of an offset, from 1.
func lineAt(text []byte, offset int) int { return bytes.Count(text[:offset], []byte("\n")) + 1 }

// Merge returns the edits of several changes of a text, in order. An edit that
// several of them ask for counts once. The order of the changes does not matter.
//
// It returns a [*Conflict] if two edits overlap, or insert different text at one
// place, as nobody knows then which goes first. An insertion may stand in front of
// what another edit replaces.
func Merge(text []byte, changes ...[]Edit) ([]Edit, error) {
	all := Sort(slices.Concat(changes...))
	for i, e := range all {
		if err := e.check(text); err != nil {
			return nil, err
		}
		if i == 0 {
			continue
		}
		if prev := all[i-1]; e.Start < prev.End || e.Start == prev.Start && e.Start == e.End {
			return nil, &Conflict{lineAt(text, e.Start), prev, e}
		}
	}
	return all, nil
}
