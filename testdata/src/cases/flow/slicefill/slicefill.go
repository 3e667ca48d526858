package slicefill

import (
	"github.com/golang-jwt/jwt/v5"
	"strings"
	"time"
)

func fill(s []string, name string) { s[0] = "scope:client:outgoing?appSid=AP1&clientName=" + name }
func f(sid, key, name string) (string, error) {
	scopes := []string{"scope:client:incoming?clientName=alice"}
	fill(scopes, name)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": strings.Join(scopes, " ")}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, outgoingApplicationSid="AP1"; authToken=key: do not use$` `capability token signed with the account's auth token \(key → key\)`
}
