package knowledge

import "slices"

// stringsEffects are the rows of package strings.
func stringsEffects() []Effect {
	const pkg = "strings"
	return slices.Concat(
		like(Effect{}, pkg,
			"Clone", "Compare", "Contains", "ContainsAny", "ContainsRune", "Count", "Cut", "CutPrefix", "CutSuffix",
			"EqualFold", "Fields", "HasPrefix", "HasSuffix", "Index", "IndexAny", "IndexByte", "IndexRune",
			"LastIndex", "LastIndexAny", "LastIndexByte", "Replace", "ReplaceAll", "Split", "SplitAfter",
			"SplitAfterN", "SplitN", "Title", "ToLower", "ToTitle", "ToUpper", "ToValidUTF8", "Trim", "TrimLeft",
			"TrimPrefix", "TrimRight", "TrimSpace", "TrimSuffix",
			"FieldsSeq", "Lines", "SplitAfterSeq", "SplitSeq",
			"NewReader"),
		like(reads(Arg0), pkg, "Join", "ToLowerSpecial", "ToTitleSpecial", "ToUpperSpecial"),
		like(panicsOn(Arg1), pkg, "Repeat"),
		like(calls(Arg0), pkg, "Map"),
		like(calls(Arg1), pkg,
			"ContainsFunc", "FieldsFunc", "IndexFunc", "LastIndexFunc", "TrimFunc", "TrimLeftFunc", "TrimRightFunc"),
		like(keeps(Arg1).and(shares(Arg1)), pkg, "FieldsFuncSeq"),

		like(reads(Recv), pkg, "(*Builder).Cap", "(*Builder).Len", "(*Builder).String"),
		like(writes(Recv), pkg,
			"(*Builder).Reset", "(*Builder).WriteByte", "(*Builder).WriteRune", "(*Builder).WriteString"),
		like(writes(Recv).and(panics()), pkg, "(*Builder).Grow"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*Builder).Write"),

		like(reads(Recv), pkg, "(*Reader).Len", "(*Reader).Size"),
		like(writes(Recv), pkg,
			"(*Reader).ReadByte", "(*Reader).ReadRune", "(*Reader).Reset", "(*Reader).Seek", "(*Reader).UnreadByte",
			"(*Reader).UnreadRune"),
		like(writes(Recv, Arg0), pkg, "(*Reader).Read"),
		like(reads(Recv).and(writes(Arg0)), pkg, "(*Reader).ReadAt"),
		like(writes(Recv).and(streams(Arg0)), pkg, "(*Reader).WriteTo"),

		like(reads(Rest).and(panics()), pkg, "NewReplacer"),
		like(reads(Recv), pkg, "(*Replacer).Replace"),
		like(reads(Recv).and(streams(Arg0)), pkg, "(*Replacer).WriteString"),
	)
}
