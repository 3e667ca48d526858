package valuesdel

import (
	"github.com/golang-jwt/jwt/v5"
	"net/url"
	"time"
)

func f(sid, key, name string) (string, error) {
	q := url.Values{}
	q.Set("appSid", "AP1")
	q.Set("clientName", name)
	q.Del("clientName")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:outgoing?" + q.Encode()}).SignedString([]byte(key)) // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=\(required\), outgoingApplicationSid="AP1"; authToken=key: do not use; no fix: identity-missing( \(.*\))?$` `capability token signed with the account's auth token \(key → key\)`
}
