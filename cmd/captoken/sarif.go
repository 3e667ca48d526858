package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/captoken/captoken/analyzer"
)

// The structs below are what is used of SARIF 2.1.0.
// See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool               sarifTool                `json:"tool"`
		Invocations        []sarifInvocation        `json:"invocations"`
		OriginalURIBaseIDs map[string]sarifLocation `json:"originalUriBaseIds"`
		Results            []sarifResult            `json:"results"`
		ColumnKind         string                   `json:"columnKind"`
	}
	sarifInvocation struct {
		ExecutionSuccessful        bool                `json:"executionSuccessful"`
		ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name            string      `json:"name"`
		SemanticVersion string      `json:"semanticVersion,omitempty"`
		Version         string      `json:"version"`
		InformationURI  string      `json:"informationUri"`
		Rules           []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string       `json:"id"`
		Name                 string       `json:"name"`
		ShortDescription     sarifMessage `json:"shortDescription"`
		FullDescription      sarifMessage `json:"fullDescription"`
		Help                 sarifMessage `json:"help"`
		HelpURI              string       `json:"helpUri"`
		DefaultConfiguration sarifConfig  `json:"defaultConfiguration"`
	}
	sarifConfig struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifPlace      `json:"locations"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Fixes               []sarifFix        `json:"fixes,omitempty"`
	}
	sarifPlace struct {
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifLocation `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifLocation struct {
		URI       string `json:"uri,omitempty"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifFix struct {
		Description     sarifMessage          `json:"description"`
		ArtifactChanges []sarifArtifactChange `json:"artifactChanges"`
	}
	sarifArtifactChange struct {
		ArtifactLocation sarifLocation      `json:"artifactLocation"`
		Replacements     []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		DeletedRegion   sarifRegion   `json:"deletedRegion"`
		InsertedContent *sarifMessage `json:"insertedContent,omitempty"`
	}
)

const sarifRoot = "SRCROOT"

// printSARIF prints findings as SARIF 2.1.0, and why something was not looked
// at. Columns count UTF-16 code units, as most readers do.
func printSARIF(w io.Writer, findings []*finding, errors []string) error {
	root, err := repository()
	if err != nil {
		return err
	}
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "captoken", Version: "0.0.0-devel", InformationURI: "https://github.com/captoken/captoken",
		}},
		OriginalURIBaseIDs: map[string]sarifLocation{sarifRoot: {URI: fileURI(root) + "/"}},
		Results:            []sarifResult{},
		ColumnKind:         "utf16CodeUnits",
	}
	invocation := sarifInvocation{ExecutionSuccessful: len(errors) == 0}
	for _, text := range errors {
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, sarifNotification{"error", sarifMessage{Text: text}})
	}
	run.Invocations = []sarifInvocation{invocation}
	if v, ok := strings.CutPrefix(moduleVersion(), "v"); ok {
		run.Tool.Driver.Version, run.Tool.Driver.SemanticVersion = v, v
	}
	index := make(map[string]int)
	for i, category := range analyzer.Categories() {
		index[category] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(category, i))
	}
	sources := make(map[string][]byte)
	seen := make(map[string]int) // equal fingerprints
	for _, f := range findings {
		src, ok := sources[f.file]
		if !ok {
			if src, err = os.ReadFile(f.file); err != nil {
				return err
			}
			sources[f.file] = src
		}
		name := below(root, f.file)
		where := sarifLocation{URI: uriPath(name), URIBaseID: sarifRoot}
		if filepath.IsAbs(name) {
			where = sarifLocation{URI: fileURI(f.file)}
		}
		id := index[f.Category]
		print := fingerprint(f, name, src)
		seen[print]++
		r := sarifResult{
			RuleID: run.Tool.Driver.Rules[id].ID, RuleIndex: id, Level: "warning", Message: sarifMessage{Text: f.Message + "."},
			Locations: []sarifPlace{{sarifPhysical{where, sarifRegion{
				f.start.Line, utf16Column(src, f.start.Line, f.start.Column), f.end.Line, utf16Column(src, f.end.Line, f.end.Column),
			}}}},
			PartialFingerprints: map[string]string{"captoken/v1": fmt.Sprintf("%s:%d", print, seen[print])},
		}
		if f.fix != nil && f.with == nil {
			change := sarifArtifactChange{ArtifactLocation: where}
			for _, e := range f.fix.edits {
				rep := sarifReplacement{DeletedRegion: regionOf(src, e.Start, e.End)}
				if e.New != "" {
					rep.InsertedContent = &sarifMessage{Text: e.New}
				}
				change.Replacements = append(change.Replacements, rep)
			}
			r.Fixes = []sarifFix{{sarifMessage{Text: f.fix.message + "."}, []sarifArtifactChange{change}}}
		}
		run.Results = append(run.Results, r)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	return enc.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// sarifRuleOf returns the rule of a category.
func sarifRuleOf(category string, i int) sarifRule {
	text, _ := analyzer.Help(category)
	short, _, _ := strings.Cut(strings.ReplaceAll(text, "\n", " "), ". ")
	var name strings.Builder
	for word := range strings.SplitSeq(category, "-") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return sarifRule{
		ID: fmt.Sprintf("CAPTOKEN%03d", i+1), Name: name.String(),
		ShortDescription:     sarifMessage{Text: strings.TrimSuffix(short, ".") + "."},
		FullDescription:      sarifMessage{Text: text},
		Help:                 sarifMessage{Text: text, Markdown: text},
		HelpURI:              analyzer.HelpURL(category),
		DefaultConfiguration: sarifConfig{"warning"},
	}
}

// fingerprint identifies a finding by what it is about, wherever it stands
// in its file, and whatever is said of it: the category, the file, and the text
// of its line.
func fingerprint(f *finding, name string, src []byte) string {
	line := lineAt(src, f.start.Line)
	h := sha256.New()
	for _, part := range []string{f.Category, filepath.ToSlash(name), string(bytes.TrimSpace(line))} {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func lineAt(src []byte, line int) []byte {
	for ; line > 1; line-- {
		_, rest, ok := bytes.Cut(src, []byte("\n"))
		if !ok {
			return nil
		}
		src = rest
	}
	text, _, _ := bytes.Cut(src, []byte("\n"))
	return text
}

// utf16Column turns a column in bytes into one in UTF-16 code units.
func utf16Column(src []byte, line, column int) int {
	text := lineAt(src, line)
	if column-1 < len(text) {
		text = text[:max(column-1, 0)]
	}
	return 1 + utf16Length(text)
}

func utf16Length(text []byte) int {
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		n++
		if r > 0xFFFF {
			n++
		}
		text = text[size:]
	}
	return n
}

// regionOf returns the region of bytes of a file.
func regionOf(src []byte, start, end int) sarifRegion {
	at := func(offset int) (line, column int) {
		before := src[:offset]
		return bytes.Count(before, []byte("\n")) + 1, 1 + utf16Length(before[bytes.LastIndexByte(before, '\n')+1:])
	}
	var r sarifRegion
	r.StartLine, r.StartColumn = at(start)
	r.EndLine, r.EndColumn = at(end)
	return r
}

func fileURI(path string) string {
	path = uriPath(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/dir
	}
	return "file://" + path
}

// uriPath escapes a path for a URI.
func uriPath(path string) string {
	const plain = "/-_.~!$&'()*+,;=:@"
	var b strings.Builder
	for _, c := range []byte(filepath.ToSlash(path)) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
