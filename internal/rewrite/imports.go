package rewrite

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/captoken/captoken/internal/edit"
)

// A naming is an import that new code uses, under the name that it has in
// the file or is to get.
type naming struct {
	path, name string         // of the package
	as         string         // the name to import it under
	present    *types.PkgName // the file's import of it, nil if it is to be added
}

// importAt returns the qualifier with which a package is used at a place,
// and notes that the file must import it.
func (p *plan) importAt(path, name string, at place) string {
	f := at.file
	for _, spec := range f.ast.Imports {
		if pathOf(spec) != path {
			continue
		}
		pn := p.env.pkg.Info.PkgNameOf(spec)
		if pn == nil || pn.Name() == "_" {
			continue
		}
		if pn.Name() == "." || at.lookup(p.env.pkg, pn.Name()) == types.Object(pn) {
			p.imports = append(p.imports, naming{path, name, pn.Name(), pn})
			if pn.Name() == "." {
				return ""
			}
			return pn.Name() + "."
		}
	}
	for _, n := range p.env.added[f] {
		if n.path == path {
			p.imports = append(p.imports, n)
			return n.as + "."
		}
	}
	as := p.env.importName(path, name, at)
	n := naming{path, name, as, nil}
	p.env.added[f] = append(p.env.added[f], n)
	p.imports = append(p.imports, n)
	return as + "."
}

// importName returns a name for a package that a file does not import yet,
// which means nothing else in the package, or anywhere in the file: one name
// serves all places.
func (e *env) importName(path, name string, at place) string {
	taken := func(as string) bool {
		if isTakenInPackage(e.types, as) || e.elsewhere()[as] != "" || e.names.inFile(as, at.file) {
			return true
		}
		return slices.ContainsFunc(e.added[at.file], func(n naming) bool { return n.as == as })
	}
	prefix := "std"
	if strings.Contains(path, ".") {
		prefix = "twilio"
	}
	for i := 1; ; i++ {
		for _, as := range []string{name, prefix + name} {
			if i > 1 {
				as += strconv.Itoa(i)
			}
			if !taken(as) {
				return as
			}
		}
	}
}

// changeImports returns the edits that add imports to a file, and take
// others away.
func (f *file) changeImports(namings []naming, unused []*ast.ImportSpec) []edit.Edit {
	decl := f.importDecl()
	if decl != nil && !decl.Lparen.IsValid() && slices.Contains(unused, decl.Specs[0].(*ast.ImportSpec)) {
		// Have: a single import that goes, the only place for what is added.
		if add := missing(namings); len(add) > 0 {
			spec := decl.Specs[0]
			unused = slices.DeleteFunc(unused, func(u *ast.ImportSpec) bool { return u == spec })
			text := add[0].spec()
			if len(add) > 1 {
				text = "(\n" + strings.Join(specs(add), "") + ")"
			}
			edits := []edit.Edit{edit.Replace(f.offset(spec.Pos()), f.offset(spec.End()), text)}
			return append(edits, f.removeImports(unused)...)
		}
	}
	return append(f.addImports(namings), f.removeImports(unused)...)
}

// missing returns the imports that are to be added, in order.
func missing(namings []naming) []naming {
	var add []naming
	for _, n := range namings {
		if n.present == nil && !slices.Contains(add, n) {
			add = append(add, n)
		}
	}
	slices.SortFunc(add, func(a, b naming) int { return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.as, b.as)) })
	return add
}

// addImports returns the edits that add imports to a file.
func (f *file) addImports(namings []naming) []edit.Edit {
	add := missing(namings)
	if len(add) == 0 {
		return nil
	}
	decl := f.importDecl()
	switch {
	case decl == nil:
		at := f.offset(f.ast.Name.End())
		if len(add) == 1 {
			return []edit.Edit{edit.Insert(at, "\n\nimport "+add[0].spec())}
		}
		return []edit.Edit{edit.Insert(at, "\n\nimport (\n"+strings.Join(specs(add), "")+")")}
	case !decl.Lparen.IsValid():
		spec := decl.Specs[0]
		start, end := f.offset(spec.Pos()), f.lineEnd(f.offset(spec.End()))
		before, after := split(add, pathOf(spec.(*ast.ImportSpec)))
		edits := []edit.Edit{edit.Insert(start, "(\n"+strings.Join(before, "")+"\t"), edit.Insert(end, "\n"+strings.Join(after, "")+")")}
		return edits
	}
	var edits []edit.Edit
	for _, n := range add {
		at, blank := f.importPlace(decl, n.path)
		text := "\t" + n.spec() + "\n"
		if blank {
			text = "\n" + text
		}
		if k := len(edits) - 1; k >= 0 && edits[k].Start == at {
			if blank {
				text = text[1:] // in the group that has just been begun
			}
			edits[k].New += text
			continue
		}
		edits = append(edits, edit.Insert(at, text))
	}
	return edits
}

func (n naming) spec() string {
	if n.as != n.name {
		return n.as + " " + strconv.Quote(n.path)
	}
	return strconv.Quote(n.path)
}

// specs returns the lines for imports, the standard library first.
func specs(add []naming) []string {
	var std, other []string
	for _, n := range add {
		line := "\t" + n.spec() + "\n"
		if isStd(n.path) {
			std = append(std, line)
		} else {
			other = append(other, line)
		}
	}
	if len(std) > 0 && len(other) > 0 {
		std = append(std, "\n")
	}
	return append(std, other...)
}

// split returns the lines for imports that go before, and behind, the one of
// a path: sorted among its kind, the standard library in front of the others.
func split(add []naming, path string) (before, after []string) {
	std := isStd(path)
	var first, last []string // of the other kind
	for _, n := range add {
		line := "\t" + n.spec() + "\n"
		switch {
		case isStd(n.path) && !std:
			first = append(first, line)
		case !isStd(n.path) && std:
			last = append(last, line)
		case n.path < path:
			before = append(before, line)
		default:
			after = append(after, line)
		}
	}
	if len(first) > 0 {
		before = append(append(first, "\n"), before...)
	}
	if len(last) > 0 {
		after = append(append(after, "\n"), last...)
	}
	return before, after
}

// isStd reports whether a path is one of the standard library.
func isStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func pathOf(spec *ast.ImportSpec) string {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return path
}

// importDecl returns the declaration that imports are added to: the first
// with parentheses, or else the first, but for that of "C".
func (f *file) importDecl() *ast.GenDecl {
	var first *ast.GenDecl
	for _, d := range f.ast.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT || len(decl.Specs) == 0 || pathOf(decl.Specs[0].(*ast.ImportSpec)) == "C" {
			continue
		}
		if decl.Lparen.IsValid() {
			return decl
		}
		if first == nil {
			first = decl
		}
	}
	return first
}

// importPlace returns where in a declaration the line for an import goes:
// into the group with those of its kind, in order. It reports true if it
// starts a group of its own.
func (f *file) importPlace(decl *ast.GenDecl, path string) (offset int, newGroup bool) {
	var group []*ast.ImportSpec // the last one of the kind
	lastLine := 0
	for _, s := range decl.Specs {
		spec := s.(*ast.ImportSpec)
		line := f.tok.Line(spec.Pos())
		if isStd(pathOf(spec)) == isStd(path) {
			if len(group) == 0 || line <= lastLine+1 || !isStd(path) {
				if line > lastLine+1 && len(group) > 0 {
					group = nil
				}
				group = append(group, spec)
			}
		}
		lastLine = f.tok.Line(spec.End())
	}
	if len(group) == 0 {
		if isStd(path) {
			first := decl.Specs[0]
			return f.lineStart(f.offset(first.Pos())), false
		}
		return f.lineStart(f.offset(decl.Rparen)), true
	}
	for _, spec := range group {
		if path < pathOf(spec) {
			start := spec.Pos()
			if spec.Doc != nil {
				start = spec.Doc.Pos()
			}
			return f.lineStart(f.offset(start)), false
		}
	}
	return f.nextLine(f.offset(group[len(group)-1].End())), false
}

func (f *file) lineEnd(offset int) int {
	for offset < len(f.src) && f.src[offset] != '\n' {
		offset++
	}
	return offset
}

func (f *file) nextLine(offset int) int {
	if end := f.lineEnd(offset); end < len(f.src) {
		return end + 1
	}
	return len(f.src)
}

func (f *file) removeImports(specs []*ast.ImportSpec) []edit.Edit {
	var out []edit.Edit
	for _, spec := range specs {
		out = append(out, f.removeImport(spec))
	}
	return out
}

// removeImport returns the edit that takes an import away.
func (f *file) removeImport(spec *ast.ImportSpec) edit.Edit {
	none := func(*ast.Comment) bool { return false }
	for _, d := range f.ast.Decls {
		decl, ok := d.(*ast.GenDecl)
		if ok && decl.Tok == token.IMPORT && len(decl.Specs) == 1 && decl.Specs[0] == ast.Spec(spec) && !decl.Lparen.IsValid() {
			return f.remove(f.offset(decl.Pos()), f.offset(decl.End()), none)
		}
	}
	return f.remove(f.offset(spec.Pos()), f.offset(spec.End()), none)
}
