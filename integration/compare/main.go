// Compare measures whole runs of captoken beside those of an analyzer that does nothing, with the same drivers:
//
//	go -C integration run ./compare [-cold=false] [-n 3] [checkout ...]
//
// It does so on the standard library, on a module of a thousand packages, where one makes a token, and on each Go
// module that is named: as a command and under go vet, with what the packages import compiled and not, and for go vet
// with a tool that it has not run yet and with one that it has. Each run of one is followed by one of the other. It
// prints the least time of each and the most memory of any process that took part, and captoken's as a part of the
// other's. Then it measures how captoken's time grows with the number of tokens.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

var (
	cold = flag.Bool("cold", true, "measure with an empty build cache, too, which takes minutes")
	runs = flag.Int("n", 3, "how often to run what is warm")
)

func main() {
	flag.Parse()
	if err := compare(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// A subject is code to be analyzed.
type subject struct{ name, dir, pattern string }

func compare(checkouts []string) error {
	scratch, err := os.MkdirTemp("", "captoken-compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return err
	}
	module := filepath.Join(scratch, "module")
	if err := generate(module, 1000); err != nil {
		return err
	}
	subjects := []subject{{"standard library", filepath.Join(root, "src"), "std"}, {"1 of 1,000 packages", module, "./..."}}
	for _, dir := range checkouts {
		dir, err := filepath.Abs(dir)
		if err != nil {
			return err
		}
		subjects = append(subjects, subject{filepath.Base(dir), dir, "./..."})
	}
	tools := []*tool{{name: "captoken"}, {name: "empty"}}
	for i, path := range []string{"../cmd/captoken", "./compare/empty"} {
		tools[i].exe = filepath.Join(scratch, tools[i].name)
		if out, err := exec.Command("go", "build", "-o", tools[i].exe, path).CombinedOutput(); err != nil {
			return fmt.Errorf("go build %s: %w\n%s", path, err, out)
		}
	}

	version, err := output("go", "version")
	if err != nil {
		return err
	}
	fmt.Printf("%s, %d processors\n\n", version, runtime.NumCPU())
	fmt.Println("| | captoken | empty analyzer | time | memory |\n| --- | --- | --- | --- | --- |")
	for _, s := range subjects {
		if err := s.compare(tools, scratch); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return grow(tools[0], scratch)
}

// grow measures how time grows with the number of tokens in a package.
func grow(t *tool, scratch string) error {
	fmt.Println("\n| tokens in a package | 1,000 | 10,000 | time |\n| --- | --- | --- | --- |")
	for _, inFile := range []int{100, 10000} {
		var best [2]time.Duration
		for size, n := range []int{1000, 10000} {
			dir := filepath.Join(scratch, fmt.Sprintf("tokens-%d-%d", n, inFile))
			if err := tokens(dir, n, inFile); err != nil {
				return err
			}
			for i := range *runs + 1 {
				u, err := measure(dir, nil, []string{t.exe, "./..."})
				if err != nil {
					return err
				}
				if i > 0 && (best[size] == 0 || u.time < best[size]) {
					best[size] = u.time
				}
			}
		}
		name := fmt.Sprintf("%d in each file", inFile)
		if inFile == 10000 {
			name = "all in one file"
		}
		fmt.Printf("| %s | %.2f s | %.2f s | %.1f |\n", name, best[0].Seconds(), best[1].Seconds(), best[1].Seconds()/best[0].Seconds())
	}
	return nil
}

// tokens writes a module of one package, which makes so many tokens.
func tokens(dir string, n, inFile int) error {
	files := map[string]string{"go.mod": "module tokens.test\n\ngo 1.25.0\n", "twilioclient/twilioclient.go": library}
	for i := 0; i < n; i += inFile {
		var src strings.Builder
		src.WriteString("package tokens\n\nimport (\n\t\"time\"\n\n\t\"tokens.test/twilioclient\"\n)\n")
		for j := i; j < min(i+inFile, n); j++ {
			fmt.Fprintf(&src, byLibrary, j)
		}
		files[fmt.Sprintf("token%05d.go", i)] = src.String()
	}
	return write(dir, files)
}

func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	return strings.TrimSpace(string(out)), err
}

// compare measures the tools on a subject, and prints a row for each way.
func (s subject) compare(tools []*tool, scratch string) error {
	type way struct {
		name    string
		n       int // how often, once it is warm
		cold    bool
		prepare func(t *tool) ([]string, error) // returns settings of the environment
		args    func(t *tool) []string
	}
	standalone := func(t *tool) []string { return []string{t.exe, s.pattern} }
	vet := func(t *tool) []string { return []string{"go", "vet", "-vettool=" + t.exe, s.pattern} }
	nothing := func(*tool) ([]string, error) { return nil, nil }
	emptyCache := func(*tool) ([]string, error) {
		dir, err := os.MkdirTemp(scratch, "cache-")
		return []string{"GOCACHE=" + dir}, err
	}
	ways := []way{
		{"command", *runs, false, nothing, standalone},
		{"go vet, the first time", *runs, false, (*tool).renew, vet},
		{"go vet, again", *runs, false, nothing, vet},
	}
	if *cold {
		ways = append(ways, way{"command, nothing compiled", 1, true, emptyCache, standalone})
	}
	for _, w := range ways {
		best := make(map[*tool]usage)
		for i := range w.n + 1 {
			for _, t := range tools {
				if i == 0 && w.cold {
					continue
				}
				env, err := w.prepare(t)
				if err != nil {
					return err
				}
				u, err := measure(s.dir, env, w.args(t))
				if err != nil {
					return err
				}
				for _, setting := range env { // a cache has gigabytes
					if _, dir, ok := strings.Cut(setting, "GOCACHE="); ok {
						os.RemoveAll(dir)
					}
				}
				if was, ok := best[t]; i > 0 && ok {
					best[t] = usage{min(u.time, was.time), max(u.memory, was.memory)}
				} else if i > 0 {
					best[t] = u
				}
			}
		}
		ours, theirs := best[tools[0]], best[tools[1]]
		fmt.Printf("| %s: %s | %.2f s, %d MB | %.2f s, %d MB | %.3f | %.2f |\n", s.name, w.name, ours.time.Seconds(), ours.memory>>20,
			theirs.time.Seconds(), theirs.memory>>20, ours.time.Seconds()/theirs.time.Seconds(), float64(ours.memory)/float64(theirs.memory))
	}
	return nil
}

// A tool is an analyzer that can be run alone and by go vet.
type tool struct{ name, exe string }

// renew changes the executable, so that the go command takes it for one that it has not run.
func (t *tool) renew() ([]string, error) {
	f, err := os.OpenFile(t.exe, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprint(f, time.Now().UnixNano())
	return nil, errors.Join(err, f.Close())
}

// A usage is what a run took: the time, and the memory of the largest process in bytes.
type usage struct {
	time   time.Duration
	memory int64
}

// measure runs a command. That it finds something is no error.
func measure(dir string, env, args []string) (usage, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	took := time.Since(start)
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() < 0) {
		return usage{}, fmt.Errorf("%v: %w\n%s", args, err, out)
	}
	memory := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS != "darwin" { // which counts bytes
		memory <<= 10
	}
	return usage{took, memory}, nil
}

// generate writes a module of packages that import each other and much of the standard library. One of them makes a
// token, and has nothing but the standard library for it.
func generate(dir string, packages int) error {
	files := map[string]string{"go.mod": "module thousand.test\n\ngo 1.25.0\n", "token/token.go": byHand}
	for i := range packages - 1 {
		var imports, calls strings.Builder
		for _, j := range []int{i / 2, i / 3} {
			if j < i && !strings.Contains(imports.String(), fmt.Sprintf("/p%d\"", j)) {
				fmt.Fprintf(&imports, "\t\"thousand.test/p%d\"\n", j)
				fmt.Fprintf(&calls, "\tp%d.Handle(w, r)\n", j)
			}
		}
		var more strings.Builder
		for j := range 40 { // that makes six hundred lines
			more.WriteString(strings.ReplaceAll(function, "NUMBER", fmt.Sprint(j)))
		}
		files[fmt.Sprintf("p%d/p.go", i)] = fmt.Sprintf(source, i, imports.String(), calls.String()) + more.String()
	}
	return write(dir, files)
}

func write(dir string, files map[string]string) error {
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), fs.ModePerm); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

const (
	source = `// Package p%d handles requests.
package p%[1]d

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

%s)

// Handle handles a request.
func Handle(w http.ResponseWriter, r *http.Request) {
%s	if err := json.NewEncoder(w).Encode(fields0(r.URL.Path)); err != nil {
		http.Error(w, fmt.Sprint(err), http.StatusInternalServerError)
	}
}
`
	function = `
// fieldsNUMBER counts words: the signs in between are no matter.
func fieldsNUMBER(text string) map[string]int {
	counts := make(map[string]int)
	for i, field := range strings.Fields(text) {
		switch {
		case strings.HasPrefix(field, "token"):
			counts[field] += i
		case len(field) > NUMBER:
			counts[field[:NUMBER]]++
		default:
			counts[strings.ToLower(field)] = len(counts)
		}
	}
	return counts
}
`
	byHand = `// Package token makes tokens.
package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"time"
)

// New returns a Capability Token.
func New(sid, secret, user string) string {
	header, _ := json.Marshal(map[string]string{"alg": "HS256", "typ": "JWT"})
	claims, _ := json.Marshal(map[string]any{
		"iss":   sid,
		"exp":   time.Now().Add(time.Hour).Unix(),
		"scope": "scope:client:incoming?clientName=" + user,
	})
	text := base64.RawURLEncoding.EncodeToString(header) + "." + base64.RawURLEncoding.EncodeToString(claims)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
`
	library = `// Package twilioclient is a fork of the library, as far as its callers can tell.
package twilioclient

import "time"

type Capability struct{}

func NewCapability(accountSid, authToken string) *Capability { return &Capability{} }

func (c *Capability) AllowClientIncoming(clientName string) {}

func (c *Capability) AllowClientOutgoing(appSid string, appParams map[string]string) {}

func (c *Capability) GenerateToken(ttl time.Duration) (string, error) { return "", nil }
`
	byLibrary = `
func token%d(sid, secret, user string) (string, error) {
	c := twilioclient.NewCapability(sid, secret)
	c.AllowClientIncoming(user)
	return c.GenerateToken(time.Hour)
}
`
)
