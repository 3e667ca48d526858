// Package gate tells from the bytes of a package's files, without parsing
// them, whether there can be findings in the package: whether it meets a need
// of the tables in package knowledge.
package gate

import (
	"bytes"
	"go/token"
	"slices"
	"strconv"
	"unicode"

	"github.com/captoken/captoken/internal/knowledge"
)

// A Verdict is what the files of a package tell of it.
type Verdict struct {
	// Open is whether there can be findings.
	Open bool

	words []string // and mentions
}

// Unsure reports whether there can be findings only if a package that this
// one is built on has something of Twilio's: a constant, or a struct tag.
func (v Verdict) Unsure() bool { return !v.Open && len(v.words) > 0 }

// Opens reports whether there can be findings because a package that this one
// is built on has some words, or because that can't be told: they are nil.
func (v Verdict) Opens(has Words) bool {
	return v.Unsure() && (has == nil || slices.ContainsFunc(v.words, func(word string) bool { return has[word] }))
}

// A Gate is what is looked for.
type Gate struct {
	needs []knowledge.Need
	names [][]byte
	texts [][]byte

	words, mentions []string
}

// New returns a Gate for the needs of all tables.
func New() *Gate {
	g := &Gate{needs: knowledge.Needs()}
	for _, n := range g.needs {
		for _, name := range n.Names {
			g.names = append(g.names, []byte(name))
		}
		for _, text := range n.Texts {
			g.texts = append(g.texts, []byte(text))
		}
		g.words = append(g.words, n.Words...)
		g.mentions = append(g.mentions, n.Mentions...)
	}
	for _, list := range []*[][]byte{&g.names, &g.texts} {
		slices.SortFunc(*list, bytes.Compare)
		*list = slices.CompactFunc(*list, bytes.Equal)
	}
	for _, list := range []*[]string{&g.words, &g.mentions} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return g
}

// Judge judges a package by its import path and the content of its files.
func (g *Gate) Judge(path string, files [][]byte) Verdict {
	files = withoutCR(files)
	imports, names, texts := map[string]bool{path: true}, make(map[string]bool), make(map[string]bool)
	for _, src := range files {
		g.imports(src, imports)
		note(g.names, src, names, startsSelector)
		note(g.texts, src, texts, anything)
	}
	var has Words
	var v Verdict
	for _, n := range g.needs {
		if !meets(n, imports, names, texts) {
			continue
		}
		words := slices.Concat(n.Words, n.Mentions)
		if len(words) > 0 && has == nil {
			has = g.spelled(files, literals)
		}
		if len(words) == 0 || slices.ContainsFunc(words, func(word string) bool { return has[word] }) {
			return Verdict{Open: true}
		}
		v.words = append(v.words, words...)
	}
	return v
}

// withoutCR returns files without carriage returns, which are not part of raw
// strings.
func withoutCR(files [][]byte) [][]byte {
	files = slices.Clone(files)
	for i, src := range files {
		if bytes.IndexByte(src, '\r') >= 0 {
			files[i] = bytes.ReplaceAll(src, []byte("\r"), nil)
		}
	}
	return files
}

// note adds to a set those of a list that text has, after what may stand
// before them.
func note(list [][]byte, text []byte, set map[string]bool, may func(before []byte) bool) {
	for _, item := range list {
		for from := 0; ; {
			i := bytes.Index(text[from:], item)
			if i < 0 {
				break
			}
			if may(text[:from+i]) {
				set[string(item)] = true
				break
			}
			from += i + len(item)
		}
	}
}

func anything([]byte) bool { return true }

// startsSelector reports whether a name that text stands before may select a
// method. There may be comments between it and the period.
func startsSelector(text []byte) bool {
	text = bytes.TrimRight(text, " \t")
	onLine := len(text)
	text = bytes.TrimRight(text, " \t\n")
	if bytes.HasSuffix(text, []byte(".")) || bytes.HasSuffix(text, []byte("*/")) {
		return true
	}
	lastLine := text[bytes.LastIndexByte(text, '\n')+1:]
	return len(text) < onLine && bytes.Contains(lastLine, []byte("//"))
}

func meets(n knowledge.Need, imports, names, texts map[string]bool) bool {
	has := func(set map[string]bool) func(string) bool { return func(s string) bool { return set[s] } }
	if slices.ContainsFunc(n.Names, has(names)) || slices.ContainsFunc(n.Texts, has(texts)) {
		return true
	}
	for path := range imports {
		if slices.ContainsFunc(n.Paths, func(p knowledge.Path) bool { return p.Match(path) }) {
			return true
		}
	}
	return false
}

// imports adds to a set the strings in a file that are followed by what can
// follow an import path, and match a path that is looked for.
func (g *Gate) imports(src []byte, set map[string]bool) {
	for _, quote := range []byte("\"`") {
		start := bytes.IndexByte(src, quote)
		for start >= 0 {
			length := bytes.IndexByte(src[start+1:], quote)
			if length < 0 {
				break
			}
			// A string that ends here may also have begun long before: the
			// next one is tried from its end on, whichever it is.
			end := start + 1 + length
			if length <= maxPath && endsImport(src[end+1:]) && startsImport(src[:start]) {
				g.add(string(src[start:end+1]), set)
			}
			start = end
		}
	}
}

// maxPath is the length, as it is written, of the longest import path that is
// looked at. That of a file system's name is 4096 bytes.
const maxPath = 4 * 4096

// endsImport reports whether a string that is followed by rest may be an
// import path.
func endsImport(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t")
	return len(rest) == 0 || bytes.IndexByte([]byte("\n;)/"), rest[0]) >= 0
}

// startsImport reports whether a string that follows text may be an import
// path: before it, on its line, there is nothing, a name, the keyword, or what
// separates it from another.
func startsImport(text []byte) bool {
	text = bytes.TrimRight(text, " \t")
	if len(text) == 0 {
		return true
	}
	switch last := text[len(text)-1]; last {
	case '\n', ';', '.', '/': // of a comment, too
		return true
	case '(':
		text = bytes.TrimRight(text[:len(text)-1], " \t")
		for _, before := range []string{"import", "/", "\n"} { // a line does not begin with the arguments of a call
			if bytes.HasSuffix(text, []byte(before)) {
				return true
			}
		}
		return false
	default:
		word := text[bytes.LastIndexFunc(text, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })+1:]
		return len(word) > 0 && (string(word) == "import" || !token.IsKeyword(string(word)))
	}
}

func (g *Gate) add(literal string, set map[string]bool) {
	path, err := strconv.Unquote(literal)
	if err != nil || set[path] {
		return
	}
	for _, n := range g.needs {
		if slices.ContainsFunc(n.Paths, func(p knowledge.Path) bool { return p.Match(path) }) {
			set[path] = true
			return
		}
	}
}
