// Package handmade_jsontext writes the claims as text, without a map or a
// struct.
package handmade_jsontext

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"strconv"
	"time"

	jose "github.com/dvsekhvalnov/jose2go"
)

const header = `{"alg":"HS256","typ":"JWT"}`

var enc = base64.RawURLEncoding

func signText(header, payload, key string) string {
	text := enc.EncodeToString([]byte(header)) + "." + enc.EncodeToString([]byte(payload))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(text))
	return text + "." + enc.EncodeToString(mac.Sum(nil)) // want `capability token signed with the account's auth token \(authToken → key\)`
}

func bySprintf(sid, authToken, app, user string) string {
	payload := fmt.Sprintf(`{"scope":"scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s","iss":"%s","exp":%d}`, // want `capability token made by hand \(JSON\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=10 \* time\.Minute, identity=user, incomingAllow=true, outgoingApplicationSid=app; authToken=authToken: do not use; no fix: across-functions( \(.*\))?$`
		url.QueryEscape(user), app, sid, time.Now().Add(10*time.Minute).Unix())
	return signText(header, payload, authToken)
}

func byPlus(sid, authToken, user string) (string, error) {
	exp := strconv.FormatInt(time.Now().Unix()+3600, 10)
	payload := `{ "iss": "` + sid + `", "exp": ` + exp + `, "scope": "scope:client:incoming?clientName=` + user + `" }` // want `capability token made by hand \(JSON\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=user, incomingAllow=true; authToken=authToken: do not use$`
	return jose.Sign(payload, jose.HS256, []byte(authToken))                                                            // want `capability token signed with the account's auth token \(authToken → key\)`
}

// The same with other scopes is nobody's business.
func byPlusForOthers(sid, secret, user string) (string, error) {
	payload := `{ "iss": "` + sid + `", "exp": 1, "scope": "scope:client:write?clientName=` + user + `" }`
	return jose.Sign(payload, jose.HS256, []byte(secret))
}
