package knowledge

// GoJOSE is go-jose, in all its homes. Package jwt makes tokens of claims;
// the package above it signs bytes.
var GoJOSE = JWT{
	Paths: []Path{
		{Is: "gopkg.in/square/go-jose.v2"}, {Is: "gopkg.in/square/go-jose.v2/jwt"},
		{Is: "gopkg.in/go-jose/go-jose.v2"}, {Is: "gopkg.in/go-jose/go-jose.v2/jwt"},
		{Is: "github.com/square/go-jose"}, {Is: "github.com/square/go-jose/jwt"},
		{Is: "github.com/go-jose/go-jose"}, {Is: "github.com/go-jose/go-jose/jwt"},
		{Is: "github.com/square/go-jose/v3"}, {Is: "github.com/square/go-jose/v3/jwt"},
		{Is: "github.com/go-jose/go-jose/v3"}, {Is: "github.com/go-jose/go-jose/v3/jwt"},
		{Is: "github.com/go-jose/go-jose/v4"}, {Is: "github.com/go-jose/go-jose/v4/jwt"},
	},
	Funcs: []JWTFunc{
		{Name: "NewNumericDate", Role: Date, Value: 0},
		{Name: "NewSigner", Role: Signer, Key: 0, KeyField: "Key"},
		{Name: "Signed", Role: Token, Claims: None, Key: 0},
		{Recv: "Builder", Name: "Claims", Role: AddClaims, Claims: 0},
		{Recv: "Builder", Name: "CompactSerialize", Role: Sign, Signed: Receiver, Key: None, Options: None},
		{Recv: "Builder", Name: "Serialize", Role: Sign, Signed: Receiver, Key: None, Options: None},
		{Recv: "Builder", Name: "FullSerialize", Role: Sign, Signed: Receiver, Key: None, Options: None},
		{Recv: "Signer", Name: "Sign", Role: Sign, Signed: 0, Key: Receiver, Options: None, Text: true},
	},
}
