package knowledge

// AccessGotwilio is sfreiberg/gotwilio, and what has its shape: a method of
// the REST client makes the token, with the client's credentials, and the
// program sets the rest through fields.
var AccessGotwilio = Access{
	Paths:   []Path{{Is: "github.com/sfreiberg/gotwilio"}, {Ends: "gotwilio"}},
	Type:    "AccessToken",
	Methods: []string{"AddGrant", "ToJWT", "ExpiresAt", "Identity"},
	Funcs: []AccessFunc{
		func() AccessFunc {
			f := accessFunc("Twilio", "NewAccessToken", MakeAccess)
			f.ParamFields = AccessFields{AccountSid: "AccountSid", KeySid: "APIKeySid", Secret: "APIKeySecret"}
			return f
		}(),
		addGrant("AccessToken"),
		accessFunc("AccessToken", "ToJWT", SignAccess),
	},
	Set:    AccessFields{"AccountSid", "APIKeySid", "APIKeySecret", "Identity", "", "ExpiresAt", "Grants"},
	Grants: map[string]bool{"VoiceGrant": true, "VideoGrant": false},
}
