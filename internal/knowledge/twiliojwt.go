package knowledge

// TwilioJWT is the signing function that the official SDK exports.
var TwilioJWT = JWT{
	Paths: []Path{{Is: "github.com/twilio/twilio-go/client/jwt"}},
	Funcs: []JWTFunc{
		{Name: "SignTokenWithHMAC", Role: Sign, Signed: 1, Key: 2, Options: None},
	},
}
