package compare

import (
	"reflect"
	"testing"

	"github.com/golang-jwt/jwt/v5"
)

func TestDirection(t *testing.T) {
	for _, tt := range []struct {
		Name  string
		Scope string
		want  string
	}{
		{"incoming", "scope:client:incoming?clientName=alice", "in"},
		{Name: "outgoing", Scope: "scope:client:outgoing?appSid=AP1&clientName=alice", want: "out"},
		{Name: "stream", Scope: "scope:stream:subscribe?path=/2010-04-01/Events"},
	} {
		t.Run(tt.Name, func(t *testing.T) {
			if got := direction(tt.Scope); got != tt.want {
				t.Errorf("direction(%q) = %q, want %q", tt.Scope, got, tt.want)
			}
		})
	}
}

type tokenClaims struct {
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

// The claims here are what a parsed token is compared with; nobody signs them.
func TestClaims(t *testing.T) {
	var got jwt.MapClaims
	if _, err := jwt.ParseWithClaims("a.b.c", &got, func(*jwt.Token) (interface{}, error) { return []byte("authToken"), nil }); err != nil {
		t.Skip(err)
	}
	want := jwt.MapClaims{
		"scope": "scope:client:incoming?clientName=alice",
		"iss":   "AC00000000000000000000000000000001",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("claims = %v, want %v", got, want)
	}
	wantStruct := tokenClaims{Scope: "scope:client:incoming?clientName=alice"}
	if got["scope"] != wantStruct.Scope {
		t.Errorf("scope = %v, want %v", got["scope"], wantStruct.Scope)
	}
}
