// Package jwt has the declarations of github.com/golang-jwt/jwt/v4@v4.5.2.
package jwt

import "time"

var TimeFunc = time.Now

type Token struct {
	Raw       string
	Method    SigningMethod
	Header    map[string]interface{}
	Claims    Claims
	Signature string
	Valid     bool
}

// New returns a token with empty MapClaims.
func New(method SigningMethod) *Token { return NewWithClaims(method, MapClaims{}) }

func NewWithClaims(method SigningMethod, claims Claims) *Token {
	return &Token{Header: map[string]interface{}{}, Claims: claims, Method: method}
}

func (t *Token) SigningString() (string, error) { return "", nil }

func (t *Token) SignedString(key interface{}) (string, error) { return "", nil }

func EncodeSegment(seg []byte) string { return "" }

func DecodeSegment(seg string) ([]byte, error) { return nil, nil }
