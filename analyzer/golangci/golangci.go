// Package golangci is the captoken analyzer as a module plugin of
// golangci-lint v2.
//
// Add it to .custom-gcl.yml, and build golangci-lint with "golangci-lint
// custom"; the README of the module has examples.
package golangci

import (
	"fmt"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/analyzer"
)

// This is how a module plugin makes itself known.
func init() { register.Plugin("captoken", New) }

// Settings are those of the linter in .golangci.yml, under
// linters.settings.custom.captoken.settings: the options of
// [analyzer.Options].
type Settings struct {
	Identity     string `json:"identity"`
	Builder      string `json:"builder"`
	APIKeyEnv    string `json:"api-key-env"`
	APISecretEnv string `json:"api-secret-env"`
	Region       string `json:"region"`
	TaskRouter   bool   `json:"taskrouter"`
}

// New returns the plugin for settings as golangci-lint read them: nil, or a
// map. An unknown setting, one of a wrong type, and a value that
// [analyzer.Options] does not take are errors.
func New(settings any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[Settings](settings)
	if err != nil {
		return nil, fmt.Errorf("settings of captoken: want identity, builder, api-key-env, api-secret-env, region, and taskrouter only: %w", err)
	}
	opts := analyzer.Options(s)
	if err := opts.Validate(); err != nil {
		return nil, fmt.Errorf("settings of captoken: %w", err)
	}
	return plugin{opts}, nil
}

type plugin struct{ opts analyzer.Options }

// BuildAnalyzers implements [register.LinterPlugin].
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return []*analysis.Analyzer{analyzer.New(p.opts)}, nil
}

// GetLoadMode implements [register.LinterPlugin].
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
