// Package twilio has the declarations of github.com/kevinburke/twilio-go@v0.0.0-20240716172313-813590983ccc.
package twilio

import "net/http"

func ValidateIncomingRequest(host string, authToken string, req *http.Request) (err error) {
	return nil
}
