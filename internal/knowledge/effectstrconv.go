package knowledge

import "slices"

// strconvEffects are the rows of package strconv.
func strconvEffects() []Effect {
	const pkg = "strconv"
	return slices.Concat(
		like(Effect{}, pkg,
			"Atoi", "CanBackquote", "FormatBool", "IsGraphic", "IsPrint", "Itoa", "ParseBool", "ParseComplex",
			"ParseFloat", "ParseInt", "ParseUint", "Quote", "QuoteRune", "QuoteRuneToASCII", "QuoteRuneToGraphic",
			"QuoteToASCII", "QuoteToGraphic", "QuotedPrefix", "Unquote", "UnquoteChar"),
		// A base or a bit size that is none panics.
		like(panicsOn(Arg1), pkg, "FormatInt", "FormatUint"),
		like(panicsOn(Arg1, Arg3), pkg, "FormatComplex", "FormatFloat"),
		like(appends(Arg0), pkg,
			"AppendBool", "AppendQuote", "AppendQuoteRune", "AppendQuoteRuneToASCII", "AppendQuoteRuneToGraphic",
			"AppendQuoteToASCII", "AppendQuoteToGraphic"),
		like(appends(Arg0).and(panicsOn(Arg2)), pkg, "AppendInt", "AppendUint"),
		like(appends(Arg0).and(panics()), pkg, "AppendFloat"),

		like(formats(Recv).and(panics()), pkg, "(*NumError).Error"),
		like(shares(Recv), pkg, "(*NumError).Unwrap"),
	)
}
