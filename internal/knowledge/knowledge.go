// Package knowledge holds tables of the Go libraries that make Capability
// Tokens or sign JSON Web Tokens: which function does what, and which of its
// arguments is what.
//
// One library is one file, with a variable that [Capabilities], [JWTs], or
// [Accesses] lists.
package knowledge

import "strings"

// Capabilities lists the libraries that make Capability Tokens.
var Capabilities = []*Capability{
	&Twilioclient,
	&REST2013,
	&TwilioGo,
	&TMC,
}

// JWTs lists the libraries that sign JSON Web Tokens.
var JWTs = []*JWT{
	&JWTGo,
	&JWTGoV1,
	&GoJOSE,
	&JWX,
	&JWXPayload,
	&JWXV1,
	&JWXV1Payload,
	&JWTAuth,
	&Kataras,
	&SermoDigital,
	&JOSE2Go,
	&TwilioJWT,
	&StdlibHMAC,
}

// Accesses lists the libraries that make Access Tokens.
var Accesses = []*Access{
	&AccessOfficial,
	&AccessKevinburke,
	&AccessXaviiic,
	&AccessGotwilio,
}

// A Path matches import paths.
type Path struct {
	Is   string // the whole path
	Ends string // a suffix of whole elements, in any case
	Not  string // a path that ends so, and is another

	// HandedOut tells that a program may use the package's types without any
	// other package of the library, if it gets its objects from elsewhere.
	HandedOut bool
}

// Match reports whether an import path, without a vendor directory in front,
// matches.
func (p Path) Match(path string) bool {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		path = path[i+len("/vendor/"):]
	}
	if p.Is != "" {
		return path == p.Is
	}
	if path == p.Not {
		return false
	}
	if len(path) < len(p.Ends) || !strings.EqualFold(path[len(path)-len(p.Ends):], p.Ends) {
		return false
	}
	rest := path[:len(path)-len(p.Ends)]
	return rest == "" || strings.HasSuffix(rest, "/")
}

// None marks an argument that a function does not have.
const None = -1
