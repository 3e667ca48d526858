package analyzer_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/internal/gate"
)

// FuzzFixes changes the cases of the tests: white space, comments, names, the
// order of statements, and what is around them. Whatever the result, nothing
// panics, and each fix that is offered yields, alone and with the others, code
// that parses, type-checks, and is in gofmt's form if it was so before. What has
// findings passes the gate.
func FuzzFixes(f *testing.F) {
	seeds := seeds(f)
	for i := range seeds {
		f.Add(uint16(i), uint8(0), []byte{})
		// Each mutation, for every third case: the fuzzer does the rest.
		for op := byte(i % 3); int(op) < len(mutations); op += 3 {
			f.Add(uint16(i), uint8(i), []byte{op, byte(i), op, byte(i * 7), byte(i) + op, byte(i * 31)})
		}
	}
	builders := []string{"auto", "twilio-go", "kevinburke", "golang-jwt"}
	f.Fuzz(func(t *testing.T, seed uint16, options uint8, ops []byte) {
		t.Parallel()
		src := seeds[int(seed)%len(seeds)]
		for len(ops) >= 2 {
			src = mutate(src, ops[0], ops[1])
			ops = ops[2:]
		}
		if options&4 != 0 {
			if formatted, err := format.Source(src); err == nil {
				src = formatted
			}
		}
		opts := analyzer.Options{Builder: builders[options&3]}
		if options&8 != 0 {
			opts.Identity = "name"
		}
		checkFixes(t, src, opts)
	})
}

var gates = sync.OnceValue(gate.New)

// checkFixes demands that the fixes for a file are sound.
func checkFixes(t *testing.T, src []byte, opts analyzer.Options) {
	u, err := check(map[string]string{"src.go": string(src)})
	broken := err != nil
	found, err := u.diagnose(analyzer.New(opts))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 && !gates().Judge("example.com/p", [][]byte{src}).Open {
		t.Fatalf("%d findings, and the gate is shut\n%s", len(found), src)
	}
	formatted, err := format.Source(src)
	isFormatted := err == nil && bytes.Equal(formatted, src)
	base := u.fset.File(u.files[0].FileStart).Base()
	sound := func(edits []analysis.TextEdit) {
		t.Helper()
		got := applied(t, "src.go", src, edits, base)
		if _, err := check(map[string]string{"src.go": string(got)}); err != nil {
			t.Fatalf("fixed: %v\n--- before\n%s\n--- after\n%s", err, src, got)
		}
		if formatted, err := format.Source(got); isFormatted && (err != nil || !bytes.Equal(formatted, got)) {
			t.Fatalf("fixed, is not in gofmt's form (%v)\n--- before\n%s\n--- after\n%s", err, src, got)
		}
		if lost := lostComments(string(src), string(got)); lost != "" {
			t.Fatalf("fixed, lacks comment %q\n--- before\n%s\n--- after\n%s", lost, src, got)
		}
	}
	var all []analysis.TextEdit
	for _, d := range found {
		for _, fix := range d.SuggestedFixes {
			if broken {
				t.Fatalf("broken code has a fix: %s\n%s", d.Message, src)
			}
			sound(fix.TextEdits)
			all = append(all, fix.TextEdits...)
		}
	}
	if len(all) > 0 {
		sound(all)
	}
}

// lostComments returns a comment of one file that another lacks, or has
// fewer times.
func lostComments(before, after string) string {
	count := func(src string) map[string]int {
		n := make(map[string]int)
		file, err := parser.ParseFile(token.NewFileSet(), "", src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return n
		}
		for _, g := range file.Comments {
			for _, c := range g.List {
				n[strings.Join(strings.Fields(c.Text), " ")]++
			}
		}
		return n
	}
	has := count(after)
	for text, n := range count(before) {
		if has[text] < n {
			return text
		}
	}
	return ""
}

// seeds returns the cases that compile by themselves, in order.
func seeds(f *testing.F) [][]byte {
	var out [][]byte
	err := filepath.WalkDir(filepath.Join(testdata, "src", "cases"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.Contains(path, "robust") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if _, err := check(map[string]string{"src.go": string(src)}); err == nil {
			out = append(out, src)
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	if len(out) < 50 {
		f.Fatalf("only %d cases compile by themselves", len(out))
	}
	return out
}

// mutations change Go source at a place that pick chooses among n.
var mutations = []func(s *source, pick func(n int) int){
	(*source).comment,
	(*source).space,
	(*source).rename,
	(*source).swap,
	(*source).block,
	(*source).closure,
	(*source).repeat,
	(*source).drop,
	(*source).condition,
	(*source).reassign,
}

// mutate changes a file, unless it would not parse any more.
func mutate(src []byte, op, place byte) []byte {
	s := &source{src: src, fset: token.NewFileSet()}
	file, err := parser.ParseFile(s.fset, "", src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return src
	}
	s.file = file
	mutations[int(op)%len(mutations)](s, func(n int) int { return int(place) * 7919 % n })
	if _, err := parser.ParseFile(token.NewFileSet(), "", s.src, parser.SkipObjectResolution); err != nil {
		return src
	}
	return s.src
}

// A source is a file that is changed.
type source struct {
	src  []byte
	fset *token.FileSet
	file *ast.File
}

func (s *source) offset(pos token.Pos) int { return s.fset.Position(pos).Offset }

func (s *source) splice(start, end int, text string) {
	s.src = []byte(string(s.src[:start]) + text + string(s.src[end:]))
}

// lists returns the lists of statements that are not empty.
func (s *source) lists() [][]ast.Stmt {
	var out [][]ast.Stmt
	ast.Inspect(s.file, func(n ast.Node) bool {
		var list []ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CaseClause:
			list = n.Body
		}
		if len(list) > 0 {
			if _, isClause := list[0].(*ast.CaseClause); !isClause {
				out = append(out, list)
			}
		}
		return true
	})
	return out
}

// stmt returns the bounds of a statement.
func (s *source) stmt(pick func(int) int) (start, end int, ok bool) {
	var all []ast.Stmt
	for _, list := range s.lists() {
		all = append(all, list...)
	}
	if len(all) == 0 {
		return 0, 0, false
	}
	st := all[pick(len(all))]
	return s.offset(st.Pos()), s.offset(st.End()), true
}

// comment adds a comment in front of a token.
func (s *source) comment(pick func(int) int) {
	var at []int
	ast.Inspect(s.file, func(n ast.Node) bool {
		if n != nil && n.Pos() > s.file.Name.End() {
			at = append(at, s.offset(n.Pos()))
		}
		return true
	})
	if len(at) > 0 {
		i := at[pick(len(at))]
		s.splice(i, i, []string{"/* fuzz */ ", "// fuzz\n"}[pick(2)])
	}
}

// space doubles a line break, or a blank.
func (s *source) space(pick func(int) int) {
	if i := pick(len(s.src)); s.src[i] == '\n' || s.src[i] == ' ' {
		s.splice(i, i, string(s.src[i]))
	}
}

// rename gives a variable a name that fixes would use, too.
func (s *source) rename(pick func(int) int) {
	taken := []string{"jwt", "token", "os", "time", "accessToken", "outgoingParams", "k", "v", "identity", "voiceGrant", "twiliojwt", "accountSid"}
	var names []string
	seen := make(map[string]bool)
	ast.Inspect(s.file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !seen[id.Name] && id.Name != "_" {
			seen[id.Name] = true
			names = append(names, id.Name)
		}
		return true
	})
	if len(names) == 0 {
		return
	}
	from, to := names[pick(len(names))], taken[pick(len(taken))]
	var at []*ast.Ident
	ast.Inspect(s.file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == from {
			at = append(at, id)
		}
		return true
	})
	for i := len(at) - 1; i >= 0; i-- {
		s.splice(s.offset(at[i].Pos()), s.offset(at[i].End()), to)
	}
}

// swap exchanges two statements.
func (s *source) swap(pick func(int) int) {
	lists := s.lists()
	if len(lists) == 0 {
		return
	}
	list := lists[pick(len(lists))]
	if len(list) < 2 {
		return
	}
	i := pick(len(list) - 1)
	a0, a1 := s.offset(list[i].Pos()), s.offset(list[i].End())
	b0, b1 := s.offset(list[i+1].Pos()), s.offset(list[i+1].End())
	a, b := string(s.src[a0:a1]), string(s.src[b0:b1])
	s.splice(b0, b1, a)
	s.splice(a0, a1, b)
}

// around puts text around a statement.
func (s *source) around(pick func(int) int, before, after string) {
	if start, end, ok := s.stmt(pick); ok {
		s.splice(start, end, before+string(s.src[start:end])+after)
	}
}

func (s *source) block(pick func(int) int)     { s.around(pick, "{\n", "\n}") }
func (s *source) closure(pick func(int) int)   { s.around(pick, "func() {\n", "\n}()") }
func (s *source) condition(pick func(int) int) { s.around(pick, "if len(\"x\") == 1 {\n", "\n}") }

// repeat doubles a statement.
func (s *source) repeat(pick func(int) int) {
	if start, end, ok := s.stmt(pick); ok {
		s.splice(end, end, "\n"+string(s.src[start:end]))
	}
}

// drop takes a statement away.
func (s *source) drop(pick func(int) int) {
	if start, end, ok := s.stmt(pick); ok {
		s.splice(start, end, "")
	}
}

// reassign gives a variable another value behind a statement.
func (s *source) reassign(pick func(int) int) {
	var names []string
	ast.Inspect(s.file, func(n ast.Node) bool {
		if field, ok := n.(*ast.Field); ok {
			for _, id := range field.Names {
				if t, ok := field.Type.(*ast.Ident); ok && t.Name == "string" {
					names = append(names, id.Name)
				}
			}
		}
		return true
	})
	if len(names) > 0 {
		s.around(pick, "", "\n"+names[pick(len(names))]+" = \"other\"")
	}
}
