// Package vipers reads keys from a configuration.
package vipers

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

var errNoKey = errors.New("no key")

func session(name string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: name})
}

func getString(name string) (string, error) {
	return session(name).SignedString([]byte(viper.GetString("twilio.auth_token"))) // want `^JSON Web Token signed with the account's auth token \(viper\.GetString\("twilio\.auth_token"\) → key\): use a key that is made for it$`
}

func getStringKey(name string) (string, error) {
	return session(name).SignedString([]byte(viper.GetString("session.auth_token")))
}

// Twilio's, and not the auth token
func getStringSecret(name string) (string, error) {
	return session(name).SignedString([]byte(viper.GetString("twilio.api_secret")))
}

func get(name string) (string, error) {
	token := viper.Get("TWILIO_AUTH_TOKEN").(string)
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(viper\.Get\("TWILIO_AUTH_TOKEN"\) → token → key\): use a key that is made for it$`
}

func getKey(name string) (string, error) {
	token := viper.Get("SESSION_TOKEN").(string)
	return session(name).SignedString([]byte(token))
}

func instance(name string) (string, error) {
	v := viper.New()
	v.AutomaticEnv()
	return session(name).SignedString([]byte(v.GetString("twilio_auth_token"))) // want `^JSON Web Token signed with the account's auth token \(v\.GetString\("twilio_auth_token"\) → key\): use a key that is made for it$`
}

func instanceKey(name string) (string, error) {
	v := viper.New()
	v.AutomaticEnv()
	return session(name).SignedString([]byte(v.GetString("session_token")))
}

func instanceGet(v *viper.Viper, name string) (string, error) {
	token, ok := v.Get("twilio.authToken").(string)
	if !ok {
		return "", errNoKey
	}
	return session(name).SignedString([]byte(token)) // want `^JSON Web Token signed with the account's auth token \(v\.Get\("twilio\.authToken"\) → token → key\): use a key that is made for it$`
}

func instanceGetKey(v *viper.Viper, name string) (string, error) {
	token, ok := v.Get("sessions.authToken").(string)
	if !ok {
		return "", errNoKey
	}
	return session(name).SignedString([]byte(token))
}

// --- a namesake of the package

type settings map[string]string

func (s settings) GetString(name string) string { return s[name] }

func namesake(s settings, name string) (string, error) {
	return session(name).SignedString([]byte(s.GetString("jwt.key")))
}
