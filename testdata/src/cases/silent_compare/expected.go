package compare

import "time"

// recorder is somebody else's: its methods return text, and their names
// have words of signing and encoding in them, but none makes a token.
type recorder interface {
	EncodeIndent(v any) string
	TokenFingerprint(v any) string
	SignalKey(v any) string
	Check(raw string, want map[string]any) string
}

func expectations(r recorder, raw, sid, name string) []string {
	want := map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name}
	return []string{
		r.EncodeIndent(want),
		r.TokenFingerprint(want),
		r.SignalKey(want),
		r.Check(raw, map[string]any{"iss": sid, "exp": 1, "scope": "scope:client:outgoing?appSid=AP1"}),
	}
}
