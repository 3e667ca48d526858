// Package jwt has the declarations of gopkg.in/dgrijalva/jwt-go.v1@v1.0.2 as its changelog describes them.
package jwt

import "time"

var TimeFunc = time.Now

// Token has a plain map for its claims.
type Token struct {
	Raw       string
	Method    SigningMethod
	Header    map[string]interface{}
	Claims    map[string]interface{}
	Signature string
	Valid     bool
}

func New(method SigningMethod) *Token {
	return &Token{Header: map[string]interface{}{}, Claims: map[string]interface{}{}, Method: method}
}

func (t *Token) SigningString() (string, error) { return "", nil }

func (t *Token) SignedString(key []byte) (string, error) { return "", nil }

func EncodeSegment(seg []byte) string { return "" }

func DecodeSegment(seg string) ([]byte, error) { return nil, nil }

type Keyfunc func(*Token) ([]byte, error)

func Parse(tokenString string, keyFunc Keyfunc) (*Token, error) { return nil, nil }
