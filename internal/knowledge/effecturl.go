package knowledge

import "slices"

// urlEffects are the rows of package net/url.
func urlEffects() []Effect {
	const pkg = "net/url"
	fresh := Effect{Fresh: true}
	return slices.Concat(
		like(Effect{}, pkg,
			"Parse", "ParseQuery", "ParseRequestURI", "PathEscape", "PathUnescape", "QueryEscape", "QueryUnescape",
			"User", "UserPassword"),
		like(reads(Rest), pkg, "JoinPath"),

		like(reads(Recv), pkg,
			"(*URL).EscapedFragment", "(*URL).EscapedPath", "(*URL).Hostname", "(*URL).IsAbs", "(*URL).MarshalBinary",
			"(*URL).Port", "(*URL).Query", "(*URL).Redacted", "(*URL).RequestURI", "(*URL).String"),
		like(appends(Arg0).and(reads(Recv)), pkg, "(*URL).AppendBinary"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*URL).UnmarshalBinary"),
		like(shares(Recv).and(fresh), pkg, "(*URL).Parse"),
		like(shares(Recv).and(fresh).and(reads(Rest)), pkg, "(*URL).JoinPath"),
		like(shares(Recv, Arg0).and(fresh).and(panics()), pkg, "(*URL).ResolveReference"),
		like(Effect{}, pkg, "(*Userinfo).Password", "(*Userinfo).String", "(*Userinfo).Username"),

		like(reads(Recv), pkg, "(Values).Encode", "(Values).Get", "(Values).Has"),
		like(writes(Recv), pkg, "(Values).Del", "(Values).Set"),
		// It may write to spare elements of a slice in the map.
		like(writesDeep(Recv), pkg, "(Values).Add"),

		like(Effect{}, pkg, "(EscapeError).Error", "(InvalidHostError).Error"),
		like(getter(), pkg, "(*Error).Error", "(*Error).Temporary", "(*Error).Timeout"),
		like(shares(Recv), pkg, "(*Error).Unwrap"),
	)
}
