package knowledge

import "slices"

// errorsEffects are the rows of package errors, and of the type error.
func errorsEffects() []Effect {
	const pkg = "errors"
	return slices.Concat(
		like(Effect{}, pkg, "New"),
		like(shares(Rest).and(Effect{Fresh: true}), pkg, "Join"),
		like(formats(Arg0).and(shares(Arg0)), pkg, "Unwrap"),
		// Errors are compared, which panics if they hold, say, a slice.
		like(formats(Arg0, Arg1).and(panics()), pkg, "Is"),
		like(formats(Arg0).and(keeps(Arg0)).and(writes(Arg1)).and(panics()), pkg, "As"),

		[]Effect{getter().named("(error).Error")},
	)
}
