package tokencheck

import (
	"reflect"
	"slices"
	"strings"
)

// CompareWithGuide returns, in words, how the header and the claims of an Access Token differ from those that the
// official library makes of the parameters in Twilio's guide. What has the same meaning is no difference: libraries
// leave out the time of issue, repeat it as nbf, append other numbers to the key in jti, and leave out or leave empty
// what is not granted. issued are the times at which the token may say that it was issued.
func CompareWithGuide(access string, wantHeader, wantClaims map[string]any, issued ...int64) []string {
	token, err := Decode(access)
	if err != nil {
		return []string{"access token: " + err.Error()}
	}
	var d differences
	d.members("header", token.Header, wantHeader)
	d.members("claim", meaning(token.Claims, issued), meaning(wantClaims, issued))
	return d
}

// meaning reduces claims to what they mean, for a token issued at one of several times.
func meaning(claims map[string]any, issued []int64) map[string]any {
	reduced := make(map[string]any)
	for name, value := range claims {
		switch name {
		case "iat", "nbf":
			if at, ok := seconds(claims, name); ok && slices.Contains(issued, at) {
				continue
			}
		case "exp":
			if at, ok := seconds(claims, name); ok {
				value = at
			}
		case "jti":
			if id, ok := value.(string); ok {
				value, _, _ = strings.Cut(id, "-")
			}
		case "grants":
			value, _ = granting(value)
		}
		reduced[name] = value
	}
	return reduced
}

// granting removes what grants nothing, and reports whether there is anything left.
func granting(value any) (any, bool) {
	if allowed, ok := value.(bool); ok {
		return value, allowed
	}
	object, ok := value.(map[string]any)
	if !ok {
		return value, true
	}
	rest := make(map[string]any)
	for name, member := range object {
		// The parameters of calls are text: an empty one is sent along as well.
		if member, ok := granting(member); ok {
			rest[name] = member
		}
	}
	return rest, len(rest) > 0
}

func (d *differences) members(what string, got, want map[string]any) {
	for _, name := range sortedKeys(want) {
		if !reflect.DeepEqual(got[name], want[name]) {
			d.add("%s %s is %s, the official library makes it %s", what, name, show(got[name]), show(want[name]))
		}
	}
	for _, name := range sortedKeys(got) {
		if _, ok := want[name]; !ok {
			d.add("%s %s is %s, the official library has none", what, name, show(got[name]))
		}
	}
}
