// Command callcentre serves the phones of a call centre: it hands out tokens,
// answers Twilio's voice webhook, and calls customers back.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"slices"
	"time"

	"example.com/callcentre/agentphone"
	"example.com/callcentre/kiosk"
	"example.com/callcentre/session"
	"example.com/callcentre/voice"
)

type config struct {
	AccountSID    string
	AuthToken     string
	AppSID        string
	CallerID      string
	PublicURL     string
	SessionSecret string
	SupervisorTTL time.Duration
}

func loadConfig(getenv func(string) string) (config, error) {
	cfg := config{SupervisorTTL: 4 * time.Hour}
	for _, v := range []struct {
		name  string
		field *string
	}{
		{"TWILIO_ACCOUNT_SID", &cfg.AccountSID},
		{"TWILIO_AUTH_TOKEN", &cfg.AuthToken},
		{"TWILIO_APP_SID", &cfg.AppSID},
		{"TWILIO_CALLER_ID", &cfg.CallerID},
		{"PUBLIC_URL", &cfg.PublicURL},
		{"SESSION_SECRET", &cfg.SessionSecret},
	} {
		if *v.field = getenv(v.name); *v.field == "" {
			return config{}, fmt.Errorf("%s is not set", v.name)
		}
	}
	if s := getenv("SUPERVISOR_TOKEN_TTL"); s != "" {
		ttl, err := time.ParseDuration(s)
		if err != nil {
			return config{}, fmt.Errorf("SUPERVISOR_TOKEN_TTL: %w", err)
		}
		cfg.SupervisorTTL = ttl
	}
	return cfg, nil
}

// A handler does something for the user of a session; its result is sent as JSON.
type handler func(r *http.Request, user session.User) (map[string]string, error)

const sessionCookie = "session"

// withSession runs h for users whose session has one of the scopes, and renews
// the session.
func withSession(secret string, h handler, scopes ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var user session.User
		cookie, err := r.Cookie(sessionCookie)
		if err == nil {
			user, err = session.Parse(cookie.Value, secret)
		}
		if err != nil {
			http.Error(w, "not logged in", http.StatusUnauthorized)
			return
		}
		if !slices.Contains(scopes, user.Scope) {
			http.Error(w, "not allowed", http.StatusForbidden)
			return
		}
		result, err := h(r, user)
		if err != nil {
			log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		if renewed, err := session.Issue(user, secret); err == nil {
			http.SetCookie(w, &http.Cookie{Name: sessionCookie, Value: renewed, Path: "/",
				HttpOnly: true, Secure: true, SameSite: http.SameSiteStrictMode})
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		json.NewEncoder(w).Encode(result)
	}
}

func newHandler(cfg config) http.Handler {
	const webhookPath = "/webhook/voice"
	phones := &agentphone.Phones{AccountSID: cfg.AccountSID, AuthToken: cfg.AuthToken, AppSID: cfg.AppSID}
	callbacks := voice.NewCallbacks(cfg.AccountSID, cfg.AuthToken, cfg.CallerID, cfg.PublicURL+webhookPath)

	agent := func(_ *http.Request, user session.User) (map[string]string, error) {
		var token string
		var err error
		if user.Scope == session.ScopeSupervisor {
			params := map[string]string{"queue": user.Queue, "role": "supervisor"}
			token, err = phones.Supervisor(user.Name, params, cfg.SupervisorTTL)
		} else {
			token, err = phones.Agent(user.Name, user.Queue)
		}
		return map[string]string{"token": token}, err
	}
	lobby := func(*http.Request, session.User) (map[string]string, error) {
		token, err := phones.Lobby()
		return map[string]string{"token": token}, err
	}
	kioskToken := func(_ *http.Request, user session.User) (map[string]string, error) {
		token, err := kiosk.Token(cfg.AccountSID, cfg.AuthToken, cfg.AppSID, user.Name)
		return map[string]string{"token": token}, err
	}
	callback := func(r *http.Request, _ session.User) (map[string]string, error) {
		sid, err := callbacks.Place(r.Context(), r.PostFormValue("to"))
		return map[string]string{"call": sid}, err
	}

	staff := []string{session.ScopeAgent, session.ScopeSupervisor}
	mux := http.NewServeMux()
	mux.Handle("GET /token/agent", withSession(cfg.SessionSecret, agent, staff...))
	mux.Handle("GET /token/lobby", withSession(cfg.SessionSecret, lobby, session.ScopeLobby))
	mux.Handle("GET /token/kiosk", withSession(cfg.SessionSecret, kioskToken, session.ScopeKiosk))
	mux.Handle("POST /callback", withSession(cfg.SessionSecret, callback, staff...))
	mux.Handle("POST "+webhookPath, &voice.Webhook{
		AuthToken: cfg.AuthToken, PublicURL: cfg.PublicURL, CallerID: cfg.CallerID})
	return mux
}

func main() {
	cfg, err := loadConfig(os.Getenv)
	if err != nil {
		log.Fatal(err)
	}
	addr := os.Getenv("ADDR")
	if addr == "" {
		addr = "localhost:8080"
	}
	server := &http.Server{Addr: addr, Handler: newHandler(cfg), ReadHeaderTimeout: 5 * time.Second}
	log.Printf("listening on %s", addr)
	log.Fatal(server.ListenAndServe())
}
