package knowledge

import "slices"

// binaryEffects are the rows of package encoding/binary. A byte order may be
// the program's.
func binaryEffects() []Effect {
	const pkg = "encoding/binary"
	return slices.Concat(
		like(formats(Arg1).and(appends(Arg0)).and(reads(Arg2)).and(panics()), pkg, "Append"),
		like(formats(Arg1).and(reads(Arg0)).and(writesDeep(Arg2)).and(panics()), pkg, "Decode"),
		like(formats(Arg1).and(writes(Arg0)).and(reads(Arg2)).and(panics()), pkg, "Encode"),
		like(formats(Arg1).and(streams(Arg0)).and(writesDeep(Arg2)), pkg, "Read"),
		like(formats(Arg1).and(streams(Arg0)).and(reads(Arg2)), pkg, "Write"),
		like(streams(Arg0), pkg, "ReadUvarint", "ReadVarint"),
		like(reads(Arg0), pkg, "Size", "Uvarint", "Varint"),
		like(appends(Arg0), pkg, "AppendUvarint", "AppendVarint"),
		like(writes(Arg0).and(panics()), pkg, "PutUvarint", "PutVarint"),

		// The types of BigEndian and LittleEndian.
		like(Effect{}, pkg, "(bigEndian).String", "(littleEndian).String", "(nativeEndian).String"),
		like(reads(Arg0).and(panics()), pkg,
			"(bigEndian).Uint16", "(bigEndian).Uint32", "(bigEndian).Uint64",
			"(littleEndian).Uint16", "(littleEndian).Uint32", "(littleEndian).Uint64"),
		like(writes(Arg0).and(panics()), pkg,
			"(bigEndian).PutUint16", "(bigEndian).PutUint32", "(bigEndian).PutUint64",
			"(littleEndian).PutUint16", "(littleEndian).PutUint32", "(littleEndian).PutUint64"),
		like(appends(Arg0), pkg,
			"(bigEndian).AppendUint16", "(bigEndian).AppendUint32", "(bigEndian).AppendUint64",
			"(littleEndian).AppendUint16", "(littleEndian).AppendUint32", "(littleEndian).AppendUint64"),

		like(getter(), pkg, "(AppendByteOrder).String", "(ByteOrder).String"),
		like(getter().and(reads(Arg0)), pkg, "(ByteOrder).Uint16", "(ByteOrder).Uint32", "(ByteOrder).Uint64"),
		like(getter().and(writes(Arg0)), pkg,
			"(ByteOrder).PutUint16", "(ByteOrder).PutUint32", "(ByteOrder).PutUint64"),
		like(getter().and(appends(Arg0)), pkg,
			"(AppendByteOrder).AppendUint16", "(AppendByteOrder).AppendUint32", "(AppendByteOrder).AppendUint64"),
	)
}
