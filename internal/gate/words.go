package gate

import (
	"bytes"
	"go/scanner"
	"go/token"
	"iter"
	"slices"
	"strings"
)

// Words are those of the needs that a package has: for itself, or for those
// that are built on it.
type Words map[string]bool

// Source returns the words that a package has for those that are built on it,
// by the content of its files; nil if that can't be told.
func (g *Gate) Source(files [][]byte) Words {
	files = withoutCR(files)
	if slices.ContainsFunc(files, hasConstantOfC) {
		return nil
	}
	return g.spelled(files, exported)
}

// Export returns the words that a package may have for those that are built on
// it, by its export data.
func (g *Gate) Export(data []byte) Words { return g.anywhere(data) }

// anywhere returns the words and mentions in data.
func (g *Gate) anywhere(data []byte) Words {
	data = bytes.ToLower(data)
	has := make(Words)
	for _, word := range slices.Concat(g.words, g.mentions) {
		if bytes.Contains(data, []byte(word)) {
			has[word] = true
		}
	}
	return has
}

// spelled returns the words in literals of some files, and the mentions.
func (g *Gate) spelled(files [][]byte, literals func(src []byte) iter.Seq[string]) Words {
	has := make(Words)
	for _, src := range files {
		may := g.anywhere(src) // most files have none of them, and are not looked at closer
		for _, word := range g.mentions {
			if may[word] {
				has[word] = true
			}
		}
		if !slices.ContainsFunc(g.words, func(word string) bool { return may[word] && !has[word] }) {
			continue
		}
		for lit := range literals(src) {
			lit = strings.ToLower(lit)
			for _, word := range g.words {
				if strings.Contains(lit, word) {
					has[word] = true
				}
			}
		}
	}
	return has
}

// literals yields the string literals of a file as they are written, broken
// code or not.
func literals(src []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for tok := range tokens(src) {
			if tok.kind == token.STRING && !yield(tok.lit) {
				return
			}
		}
	}
}

// exported yields those of the string literals that matter to other packages:
// those in declarations of constants, and struct tags.
func exported(src []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for tok, constant := range declared(src) {
			isTag := strings.Contains(tok.lit, `:"`) || strings.Contains(tok.lit, `:\"`)
			if tok.kind == token.STRING && (constant || isTag) && !yield(tok.lit) {
				return
			}
		}
	}
}

// hasConstantOfC reports whether the value of a constant in a file may stand
// in C.
func hasConstantOfC(src []byte) bool {
	if !bytes.Contains(src, []byte(`"C"`)) {
		return false
	}
	for tok, constant := range declared(src) {
		if constant && tok.kind == token.IDENT && tok.lit == "C" {
			return true
		}
	}
	return false
}

// declared yields the tokens of a file, and whether they are in the
// declaration of a constant.
func declared(src []byte) iter.Seq2[lexeme, bool] {
	return func(yield func(lexeme, bool) bool) {
		constant, depth := false, 0
		for tok := range tokens(src) {
			switch tok.kind {
			case token.CONST:
				if !constant { // or in a function in a declaration
					constant, depth = true, 0
				}
			case token.LPAREN, token.LBRACK, token.LBRACE:
				depth++
			case token.RPAREN, token.RBRACK, token.RBRACE:
				depth--
			case token.SEMICOLON:
				constant = constant && depth > 0
			}
			if !yield(tok, constant) {
				return
			}
		}
	}
}

// A lexeme is a token as it is written.
type lexeme struct {
	kind token.Token
	lit  string
}

func tokens(src []byte) iter.Seq[lexeme] {
	return func(yield func(lexeme) bool) {
		var s scanner.Scanner
		s.Init(token.NewFileSet().AddFile("", -1, len(src)), src, nil, 0)
		for {
			_, tok, lit := s.Scan()
			if tok == token.EOF || !yield(lexeme{tok, lit}) {
				return
			}
		}
	}
}
