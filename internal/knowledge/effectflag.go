package knowledge

import "slices"

// flagEffects are the rows of package flag.
//
// Functions that return or hand out a variable of the command line have none,
// since the package changes it later: flag.String, flag.Lookup, flag.Visit.
// Those that change it have none either: flag.Parse, flag.Set.
func flagEffects() []Effect {
	const pkg = "flag"
	declares := acts().and(panics()).and(Effect{SetsEnv: true})
	// A set prints to a writer that may be the program's, and holds values
	// that may be.
	set := declares.and(writesDeep(Recv)).and(formats(Recv))
	return slices.Concat(
		like(Effect{Env: true}, pkg, "Arg", "NArg", "NFlag", "Parsed"),
		like(acts().and(Effect{Env: true}), pkg, "PrintDefaults"),
		like(declares.and(keeps(Arg0)).and(writes(Arg0)), pkg,
			"BoolVar", "DurationVar", "Float64Var", "Int64Var", "IntVar", "StringVar", "Uint64Var", "UintVar"),
		like(declares.and(keeps(Arg0)).and(formats(Arg0)), pkg, "Var"),
		like(declares.and(keeps(Arg0, Arg2)).and(formats(Arg0, Arg2)).and(writesDeep(Arg0)), pkg, "TextVar"),
		like(declares.and(keeps(Arg2)), pkg, "BoolFunc", "Func"),

		like(Effect{}, pkg, "NewFlagSet"),
		like(set.and(shares(Recv)), pkg,
			"(*FlagSet).Bool", "(*FlagSet).Duration", "(*FlagSet).Float64", "(*FlagSet).Int", "(*FlagSet).Int64",
			"(*FlagSet).String", "(*FlagSet).Uint", "(*FlagSet).Uint64"),
		like(set.and(keeps(Arg0)).and(writes(Arg0)), pkg,
			"(*FlagSet).BoolVar", "(*FlagSet).DurationVar", "(*FlagSet).Float64Var", "(*FlagSet).Int64Var",
			"(*FlagSet).IntVar", "(*FlagSet).StringVar", "(*FlagSet).Uint64Var", "(*FlagSet).UintVar"),
		like(set.and(keeps(Arg0)).and(formats(Arg0)), pkg, "(*FlagSet).Var"),
		like(set.and(keeps(Arg0, Arg2)).and(formats(Arg0, Arg2)).and(writesDeep(Arg0)), pkg, "(*FlagSet).TextVar"),
		like(set.and(keeps(Arg2)), pkg, "(*FlagSet).BoolFunc", "(*FlagSet).Func"),
		like(set.and(keeps(Arg0)), pkg, "(*FlagSet).Parse", "(*FlagSet).SetOutput"),
		like(set, pkg, "(*FlagSet).Init", "(*FlagSet).PrintDefaults", "(*FlagSet).Set"),
		like(reads(Recv), pkg,
			"(*FlagSet).Arg", "(*FlagSet).ErrorHandling", "(*FlagSet).NArg", "(*FlagSet).NFlag", "(*FlagSet).Name",
			"(*FlagSet).Parsed"),
		like(shares(Recv), pkg, "(*FlagSet).Args", "(*FlagSet).Lookup", "(*FlagSet).Output"),
		like(reads(Recv).and(calls(Arg0)), pkg, "(*FlagSet).Visit", "(*FlagSet).VisitAll"),
	)
}
