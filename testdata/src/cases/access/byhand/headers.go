package byhand

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	twilio "github.com/twilio/twilio-go/client/jwt"
)

func noHeader(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no header "cty": it must be "twilio-fpa;v=1"; Twilio answers 20102$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	return t.SignedString([]byte(secret))
}

func noHeaderChained(account, key, secret, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no header "cty": it must be "twilio-fpa;v=1"; Twilio answers 20102$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}).SignedString([]byte(secret))
}

// other grants: some other token
func noHeaderOther(key, secret, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "files": grants{"read": true}},
	}).SignedString([]byte(secret))
}

// a voice of another kind
func noHeaderVoice(key, secret, name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"pitch": "high"}},
	}).SignedString([]byte(secret))
}

// the whole header
func wholeHeader(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header = map[string]interface{}{"typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1"}
	return t.SignedString([]byte(secret))
}

func wholeHeaderWithout(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no header "cty": it must be "twilio-fpa;v=1"; Twilio answers 20102$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header = map[string]interface{}{"typ": "JWT", "alg": "HS256"}
	return t.SignedString([]byte(secret))
}

// another header
func otherHeader(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no header "cty": it must be "twilio-fpa;v=1"; Twilio answers 20102$`
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["kid"] = key
	return t.SignedString([]byte(secret))
}

// the name of the header is the caller's
func unknownHeader(account, key, secret, name, header string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header[header] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func headerMaybe(account, key, secret, name string, access bool) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	if access {
		t.Header["cty"] = "twilio-fpa;v=1"
	}
	return t.SignedString([]byte(secret))
}

func headerByOthers(account, key, secret, name string, set func(*jwt.Token)) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	set(t)
	return t.SignedString([]byte(secret))
}

// they get the map
func headerMapByOthers(account, key, secret, name string, set func(map[string]interface{})) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	set(t.Header)
	return t.SignedString([]byte(secret))
}

// the map has another name
func headerAlias(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	h := t.Header
	h["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func contentType(t *jwt.Token) { t.Header["cty"] = "twilio-fpa;v=1" }

func headerByHelper(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	contentType(t)
	return t.SignedString([]byte(secret))
}

// an option sets it
func headerByOption(account, key, secret, name string, option jwt.TokenOption) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}, option)
	return t.SignedString([]byte(secret))
}

// the official library takes the headers
func officialHeaders(account, key, secret, name string) (string, error) {
	return twilio.SignTokenWithHMAC(map[string]interface{}{"typ": "JWT", "alg": "HS256", "cty": "twilio-fpa;v=1"}, map[string]interface{}{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Hour).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}, secret)
}
