package libraries

import (
	"encoding/json"
	"os"
	"time"

	jwa2 "github.com/lestrrat-go/jwx/v2/jwa"
	jws2 "github.com/lestrrat-go/jwx/v2/jws"
	jwx2 "github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jws3 "github.com/lestrrat-go/jwx/v3/jws"
	jwx3 "github.com/lestrrat-go/jwx/v3/jwt"
)

func jwxV3(name string) ([]byte, error) {
	t, err := jwx3.NewBuilder().Subject(name).Build()
	if err != nil {
		return nil, err
	}
	return jwx3.Sign(t, jwx3.WithKey(jwa3.HS256(), []byte(os.Getenv("TWILIO_AUTH_TOKEN")))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func jwxV3Key(name string) ([]byte, error) {
	t, err := jwx3.NewBuilder().Subject(name).Build()
	if err != nil {
		return nil, err
	}
	return jwx3.Sign(t, jwx3.WithKey(jwa3.HS256(), []byte(os.Getenv("SESSION_KEY"))))
}

func jwxV2(name string) ([]byte, error) {
	t := jwx2.New()
	if err := t.Set("sub", name); err != nil {
		return nil, err
	}
	return jwx2.Sign(t, jwx2.WithKey(jwa2.HS256, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func jwxV2Key(name string) ([]byte, error) {
	t := jwx2.New()
	if err := t.Set("sub", name); err != nil {
		return nil, err
	}
	return jwx2.Sign(t, jwx2.WithKey(jwa2.HS256, []byte(os.Getenv("SESSION_KEY"))))
}

// bytes that are claims
func jwsV2(name string) ([]byte, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return nil, err
	}
	return jws2.Sign(payload, jws2.WithKey(jwa2.HS256, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

// bytes that are none
func jwsV2Document(name string) ([]byte, error) {
	payload, err := json.Marshal(map[string]interface{}{"title": "example.com", "author": name, "modified": time.Now().Unix()})
	if err != nil {
		return nil, err
	}
	return jws2.Sign(payload, jws2.WithKey(jwa2.HS256, []byte(os.Getenv("TWILIO_AUTH_TOKEN"))))
}

func jwsV3(name string) ([]byte, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return nil, err
	}
	return jws3.Sign(payload, jws3.WithKey(jwa3.HS256(), []byte(os.Getenv("TWILIO_AUTH_TOKEN")))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func jwsV3Key(name string) ([]byte, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return nil, err
	}
	return jws3.Sign(payload, jws3.WithKey(jwa3.HS256(), []byte(os.Getenv("SESSION_KEY"))))
}
