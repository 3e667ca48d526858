// Package handedover leaves the signing to somebody that can't be looked
// into.
package handedover

import "time"

type voiceClaims struct {
	Issuer  string `json:"iss"`
	Expires int64  `json:"exp"`
	Scope   string `json:"scope"`
}

type signer interface {
	SignClaims(claims any) (string, error)
}

func build(sid, name string) voiceClaims {
	return voiceClaims{ // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
		Issuer:  sid,
		Expires: time.Now().Add(time.Hour).Unix(),
		Scope:   "scope:client:incoming?clientName=" + name,
	}
}

func fromHelper(s signer, sid, name string) (string, error) {
	return s.SignClaims(build(sid, name))
}

func byValue(s signer, sid, name string) (string, error) {
	claims := voiceClaims{Issuer: sid, Scope: "scope:client:outgoing?appSid=AP1&clientName=" + name} // want `capability token made by hand \(voiceClaims\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=8 \* time\.Hour, identity=name, outgoingApplicationSid="AP1"; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
	claims.Expires = time.Now().Add(8 * time.Hour).Unix()
	return s.SignClaims(claims)
}
