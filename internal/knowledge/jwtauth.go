package knowledge

// JWTAuth is go-chi/jwtauth: what holds the key makes a token of claims, and signs
// it.
var JWTAuth = JWT{
	Paths: []Path{
		{Is: "github.com/go-chi/jwtauth"},
		{Is: "github.com/go-chi/jwtauth/v5"},
	},
	Funcs: []JWTFunc{
		{Name: "New", Role: Signer, Key: 1},
		{Recv: "JWTAuth", Name: "Encode", Role: Sign, Signed: 0, Key: Receiver, Options: None},
	},
}
