// Package voice answers Twilio's voice webhook and places calls.
package voice

import (
	"context"
	"encoding/xml"
	"net/http"
	"net/url"
	"strings"

	twilio "github.com/kevinburke/twilio-go/v2"
)

// Webhook tells Twilio, in TwiML, what to do with a call.
type Webhook struct {
	AuthToken string // signs Twilio's requests
	PublicURL string // scheme and host under which Twilio reaches this service
	CallerID  string // the call centre's number
}

type dial struct {
	CallerID string `xml:"callerId,attr"`
	Client   string `xml:",omitempty"`
	Number   string `xml:",omitempty"`
}

type response struct {
	XMLName xml.Name `xml:"Response"`
	Dial    *dial
	Enqueue string `xml:",omitempty"`
}

// ServeHTTP connects staff with the client or number that they dial, and puts
// everyone else in a queue. It refuses requests that Twilio did not sign.
func (h *Webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := twilio.ValidateIncomingRequest(h.PublicURL, h.AuthToken, r); err != nil {
		http.Error(w, "bad signature", http.StatusForbidden)
		return
	}
	var res response
	to := r.PostFormValue("To")
	client, isClient := strings.CutPrefix(to, "client:")
	switch {
	case isClient:
		res.Dial = &dial{CallerID: h.CallerID, Client: client}
	case to == "" || to == h.CallerID:
		res.Enqueue = r.PostFormValue("queue")
		if res.Enqueue == "" {
			res.Enqueue = "general"
		}
	default:
		res.Dial = &dial{CallerID: h.CallerID, Number: to}
	}
	body, err := xml.Marshal(res)
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/xml")
	w.Write(append([]byte(xml.Header), body...))
}

// Callbacks calls customers back.
type Callbacks struct {
	client     *twilio.Client
	from       string
	webhookURL string
}

// NewCallbacks returns a Callbacks that calls from the number from, and lets
// the webhook at webhookURL handle the calls.
func NewCallbacks(accountSID, authToken, from, webhookURL string) *Callbacks {
	return &Callbacks{twilio.NewClient(accountSID, authToken, nil), from, webhookURL}
}

// Place calls the number to, and returns the SID of the call.
func (c *Callbacks) Place(ctx context.Context, to string) (string, error) {
	call, err := c.client.Calls.Create(ctx, url.Values{
		"From": {c.from},
		"To":   {to},
		"Url":  {c.webhookURL},
	})
	if err != nil {
		return "", err
	}
	return call.Sid, nil
}
