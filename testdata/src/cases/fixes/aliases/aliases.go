// Package aliases has values that change under another name.
package aliases

import (
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

type agent struct {
	name string
	ttl  time.Duration
}

func (a *agent) Error() string { return a.name }

type holder struct{ a *agent }

type prefixed struct{ *twilioclient.Capability }

func (p prefixed) AllowClientIncoming(name string) { p.Capability.AllowClientIncoming("agent_" + name) }

// a type of the package has its own way of allowing
func overridden(sid, secret, user string) (string, error) {
	c := prefixed{twilioclient.NewCapability(sid, secret)} // want "no fix: across-functions( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a copy of the object gets another name
func objectCopied(sid, secret, user string) (string, error) {
	c := *twilioclient.NewCapability(sid, secret) // want "no fix: shape( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	other := c
	other.AllowClientIncoming("bob")
	return c.GenerateToken(time.Hour)
}

// a byte of the text changes
func bytesChange(sid, secret string, b []byte) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(string(b))
	b[0] = 'X'
	return c.GenerateToken(time.Hour)
}

// a function of the library writes into the bytes
func bytesEncoded(sid, secret string, src []byte) (string, error) {
	id := make([]byte, 8)
	hex.Encode(id, src[:4])
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(string(id))
	hex.Encode(id, src[4:8])
	return c.GenerateToken(time.Hour)
}

// two elements of the list change places
func elementsSwapped(sid, secret string, names []string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(strings.Join(names, "-"))
	names[0], names[1] = names[1], names[0]
	return c.GenerateToken(time.Hour)
}

// a slice of the array is written to
func sliceOfArray(sid, secret string, names [2]string) (string, error) {
	all := names[:]
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(names[0])
	all[0] = "X"
	return c.GenerateToken(time.Hour)
}

// append writes into the array that both slices have
func appended(sid, secret string) (string, []string, error) {
	names := []string{"alice", "carol"}
	head := names[:1]
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(names[1])
	head = append(head, "bob")
	tok, err := c.GenerateToken(time.Hour)
	return tok, head, err
}

// the arguments of a text are in a list, one of which changes
func argumentChanges(sid, secret, user string, n int) (string, error) {
	args := []any{user, n}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(fmt.Sprintf("%s-%d", args...))
	args[0] = "z"
	return c.GenerateToken(time.Hour)
}

// the struct was made here, and changes through its pointer
func freshPointer(sid, secret, user string) (string, error) {
	a := &agent{name: user}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	a.name = "bob"
	return c.GenerateToken(time.Hour)
}

// the same struct has two pointers
func twoPointers(sid, secret, user string) (string, error) {
	a := &agent{name: user}
	b := a
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(b.name)
	a.name = "bob"
	return c.GenerateToken(time.Hour)
}

// the pointer is read, the variable is written
func variableBehindPointer(sid, secret, user string) (string, error) {
	p := &user
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(*p)
	user = "bob"
	return c.GenerateToken(time.Hour)
}

// a new struct holds the pointer, and is written through
func pointerInStruct(sid, secret string, a *agent) (string, error) {
	h := holder{a: a}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	h.a.name = "bob"
	return c.GenerateToken(time.Hour)
}

// what both pointers point to is copied
func pointedCopied(sid, secret string, a, b *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	*a = *b
	return c.GenerateToken(time.Hour)
}

// the pointers change places
func pointersSwapped(sid, secret string, a, b *agent) (string, *agent, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	a, b = b, a
	tok, err := c.GenerateToken(a.ttl)
	return tok, b, err
}

// a function of the library sets the variable behind the pointer
func setByLibrary(sid, secret, user string, err error) (string, error) {
	a := &agent{name: user}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	if errors.As(err, &a) {
		return "", a
	}
	return c.GenerateToken(time.Hour)
}

type node struct {
	next *node
	name string
}

// the list goes on to the next one
func goesOn(sid, secret string, n *node) (string, *node, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(n.name)
	n = n.next
	tok, err := c.GenerateToken(time.Hour)
	return tok, n, err
}

// a ring: a node that was made here is reached by another way
func ring(sid, secret string, n *node) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(n.next.name)
	here := node{n, "x"}
	here.next.next = &here
	return c.GenerateToken(time.Hour)
}

func rename(a *agent, name string) {
	for _, x := range []*agent{a} {
		x.name = name
	}
}

// a helper changes the name through a list
func renamedInList(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	rename(a, "bob")
	return c.GenerateToken(time.Hour)
}

func renameEmbedded(a *agent, name string) {
	w := struct{ *agent }{a}
	w.name = name
}

// a helper changes the name through a struct that embeds the pointer
func renamedEmbedded(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	renameEmbedded(a, "bob")
	return c.GenerateToken(time.Hour)
}

func renameFirst(as []*agent, name string) {
	var w [1]*agent
	w[0] = as[0]
	w[0].name = name
}

// a helper changes the name through an array of pointers
func renamedInArray(sid, secret string, a *agent) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(a.name)
	renameFirst([]*agent{a}, "bob")
	return c.GenerateToken(time.Hour)
}

func setIn(m map[string]string) {
	ms := []map[string]string{m}
	ms[0]["name"] = "changed"
}

// a helper sets the key through a list of maps
func keySet(sid, secret string, m map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(m["name"])
	setIn(m)
	return c.GenerateToken(time.Hour)
}

// the map was made here, and gets another name
func freshMap(sid, secret, user string) (string, error) {
	m := make(map[string]string)
	m["name"] = user
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(m["name"])
	m["name"] = "bob"
	return c.GenerateToken(time.Hour)
}

// the name tells how many keys there are
func keysCounted(sid, secret string, m map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(fmt.Sprint("agent_", len(m)))
	m["one"] = "more"
	return c.GenerateToken(time.Hour)
}

// the params are filled and emptied under two names
func paramsAliased(sid, secret, user, app string) (string, error) {
	params := map[string]string{"from": user}
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, params)
	also := params
	also["queue"] = "sales"
	delete(params, "from")
	return c.GenerateToken(time.Hour)
}

// a value of the params is read before it changes
func paramsRead(sid, secret, user, app string, m map[string]string) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, map[string]string{"queue": m["queue"]})
	m["queue"] = "sales"
	return c.GenerateToken(time.Hour)
}

// two tokens have one map, which changes after each was given it, and after the first was signed
func paramsOfTwo(sid, secret, a, b string) (first, second string, err error) {
	ca := twilioclient.NewCapability(sid, secret) // want "do not use$"
	cb := twilioclient.NewCapability(sid, secret) // want "do not use$"
	ca.AllowClientIncoming(a)
	cb.AllowClientIncoming(b)
	params := map[string]string{"from": a}
	ca.AllowClientOutgoing("AP1", params)
	params["from"] = b
	cb.AllowClientOutgoing("AP2", params)
	if first, err = ca.GenerateToken(time.Hour); err != nil {
		return
	}
	params["queue"] = "sales"
	second, err = cb.GenerateToken(time.Hour)
	return
}

// one variable has the names of two tokens, one after the other
func nameOfTwo(sid, secret, user string) (string, string) {
	ca := twilioclient.NewCapability(sid, secret) // want "do not use$"
	ca.AllowClientIncoming(user)
	user = "bob"
	cb := twilioclient.NewCapability(sid, secret) // want "do not use$"
	cb.AllowClientIncoming(user)
	first, _ := ca.GenerateToken(time.Hour)
	second, _ := cb.GenerateToken(time.Hour)
	return first, second
}

type config struct{ params map[string]string }

// the params are in a field, which gets a key, and then another map
func paramsInField(sid, secret, user, app string, cfg *config) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(user)
	c.AllowClientOutgoing(app, cfg.params)
	cfg.params["added"] = "yes"
	cfg.params = nil
	return c.GenerateToken(time.Hour)
}
