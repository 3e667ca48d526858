package knowledge

// StdlibHMAC is the standard library's HMAC, with which a token is signed
// by hand: what is written to the hash is its header and claims.
var StdlibHMAC = JWT{
	Paths: []Path{{Is: "crypto/hmac"}, {Is: "hash", HandedOut: true}},
	Funcs: []JWTFunc{
		{Name: "New", Role: Signer, Key: 1},
		{Recv: "Hash", Name: "Sum", Role: Sign, Signed: Receiver, Key: Receiver, Options: None, Text: true},
	},
}
