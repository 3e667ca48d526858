package knowledge

import (
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/funcname"
)

// An Access is a library that makes Access Tokens.
type Access struct {
	Paths []Path
	// Methods must all be there: they are methods of Type.
	Type    string
	Methods []string
	Funcs   []AccessFunc

	// Set names the fields of a token through which a program may set what
	// its constructor does not.
	Set AccessFields
	// Grants names the types of grants that need an identity. True are those
	// whose identity is that of a phone.
	Grants map[string]bool

	Floor   float64 // lifetimes below it are raised to it, in seconds
	Default bool    // a lifetime that is not given is an hour; else the token is expired
}

// An AccessRole says what a function does to an Access Token.
type AccessRole int

const (
	MakeAccess AccessRole = iota + 1
	SetAccess             // sets what its arguments say
	AddGrant
	SignAccess
)

// An AccessFunc is one function or method; the fields are positions of
// arguments, [None] if it lacks them.
type AccessFunc struct {
	Recv, Name string
	Role       AccessRole

	AccountSid, KeySid, Secret, Identity int
	TTL                                  int // a time.Duration
	Grant                                int
	Params                               int          // a struct with the fields of ParamFields
	ParamFields                          AccessFields // of the argument Params, or of the receiver
}

// AccessFields names fields of a struct.
type AccessFields struct {
	AccountSid, KeySid, Secret, Identity string
	TTL                                  string // a number of seconds
	Until                                string // a number of seconds since 1970, or a time.Time
	Grants                               string
}

func accessFunc(recv, name string, role AccessRole) AccessFunc {
	return AccessFunc{Recv: recv, Name: name, Role: role, AccountSid: None, KeySid: None, Secret: None,
		Identity: None, TTL: None, Grant: None, Params: None}
}

func addGrant(recv string) AccessFunc {
	f := accessFunc(recv, "AddGrant", AddGrant)
	f.Grant = 0
	return f
}

// Is reports whether a package is the library, or a fork of it.
func (a *Access) Is(pkg *types.Package) bool {
	return slices.ContainsFunc(a.Paths, func(p Path) bool { return p.Match(pkg.Path()) }) &&
		shaped(pkg, a.Type, a.Methods) && a.declaresGrant(pkg)
}

// declaresGrant reports whether a package declares one of the grants. Others may
// have a type with such methods, too.
func (a *Access) declaresGrant(pkg *types.Package) bool {
	for name := range a.Grants {
		if _, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok {
			return true
		}
	}
	return len(a.Grants) == 0
}

// Lookup finds what the library knows of a function.
func (a *Access) Lookup(fn *types.Func) (AccessFunc, bool) {
	if fn.Pkg() == nil || !a.Is(fn.Pkg()) {
		return AccessFunc{}, false
	}
	recv, _ := funcname.Receiver(fn)
	for _, f := range a.Funcs {
		if f.Name == fn.Name() && f.Recv == recv {
			return f, true
		}
	}
	return AccessFunc{}, false
}
