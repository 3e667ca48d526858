package knowledge

// Kataras is kataras/jwt, which signs claims of any type in one call. Its options
// may add claims.
var Kataras = JWT{
	Paths: []Path{{Is: "github.com/kataras/jwt"}},
	Funcs: []JWTFunc{
		{Name: "Sign", Role: Sign, Signed: 2, Key: 1, Options: 3, SetsClaims: true},
	},
}
