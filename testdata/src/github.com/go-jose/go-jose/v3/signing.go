// Package jose has the declarations of github.com/go-jose/go-jose/v3@v3.0.4.
package jose

type SignatureAlgorithm string

const (
	EdDSA = SignatureAlgorithm("EdDSA")
	HS256 = SignatureAlgorithm("HS256")
	HS384 = SignatureAlgorithm("HS384")
	HS512 = SignatureAlgorithm("HS512")
	RS256 = SignatureAlgorithm("RS256")
	ES256 = SignatureAlgorithm("ES256")
)

type SigningKey struct {
	Algorithm SignatureAlgorithm
	Key       interface{}
}

type Signer interface {
	Sign(payload []byte) (*JSONWebSignature, error)
	Options() SignerOptions
}

func NewSigner(sig SigningKey, opts *SignerOptions) (Signer, error) { return nil, nil }

type NonceSource interface {
	Nonce() (string, error)
}

type SignerOptions struct {
	NonceSource  NonceSource
	EmbedJWK     bool
	ExtraHeaders map[HeaderKey]interface{}
}

func (so *SignerOptions) WithType(typ ContentType) *SignerOptions { return so }

func (so *SignerOptions) WithContentType(contentType ContentType) *SignerOptions { return so }

func (so *SignerOptions) WithHeader(k HeaderKey, v interface{}) *SignerOptions { return so }

func (so *SignerOptions) WithBase64(b64 bool) *SignerOptions { return so }
