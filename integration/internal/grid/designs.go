package grid

import (
	"fmt"
	"strings"
)

// A Design is a way to make a Capability Token: by a library, or by hand with a library of JSON Web Tokens.
type Design struct {
	Name         string
	library      bool
	imports      string
	declarations string
	claims       func(l Lifetime) string // the statement that makes and signs them
}

func (d Design) features() []Feature {
	if d.library {
		return libraryFeatures
	}
	return handmadeFeatures
}

func (d Design) body(f Feature, l Lifetime) string {
	if d.library {
		return "c := twilioclient.NewCapability(accountSid, authToken)\n" + f.lines + "return c.GenerateToken(" + l.duration + ")\n"
	}
	return f.lines + d.claims(l)
}

var designs = []Design{
	{
		Name: "kevinburke_v2", library: true,
		imports: "\"time\"\n\n\"github.com/kevinburke/twilio-go/v2/twilioclient\"\n", declarations: useTime,
	}, {
		Name: "kevinburke_v0", library: true,
		imports: "\"time\"\n\n\"github.com/kevinburke/twilio-go/twilioclient\"\n", declarations: useTime,
	}, {
		Name:    "golangjwt_v5_map",
		imports: handmadeImports("github.com/golang-jwt/jwt/v5"), declarations: useImports,
		claims: mapClaims,
	}, {
		Name:    "golangjwt_v5_struct",
		imports: handmadeImports("github.com/golang-jwt/jwt/v5"), declarations: useImports + structOf("jwt.RegisteredClaims"),
		claims: structClaims("RegisteredClaims", "jwt.NewNumericDate(%s)", func(l Lifetime) string { return l.time }),
	}, {
		Name:    "golangjwt_v4_map",
		imports: handmadeImports("github.com/golang-jwt/jwt/v4"), declarations: useImports,
		claims: mapClaims,
	}, {
		Name:    "golangjwt_v3_struct",
		imports: handmadeImports("github.com/golang-jwt/jwt"), declarations: useImports + structOf("jwt.StandardClaims"),
		claims: structClaims("StandardClaims", "%s", func(l Lifetime) string { return l.unix }),
	}, {
		Name:    "dgrijalva_v3_map",
		imports: handmadeImports("github.com/dgrijalva/jwt-go"), declarations: useImports,
		claims: mapClaims,
	}, {
		Name:    "gojose_v4_map",
		imports: handmadeImports("github.com/go-jose/go-jose/v4") + "\"github.com/go-jose/go-jose/v4/jwt\"\n", declarations: useImports,
		claims: joseClaims,
	},
}

// useTime and useImports are for packages that use a standard package in some features, or with some lifetimes, only.
const (
	useTime    = "var _ time.Time\n\n"
	useImports = useTime + "var (\n_ = fmt.Sprintf\n_ = strings.Join\n_ = url.QueryEscape\n)\n\n"
)

func handmadeImports(library string) string {
	return "\"fmt\"\n\"net/url\"\n\"strings\"\n\"time\"\n\n\"" + library + "\"\n"
}

func mapClaims(l Lifetime) string {
	return "return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{\n" +
		mapEntries(l) +
		"}).SignedString([]byte(authToken))\n"
}

func mapEntries(l Lifetime) string {
	entries := "\"scope\": scope,\n\"iss\": accountSid,\n"
	if l.unix != "" {
		entries += "\"exp\": " + l.unix + ",\n"
	}
	return entries
}

func structOf(embedded string) string {
	return "type claims struct {\n" + embedded + "\nScope string `json:\"scope\"`\n}\n\n"
}

func structClaims(embedded, format string, expiry func(Lifetime) string) func(Lifetime) string {
	return func(l Lifetime) string {
		fields := []string{"Issuer: accountSid"}
		if l.unix != "" {
			fields = append(fields, "ExpiresAt: "+fmt.Sprintf(format, expiry(l)))
		}
		return "return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{\n" +
			embedded + ": jwt." + embedded + "{" + strings.Join(fields, ", ") + "},\nScope: scope,\n" +
			"}).SignedString([]byte(authToken))\n"
	}
}

func joseClaims(l Lifetime) string {
	return "signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(authToken)}, (&jose.SignerOptions{}).WithType(\"JWT\"))\n" +
		"if err != nil {\nreturn \"\", err\n}\n" +
		"return jwt.Signed(signer).Claims(map[string]any{\n" + mapEntries(l) + "}).Serialize()\n"
}
