package main

import (
	"os"
	"path/filepath"
	"strings"
)

// display returns the name of a file as it is printed: relative to the
// working directory, if it is below that.
func display(file string) string {
	dir, err := os.Getwd()
	if err != nil {
		return file
	}
	return below(dir, file)
}

// below returns the name of a file relative to a directory, if it is below
// that; else the name as it is.
func below(dir, file string) string {
	rel, err := filepath.Rel(dir, file)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return file
	}
	return rel
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
