package knowledge

// JWTGo is the family of dgrijalva/jwt-go from v2 on: golang-jwt and the
// other forks have the same API.
var JWTGo = JWT{
	Paths: []Path{
		{Is: "github.com/golang-jwt/jwt"},
		{Is: "github.com/golang-jwt/jwt/v4"},
		{Is: "github.com/golang-jwt/jwt/v5"},
		{Is: "github.com/dgrijalva/jwt-go"},
		{Is: "github.com/dgrijalva/jwt-go/v4"},
		{Is: "gopkg.in/dgrijalva/jwt-go.v2"},
		{Is: "gopkg.in/dgrijalva/jwt-go.v3"},
		{Is: "github.com/form3tech-oss/jwt-go"},
	},
	Token:  "Token",
	Header: "Header",
	Date:   "NumericDate", DateField: "Time",
	Funcs: []JWTFunc{
		{Name: "New", Role: Token, Claims: None, ClaimsField: "Claims"},
		{Name: "NewWithClaims", Role: Token, Claims: 1, ClaimsField: "Claims"},
		{Recv: "Token", Name: "SignedString", Role: Sign, Signed: Receiver, Key: 0, Options: None},
		{Recv: "Token", Name: "SigningString", Role: Finish},
		{Name: "NewNumericDate", Role: Date, Value: 0},
		{Name: "At", Role: Date, Value: 0}, // dgrijalva/jwt-go/v4, whose dates are of type Time
		{Name: "GetSigningMethod", Role: Method},
		{Recv: "SigningMethodHMAC", Name: "Sign", Role: Sign, Signed: 0, Key: 1, Options: None, Text: true},
		{Recv: "SigningMethod", Name: "Sign", Role: Sign, Signed: 0, Key: 1, Options: None, Text: true},
	},
}

// JWTGoV1 is dgrijalva/jwt-go v1, where claims are a plain map.
var JWTGoV1 = JWT{
	Paths: []Path{{Is: "gopkg.in/dgrijalva/jwt-go.v1"}},
	Token: JWTGo.Token, Header: JWTGo.Header,
	Funcs: JWTGo.Funcs,
}
