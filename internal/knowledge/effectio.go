package knowledge

import "slices"

// ioEffects are the rows of package io. Its interfaces have none: they
// promise too little. A Pipe has none: its ends share memory.
func ioEffects() []Effect {
	const pkg = "io"
	return slices.Concat(
		like(streams(Arg0, Arg1), pkg, "Copy", "CopyN"),
		like(streams(Arg0, Arg1).and(writes(Arg2)), pkg, "CopyBuffer"),
		like(streams(Arg0), pkg, "ReadAll", "WriteString"),
		like(streams(Arg0).and(writes(Arg1)), pkg, "ReadAtLeast", "ReadFull"),

		like(shares(Arg0), pkg, "LimitReader", "NewOffsetWriter", "NewSectionReader", "NopCloser"),
		like(shares(Arg0, Arg1), pkg, "TeeReader"),
		like(shares(Rest), pkg, "MultiReader", "MultiWriter"),

		like(streams(Recv).and(writes(Arg0)), pkg,
			"(*LimitedReader).Read", "(*SectionReader).Read", "(*SectionReader).ReadAt"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(*OffsetWriter).Write", "(*OffsetWriter).WriteAt"),
		like(writes(Recv), pkg, "(*OffsetWriter).Seek", "(*SectionReader).Seek"),
		like(reads(Recv), pkg, "(*SectionReader).Size"),
		like(shares(Recv), pkg, "(*SectionReader).Outer"),
	)
}

// bufioEffects are the rows of package bufio. What a buffer is for may be the
// program's, and so may the function that splits what a Scanner reads.
func bufioEffects() []Effect {
	const pkg = "bufio"
	return slices.Concat(
		like(shares(Arg0), pkg, "NewReader", "NewReaderSize", "NewScanner", "NewWriter", "NewWriterSize"),
		like(shares(Arg0, Arg1), pkg, "NewReadWriter"),
		like(shares(Arg0), pkg, "ScanBytes", "ScanLines", "ScanWords"),

		like(streams(Recv), pkg,
			"(*Reader).Discard", "(*Reader).ReadByte", "(*Reader).ReadBytes", "(*Reader).ReadRune",
			"(*Reader).ReadString"),
		like(streams(Recv).and(shares(Recv)), pkg, "(*Reader).Peek", "(*Reader).ReadLine", "(*Reader).ReadSlice"),
		like(streams(Recv).and(writes(Arg0)), pkg, "(*Reader).Read"),
		like(streams(Recv, Arg0), pkg, "(*Reader).WriteTo"),
		like(writes(Recv), pkg, "(*Reader).UnreadByte", "(*Reader).UnreadRune"),
		like(writes(Recv).and(keeps(Arg0)), pkg, "(*Reader).Reset"),
		like(reads(Recv), pkg, "(*Reader).Buffered", "(*Reader).Size"),

		like(streams(Recv), pkg, "(*Writer).Flush", "(*Writer).WriteByte", "(*Writer).WriteRune", "(*Writer).WriteString"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(*Writer).Write"),
		like(streams(Recv, Arg0), pkg, "(*Writer).ReadFrom"),
		like(writes(Recv).and(keeps(Arg0)), pkg, "(*Writer).Reset"),
		like(reads(Recv), pkg, "(*Writer).Available", "(*Writer).Buffered", "(*Writer).Size"),
		like(shares(Recv), pkg, "(*Writer).AvailableBuffer"),

		like(streams(Recv), pkg, "(*Scanner).Scan"),
		like(shares(Recv), pkg, "(*Scanner).Bytes", "(*Scanner).Err"),
		like(reads(Recv), pkg, "(*Scanner).Text"),
		like(writes(Recv).and(keeps(Arg0)).and(panics()), pkg, "(*Scanner).Buffer", "(*Scanner).Split"),
	)
}
