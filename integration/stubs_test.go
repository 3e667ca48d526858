package integration

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/integration/internal/conformance"
)

// realDir is a module that requires the real libraries.
const realDir = "testdata/real"

// differences lists what a stub is known to have beyond the only real version there is to compare it with.
var differences = map[string][]string{
	"github.com/SermoDigital/jose/jwt": {
		"Claims.SetAudience: not in the real package",
		"Claims.SetExpiration: not in the real package",
		"Claims.SetIssuedAt: not in the real package",
		"Claims.SetIssuer: not in the real package",
		"Claims.SetJWTID: not in the real package",
		"Claims.SetNotBefore: not in the real package",
		"Claims.SetSubject: not in the real package",
		"JWT.Validate: not in the real package",
		"Validator: not in the real package",
	},
	"github.com/SermoDigital/jose/jws": {
		"Claims.Del: not in the real package",
		"Claims.Get: not in the real package",
		"Claims.Has: not in the real package",
		"Claims.Set: not in the real package",
		"Claims.SetAudience: not in the real package",
		"Claims.SetExpiration: not in the real package",
		"Claims.SetIssuedAt: not in the real package",
		"Claims.SetIssuer: not in the real package",
		"Claims.SetJWTID: not in the real package",
		"Claims.SetNotBefore: not in the real package",
		"Claims.SetSubject: not in the real package",
	},
	"github.com/SermoDigital/jose/crypto": nil,
}

// TestStubsConform holds every stub against the library that it stands for.
func TestStubsConform(t *testing.T) {
	t.Parallel()
	paths := stubPackages(t)
	var served []string
	for _, path := range paths {
		if _, only := onlyStub(path); !only || hasDifferences(path) {
			served = append(served, path)
		}
	}
	stubs := loadTypes(t, stubsDir, gopathMode(t), paths)
	libraries := loadTypes(t, realDir, moduleMode, served)

	for _, path := range paths {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			stub, ok := usable(t, stubs[path])
			if !ok {
				return
			}
			module, only := onlyStub(path)
			if only && !hasDifferences(path) {
				t.Skipf("nothing to compare with: %s", module.why)
			}
			library, ok := usable(t, libraries[path])
			if !ok {
				return
			}
			got := conformance.Diff(stub.Types, library.Types)
			want := differences[path]
			for _, difference := range got {
				if !slices.Contains(want, difference) {
					t.Error(difference)
				}
			}
			for _, difference := range want {
				if !slices.Contains(got, difference) {
					t.Errorf("no longer a difference: %s", difference)
				}
			}
			if !only {
				checkVersion(t, path, library.Module)
			}
		})
	}
}

// checkVersion makes sure that each file of a stub names the version it has just been compared with.
func checkVersion(t *testing.T, path string, module *packages.Module) {
	want := module.Path + "@" + module.Version + "."
	for _, name := range goFiles(t, filepath.Join(stubsDir, "src", filepath.FromSlash(path))) {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(file)
		if lines.Scan(); !strings.HasSuffix(lines.Text(), " "+want) {
			t.Errorf("%s: the first line is %q, want the version %s at its end", name, lines.Text(), want)
		}
		file.Close()
	}
}

// stubPackages returns the import paths of all stubs. By their first element they are told from the analyzers' cases.
func stubPackages(t *testing.T) []string {
	t.Helper()
	src := filepath.Join(stubsDir, "src")
	var paths []string
	err := filepath.WalkDir(src, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() || name == src {
			return err
		}
		path, err := filepath.Rel(src, name)
		if err != nil {
			return err
		}
		path = filepath.ToSlash(path)
		if domain, _, _ := strings.Cut(path, "/"); !strings.Contains(domain, ".") {
			return fs.SkipDir
		}
		if len(goFiles(t, name)) > 0 {
			paths = append(paths, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatalf("no stubs in %s", src)
	}
	return paths
}

func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func hasDifferences(path string) bool {
	_, ok := differences[path]
	return ok
}

// gopathMode is the environment in which the analyzers' tests load the stubs.
func gopathMode(t *testing.T) []string {
	t.Helper()
	gopath, err := filepath.Abs(stubsDir)
	if err != nil {
		t.Fatal(err)
	}
	return []string{"GO111MODULE=off", "GOPATH=" + gopath, "GOWORK=off", "GOFLAGS="}
}

var moduleMode = []string{"GO111MODULE=on", "GOWORK=off", "GOFLAGS=-mod=readonly"}

// loadTypes loads packages in one go, and returns them by path.
func loadTypes(t *testing.T, dir string, env, paths []string) map[string]*packages.Package {
	t.Helper()
	loaded, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedModule,
		Dir:  dir,
		Env:  append(os.Environ(), env...),
	}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	byPath := make(map[string]*packages.Package)
	for _, pkg := range loaded {
		byPath[pkg.PkgPath] = pkg
	}
	return byPath
}

// usable tells whether a package was found and has no errors.
func usable(t *testing.T, pkg *packages.Package) (*packages.Package, bool) {
	t.Helper()
	if pkg == nil {
		t.Error("not loaded")
		return nil, false
	}
	for _, err := range pkg.Errors {
		t.Error(err)
	}
	return pkg, len(pkg.Errors) == 0
}
