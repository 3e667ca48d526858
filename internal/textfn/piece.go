package textfn

import "strings"

// A Piece is constant text, or a hole. It is a hole if it has a Hole or a
// Verb. A list of pieces is a text.
type Piece struct {
	// Text is the constant text. A hole has none.
	Text string

	// Hole stands for the value that is printed. It is nil for text that
	// has no single source.
	Hole any

	// Verb says how the hole is printed. It is "" if the value's text is all
	// that is printed: %s or %v of a string, %d or %v of an integer, %s of
	// bytes. It is AnyText if the text can't be told. Else it is the whole
	// verb, such as "%q" or "%5d".
	Verb string

	// Free has the bytes that the hole's text can't contain. AllBut makes
	// such a list.
	Free string

	// NonEmpty says that the hole's text has at least one byte.
	NonEmpty bool
}

// AnyText is the Verb of a hole that stands for any text.
const AnyText = "?"

// isHole reports whether p is a hole.
func (p Piece) isHole() bool {
	return p.Hole != nil || p.Verb != ""
}

// allows reports whether the text of the hole p can contain b.
func (p Piece) allows(b byte) bool {
	return strings.IndexByte(p.Free, b) < 0
}

// Const returns a text that is all known.
func Const(s string) []Piece {
	if s == "" {
		return nil
	}
	return []Piece{{Text: s}}
}

// Constant returns what t stands for. ok is false if t has a hole.
func Constant(t []Piece) (s string, ok bool) {
	var b strings.Builder
	for _, p := range t {
		if p.isHole() {
			return "", false
		}
		b.WriteString(p.Text)
	}
	return b.String(), true
}

// Concat returns the texts one after the other. No two pieces of the result
// that follow each other are constant text, and none is empty.
func Concat(texts ...[]Piece) []Piece {
	var out []Piece
	var run []string // constant text that is not in out yet
	flush := func() {
		if len(run) > 0 {
			out = append(out, Piece{Text: strings.Join(run, "")})
			run = run[:0]
		}
	}
	for _, t := range texts {
		for _, p := range t {
			switch {
			case p.isHole():
				flush()
				p.Text = ""
				out = append(out, p)
			case p.Text != "":
				run = append(run, p.Text)
			}
		}
	}
	flush()
	return out
}

// Join returns the texts of list with sep between them, as strings.Join does.
func Join(list [][]Piece, sep []Piece) []Piece {
	var all [][]Piece
	for i, t := range list {
		if i > 0 {
			all = append(all, sep)
		}
		all = append(all, t)
	}
	return Concat(all...)
}

// backwards returns t in reverse: the last byte becomes the first.
func backwards(t []Piece) []Piece {
	out := make([]Piece, len(t))
	for i, p := range t {
		p.Text = backwardsText(p.Text)
		out[len(t)-1-i] = p
	}
	return out
}

// backwardsText returns the bytes of s in reverse.
func backwardsText(s string) string {
	b := make([]byte, len(s))
	for i := range len(s) {
		b[len(s)-1-i] = s[i]
	}
	return string(b)
}
