package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/captoken/captoken/internal/edit"
)

// A change is what becomes of a file.
type change struct {
	*edit.File
	fixed []*finding
}

// changes works out what the fixes make of the files. A fix that overlaps
// those before it, other than by the same edits, is left.
func (c *check) changes() (changes []*change, left []*finding, err error) {
	set := edit.NewChangeSet(os.ReadFile)
	fixed := make(map[string][]*finding)
	merged := make(map[*fix]bool)
	for _, f := range c.findings {
		fix := f.fix
		if fix == nil {
			left = append(left, f)
			continue
		}
		if !merged[fix] {
			var conflict *edit.Conflict
			switch err := set.Add(edit.Change{f.file: fix.edits}); {
			case errors.As(err, &conflict):
				left = append(left, f)
				continue
			case err != nil:
				return nil, nil, err
			}
			merged[fix] = true
		}
		fixed[f.file] = append(fixed[f.file], f)
	}
	for _, file := range set.Files() {
		changes = append(changes, &change{file, fixed[file.Name]})
	}
	return changes, left, nil
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
		if err := replace(ch.Name, ch.New()); err != nil {
			failed = append(failed, fmt.Errorf("%s is not fixed: %w", display(ch.Name), err))
			left = append(left, ch.fixed...)
			continue
		}
		for _, f := range ch.fixed {
			fixed++
			fmt.Fprintf(c.stderr, "%s:%d:%d: fixed: %s\n", display(f.file), f.start.Line, f.start.Column, f.fix.message)
			if f.Needs != "" {
				needs[f.Needs] = true
			}
		}
	}
	if len(c.findings) > 0 {
		fmt.Fprintf(c.stderr, "captoken: fixed %d of %d findings\n", fixed, len(c.findings))
	}
	for _, module := range slices.Sorted(maps.Keys(needs)) {
		fmt.Fprintf(c.stderr, "captoken: if it does not build, now run: go get %s\n", module)
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
		if _, err := fmt.Fprintf(c.stdout, "--- %s\t(old)\n+++ %s\t(new)\n%s", display(ch.Name), display(ch.Name), ch.Unified()); err != nil {
			return err
		}
	}
	return nil
}
