// Package rest talks to the REST API, whose password is the auth token.
package rest

import (
	"net/http"
	"net/url"
	"os"
	"strings"

	kevin "github.com/kevinburke/twilio-go/v2"
	old "github.com/oldowner/twilio-go/twilio"
	"github.com/twilio/twilio-go"
	api "github.com/twilio/twilio-go/rest/api/v2010"
	verify "github.com/twilio/twilio-go/rest/verify/v2"
)

func basic(sid, authToken string) (*http.Request, error) {
	form := url.Values{"To": {"client:alice"}, "From": {"+15005550006"}}
	req, err := http.NewRequest("POST", "https://api.twilio.com/2010-04-01/Accounts/"+sid+"/Calls.json", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(sid, authToken)
	return req, nil
}

func clients(sid, authToken string) (*kevin.Client, *twilio.RestClient, *old.Client) {
	return kevin.NewClient(sid, authToken, nil),
		twilio.NewRestClientWithParams(twilio.ClientParams{Username: sid, Password: authToken}),
		old.NewClient(sid, authToken, http.DefaultClient)
}

// tokens for STUN and TURN servers
func iceToken(s *api.ApiService) (*api.ApiV2010Token, error) {
	return s.CreateToken((&api.CreateTokenParams{}).SetTtl(600))
}

func iceTokenByHand(sid string) (*http.Response, error) {
	req, _ := http.NewRequest("POST", "https://api.twilio.com/2010-04-01/Accounts/"+sid+"/Tokens.json", nil)
	req.SetBasicAuth(sid, os.Getenv("TWILIO_AUTH_TOKEN"))
	return http.DefaultClient.Do(req)
}

// tokens of the Verify service
func pushToken(s *verify.ApiService, user string) (*verify.VerifyV2AccessToken, error) {
	return s.CreateAccessToken("VA00000000000000000000000000000001", (&verify.CreateAccessTokenParams{}).SetIdentity(user))
}
