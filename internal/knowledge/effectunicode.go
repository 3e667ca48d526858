package knowledge

import "slices"

// unicodeEffects are the rows of package unicode and of those below it.
func unicodeEffects() []Effect {
	const pkg, utf8, utf16 = "unicode", "unicode/utf8", "unicode/utf16"
	return slices.Concat(
		like(Effect{}, pkg,
			"IsControl", "IsDigit", "IsGraphic", "IsLetter", "IsLower", "IsMark", "IsNumber", "IsPrint", "IsPunct",
			"IsSpace", "IsSymbol", "IsTitle", "IsUpper", "SimpleFold", "To", "ToLower", "ToTitle", "ToUpper"),
		like(reads(Arg0).and(panics()), pkg, "Is", "IsOneOf"),
		like(reads(Rest).and(panics()), pkg, "In"),
		like(reads(Recv), pkg, "(SpecialCase).ToLower", "(SpecialCase).ToTitle", "(SpecialCase).ToUpper"),

		like(Effect{}, utf8,
			"DecodeLastRuneInString", "DecodeRuneInString", "FullRuneInString", "RuneCountInString", "RuneLen",
			"RuneStart", "ValidRune", "ValidString"),
		like(reads(Arg0), utf8, "DecodeLastRune", "DecodeRune", "FullRune", "RuneCount", "Valid"),
		like(appends(Arg0), utf8, "AppendRune"),
		like(writes(Arg0).and(panics()), utf8, "EncodeRune"),

		like(Effect{}, utf16, "DecodeRune", "EncodeRune", "IsSurrogate", "RuneLen"),
		like(reads(Arg0), utf16, "Decode", "Encode"),
		like(appends(Arg0), utf16, "AppendRune"),
	)
}
