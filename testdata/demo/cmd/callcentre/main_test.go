package main

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	twilio "github.com/kevinburke/twilio-go/v2"

	"example.com/callcentre/session"
)

const (
	apiKey    = "SK00000000000000000000000000000001"
	apiSecret = "not-a-real-api-secret"
)

var testConfig = config{
	AccountSID:    "AC00000000000000000000000000000001",
	AuthToken:     "not-a-real-auth-token",
	AppSID:        "AP00000000000000000000000000000001",
	CallerID:      "+15005550006",
	PublicURL:     "https://calls.example.com",
	SessionSecret: "not-a-real-session-secret",
	SupervisorTTL: 90 * time.Minute,
}

// do sends a request as user, or without a session if user is nil.
func do(t *testing.T, method, target string, form url.Values, user *session.User) *httptest.ResponseRecorder {
	t.Helper()
	req := httptest.NewRequest(method, target, strings.NewReader(form.Encode()))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if user != nil {
		value, err := session.Issue(*user, testConfig.SessionSecret)
		if err != nil {
			t.Fatal(err)
		}
		req.AddCookie(&http.Cookie{Name: sessionCookie, Value: value})
	}
	rec := httptest.NewRecorder()
	newHandler(testConfig).ServeHTTP(rec, req)
	return rec
}

func TestTokens(t *testing.T) {
	t.Setenv("TWILIO_API_KEY", apiKey)
	t.Setenv("TWILIO_API_SECRET", apiSecret)
	for _, test := range []struct {
		name, path string
		user       session.User
		want       permissions
	}{
		{"agent", "/token/agent", session.User{Name: "alice", Scope: session.ScopeAgent, Queue: "sales & support"},
			permissions{name: "alice", incoming: true, params: map[string]string{"queue": "sales & support"}, ttl: 8 * time.Hour}},
		{"supervisor", "/token/agent", session.User{Name: "bob_s", Scope: session.ScopeSupervisor, Queue: "café+"},
			permissions{name: "bob_s", incoming: true, params: map[string]string{"queue": "café+", "role": "supervisor"}, ttl: 90 * time.Minute}},
		{"lobby", "/token/lobby", session.User{Name: "lobby", Scope: session.ScopeLobby},
			permissions{ttl: 12 * time.Hour}},
		{"kiosk", "/token/kiosk", session.User{Name: "kiosk_12", Scope: session.ScopeKiosk},
			permissions{name: "kiosk_12", incoming: true, ttl: 10 * time.Minute}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.want.appSID = testConfig.AppSID
			rec := do(t, "GET", test.path, nil, &test.user)
			var body struct{ Token string }
			if err := json.Unmarshal(rec.Body.Bytes(), &body); rec.Code != http.StatusOK || err != nil {
				t.Fatalf("status %d, body %q", rec.Code, rec.Body)
			}
			checkToken(t, body.Token, testConfig, apiKey, apiSecret, test.want)
		})
	}
}

func TestTokensNeedASession(t *testing.T) {
	for _, path := range []string{"/token/agent", "/token/lobby", "/token/kiosk"} {
		if rec := do(t, "GET", path, nil, nil); rec.Code != http.StatusUnauthorized {
			t.Errorf("%s without a session: status %d", path, rec.Code)
		}
		if rec := do(t, "GET", path, nil, &session.User{Name: "eve", Scope: "mail"}); rec.Code != http.StatusForbidden {
			t.Errorf("%s with a session for something else: status %d", path, rec.Code)
		}
	}
}

func TestWebhook(t *testing.T) {
	for _, test := range []struct {
		form url.Values
		want string
	}{
		{url.Values{"To": {"client:alice"}}, `<Dial callerId="+15005550006"><Client>alice</Client></Dial>`},
		{url.Values{"To": {"+15005550009"}}, `<Dial callerId="+15005550006"><Number>+15005550009</Number></Dial>`},
		{url.Values{"To": {testConfig.CallerID}}, `<Enqueue>general</Enqueue>`},
		{url.Values{"queue": {"sales"}}, `<Enqueue>sales</Enqueue>`},
	} {
		send := func(key string) (int, string) {
			req := httptest.NewRequest("POST", "/webhook/voice", strings.NewReader(test.form.Encode()))
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set("X-Twilio-Signature", sign(key, testConfig.PublicURL+"/webhook/voice", test.form))
			rec := httptest.NewRecorder()
			newHandler(testConfig).ServeHTTP(rec, req)
			return rec.Code, rec.Body.String()
		}
		if code, body := send(testConfig.AuthToken); code != http.StatusOK || !strings.Contains(body, "<Response>"+test.want+"</Response>") {
			t.Errorf("%v: status %d, body %s, want %s", test.form, code, body, test.want)
		}
		if code, body := send("another key"); code != http.StatusForbidden || strings.Contains(body, "<Response>") {
			t.Errorf("%v, wrong signature: status %d, body %s", test.form, code, body)
		}
	}
}

// sign signs a request as Twilio does.
func sign(authToken, target string, form url.Values) string {
	mac := hmac.New(sha1.New, []byte(authToken))
	io.WriteString(mac, target)
	names := make([]string, 0, len(form))
	for name := range form {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		io.WriteString(mac, name+form.Get(name))
	}
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func TestCallback(t *testing.T) {
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sid, password, _ := r.BasicAuth()
		if sid != testConfig.AccountSID || password != testConfig.AuthToken || r.PostFormValue("To") != "+15005550009" {
			t.Errorf("unexpected request: user %q, form %v", sid, r.PostForm)
		}
		io.WriteString(w, `{"sid": "CA00000000000000000000000000000001"}`)
	}))
	defer api.Close()
	defer func(old string) { twilio.BaseURL = old }(twilio.BaseURL)
	twilio.BaseURL = api.URL

	rec := do(t, "POST", "/callback", url.Values{"to": {"+15005550009"}}, &session.User{Name: "alice", Scope: session.ScopeAgent})
	if got, want := strings.TrimSpace(rec.Body.String()), `{"call":"CA00000000000000000000000000000001"}`; got != want {
		t.Errorf("status %d, body %s, want %s", rec.Code, got, want)
	}
}
