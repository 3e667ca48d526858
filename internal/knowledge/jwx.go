package knowledge

// JWX is lestrrat-go/jwx from v2 on: tokens with setters, or a builder, and
// a function that signs with options.
var JWX = JWT{
	Paths: []Path{
		{Is: "github.com/lestrrat-go/jwx/v2/jwt"},
		{Is: "github.com/lestrrat-go/jwx/v3/jwt"},
	},
	Funcs: append(jwxClaims(),
		JWTFunc{Name: "WithKey", Role: WithKey, Key: 1},
		JWTFunc{Name: "Sign", Role: Sign, Signed: 0, Key: None, Options: 1},
		JWTFunc{Name: "NewSerializer", Role: Token, Claims: None},
	),
}

// jwxClaims are the rows about tokens and their claims, which all versions have.
func jwxClaims() []JWTFunc {
	return []JWTFunc{
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
	}
}

// JWXPayload is the package of jwx that signs bytes.
var JWXPayload = JWT{
	Paths: []Path{
		{Is: "github.com/lestrrat-go/jwx/v2/jws"},
		{Is: "github.com/lestrrat-go/jwx/v3/jws"},
	},
	Funcs: []JWTFunc{
		{Name: "WithKey", Role: WithKey, Key: 1},
		{Name: "Sign", Role: Sign, Signed: 0, Key: None, Options: 1, Text: true},
	},
}
