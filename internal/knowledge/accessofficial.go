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
	Floor:   60 * 60, // client/jwt/access_token.go, CreateAccessToken: as of v1.31.0
	Default: true,
}
