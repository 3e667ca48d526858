// Package raw signs JSON Web Tokens with nothing but the standard library.
package raw

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"time"
)

const header = `{"alg":"HS256","typ":"JWT"}`

var encoding = base64.RawURLEncoding

func ofMap(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

// another key
func ofMapKey(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha256.New, []byte(os.Getenv("SESSION_KEY")))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// another hash
func ofMapSHA1(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha1.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

func ofMapSHA512(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"iss": "example.com", "sub": name, "exp": time.Now().Add(time.Hour).Unix()})
	if err != nil {
		return "", err
	}
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString(payload)
	mac := hmac.New(sha512.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// no header, and no encoding: a signed body
func body(name string) (string, error) {
	payload, err := json.Marshal(map[string]interface{}{"name": name, "at": time.Now().Unix()})
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write(payload)
	return hex.EncodeToString(mac.Sum(nil)), nil
}

// a text
func text(path string) string {
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte("GET " + path))
	return hex.EncodeToString(mac.Sum(nil))
}

// two parts with a dot between, which are no JSON
func dotted(id string) string {
	msg := base64.RawURLEncoding.EncodeToString([]byte(id)) + "." + base64.RawURLEncoding.EncodeToString([]byte(time.Now().String()))
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(msg))
	return msg + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

type payload struct {
	Issuer  string `json:"iss"`
	Subject string `json:"sub"`
	Expires int64  `json:"exp"`
}

func ofStruct(name string) (string, error) {
	b, err := json.Marshal(payload{Issuer: "example.com", Subject: name, Expires: time.Now().Unix() + 60})
	if err != nil {
		return "", err
	}
	text := encoding.EncodeToString([]byte(header)) + "." + encoding.EncodeToString(b)
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	fmt.Fprint(mac, text)
	return fmt.Sprintf("%s.%s", text, encoding.EncodeToString(mac.Sum(nil))), nil // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func ofStructKey(name string) (string, error) {
	b, err := json.Marshal(payload{Issuer: "example.com", Subject: name, Expires: time.Now().Unix() + 60})
	if err != nil {
		return "", err
	}
	text := encoding.EncodeToString([]byte(header)) + "." + encoding.EncodeToString(b)
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_API_SECRET")))
	fmt.Fprint(mac, text)
	return fmt.Sprintf("%s.%s", text, encoding.EncodeToString(mac.Sum(nil))), nil
}

// a struct of an application, not of a token
type cursor struct {
	Page int    `json:"page"`
	Sort string `json:"sort"`
}

func ofCursor(page int) (string, error) {
	b, err := json.Marshal(cursor{page, "name"})
	if err != nil {
		return "", err
	}
	text := encoding.EncodeToString(b)
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(text))
	return text + "." + encoding.EncodeToString(mac.Sum(nil)), nil
}

func ofText(name string) string {
	claims := fmt.Sprintf(`{"iss":"example.com","sub":%q,"exp":%d}`, name, time.Now().Unix()+60)
	text := encoding.EncodeToString([]byte(header)) + "." + encoding.EncodeToString([]byte(claims))
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(text))
	return text + "." + encoding.EncodeToString(mac.Sum(nil)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → key\): use a key that is made for it$`
}

func ofTextKey(name string) string {
	claims := fmt.Sprintf(`{"iss":"example.com","sub":%q,"exp":%d}`, name, time.Now().Unix()+60)
	text := encoding.EncodeToString([]byte(header)) + "." + encoding.EncodeToString([]byte(claims))
	mac := hmac.New(sha256.New, []byte(os.Getenv("SESSION_KEY")))
	mac.Write([]byte(text))
	return text + "." + encoding.EncodeToString(mac.Sum(nil))
}

func ofOtherText(name string) string {
	state := fmt.Sprintf(`{"name":%q,"page":%d}`, name, time.Now().Unix()+60)
	text := encoding.EncodeToString([]byte(state))
	mac := hmac.New(sha256.New, []byte(os.Getenv("TWILIO_AUTH_TOKEN")))
	mac.Write([]byte(text))
	return text + "." + encoding.EncodeToString(mac.Sum(nil))
}

// --- the parts are made by helpers

func encode(v interface{}) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return encoding.EncodeToString(b)
}

func sign(text, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return encoding.EncodeToString(mac.Sum(nil)) // want `^JSON Web Token signed with the account's auth token \(os\.Getenv\("TWILIO_AUTH_TOKEN"\) → secret → key\): use a key that is made for it$`
}

func inSteps(name string) string {
	text := encode(map[string]string{"typ": "JWT", "alg": "HS256"}) + "." + encode(payload{Issuer: "example.com", Subject: name, Expires: time.Now().Unix() + 60})
	return text + "." + sign(text, os.Getenv("TWILIO_AUTH_TOKEN"))
}

func signOther(text, secret string) string {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return encoding.EncodeToString(mac.Sum(nil))
}

func inStepsOther(name string) string {
	text := encode(map[string]string{"typ": "JWT", "alg": "HS256"}) + "." + encode(payload{Issuer: "example.com", Subject: name, Expires: time.Now().Unix() + 60})
	return text + "." + signOther(text, os.Getenv("SESSION_KEY"))
}
