// Package jose has the declarations of github.com/go-jose/go-jose/v4@v4.1.3.
package jose

type JSONWebSignature struct{}

func ParseSigned(signature string, signatureAlgorithms []SignatureAlgorithm) (*JSONWebSignature, error) {
	return nil, nil
}

func (obj JSONWebSignature) CompactSerialize() (string, error) { return "", nil }

func (obj JSONWebSignature) FullSerialize() string { return "" }

func (obj JSONWebSignature) Verify(verificationKey interface{}) ([]byte, error) { return nil, nil }

func (obj JSONWebSignature) UnsafePayloadWithoutVerification() []byte { return nil }
