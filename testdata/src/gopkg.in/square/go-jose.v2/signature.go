// Package jose has the declarations of gopkg.in/square/go-jose.v2@v2.6.0.
package jose

type JSONWebSignature struct{}

func ParseSigned(signature string) (*JSONWebSignature, error) { return nil, nil }

func (obj JSONWebSignature) CompactSerialize() (string, error) { return "", nil }

func (obj JSONWebSignature) FullSerialize() string { return "" }

func (obj JSONWebSignature) Verify(verificationKey interface{}) ([]byte, error) { return nil, nil }

func (obj JSONWebSignature) UnsafePayloadWithoutVerification() []byte { return nil }
