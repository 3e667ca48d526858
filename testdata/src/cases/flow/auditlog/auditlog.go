package auditlog

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

func f(sid, key, name string, exp int64) string {
	body, _ := json.Marshal(map[string]any{"event": "token", "account": sid, "scope": "scope:client:incoming?clientName=" + name})
	m := hmac.New(sha256.New, []byte(key))
	m.Write(body)
	return hex.EncodeToString(m.Sum(nil))
}
