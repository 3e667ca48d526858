package main

import (
	"encoding/json"
	"io"
	"path/filepath"
)

// schemaVersion is that of the JSON below; it grows with changes that break
// readers.
const schemaVersion = 1

// A jsonReport is what -format=json prints. Lines and columns count from 1,
// columns and offsets in bytes.
type jsonReport struct {
	Version  int           `json:"version"`
	Findings []jsonFinding `json:"findings"`
	Errors   []string      `json:"errors"` // why something was not looked at
}

type jsonFinding struct {
	File       string          `json:"file"` // relative to the working directory, with slashes
	Line       int             `json:"line"`
	Column     int             `json:"column"`
	EndLine    int             `json:"endLine"`
	EndColumn  int             `json:"endColumn"`
	Category   string          `json:"category"`
	Message    string          `json:"message"`
	Parameters []jsonParameter `json:"parameters,omitempty"` // of the Access Token, in the order of the guide
	NoFix      []jsonReason    `json:"noFix,omitempty"`      // why there is no fix
	Needs      string          `json:"needs,omitempty"`      // the module that the fixed code needs
	Fix        *jsonFix        `json:"fix,omitempty"`
	FixedWith  *int            `json:"fixedWith,omitempty"` // the index of the finding that has the fix of this one, if very many share it
}

type jsonParameter struct {
	Name   string   `json:"name"`
	Status string   `json:"status"`
	Values []string `json:"values,omitempty"` // Go source
	From   string   `json:"from,omitempty"`   // the parameter of the Capability Token
}

type jsonReason struct {
	Code   string `json:"code"`
	Detail string `json:"detail,omitempty"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// printJSON prints findings as data.
func printJSON(w io.Writer, findings []*finding, errors []string) error {
	report := jsonReport{Version: schemaVersion, Findings: []jsonFinding{}, Errors: append([]string{}, errors...)}
	index := make(map[*finding]int)
	for i, f := range findings {
		index[f] = i
	}
	for _, f := range findings {
		out := jsonFinding{
			File: filepath.ToSlash(display(f.file)), Line: f.start.Line, Column: f.start.Column, EndLine: f.end.Line, EndColumn: f.end.Column,
			Category: f.Category, Message: f.Message, Needs: f.Needs,
		}
		for _, p := range f.Parameters {
			out.Parameters = append(out.Parameters, jsonParameter{p.Name, p.Status, p.Values, p.From})
		}
		for _, r := range f.NoFix {
			out.NoFix = append(out.NoFix, jsonReason{r.Code, r.Detail})
		}
		if i, ok := index[f.with]; ok {
			out.FixedWith = &i
		} else if f.fix != nil {
			out.Fix = &jsonFix{Message: f.fix.message}
			for _, e := range f.fix.edits {
				out.Fix.Edits = append(out.Fix.Edits, jsonEdit{e.Start, e.End, e.New})
			}
		}
		report.Findings = append(report.Findings, out)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	return enc.Encode(report)
}
