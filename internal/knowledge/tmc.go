package knowledge

// TMC is package twilio of tmc/twilio: one call that takes all values in a
// struct, and puts them into the scope as they are.
var TMC = Capability{
	Paths:   []Path{{Is: "github.com/tmc/twilio"}, {Ends: "tmc/twilio"}},
	Type:    "Capabilities",
	Methods: []string{"AccountSid", "AuthToken", "AllowClientIncoming", "AllowClientOutgoing"},
	Funcs: []CapabilityFunc{
		{
			Name: "Generate", Role: MakeAndGenerate, Options: 0, TTL: 1,
			AccountSid: None, AuthToken: None, ClientName: None, ApplicationSid: None, Params: None,
			OptionFields: OptionFields{"AccountSid", "AuthToken", "AllowClientIncoming", "AllowClientOutgoing"},
		},
	},
}
