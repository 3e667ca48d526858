// Package jose has the declarations of github.com/dvsekhvalnov/jose2go@v1.5.0.
package jose

const (
	NONE  = "none"
	HS256 = "HS256"
	HS384 = "HS384"
	HS512 = "HS512"
	RS256 = "RS256"
	ES256 = "ES256"
)

type JoseConfig struct {
	CompressionAlg string
	Headers        map[string]interface{}
}

func Header(name string, value interface{}) func(cfg *JoseConfig) { return nil }

func Headers(headers map[string]interface{}) func(cfg *JoseConfig) { return nil }

func Sign(payload string, signingAlg string, key interface{}, options ...func(*JoseConfig)) (token string, err error) {
	return "", nil
}

func SignBytes(payload []byte, signingAlg string, key interface{}, options ...func(*JoseConfig)) (token string, err error) {
	return "", nil
}

func Decode(token string, key interface{}) (string, map[string]interface{}, error) {
	return "", nil, nil
}
