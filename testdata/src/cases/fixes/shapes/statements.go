// Package shapes has the statements that a token can be generated in.
package shapes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type config struct {
	AccountSid string
	AuthToken  string
	AppSid     string
}

// the results of the call are the results of the function
func returned(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// both results are declared
func declared(w http.ResponseWriter, cfg config, user string) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	if err != nil {
		http.Error(w, "no phone today", http.StatusInternalServerError)
		return
	}
	io.WriteString(w, tok)
}

// both results are assigned to the named results, which are returned by name
func namedResults(cfg config, user string) (tok string, err error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err = c.GenerateToken(time.Hour)
	return tok, err
}

// a return without values, after an assignment
func bareReturn(cfg config, user string) (tok string, err error) {
	if user == "" {
		err = errors.New("who is it?")
		return
	}
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.AppSid, nil)
	tok, err = c.GenerateToken(time.Hour)
	return
}

// the call is the init statement of an if with an else
func ifElse(w io.Writer, cfg config, user string) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	if tok, err := c.GenerateToken(time.Hour); err != nil {
		fmt.Fprintln(w, "error:", err)
	} else {
		fmt.Fprintln(w, "token:", tok)
	}
}

// the init statement assigns to variables from outside
func ifAssigned(cfg config, user string) string {
	var (
		tok string
		err error
	)
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	if tok, err = c.GenerateToken(time.Hour); err != nil {
		log.Print(err)
	}
	return tok
}

// the token is made in the first branch of an else
func elseBlock(cfg config, user string, cached map[string]string) (string, error) {
	if tok, ok := cached[user]; ok {
		return tok, nil
	} else {
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Hour)
	}
}

// the call is the init statement of an else-if: it runs only if the first condition does not hold
func elseIf(cfg config, user string, cached map[string]string) string {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	if tok, ok := cached[user]; ok {
		return tok
	} else if tok, err := c.GenerateToken(time.Hour); err == nil {
		cached[user] = tok
		return tok
	}
	return ""
}

// the call is the init statement of a switch
func switchInit(cfg config, user string) string {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use(; no fix: shape( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	switch tok, err := c.GenerateToken(time.Hour); {
	case err != nil:
		return "error"
	case len(tok) > 4096:
		return "long"
	default:
		return tok
	}
}

// everything is inside one case of a switch
func inCase(cfg config, kind, user string) (tok string, err error) {
	switch kind {
	case "guest":
		return "", nil
	case "agent":
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err = c.GenerateToken(time.Hour)
	}
	return tok, err
}

// everything is inside one case of a type switch, the name is its variable
func inTypeSwitch(cfg config, who any) (string, error) {
	switch name := who.(type) {
	case string:
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(name)
		return c.GenerateToken(time.Hour)
	case fmt.Stringer:
		return name.String(), nil
	}
	return "", errors.New("no name")
}

// everything is inside a clause of a select
func inSelect(ctx context.Context, cfg config, users <-chan string) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case user := <-users:
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Hour)
	}
}

// the results are declared with var
func varDeclared(cfg config, user string) string {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	var tok, err = c.GenerateToken(time.Hour)
	if err != nil {
		panic(err)
	}
	return tok
}

// object and results are declared in one var group
func varGroup(cfg config, user string) (string, error) {
	var (
		c     = twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		label = "client:" + user
	)
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	log.Print(label)
	return tok, err
}

// nobody wants the results
func blank(cfg config, user string) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	_, _ = c.GenerateToken(time.Hour)
}

// nobody wants the error
func blankError(cfg config, user string) string {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	tok, _ := c.GenerateToken(time.Hour)
	return tok
}

func respond(tok string, err error) map[string]any {
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"token": tok}
}

// both results are the arguments of another call
func nested(w io.Writer, cfg config, user string) error {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use(; no fix: shape( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	return json.NewEncoder(w).Encode(respond(c.GenerateToken(time.Hour)))
}

// a label stands before the loop, and the token is made between two jumps to it
func labelled(cfg config, teams [][]string) (toks []string) {
teams:
	for _, team := range teams {
		for _, user := range team {
			if user == "" {
				continue teams
			}
			c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
			c.AllowClientIncoming(user)
			tok, err := c.GenerateToken(time.Hour)
			if err != nil {
				break teams
			}
			toks = append(toks, tok)
		}
	}
	return toks
}

// a label stands before the statement that signs
func labelledSigning(cfg config, user string, log func(string)) string {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	if user == "root" {
		goto sign
	}
	log(user)
sign:
	tok, err := c.GenerateToken(time.Hour)
	if err != nil {
		return err.Error()
	}
	return tok
}

// everything is inside a closure that is returned
func closure(cfg config) func(string) (string, error) {
	return func(user string) (string, error) {
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(time.Hour)
	}
}

// everything is inside a goroutine
func goroutine(cfg config, user string, out chan<- string) {
	go func() {
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err := c.GenerateToken(time.Hour)
		if err != nil {
			tok = ""
		}
		out <- tok
	}()
}

// everything is inside a deferred closure
func deferred(cfg config, user string) (tok string, err error) {
	defer func() {
		if err != nil {
			return
		}
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err = c.GenerateToken(time.Hour)
	}()
	err = json.Unmarshal([]byte(user), &user)
	return
}

// the call that signs is a value first
func methodValue(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use; no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	sign := c.GenerateToken
	return sign(time.Hour)
}

// parentheses around everything that may have them
func parenthesised(cfg config, user string) (string, error) {
	c := (twilioclient.NewCapability)((cfg.AccountSid), (cfg.AuthToken)) // want "do not use$"
	(c).AllowClientIncoming((user))
	return (c.GenerateToken((time.Hour)))
}

// an error that is shadowed in a block, and the outer one is returned
func shadowedError(cfg config, user string, load func(string) error) (tok string, err error) {
	err = load(user)
	{
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		signed, err := c.GenerateToken(time.Hour)
		if err != nil {
			return "", err
		}
		tok = signed
	}
	return tok, err
}

// only one of the variables is new
func oneNewVariable(cfg config, r *http.Request) (string, error) {
	err := r.ParseForm()
	if err != nil {
		return "", err
	}
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(r.Form.Get("user"))
	tok, err := c.GenerateToken(time.Hour)
	return tok, err
}

// the results go into a field and an element
func intoFields(cfg config, user string, page *struct{ Token string }, errs []error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	page.Token, errs[0] = c.GenerateToken(time.Hour)
}

// other statements stand between the calls
func farApart(cfg config, user string, w http.ResponseWriter) error {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	w.Header().Set("Cache-Control", "no-store")

	c.AllowClientOutgoing(cfg.AppSid, nil)
	w.Header().Set("Content-Type", "application/jwt")

	c.AllowClientIncoming(user)
	w.WriteHeader(http.StatusOK)

	tok, err := c.GenerateToken(time.Hour)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, tok)
	return err
}

// the object is declared first and assigned later
func declaredFirst(cfg config, user string) (string, error) {
	var c *twilioclient.Capability
	c = twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// the object is made beside another variable, in one statement
func sideBySide(cfg config, user string) (string, string, error) {
	c, greeting := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken), "hello "+user // want "do not use$"
	c.AllowClientIncoming(user)
	tok, err := c.GenerateToken(time.Hour)
	return tok, greeting, err
}

// the object is the init statement of an if, and everything is inside
func objectInInit(cfg config, user string, ok bool) (tok string, err error) {
	if c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken); ok { // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
		c.AllowClientIncoming(user)
		tok, err = c.GenerateToken(time.Hour)
	}
	return
}

// two names for one object
func twoNames(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	phone := c
	phone.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.AppSid, nil)
	return phone.GenerateToken(time.Hour)
}

// an early return lies between the calls
func earlyReturn(cfg config, user string) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	if user == "guest" {
		return "", errors.New("guests have no phone")
	}
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// each turn of the loop makes a whole token
func eachTurn(cfg config, users []string) map[string]string {
	toks := make(map[string]string)
	for _, user := range users {
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		tok, err := c.GenerateToken(time.Hour)
		if err != nil {
			continue
		}
		toks[user] = tok
	}
	return toks
}

// each of several return statements signs a token of its own
func severalReturns(cfg config, user string, short bool) (string, error) {
	if short {
		c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
		c.AllowClientIncoming(user)
		return c.GenerateToken(5 * time.Minute)
	}
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(cfg.AppSid, nil)
	return c.GenerateToken(time.Hour)
}

// one object, signed by either of two return statements
func signedInEitherBranch(cfg config, user string, short bool) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use; no fix: [a-z0-9-]+( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	if short {
		return c.GenerateToken(5 * time.Minute)
	}
	return c.GenerateToken(time.Hour)
}

// a function with type parameters
func generic[T ~string](cfg config, user T) (string, error) {
	c := twilioclient.NewCapability(cfg.AccountSid, cfg.AuthToken) // want "do not use$"
	c.AllowClientIncoming(string(user))
	return c.GenerateToken(time.Hour)
}

type phone[T any] struct {
	config
	owner string
	extra T
}

// a method of a generic type, the credentials are promoted fields
func (p *phone[T]) Token() (string, error) {
	c := twilioclient.NewCapability(p.AccountSid, p.AuthToken) // want "do not use$"
	c.AllowClientIncoming(p.owner)
	c.AllowClientOutgoing(p.AppSid, nil)
	return c.GenerateToken(time.Hour)
}

// the object is made by a function value
func functionValue(cfg config, user string) (string, error) {
	create := twilioclient.NewCapability
	c := create(cfg.AccountSid, cfg.AuthToken) // want "do not use(; no fix: [a-z0-9-]+( \\(.*\\))?)?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
