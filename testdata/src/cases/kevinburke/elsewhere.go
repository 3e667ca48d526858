package kevinburke

import "time"

func shortLived(id string) string {
	c := capabilityFor("AC00000000000000000000000000000009", "hush", "user_"+id)
	tok, err := c.GenerateToken(20 * time.Minute)
	if err != nil {
		panic(err)
	}
	return tok
}
