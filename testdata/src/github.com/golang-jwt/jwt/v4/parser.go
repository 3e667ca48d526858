// Package jwt has the declarations of github.com/golang-jwt/jwt/v4@v4.5.2.
package jwt

type Keyfunc func(*Token) (interface{}, error)

type Parser struct {
	ValidMethods         []string
	UseJSONNumber        bool
	SkipClaimsValidation bool
}

type ParserOption func(*Parser)

func WithValidMethods(methods []string) ParserOption { return nil }

func NewParser(options ...ParserOption) *Parser { return &Parser{} }

func (p *Parser) ParseUnverified(tokenString string, claims Claims) (token *Token, parts []string, err error) {
	return nil, nil, nil
}

func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}

func ParseWithClaims(tokenString string, claims Claims, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	return nil, nil
}
