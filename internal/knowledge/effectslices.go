package knowledge

import "slices"

// slicesEffects are the rows of package slices. To compare elements may
// panic, if they are interfaces.
func slicesEffects() []Effect {
	const pkg = "slices"
	fresh := Effect{Fresh: true}
	return slices.Concat(
		like(reads(Arg0), pkg, "BinarySearch", "IsSorted"),
		like(reads(Arg0).and(panics()), pkg, "Max", "Min"),
		like(reads(Arg0, Arg1), pkg, "Compare"),
		like(reads(Arg0, Arg1).and(panics()), pkg, "Contains", "Equal", "Index"),
		like(reads(Arg0).and(calls(Arg1)), pkg, "ContainsFunc", "IndexFunc", "IsSortedFunc"),
		like(reads(Arg0, Arg1).and(calls(Arg2)), pkg, "BinarySearchFunc", "CompareFunc", "EqualFunc"),

		like(shares(Arg0), pkg, "All", "Backward", "Clip", "Values"),
		like(shares(Arg0).and(panics()), pkg, "Chunk", "Grow"),
		like(shares(Arg0).and(fresh), pkg, "Clone"),
		like(shares(Arg0).and(fresh).and(panics()), pkg, "Repeat"),
		like(shares(Rest).and(fresh).and(panics()), pkg, "Concat"),
		like(shares(Arg0).and(calls(Arg1)), pkg, "MaxFunc", "MinFunc"),

		like(writes(Arg0), pkg, "Reverse", "Sort"),
		like(writes(Arg0).and(calls(Arg1)), pkg, "SortFunc", "SortStableFunc"),
		like(writes(Arg0).and(shares(Arg0)).and(panics()), pkg, "Compact", "Delete"),
		like(writes(Arg0).and(shares(Arg0)).and(calls(Arg1)), pkg, "CompactFunc", "DeleteFunc"),
		like(writes(Arg0).and(shares(Arg0, Rest)).and(keeps(Rest)).and(panics()), pkg, "Insert", "Replace"),

		like(calls(Arg0), pkg, "Sorted"),
		like(calls(Arg0).and(shares(Arg0)), pkg, "Collect"),
		like(calls(Arg0, Arg1).and(shares(Arg0)), pkg, "SortedFunc", "SortedStableFunc"),
		like(calls(Arg1).and(appends(Arg0)).and(shares(Arg1)).and(keeps(Arg1)), pkg, "AppendSeq"),
	)
}

// mapsEffects are the rows of package maps. The order of a map varies.
func mapsEffects() []Effect {
	const pkg = "maps"
	return slices.Concat(
		like(shares(Arg0).and(Effect{Varies: true}), pkg, "All", "Keys", "Values"),
		like(shares(Arg0).and(Effect{Fresh: true}), pkg, "Clone"),
		like(calls(Arg0).and(shares(Arg0)), pkg, "Collect"),
		like(writes(Arg0).and(reads(Arg1)).and(keeps(Arg1)).and(panics()), pkg, "Copy"),
		like(writes(Arg0).and(keeps(Arg1)).and(calls(Arg1)), pkg, "Insert"),
		like(writes(Arg0).and(calls(Arg1)), pkg, "DeleteFunc"),
		like(reads(Arg0, Arg1).and(panics()), pkg, "Equal"),
		like(reads(Arg0, Arg1).and(calls(Arg2)), pkg, "EqualFunc"),
	)
}

// cmpEffects are the rows of packages cmp and iter.
func cmpEffects() []Effect {
	return slices.Concat(
		like(Effect{}, "cmp", "Compare", "Less"),
		like(shares(Rest), "cmp", "Or"),
		like(keeps(Arg0).and(shares(Arg0)), "iter", "Pull", "Pull2"),
	)
}
