package guide_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/guide"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// TestTable holds the table to the guide: the same rows, in the same order,
// with the same parameters.
func TestTable(t *testing.T) {
	want, err := readGuide("../../testdata/guide/parameters.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range compare(want, rows(guide.Table)) {
		t.Error(d)
	}
}

// TestCompare makes sure that the comparison of TestTable can fail: each
// case changes one thing.
func TestCompare(t *testing.T) {
	want, err := readGuide("../../testdata/guide/parameters.md")
	if err != nil {
		t.Fatal(err)
	}
	find := func(table []guide.Row, scope, old string) *guide.Row {
		i := slices.IndexFunc(table, func(r guide.Row) bool { return r.Scope == scope && r.Old == old })
		if i < 0 {
			t.Fatalf("no row %s %s", scope, old)
		}
		return &table[i]
	}
	for _, tc := range []struct {
		name   string
		change func(table []guide.Row) []guide.Row
		want   string
	}{
		{"the first row is missing", func(table []guide.Row) []guide.Row { return table[1:] },
			"missing: accountSid -> accountSid"},
		{"the last row is missing", func(table []guide.Row) []guide.Row { return table[:len(table)-1] },
			"missing: outgoing params -> outgoingApplicationParams"},
		{"a new parameter is missing", func(table []guide.Row) []guide.Row {
			return slices.DeleteFunc(table, func(r guide.Row) bool { return slices.Equal(r.New, []vt.Parameter{vt.APIKeySecret}) })
		}, "missing: new -> apiKeySecret"},
		{"a row is too many", func(table []guide.Row) []guide.Row {
			return append(table, guide.Row{Old: "region", New: []vt.Parameter{"region"}, Status: vt.Carried})
		}, "extra: region -> region"},
		{"a row is given twice", func(table []guide.Row) []guide.Row { return append(table, table[0]) },
			"extra: accountSid -> accountSid"},
		{"a parameter maps to another", func(table []guide.Row) []guide.Row {
			find(table, "outgoing", "clientName").New = []vt.Parameter{vt.OutgoingApplicationSid}
			return table
		}, "missing: outgoing clientName -> identity"},
		{"a flag is not set", func(table []guide.Row) []guide.Row {
			find(table, "incoming", "clientName").New = []vt.Parameter{vt.Identity}
			return table
		}, "missing: incoming clientName -> identity, incomingAllow"},
		{"a row has lost its scope", func(table []guide.Row) []guide.Row {
			find(table, "outgoing", "params").Scope = ""
			return table
		}, "missing: outgoing params -> outgoingApplicationParams"},
		{"the auth token is used", func(table []guide.Row) []guide.Row {
			find(table, "", "authToken").New = []vt.Parameter{vt.APIKeySecret}
			return table
		}, "missing: authToken -> do not use"},
		{"the auth token is not marked", func(table []guide.Row) []guide.Row {
			find(table, "", "authToken").Status = vt.Carried
			return table
		}, "missing: authToken -> do not use"},
		{"two rows have changed places", func(table []guide.Row) []guide.Row {
			table[0], table[1] = table[1], table[0]
			return table
		}, "out of order: authToken -> do not use"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			table := make([]guide.Row, len(guide.Table))
			for i, r := range guide.Table {
				r.New = slices.Clone(r.New)
				table[i] = r
			}
			if got := compare(want, rows(tc.change(table))); !slices.Contains(got, tc.want) {
				t.Errorf("got %q, want %q among them", got, tc.want)
			}
		})
	}
}

// TestReadGuide makes sure that a change to the Markdown is noticed, too.
func TestReadGuide(t *testing.T) {
	const head = "| Capability Token parameter | Access Token parameter | description |\n| --- | --- | --- |\n"
	for _, tc := range []struct{ name, text, want, err string }{
		{"a parameter of the token", head + "| `ttl` | `ttl` | x |\n", "ttl -> ttl", ""},
		{"a parameter of a scope", head + "| outgoing: `params` | `p` | x |\n", "outgoing params -> p", ""},
		{"a new parameter", head + "| | `apiKeySid` | x |\n", "new -> apiKeySid", ""},
		{"two parameters, one with its value", head + "| incoming: `a` | `b` and `c` = `true` | x |\n", "incoming a -> b, c", ""},
		{"a parameter that is not to be used", head + "| `a` | **do not use** | x |\n", "a -> do not use", ""},
		{"a flag with another value", head + "| `a` | `b` = `false` | x |\n", "", "`b` = `false`"},
		{"a word that is no parameter", head + "| `a` | see below | x |\n", "", "see below"},
		{"a cell is missing", head + "| `a` | `b` |\n", "", "three cells: | `a` | `b` |"},
		{"a row without a head", "| `a` | `b` | x |\n", "", "outside a table"},
		{"no table", "nothing here\n", "", "no table"},
		{"a table without rows", head, "", "no table"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := parseGuide(tc.text)
			switch {
			case tc.err == "" && err != nil:
				t.Error(err)
			case tc.err != "" && (err == nil || !strings.Contains(err.Error(), tc.err)):
				t.Errorf("error is %v, want one about %q", err, tc.err)
			case strings.Join(got, "; ") != tc.want:
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// TestStatuses holds the statuses to the names: a parameter is carried over
// under its own name or renamed, and what has no old name is new.
func TestStatuses(t *testing.T) {
	for _, row := range guide.Table {
		want := vt.Renamed
		switch {
		case len(row.New) == 0:
			want = vt.DoNotUse
		case row.Old == "":
			want = vt.New
		case row.Scope == "" && row.Old == string(row.New[0]):
			want = vt.Carried
		}
		if row.Status != want {
			t.Errorf("%s is %q, want %q", write(row), row.Status, want)
		}
		if row.About == "" {
			t.Errorf("%s is not described", write(row))
		}
	}
}

// TestOrder makes sure that a report leaves out no parameter of the table,
// and has none twice.
func TestOrder(t *testing.T) {
	var want []vt.Parameter
	for _, row := range guide.Table {
		want = append(want, row.New...)
		if row.Status == vt.DoNotUse {
			want = append(want, vt.Parameter(row.Old))
		}
	}
	slices.Sort(want)
	want = slices.Compact(want) // two rows lead to identity
	got := slices.Sorted(slices.Values(guide.Order()))
	if !slices.Equal(got, want) {
		t.Errorf("order has %q, the table %q", got, want)
	}
}

// write names a row by what the guide says in its first two columns.
func write(r guide.Row) string {
	old := strings.TrimSpace(r.Scope + " " + r.Old)
	if old == "" {
		old = "new"
	}
	names := make([]string, len(r.New))
	for i, p := range r.New {
		names[i] = string(p)
	}
	if r.Status == vt.DoNotUse {
		names = append(names, "do not use")
	}
	return old + " -> " + strings.Join(names, ", ")
}

func rows(table []guide.Row) []string {
	out := make([]string, len(table))
	for i, r := range table {
		out[i] = write(r)
	}
	return out
}

// compare lists the differences between the rows of the guide and those of
// the table.
func compare(want, got []string) []string {
	var out []string
	rest := slices.Clone(got)
	for _, w := range want {
		if i := slices.Index(rest, w); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			out = append(out, "missing: "+w)
		}
	}
	for _, r := range rest {
		out = append(out, "extra: "+r)
	}
	if len(out) > 0 {
		return out
	}
	for i := range want {
		if want[i] != got[i] {
			out = append(out, "out of order: "+got[i])
		}
	}
	return out
}

func readGuide(file string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return parseGuide(string(text))
}

var (
	oldCell = regexp.MustCompile("^(?:(incoming|outgoing): )?`(\\w+)`$")
	newCell = regexp.MustCompile("^`(\\w+)`(?: = `true`)?$")
)

// parseGuide reads the rows of the Markdown table in text, in the form of
// write.
func parseGuide(text string) ([]string, error) {
	var out []string
	inTable := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			inTable = false
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != 5 { // with the empty ones before and after
			return nil, fmt.Errorf("want three cells: %s", line)
		}
		cells = cells[1:4]
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case cells[0] == "Capability Token parameter":
			continue
		case strings.HasPrefix(cells[0], "---"):
			inTable = true
			continue
		case !inTable:
			return nil, fmt.Errorf("row outside a table: %s", line)
		}
		var row guide.Row
		if cells[0] != "" {
			m := oldCell.FindStringSubmatch(cells[0])
			if m == nil {
				return nil, fmt.Errorf("no parameter: %s", cells[0])
			}
			row.Scope, row.Old = m[1], m[2]
		}
		if cells[1] == "**do not use**" {
			row.Status = vt.DoNotUse
		} else {
			for _, name := range strings.Split(cells[1], " and ") {
				m := newCell.FindStringSubmatch(name)
				if m == nil {
					return nil, fmt.Errorf("no parameter: %s", name)
				}
				row.New = append(row.New, vt.Parameter(m[1]))
			}
		}
		out = append(out, write(row))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no table")
	}
	return out, nil
}
