package knowledge

import "slices"

// cryptoEffects are the rows of package crypto, and of packages below it that
// hash, compare, and draw random bytes.
func cryptoEffects() []Effect {
	const pkg, hmac, rand, subtle = "crypto", "crypto/hmac", "crypto/rand", "crypto/subtle"
	const md5, sha1, sha256, sha512 = "crypto/md5", "crypto/sha1", "crypto/sha256", "crypto/sha512"
	env := Effect{Env: true}
	return slices.Concat(
		like(Effect{}, pkg, "(Hash).HashFunc", "(Hash).String"),
		like(panics(), pkg, "(Hash).Size"),
		like(env, pkg, "(Hash).Available"),
		like(env.and(panics()), pkg, "(Hash).New"),
		like(keeps(Arg1).and(acts()).and(panics()).and(Effect{SetsEnv: true}), pkg, "RegisterHash"),

		like(reads(Arg0, Arg1), hmac, "Equal"),
		like(calls(Arg0).and(shares(Arg0)).and(formats(Arg0)).and(reads(Arg1)), hmac, "New"),

		// They panic where only FIPS 140 is allowed.
		like(panics(), md5, "New"),
		like(panics(), sha1, "New"),
		like(panics().and(reads(Arg0)), md5, "Sum"),
		like(panics().and(reads(Arg0)), sha1, "Sum"),

		like(Effect{}, sha256, "New", "New224"),
		like(reads(Arg0), sha256, "Sum224", "Sum256"),
		like(Effect{}, sha512, "New", "New384", "New512_224", "New512_256"),
		like(reads(Arg0), sha512, "Sum384", "Sum512", "Sum512_224", "Sum512_256"),

		like(Effect{Varies: true}, rand, "Text"),
		like(Effect{Varies: true}.and(writes(Arg0)), rand, "Read"),
		like(streams(Arg0), rand, "Prime"),
		like(streams(Arg0).and(reads(Arg1)), rand, "Int"),

		like(Effect{}, subtle, "ConstantTimeByteEq", "ConstantTimeEq", "ConstantTimeLessOrEq", "ConstantTimeSelect"),
		like(reads(Arg0, Arg1), subtle, "ConstantTimeCompare"),
		like(writes(Arg1).and(reads(Arg2)).and(panics()), subtle, "ConstantTimeCopy"),
		like(writes(Arg0).and(reads(Arg1, Arg2)).and(panics()), subtle, "XORBytes"),
		like(calls(Arg0), subtle, "WithDataIndependentTiming"),
	)
}

// hashEffects are the rows of package hash, and of packages below it. A hash
// may be the program's.
//
// Write is listed for each interface, since io.Writer, where they have it
// from, promises less.
func hashEffects() []Effect {
	const pkg, fnv, crc32 = "hash", "hash/fnv", "hash/crc32"
	return slices.Concat(
		like(getter(), pkg, "(Hash).BlockSize", "(Hash).Size", "(Hash32).Sum32", "(Hash64).Sum64"),
		like(getter().and(appends(Arg0)), pkg, "(Hash).Sum"),
		like(getter().and(writesDeep(Recv)), pkg, "(Hash).Reset"),
		like(getter().and(writesDeep(Recv)).and(reads(Arg0)), pkg, "(Hash).Write", "(Hash32).Write", "(Hash64).Write"),

		like(Effect{}, fnv, "New128", "New128a", "New32", "New32a", "New64", "New64a"),
		like(Effect{}, crc32, "MakeTable", "NewIEEE"),
		like(reads(Arg0), crc32, "ChecksumIEEE"),
		like(reads(Arg0, Arg1).and(panics()), crc32, "Checksum"),
		like(reads(Arg1, Arg2).and(panics()), crc32, "Update"),
		like(shares(Arg0), crc32, "New"),
	)
}
