package grid

import (
	"fmt"
	"strings"
)

// A Design is a way to make a Capability Token: by a library, or by hand with a library of JSON Web Tokens.
type Design struct {
	Name         string
	library      bool
	otherJWT     bool     // by hand, with a library that is no version of golang-jwt
	imports      []string // besides those of the standard library
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
		imports: []string{"github.com/kevinburke/twilio-go/v2/twilioclient"},
	}, {
		Name: "kevinburke_v0", library: true,
		imports: []string{"github.com/kevinburke/twilio-go/twilioclient"},
	}, {
		Name:    "golangjwt_v5_map",
		imports: []string{"github.com/golang-jwt/jwt/v5"},
		claims:  mapClaims,
	}, {
		Name:    "golangjwt_v5_struct",
		imports: []string{"github.com/golang-jwt/jwt/v5"}, declarations: structOf("jwt.RegisteredClaims"),
		claims: structClaims("RegisteredClaims", "jwt.NewNumericDate(%s)", func(l Lifetime) string { return l.time }),
	}, {
		Name:    "golangjwt_v4_map",
		imports: []string{"github.com/golang-jwt/jwt/v4"},
		claims:  mapClaims,
	}, {
		Name:    "golangjwt_v3_struct",
		imports: []string{"github.com/golang-jwt/jwt"}, declarations: structOf("jwt.StandardClaims"),
		claims: structClaims("StandardClaims", "%s", func(l Lifetime) string { return l.unix }),
	}, {
		Name:    "dgrijalva_v3_map",
		imports: []string{"github.com/dgrijalva/jwt-go"},
		claims:  mapClaims,
	}, {
		Name: "gojose_v4_map", otherJWT: true,
		imports: []string{"github.com/go-jose/go-jose/v4", "github.com/go-jose/go-jose/v4/jwt"},
		claims:  joseClaims,
	},
}

// importsOf returns the imports that code needs.
func (d Design) importsOf(code string) string {
	var imports strings.Builder
	imports.WriteString("import (\n")
	for _, path := range []string{"fmt", "net/url", "strings", "time"} {
		if strings.Contains(code, path[strings.LastIndex(path, "/")+1:]+".") {
			fmt.Fprintf(&imports, "%q\n", path)
		}
	}
	imports.WriteString("\n")
	for _, path := range d.imports {
		fmt.Fprintf(&imports, "%q\n", path)
	}
	imports.WriteString(")\n\n")
	return imports.String()
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
