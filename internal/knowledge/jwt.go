package knowledge

import (
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/funcname"
)

// A JWT is a library that makes and signs JSON Web Tokens.
type JWT struct {
	Paths []Path
	Token string // the type of tokens, if it is a struct with a field Claims
	Funcs []JWTFunc
}

// Has reports whether a package belongs to the library.
func (j *JWT) Has(path string) bool {
	return slices.ContainsFunc(j.Paths, func(p Path) bool { return p.Match(path) })
}

// A JWTRole says what a function does with a token or its claims.
type JWTRole int

const (
	// Token returns a token; Claims is the argument with its claims, or
	// None if they are set later, through ClaimsField.
	Token JWTRole = iota + 1
	// AddClaims adds the claims of an argument to its receiver.
	AddClaims
	// SetClaim sets one claim of its receiver: the one that argument Name
	// names, or Claim; Value is the argument.
	SetClaim
	// Finish returns the token that its receiver builds.
	Finish
	// Signer returns an object that signs; Key is the argument.
	Signer
	// Sign returns the signed token. What is signed is the receiver, or
	// argument Signed; Key is the argument, or the receiver's signer's.
	Sign
	// WithKey is an option of Sign; Key is the argument.
	WithKey
)

// Receiver marks an argument that is the receiver.
const Receiver = -2

// A JWTFunc is one function or method; the fields are positions of
// arguments, [None] if it lacks them, [Receiver] for the receiver.
type JWTFunc struct {
	Recv, Name string // Recv "*" matches any type
	Role       JWTRole

	Claims      int    // Token, AddClaims
	ClaimsField string // Token: the field that holds the claims
	NameArg     int    // SetClaim
	Claim       string // SetClaim: the claim, if there is no NameArg
	Value       int    // SetClaim
	Key         int    // Signer, Sign, WithKey
	KeyField    string // Signer: the field of the argument that holds the key
	Signed      int    // Sign
	Options     int    // Sign: the first of the arguments that may be WithKey
	Text        bool   // Sign: what is signed is text or JSON, no token object
}

// Lookup finds what the library knows of a function.
func (j *JWT) Lookup(fn *types.Func) (JWTFunc, bool) {
	if fn.Pkg() == nil || !j.Has(fn.Pkg().Path()) {
		return JWTFunc{}, false
	}
	recv, _ := funcname.Receiver(fn)
	for _, f := range j.Funcs {
		if f.Name == fn.Name() && (f.Recv == recv || f.Recv == "*" && recv != "") {
			return f, true
		}
	}
	return JWTFunc{}, false
}

// ClaimsGetter returns the name of the part that a method returns, if it
// returns the claims of a token: "Claims()"; else "".
func ClaimsGetter(fn *types.Func) string {
	if fn.Pkg() == nil || fn.Signature().Recv() == nil || fn.Signature().Params().Len() > 0 {
		return ""
	}
	part := fn.Name() + "()"
	for _, lib := range JWTs {
		if lib.Has(fn.Pkg().Path()) && slices.ContainsFunc(lib.Funcs, func(f JWTFunc) bool { return f.ClaimsField == part }) {
			return part
		}
	}
	return ""
}

func setClaim(recv, name, claim string) JWTFunc {
	return JWTFunc{Recv: recv, Name: name, Role: SetClaim, NameArg: None, Claim: claim}
}

func setNamedClaim(recv, name string) JWTFunc {
	return JWTFunc{Recv: recv, Name: name, Role: SetClaim, NameArg: 0, Value: 1}
}
