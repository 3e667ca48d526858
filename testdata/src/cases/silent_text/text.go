// Package text has the words of a capability token, and makes none.
package text

import (
	"flag"
	"fmt"
	"io"
	"log"
	"net/url"
	"strings"
)

// usage mentions scope:client:incoming?clientName=alice.
const usage = `usage: tokens SCOPE

for instance
	scope:client:incoming?clientName=alice
	scope:client:outgoing?appSid=AP00000000000000000000000000000001
`

func init() { flag.Usage = func() { fmt.Print(usage) } }

type store map[string]string

func (s store) key(kind, id string) string { return fmt.Sprintf("scope:%s:%s", kind, id) }

func (s store) client(id string) string { return s["scope:client:"+id] }

func (s store) remember(name string) {
	s[s.key("client", "incoming")] = name
	s["scope:client:incoming?clientName="+name] = "seen"
}

// incoming is what a scope looks like; nobody signs it.
func incoming(name string) string {
	return "scope:client:incoming?clientName=" + url.QueryEscape(name)
}

func explain(w io.Writer, name string) {
	fmt.Fprintf(w, "a token with %s can be called\n", incoming(name))
	log.Printf("scope=%q", "scope:client:outgoing?appSid=AP1&clientName="+name)
}

type tag struct{ Scope string }

func tags(ids []string) (out []tag) {
	for _, id := range ids {
		out = append(out, tag{Scope: "scope:client:" + id})
	}
	return out
}

func isCapabilityScope(s string) bool {
	return strings.HasPrefix(s, "scope:client:incoming") ||
		strings.HasPrefix(s, "scope:client:outgoing") ||
		strings.HasPrefix(s, "scope:stream:subscribe")
}

func names(scope string) (names []string) {
	for _, s := range strings.Fields(scope) {
		if rest, ok := strings.CutPrefix(s, "scope:client:incoming?"); ok {
			q, err := url.ParseQuery(rest)
			if err == nil {
				names = append(names, q.Get("clientName"))
			}
		}
	}
	return names
}

// report is written as JSON for people, not as a token.
func report(name string) map[string]interface{} {
	return map[string]interface{}{
		"scope": incoming(name),
		"who":   name,
	}
}
