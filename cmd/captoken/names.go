package main

import (
	"os"
	"path/filepath"
	"strings"
)

// display returns the name of a file as it is printed: relative to the
// working directory, if that is shorter.
func display(file string) string {
	dir, err := os.Getwd()
	if err != nil || !filepath.IsAbs(file) {
		return file
	}
	if rel := below(dir, file); rel != file {
		return rel
	}
	if rel, err := filepath.Rel(dir, file); err == nil && len(rel) < len(file) {
		return rel
	}
	return file
}

// below returns the name of a file relative to a directory, if it is below
// that, be it by another name of the directory; else the name as it is.
func below(dir, file string) string {
	for _, names := range [][2]string{{dir, file}, {resolved(dir), resolved(file)}} {
		rel, err := filepath.Rel(names[0], names[1])
		if err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return rel
		}
	}
	return file
}

// repository returns the root of the Git repository that the working
// directory is in, or else the working directory. GitHub's annotations and
// code scanning take names that are relative to it.
func repository() (string, error) {
	working, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := working; ; dir = filepath.Dir(dir) {
		// A file, in a work tree or a submodule.
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return working, nil
		}
	}
}
