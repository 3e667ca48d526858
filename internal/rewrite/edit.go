package rewrite

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/edit"
)

// A file is a file that is edited.
type file struct {
	ast *ast.File
	tok *token.File
	src []byte

	crlf bool           // lines end as in Windows
	all  []*ast.Comment // in order
	uses map[*types.PkgName]int

	inserted map[insertion]edit.Edit
	gofmted  *bool // see isFormatted; nil until it is asked for
	made     made
}

// A made is the answer of [env.edits] to the last question.
type made struct {
	plans []*plan
	edits []edit.Edit
	err   error
}

// isFormatted reports whether a file is in gofmt's form.
func (f *file) isFormatted() bool {
	if f.gofmted == nil {
		out, err := format.Source(f.src)
		is := err == nil && bytes.Equal(out, f.src)
		f.gofmted = &is
	}
	return *f.gofmted
}

func newFile(syntax *ast.File, tok *token.File, src []byte) *file {
	f := &file{ast: syntax, tok: tok, src: src, crlf: bytes.Contains(src, []byte("\r\n")), uses: make(map[*types.PkgName]int), inserted: make(map[insertion]edit.Edit)}
	for _, g := range syntax.Comments {
		f.all = append(f.all, g.List...)
	}
	return f
}

func (f *file) offset(pos token.Pos) int { return f.tok.Offset(pos) }

// text returns the source of a node.
func (f *file) text(n ast.Node) string {
	return string(f.src[f.offset(n.Pos()):f.offset(n.End())])
}

// has reports whether a node is in the file.
func (f *file) has(n ast.Node) bool {
	return f.ast.FileStart <= n.Pos() && n.End() <= f.ast.FileEnd
}

// indent returns the white space in front of the line of a position.
func (f *file) indent(offset int) string {
	start := f.lineStart(offset)
	end := start
	for end < len(f.src) && (f.src[end] == ' ' || f.src[end] == '\t') {
		end++
	}
	return string(f.src[start:end])
}

func (f *file) lineStart(offset int) int {
	return bytes.LastIndexByte(f.src[:offset], '\n') + 1
}

// skipSpace returns the first offset from offset on that is no blank.
func (f *file) skipSpace(offset int) int {
	for offset < len(f.src) && (f.src[offset] == ' ' || f.src[offset] == '\t' || f.src[offset] == '\r') {
		offset++
	}
	return offset
}

// firstOnLine reports whether nothing but blanks is in front of offset.
func (f *file) firstOnLine(offset int) bool {
	return len(bytes.TrimLeft(f.src[f.lineStart(offset):offset], " \t")) == 0
}

// comments returns the comments between two offsets, in order.
func (f *file) comments(start, end int) []*ast.Comment {
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(f.all, offset, func(c *ast.Comment, offset int) int { return cmp.Compare(f.offset(c.Pos()), offset) })
		return i
	}
	return f.all[at(start):max(at(start), at(end))]
}

// remove returns the edit that takes the statement or declaration between
// two offsets away, with the line that it is on. The comments in it, but for
// those that are written elsewhere, stay in its place.
func (f *file) remove(start, end int, elsewhere func(*ast.Comment) bool) edit.Edit {
	kept := f.kept(start, end, elsewhere)
	next := f.skipSpace(end)
	switch {
	case len(kept) > 0:
		indent := f.indent(start)
		text := strings.Join(kept, "\n"+indent)
		if next < len(f.src) && f.src[next] != '\n' && strings.HasPrefix(kept[len(kept)-1], "//") {
			text += "\n" + indent
		}
		return edit.Replace(start, end, text)
	case next < len(f.src) && f.src[next] == ';':
		return edit.Delete(start, f.skipSpace(next+1))
	case !f.firstOnLine(start) || next < len(f.src) && f.src[next] != '\n':
		return edit.Delete(start, next) // a comment behind it stays where it is
	}
	start = f.lineStart(start)
	if next < len(f.src) {
		next++
	}
	// Don't leave two blank lines, or one at the start or end of a block.
	before := bytes.TrimRight(f.src[:start], " \t\r\n")
	blankBefore := bytes.Count(f.src[len(before):start], []byte("\n")) > 1
	opens := len(before) > 0 && (before[len(before)-1] == '{' || before[len(before)-1] == '(' || before[len(before)-1] == ':')
	if blankBefore || opens {
		if line := f.skipSpace(next); line < len(f.src) && f.src[line] == '\n' {
			next = line + 1
		}
	}
	return edit.Delete(start, next)
}

// kept returns the comments that must not get lost with the code between two
// offsets.
func (f *file) kept(start, end int, elsewhere func(*ast.Comment) bool) []string {
	var out []string
	for _, c := range f.comments(start, end) {
		if !elsewhere(c) {
			out = append(out, c.Text)
		}
	}
	return out
}

// mergeDeletions joins deletions that overlap: blank lines between them may
// go with either. The edits must be sorted.
func mergeDeletions(edits []edit.Edit) []edit.Edit {
	var out []edit.Edit
	for _, e := range edits {
		if k := len(out) - 1; k >= 0 && e.New == "" && out[k].New == "" && e.Start < out[k].End {
			out[k].End = max(out[k].End, e.End)
			continue
		}
		out = append(out, e)
	}
	return out
}
