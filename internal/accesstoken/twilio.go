package accesstoken

import "time"

// This file has what Twilio says of Access Tokens: its limits, and its errors.

// MaxLifetime is the longest lifetime that Twilio takes, of an Access Token and of
// a Capability Token.
//
// Source: https://www.twilio.com/docs/iam/access-tokens, and error 20157 below.
const MaxLifetime = 24 * time.Hour

// maxIdentity is how many characters the identity of a phone has at most.
//
// Source: https://www.twilio.com/docs/voice/sdks/javascript/twiliodevice.
const maxIdentity = 121

// An Error is the number of an error with which Twilio answers. Its page is
// https://www.twilio.com/docs/api/errors/NUMBER.
type Error int

// The errors. The comments are their titles.
const (
	InvalidHeader          Error = 20102 // Invalid Access Token header
	InvalidIssuerOrSubject Error = 20103 // Invalid Access Token issuer/subject
	Expired                Error = 20104 // Access Token expired or expiration date invalid
	InvalidGrants          Error = 20106 // Invalid Access Token grants
	InvalidSignature       Error = 20107 // Invalid Access Token signature
	ExpiresTooLate         Error = 20157 // Expiration Time Exceeds Maximum Time Allowed
	InvalidClientName      Error = 31105 // Invalid client name
	InvalidJWT             Error = 31204 // Invalid JWT token
)
