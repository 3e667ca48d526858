/*
Package analyzer defines the captoken analyzer, which finds Twilio Capability
Tokens in Go code and says what the Access Token in place of each needs.

# Analyzer captoken

captoken: report Twilio Capability Tokens and the Access Tokens they need

Capability Tokens, the JSON Web Tokens that a server hands to Twilio's browser
phone, are deprecated. They are signed with the auth token of the account.
Access Tokens replace them; they are signed with an API key, which can be one
for each application, and revoked.

The analyzer reports each Capability Token that the code makes, by a library
or by hand, once, where it is constructed. The message lists the parameters
of the Access Token in its place, with the values that the code has for them,
by the mapping table of Twilio's migration guide:

	Capability Token              Access Token
	accountSid                    accountSid
	authToken                     do not use
	                              apiKeySid, apiKeySecret
	ttl                           ttl
	incoming: clientName          identity, and incomingAllow=true
	outgoing: clientName          identity
	outgoing: applicationSid      outgoingApplicationSid
	outgoing: params              outgoingApplicationParams

It resolves functions by their types, and follows values through the
functions of a package. Names alone prove nothing: code that makes no Twilio
token is not reported. What can't be told is shown as "?".

# Category capability-token

A Capability Token is constructed. With this code:

	c := twilioclient.NewCapability(accountSid, authToken)
	c.AllowClientIncoming(name)
	c.AllowClientOutgoing(appSid, nil)
	return c.GenerateToken(time.Hour)

the finding, at the first line, is:

	capability token made by twilioclient.NewCapability; access token parameters: accountSid=accountSid, apiKeySid=(new), apiKeySecret=(new), ttl=time.Hour, identity=name, incomingAllow=true, outgoingApplicationSid=appSid; authToken=authToken: do not use

A value is Go source, as it stands where the token is made, shortened to 40
characters. Instead of a value there may be

	(new)             to be created: an API key, in the Twilio console
	(required)        an Access Token needs it, and the code has none
	?                 the code has one that can't be told
	A | B (conflict)  the code has several, and an Access Token holds one

# Category auth-token-signing

A JSON Web Token is signed with the auth token of the account, by hand: with a
library, or with HMAC-SHA256. The message says how the auth token gets to be the
key, from its source on:

	JSON Web Token signed with the account's auth token (os.Getenv("TWILIO_AUTH_TOKEN") → cfg.AuthToken → key): use a key that is made for it

A key is the auth token because of where it comes from, a setting with Twilio in
its name, or because it is also handed to a Twilio REST client or webhook
validator, or signs a Capability Token. What it is called proves nothing. The
signing of a Capability Token has the fix of that token.

# Category access-token-credential

An Access Token is signed with the auth token, or has the account SID for the SID
of its API key, or has two of its credentials swapped.

# Category access-token-ttl

An Access Token lives for more than the 24 hours that Twilio accepts, has expired
when it is made, or lives longer than the code says: the official library raises
lifetimes below an hour. The fix for the latter sets ValidUntil.

# Category access-token-identity

An Access Token has no identity although one of its grants needs it, or one that
Twilio's phone does not take.

# Category access-token-grant

An Access Token is signed without a grant.

# Category access-token-header

An Access Token made by hand lacks the header that tells it from others.

# Category taskrouter-token

A Capability Token for TaskRouter is constructed. Twilio's migration guide does
not cover these. They are reported with the flag -taskrouter only.

# Fixes

A finding has a fix unless it says why not. The fix makes an Access Token right
before the statement that signs the Capability Token, from the expressions that
the code has for its parameters, and removes the code that only served the old
one. Its API key comes from the environment. Before it is offered, it is applied
in memory, and the package is type-checked with it.

Which library the new code uses is chosen by the flag -builder:

	twilio-go   github.com/twilio/twilio-go/client/jwt
	kevinburke  package token of github.com/kevinburke/twilio-go/v2, or later
	golang-jwt  the JWT library that signs the old token (by hand only)
	auto        kevinburke for tokens made by twilioclient of that module in
	            version 2 or later, and twilio-go for all others

A finding whose fix needs a module that the package does not build on ends in
"the fix needs: go get MODULE". Fixes in one file that depend on each other, such
as those after which an import has no use, are one fix, which each of the
findings carries.

# Codes

A finding that ends in "no fix:" can't be migrated without a decision or a
closer look. The code says why; a few words, and further codes, may follow in
parentheses:

	no-scope           the token grants nothing
	not-generated      nothing in the package turns the token into a signed string that is
	                   known to be one of HS256, with a key that the library takes
	identity-missing   there is no client name, and an Access Token needs an identity
	identity-conflict  there are several client names, and an Access Token has one identity
	outgoing-conflict  there are several applications or sets of parameters
	event-stream       the token subscribes to events, which no Access Token can
	ttl-over-24h       the lifetime is longer than Twilio accepts
	ttl-expired        the lifetime is less than a second: the token is born expired
	ttl-missing        claims written by hand have no expiry
	unresolved         a value can't be told
	escapes            the token is handed to code that can't be followed
	several-tokens     one object is turned into several tokens
	conditional        what the token grants depends on a branch
	across-functions   values come from functions that call the one that makes the token
	extra-claims       claims written by hand have no place in an Access Token
	generated          the file is generated: change the generator
	cgo                the file uses cgo: what the compiler sees is not what is written there
	type-errors        the package does not compile
	builder            the builder that was chosen can't write this token
	out-of-reach       a value can't be written where the token is signed
	shape              the code around the token has a form that is not rewritten
	other-build        what the token is made of may be something else on another platform,
	                   or with other build tags
	side-effect        a call that the fix would take away may have a side effect
	unverified         the rewritten code would not compile
*/
package analyzer
