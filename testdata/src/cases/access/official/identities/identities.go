// Package identities makes Access Tokens for people whom Twilio knows, and for others.
package identities

import (
	"fmt"

	"github.com/twilio/twilio-go/client/jwt"
)

// --- none

func none(account, key, secret string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: secret}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	return t.ToJwt()
}

func some(account, key, secret, name string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{AccountSid: account, SigningKeySid: key, Secret: secret, Identity: name})
	t.AddGrant(&jwt.VoiceGrant{Incoming: jwt.Incoming{Allow: true}})
	return t.ToJwt()
}

func empty() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: ""}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// a grant that needs none
func taskRouter() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: ""})
	t.AddGrant(&jwt.TaskRouterGrant{WorkspaceSid: "WS1", WorkerSid: "WK1", Role: "worker"})
	return t.ToJwt()
}

func playback() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	t.AddGrant(&jwt.PlaybackGrant{"requestCredentials": nil})
	return t.ToJwt()
}

// beside one that needs it
func taskRouterAndVoice() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.TaskRouterGrant{WorkspaceSid: "WS1", WorkerSid: "WK1", Role: "worker"})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func video() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its video grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.VideoGrant{Room: "lobby"})
	return t.ToJwt()
}

func chat() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its chat grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.ChatGrant{ServiceSid: "IS1"})
	return t.ToJwt()
}

func ipMessaging() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its ip-?messaging grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.IpMessagingGrant{ServiceSid: "IS1"})
	return t.ToJwt()
}

func sync() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its sync grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.SyncGrant{ServiceSid: "IS1"})
	return t.ToJwt()
}

func conversations() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its conversations grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.ConversationsGrant{ConfigurationProfileSid: "VS1"})
	return t.ToJwt()
}

func fromParams() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Grants: []jwt.BaseGrant{&jwt.VoiceGrant{}}}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
	return t.ToJwt()
}

func fromParamsTaskRouter() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Grants: []jwt.BaseGrant{&jwt.TaskRouterGrant{WorkspaceSid: "WS1"}}})
	return t.ToJwt()
}

// --- set afterwards

func later(user string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	t.Identity = user
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func laterMaybe(user string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	if user != "" {
		t.Identity = user
	}
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// after it was signed
func tooLate(user string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{}) // want `^access token made by jwt\.CreateAccessToken has no identity, which its voice grant needs; Twilio answers 31204$`
	t.AddGrant(&jwt.VoiceGrant{})
	text, err := t.ToJwt()
	t.Identity = user
	return text, err
}

func laterParams(user string) (string, error) {
	params := jwt.AccessTokenParams{}
	params.Identity = user
	t := jwt.CreateAccessToken(params)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func laterParamsMaybe(user string) (string, error) {
	params := jwt.AccessTokenParams{}
	if user != "" {
		params.Identity = user
	}
	t := jwt.CreateAccessToken(params)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func name(t *jwt.AccessToken, user string) { t.Identity = user }

func byHelper(user string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	name(&t, user)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// others may set it
func byOthers(set func(*jwt.AccessToken)) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	set(&t)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// they get a copy
func byOthersCopy(log func(jwt.AccessToken)) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "front desk"}) // want `^access token made by jwt\.CreateAccessToken has the identity "front desk": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	log(t)
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func pointer(user string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	p := &t
	p.Identity = user
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func made() jwt.AccessToken { return jwt.CreateAccessToken(jwt.AccessTokenParams{}) }

func byCaller(user string) (string, error) {
	t := made()
	t.Identity = user
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

type desk struct{ token jwt.AccessToken }

func newDesk() *desk { return &desk{token: jwt.CreateAccessToken(jwt.AccessTokenParams{})} }

func (d *desk) enter(user string) { d.token.Identity = user }

func (d *desk) sign() (string, error) {
	d.token.AddGrant(&jwt.VoiceGrant{})
	return d.token.ToJwt()
}

// --- grants that may not be there, or that nobody knows

func grantMaybe(phone bool) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	t.AddGrant(&jwt.TaskRouterGrant{WorkspaceSid: "WS1"})
	if phone {
		t.AddGrant(&jwt.VoiceGrant{})
	}
	return t.ToJwt()
}

func grantUnknown(grant jwt.BaseGrant) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	t.AddGrant(grant)
	return t.ToJwt()
}

func grantList(grants []jwt.BaseGrant) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	for _, g := range grants {
		t.AddGrant(g)
	}
	return t.ToJwt()
}

// VoiceGrant is a grant of the program's own.
type VoiceGrant struct{ room string }

func (g *VoiceGrant) Key() string { return "room" }

func (g *VoiceGrant) ToPayload() map[string]interface{} {
	return map[string]interface{}{"room": g.room}
}

func (g *VoiceGrant) ToString() string { return g.room }

func grantOwn() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	t.AddGrant(&VoiceGrant{"lobby"})
	return t.ToJwt()
}

// --- identities that are constants

func email() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice@example.com"}) // want `^access token made by jwt\.CreateAccessToken has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// a chat takes what a phone does not
func emailChat() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice@example.com"})
	t.AddGrant(&jwt.ChatGrant{ServiceSid: "IS1"})
	return t.ToJwt()
}

func emailVideo() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice@example.com"})
	t.AddGrant(&jwt.VideoGrant{Room: "lobby"})
	return t.ToJwt()
}

func emailBoth() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice@example.com"}) // want `^access token made by jwt\.CreateAccessToken has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.AddGrant(&jwt.ChatGrant{ServiceSid: "IS1"})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func underscore() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "Alice_01"})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func dash() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice-01"}) // want `^access token made by jwt\.CreateAccessToken has the identity "alice-01": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

const desk1, desk2 = "desk_1", "desk 2"

func named() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: desk1})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func namedSpace() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: desk2}) // want `^access token made by jwt\.CreateAccessToken has the identity "desk 2": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func longest() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func tooLong() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) // want `^access token made by jwt\.CreateAccessToken has an identity of 122 characters: Twilio's phone takes 121 at most; Twilio answers 31105$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// letters of other alphabets
func umlaut() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "jörg"}) // want `^access token made by jwt\.CreateAccessToken has the identity "jörg": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func laterEmail() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice"}) // want `^access token made by jwt\.CreateAccessToken has the identity "alice@example\.com": Twilio's phone takes letters, digits, and underscores only; Twilio answers 31105$`
	t.Identity = "alice@example.com"
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func laterName() (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: "alice@example.com"})
	t.Identity = "alice"
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// --- identities that are not

func made2(user, domain string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: user + "@" + domain})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func printed(id int) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: fmt.Sprintf("user-%d", id)})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func byDefault(user string) (string, error) {
	identity := ""
	if user != "" {
		identity = user
	}
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: identity})
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

// a loop sets it
func lastOf(users []string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{})
	for _, u := range users {
		t.Identity = u
	}
	t.AddGrant(&jwt.VoiceGrant{})
	return t.ToJwt()
}

func eachOf(users []string) (out []string) {
	for _, u := range users {
		t := jwt.CreateAccessToken(jwt.AccessTokenParams{Identity: u})
		t.AddGrant(&jwt.VoiceGrant{})
		if text, err := t.ToJwt(); err == nil {
			out = append(out, text)
		}
	}
	return out
}
