// Package builder writes Access Tokens as Go source. Each builder knows one
// library: its names, its types, and its traps. None of them knows how the
// Capability Token was found.
package builder

import "strings"

// A Builder writes Access Tokens with one library.
type Builder interface {
	// Name is what the flag -builder calls it.
	Name() string
	// Package returns the package that the written code imports, for a token
	// that was made in the given way; it is an error if the builder has
	// nothing to put in its place.
	Package(m Made) (Package, error)
	// Pick clears the expressions of a lifetime that Write won't use.
	Pick(l *Lifetime)
	// Write writes the token with pkg, the builder's own Package. It returns
	// an error if the library can't express it.
	Write(t Token, pkg Package, w Writer) (Code, error)
}

// All lists the builders. Where nobody has chosen, the first one is taken
// whose [Auto] says that it is made for the token.
var All = []Builder{Kevinburke{}, TwilioGo{}, GolangJWT{}}

// An Auto is a builder that is taken without being asked for.
type Auto interface {
	Auto(m Made, region string) bool
}

// Choose returns the builder of that name, or, for "auto", the one made for
// tokens that were made so. It returns nil if there is no such builder.
func Choose(name string, m Made, region string) Builder {
	for _, b := range All {
		if a, ok := b.(Auto); b.Name() == name || name == "auto" && ok && a.Auto(m, region) {
			return b
		}
	}
	return nil
}

// Names returns what the flag -builder may be set to.
func Names() []string {
	names := []string{"auto"}
	for _, b := range All {
		names = append(names, b.Name())
	}
	return names
}

// A Relative builder hands its library the time that is left until the end of
// a token's life. That can't be written of an end before the year 1734: a
// time.Duration is too short.
type Relative interface {
	Builder
	Relative()
}

// A Collector is a builder that can write a token piece by piece, where the
// code grants them.
type Collector interface {
	Builder
	// Begin writes the variables that collect the pieces; of the token, it
	// needs the credentials, the region, and the identity that is in force
	// until another is given, "" for none. If late, the parameters of
	// outgoing calls are maps that may change until the token is made.
	Begin(t Token, late bool, pkg Package, w Writer) (before []string, c Collection)
}

// A Collection writes the pieces of one token.
type Collection interface {
	// Incoming writes that calls to identity are allowed.
	Incoming(identity string) []string
	// Outgoing writes that calls through an application are allowed. The last
	// one counts.
	Outgoing(applicationSid string, params Params) []string
	// Make writes the token with what has been collected.
	Make(l Lifetime, w Writer) Code
}

// Made tells how the Capability Token was made.
type Made struct {
	ByHand  bool
	Package string // import path of the library that makes it, or signs it if it is made by hand
}

// A Package is what written code imports.
type Package struct {
	Path, Name string
	Module     string // the module that has it; "" if the code has it already
	BuiltOn    string // a module that this one needs, too, or ""
	API        string // Go source that declares what is used of it, to check code that does not import it yet
}

// A Token is an Access Token. Strings are Go expressions. Each is to be
// written once, unless it says otherwise.
type Token struct {
	AccountSid   string
	APIKeySid    string // may be written several times
	APIKeySecret string
	Identity     string
	Lifetime     Lifetime

	IncomingAllow             bool
	OutgoingApplicationSid    string // "" if there is none
	OutgoingApplicationParams Params
	Region                    string // a string literal, "" for the default
}

// A Lifetime is how long a token is good for. Of its expressions, those
// that the code has are set.
type Lifetime struct {
	Default bool // one hour, because the old library gave that to all

	Duration string // of type time.Duration
	Seconds  string // an integer, the number of seconds
	Until    string // of type time.Time
	Unix     string // the end as a number of seconds since 1970, of any numeric type
	Claim    string // the claim exp as the code has it
	Issued   string // the claim iat as the code has it

	// Constant is the lifetime in seconds if it is constant, else 0.
	Constant float64

	// Start tells that the end may be the start of 1970, which is 0 as a
	// number of seconds. Libraries take that for no end at all.
	Start bool
}

// IsKnown reports whether there is anything that tells the lifetime.
func (l Lifetime) IsKnown() bool {
	return l.Default || l.Duration != "" || l.Seconds != "" || l.Until != "" || l.Unix != "" || l.Claim != ""
}

// only clears all expressions but the first of those given that is set.
func (l *Lifetime) only(wanted ...*string) {
	var keep *string
	for _, w := range wanted {
		if *w != "" {
			keep = w
			break
		}
	}
	for _, e := range []*string{&l.Duration, &l.Seconds, &l.Until, &l.Unix, &l.Claim, &l.Issued} {
		if e != keep {
			*e = ""
		}
	}
}

// Params are the parameters of outgoing calls, none if both are "".
type Params struct {
	Entries string // the entries of a composite literal, with the braces
	Map     string // an expression of a map type with string keys and values; may be nil
}

// A Writer provides what depends on the place that is written to.
type Writer interface {
	// Import returns the qualifier for names of a package, "" or "name.".
	Import(path, name string) string
	// Fresh returns a name like the given that is not in use.
	Fresh(name string) string
}

// Code is a token in writing.
type Code struct {
	Before []string // statements
	Sign   string   // an expression with the results (string, error)
}

// object is the type of a JSON object.
const object = "map[string]interface{}"

// params writes the parameters as an object, with the statements that are
// needed before. A nil map has no entries.
func params(p Params, w Writer) (before []string, expr string) {
	switch {
	case p.Entries != "":
		return nil, object + p.Entries
	case p.Map != "":
		name := w.Fresh("outgoingParams")
		return []string{
			name + " := make(" + object + ")",
			"for k, v := range " + p.Map + " {\n" + name + "[k] = v\n}",
		}, name
	}
	return nil, ""
}

// operand puts an expression into parentheses where it needs them as the
// operand of a selector or call.
func operand(expr string) string {
	depth := 0
	for _, r := range expr {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ' ', '+', '-', '*', '/', '%', '&', '<', '>':
			if depth == 0 {
				return "(" + expr + ")"
			}
		case '"', '`', '\'':
			return "(" + expr + ")"
		}
	}
	return expr
}

// isLiteral reports whether an expression has no names in it.
func isLiteral(expr string) bool {
	return !strings.ContainsFunc(expr, func(r rune) bool { return r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 127 })
}
