// Package oracle asks Twilio's official library for Node.js what an Access Token has to look like. That library is the
// reference: Twilio's guide, and the other libraries, follow it.
package oracle

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os/exec"

	"github.com/captoken/captoken/integration/internal/npm"
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

// An Oracle is an installed library.
type Oracle struct{ dir string }

// New returns the oracle, which it installs unless that has been done before. It needs the network only then.
func New(ctx context.Context) (*Oracle, error) {
	dir, err := npm.Install(ctx, "captoken-oracle", map[string][]byte{"package.json": manifest, programName: program})
	return &Oracle{dir}, err
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
