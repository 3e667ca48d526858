package golangci_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/captoken/captoken/analyzer"
	"github.com/captoken/captoken/analyzer/golangci"
)

// TestRegistered finds the plugin under its name.
func TestRegistered(t *testing.T) {
	newPlugin, err := register.GetPlugin("captoken")
	if err != nil {
		t.Fatal(err)
	}
	plugin, err := newPlugin(nil)
	if err != nil {
		t.Fatal(err)
	}
	if mode := plugin.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %q, want types", mode)
	}
}

// TestAnalyzer runs what the plugin builds over cases of the analyzer.
func TestAnalyzer(t *testing.T) {
	plugin, err := golangci.New(map[string]any{})
	if err != nil {
		t.Fatal(err)
	}
	analyzers, err := plugin.BuildAnalyzers()
	if err != nil || len(analyzers) != 1 || analyzers[0].Name != "captoken" {
		t.Fatalf("got %v, %v, want one analyzer called captoken", analyzers, err)
	}
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, analyzers[0], "cases/contrast")
}

// TestSettings holds each setting to the flag of the same name, and errors
// to saying what is wrong.
func TestSettings(t *testing.T) {
	values := map[string]any{
		"identity": "user.ID", "builder": "twilio-go", "api-key-env": "KEY", "api-secret-env": "SECRET", "region": "ie1", "taskrouter": true,
	}
	if n := reflect.TypeFor[analyzer.Options]().NumField(); len(values) != n || reflect.TypeFor[golangci.Settings]().NumField() != n {
		t.Errorf("%d settings are tested, want all %d options", len(values), n)
	}
	for name, value := range values {
		plugin, err := golangci.New(map[string]any{name: value})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		analyzers, err := plugin.BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		f := analyzers[0].Flags.Lookup(name)
		if f == nil {
			t.Errorf("%s: the analyzer has no such flag", name)
			continue
		}
		if got := f.Value.String(); got != value && !(value == true && got == "true") {
			t.Errorf("%s=%v: the flag is %s", name, value, got)
		}
	}
	for _, tc := range []struct {
		settings any
		want     string
	}{
		{map[string]any{"bilder": "auto"}, `unknown field "bilder"`},
		{map[string]any{"taskrouter": "yes"}, "cannot unmarshal string"},
		{map[string]any{"builder": "mine"}, "-builder=mine: want one of"},
		{"text", "cannot unmarshal"},
	} {
		if _, err := golangci.New(tc.settings); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%v: error %v, want %q", tc.settings, err, tc.want)
		}
	}
}
