package twocallers

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func claimsFor(iss, scope string) jwt.MapClaims {
	return jwt.MapClaims{"iss": iss, "exp": time.Now().Add(time.Hour).Unix(), "scope": scope} // want `capability token made by hand \(jwt\.MapClaims\); access token parameters: accountSid=iss, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=agent \| sup, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
}
func sign(c jwt.MapClaims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}

type cfg struct{ VoiceSID, VoiceKey, SupSID, SupKey string }

func A(c cfg, agent string) (string, error) {
	return sign(claimsFor(c.VoiceSID, "scope:client:incoming?clientName="+agent), c.VoiceKey)
}
func B(c cfg, sup string) (string, error) {
	return sign(claimsFor(c.SupSID, "scope:client:incoming?clientName="+sup), c.SupKey)
}
func S(user string) (string, error) { return sign(claimsFor("us", "read"), "x") }
