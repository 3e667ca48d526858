package knowledge

// JWXV1 is lestrrat-go/jwx before v2: the function that signs takes the algorithm
// and the key.
var JWXV1 = JWT{
	Paths: []Path{{Is: "github.com/lestrrat-go/jwx/jwt"}},
	Funcs: append(jwxClaims(), JWTFunc{Name: "Sign", Role: Sign, Signed: 0, Key: 2, Options: None}),
}

// JWXV1Payload is its package that signs bytes.
var JWXV1Payload = JWT{
	Paths: []Path{{Is: "github.com/lestrrat-go/jwx/jws"}},
	Funcs: []JWTFunc{
		{Name: "Sign", Role: Sign, Signed: 0, Key: 2, Options: None, Text: true},
	},
}
