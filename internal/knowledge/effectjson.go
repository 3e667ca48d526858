package knowledge

import "slices"

// jsonEffects are the rows of package encoding/json.
func jsonEffects() []Effect {
	const pkg = "encoding/json"
	return slices.Concat(
		like(formats(Arg0), pkg, "Marshal", "MarshalIndent"),
		like(reads(Arg0).and(writesDeep(Arg1)).and(formats(Arg1)), pkg, "Unmarshal"),
		like(reads(Arg0), pkg, "Valid"),
		like(writesDeep(Arg0).and(reads(Arg1)).and(panics()), pkg, "Compact", "HTMLEscape", "Indent"),

		like(shares(Arg0), pkg, "NewDecoder", "NewEncoder"),
		like(streams(Recv).and(writesDeep(Arg0)).and(formats(Arg0)), pkg, "(*Decoder).Decode"),
		like(streams(Recv), pkg, "(*Decoder).More", "(*Decoder).Token"),
		like(shares(Recv), pkg, "(*Decoder).Buffered"),
		like(reads(Recv), pkg, "(*Decoder).InputOffset"),
		like(writes(Recv), pkg, "(*Decoder).DisallowUnknownFields", "(*Decoder).UseNumber"),
		like(streams(Recv).and(formats(Arg0)), pkg, "(*Encoder).Encode"),
		like(writes(Recv), pkg, "(*Encoder).SetEscapeHTML", "(*Encoder).SetIndent"),

		like(Effect{}, pkg, "(Delim).String", "(Number).Float64", "(Number).Int64", "(Number).String"),
		like(shares(Recv), pkg, "(RawMessage).MarshalJSON"),
		like(writesDeep(Recv).and(reads(Arg0)), pkg, "(*RawMessage).UnmarshalJSON"),

		like(reads(Recv), pkg, "(*InvalidUTF8Error).Error", "(*SyntaxError).Error", "(*UnsupportedValueError).Error"),
		like(getter(), pkg,
			"(*InvalidUnmarshalError).Error", "(*MarshalerError).Error", "(*UnmarshalFieldError).Error",
			"(*UnmarshalTypeError).Error", "(*UnsupportedTypeError).Error"),
		like(shares(Recv), pkg, "(*MarshalerError).Unwrap"),
	)
}
