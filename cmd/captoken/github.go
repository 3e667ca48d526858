package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// printGitHub prints findings as commands of a GitHub workflow, which makes
// annotations of them, and why something was not looked at.
// See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
func printGitHub(w io.Writer, findings []*finding, errors []string) error {
	root, err := repository()
	if err != nil {
		return err
	}
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, f := range findings {
		_, err := fmt.Fprintf(w, "::warning file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s\n",
			property.Replace(filepath.ToSlash(below(root, f.file))), f.start.Line, f.start.Column, f.end.Line, f.end.Column,
			property.Replace("captoken: "+f.Category), message.Replace(f.Message))
		if err != nil {
			return err
		}
	}
	for _, text := range errors {
		if _, err := fmt.Fprintf(w, "::error title=captoken::%s\n", message.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}
