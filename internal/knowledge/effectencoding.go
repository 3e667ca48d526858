package knowledge

import "slices"

// base64Effects are the rows of package encoding/base64.
func base64Effects() []Effect {
	const pkg = "encoding/base64"
	return slices.Concat(
		like(Effect{}, pkg, "(Encoding).Strict"),
		basesEffects(pkg),
	)
}

// base32Effects are the rows of package encoding/base32.
func base32Effects() []Effect {
	const pkg = "encoding/base32"
	return basesEffects(pkg)
}

// basesEffects are the rows that base32 and base64 have in common. Nothing
// changes an Encoding.
func basesEffects(pkg string) []Effect {
	return slices.Concat(
		like(panics(), pkg, "NewEncoding", "(Encoding).WithPadding"),
		like(shares(Arg1), pkg, "NewDecoder", "NewEncoder"),
		like(Effect{}, pkg,
			"(*Encoding).DecodeString", "(*Encoding).DecodedLen", "(*Encoding).EncodedLen", "(CorruptInputError).Error"),
		like(reads(Arg0), pkg, "(*Encoding).EncodeToString"),
		like(writes(Arg0).and(reads(Arg1)).and(panics()), pkg, "(*Encoding).Decode", "(*Encoding).Encode"),
		like(appends(Arg0).and(reads(Arg1)), pkg, "(*Encoding).AppendDecode", "(*Encoding).AppendEncode"),
	)
}

// hexEffects are the rows of package encoding/hex.
func hexEffects() []Effect {
	const pkg = "encoding/hex"
	return slices.Concat(
		like(Effect{}, pkg, "DecodeString", "DecodedLen", "EncodedLen", "(InvalidByteError).Error"),
		like(reads(Arg0), pkg, "Dump", "EncodeToString"),
		like(writes(Arg0).and(reads(Arg1)).and(panics()), pkg, "Decode", "Encode"),
		like(appends(Arg0).and(reads(Arg1)), pkg, "AppendDecode", "AppendEncode"),
		like(shares(Arg0), pkg, "Dumper", "NewDecoder", "NewEncoder"),
	)
}

// csvEffects are the rows of package encoding/csv.
func csvEffects() []Effect {
	const pkg = "encoding/csv"
	return slices.Concat(
		like(shares(Arg0), pkg, "NewReader", "NewWriter"),
		// A Reader may hand out the same slice again: see ReuseRecord.
		like(streams(Recv).and(shares(Recv)), pkg, "(*Reader).Read"),
		like(streams(Recv), pkg, "(*Reader).ReadAll", "(*Writer).Flush"),
		like(reads(Recv), pkg, "(*Reader).InputOffset"),
		like(reads(Recv).and(panics()), pkg, "(*Reader).FieldPos"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(*Writer).Write", "(*Writer).WriteAll"),
		like(streams(Recv).and(shares(Recv)), pkg, "(*Writer).Error"),
		like(getter(), pkg, "(*ParseError).Error"),
		like(shares(Recv), pkg, "(*ParseError).Unwrap"),
	)
}
