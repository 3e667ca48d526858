package site

import (
	"go/ast"
	"go/token"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/flow"
)

// An Access is a place in the code that makes an Access Token.
type Access struct {
	Token accesstoken.Token

	Maker    string // as in [Site]
	ByHand   bool
	Pos, End token.Pos
	File     *ast.File
	Home     *flow.Frame

	// Parts are the expressions that give the token its parts.
	Parts map[accesstoken.Part]ast.Node
	// TTL is the pair of key and value that sets the lifetime, nil unless it
	// stands in the call that makes the token, which is signed once, in the
	// same run of the same function.
	TTL *ast.KeyValueExpr
}

// A Signing is a place in the code that signs a JSON Web Token.
type Signing struct {
	Call *ast.CallExpr
	File *ast.File
	// Kind is what it signs, of what is known to be signed there the one
	// that says most.
	Kind Kind
	// AuthToken is the way of the account's auth token to the key, as Go
	// source; nil if it is not known to be the key.
	AuthToken []string
	Tokens    []*Site // the Capability Tokens that it signs
}

// A Kind is a kind of JSON Web Token.
type Kind int

const (
	AnyJWT Kind = iota
	TaskRouterJWT
	AccessJWT
	CapabilityJWT
)

// A TaskRouter is a place in the code that makes a Capability Token for
// TaskRouter, which is another thing than that for phones.
type TaskRouter struct {
	Maker    string
	ByHand   bool
	Pos, End token.Pos
	File     *ast.File
}
