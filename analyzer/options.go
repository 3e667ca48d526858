package analyzer

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"regexp"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/builder"
)

// Options are the settings of the analyzer. The zero value is the default.
type Options struct {
	// Identity is a Go expression for the identity of Access Tokens in place
	// of Capability Tokens that have no client name. "" reports such tokens
	// as lacking one.
	Identity string
	// Builder is the library that fixes write Access Tokens with:
	// "twilio-go", "kevinburke", "golang-jwt", or "auto" ("" is the same),
	// which is kevinburke for tokens made by twilioclient of that module in
	// version 2 or later, and twilio-go for all others.
	Builder string
	// APIKeyEnv and APISecretEnv name the environment variables from which
	// fixed code reads the SID and the secret of the API key. "" is
	// TWILIO_API_KEY, and TWILIO_API_SECRET. A pair of names that the package
	// reads already goes first.
	APIKeyEnv, APISecretEnv string
	// Region is the region of the Access Tokens, such as "ie1"; "" is the
	// default, US1. Only twilio-go can set it.
	Region string
	// TaskRouter reports Capability Tokens for TaskRouter, too, and that the
	// auth token signs them.
	TaskRouter bool
}

// RegisterFlags defines the analyzer's flags, which set the options. Their
// defaults are what the options are; those that are empty get their own.
func (o *Options) RegisterFlags(fs *flag.FlagSet) {
	*o = o.withDefaults()
	fs.StringVar(&o.Identity, "identity", o.Identity,
		"Go `expression` for the identity of access tokens where the code has no client name")
	fs.StringVar(&o.Builder, "builder", o.Builder,
		"`library` that fixes write access tokens with: "+strings.Join(builder.Names(), ", "))
	fs.StringVar(&o.APIKeyEnv, "api-key-env", o.APIKeyEnv,
		"environment `variable` from which fixed code reads the SID of the API key")
	fs.StringVar(&o.APISecretEnv, "api-secret-env", o.APISecretEnv,
		"environment `variable` from which fixed code reads the secret of the API key")
	fs.StringVar(&o.Region, "region", o.Region,
		"`region` of the access tokens, such as ie1 (twilio-go only); the default is US1")
	fs.BoolVar(&o.TaskRouter, "taskrouter", o.TaskRouter,
		"report capability tokens for TaskRouter, too")
}

// withDefaults fills in what was left empty.
func (o Options) withDefaults() Options {
	o.Builder = cmp.Or(o.Builder, "auto")
	o.APIKeyEnv = cmp.Or(o.APIKeyEnv, "TWILIO_API_KEY")
	o.APISecretEnv = cmp.Or(o.APISecretEnv, "TWILIO_API_SECRET")
	return o
}

var (
	envName    = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	regionName = regexp.MustCompile(`^[a-z]{2}[0-9]$`)
)

// Validate returns an error that names the first option that is wrong.
func (o Options) Validate() error {
	o = o.withDefaults()
	switch {
	case !slices.Contains(builder.Names(), o.Builder):
		return fmt.Errorf("-builder=%s: want one of %s", o.Builder, strings.Join(builder.Names(), ", "))
	case !envName.MatchString(o.APIKeyEnv):
		return fmt.Errorf("-api-key-env=%s: want the name of an environment variable, such as TWILIO_API_KEY", o.APIKeyEnv)
	case !envName.MatchString(o.APISecretEnv):
		return fmt.Errorf("-api-secret-env=%s: want the name of an environment variable, such as TWILIO_API_SECRET", o.APISecretEnv)
	case o.APIKeyEnv == o.APISecretEnv:
		return fmt.Errorf("-api-secret-env=%s: want another name than that of the API key's SID", o.APISecretEnv)
	case o.Region != "" && !regionName.MatchString(o.Region):
		return fmt.Errorf("-region=%s: want a region of Twilio, such as ie1 or au1", o.Region)
	case o.Region != "" && o.Builder != "auto" && o.Builder != "twilio-go":
		return fmt.Errorf("-region=%s: want -builder=twilio-go with it: %s can't set a region", o.Region, o.Builder)
	}
	if o.Identity == "" {
		return nil
	}
	e, err := parser.ParseExpr(o.Identity)
	switch {
	case err != nil:
		return fmt.Errorf("-identity=%s: want a Go expression, such as user.ID or \"lobby\": %v", o.Identity, err)
	case int(e.End()-e.Pos()) != len(o.Identity): // a comment, or white space
		return fmt.Errorf("-identity=%s: want a Go expression and nothing else", o.Identity)
	}
	if lit, ok := ast.Unparen(e).(*ast.BasicLit); ok && (lit.Value == `""` || lit.Value == "``") {
		return fmt.Errorf("-identity=%s: want an expression that is not empty: an access token needs an identity", o.Identity)
	}
	return nil
}
