// Package phone gives the agents of a call centre their tokens.
package phone

import (
	"fmt"
	"log"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

type Service struct {
	AccountSid string
	AuthToken  string
	AppSid     string
	Lifetime   time.Duration
}

type scopeClaims struct {
	*jwt.StandardClaims
	Scope string `json:"scope"`
}

type registered struct {
	jwt.RegisteredClaims
	Scope string `json:"scope"`
}

func (s *Service) Agent(name string) (string, error) {
	now := time.Now()
	claims := &scopeClaims{ // want `capability token made by hand \(\*?scopeClaims\); access token parameters: accountSid=s\.AccountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=s\.Lifetime, identity=name, incomingAllow=true, outgoingApplicationSid=s\.AppSid; authToken=s\.AuthToken: do not use; no fix: shape \(the package checks tokens with the same key\)$`
		&jwt.StandardClaims{
			Issuer:    s.AccountSid,
			ExpiresAt: now.Add(s.Lifetime).Unix(),
			IssuedAt:  now.Unix(),
		},
		"scope:client:incoming?clientName=" + name + " scope:client:outgoing?appSid=" + s.AppSid + "&clientName=" + name,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.AuthToken)) // want `capability token signed with the account's auth token \(s\.AuthToken → key\)`
}

func (s *Service) Listener(name string) (string, error) {
	claims := registered{ // want `capability token made by hand \(registered\); access token parameters: accountSid=s\.AccountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=12 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=s\.AuthToken: do not use; no fix: shape \(the package checks tokens with the same key\)$`
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    s.AccountSid,
			ExpiresAt: jwt.NewNumericDate(time.Now().Add(12 * time.Hour)),
		},
		Scope: fmt.Sprintf("scope:client:incoming?clientName=%s", name),
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	signed, err := token.SignedString([]byte(s.AuthToken)) // want `capability token signed with the account's auth token \(s\.AuthToken → key\)`
	if err != nil {
		log.Println("sign:", err)
	}
	return signed, err
}

func (s *Service) Caller() (string, error) {
	token := jwt.New(jwt.GetSigningMethod("HS256"))
	claims, _ := token.Claims.(jwt.MapClaims)
	claims["iss"] = s.AccountSid
	claims["exp"] = time.Now().Unix() + 1800
	claims["scope"] = "scope:client:outgoing?appSid=" + s.AppSid // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=s\.AccountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=1800, identity=\(required\), outgoingApplicationSid=s\.AppSid; authToken=s\.AuthToken: do not use; no fix: identity-missing( \(.*\))?$`
	return token.SignedString([]byte(s.AuthToken))               // want `capability token signed with the account's auth token \(s\.AuthToken → key\)`
}

func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	user, _, ok := r.BasicAuth()
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var scopes []string
	scopes = append(scopes, "scope:client:incoming?clientName="+user)
	if r.FormValue("dial") == "yes" {
		scopes = append(scopes, "scope:client:outgoing?appSid="+s.AppSid+"&clientName="+user)
	}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=s\.AccountSid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=user, incomingAllow=true, outgoingApplicationSid=s\.AppSid; authToken=s\.AuthToken: do not use; no fix: conditional( \(.*\))?$`
		"scope": strings.Join(scopes, " "),
		"iss":   s.AccountSid,
		"exp":   time.Now().Add(time.Hour).Unix(),
	})
	signed, err := token.SignedString([]byte(s.AuthToken)) // want `capability token signed with the account's auth token \(s\.AuthToken → key\)`
	if err != nil {
		http.Error(w, "sorry", 500)
		return
	}
	fmt.Fprintf(w, `{"token":%q,"identity":%q}`, signed, user)
}

// the token is read back by the same application
func (s *Service) whoIs(signed string) (string, error) {
	var c registered
	_, err := jwt.ParseWithClaims(signed, &c, func(*jwt.Token) (interface{}, error) { return []byte(s.AuthToken), nil })
	return strings.TrimPrefix(c.Scope, "scope:client:incoming?clientName="), err
}
