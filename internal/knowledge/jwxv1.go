package knowledge

// JWXV1 is lestrrat-go/jwx before v2: the function that signs takes the algorithm
// and the key.
var JWXV1 = JWT{
	Paths: []Path{{Is: "github.com/lestrrat-go/jwx/jwt"}},
	Funcs: []JWTFunc{
		{Name: "New", Role: Token, Claims: None},
		{Name: "NewBuilder", Role: Token, Claims: None},
		setNamedClaim("Token", "Set"),
		setNamedClaim("Builder", "Claim"),
		setClaim("Builder", "Issuer", "iss"),
		setClaim("Builder", "Subject", "sub"),
		setClaim("Builder", "Audience", "aud"),
		setClaim("Builder", "Expiration", "exp"),
		setClaim("Builder", "IssuedAt", "iat"),
		setClaim("Builder", "NotBefore", "nbf"),
		setClaim("Builder", "JwtID", "jti"),
		{Recv: "Builder", Name: "Build", Role: Finish},
		{Name: "Sign", Role: Sign, Signed: 0, Key: 2, Options: None},
	},
}

// JWXV1Payload is its package that signs bytes.
var JWXV1Payload = JWT{
	Paths: []Path{{Is: "github.com/lestrrat-go/jwx/jws"}},
	Funcs: []JWTFunc{
		{Name: "Sign", Role: Sign, Signed: 0, Key: 2, Options: None, Text: true},
	},
}
