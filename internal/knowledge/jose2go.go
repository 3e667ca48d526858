package knowledge

// JOSE2Go is dvsekhvalnov/jose2go, which signs text.
var JOSE2Go = JWT{
	Paths: []Path{{Is: "github.com/dvsekhvalnov/jose2go"}},
	Funcs: []JWTFunc{
		{Name: "Sign", Role: Sign, Signed: 0, Key: 2, Options: None, Text: true},
		{Name: "SignBytes", Role: Sign, Signed: 0, Key: 2, Options: None, Text: true},
	},
}
