package site

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/scanner"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// Source prints an expression in gofmt form on one line.
func Source(e ast.Expr) string {
	var buf bytes.Buffer
	if err := format.Node(&buf, token.NewFileSet(), e); err != nil {
		return types.ExprString(e)
	}
	return oneLine(buf.String())
}

// oneLine folds the line breaks between the tokens of Go source, and spells
// raw strings with line breaks in them as others.
func oneLine(src string) string {
	if !strings.Contains(src, "\n") {
		return src
	}
	var b strings.Builder
	var sc scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(src))
	sc.Init(file, []byte(src), nil, 0)
	end := 0
	for {
		pos, tok, lit := sc.Scan()
		if tok == token.EOF {
			return b.String()
		}
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		start := file.Offset(pos)
		switch gap := src[end:start]; {
		case strings.Contains(gap, "\n"):
			b.WriteByte(' ')
		default:
			b.WriteString(gap)
		}
		text := lit
		if text == "" {
			text = tok.String()
		}
		end = start + len(text)
		if tok == token.STRING && strings.Contains(text, "\n") {
			if val, err := strconv.Unquote(text); err == nil {
				text = strconv.Quote(val)
			}
		}
		b.WriteString(text)
	}
}
