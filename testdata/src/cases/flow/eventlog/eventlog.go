package eventlog

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

func sum(key, s string) string {
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(s))
	return hex.EncodeToString(h.Sum(nil))
}
func f(sid, key, name string) string {
	return sum(key, fmt.Sprintf(`{"event":"legacy","scope":"scope:client:incoming?clientName=%s"}`, name))
}
