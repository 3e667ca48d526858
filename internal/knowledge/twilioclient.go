package knowledge

// Twilioclient is package twilioclient of kevinburke/twilio-go, of
// saintpete/twilio-go before it, and of their forks, in any major version.
// The outgoing scope takes its client name from AllowClientIncoming.
var Twilioclient = Capability{
	Paths:   []Path{{Ends: "twilioclient"}},
	Type:    "Capability",
	Methods: []string{"AllowClientIncoming", "AllowClientOutgoing", "GenerateToken"},
	OneName: true,
	Funcs: []CapabilityFunc{
		newCapability(""),
		allowIncoming("Capability", "AllowClientIncoming"),
		allowOutgoing("Capability", "AllowClientOutgoing"),
		noArgs("Capability", "AllowEventStream", AllowEventStream),
		withTTL("Capability", "GenerateToken", Generate),
	},
}

// REST2013 is package twilio of the same project before 2016, and of its
// forks: there a method of the REST client makes the token.
var REST2013 = Capability{
	Paths:   []Path{{Ends: "twilio"}},
	Type:    "Capability",
	Methods: []string{"AllowClientIncoming", "AllowClientOutgoing", "GenerateToken"},
	OneName: true,
	Funcs: []CapabilityFunc{
		newCapability("Client"),
		allowIncoming("Capability", "AllowClientIncoming"),
		allowOutgoing("Capability", "AllowClientOutgoing"),
		noArgs("Capability", "AllowEventStream", AllowEventStream),
		withTTL("Capability", "GenerateToken", Generate),
	},
	Credentials: &Credentials{
		Constructor: "NewClient", AccountSid: 0, AuthToken: 1,
		AccountField: "AccountSid", AuthField: "AuthToken",
	},
}
