// Package access makes Access Tokens, as it should.
package access

import (
	"fmt"
	"os"
	"time"

	gojwt "github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/token"
	"github.com/twilio/twilio-go"
	"github.com/twilio/twilio-go/client/jwt"
	xaviiic "github.com/xaviiic/twilioGo"
)

type config struct {
	AccountSid string
	AuthToken  string
	KeySid     string
	KeySecret  string
	AppSid     string
}

func official(cfg config, identity string) (string, error) {
	t := jwt.CreateAccessToken(jwt.AccessTokenParams{
		AccountSid:    cfg.AccountSid,
		SigningKeySid: cfg.KeySid,
		Secret:        cfg.KeySecret,
		Identity:      identity,
		ValidUntil:    float64(time.Now().Add(10 * time.Minute).Unix()),
	})
	t.AddGrant(&jwt.VoiceGrant{
		Incoming: jwt.Incoming{Allow: true},
		Outgoing: jwt.Outgoing{ApplicationSid: cfg.AppSid, ApplicationParams: map[string]interface{}{"foo": "bar"}},
	})
	return t.ToJwt()
}

func officialHour(cfg config, identity string) (string, error) {
	params := jwt.AccessTokenParams{
		AccountSid:    cfg.AccountSid,
		SigningKeySid: cfg.KeySid,
		Secret:        cfg.KeySecret,
		Identity:      identity,
		Ttl:           3600,
	}
	t := jwt.CreateAccessToken(params)
	t.AddGrant(&jwt.VoiceGrant{Outgoing: jwt.Outgoing{ApplicationSid: cfg.AppSid}})
	return t.ToJwt()
}

func kevinburke(cfg config, identity string, ttl time.Duration) (string, error) {
	t := token.New(cfg.AccountSid, cfg.KeySid, cfg.KeySecret, identity, ttl)
	t.AddGrant(token.NewVoiceGrant(cfg.AppSid, nil, "", "", true))
	return t.JWT()
}

func chained(cfg config, identity string) ([]byte, error) {
	return xaviiic.NewAccessToken(cfg.AccountSid, cfg.KeySid, cfg.KeySecret).
		SetIdentity(identity).
		SetTTL(time.Hour).
		AddGrant(xaviiic.NewVoiceGrant(cfg.AppSid, "", "", true, nil)).
		ToJWT()
}

func byHand(cfg config, identity string, ttl time.Duration) (string, error) {
	now := time.Now()
	t := gojwt.NewWithClaims(gojwt.SigningMethodHS256, gojwt.MapClaims{
		"jti": fmt.Sprintf("%s-%d", cfg.KeySid, now.Unix()),
		"iss": cfg.KeySid,
		"sub": cfg.AccountSid,
		"exp": now.Add(ttl).Unix(),
		"grants": map[string]interface{}{
			"identity": identity,
			"voice": map[string]interface{}{
				"incoming": map[string]interface{}{"allow": true},
				"outgoing": map[string]interface{}{"application_sid": cfg.AppSid},
			},
		},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(cfg.KeySecret))
}

type grants struct {
	Identity string                 `json:"identity"`
	Voice    map[string]interface{} `json:"voice"`
}

type accessClaims struct {
	gojwt.RegisteredClaims
	Grants grants `json:"grants"`
}

func byHandStruct(identity string) (string, error) {
	keySid := os.Getenv("TWILIO_API_KEY")
	t := gojwt.NewWithClaims(gojwt.SigningMethodHS256, accessClaims{
		RegisteredClaims: gojwt.RegisteredClaims{
			ID:        keySid + "-1",
			Issuer:    keySid,
			Subject:   os.Getenv("TWILIO_ACCOUNT_SID"),
			ExpiresAt: gojwt.NewNumericDate(time.Now().Add(time.Hour)),
		},
		Grants: grants{identity, map[string]interface{}{"incoming": map[string]bool{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(os.Getenv("TWILIO_API_SECRET")))
}

// the client has the auth token, the tokens are signed with the key
type phone struct {
	cfg  config
	rest *twilio.RestClient
}

func newPhone(cfg config) *phone {
	return &phone{cfg, twilio.NewRestClientWithParams(twilio.ClientParams{
		Username:   cfg.AccountSid,
		Password:   cfg.AuthToken,
		AccountSid: cfg.AccountSid,
	})}
}

func (p *phone) token(identity string) (string, error) {
	return byHand(p.cfg, identity, time.Hour)
}
