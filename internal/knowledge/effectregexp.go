package knowledge

import "slices"

// regexpEffects are the rows of package regexp. A Regexp can be changed, by
// its method Longest.
func regexpEffects() []Effect {
	const pkg = "regexp"
	fresh := Effect{Fresh: true}
	return slices.Concat(
		like(Effect{}, pkg, "Compile", "CompilePOSIX", "MatchString", "QuoteMeta"),
		like(panics(), pkg, "MustCompile", "MustCompilePOSIX"),
		like(reads(Arg1), pkg, "Match"),
		like(streams(Arg1), pkg, "MatchReader"),

		like(reads(Recv), pkg,
			"(*Regexp).FindAllString", "(*Regexp).FindAllStringIndex", "(*Regexp).FindAllStringSubmatch",
			"(*Regexp).FindAllStringSubmatchIndex", "(*Regexp).FindString", "(*Regexp).FindStringIndex",
			"(*Regexp).FindStringSubmatch", "(*Regexp).FindStringSubmatchIndex", "(*Regexp).LiteralPrefix",
			"(*Regexp).MarshalText", "(*Regexp).MatchString", "(*Regexp).NumSubexp",
			"(*Regexp).ReplaceAllLiteralString", "(*Regexp).ReplaceAllString", "(*Regexp).Split", "(*Regexp).String",
			"(*Regexp).SubexpIndex"),
		like(reads(Recv, Arg0), pkg,
			"(*Regexp).FindAllIndex", "(*Regexp).FindAllSubmatchIndex", "(*Regexp).FindIndex",
			"(*Regexp).FindSubmatchIndex", "(*Regexp).Match"),
		like(reads(Recv, Arg0, Arg1), pkg, "(*Regexp).ReplaceAll", "(*Regexp).ReplaceAllLiteral"),
		like(reads(Recv, Arg0).and(calls(Arg1)), pkg, "(*Regexp).ReplaceAllFunc"),
		like(reads(Recv).and(calls(Arg1)), pkg, "(*Regexp).ReplaceAllStringFunc"),

		like(reads(Recv).and(shares(Arg0)), pkg, "(*Regexp).Find"),
		like(reads(Recv).and(shares(Arg0)).and(fresh), pkg,
			"(*Regexp).FindAll", "(*Regexp).FindAllSubmatch", "(*Regexp).FindSubmatch"),
		like(shares(Recv), pkg, "(*Regexp).SubexpNames"),
		like(shares(Recv).and(fresh), pkg, "(*Regexp).Copy"),

		// Positions that are not in the source panic.
		like(appends(Arg0).and(reads(Recv, Arg1, Arg2, Arg3)).and(panics()), pkg, "(*Regexp).Expand"),
		like(appends(Arg0).and(reads(Recv, Arg3)).and(panics()), pkg, "(*Regexp).ExpandString"),
		like(appends(Arg0).and(reads(Recv)), pkg, "(*Regexp).AppendText"),
		like(writes(Recv), pkg, "(*Regexp).Longest"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*Regexp).UnmarshalText"),
		like(reads(Recv).and(streams(Arg0)), pkg,
			"(*Regexp).FindReaderIndex", "(*Regexp).FindReaderSubmatchIndex", "(*Regexp).MatchReader"),
	)
}
