// Package tokencheck tells whether an Access Token may stand in for a Capability Token: whether it grants the same, to
// the same client, for as long, and nothing besides. It looks at the signed tokens only, and shares no code with the
// libraries that make them, so that an error of theirs can't hide in it.
package tokencheck

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Token is a JSON Web Token, taken apart. Decoding does not verify it.
type Token struct {
	Header map[string]any
	Claims map[string]any

	signed    string // the part that the signature is for
	signature []byte
}

// Decode takes a token apart. Numbers are decoded as [json.Number].
func Decode(jwt string) (Token, error) {
	parts := strings.Split(jwt, ".")
	if len(parts) != 3 {
		return Token{}, fmt.Errorf("token has %d parts, want 3", len(parts))
	}
	header, err := decodeObject(parts[0])
	if err != nil {
		return Token{}, fmt.Errorf("header: %w", err)
	}
	claims, err := decodeObject(parts[1])
	if err != nil {
		return Token{}, fmt.Errorf("claims: %w", err)
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		return Token{}, fmt.Errorf("signature: %w", err)
	}
	return Token{header, claims, parts[0] + "." + parts[1], signature}, nil
}

// SignedWith reports whether the token has the HMAC-SHA256 signature of a secret.
func (t Token) SignedWith(secret string) bool {
	return hmac.Equal(t.signature, sign(t.signed, secret))
}

func sign(text, secret string) []byte {
	mac := hmac.New(sha256.New, []byte(secret))
	io.WriteString(mac, text) // a hash never returns an error
	return mac.Sum(nil)
}

func decodeObject(part string) (map[string]any, error) {
	data, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var object map[string]any
	if err := decoder.Decode(&object); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}
	return object, nil
}

// seconds returns a claim that is a whole number of seconds.
func seconds(claims map[string]any, name string) (value int64, ok bool) {
	number, ok := claims[name].(json.Number)
	if !ok {
		return 0, false
	}
	if value, err := number.Int64(); err == nil {
		return value, true
	}
	// A library that counts in floating point may write 9.466884e+08, or a fraction.
	float, err := number.Float64()
	if err != nil || float != float64(int64(float)) {
		return 0, false
	}
	return int64(float), true
}
