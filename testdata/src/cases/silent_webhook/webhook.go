// Package webhook checks the signatures of incoming requests. The auth token is the right key for that.
package webhook

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"net/http"
	"os"
	"sort"
	"strings"

	twilio "github.com/kevinburke/twilio-go/v2"
	"github.com/twilio/twilio-go/client"
)

var errSignature = errors.New("bad signature")

func validate(authToken string, r *http.Request) error {
	v := client.NewRequestValidator(authToken)
	params := map[string]string{}
	for k := range r.PostForm {
		params[k] = r.PostForm.Get(k)
	}
	if !v.Validate(r.URL.String(), params, r.Header.Get("X-Twilio-Signature")) {
		return errSignature
	}
	return nil
}

func validateKevin(r *http.Request) error {
	return twilio.ValidateIncomingRequest("https://example.com", os.Getenv("TWILIO_AUTH_TOKEN"), r)
}

func byHand(authToken string, r *http.Request) bool {
	keys := make([]string, 0, len(r.PostForm))
	for k := range r.PostForm {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	b.WriteString(r.URL.String())
	for _, k := range keys {
		b.WriteString(k)
		b.WriteString(r.PostForm.Get(k))
	}
	mac := hmac.New(sha1.New, []byte(authToken))
	mac.Write([]byte(b.String()))
	return hmac.Equal([]byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))), []byte(r.Header.Get("X-Twilio-Signature")))
}
