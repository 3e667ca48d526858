package knowledge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/funcname"
)

// A Setting is a function that reads a setting of the program by its name.
type Setting struct {
	Paths []Path
	Func  string // Recv.Name, or Name; "*.Name" matches any receiver
	Name  int    // the argument with the name
	Var   int    // the argument through which the setting is stored, [None] if it is returned
}

// Settings lists the functions that read settings: from the environment, the
// command line, or a configuration.
var Settings = []Setting{
	{env("os"), "Getenv", 0, None},
	{env("os"), "LookupEnv", 0, None},
	{env("syscall"), "Getenv", 0, None},
	{env("flag"), "String", 0, None},
	{env("flag"), "StringVar", 1, 0},
	{env("flag"), "FlagSet.String", 0, None},
	{env("flag"), "FlagSet.StringVar", 1, 0},
	{pflag, "String", 0, None},
	{pflag, "StringP", 0, None},
	{pflag, "StringVar", 1, 0},
	{pflag, "StringVarP", 1, 0},
	{pflag, "FlagSet.String", 0, None},
	{pflag, "FlagSet.StringP", 0, None},
	{pflag, "FlagSet.StringVar", 1, 0},
	{pflag, "FlagSet.StringVarP", 1, 0},
	{pflag, "FlagSet.GetString", 0, None},
	{viper, "GetString", 0, None},
	{viper, "Get", 0, None},
	{viper, "Viper.GetString", 0, None},
	{viper, "Viper.Get", 0, None},
}

func env(path string) []Path { return []Path{{Is: path}} }

var (
	pflag = []Path{{Is: "github.com/spf13/pflag"}}
	viper = []Path{{Is: "github.com/spf13/viper"}}
)

// LookupSetting finds what is known of a function.
func LookupSetting(fn *types.Func) (Setting, bool) {
	if fn == nil || fn.Pkg() == nil {
		return Setting{}, false
	}
	for _, s := range Settings {
		if slices.ContainsFunc(s.Paths, func(p Path) bool { return p.Match(fn.Pkg().Path()) }) && funcname.Method(fn) == s.Func {
			return s, true
		}
	}
	return Setting{}, false
}

// SettingTags are the keys of struct tags by which libraries find out from
// what setting to fill a field.
var SettingTags = []string{"env", "envconfig", "mapstructure", "koanf", "yaml", "toml", "json", "flag", "long"}

// PrefixTags are the keys of struct tags on a field that holds a struct, for
// what goes before the settings of that struct.
var PrefixTags = []string{"envPrefix", "prefix"}

// FromPrefix are the functions that fill a struct from the environment, by a
// prefix and the names of its fields.
var FromPrefix = []Setting{
	{[]Path{{Is: "github.com/kelseyhightower/envconfig"}}, "Process", 0, 1},
	{[]Path{{Is: "github.com/kelseyhightower/envconfig"}}, "MustProcess", 0, 1},
}

// A Credential says which of Twilio's credentials something is.
type Credential int

const (
	NoCredential Credential = iota
	AuthToken
	AccountSid
	APIKeySid
	APIKeySecret
)

// CredentialNamed tells from the name of a setting, such as
// TWILIO_AUTH_TOKEN or twilio.auth-token, which of Twilio's credentials it
// holds. It is Twilio's if the word Twilio stands before the credential, with
// no others between them than which account or environment it is for: the
// token of a proxy, say, is another one.
func CredentialNamed(name string) Credential {
	words := words(name)
	i := slices.Index(words, "TWILIO")
	if i < 0 || i > 0 && slices.Contains(pretenders, words[i-1]) {
		return NoCredential
	}
	words = words[i+1:]
	for len(words) > 0 && slices.Contains(whose, words[0]) {
		words = words[1:]
	}
	for len(words) > 0 && slices.Contains(whose, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	switch strings.Join(words, "") {
	case "AUTHTOKEN":
		return AuthToken
	case "ACCOUNTSID":
		return AccountSid
	case "APISECRET", "APIKEYSECRET", "APISECRETKEY":
		return APIKeySecret
	case "APIKEY", "APIKEYSID", "APISID":
		return APIKeySid
	}
	return NoCredential
}

var (
	// pretenders, in front of Twilio, are not it.
	pretenders = []string{"FAKE", "MOCK", "STUB", "DUMMY", "NOT"}
	// whose says for what account or environment a credential is.
	whose = []string{
		"PRIMARY", "SECONDARY", "MAIN", "MASTER", "DEFAULT", "SUB", "SUBACCOUNT", "LIVE", "TEST", "PROD", "PRODUCTION", "STAGING",
		"DEV", "VOICE", "SMS",
	}
)

// words splits a name where its letters change from lower to upper case, and
// at what is no letter or digit.
func words(name string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			out = append(out, strings.ToUpper(word.String()))
			word.Reset()
		}
	}
	lower := false
	for _, r := range name {
		upper := 'A' <= r && r <= 'Z'
		if !upper && !('a' <= r && r <= 'z') && !('0' <= r && r <= '9') {
			flush()
			lower = false
			continue
		}
		if upper && lower {
			flush()
		}
		word.WriteRune(r)
		lower = !upper
	}
	flush()
	return out
}
