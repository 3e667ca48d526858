package tokencheck

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// A Capability is what a Capability Token says.
type Capability struct {
	AccountSID string
	TTL        int64 // in seconds, from the time when it was made
	Issued     int64 // when it says that it was issued; when it was made, if it says nothing
	Names      []string
	Incoming   bool
	Outgoing   bool
	AppSID     string
	Params     map[string]string
	Others     []string // scopes that no Access Token has a counterpart of
}

// scopeClaims are the names of the claim that holds the scopes. One old library writes it with a capital letter.
var scopeClaims = []string{"scope", "Scope"}

// IsCapability reports whether the token claims scopes of Twilio's clients.
func (t Token) IsCapability() bool {
	scope, ok := t.scope()
	return ok && (scope == "" || strings.Contains(scope, "scope:client:") || strings.Contains(scope, "scope:stream:"))
}

func (t Token) scope() (string, bool) {
	for _, name := range scopeClaims {
		if scope, ok := t.Claims[name].(string); ok {
			return scope, true
		}
	}
	return "", false
}

// Capability reads a Capability Token that was made at a known time: not every library writes it down. It is an error
// if the scopes contradict each other, or are garbled.
func (t Token) Capability(issued int64) (Capability, error) {
	var c Capability
	c.AccountSID, _ = t.Claims["iss"].(string)
	expires, ok := seconds(t.Claims, "exp")
	if !ok {
		return c, fmt.Errorf("capability token: exp is %v, want whole seconds", t.Claims["exp"])
	}
	c.TTL, c.Issued = expires-issued, issued
	if iat, ok := seconds(t.Claims, "iat"); ok {
		c.Issued = iat
	}
	scope, ok := t.scope()
	if !ok {
		return c, fmt.Errorf("capability token: no scope claim")
	}
	seen := make(map[string]bool)
	for word := range strings.FieldsSeq(scope) {
		if seen[word] {
			continue // saying it twice grants no more
		}
		seen[word] = true
		if err := c.addScope(word); err != nil {
			return c, fmt.Errorf("capability token: scope %q: %w", word, err)
		}
	}
	return c, nil
}

// addScope adds one word of the scope claim, as in scope:client:incoming?clientName=alice.
func (c *Capability) addScope(word string) error {
	privilege, query, _ := strings.Cut(word, "?")
	if !strings.HasPrefix(privilege, "scope:") {
		return fmt.Errorf("want scope:…, a space was not escaped")
	}
	args, err := decodePairs(query)
	if err != nil {
		return err
	}
	switch privilege {
	case "scope:client:incoming":
		c.Incoming = true
		if err := onlyKeys(args, "clientName"); err != nil {
			return err
		}
	case "scope:client:outgoing":
		if err := onlyKeys(args, "appSid", "clientName", "appParams"); err != nil {
			return err
		}
		params, err := decodePairs(args["appParams"])
		if err != nil {
			return fmt.Errorf("appParams: %w", err)
		}
		if c.Outgoing && (c.AppSID != args["appSid"] || !maps.Equal(c.Params, params)) {
			return fmt.Errorf("another outgoing scope differs")
		}
		c.Outgoing, c.AppSID, c.Params = true, args["appSid"], params
	default:
		c.Others = append(c.Others, privilege)
	}
	if name := args["clientName"]; name != "" && !slices.Contains(c.Names, name) {
		c.Names = append(c.Names, name)
	}
	return nil
}

// decodePairs decodes k=v&k=v, where a space is + or %20.
func decodePairs(query string) (map[string]string, error) {
	pairs := make(map[string]string)
	if query == "" {
		return pairs, nil
	}
	for pair := range strings.SplitSeq(query, "&") {
		escapedKey, escapedValue, _ := strings.Cut(pair, "=")
		key, err := url.QueryUnescape(escapedKey)
		if err != nil {
			return nil, err
		}
		value, err := url.QueryUnescape(escapedValue)
		if err != nil {
			return nil, err
		}
		if _, ok := pairs[key]; ok {
			return nil, fmt.Errorf("%s is given twice", key)
		}
		pairs[key] = value
	}
	return pairs, nil
}

// onlyKeys is an error if there are other keys: they come from a value that was not escaped.
func onlyKeys(pairs map[string]string, keys ...string) error {
	for key := range pairs {
		if !slices.Contains(keys, key) {
			return fmt.Errorf("unexpected argument %q", key)
		}
	}
	return nil
}
