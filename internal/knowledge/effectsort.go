package knowledge

import "slices"

// sortEffects are the rows of package sort. What is sorted may be the
// program's.
func sortEffects() []Effect {
	const pkg = "sort"
	return slices.Concat(
		like(calls(Arg1), pkg, "Find", "Search"),
		like(reads(Arg0), pkg,
			"Float64sAreSorted", "IntsAreSorted", "SearchFloat64s", "SearchInts", "SearchStrings", "StringsAreSorted"),
		like(writes(Arg0), pkg, "Float64s", "Ints", "Strings"),
		like(writes(Arg0).and(calls(Arg1)), pkg, "Slice", "SliceStable"),
		like(reads(Arg0).and(calls(Arg1)), pkg, "SliceIsSorted"),
		like(formats(Arg0).and(panics()), pkg, "IsSorted"),
		like(formats(Arg0).and(writesDeep(Arg0)).and(panics()), pkg, "Sort", "Stable"),
		like(shares(Arg0), pkg, "Reverse"),

		like(reads(Recv), pkg,
			"(Float64Slice).Len", "(Float64Slice).Search", "(IntSlice).Len", "(IntSlice).Search",
			"(StringSlice).Len", "(StringSlice).Search"),
		like(reads(Recv).and(panics()), pkg, "(Float64Slice).Less", "(IntSlice).Less", "(StringSlice).Less"),
		like(writes(Recv).and(panics()), pkg, "(Float64Slice).Swap", "(IntSlice).Swap", "(StringSlice).Swap"),
		like(writes(Recv), pkg, "(Float64Slice).Sort", "(IntSlice).Sort", "(StringSlice).Sort"),
		like(getter(), pkg, "(Interface).Len", "(Interface).Less"),
		like(getter().and(writesDeep(Recv)), pkg, "(Interface).Swap"),
	)
}
