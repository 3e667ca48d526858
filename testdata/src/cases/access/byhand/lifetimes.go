package byhand

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func anHour(account, key, secret, name string) (string, error) {
	claims := jwt.MapClaims{"iss": key, "sub": account, "grants": voice(name)}
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func noExpiry(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want `^access token made by hand \(jwt\.MapClaims\) has no exp: it must say when it expires; Twilio answers 20104$`
		"iss":    key,
		"sub":    account,
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func expiryMaybe(account, key, secret, name string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}
	if ttl > 0 {
		claims["exp"] = time.Now().Add(ttl).Unix()
	}
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func expiryByOthers(account, key, secret, name string, expire func(jwt.MapClaims)) (string, error) {
	claims := jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}
	expire(claims)
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// claims of the caller are added
func expiryOfCaller(account, key, secret, name string, more jwt.MapClaims) (string, error) {
	claims := jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	}
	for k, v := range more {
		claims[k] = v
	}
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func structNoExpiry(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{ // want `^access token made by hand \(accessClaims\) has no exp: it must say when it expires; Twilio answers 20104$`
		RegisteredClaims: jwt.RegisteredClaims{Issuer: key, Subject: account},
		Grants:           grantClaims{Identity: name, Chat: &chatGrant{Service: "IS1"}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func aDay(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Unix() + 86400,
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func overADay(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Unix() + 86401, // want `^access token made by hand \(jwt\.MapClaims\) lives for 24h0m1s: Twilio takes 24 hours at most; Twilio answers 20157$`
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func aWeek(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(7 * 24 * time.Hour).Unix(), // want `^access token made by hand \(jwt\.MapClaims\) lives for 168h0m0s: Twilio takes 24 hours at most; Twilio answers 20157$`
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// a lifetime is no date
func lifetime(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    3600, // want `^access token made by hand \(jwt\.MapClaims\) has expired when it is made: exp counts seconds since 1970, and is 3600; Twilio answers 20104$`
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func expired(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Unix(), // want `^access token made by hand \(jwt\.MapClaims\) has expired when it is made: it lives for 0s; Twilio answers 20104$`
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func expiredBefore(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(-time.Minute).Unix(), // want `^access token made by hand \(jwt\.MapClaims\) has expired when it is made: it lives for -1m0s; Twilio answers 20104$`
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

// short tokens are fine
func aMinute(account, key, secret, name string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    time.Now().Add(time.Minute).Unix(),
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}

func ofCaller(account, key, secret, name string, exp int64) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss":    key,
		"sub":    account,
		"exp":    exp,
		"grants": grants{"identity": name, "voice": grants{"incoming": grants{"allow": true}}},
	})
	t.Header["cty"] = "twilio-fpa;v=1"
	return t.SignedString([]byte(secret))
}
