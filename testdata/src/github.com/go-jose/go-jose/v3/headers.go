// Package jose has the declarations of github.com/go-jose/go-jose/v3@v3.0.4.
package jose

type ContentType string

type HeaderKey string

const (
	HeaderType        = "typ"
	HeaderContentType = "cty"
)

type Header struct {
	KeyID        string
	JSONWebKey   *JSONWebKey
	Algorithm    string
	Nonce        string
	ExtraHeaders map[HeaderKey]interface{}
}

type JSONWebKey struct {
	Key       interface{}
	KeyID     string
	Algorithm string
	Use       string
}
