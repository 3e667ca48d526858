// Package jwt has the declarations of gopkg.in/dgrijalva/jwt-go.v2@v2.7.0.
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

func (t *Token) SignedString(key interface{}) (string, error) { return "", nil }

func EncodeSegment(seg []byte) string { return "" }

func DecodeSegment(seg string) ([]byte, error) { return nil, nil }

type Keyfunc func(*Token) (interface{}, error)

func Parse(tokenString string, keyFunc Keyfunc) (*Token, error) { return nil, nil }
