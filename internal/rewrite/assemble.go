package rewrite

import (
	"errors"
	"go/ast"
	"go/format"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/edit"
)

// edits returns the edits that carry out plans in one file, formatted.
func (e *env) edits(f *file, plans []*plan) ([]edit.Edit, error) {
	if f.made.plans == nil || !slices.Equal(f.made.plans, plans) {
		edits, err := e.assemble(f, plans)
		f.made = made{slices.Clone(plans), edits, err}
	}
	return slices.Clone(f.made.edits), f.made.err
}

func (e *env) assemble(f *file, plans []*plan) ([]edit.Edit, error) {
	raw := e.raw(f, plans)
	out, err := edit.Apply(f.src, raw)
	if err != nil {
		return nil, err
	}
	formatted, err := format.Source(out)
	if err != nil {
		return nil, errors.New("it does not parse")
	}
	if !f.isFormatted() || string(out) == string(formatted) {
		return edit.Sort(raw), nil // the file is not in gofmt's form, or stays in it
	}
	return edit.Diff(f.src, formatted), nil
}

// raw returns the edits that carry out plans in one file.
func (e *env) raw(f *file, plans []*plan) []edit.Edit {
	s := e.unused(plans)
	var out []edit.Edit
	var imports []naming
	elsewhere := func(c *ast.Comment) bool { return s.carried.contain(c) }
	inserts := make(map[int][]string) // by offset
	for _, p := range plans {
		imports = append(imports, p.imports...)
		for _, r := range p.replaced {
			start, end := f.offset(r.node.Pos()), f.offset(r.node.End())
			out = append(out, edit.Replace(start, end, r.text))
		}
		for _, in := range p.inserts {
			at := f.offset(in.at.stmt.Pos())
			text := in.text
			for _, r := range p.replaced {
				if contains(in.at.stmt, r.node) {
					text = append(f.kept(f.offset(r.node.Pos()), f.offset(r.node.End()), elsewhere), text...)
				}
			}
			inserts[at] = append(inserts[at], text...)
		}
	}
	hoisted := make(map[ast.Node]bool) // what an insert is in place of
	for _, p := range plans {
		for _, stmt := range slices.Concat(p.hoists, p.kept) {
			if !hoisted[stmt] && (s.unitOf(stmt) != nil || slices.Contains(p.hoists, stmt)) {
				hoisted[stmt] = true
				if u := s.unitOf(stmt); u != nil {
					hoisted[u.node] = true
				}
				at, end := f.offset(stmt.Pos()), f.offset(stmt.End())
				text := append(f.kept(at, end, elsewhere), inserts[at]...)
				delete(inserts, at)
				in := f.insert(at, text)
				out = append(out, edit.Replace(at, end, strings.TrimRight(in.New, "\n\t ")))
			}
		}
	}
	for at, text := range inserts {
		out = append(out, f.insert(at, text))
	}
	out = append(out, s.edits(f, elsewhere, hoisted)...)
	out = append(out, e.importEdits(f, imports, s)...)
	if f.crlf {
		for i := range out {
			out[i].New = strings.ReplaceAll(out[i].New, "\n", "\r\n")
		}
	}
	return mergeDeletions(edit.Sort(out))
}

// insert returns the edit that puts statements before the one at an offset.
// What is written for one token alone is mostly written for all together,
// too, so it is kept.
func (f *file) insert(at int, stmts []string) edit.Edit {
	key := insertion{at, strings.Join(stmts, "\n")}
	made, ok := f.inserted[key]
	if !ok {
		made = f.formatted(key)
		f.inserted[key] = made
	}
	return made
}

// An insertion is text to be put at an offset.
type insertion struct {
	at   int
	text string
}

func (f *file) formatted(in insertion) edit.Edit {
	indent := ""
	if f.firstOnLine(in.at) {
		indent = f.indent(in.at)
	}
	text := in.text
	if formatted, err := format.Source([]byte(indent + text)); err == nil {
		text = strings.TrimPrefix(string(formatted), indent)
	}
	if !f.firstOnLine(in.at) {
		return edit.Insert(in.at, "\n"+text+"\n")
	}
	return edit.Insert(in.at, text+"\n"+indent)
}

// share returns the fix for each of the plans in one file: its own, or one for all
// of them if they depend on each other. They do if what goes with one goes only
// because of the others, if they add different imports at one place, or if gofmt
// has more to do for all of them than for each.
func (e *env) share(f *file, plans []*plan) []*Fix {
	joint, err := e.edits(f, plans)
	if err != nil {
		refuseAll(plans, err.Error())
		return nil
	}
	out := make([]*Fix, len(plans))
	alone := !slices.ContainsFunc(plans, func(p *plan) bool { return p.together != nil })
	if alone {
		var union []edit.Edit
		for i, p := range plans {
			out[i] = &Fix{f.tok.Name(), e.raw(f, []*plan{p})}
			union = append(union, out[i].Edits...)
		}
		alone = slices.Equal(edit.Sort(union), joint)
	}
	if !alone {
		together := &Fix{f.tok.Name(), joint}
		for i := range out {
			out[i] = together
		}
	}
	return out
}
