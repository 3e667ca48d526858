package usedbytests

import (
	"testing"
	"time"
)

func TestMint(t *testing.T) {
	day = time.Minute
	now = func() time.Time { return time.Unix(4e9, 0) }
	if tok, err := mintFor("AC1", "secret", scope("alice"), time.Minute); err != nil || tok == "" {
		t.Error(tok, err)
	}
}
