package handmadetoken

import (
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	gotoken "go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const jsonSource = `package p

type A struct { Iss string ` + "`json:\"iss\"`" + ` }
type B struct { Issuer string ` + "`json:\"iss\"`" + ` }
type C struct { B }
type Shallow struct { A; C; Scope string ` + "`json:\"scope\"`" + ` }
type Annulled struct { A; B }
type Tagged struct { A; Iss string }
type TagWins struct { D; E }
type D struct { X string }
type E struct { Y string ` + "`json:\"X\"`" + ` }
type Options struct { S string ` + "`json:\"s,string\"`" + `; T string ` + "`json:\"-\"`" + `; U string ` + "`json:\"-,\"`" + `; V string ` + "`json: \"v\"`" + `; w string }
type word string
type Word string
type Embedded struct { word ` + "`json:\"word\"`" + `; Word; *A; Any }
type Any interface{}
type inner struct { Iss string ` + "`json:\"iss\"`" + `; sub string }
type Unexported struct { inner }
type Twice struct { F; G }
type F struct { A }
type G struct { A }
type Deep struct { F; Iss2 string ` + "`json:\"iss2\"`" + ` }
`

const jsonMain = `package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	_ = Options{w: ""}.w + inner{}.sub
	for _, v := range []any{Shallow{}, Annulled{}, Tagged{}, TagWins{}, Options{}, Embedded{A: &A{}}, Unexported{}, Twice{}, Deep{}} {
		if err := json.NewEncoder(os.Stdout).Encode(map[string]any{fmt.Sprintf("%T", v)[len("main."):]: v}); err != nil {
			panic(err)
		}
	}
}
`

// TestJSONOwners holds jsonOwners to the members that encoding/json writes.
func TestJSONOwners(t *testing.T) {
	fset := gotoken.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", jsonSource, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: importer.Default()}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"main.go": jsonMain,
		"p.go":    strings.Replace(jsonSource, "package p", "package main", 1),
		"go.mod":  "module p\n\ngo 1.24\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	structs := 0
	for line := range strings.Lines(string(out)) {
		var written map[string]map[string]any
		if err := json.Unmarshal([]byte(line), &written); err != nil {
			t.Fatal(err)
		}
		for name, members := range written {
			structs++
			owners := jsonOwners(pkg.Scope().Lookup(name).Type().Underlying().(*types.Struct))
			got, want := slices.Sorted(maps.Keys(owners)), slices.Sorted(maps.Keys(members))
			if !slices.Equal(got, want) {
				t.Errorf("%s: %s, want %s", name, strings.Join(got, " "), strings.Join(want, " "))
			}
		}
	}
	if structs != 9 {
		t.Errorf("%d structs, want 9", structs)
	}
	if owner := jsonOwners(pkg.Scope().Lookup("Shallow").Type().Underlying().(*types.Struct))["iss"]; owner != 0 {
		t.Errorf("field %d has iss, want field 0", owner)
	}
}
