package libraries

import (
	"encoding/json"
	"os"
	"time"

	"github.com/SermoDigital/jose/crypto"
	"github.com/SermoDigital/jose/jws"
	jose "github.com/dvsekhvalnov/jose2go"
	twiliojwt "github.com/twilio/twilio-go/client/jwt"
)

func sermoDigital(name string) ([]byte, error) {
	claims := jws.Claims{}
	claims.SetSubject(name)
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func sermoDigitalKey(name string) ([]byte, error) {
	claims := jws.Claims{}
	claims.SetSubject(name)
	return jws.NewJWT(claims, crypto.SigningMethodHS256).Serialize([]byte(os.Getenv("SESSION_KEY")))
}

func claims(name string) (string, error) {
	b, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	return string(b), err
}

func jose2go(name string) (string, error) {
	payload, err := claims(name)
	if err != nil {
		return "", err
	}
	return jose.Sign(payload, jose.HS256, []byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func jose2goKey(name string) (string, error) {
	payload, err := claims(name)
	if err != nil {
		return "", err
	}
	return jose.Sign(payload, jose.HS256, []byte(os.Getenv("SESSION_KEY")))
}

// what is signed is a text
func jose2goText(text string) (string, error) {
	return jose.Sign(text, jose.HS256, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
}

func jose2goBytes(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return jose.SignBytes(payload, jose.HS256, []byte(os.Getenv("TWILIO_AUTH_TOKEN"))) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func jose2goBytesKey(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	return jose.SignBytes(payload, jose.HS256, []byte(os.Getenv("SESSION_KEY")))
}

func twilioHMAC(name string) (string, error) {
	headers := map[string]interface{}{"typ": "JWT", "alg": "HS256"}
	payload := map[string]interface{}{"sub": name, "exp": time.Now().Add(time.Hour).Unix()}
	return twiliojwt.SignTokenWithHMAC(headers, payload, os.Getenv("TWILIO_AUTH_TOKEN")) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func twilioHMACKey(name string) (string, error) {
	headers := map[string]interface{}{"typ": "JWT", "alg": "HS256"}
	payload := map[string]interface{}{"sub": name, "exp": time.Now().Add(time.Hour).Unix()}
	return twiliojwt.SignTokenWithHMAC(headers, payload, os.Getenv("SESSION_KEY"))
}
