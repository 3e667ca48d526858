package returnsign

import "time"

type Signer interface {
	Sign(c map[string]any) (string, error)
}

func F(s Signer, sid, name string) (string, error) {
	c := map[string]any{"iss": sid, "exp": time.Now().Add(time.Hour).Unix(), "scope": "scope:client:incoming?clientName=" + name} // want `capability token made by hand \(map\[string\](any|interface \{\})\); access token parameters: accountSid=sid, apiKeySid=\(new\), apiKeySecret=\(new\), ttl=time\.Hour, identity=name, incomingAllow=true; authToken=\?: do not use; no fix: unresolved( \(.*\))?$`
	return s.Sign(c)
}
