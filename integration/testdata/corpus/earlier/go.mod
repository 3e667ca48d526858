// The modules of ../modules.txt, and what their packages and tests need. No package here imports them, so "go mod tidy"
// would drop them all.
module corpus.test/earlier

go 1.25.0

require (
	github.com/twilio/twilio-go v0.15.0
	gopkg.in/dgrijalva/jwt-go.v2 v2.7.0

	github.com/dgrijalva/jwt-go v2.7.0+incompatible // what jwt-go.v2 imports under this name
)
