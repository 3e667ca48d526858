package conformance_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"github.com/captoken/captoken/integration/internal/conformance"
)

// library is compared with itself, and with stubs that get one thing wrong each.
const library = `package lib

const Algorithm = "HS256"

var Method *Capability

type Capability struct {
	Name   string ` + "`json:\"name\"`" + `
	Expiry Named
	hidden int
}

func New(sid, token string) *Capability { return nil }

func (c Capability) Allow(params map[string]interface{}) {}

func (c *Capability) Token() (string, error) { return "", nil }

type Named string

type Alias = Capability

type Grant interface {
	Key() string
	hidden()
}

type Embedding struct {
	*Capability
}

func Unused() {}
`

func TestDiffOfEqualPackages(t *testing.T) {
	t.Parallel()
	check(t, library, nil)
}

func TestDiffIgnoresWhatTheStubLacks(t *testing.T) {
	t.Parallel()
	check(t, `package lib

type Capability struct {
	Name string `+"`json:\"name\"`"+`
	mine bool
}

func (c Capability) Allow(params map[string]any) {}

func (c *Capability) mineToo() {}

type Grant interface {
	Key() string
}

func mine() {}
`, nil)
}

func TestDiffFindsEachDifference(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, stub, want string }{
		{
			"package name",
			`package other`,
			`package: name is other in the stub, lib in the real package`,
		}, {
			"invented function",
			`package lib; func Invented() {}`,
			`Invented: not in the real package`,
		}, {
			"function's parameters",
			`package lib; type Capability struct{}; func New(sid string) *Capability { return nil }`,
			`New: type is func(sid string) *lib.Capability in the stub, func(sid string, token string) *lib.Capability in the real package`,
		}, {
			"parameter's name",
			`package lib; type Capability struct{}; func New(sid, secret string) *Capability { return nil }`,
			`New: type is func(sid string, secret string) *lib.Capability in the stub, func(sid string, token string) *lib.Capability in the real package`,
		}, {
			"kind",
			`package lib; var Unused func()`,
			`Unused: kind is variable in the stub, function in the real package`,
		}, {
			"alias",
			`package lib; type Alias struct{}`,
			`Alias: kind is type in the stub, alias in the real package`,
		}, {
			"aliased type",
			`package lib; type Alias = Named; type Named string`,
			`Alias: aliased type is lib.Named in the stub, lib.Capability in the real package`,
		}, {
			"constant's value",
			`package lib; const Algorithm = "HS512"`,
			`Algorithm: value is String "HS512" in the stub, String "HS256" in the real package`,
		}, {
			"constant's type",
			`package lib; const Algorithm string = "HS256"`,
			`Algorithm: type is string in the stub, untyped string in the real package`,
		}, {
			"variable's type",
			`package lib; var Method Capability; type Capability struct{}`,
			`Method: type is lib.Capability in the stub, *lib.Capability in the real package`,
		}, {
			"underlying type",
			`package lib; type Named []byte`,
			`Named: underlying type is []byte in the stub, string in the real package`,
		}, {
			"struct",
			`package lib; type Grant struct{}`,
			`Grant: a struct in the stub only`,
		}, {
			"interface",
			`package lib; type Capability interface{}`,
			`Capability: an interface in the stub only`,
		}, {
			"invented field",
			`package lib; type Capability struct{ Invented int }`,
			`Capability.Invented: not in the real package`,
		}, {
			"field's type",
			`package lib; type Capability struct{ Expiry int64 }`,
			`Capability.Expiry: type is int64 in the stub, lib.Named in the real package`,
		}, {
			"field's tag",
			"package lib; type Capability struct{ Name string `json:\"n\"` }",
			`Capability.Name: tag is json:"n" in the stub, json:"name" in the real package`,
		}, {
			"embedding",
			`package lib; type Embedding struct{ Capability *Capability }; type Capability struct{}`,
			`Embedding.Capability: being embedded is false in the stub, true in the real package`,
		}, {
			"invented method",
			`package lib; type Capability struct{}; func (Capability) Invented() {}`,
			`Capability.Invented: not in the real package`,
		}, {
			"method's type",
			`package lib; type Capability struct{}; func (*Capability) Token() string { return "" }`,
			`Capability.Token: type is func() string in the stub, func() (string, error) in the real package`,
		}, {
			"method of the value",
			`package lib; type Capability struct{}; func (Capability) Token() (string, error) { return "", nil }`,
			`Capability.Token: being a method of the value is true in the stub, false in the real package`,
		}, {
			"method of the pointer",
			`package lib; type Capability struct{}; func (*Capability) Allow(params map[string]any) {}`,
			`Capability.Allow: being a method of the value is false in the stub, true in the real package`,
		}, {
			"invented method of an interface",
			`package lib; type Grant interface{ Invented() }`,
			`Grant.Invented: not in the real package`,
		}, {
			"type of an interface's method",
			`package lib; type Grant interface{ Key() []byte }`,
			`Grant.Key: type is func() []byte in the stub, func() string in the real package`,
		}, {
			"type parameters",
			`package lib; type Named[T any] string`,
			`Named: type is lib.Named[T any] in the stub, lib.Named in the real package`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			check(t, test.stub, []string{test.want})
		})
	}
}

func check(t *testing.T, stub string, want []string) {
	t.Helper()
	got := conformance.Diff(load(t, stub), load(t, library))
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func load(t *testing.T, source string) *types.Package {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "lib.go", source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("lib", files, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}
