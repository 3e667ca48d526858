package knowledge

// TwilioGo is package twilio of xaviiic/twilioGo, in any spelling, and its
// fork. Its methods return the token, for chaining. Several incoming names
// give several scopes.
var TwilioGo = Capability{
	Paths:   []Path{{Ends: "twilioGo"}},
	Type:    "Capability",
	Methods: []string{"AllowClientIncoming", "AllowClientOutgoing", "SetTTL", "ToJWT"},
	Funcs: []CapabilityFunc{
		newCapability(""),
		allowIncoming("Capability", "AllowClientIncoming"),
		allowOutgoing("Capability", "AllowClientOutgoing"),
		noArgs("Capability", "AllowEventStream", AllowEventStream),
		withTTL("Capability", "SetTTL", SetTTL),
		noArgs("Capability", "ToJWT", Generate),
	},
}
