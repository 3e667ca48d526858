// Package jwt has the declarations of github.com/golang-jwt/jwt/v5@v5.2.2.
package jwt

type Token struct {
	Raw       string
	Method    SigningMethod
	Header    map[string]interface{}
	Claims    Claims
	Signature []byte
	Valid     bool
}

type TokenOption func(*Token)

// New returns a token with empty MapClaims.
func New(method SigningMethod, opts ...TokenOption) *Token {
	return NewWithClaims(method, MapClaims{}, opts...)
}

func NewWithClaims(method SigningMethod, claims Claims, opts ...TokenOption) *Token {
	return &Token{Header: map[string]interface{}{}, Claims: claims, Method: method}
}

func (t *Token) SigningString() (string, error) { return "", nil }

func (t *Token) SignedString(key interface{}) (string, error) { return "", nil }

func (*Token) EncodeSegment(seg []byte) string { return "" }
