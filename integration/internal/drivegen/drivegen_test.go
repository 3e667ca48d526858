package drivegen_test

import (
	"go/format"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/captoken/captoken/integration/internal/drivegen"
)

const source = `package phone

import (
	"net/http"
	"os"
	"testing"
)

type config struct {
	Sid   string ` + "`json:\"account_sid\"`" + `
	token string
	n     int
}

func (c *config) mint(name, _ string, n int) string { return c.sign(name) }

func (c config) sign(string) string {
	if os.Getenv("TWILIO_AUTH_TOKEN") == "" || c.token == "none" {
		return ""
	}
	return "signed"
}

func serve(w http.ResponseWriter, r *http.Request) {
	switch role := r.FormValue("role"); role {
	case "admin", "agent":
		config{}.sign(r.PathValue("id"))
	}
	if "yes" == r.FormValue("dial") {
		relay(w)
	}
}

func relay(w http.ResponseWriter) {}

func generic[T ~string, U any](t T, u U) {}

func numbers[T ~int](t T) {}

type box[T any] struct{}

func (b *box[T]) open() {}

func main() {}

func TestMint(t *testing.T) {}

var direct = func(sid string) string { return config{}.sign(sid) }

var many = map[string]func(){"a": func() {}}

var plain, _ = "AC1", 2
`

func read(t *testing.T, files map[string]string) *drivegen.Package {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pkg, err := drivegen.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

func TestRead(t *testing.T) {
	pkg := read(t, map[string]string{
		"phone.go":        source,
		"phone_test.go":   "package phone\nfunc left() {}\n",
		"phone_plan9.go":  "package phone\nfunc left() {}\n",
		"ignored.go":      "//go:build ignore\n\npackage other\nfunc left() {}\n",
		"zz_drive.go":     "package phone\nfunc left() {}\n",
		"not_go_code.txt": "left",
	})
	if pkg.Name != "phone" || pkg.Declares("left") {
		t.Errorf("package %s, left = %v", pkg.Name, pkg.Declares("left"))
	}
	for _, tc := range []struct {
		name   string
		params []string
		skip   string
	}{
		{"(*config).mint", []string{"c", "name", "_", "n"}, ""},
		{"config.sign", []string{"c", ""}, ""},
		{"serve", []string{"w", "r"}, ""},
		{"generic", []string{"t", "u"}, ""},
		{"numbers", []string{"t"}, "generic"},
		{"(*box).open", []string{"b"}, "method of a generic type"},
		{"main", nil, "not to be called by a program"},
		{"TestMint", []string{"t"}, "a test"},
		{"direct", []string{"sid"}, ""},
		{"many", nil, ""},
	} {
		found := false
		for _, f := range pkg.Functions {
			if f.Name == tc.name {
				found = true
				if !reflect.DeepEqual(f.Params, tc.params) || f.Skip != tc.skip {
					t.Errorf("%s: parameters %q, skip %q; want %q, %q", f.Name, f.Params, f.Skip, tc.params, tc.skip)
				}
			}
		}
		if !found {
			t.Errorf("%s is missing", tc.name)
		}
	}
	for _, tc := range []struct {
		name      string
		got, want any
	}{
		{"variables", pkg.Variables, []string{"direct", "many", "plain"}},
		{"words", pkg.Words, map[string][]string{"role": {"admin", "agent"}, "token": {"none"}, "dial": {"yes"}}},
		{"keys", pkg.Keys, []string{"dial", "id", "role"}},
		{"fields", pkg.Fields, []string{"account_sid", "token"}},
		{"environment", pkg.Environment(), []string{"AC1", "TWILIO_AUTH_TOKEN"}},
	} {
		if !reflect.DeepEqual(tc.got, tc.want) {
			t.Errorf("%s: %q, want %q", tc.name, tc.got, tc.want)
		}
	}
}

func TestReaching(t *testing.T) {
	pkg := read(t, map[string]string{"phone.go": source})
	line := 1 + strings.Count(source[:strings.Index(source, "TWILIO_AUTH_TOKEN")], "\n")
	home, ok := pkg.At("phone.go", line)
	if !ok || home.Name != "config.sign" {
		t.Fatalf("line %d is in %q", line, home.Name)
	}
	if _, ok := pkg.At("phone.go", 1); ok {
		t.Error("line 1 is in a function")
	}
	var names []string
	for _, f := range pkg.Reaching(home) {
		names = append(names, f.Name)
	}
	if want := []string{"(*config).mint", "config.sign", "serve", "direct"}; !reflect.DeepEqual(names, want) {
		t.Errorf("reached by %q, want %q", names, want)
	}
}

func TestDriver(t *testing.T) {
	pkg := read(t, map[string]string{"phone.go": source})
	driver, err := format.Source(pkg.Driver("cases/phone", "cases/zzdrive", pkg.Functions))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"package phone\n",
		`{Name: "(*config).mint", Func: (*config).mint, Params: []string{"c", "name", "_", "n"}}`,
		`Func: generic[string, string]`,
		`Func: func() zzdrive.Values { return zzdrive.Values{many} }`,
		`{Name: "plain", Pointer: &plain}`,
	} {
		if !strings.Contains(string(driver), want) {
			t.Errorf("the driver lacks %s:\n%s", want, driver)
		}
	}
}
