package identities

import "github.com/twilio/twilio-go/client/jwt"

// DefaultIdentity may be set by other packages.
var DefaultIdentity = ""

// linked may be set by the linker.
var linked string

const nobodyYet = ""

func ofOthers() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: DefaultIdentity})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func ofLinker() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: linked})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func ofConstant() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: nobodyYet}) // want `has no identity, which its voice grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func setToOthers() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	t.Identity = DefaultIdentity
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func setToConstant() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `has no identity, which its voice grant needs; Twilio answers 31204$`
	t.Identity = nobodyYet
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// the initialization reads what the linker may set
var (
	linkedToo    string
	front, spare = linkedToo, "desk-" + linkedToo
)

func ofLinkerRead() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: linkedToo})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func ofLinkerCopied() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: front})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func ofLinkerJoined() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: spare})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}
