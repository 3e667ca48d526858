package drive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// signed makes something that looks like a token, of texts that tell one from another.
func signed(texts ...any) string {
	encoded := fmt.Sprintf("%x", fmt.Sprint(texts...))
	return "eyJh.eyJ" + encoded + "." + strings.Repeat("x", 43)
}

type config struct {
	Twilio struct{ Account, Secret string }
	TwiML  struct{ Voice string }
	secret []byte
	TTL    time.Duration
}

func (c *config) token(name string) (string, error) {
	return signed(c.Twilio.Account, c.Twilio.Secret, c.TwiML.Voice, string(c.secret)), nil
}

var environment string

// TestRun calls functions of all the shapes that tokens come out of.
func TestRun(t *testing.T) {
	configured := signed(AccountSID, AuthToken, AppSID, AuthToken)
	for _, tc := range []struct {
		name   string
		f      any
		params []string
		want   []string // all tokens and failures, without duplicates
	}{
		{"texts", func(sid, tok, app, who string) string { return signed(sid, tok, app, who) }, []string{"sid", "tok", "app", "who"},
			[]string{signed(AccountSID, AuthToken, AppSID, PlainName), signed(AccountSID, AuthToken, AppSID, AwkwardName)}},
		{"words", func(role string) string { return signed(role) }, []string{"role"},
			[]string{signed(PlainName), signed(AwkwardName), signed("admin")}},
		{"method", (*config).token, []string{"c", "name"}, []string{configured}},
		{"value", func(c config) []byte { v, _ := c.token(""); return []byte(v) }, []string{"c"}, []string{configured}},
		{"flags", func(a, b bool) string { return signed(a, b) }, []string{"a", "b"},
			[]string{signed(false, false), signed(false, true), signed(true, false), signed(true, true)}},
		{"lifetimes", func(d time.Duration) string { return signed(d) }, []string{"d"},
			[]string{signed(10 * time.Minute), signed(2 * time.Hour), signed(1500 * time.Millisecond), signed(time.Duration(0))}},
		{"units", func(seconds int64, minutes uint8, hours float64) string {
			return signed(seconds, "/", minutes, "/", hours)
		},
			[]string{"seconds", "minutes", "hours"}, []string{signed(600, "/", 10, "/", 2), signed(7200, "/", 10, "/", 2)}},
		{"the time", func(now time.Time, end time.Time, clock func() time.Time) string {
			return signed(now.Unix(), end.Sub(now), clock().Equal(now))
		}, []string{"now", "end", "clock"},
			[]string{signed(946684800, 20*time.Minute, true), signed(946684800, 90*time.Minute+500*time.Millisecond, true)}},
		{"parameters", func(m map[string]string) string { return signed(m == nil, len(m), m["plus"]) }, []string{"m"},
			[]string{signed(false, 9, "1+1=2"), signed(true, 0, ""), signed(false, 0, "")}},
		{"handler", func(w http.ResponseWriter, r *http.Request) {
			q := r.URL.Query().Get("who") == r.FormValue("who") && r.PathValue("who") == r.FormValue("who")
			fmt.Fprintf(w, `{"token":%q}`, signed(r.FormValue("who"), q))
		}, []string{"w", "r"}, []string{signed(PlainName, true), signed(AwkwardName, true)}},
		{"handler made", func() http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, signed("made")) })
		}, nil, []string{signed("made")}},
		{"closure", func(sid string) func(string) (string, error) {
			return func(string) (string, error) { return signed(sid), nil }
		}, []string{"sid"}, []string{signed(AccountSID)}},
		{"goroutine", func() <-chan string {
			c := make(chan string, 1)
			go func() { defer close(c); time.Sleep(time.Second); c <- signed(1) }()
			time.Sleep(2 * time.Second)
			return c
		}, nil, []string{signed(1)}},
		{"map, in the order of its keys", func() map[string]string { return map[string]string{"b": signed(2), "a": signed(1)} }, nil,
			[]string{signed(1), signed(2)}},
		{"argument", func(c *config) { c.secret = []byte(signed("kept")) }, []string{"c"}, []string{signed("kept")}},
		{"environment", func(getenv func(string) string) string {
			return signed(getenv("TWILIO_API_KEY"), getenv("TWILIO_API_SECRET"))
		},
			[]string{"getenv"}, []string{signed(APIKeySID, APIKeySecret)}},
		{"variable", func() string { return signed(environment) }, nil, []string{signed(AuthToken)}},
		{"sent", func(c chan<- string) { c <- signed("sent") }, []string{"c"}, []string{signed("sent")}},
		{"received", func(names <-chan string) string { return signed(<-names) }, []string{"names"},
			[]string{signed(PlainName), signed(AwkwardName)}},
		{"object", func(body io.Reader) (string, error) {
			var user struct{ Who, Sid string }
			err := json.NewDecoder(body).Decode(&user)
			return signed(user.Who, user.Sid), err
		}, []string{"body"}, []string{
			signed(), "error: invalid character 'a' looking for beginning of value", "error: invalid character 'Z' looking for beginning of value",
			signed(PlainName, AccountSID), signed(AwkwardName, AccountSID)}},
		{"object in a request", func(r *http.Request) (user struct{ Who string }) {
			if json.NewDecoder(r.Body).Decode(&user) == nil {
				user.Who = signed(user.Who)
			}
			return user
		}, []string{"r"}, []string{signed(PlainName), signed(AwkwardName)}},
		{"functions in variables", func() Values {
			return Values{signed("old"), map[string]func() string{"f": func() string { return signed("new") }}}
		}, nil, []string{signed("new")}},
		{"options", func(options ...func(*config)) string { return signed(len(options)) }, []string{"options"}, []string{signed(0)}},
		{"names", func(users ...string) string { return signed(len(users)) }, []string{"users"}, []string{signed(2), signed(0)}},
		{"failure", func() (string, error) { return "", errors.New("no") }, nil, []string{"error: no"}},
		{"panic", func(r *http.Request) { panic("help") }, []string{"r"}, []string{"panic: help"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			pkg := Package{
				Path:      "github.com/captoken",
				Functions: []Function{{tc.name, tc.f, tc.params}},
				Variables: []Variable{{"authToken", &environment}},
				Words:     map[string][]string{"role": {"admin"}},
				Keys:      []string{"who"},
				Fields:    []string{"Sid", "Who"},
			}
			var got []string
			for _, call := range run(t, pkg) {
				for _, text := range append(call.Tokens, call.Failure) {
					if text != "" && !slices.Contains(got, text) {
						got = append(got, text)
					}
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func run(t *testing.T, pkg Package) (calls []Call) {
	t.Helper()
	var output bytes.Buffer
	Run(t, []Package{pkg}, nil, &output)
	for line := range strings.Lines(output.String()) {
		var call Call
		if err := json.Unmarshal([]byte(line), &call); err != nil {
			t.Fatal(err)
		}
		if !call.Begun {
			calls = append(calls, call)
		}
	}
	return calls
}

// TestManyChoices calls a function with too many combinations: each choice has to be made once.
func TestManyChoices(t *testing.T) {
	calls := run(t, Package{Path: "p/p", Functions: []Function{{
		Name: "f",
		Func: func(a, b, c, d, e, f bool) string { return signed(a, b, c, d, e, f) },
	}}})
	keys := make(map[string]bool)
	for _, call := range calls {
		keys[call.Key()] = true
	}
	if len(calls) != 7 || len(keys) != 7 {
		t.Errorf("%d calls, %d different: %v, want 7", len(calls), len(keys), slices.Sorted(maps.Keys(keys)))
	}
}

func TestLeaveOut(t *testing.T) {
	var output bytes.Buffer
	pkg := Package{Path: "p/p", Functions: []Function{{"f", func() { t.Error("f is called") }, nil}}}
	Run(t, []Package{pkg}, []string{"p/p.f"}, &output)
	if !strings.Contains(output.String(), "it ends the program") {
		t.Error(output.String())
	}
}

func TestAwkwardTextsNeedEscaping(t *testing.T) {
	texts := slices.Collect(maps.Values(awkwardParams()))
	for _, text := range append(texts, AwkwardName) {
		if escaped := url.QueryEscape(text); escaped == text && text != "42" && text != "" {
			t.Errorf("%q is the same when escaped", text)
		}
	}
}
