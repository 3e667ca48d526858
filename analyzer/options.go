package analyzer

import (
	"fmt"
	"go/ast"
	"go/parser"
)

// Options are the settings of the analyzer. The zero value is the default.
type Options struct {
	// Identity is a Go expression for the identity of Access Tokens in place
	// of Capability Tokens that have no client name. "" reports such tokens
	// as lacking one.
	Identity string
}

// Validate returns an error that names the first option that is wrong.
func (o Options) Validate() error {
	if o.Identity == "" {
		return nil
	}
	e, err := parser.ParseExpr(o.Identity)
	switch {
	case err != nil:
		return fmt.Errorf("-identity=%s: want a Go expression, such as user.ID or \"lobby\": %v", o.Identity, err)
	case int(e.End()-e.Pos()) != len(o.Identity): // a comment, or white space
		return fmt.Errorf("-identity=%s: want a Go expression and nothing else", o.Identity)
	}
	if lit, ok := ast.Unparen(e).(*ast.BasicLit); ok && (lit.Value == `""` || lit.Value == "``") {
		return fmt.Errorf("-identity=%s: want an expression that is not empty: an access token needs an identity", o.Identity)
	}
	return nil
}
