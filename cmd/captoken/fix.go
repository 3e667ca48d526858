package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// A change is what becomes of a file.
type change struct {
	file     string
	old, new []byte
	edits    []edit
	fixed    []*finding
}

// changes works out what the fixes make of the files. A fix that overlaps
// those before it, other than by the same edits, is left.
func (c *check) changes() (changes []*change, left []*finding, err error) {
	byFile := make(map[string]*change)
	merged := make(map[*fix]bool)
	for _, f := range c.findings {
		fix := f.fixedBy()
		if fix == nil {
			left = append(left, f)
			continue
		}
		ch := byFile[f.file]
		if ch == nil {
			src, err := os.ReadFile(f.file)
			if err != nil {
				return nil, nil, err
			}
			ch = &change{file: f.file, old: src}
			byFile[f.file] = ch
		}
		if !merged[fix] {
			edits, ok := merge(ch.edits, fix.edits, len(ch.old))
			if !ok {
				left = append(left, f)
				continue
			}
			ch.edits = edits
			merged[fix] = true
		}
		ch.fixed = append(ch.fixed, f)
	}
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		ch := byFile[file]
		var out bytes.Buffer
		last := 0
		for _, e := range ch.edits {
			out.Write(ch.old[last:e.start])
			out.WriteString(e.text)
			last = e.end
		}
		out.Write(ch.old[last:])
		ch.new = out.Bytes()
		changes = append(changes, ch)
	}
	return changes, left, nil
}

// merge adds edits to others in a file of a length, in order. It reports
// false if they overlap, or are not of the file.
func merge(edits, more []edit, length int) ([]edit, bool) {
	all := slices.Concat(edits, more)
	slices.SortStableFunc(all, func(a, b edit) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	all = slices.Compact(all)
	for i, e := range all {
		if e.start > e.end || e.end > length {
			return nil, false
		}
		// An insertion may stand in front of what is replaced; of two
		// insertions, nobody knows which goes first.
		if i > 0 && (e.start < all[i-1].end || e.start == all[i-1].start && e.end == e.start) {
			return nil, false
		}
	}
	return all, true
}

// applyFixes fixes what can be fixed, says so, and returns what is left.
func (c *check) applyFixes() (left []*finding, err error) {
	changes, left, err := c.changes()
	if err != nil {
		return c.findings, err
	}
	needs := make(map[string]bool)
	fixed := 0
	var failed []error
	for _, ch := range changes {
		if err := replace(ch.file, ch.new); err != nil {
			failed = append(failed, fmt.Errorf("%s is not fixed: %w", display(ch.file), err))
			left = append(left, ch.fixed...)
			continue
		}
		for _, f := range ch.fixed {
			fixed++
			fmt.Fprintf(c.stderr, "%s:%d:%d: fixed: %s\n", display(f.file), f.start.Line, f.start.Column, f.fixedBy().message)
			if f.Needs != "" {
				needs[f.Needs] = true
			}
		}
	}
	if len(c.findings) > 0 {
		fmt.Fprintf(c.stderr, "captoken: fixed %d of %d findings\n", fixed, len(c.findings))
	}
	for _, module := range slices.Sorted(maps.Keys(needs)) {
		fmt.Fprintf(c.stderr, "captoken: if it does not build now, run: go get %s\n", module)
	}
	slices.SortStableFunc(left, func(a, b *finding) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.start.Offset, b.start.Offset))
	})
	return left, errors.Join(failed...)
}

// replace puts data in a file's place, all of it or nothing; in that of the
// file that a symbolic link leads to.
func replace(file string, data []byte) error {
	file, err := filepath.EvalSymlinks(file)
	if err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return errors.New("the file is read-only")
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), ".captoken-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err := errors.Join(err, tmp.Chmod(info.Mode().Perm()), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), file)
}

// printDiff shows what -fix would change.
func (c *check) printDiff() error {
	changes, _, err := c.changes()
	if err != nil {
		return err
	}
	for _, ch := range changes {
		if _, err := fmt.Fprintf(c.stdout, "--- %s\t(old)\n+++ %s\t(new)\n%s", display(ch.file), display(ch.file), ch.hunks()); err != nil {
			return err
		}
	}
	return nil
}
