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
	// Header is the field of Token with the header, or "".
	Header string
	// Date is the type of claims that are a time, or "". It is a struct, and
	// its field DateField is the time.
	Date, DateField string
	Funcs           []JWTFunc
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
	// Date returns the value of a claim that is a time; Value is the argument
	// with the time.
	Date
	// Method returns a method of signing.
	Method
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
	Value       int    // SetClaim, Date
	Key         int    // Signer, Sign, WithKey
	KeyField    string // Signer: the field of the argument that holds the key
	Signed      int    // Sign
	Options     int    // Sign: the first of the arguments that are options
	SetsClaims  bool   // Sign: the options may set claims; else one of them may be WithKey
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

// jwtOf returns the library that a package belongs to, nil if there is none.
func jwtOf(pkg *types.Package) *JWT {
	if pkg != nil {
		for _, lib := range JWTs {
			if lib.Has(pkg.Path()) {
				return lib
			}
		}
	}
	return nil
}

// jwtFunc returns what the libraries know of a function.
func jwtFunc(fn *types.Func) (JWTFunc, bool) {
	if lib := jwtOf(fn.Pkg()); lib != nil {
		return lib.Lookup(fn)
	}
	return JWTFunc{}, false
}

// DateArgument returns the position of the argument with the time, if a function
// returns the value of a claim that is one.
func DateArgument(fn *types.Func) (int, bool) {
	f, ok := jwtFunc(fn)
	return f.Value, ok && f.Role == Date
}

// MakesPart reports whether a function of a library makes a token, or a part of
// one, and does nothing else.
func MakesPart(fn *types.Func) bool {
	f, ok := jwtFunc(fn)
	return ok && slices.Contains([]JWTRole{Token, Signer, Date, Method}, f.Role)
}

// DateField returns the field that holds the time, if a type is one of claims that
// are a time, or a pointer to such; else "".
func DateField(t types.Type) string {
	if lib, name := jwtType(t); lib != nil && name == lib.Date {
		return lib.DateField
	}
	return ""
}

// HeaderField returns the field that holds the header, if a type is one of tokens,
// or a pointer to such; else "".
func HeaderField(t types.Type) string {
	if lib, name := jwtType(t); lib != nil && name == lib.Token {
		return lib.Header
	}
	return ""
}

// jwtType returns the library that declares a type, and its name.
func jwtType(t types.Type) (*JWT, string) {
	if t == nil {
		return nil, ""
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil, ""
	}
	return jwtOf(named.Obj().Pkg()), named.Obj().Name()
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
