package knowledge

import "slices"

// randEffects are the rows of package math/rand. Its functions share one
// source, which a call of Seed makes repeatable.
func randEffects() []Effect {
	const pkg = "math/rand"
	return slices.Concat(
		like(acts(), pkg,
			"ExpFloat64", "Float32", "Float64", "Int", "Int31", "Int63", "NormFloat64", "Seed", "Uint32", "Uint64"),
		like(acts().and(panics()), pkg, "Int31n", "Int63n", "Intn", "Perm"),
		like(acts().and(calls(Arg1)), pkg, "Shuffle"),
		like(acts().and(writes(Arg0)), pkg, "Read"),

		like(Effect{}, pkg, "NewSource"),
		like(shares(Arg0), pkg, "New", "NewZipf"),
		like(draws(), pkg,
			"(*Rand).ExpFloat64", "(*Rand).Float32", "(*Rand).Float64", "(*Rand).Int", "(*Rand).Int31",
			"(*Rand).Int31n", "(*Rand).Int63", "(*Rand).Int63n", "(*Rand).Intn", "(*Rand).NormFloat64",
			"(*Rand).Perm", "(*Rand).Seed", "(*Rand).Uint32", "(*Rand).Uint64", "(*Zipf).Uint64",
			"(Source).Int63", "(Source).Seed", "(Source64).Uint64"),
		like(draws().and(calls(Arg1)), pkg, "(*Rand).Shuffle"),
		like(draws().and(writes(Arg0)), pkg, "(*Rand).Read"),
	)
}

// draws is the effect of a call that draws a number from a source, which may
// be the program's.
func draws() Effect {
	return writesDeep(Recv).and(formats(Recv)).and(Effect{Varies: true, Panics: true})
}

// randV2Effects are the rows of package math/rand/v2. Nothing makes its
// functions repeatable.
func randV2Effects() []Effect {
	const pkg = "math/rand/v2"
	varies := Effect{Varies: true}
	return slices.Concat(
		like(varies, pkg,
			"ExpFloat64", "Float32", "Float64", "Int", "Int32", "Int64", "NormFloat64", "Uint", "Uint32", "Uint64"),
		like(varies.and(panics()), pkg,
			"Int32N", "Int64N", "IntN", "N", "Perm", "Uint32N", "Uint64N", "UintN"),
		like(varies.and(calls(Arg1)), pkg, "Shuffle"),

		like(Effect{}, pkg, "NewChaCha8", "NewPCG"),
		like(shares(Arg0), pkg, "New", "NewZipf"),
		like(draws(), pkg,
			"(*Rand).ExpFloat64", "(*Rand).Float32", "(*Rand).Float64", "(*Rand).Int", "(*Rand).Int32",
			"(*Rand).Int32N", "(*Rand).Int64", "(*Rand).Int64N", "(*Rand).IntN", "(*Rand).NormFloat64",
			"(*Rand).Perm", "(*Rand).Uint", "(*Rand).Uint32", "(*Rand).Uint32N", "(*Rand).Uint64",
			"(*Rand).Uint64N", "(*Rand).UintN", "(*Zipf).Uint64", "(Source).Uint64"),
		like(draws().and(calls(Arg1)), pkg, "(*Rand).Shuffle"),

		like(writes(Recv), pkg, "(*ChaCha8).Seed", "(*ChaCha8).Uint64", "(*PCG).Seed", "(*PCG).Uint64"),
		like(writes(Recv, Arg0), pkg, "(*ChaCha8).Read"),
		like(reads(Recv), pkg, "(*ChaCha8).MarshalBinary", "(*PCG).MarshalBinary"),
		like(reads(Recv).and(appends(Arg0)), pkg, "(*ChaCha8).AppendBinary", "(*PCG).AppendBinary"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*ChaCha8).UnmarshalBinary", "(*PCG).UnmarshalBinary"),
	)
}
