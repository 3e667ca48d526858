// Package release makes a module proxy in the file system that serves the working tree as a released version: what users
// install is then what the tests install.
package release

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// Proxy writes a proxy into a folder that serves the module whose root is given, at a version, and returns what GOPROXY
// must be for it. What else is needed still comes from the proxies of the environment.
func Proxy(dir, root, path, version string) (goproxy string, err error) {
	escaped, err := module.EscapePath(path)
	if err != nil {
		return "", err
	}
	base := filepath.Join(dir, filepath.FromSlash(escaped), "@v")
	if err := os.MkdirAll(base, 0o777); err != nil {
		return "", err
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	for name, text := range map[string]string{
		"list":            version + "\n",
		version + ".mod":  string(mod),
		version + ".info": fmt.Sprintf(`{"Version":%q,"Time":"2026-01-01T00:00:00Z"}`, version),
	} {
		if err := os.WriteFile(filepath.Join(base, name), []byte(text), 0o666); err != nil {
			return "", err
		}
	}
	out, err := os.Create(filepath.Join(base, version+".zip"))
	if err != nil {
		return "", err
	}
	err = zip.CreateFromDir(out, module.Version{Path: path, Version: version}, root)
	if err := errors.Join(err, out.Close()); err != nil {
		return "", err
	}
	url := "file://" + filepath.ToSlash(dir)
	if !strings.HasPrefix(filepath.ToSlash(dir), "/") {
		url = "file:///" + filepath.ToSlash(dir)
	}
	return url, nil
}
