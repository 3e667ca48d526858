package difftest

import (
	"strconv"
	"strings"
)

// A Program is a Go program: the declarations of one package, or of two, without
// the package clause, the imports and the function probe. Its entry is
//
//	func F(b0, b1 bool, s0 string)
//
// It calls probe(id, x) with a constant id that no other call has, and with an
// x of a basic type.
type Program struct {
	Seed    uint64
	Source  string
	Imports []string // sorted import paths

	// Lower are the declarations of a package that the other imports under the
	// path lower. It has a function probe, too. Most programs have none: "".
	Lower        string
	LowerImports []string

	// Features are the features of Go that the generator put in, sorted. They
	// are nil for a program that Shrink has changed.
	Features []string
}

// File returns the program as a file of package pkg, which compiles. The
// function probe does nothing there.
func (p Program) File(pkg string) string {
	return p.header(pkg) + p.Source
}

// lowerName is the name and the path of the package that Lower is.
const lowerName = "lower"

// lower returns the package lower of a program as a program of its own, which
// has no F.
func (p Program) lower() Program {
	return Program{Seed: p.Seed, Source: p.Lower, Imports: p.LowerImports}
}

// header returns what File puts before the source.
func (p Program) header(pkg string) string {
	var b strings.Builder
	b.WriteString("package " + pkg + "\n\n")
	for _, path := range p.Imports {
		b.WriteString("import " + strconv.Quote(path) + "\n")
	}
	if p.Lower != "" {
		b.WriteString("import " + strconv.Quote(lowerName) + "\n")
	}
	b.WriteString("\nfunc probe(id int, x any) {}\n\n")
	return b.String()
}
