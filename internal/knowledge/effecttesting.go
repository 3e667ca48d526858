package knowledge

import "slices"

// testingEffects are the rows of package testing. Most methods of T, B, and F
// are those of their common part.
//
// A TB may be the program's, which need not end where a T does.
func testingEffects() []Effect {
	const pkg = "testing"
	ends := acts().and(Effect{Panics: true, NoReturn: true})
	setsEnv := acts().and(Effect{Panics: true, SetsEnv: true})
	state := acts().and(writes(Recv)).and(panics())
	runs := state.and(calls(Arg1)).and(keeps(Arg1))
	tb := streams(Recv)
	return slices.Concat(
		like(Effect{}, pkg, "CoverMode", "Testing"),
		like(Effect{Env: true, Panics: true}, pkg, "Short", "Verbose"),
		like(acts().and(calls(Arg1)), pkg, "AllocsPerRun"),
		like(acts().and(calls(Arg0)), pkg, "Benchmark"),

		like(state.and(formats(Rest)), pkg,
			"(*common).Error", "(*common).Errorf", "(*common).Log", "(*common).Logf"),
		like(ends.and(writes(Recv)).and(formats(Rest)), pkg,
			"(*common).Fatal", "(*common).Fatalf", "(*common).Skip", "(*common).Skipf"),
		like(ends.and(writes(Recv)), pkg, "(*common).FailNow", "(*common).SkipNow"),
		like(state, pkg,
			"(*common).Attr", "(*common).Fail", "(*common).Failed", "(*common).Helper", "(*common).Skipped",
			"(*common).TempDir"),
		like(state.and(keeps(Arg0)), pkg, "(*common).Cleanup"),
		like(state.and(shares(Recv)), pkg, "(*common).Context", "(*common).Output"),
		like(setsEnv.and(writes(Recv)), pkg, "(*common).Chdir", "(*common).Setenv", "(*T).Chdir", "(*T).Setenv"),
		like(reads(Recv), pkg, "(*common).Name"),

		like(runs, pkg, "(*B).Run", "(*T).Run"),
		like(state, pkg, "(*T).Deadline", "(*T).Parallel"),
		like(state, pkg,
			"(*B).Elapsed", "(*B).Loop", "(*B).ReportAllocs", "(*B).ReportMetric", "(*B).ResetTimer", "(*B).SetBytes",
			"(*B).SetParallelism", "(*B).StartTimer", "(*B).StopTimer", "(*PB).Next"),
		like(state.and(calls(Arg0)), pkg, "(*B).RunParallel"),
		like(state.and(keeps(Rest)), pkg, "(*F).Add"),
		like(state, pkg, "(*F).Fail", "(*F).Helper", "(*F).Skipped"),

		like(tb.and(formats(Rest)), pkg,
			"(TB).Error", "(TB).Errorf", "(TB).Fatal", "(TB).Fatalf", "(TB).Log", "(TB).Logf", "(TB).Skip",
			"(TB).Skipf"),
		like(tb, pkg,
			"(TB).Attr", "(TB).Fail", "(TB).FailNow", "(TB).Failed", "(TB).Helper", "(TB).Name", "(TB).SkipNow",
			"(TB).Skipped", "(TB).TempDir"),
		like(tb.and(keeps(Arg0)), pkg, "(TB).Cleanup"),
		like(tb.and(shares(Recv)), pkg, "(TB).Context", "(TB).Output"),
		like(tb.and(Effect{SetsEnv: true}), pkg, "(TB).Chdir", "(TB).Setenv"),
	)
}
