// Package site is what the recognising passes answer with: a Capability
// Token together with the syntax that makes it.
package site

import (
	"go/ast"
	"go/token"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/voicetoken"
)

// A Site is a place in the code that makes a Capability Token.
type Site struct {
	Token voicetoken.Capability

	// Maker is the function or the type that makes the token, as Go source
	// names it, with the package name; ByHand tells them apart.
	Maker  string
	ByHand bool

	// Pos and End bound the construction: the constructor call, or the
	// claims.
	Pos, End token.Pos
	File     *ast.File
	Func     ast.Node // *ast.FuncDecl or *ast.FuncLit around it, nil at package level

	// Package is the import path of the library: the one that makes the
	// token, or the one that signs it if it is made by hand; "" if unknown.
	Package string
	// OneName tells that a second incoming name replaces the first, and a
	// second application the first one.
	OneName bool
	// Home is where the token is constructed.
	Home *flow.Frame
	// Expiry and Issued are the claims exp and iat of a token made by hand,
	// nil if it has none.
	Expiry, Issued *flow.Value

	// AsCalled is the same token as the one caller of the function that makes
	// it sees it, where what the caller passes decides on the grants; nil if
	// that is not so.
	AsCalled *Site

	// Steps are the expressions that take part in making the token, in the
	// order in which they were found. They may stand in several functions.
	Steps []Step
}

// A Step is one piece of the code that makes a token.
type Step struct {
	Role        Role
	Node        ast.Node // *ast.CallExpr, *ast.CompositeLit, *ast.KeyValueExpr, *ast.AssignStmt
	Claim       string   // the claim that it sets, if the token is made by hand
	Conditional bool     // does not run whenever the token is made
	// Frame is where Node is evaluated, nil if unknown.
	Frame *flow.Frame
}

// A Role says what a [Step] does.
type Role int

const (
	Construct  Role = iota // makes the token, or its claims
	Allow                  // grants something
	Lifetime               // sets the lifetime
	Sign                   // turns the token into a signed string
	Credential             // sets an SID or key
	Other                  // sets a claim of another kind
)
