package deepmutate

import (
	"github.com/golang-jwt/jwt/v5"
	"time"
)

func h12(m jwt.MapClaims, s string) { m["scope"] = s }
func h11(m jwt.MapClaims, s string) { h12(m, s) }
func h10(m jwt.MapClaims, s string) { h11(m, s) }
func h9(m jwt.MapClaims, s string)  { h10(m, s) }
func h8(m jwt.MapClaims, s string)  { h9(m, s) }
func h7(m jwt.MapClaims, s string)  { h8(m, s) }
func h6(m jwt.MapClaims, s string)  { h7(m, s) }
func h5(m jwt.MapClaims, s string)  { h6(m, s) }
func h4(m jwt.MapClaims, s string)  { h5(m, s) }
func h3(m jwt.MapClaims, s string)  { h4(m, s) }
func h2(m jwt.MapClaims, s string)  { h3(m, s) }
func h1(m jwt.MapClaims, s string)  { h2(m, s) }
func f(sid, key, name string) (string, error) {
	m := jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=alice"} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity="alice", incomingAllow=true; authToken=key: do not use; no fix: escapes( \(.*\))?$`
	h1(m, "scope:client:incoming?clientName="+name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, m).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}
