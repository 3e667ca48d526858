package main

import (
	"bytes"
	"fmt"
	"os"
)

// printText prints findings as the go command does, with lines of context if
// asked for: on standard error, where go vet has them.
func (c *check) printText(findings []*finding) error {
	bold, plain := "", ""
	if isTerminal(c.stderr) {
		bold, plain = "\x1b[1m", "\x1b[0m"
	}
	for _, f := range findings {
		if _, err := fmt.Fprintf(c.stderr, "%s%s:%d:%d:%s %s\n", bold, display(f.file), f.start.Line, f.start.Column, plain, f.Message); err != nil {
			return err
		}
		if c.context < 0 {
			continue
		}
		src, err := os.ReadFile(f.file)
		if err != nil {
			c.fail("%v", err)
			continue
		}
		lines := bytes.Split(src, []byte("\n"))
		for i := max(f.start.Line-c.context, 1); i <= f.end.Line+c.context && i <= len(lines); i++ {
			fmt.Fprintf(c.stderr, "%d\t%s\n", i, lines[i-1])
		}
	}
	return nil
}

// isTerminal reports whether output goes to a terminal whose user wants
// colours.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
