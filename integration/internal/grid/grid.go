// Package grid writes programs that make Capability Tokens in every way: each design of a program, with each set of
// permissions, and each way to say how long the token lives. For each it knows whether a fix is right.
package grid

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// A Case is one function that makes a token.
type Case struct {
	Design   Design
	Feature  Feature
	Lifetime Lifetime
}

// Package returns the name of the package that the function is in.
func (c Case) Package() string { return c.Design.Name + "_" + strings.ToLower(c.Lifetime.Name) }

// Function returns the function's name.
func (c Case) Function() string { return c.Feature.Name }

// Cases returns all cases, in order.
func Cases() (cases []Case) {
	for _, design := range designs {
		for _, feature := range design.features() {
			for _, lifetime := range lifetimes {
				c := Case{design, feature, lifetime}
				if lifetime.possible(design) {
					cases = append(cases, c)
				}
			}
		}
	}
	return cases
}

// Write writes the packages into folders of dir. Each function has a file of its own, so that a fix has to do with the
// imports of one.
func Write(dir string) error {
	for _, c := range Cases() {
		folder := filepath.Join(dir, c.Package())
		if err := os.MkdirAll(folder, 0o777); err != nil {
			return err
		}
		files := map[string]string{c.Function(): c.source()}
		if c.Design.declarations != "" {
			files["declarations"] = c.Design.declarations
		}
		for name, code := range files {
			formatted, err := format.Source([]byte("package " + c.Package() + "\n\n" + c.Design.importsOf(code) + code))
			if err != nil {
				return fmt.Errorf("%s.%s: %w", c.Package(), name, err)
			}
			if err := os.WriteFile(filepath.Join(folder, name+".go"), formatted, 0o666); err != nil {
				return err
			}
		}
	}
	return nil
}

// parameters are those that a body may use. Their names tell what they are.
var parameters = []struct {
	name string
	typ  string
	used *regexp.Regexp
}{
	{"accountSid", "string", regexp.MustCompile(`\baccountSid\b`)},
	{"authToken", "string", regexp.MustCompile(`\bauthToken\b`)},
	{"appSid", "string", regexp.MustCompile(`\bappSid\b`)},
	{"name", "string", regexp.MustCompile(`\bname\b`)},
	{"caller", "string", regexp.MustCompile(`\bcaller\b`)},
	{"params", "map[string]string", regexp.MustCompile(`\bparams\b`)},
	{"query", "string", regexp.MustCompile(`\bquery\b`)},
	{"ttl", "time.Duration", regexp.MustCompile(`\bttl\b`)},
	{"seconds", "int", regexp.MustCompile(`\bseconds\b`)},
	{"end", "time.Time", regexp.MustCompile(`\bend\b`)},
	{"admin", "bool", regexp.MustCompile(`\badmin\b`)},
}

func (c Case) source() string {
	body := c.Design.body(c.Feature, c.Lifetime)
	var list []string
	for _, p := range parameters {
		if p.used.MatchString(body) {
			list = append(list, p.name+" "+p.typ)
		}
	}
	return fmt.Sprintf("func %s(%s) (string, error) {\n%s}\n\n", c.Function(), strings.Join(list, ", "), body)
}
