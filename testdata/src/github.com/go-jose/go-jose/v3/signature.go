// Package jose has the declarations of github.com/go-jose/go-jose/v3@v3.0.4.
package jose

type JSONWebSignature struct{}

func ParseSigned(signature string) (*JSONWebSignature, error) { return nil, nil }

func (obj JSONWebSignature) CompactSerialize() (string, error) { return "", nil }

func (obj JSONWebSignature) FullSerialize() string { return "" }

func (obj JSONWebSignature) Verify(verificationKey interface{}) ([]byte, error) { return nil, nil }

func (obj JSONWebSignature) UnsafePayloadWithoutVerification() []byte { return nil }
