package knowledge

// AccessOfficial is package client/jwt of the official twilio-go. Its Ttl
// counts seconds, and is raised to an hour; ValidUntil goes before it.
var AccessOfficial = Access{
	Paths:   []Path{{Is: "github.com/twilio/twilio-go/client/jwt"}},
	Type:    "AccessToken",
	Methods: []string{"AddGrant", "ToJwt"},
	Funcs: []AccessFunc{
		func() AccessFunc {
			f := accessFunc("", "CreateAccessToken", MakeAccess)
			f.Params = 0
			f.ParamFields = AccessFields{"AccountSid", "SigningKeySid", "Secret", "Identity", "Ttl", "ValidUntil", "Grants"}
			return f
		}(),
		addGrant("AccessToken"),
		accessFunc("AccessToken", "ToJwt", SignAccess),
	},
	Set: AccessFields{Identity: "Identity", Grants: "Grants"}, // its SIDs are kept elsewhere
	Grants: map[string]bool{
		"VoiceGrant": true, "VideoGrant": false, "ChatGrant": false, "IpMessagingGrant": false,
		"ConversationsGrant": false, "SyncGrant": false,
	},
	Floor:   60 * 60,
	Default: true,
}

// AccessKevinburke is package token of kevinburke/twilio-go, in any major
// version, and of its forks.
var AccessKevinburke = Access{
	Paths:   []Path{{Ends: "token"}},
	Type:    "AccessToken",
	Methods: []string{"AddGrant", "JWT", "NotBefore"},
	Funcs: []AccessFunc{
		func() AccessFunc {
			f := accessFunc("", "New", MakeAccess)
			f.AccountSid, f.KeySid, f.Secret, f.Identity, f.TTL = 0, 1, 2, 3, 4
			return f
		}(),
		addGrant("AccessToken"),
		accessFunc("AccessToken", "JWT", SignAccess),
	},
	Grants: map[string]bool{"VoiceGrant": true, "VideoGrant": false, "ChatGrant": false, "IPMessageGrant": false, "ConversationsGrant": false},
}

// AccessXaviiic is package twilio of xaviiic/twilioGo, whose methods chain.
var AccessXaviiic = Access{
	Paths:   []Path{{Ends: "twilioGo"}},
	Type:    "AccessToken",
	Methods: []string{"SetIdentity", "SetTTL", "AddGrant", "ToJWT"},
	Funcs: []AccessFunc{
		func() AccessFunc {
			f := accessFunc("", "NewAccessToken", MakeAccess)
			f.AccountSid, f.KeySid, f.Secret = 0, 1, 2
			return f
		}(),
		func() AccessFunc {
			f := accessFunc("AccessToken", "SetIdentity", SetAccess)
			f.Identity = 0
			return f
		}(),
		func() AccessFunc {
			f := accessFunc("AccessToken", "SetTTL", SetAccess)
			f.TTL = 0
			return f
		}(),
		addGrant("AccessToken"),
		accessFunc("AccessToken", "ToJWT", SignAccess),
	},
	Grants:  map[string]bool{"VoiceGrant": true, "VideoGrant": false, "ChatGrant": false, "ConversationsGrant": false, "SyncGrant": false},
	Default: true,
}

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
