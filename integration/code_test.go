package integration

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSilence runs the command over code that makes no Twilio token: the
// whole standard library, and golang.org/x/tools.
func TestSilence(t *testing.T) {
	exe := build(t)
	status, tools, stderr := run(t, ".", "go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/tools")
	if status != 0 {
		t.Fatal(stderr)
	}
	for _, tc := range []struct{ name, dir, pattern string }{
		{"the standard library", ".", "std"},
		{"x/tools", strings.TrimSpace(tools), "./..."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if out, err := exec.Command("go", "-C", tc.dir, "mod", "download").CombinedOutput(); err != nil {
				t.Fatalf("go mod download: %v\n%s", err, out)
			}
			if status, stdout, stderr := run(t, tc.dir, exe, "-test=false", tc.pattern); status != 0 || stdout+stderr != "" {
				t.Errorf("exit status %d, want 0\n%s%s", status, stdout, stderr)
			}
		})
	}
}

// TestLibraries runs the command over the sources of the libraries whose
// tokens it knows: they make them by hand, each in its own way.
func TestLibraries(t *testing.T) {
	exe := build(t)
	dir := filepath.Join("testdata", "real")
	if status, _, stderr := run(t, dir, "go", "mod", "download"); status != 0 {
		t.Fatal(stderr)
	}
	const message = ": capability token made by hand (customClaim); access token parameters: accountSid=c.accountSid, apiKeySid=(new), " +
		"apiKeySecret=(new), ttl=ttl, identity=c.incomingClientName, incomingAllow=true, outgoingApplicationSid=?; authToken=c.authToken: do not use; " +
		"no fix: event-stream (access tokens have no event stream; also unresolved, conditional, across-functions)\n"
	const signing = ": capability token signed with the account's auth token (c.authToken → key): sign an access token with the secret " +
		"of an API key instead\n"
	for pkg, at := range map[string][2]string{
		"github.com/kevinburke/twilio-go/v2/twilioclient": {"capabilities.go:94:9", "capabilities.go:114:72"},
		"github.com/kevinburke/twilio-go/twilioclient":    {"capabilities.go:94:9", "capabilities.go:114:72"},
		"github.com/saintpete/twilio-go/twilioclient":     {"capabilities.go:70:9", "capabilities.go:79:15"},
	} {
		t.Run(pkg, func(t *testing.T) {
			_, _, stderr := run(t, dir, exe, "-test=false", pkg)
			first, second, _ := strings.Cut(stderr, "\n")
			if strings.Count(stderr, "\n") != 2 || !strings.HasSuffix(first+"\n", at[0]+message) || !strings.HasSuffix(second, at[1]+signing) {
				t.Errorf("got\n%s\nwant\n…%s%s…%s%s", stderr, at[0], message, at[1], signing)
			}
		})
	}
	for _, pkg := range []string{
		"github.com/golang-jwt/jwt/...", "github.com/golang-jwt/jwt/v4/...", "github.com/golang-jwt/jwt/v5/...",
		"github.com/dgrijalva/jwt-go/...", "github.com/go-jose/go-jose/v3/...", "github.com/go-jose/go-jose/v4/...",
		"github.com/dvsekhvalnov/jose2go/...", "github.com/twilio/twilio-go/client/...", "github.com/kevinburke/twilio-go/v2/token",
	} {
		t.Run(pkg, func(t *testing.T) {
			if status, _, stderr := run(t, dir, exe, "-test=false", pkg); status != 0 {
				t.Errorf("exit status %d, want 0\n%s", status, stderr)
			}
		})
	}
}
