// Package jose has the declarations of gopkg.in/square/go-jose.v2@v2.6.0.
package jose

type ContentType string

type HeaderKey string

const (
	HeaderType        HeaderKey = "typ"
	HeaderContentType           = "cty"
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
