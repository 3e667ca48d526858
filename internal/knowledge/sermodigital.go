package knowledge

// SermoDigital is SermoDigital/jose: claims are a map with setters.
var SermoDigital = JWT{
	Paths: []Path{
		{Is: "github.com/SermoDigital/jose/jws"},
		{Is: "github.com/SermoDigital/jose/jwt"},
	},
	Funcs: []JWTFunc{
		setNamedClaim("Claims", "Set"),
		setClaim("Claims", "SetIssuer", "iss"),
		setClaim("Claims", "SetSubject", "sub"),
		setClaim("Claims", "SetAudience", "aud"),
		setClaim("Claims", "SetExpiration", "exp"),
		setClaim("Claims", "SetIssuedAt", "iat"),
		setClaim("Claims", "SetNotBefore", "nbf"),
		setClaim("Claims", "SetJWTID", "jti"),
		{Name: "NewJWT", Role: Token, Claims: 0, ClaimsField: "Claims()"},
		{Recv: "JWT", Name: "Serialize", Role: Sign, Signed: Receiver, Key: 0, Options: None},
	},
}
