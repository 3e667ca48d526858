package proof

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/edit"
)

// A Tree has the Go files of a module, by their names with slashes.
type Tree map[string][]byte

// ReadTree reads the Go files below a folder.
func ReadTree(dir string) (Tree, error) {
	t := make(Tree)
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		t[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	return t, err
}

// Changed returns the names of files that two trees don't have alike.
func (t Tree) Changed(other Tree) (names []string) {
	all := maps.Clone(t)
	maps.Copy(all, other)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !bytes.Equal(t[name], other[name]) {
			names = append(names, name)
		}
	}
	return names
}

// CheckFormat returns the names of files that gofmt would change.
func (t Tree) CheckFormat(names []string) (complaints []string) {
	for _, name := range names {
		formatted, err := format.Source(t[name])
		switch {
		case err != nil:
			complaints = append(complaints, fmt.Sprintf("%s: gofmt: %v", name, err))
		case !bytes.Equal(formatted, t[name]):
			complaints = append(complaints, name+": gofmt would change it")
		}
	}
	return complaints
}

// checkDiff returns where a diff that was printed in a folder does not make one tree into the other.
func (t Tree) checkDiff(diff, dir string, want Tree) (complaints []string) {
	files, err := edit.Parse(diff)
	if err != nil {
		return []string{"-diff: " + err.Error()}
	}
	patched := maps.Clone(t)
	for name, hunks := range files {
		short := strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(dir)), "/")
		text, err := edit.Patch(string(t[short]), hunks)
		if err != nil {
			complaints = append(complaints, fmt.Sprintf("-diff: %s: %v", short, err))
			continue
		}
		patched[short] = []byte(text)
	}
	for _, name := range patched.Changed(want) {
		complaints = append(complaints, "-diff: "+name+": the printed diff is not what -fix does")
	}
	return complaints
}
