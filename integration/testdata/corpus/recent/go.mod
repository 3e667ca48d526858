// The modules of ../modules.txt, and what their packages and tests need. No package here imports them, so "go mod tidy"
// would drop them all.
module corpus.test/recent

go 1.25.0

require (
	github.com/GetStream/stream-chat-go/v6 v6.0.0
	github.com/MicahParks/keyfunc/v3 v3.3.5
	github.com/SermoDigital/jose v0.9.1
	github.com/appleboy/gin-jwt/v2 v2.9.2
	github.com/auth0/go-jwt-middleware/v2 v2.2.2
	github.com/aws/aws-sdk-go-v2 v1.32.0
	github.com/bradleyfalzon/ghinstallation/v2 v2.11.0
	github.com/coreos/go-oidc/v3 v3.11.0
	github.com/cristalhq/jwt/v5 v5.4.0
	github.com/dghubble/oauth1 v0.7.3
	github.com/dgrijalva/jwt-go v3.2.0+incompatible
	github.com/dvsekhvalnov/jose2go v1.5.0
	github.com/form3tech-oss/jwt-go v3.2.5+incompatible
	github.com/go-chi/jwtauth/v5 v5.3.2
	github.com/go-jose/go-jose/v3 v3.0.4
	github.com/go-jose/go-jose/v4 v4.1.3
	github.com/gofiber/contrib/jwt v1.0.10
	github.com/golang-jwt/jwt v3.2.2+incompatible
	github.com/golang-jwt/jwt/v4 v4.5.2
	github.com/golang-jwt/jwt/v5 v5.2.2
	github.com/gorilla/csrf v1.7.2
	github.com/gorilla/securecookie v1.1.2
	github.com/kevinburke/twilio-go v0.0.0-20240716172313-813590983ccc
	github.com/kevinburke/twilio-go/v2 v2.14.0
	github.com/labstack/echo-jwt/v4 v4.2.0
	github.com/lestrrat-go/jwx/v2 v2.1.6
	github.com/lestrrat-go/jwx/v3 v3.0.12
	github.com/livekit/protocol v1.20.0
	github.com/markbates/goth v1.80.0
	github.com/minio/minio-go/v7 v7.0.80
	github.com/nats-io/jwt/v2 v2.5.8
	github.com/ory/fosite v0.49.0
	github.com/pusher/pusher-http-go/v5 v5.1.1
	github.com/saintpete/twilio-go v0.0.0-20161208012519-9a4eeb51fa46
	github.com/sfreiberg/gotwilio v1.0.0
	github.com/sideshow/apns2 v0.23.0
	github.com/slack-go/slack v0.15.0
	github.com/stripe/stripe-go/v76 v76.25.0
	github.com/twilio/twilio-go v1.31.0
	golang.org/x/oauth2 v0.30.0
	gopkg.in/square/go-jose.v2 v2.6.0
)
