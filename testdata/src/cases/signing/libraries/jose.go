package libraries

import (
	"encoding/json"
	"os"

	jose3 "github.com/go-jose/go-jose/v3"
	jose3jwt "github.com/go-jose/go-jose/v3/jwt"
	jose4 "github.com/go-jose/go-jose/v4"
	jose4jwt "github.com/go-jose/go-jose/v4/jwt"
	square "gopkg.in/square/go-jose.v2"
	squarejwt "gopkg.in/square/go-jose.v2/jwt"
)

func goJOSEv4(name string) (string, error) {
	signer, err := jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: []byte(os.Getenv("TWILIO_AUTH_TOKEN"))}, nil)
	if err != nil {
		return "", err
	}
	return jose4jwt.Signed(signer).Claims(jose4jwt.Claims{Subject: name}).Serialize() // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func goJOSEv4Key(name string) (string, error) {
	signer, err := jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: []byte(os.Getenv("SESSION_KEY"))}, nil)
	if err != nil {
		return "", err
	}
	return jose4jwt.Signed(signer).Claims(jose4jwt.Claims{Subject: name}).Serialize()
}

// the signer is kept in a struct
type joseServer struct{ signer, sessions jose4.Signer }

func newJoseServer() (s *joseServer, err error) {
	s = new(joseServer)
	s.signer, err = jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: []byte(os.Getenv("TWILIO_AUTH_TOKEN"))}, nil)
	if err != nil {
		return nil, err
	}
	s.sessions, err = jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: []byte(os.Getenv("SESSION_KEY"))}, nil)
	return s, err
}

func (s *joseServer) token(name string) (string, error) {
	return jose4jwt.Signed(s.signer).Claims(map[string]any{"sub": name}).Serialize() // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func (s *joseServer) tokenKey(name string) (string, error) {
	return jose4jwt.Signed(s.sessions).Claims(map[string]any{"sub": name}).Serialize()
}

// bytes that are claims
func goJOSEv4Bytes(name string) (*jose4.JSONWebSignature, error) {
	signer, err := jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: []byte(os.Getenv("TWILIO_AUTH_TOKEN"))}, nil)
	if err != nil {
		return nil, err
	}
	payload, err := json.Marshal(jose4jwt.Claims{Subject: name, Issuer: "example.com"})
	if err != nil {
		return nil, err
	}
	return signer.Sign(payload) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

// bytes that are none
func goJOSEv4Document(document []byte) (*jose4.JSONWebSignature, error) {
	signer, err := jose4.NewSigner(jose4.SigningKey{Algorithm: jose4.HS256, Key: []byte(os.Getenv("TWILIO_AUTH_TOKEN"))}, nil)
	if err != nil {
		return nil, err
	}
	return signer.Sign(document)
}

func goJOSEv3(name string) (string, error) {
	key := jose3.SigningKey{Algorithm: jose3.HS256, Key: []byte(os.Getenv("TWILIO_AUTH_TOKEN"))}
	signer, err := jose3.NewSigner(key, nil)
	if err != nil {
		return "", err
	}
	return jose3jwt.Signed(signer).Claims(jose3jwt.Claims{Subject: name}).CompactSerialize() // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func goJOSEv3Key(name string) (string, error) {
	key := jose3.SigningKey{Algorithm: jose3.HS256, Key: []byte(os.Getenv("SESSION_KEY"))}
	signer, err := jose3.NewSigner(key, nil)
	if err != nil {
		return "", err
	}
	return jose3jwt.Signed(signer).Claims(jose3jwt.Claims{Subject: name}).CompactSerialize()
}

func squareJOSE(name string) (string, error) {
	signer, err := square.NewSigner(square.SigningKey{Algorithm: square.HS256, Key: []byte(os.Getenv("TWILIO_AUTH_TOKEN"))}, nil)
	if err != nil {
		return "", err
	}
	return squarejwt.Signed(signer).Claims(squarejwt.Claims{Subject: name}).CompactSerialize() // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func squareJOSEKey(name string) (string, error) {
	signer, err := square.NewSigner(square.SigningKey{Algorithm: square.HS256, Key: []byte(os.Getenv("SESSION_KEY"))}, nil)
	if err != nil {
		return "", err
	}
	return squarejwt.Signed(signer).Claims(squarejwt.Claims{Subject: name}).CompactSerialize()
}
