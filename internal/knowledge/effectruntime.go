package knowledge

import "slices"

// runtimeEffects are the rows of package runtime. What depends on the stack
// differs from one call to the other.
func runtimeEffects() []Effect {
	const pkg = "runtime"
	return slices.Concat(
		like(Effect{}, pkg,
			"FuncForPC", "NumCPU", "Version", "(*Func).Entry", "(*Func).FileLine", "(*Func).Name"),
		like(Effect{Env: true}, pkg, "GOROOT"),
		like(Effect{Varies: true}, pkg, "Caller"),
		like(Effect{Varies: true}.and(writes(Arg1)), pkg, "Callers"),
		like(shares(Arg0), pkg, "CallersFrames"),
		like(writes(Recv), pkg, "(*Frames).Next"),
		like(acts(), pkg,
			"Breakpoint", "GC", "Gosched", "LockOSThread", "NumCgoCall", "NumGoroutine", "UnlockOSThread"),
		like(acts().and(Effect{Env: true, SetsEnv: true}), pkg, "GOMAXPROCS"),
		like(acts().and(Effect{Panics: true, NoReturn: true}), pkg, "Goexit"),
		like(acts().and(reads(Arg0)), pkg, "KeepAlive"),
		like(acts().and(writes(Arg0)), pkg, "Stack"),
		like(acts().and(writes(Arg0)).and(panics()), pkg, "ReadMemStats"),
		like(acts().and(keeps(Arg0, Arg1)).and(panics()), pkg, "SetFinalizer"),
		like(acts().and(keeps(Arg0, Arg1, Arg2)).and(panics()), pkg, "AddCleanup"),

		like(reads(Recv), pkg, "(*PanicNilError).Error", "(*TypeAssertionError).Error"),
	)
}

// reflectEffects are the rows of package reflect.
func reflectEffects() []Effect {
	const pkg = "reflect"
	return slices.Concat(
		like(Effect{}, pkg, "TypeFor"),
		like(reads(Arg0), pkg, "TypeOf"),
		like(reads(Arg0, Arg1), pkg, "DeepEqual"),
	)
}
