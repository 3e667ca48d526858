package knowledge

import "slices"

// bytesEffects are the rows of package bytes. A Buffer may share its memory
// with the slice that it was made from.
func bytesEffects() []Effect {
	const pkg = "bytes"
	fresh := Effect{Fresh: true}
	return slices.Concat(
		like(reads(Arg0), pkg,
			"Clone", "ContainsAny", "ContainsRune", "IndexAny", "IndexByte", "IndexRune", "LastIndexAny",
			"LastIndexByte", "Runes", "Title", "ToLower", "ToTitle", "ToUpper"),
		like(reads(Arg0, Arg1), pkg,
			"Compare", "Contains", "Count", "Equal", "EqualFold", "HasPrefix", "HasSuffix", "Index", "Join", "LastIndex",
			"ToLowerSpecial", "ToTitleSpecial", "ToUpperSpecial", "ToValidUTF8"),
		like(reads(Arg0, Arg1, Arg2), pkg, "Replace", "ReplaceAll"),
		like(reads(Arg0).and(panicsOn(Arg1)), pkg, "Repeat"),
		like(calls(Arg0).and(reads(Arg1)), pkg, "Map"),
		like(calls(Arg1).and(reads(Arg0)), pkg, "ContainsFunc", "IndexFunc", "LastIndexFunc"),

		like(shares(Arg0), pkg, "FieldsSeq", "Lines", "Trim", "TrimLeft", "TrimRight", "TrimSpace"),
		like(shares(Arg0).and(reads(Arg1)), pkg, "Cut", "CutPrefix", "CutSuffix", "TrimPrefix", "TrimSuffix"),
		like(shares(Arg0).and(fresh), pkg, "Fields"),
		like(shares(Arg0).and(fresh).and(reads(Arg1)), pkg, "Split", "SplitAfter", "SplitAfterN", "SplitN"),
		like(shares(Arg0).and(calls(Arg1)), pkg, "TrimFunc", "TrimLeftFunc", "TrimRightFunc"),
		like(shares(Arg0).and(fresh).and(calls(Arg1)), pkg, "FieldsFunc"),
		like(shares(Arg0, Arg1), pkg, "SplitAfterSeq", "SplitSeq"),
		like(shares(Arg0, Arg1).and(keeps(Arg1)), pkg, "FieldsFuncSeq"),

		like(Effect{}, pkg, "NewBufferString"),
		like(shares(Arg0), pkg, "NewBuffer", "NewReader"),

		like(reads(Recv), pkg, "(*Buffer).Available", "(*Buffer).Cap", "(*Buffer).Len", "(*Buffer).String"),
		like(shares(Recv), pkg, "(*Buffer).AvailableBuffer", "(*Buffer).Bytes"),
		like(writesDeep(Recv), pkg,
			"(*Buffer).ReadByte", "(*Buffer).ReadBytes", "(*Buffer).ReadRune", "(*Buffer).ReadString", "(*Buffer).Reset",
			"(*Buffer).UnreadByte", "(*Buffer).UnreadRune", "(*Buffer).WriteByte", "(*Buffer).WriteRune",
			"(*Buffer).WriteString"),
		like(writesDeep(Recv).and(shares(Recv)).and(panics()), pkg, "(*Buffer).Next"),
		like(writesDeep(Recv).and(panics()), pkg, "(*Buffer).Grow", "(*Buffer).Truncate"),
		like(writesDeep(Recv).and(reads(Arg0)), pkg, "(*Buffer).Write"),
		like(writesDeep(Recv).and(writes(Arg0)), pkg, "(*Buffer).Read"),
		like(writesDeep(Recv).and(streams(Arg0)), pkg, "(*Buffer).ReadFrom", "(*Buffer).WriteTo"),

		like(reads(Recv), pkg, "(*Reader).Len", "(*Reader).Size"),
		like(writes(Recv), pkg,
			"(*Reader).ReadByte", "(*Reader).ReadRune", "(*Reader).Seek", "(*Reader).UnreadByte", "(*Reader).UnreadRune"),
		like(writes(Recv, Arg0), pkg, "(*Reader).Read"),
		like(reads(Recv).and(writes(Arg0)), pkg, "(*Reader).ReadAt"),
		like(writes(Recv).and(keeps(Arg0)), pkg, "(*Reader).Reset"),
		like(writes(Recv).and(streams(Arg0)), pkg, "(*Reader).WriteTo"),
	)
}
