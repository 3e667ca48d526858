package drive

import "strings"

// The texts that stand for what a program is configured with.
const (
	AccountSID   = "AC0123456789abcdef0123456789abcdef"
	AuthToken    = "00112233445566778899aabbccddeeff"
	APIKeySID    = "SK0123456789abcdef0123456789abcdef"
	APIKeySecret = "Ab3dEf6hIj9lMn2pQr5tUv8xYz1BcD4f"
	AppSID       = "AP0123456789abcdef0123456789abcdef"
)

// The names of clients. The second changes if it is encoded too seldom or too often.
const (
	PlainName   = "alice"
	AwkwardName = "Zoë B+C%20=&D"
)

// kinds tell by a part of a name what a text is for. The first that fits counts.
var kinds = []struct {
	text  string
	parts []string
}{
	{APIKeySecret, []string{"apisecret", "keysecret"}},
	{APIKeySID, []string{"apikey", "keysid", "signingkey"}},
	{AppSID, []string{"app", "twiml"}},
	{AuthToken, []string{"secret", "token", "auth", "key", "tok", "password", "hush"}},
	{AccountSID, []string{"sid", "account", "acct", "issuer"}},
}

// Text returns the text for something configured by a name, as a variable of the environment is, or "" if the name
// does not tell. Of a path of names, the last that tells decides.
func Text(path string) string {
	names := strings.Split(strings.ReplaceAll(strings.ToLower(path), "_", ""), ".")
	for i := len(names) - 1; i >= 0; i-- {
		for _, kind := range kinds {
			for _, part := range kind.parts {
				if strings.Contains(names[i], part) {
					return kind.text
				}
			}
		}
	}
	return ""
}

// awkwardParams are parameters of outgoing calls that change if they are encoded too seldom or too often.
func awkwardParams() map[string]string {
	return map[string]string{
		"plain":     "42",
		"spaced":    "to be or not",
		"a key":     "a&b=c;d",
		"plus":      "1+1=2",
		"percent":   "100%25",
		"name":      "Zoë 電話",
		"empty":     "",
		"html":      `<b>"quoted"\</b>`,
		"multiline": "a\nb",
	}
}
