package grid

// An Expectation is what the truth table says about a fix.
type Expectation int

// The expectations.
const (
	Fix   Expectation = iota // the edit keeps the behaviour
	NoFix                    // it would not, or it needs a decision
	Open                     // either is right
)

// A Way is how fixes are made.
type Way struct {
	Builder  string
	Identity bool // one is given for tokens without a client name
	Region   bool // one is given
}

// The builders that the library of a program, and its absence, don't go together with.
const (
	twilioGo   = "twilio-go"
	kevinburke = "kevinburke"
	golangJWT  = "golang-jwt"
)

// Expect returns whether there must be a fix.
func (c Case) Expect(way Way) Expectation {
	switch {
	case c.Lifetime.bad, c.Feature.needs == decision:
		return NoFix
	case c.Feature.needs == identity && !way.Identity:
		return NoFix
	case c.Design.library && way.Builder == golangJWT:
		return NoFix // a program without a JWT library would get one
	case way.Builder == kevinburke && way.Region:
		return NoFix // the library has no regions
	case c.Feature.needs == branches && (way.Builder == kevinburke || way.Builder == golangJWT):
		return NoFix // these want all values in one place
	case c.Feature.needs == branches, c.Feature.needs == judgement:
		return Open
	case !c.Design.library && way.Builder == kevinburke, !c.Design.library && way.Builder == twilioGo,
		c.Design.otherJWT && way.Builder == golangJWT:
		return Open // another library for code that has one
	}
	return Fix
}
