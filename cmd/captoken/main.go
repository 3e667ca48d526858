// Captoken reports Twilio Capability Tokens in Go code.
package main

import (
	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/captoken/captoken/analyzer"
)

func main() { singlechecker.Main(analyzer.Analyzer) }
