// Package texts has names that are built, escaped and formatted.
package texts

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kevinburke/twilio-go/v2/twilioclient"
)

// the buffer is read line by line: without the auth token's line the others were another
func linesRead(buf *bytes.Buffer) (string, error) {
	sid, _ := buf.ReadString('\n')
	secret, _ := buf.ReadString('\n')
	user, _ := buf.ReadString('\n')
	c := twilioclient.NewCapability(strings.TrimSpace(sid), secret) // want "do not use$"
	c.AllowClientIncoming(strings.TrimSpace(user))
	return c.GenerateToken(time.Hour)
}

// the buffer is read where the values are needed
func bytesRead(buf *bytes.Buffer) (string, error) {
	c := twilioclient.NewCapability(string(buf.Next(34)), string(buf.Next(32))) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientOutgoing(string(buf.Next(34)), nil)
	c.AllowClientIncoming(string(buf.Next(5)))
	return c.GenerateToken(time.Hour)
}

// the reader moves on by the byte that is the key
func byteRead(sid string, r *strings.Reader) (string, error) {
	key, _ := r.ReadByte()
	rest := make([]byte, r.Len())
	r.Read(rest)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + string(rest),
	}).SignedString([]byte{key})
}

// the text grows after it was read
func builderGrows(sid, secret, user string) (string, error) {
	var b strings.Builder
	b.WriteString(user)
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(b.String())
	b.WriteString("x")
	return c.GenerateToken(time.Hour)
}

// a struct is printed, then changes
func structPrinted(sid, secret string, u *url.URL) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(fmt.Sprintf("%v", *u))
	u.Host = "bob"
	return c.GenerateToken(time.Hour)
}

// a pointer is printed by its method, then what it points to changes
func pointerPrinted(sid, secret string, u *url.URL) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(fmt.Sprint(u))
	u.Host = "bob"
	return c.GenerateToken(time.Hour)
}

// a method of the library reads the field that changes
func hostRead(sid, secret string, u *url.URL) (string, error) {
	c := twilioclient.NewCapability(sid, secret) // want "do not use$"
	c.AllowClientIncoming(u.Hostname())
	u.Host = "bob"
	return c.GenerateToken(time.Hour)
}

var printed []string

type word string

func (w word) String() string {
	printed = append(printed, string(w))
	return string(w)
}

// printing the auth token calls a method with a side effect
func secretPrinted(sid, user string, w word) (string, error) {
	c := twilioclient.NewCapability(sid, fmt.Sprint(w)) // want "no fix: side-effect( \\(.*\\))?$"
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}

// a number is padded with zeros
func padded(sid, secret string, n int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%05d", n),
	}).SignedString([]byte(secret))
}

// a number is written in hexadecimal digits
func hexadecimal(sid, secret string, n int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%x", n),
	}).SignedString([]byte(secret))
}

// a rune is written as a number by one verb, and as a character by another
func runes(sid, secret string, r rune) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%d_%c", r, r),
	}).SignedString([]byte(secret))
}

// bytes are written as text
func bytesFormatted(sid, secret string, b []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%s", b),
	}).SignedString([]byte(secret))
}

// a duration has a method for one verb, and is a number for another
func durations(sid, secret string, d time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%v_%d", d, d),
	}).SignedString([]byte(secret))
}

// one argument is written twice, by its number
func numbered(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": fmt.Sprintf("scope:client:incoming?clientName=%[1]s%[1]s", user),
	}).SignedString([]byte(secret))
}

func half(f float64) string { return "scope:client:incoming?clientName=" + fmt.Sprint(f/2) }

// the parameter's type makes 5/2 two and a half
func floatParameter(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": half(5),
	}).SignedString([]byte(secret))
}

func overflown(b byte) string { return "scope:client:incoming?clientName=" + strconv.Itoa(int(b+200)) }

// the parameter's type makes 100+200 forty-four
func byteParameter(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": overflown(100),
	}).SignedString([]byte(secret))
}

type level int

func (l level) String() string { return "level" + strconv.Itoa(int(l)) }

func levelScope(l level) string { return "scope:client:incoming?clientName=" + fmt.Sprint(l) }

// the parameter's type has a method that a plain 3 has not
func methodParameter(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": levelScope(3),
	}).SignedString([]byte(secret))
}

func character(r rune) string { return "scope:client:incoming?clientName=" + string(r) }

// the parameter's type makes 65 an A
func runeParameter(sid, secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": character(65),
	}).SignedString([]byte(secret))
}

func bothScopes(name string) string {
	return "scope:client:incoming?clientName=" + url.QueryEscape(name) + " scope:client:outgoing?appSid=AP1&clientName=" + url.QueryEscape(name)
}

// the helper uses the name twice, which must be looked up once, and after the clock
func usedTwice(sid, secret string, w word) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: shape \\(several calls with side effects make the token\\)$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": bothScopes(w.String()),
	}).SignedString([]byte(secret))
}

// the plus signs of the escaped name become another way to write a space
func plusReplaced(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + strings.ReplaceAll(url.QueryEscape(user), "+", "%20"),
	}).SignedString([]byte(secret))
}

// a replacer does the same
func plusReplacer(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + strings.NewReplacer("+", "%20").Replace(url.QueryEscape(user)),
	}).SignedString([]byte(secret))
}

// the escaped name loses its capitals, and those of the escapes
func escapedLowered(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + strings.ToLower(url.QueryEscape(user)),
	}).SignedString([]byte(secret))
}

// the escaped name loses its end
func escapedTrimmed(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + strings.TrimSuffix(url.QueryEscape(user), "%40example.com"),
	}).SignedString([]byte(secret))
}

// the name is trimmed, and then escaped
func trimmedEscaped(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.QueryEscape(strings.TrimSpace(user)),
	}).SignedString([]byte(secret))
}

// the name is escaped twice, and Twilio takes back one of them
func escapedTwice(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + url.QueryEscape(url.QueryEscape(user)),
	}).SignedString([]byte(secret))
}

var escape = url.QueryEscape

// a variable holds the function that escapes
func escapedByVariable(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + escape(user),
	}).SignedString([]byte(secret))
}

// a method of an address escapes
func escapedByAddress(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + (&url.URL{Path: user}).EscapedPath(),
	}).SignedString([]byte(secret))
}

func escapedOr(escaped, other string) string {
	if other != "" {
		return other
	}
	return escaped
}

// a helper returns the escaped name, or another that is not escaped
func escapedOrNot(sid, secret, user, other string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + escapedOr(url.QueryEscape(user), other),
	}).SignedString([]byte(secret))
}

func escapeByHand(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'a' && c <= 'z' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// a helper escapes byte by byte
func escapedByHand(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: out-of-reach( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + escapeByHand(user),
	}).SignedString([]byte(secret))
}

var escaped = map[string]string{"a b": url.QueryEscape("a b")}

// a map has the escaped names
func escapedInMap(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + escaped[user],
	}).SignedString([]byte(secret))
}

// digits need no escapes
func digits(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "do not use$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + hex.EncodeToString([]byte(user)),
	}).SignedString([]byte(secret))
}

// a value of the params has its plus signs replaced
func paramPlusReplaced(sid, secret, user, app, queue string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want "no fix: unresolved( \\(.*\\))?$"
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:outgoing?appSid=" + app + "&clientName=" + user + "&appParams=" + url.QueryEscape("queue="+strings.ReplaceAll(url.QueryEscape(queue), "+", "%20")),
	}).SignedString([]byte(secret))
}
