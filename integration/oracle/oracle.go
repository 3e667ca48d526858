// Package oracle asks Twilio's official library for Node.js what an Access Token has to look like. That library is the
// reference: Twilio's guide, and the other libraries, follow it.
package oracle

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

//go:embed package.json
var manifest []byte

//go:embed oracle.mjs
var program []byte

const programName = "oracle.mjs"

// Parameters are those of the Access Token in Twilio's guide.
type Parameters struct {
	AccountSID                string            `json:"accountSid"`
	APIKeySID                 string            `json:"apiKeySid"`
	APIKeySecret              string            `json:"apiKeySecret"`
	TTL                       int64             `json:"ttl"` // in seconds; the library takes 0 for its default
	Identity                  string            `json:"identity"`
	IncomingAllow             bool              `json:"incomingAllow,omitempty"`
	OutgoingApplicationSID    string            `json:"outgoingApplicationSid,omitempty"`
	OutgoingApplicationParams map[string]string `json:"outgoingApplicationParams,omitempty"`
	Region                    string            `json:"region,omitempty"`
	Now                       int64             `json:"now"` // in seconds since 1970
}

// An Answer is what the library puts into the token. Numbers are [json.Number].
type Answer struct {
	Header map[string]any `json:"header"`
	Claims map[string]any `json:"claims"`
	Error  string         `json:"error"` // the library's own, instead of a token
}

// ErrNoNode means that this machine has no Node.js.
var ErrNoNode = errors.New("no node and npm in the PATH")

// An Oracle is an installed library.
type Oracle struct{ dir string }

// New returns the oracle, which it installs unless that has been done before. It needs the network only then.
func New(ctx context.Context) (*Oracle, error) {
	for _, name := range []string{"node", "npm"} {
		if _, err := exec.LookPath(name); err != nil {
			return nil, ErrNoNode
		}
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(append(append([]byte(nil), manifest...), program...))
	dir := filepath.Join(cache, "captoken-oracle", hex.EncodeToString(sum[:8]))
	if _, err := os.Stat(dir); err == nil {
		return &Oracle{dir}, nil
	}
	return &Oracle{dir}, install(ctx, dir)
}

// install installs into another folder first: the one with the right name is complete.
func install(ctx context.Context, dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), "install")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	for name, data := range map[string][]byte{"package.json": manifest, programName: program} {
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o666); err != nil {
			return err
		}
	}
	npm := exec.CommandContext(ctx, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock")
	npm.Dir = temp
	if output, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("npm install: %w\n%s", err, output)
	}
	if err := os.Rename(temp, dir); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return nil
}

// Ask returns an answer for each set of parameters.
func (o *Oracle) Ask(ctx context.Context, questions []Parameters) ([]Answer, error) {
	var input, output, complaint bytes.Buffer
	encoder := json.NewEncoder(&input)
	for _, question := range questions {
		if err := encoder.Encode(question); err != nil {
			return nil, err
		}
	}
	node := exec.CommandContext(ctx, "node", programName)
	node.Dir, node.Stdin, node.Stdout, node.Stderr = o.dir, &input, &output, &complaint
	if err := node.Run(); err != nil {
		return nil, fmt.Errorf("node: %w\n%s", err, &complaint)
	}
	decoder := json.NewDecoder(&output)
	decoder.UseNumber()
	answers := make([]Answer, len(questions))
	for i := range answers {
		if err := decoder.Decode(&answers[i]); err != nil {
			return nil, fmt.Errorf("answer %d of %d: %w", i+1, len(questions), err)
		}
	}
	return answers, nil
}
