package integration

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestNeedsForREST fixes a token in a program that has the official library for
// REST. What the package with Access Tokens is built on is not in its go.sum: the
// fix says what to do about that.
func TestNeedsForREST(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/rest\n\ngo 1.24\n\nrequire (\n\tgithub.com/dgrijalva/jwt-go v3.2.0+incompatible\n\t" + twilioGo + " v1.31.0\n)\n",
		"main.go": `package main

import (
	"fmt"
	"time"

	"github.com/dgrijalva/jwt-go"
	"github.com/twilio/twilio-go/client"
)

func mint(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	}).SignedString([]byte(secret))
}

func main() {
	fmt.Println(client.NewCredentials("", ""))
	fmt.Println(mint("", "", ""))
}
`,
	} {
		write(t, filepath.Join(dir, name), []byte(text))
	}
	runGo(t, dir, "mod", "tidy")
	exe := build(t)
	findings := demoFindings(t, exe, dir, nil)
	if len(findings) != 1 || !strings.HasSuffix(findings[0].Message, "; the fix needs: go get "+twilioGo) {
		t.Fatalf("findings: %v", findings)
	}
	fixDemo(t, exe, dir, nil)
	getTwilioGo(t, dir)
	checkGo(t, dir, "build", "./...")
}
