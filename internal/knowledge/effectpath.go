package knowledge

import "slices"

// pathEffects are the rows of package path.
func pathEffects() []Effect {
	const pkg = "path"
	return slices.Concat(
		like(Effect{}, pkg, "Base", "Clean", "Dir", "Ext", "IsAbs", "Match", "Split"),
		like(reads(Rest), pkg, "Join"),
	)
}

// filepathEffects are the rows of package path/filepath.
func filepathEffects() []Effect {
	const pkg = "path/filepath"
	return slices.Concat(
		like(Effect{}, pkg,
			"Base", "Clean", "Dir", "Ext", "FromSlash", "HasPrefix", "IsAbs", "IsLocal", "Localize", "Match", "Rel",
			"Split", "SplitList", "ToSlash", "VolumeName"),
		like(reads(Rest), pkg, "Join"),
		// What they find depends on the working directory.
		like(acts().and(Effect{Env: true}), pkg, "Abs", "EvalSymlinks", "Glob"),
		like(acts().and(Effect{Env: true}).and(calls(Arg1)), pkg, "Walk", "WalkDir"),
	)
}
