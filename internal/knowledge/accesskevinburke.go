package knowledge

// AccessKevinburke is package token of kevinburke/twilio-go, in any major
// version, and of its forks.
var AccessKevinburke = Access{
	Paths:   []Path{{Ends: "token", Not: "go/token"}},
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
