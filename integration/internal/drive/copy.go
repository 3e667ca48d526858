package drive

import (
	"embed"
	"os"
	"path/filepath"
	"strings"
)

//go:embed choices.go configured.go drive.go search.go texts.go values.go
var sources embed.FS

// CopyTo copies the package into a folder of another module, under the name zzdrive and without this function.
func CopyTo(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	entries, err := sources.ReadDir(".")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		data, err := sources.ReadFile(name)
		if err != nil {
			return err
		}
		source := strings.Replace(string(data), "package drive\n", "package zzdrive\n", 1)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(source), 0o666); err != nil {
			return err
		}
	}
	return nil
}
