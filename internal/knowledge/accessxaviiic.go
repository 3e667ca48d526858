package knowledge

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
