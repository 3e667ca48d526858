package knowledge

import "slices"

// contextEffects are the rows of package context. A context may be the
// program's.
func contextEffects() []Effect {
	const pkg = "context"
	// A parent knows its children, and ends them.
	child := formats(Arg0).and(shares(Arg0)).and(keeps(Arg0)).and(acts()).and(panics())
	return slices.Concat(
		like(Effect{}, pkg, "Background", "TODO"),
		like(shares(Arg0).and(panics()), pkg, "WithoutCancel"),
		like(shares(Arg0, Arg1, Arg2).and(panics()), pkg, "WithValue"),
		like(child, pkg, "WithCancel", "WithCancelCause", "WithDeadline", "WithTimeout"),
		like(child.and(shares(Arg2)).and(keeps(Arg2)), pkg, "WithDeadlineCause", "WithTimeoutCause"),
		like(child.and(shares(Arg1)).and(keeps(Arg1)), pkg, "AfterFunc"),
		like(formats(Arg0).and(shares(Arg0)).and(acts()).and(panics()), pkg, "Cause"),

		like(getter(), pkg, "(Context).Deadline"),
		like(getter().and(shares(Recv)), pkg, "(Context).Done"),
		like(getter().and(shares(Recv)).and(reads(Arg0)), pkg, "(Context).Value"),
		like(getter().and(shares(Recv)).and(acts()), pkg, "(Context).Err"),
	)
}
