package handmade

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type clock interface{ Now() time.Time }

type mint struct {
	clock   clock
	now     func() time.Time
	sid     string
	key     string
	ttl     time.Duration
	seconds int
}

func hs256(c jwt.MapClaims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func (m *mint) injectedFunction(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=m\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=m\.ttl, identity=name, incomingAllow=true; authToken=m\.key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   m.sid,
		"iat":   m.now().Unix(),
		"exp":   m.now().Add(m.ttl).Unix(),
	}).SignedString([]byte(m.key)) // want `capability token signed with the account's auth token \(m\.key → key\)`
}

func (m *mint) injectedClock(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=m\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=15 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=m\.key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   m.sid,
		"exp":   m.clock.Now().Add(15 * time.Minute).Unix(),
	}).SignedString([]byte(m.key)) // want `capability token signed with the account's auth token \(m\.key → key\)`
}

func (m *mint) secondsField(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=m\.sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Duration\(m\.seconds\) ?\* ?time\.Second, identity=name, incomingAllow=true; authToken=m\.key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   m.sid,
		"exp":   time.Now().Add(time.Duration(m.seconds) * time.Second).Unix(),
	}).SignedString([]byte(m.key)) // want `capability token signed with the account's auth token \(m\.key → key\)`
}

func secondsParameter(sid, key, name string, n int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=n, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + n,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func secondsFirst(sid, key, name string, ttl int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=(int64\(ttl\)|ttl), identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   int64(ttl) + time.Now().Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func secondsProduct(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=60 ?\* ?60, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 60*60,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func durationAsSeconds(sid, key, name string, d time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=(int64\(d\.Seconds\(\)\)|d\.Seconds\(\)|d), identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + int64(d.Seconds()),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func absoluteTime(sid, key, name string, end time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(end\), identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   end.Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func absoluteInStruct(sid, key, name string, end time.Time) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(end\), identity=name, incomingAllow=true; authToken=key: do not use$`
		Scope:            "scope:client:incoming?clientName=" + name,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid, ExpiresAt: jwt.NewNumericDate(end)},
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func local(sid, key, name string) (string, error) {
	expires := time.Now().Add(8 * time.Hour)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   expires.Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func localUnix(sid, key, name string) (string, error) {
	exp := time.Now().Add(8 * time.Hour).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   exp,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func numeric(sid, key, name string, d time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=d, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   jwt.NewNumericDate(time.Now().Add(d)),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func asFloat(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   float64(time.Now().Add(time.Hour).Unix()),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func universal(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Minute ?\* ?5, identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().UTC().Add(time.Minute * 5).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func noExpiry(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\(required\), identity=name, incomingAllow=true; authToken=key: do not use; no fix: ttl-missing( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func noExpiryInStruct(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=\(required\), identity=name, incomingAllow=true; authToken=key: do not use; no fix: ttl-missing( \(.*\))?$`
		Scope:            "scope:client:incoming?clientName=" + name,
		RegisteredClaims: jwt.RegisteredClaims{Issuer: sid},
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func noIssuer(key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=\(required\), apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"exp":   time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func twoDays(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=48 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: ttl-over-24h( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(48 * time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func secondsTooLong(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=86401, identity=name, incomingAllow=true; authToken=key: do not use; no fix: ttl-over-24h( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Unix() + 86401,
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func oneYear(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=.*, identity=name, incomingAllow=true; authToken=key: do not use; no fix: [a-z0-9-]+( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().AddDate(1, 0, 0).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

func bornExpired(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=-1 ?\* ?time\.Hour, identity=name, incomingAllow=true; authToken=key: do not use; no fix: ttl-expired( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(-1 * time.Hour).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// 3600 nanoseconds
func bareNumber(sid, key, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=3600, identity=name, incomingAllow=true; authToken=key: do not use; no fix: ttl-expired( \(.*\))?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(3600).Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// the day ends at midnight: no duration is at hand
func untilMidnight(sid, key, name string) (string, error) {
	now := time.Now()
	midnight := time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, now.Location())
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Until\(midnight\), identity=name, incomingAllow=true; authToken=key: do not use$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   midnight.Unix(),
	}).SignedString([]byte(key)) // want `capability token signed with the account's auth token \(key → key\)`
}

// a helper that is given the claims
func short(sid, key, name string) (string, error) {
	return hs256(jwt.MapClaims{ // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=10 ?\* ?time\.Minute, identity=name, incomingAllow=true; authToken=key: do not use(; no fix: [a-z0-9-]+( \(.*\))?)?$`
		"scope": "scope:client:incoming?clientName=" + name,
		"iss":   sid,
		"exp":   time.Now().Add(10 * time.Minute).Unix(),
	}, key)
}
