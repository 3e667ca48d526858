// Package grants makes Access Tokens that grant something, and others.
package grants

import "github.com/twilio/twilio-go/client/jwt"

func none(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name}) // want `^access token made by jwt\.CreateAccessToken is signed without a grant; Twilio answers 20106$`
	return t.ToJwt()
}

func one(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func noneInList(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Grants: []jwt.BaseGrant{}}) // want `^access token made by jwt\.CreateAccessToken is signed without a grant; Twilio answers 20106$`
	return t.ToJwt()
}

func nilList(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Grants: nil}) // want `^access token made by jwt\.CreateAccessToken is signed without a grant; Twilio answers 20106$`
	return t.ToJwt()
}

func oneInList(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Grants: []jwt.BaseGrant{&jwt.VideoGrant{Room: "lobby"}}})
	return t.ToJwt()
}

func listOfCaller(name string, grants []jwt.BaseGrant) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name, Grants: grants})
	return t.ToJwt()
}

func listLater(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	t.Grants = append(t.Grants, &jwt.VideoGrant{Room: "lobby"})
	return t.ToJwt()
}

func listOfParams(name string, video bool) (string, error) {
	params := jwt.AccessTokenParams{Identity: name}
	if video {
		params.Grants = append(params.Grants, &jwt.VideoGrant{Room: "lobby"})
	}
	t := jwt.CreateAccessToken(params)
	return t.ToJwt()
}

func maybe(name string, phone bool) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	if phone {
		t.AddGrant(&jwt.VoiceGrant{})
	}
	return t.ToJwt()
}

func each(name string, rooms []string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	for _, room := range rooms {
		t.AddGrant(&jwt.VideoGrant{Room: room})
	}
	return t.ToJwt()
}

// after it was signed
func tooLate(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name}) // want `^access token made by jwt\.CreateAccessToken is signed without a grant; Twilio answers 20106$`
	text, err := t.ToJwt()
	t.AddGrant(&jwt.VoiceGrant{})
	return text, err
}

func grant(t *jwt.AccessToken) { t.AddGrant(&jwt.VoiceGrant{}) }

func byHelper(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	grant(&t)
	return t.ToJwt()
}

func byOthers(name string, grant func(*jwt.AccessToken)) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	grant(&t)
	return t.ToJwt()
}

func byMethodValue(name string, grants func(add func(jwt.BaseGrant))) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	grants(t.AddGrant)
	return t.ToJwt()
}

func byClosure(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	add := func(g jwt.BaseGrant) { t.AddGrant(g) }
	add(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func byPointer(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	p := &t
	p.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func deferred(name string) (text string, err error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	defer func() { text, err = t.ToJwt() }()
	t.AddGrant(&jwt.VoiceGrant{})
	return "", nil
}

// --- functions that make and sign

func base(name string) jwt.AccessToken {
	return jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
}

func ofBase(name string) (string, error) {
	t := base(name)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func bare(name string) jwt.AccessToken {
	return jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name}) // want `^access token made by jwt\.CreateAccessToken is signed without a grant; Twilio answers 20106$`
}

func ofBare(name string) (string, error) {
	t := bare(name)
	return t.ToJwt()
}

// one of two uses has a grant
func both(name string) jwt.AccessToken {
	return jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
}

func ofBoth(name string, phone bool) (string, error) {
	t := both(name)
	if phone {
		t.AddGrant(&jwt.VoiceGrant{})
		return t.ToJwt()
	}
	t.AddGrant(&jwt.VideoGrant{Room: "lobby"})
	return t.ToJwt()
}

func signs(t *jwt.AccessToken) (string, error) {
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func bySigner(name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	return signs(&t)
}

// others sign it: they may add grants
func Base(name string) jwt.AccessToken {
	return jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
}

type phone struct{ token jwt.AccessToken }

func newPhone(name string) *phone {
	return &phone{jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})}
}

func (p *phone) allow(g jwt.BaseGrant) { p.token.AddGrant(g) }

func (p *phone) sign() (string, error) { return p.token.ToJwt() }

// never signed
func unsigned(name string) map[string]interface{} {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: name})
	return t.GeneratePayload()
}
