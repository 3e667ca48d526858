module example.com/callcentre

go 1.25.0

require (
	github.com/golang-jwt/jwt/v5 v5.2.2
	github.com/kevinburke/twilio-go/v2 v2.14.0
)

require (
	github.com/gofrs/uuid/v5 v5.4.0 // indirect
	github.com/golang/protobuf v1.5.4 // indirect
	github.com/kevinburke/go-types v0.0.0-20260609004541-e965afa6a3a1 // indirect
	github.com/kevinburke/rest/v2 v2.15.0 // indirect
	github.com/ttacon/builder v0.0.0-20170518171403-c099f663e1c2 // indirect
	github.com/ttacon/libphonenumber v1.2.1 // indirect
	golang.org/x/sync v0.20.0 // indirect
	golang.org/x/text v0.37.0 // indirect
	google.golang.org/protobuf v1.34.2 // indirect
)
