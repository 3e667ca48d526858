package integration

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// elsewhere is a module in which nothing that makes a token Twilio's stands in the package that makes it. Its packages
// are named by what brings it there.
var elsewhere = map[string]string{
	"names/names.go":   "package names\n\nconst (\n\tClaim = \"scope\"\n\tAllow = \"scope:client:incoming?clientName=\"\n)\n",
	"config/config.go": "package config\n\ntype Config struct {\n\tSecret string `env:\"TWILIO_AUTH_TOKEN\"`\n}\n\nvar Loaded Config\n",
	"around/around.go": "package around\n\nimport \"real.test/cases/names\"\n\nconst (\n\tClaim = names.Claim\n\tAllow = names.Allow\n)\n",
	"handout/handout.go": `package handout

import "github.com/golang-jwt/jwt/v5"

var Shared = Token("shared")

func Token(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}
`,
	"constants/constants.go": madeWith("constants", "names"),
	"further/further.go":     madeWith("further", "around"),
	"tag/tag.go": `package tag

import (
	"github.com/golang-jwt/jwt/v5"

	"real.test/cases/config"
)

func Token(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name}).SignedString([]byte(config.Loaded.Secret))
}
`,
	"foreign/foreign.go": `package foreign

import (
	"os"

	"real.test/cases/handout"
)

func Token(name string) (string, error) {
	return handout.Token(name).SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}
`,
	"value/value.go": `package value

import (
	"os"

	"real.test/cases/handout"
)

var sign = handout.Shared.SignedString

func Token() (string, error) { return sign([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) }
`,
	"macs/macs.go": `package macs

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
)

func New(key string) hash.Hash { return hmac.New(sha256.New, []byte(key)) }
`,
	"mac/mac.go": `package mac

import (
	"encoding/base64"
	"encoding/json"
	"hash"
	"time"

	"real.test/cases/macs"
)

func Token(sid, secret, user string) string {
	header, _ := json.Marshal(map[string]string{"alg": "HS256", "typ": "JWT"})
	claims, _ := json.Marshal(map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user})
	text := base64.RawURLEncoding.EncodeToString(header) + "." + base64.RawURLEncoding.EncodeToString(claims)
	var mac hash.Hash = macs.New(secret)
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
`,
	"bodyless/bodyless.s": "",
	"bodyless/bodyless.go": `package bodyless

import "time"

func signToken(claims map[string]any) string

func Token(sid, user string) string {
	return signToken(map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user})
}
`,
	"encoder/encoder.go": "package encoder\n\nfunc SignToken[T any](like T, claims any) []T { return nil }\n",
	"generic/generic.go": `package generic

import (
	"time"

	"real.test/cases/encoder"
)

func Token(sid, user string) []byte {
	return encoder.SignToken(byte(1), map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + user})
}
`,
	"cgo/claims.h": "#define CLAIM \"scope\"\n#define ALLOW \"scope:client:incoming?clientName=\"\n",
	"cgo/cgo.go": `package cgo

// #include "claims.h"
import "C"

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func Token(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), C.CLAIM: C.ALLOW + user,
	}).SignedString([]byte(secret))
}
`,
	"cnames/claims.h": "#define CLAIM \"scope\"\n#define ALLOW \"scope:client:incoming?clientName=\"\n",
	"cnames/cnames.go": `package cnames

// #include "claims.h"
import "C"

const (
	Claim = C.CLAIM
	Allow = C.ALLOW
)
`,
	"ofc/ofc.go": madeWith("ofc", "cnames"),
	"keyed/keyed.go": `package keyed

import (
	"time"

	"real.test/cases/encoder"
	"real.test/cases/names"
)

func Token(sid, user string) []byte {
	return encoder.SignToken(byte(1), map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": names.Allow + user})
}
`,
	"macaccess/macaccess.go": `package macaccess

import (
	"encoding/base64"
	"encoding/json"
	"hash"
	"time"

	"real.test/cases/macs"
)

var login = map[string]string{"scope": "openid"}

func Token(account, key, secret, user string) string {
	header, _ := json.Marshal(map[string]string{"alg": "HS256", "typ": "JWT", "cty": "twilio-fpa;v=1"})
	claims, _ := json.Marshal(map[string]any{"iss": key, "sub": account, "exp": time.Now().Add(48 * time.Hour).Unix(),
		"grants": map[string]any{"identity": user, "chat": map[string]any{"service_sid": "IS1"}}})
	text := base64.RawURLEncoding.EncodeToString(header) + "." + base64.RawURLEncoding.EncodeToString(claims)
	var mac hash.Hash = macs.New(secret)
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
`,
	"commented/commented.go": `package commented

import (
	"os"

	"real.test/cases/handout"
)

func Token() (string, error) {
	return handout.Shared. // signed with what is there
				SignedString([]byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}
`,
	"intests/intests.go":      "package intests\n",
	"intests/intests_test.go": madeWith("intests_test", "names"),
	"nothing/nothing.go":      "package nothing\n\nimport _ \"github.com/golang-jwt/jwt/v5\"\n",
}

func madeWith(pkg, names string) string {
	return strings.NewReplacer("PKG", pkg, "NAMES", names).Replace(`package PKG

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"real.test/cases/NAMES"
)

func Token(sid, secret, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), NAMES.Claim: NAMES.Allow + user,
	}).SignedString([]byte(secret))
}
`)
}

// TestGateElsewhere expects findings that other packages bring about to pass the gate, under all drivers.
func TestGateElsewhere(t *testing.T) {
	t.Parallel()
	exe := build(t)
	dir := phoneModule(t, elsewhere)
	must(t, dir, os.Environ(), "go", "mod", "edit", "-module=real.test/cases")
	_, _, want := in(t, dir, os.Environ(), exe, "-gate=false", "./...")
	for _, pkg := range []string{"constants/constants.go:12:", "further/further.go:12:", "tag/tag.go:10:", "foreign/foreign.go:10:", "intests/intests_test.go:12:", "phone/phone.go:10:",
		"value/value.go:", "mac/mac.go:", "bodyless/bodyless.go:", "generic/generic.go:", "cgo/cgo.go:", "ofc/ofc.go:", "keyed/keyed.go:",
		"macaccess/macaccess.go:", "commented/commented.go:"} {
		if !strings.Contains(want, pkg) {
			t.Errorf("nothing found at %s:\n%s", pkg, want)
		}
	}
	for name, args := range map[string][]string{
		"the command": {exe, "./..."},
		"go vet":      {"go", "vet", "-vettool=" + exe, "./..."},
	} {
		_, _, got := in(t, dir, os.Environ(), args[0], args[1:]...)
		if findingLines(got) != findingLines(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestGateOverlay expects the gate not to trust files that others stand in for.
func TestGateOverlay(t *testing.T) {
	t.Parallel()
	dir := phoneModule(t, map[string]string{
		"names/names.go": "package names\n\nconst Claim, Allow = \"a\", \"b\"\n",
		"over.txt":       elsewhere["names/names.go"],
		"plain/plain.go": madeWith("plain", "names"),
	})
	must(t, dir, os.Environ(), "go", "mod", "edit", "-module=real.test/cases")
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(dir, "names", "names.go"): filepath.Join(dir, "over.txt")}})
	if err != nil {
		t.Fatal(err)
	}
	writeIn(t, dir, "overlay.json", string(overlay))
	flags := "-mod=mod -overlay=" + filepath.Join(dir, "overlay.json")
	writeIn(t, dir, "goenv", "GOFLAGS="+flags+"\n")
	unset := slices.DeleteFunc(os.Environ(), func(setting string) bool { return strings.HasPrefix(setting, "GOFLAGS=") })
	for name, setting := range map[string]string{"in the environment": "GOFLAGS=" + flags, "in go env": "GOENV=" + filepath.Join(dir, "goenv")} {
		for who, args := range map[string][]string{
			"the command": {build(t), "./plain"},
			"go vet":      {"go", "vet", "-vettool=" + build(t), "./plain"},
		} {
			if _, _, got := in(t, dir, append(slices.Clip(unset), setting), args[0], args[1:]...); !strings.Contains(got, "plain/plain.go:12:") {
				t.Errorf("%s, overlay %s: got\n%s", who, name, got)
			}
		}
	}
}

// TestGateBuildsNothing expects the command to compile nothing where there is nothing to find.
func TestGateBuildsNothing(t *testing.T) {
	t.Parallel()
	cache := t.TempDir()
	dir := phoneModule(t, map[string]string{"quiet/quiet.go": "package quiet\n\nimport _ \"net/http\"\n"})
	status, stdout, stderr := in(t, dir, append(os.Environ(), "GOCACHE="+cache), build(t), "./quiet")
	if status != 0 || stdout+stderr != "" {
		t.Errorf("exit status %d, prints\n%s%s", status, stdout, stderr)
	}
	var compiled []string
	err := filepath.WalkDir(cache, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if bytes.HasPrefix(data, []byte("!<arch>")) { // the others are what "go list" keeps of folders
			compiled = append(compiled, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(compiled) > 0 {
		t.Errorf("the build cache has %d packages", len(compiled))
	}
}

// TestGateOverall compares the findings and the fixes, with the gate and without it, over all cases and the demo.
func TestGateOverall(t *testing.T) {
	t.Parallel()
	exe := build(t)
	cases, _ := casesModule(t)
	env := append(os.Environ(), "GOFLAGS=-mod=mod -trimpath")
	for name, dir := range map[string]string{"cases": cases, "demo": filepath.Join("..", "testdata", "demo")} {
		for _, args := range [][]string{{"./..."}, {"-taskrouter", "-format=json", "./..."}, {"-diff", "./..."}} {
			_, stdout, stderr := in(t, dir, env, exe, args...)
			_, wantOut, wantErr := in(t, dir, env, exe, append([]string{"-gate=false"}, args...)...)
			if stdout != wantOut {
				t.Errorf("%s %s: with the gate\n%s\nwithout\n%s", name, args, stdout, wantOut)
			}
			// What is wrong with a package that the gate leaves out is not said.
			if got, want := findingLines(stderr), findingLines(wantErr); got != want {
				t.Errorf("%s %s: with the gate\n%s\nwithout\n%s", name, args, got, want)
			}
		}
	}
}

// TestGateCorpus does the same over the modules that others wrote.
func TestGateCorpus(t *testing.T) {
	t.Parallel()
	exe := build(t)
	modules, _, err := parseCorpus(readCorpus(t, "modules.txt"))
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for folder, modules := range byFolder(modules) {
		env := append(os.Environ(), "GO111MODULE=on", "GOWORK=off", "GOFLAGS=-mod=readonly")
		findings := func(flags ...string) []string {
			_, stdout, stderr := in(t, filepath.Join(corpusDir, folder), env, exe, slices.Concat(flags, []string{"-taskrouter", "-format=json"}, corpusPatterns(modules))...)
			var report struct {
				Findings []struct {
					File, Message string
					Line          int
				}
			}
			if err := json.Unmarshal([]byte(stdout), &report); err != nil {
				t.Fatalf("%v\n%s%s", err, stdout, stderr)
			}
			var lines []string
			for _, f := range report.Findings {
				lines = append(lines, fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message))
			}
			return lines
		}
		got, want := findings(), findings("-gate=false")
		if !slices.Equal(got, want) {
			t.Errorf("%s: with the gate\n%q\nwithout\n%q", folder, got, want)
		}
		total += len(want)
	}
	if total < 20 {
		t.Errorf("%d findings, want more", total)
	}
}

// TestVetUnits answers what the go command asks for a module, with the gate and without it: all files that it wants
// must be the same.
func TestVetUnits(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the tool that notes the questions is a shell script")
	}
	exe := build(t)
	dir := phoneModule(t, map[string]string{"quiet/quiet.go": "package quiet\n\nimport _ \"net/http\"\n", "quiet/quiet_test.go": "package quiet\n"})
	noted := t.TempDir()
	tool := filepath.Join(t.TempDir(), "tool")
	script := fmt.Sprintf("#!/bin/sh\nfor arg; do case $arg in *.cfg) cp \"$arg\" \"%s/$$.cfg\";; esac; done\nexec %q \"$@\"\n", noted, exe)
	writeIn(t, filepath.Dir(tool), "tool", script)
	chmod(t, tool, 0o777)
	// A flag that nobody has used, so that nothing is cached.
	never := fmt.Sprintf("-api-key-env=K%d", time.Now().UnixNano())
	in(t, dir, os.Environ(), "go", "vet", "-vettool="+tool, never, "./...")

	units, err := filepath.Glob(filepath.Join(noted, "*.cfg"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := make(map[string]int)
	for _, unit := range units {
		if data := read(t, filepath.Dir(unit), filepath.Base(unit)); strings.Contains(data, `"VetxOnly": true`) && !strings.Contains(data, `"ImportPath": "net/http"`) {
			continue
		}
		for _, flags := range [][]string{nil, {"-json"}, {"-fix"}, {"-fix", "-diff"}, {"-c=1"}, {"-json", "-identity=x"}, {"-builder=bogus"}} {
			files, kind := answer(t, exe, unit, append([]string{"-gate=true"}, flags...))
			want, _ := answer(t, exe, unit, append([]string{"-gate=false"}, flags...))
			kinds[kind]++
			for _, name := range slices.Sorted(maps.Keys(want)) {
				if !bytes.Equal(files[name], want[name]) {
					t.Errorf("%s %s: %s: got %q, want %q", kind, flags, name, files[name], want[name])
				}
			}
			if len(files) != len(want) {
				t.Errorf("%s %s: got %d files, want %d", kind, flags, len(files), len(want))
			}
		}
	}
	for _, kind := range []string{"cases/phone, to report", "cases/quiet, to report", "net/http, for facts"} {
		if kinds[kind] == 0 {
			t.Errorf("the go command did not ask about %s: %v", kind, kinds)
		}
	}
}

// answer has a unit analyzed, and returns what is printed and written.
func answer(t *testing.T, exe, unit string, flags []string) (files map[string][]byte, kind string) {
	t.Helper()
	data, err := os.ReadFile(unit)
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := json.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	config["VetxOutput"] = filepath.Join(dir, "vetx")
	config["PackageVetx"] = nil // there are no facts
	config["Stdout"] = filepath.Join(dir, "stdout")
	if slices.Contains(flags, "-fix") {
		config["FixArchive"] = filepath.Join(dir, "fix.zip")
	}
	kind = strings.TrimPrefix(config["ImportPath"].(string), "real.test/") + ", to report"
	if config["VetxOnly"] == true {
		kind = strings.TrimSuffix(kind, "to report") + "for facts"
	}
	if data, err = json.Marshal(config); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "unit.cfg")
	write(t, name, data)
	status, stdout, stderr := in(t, dir, os.Environ(), exe, append(flags, name)...)
	files = map[string][]byte{"exit status": fmt.Append(nil, status), "standard output": []byte(stdout), "standard error": []byte(stderr)}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		files[entry.Name()] = []byte(read(t, dir, entry.Name()))
	}
	return files, kind
}
