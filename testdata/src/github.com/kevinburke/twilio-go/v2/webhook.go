// Package twilio has the declarations of github.com/kevinburke/twilio-go/v2@v2.14.0.
package twilio

import "net/http"

func ValidateIncomingRequest(host string, authToken string, req *http.Request) (err error) {
	return nil
}
