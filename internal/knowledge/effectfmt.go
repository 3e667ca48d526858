package knowledge

import "slices"

// fmtEffects are the rows of package fmt.
func fmtEffects() []Effect {
	const pkg = "fmt"
	return slices.Concat(
		like(formats(Rest), pkg, "Sprint", "Sprintf", "Sprintln"),
		like(formats(Rest).and(shares(Rest)), pkg, "Errorf"),
		like(appends(Arg0).and(formats(Rest)), pkg, "Append", "Appendf", "Appendln"),
		like(acts().and(formats(Rest)), pkg, "Print", "Printf", "Println"),
		like(streams(Arg0).and(formats(Rest)), pkg, "Fprint", "Fprintf", "Fprintln"),

		like(writesDeep(Rest).and(formats(Rest)).and(panics()), pkg, "Sscan", "Sscanf", "Sscanln"),
		like(writesDeep(Rest).and(formats(Rest)).and(panics()).and(acts()), pkg, "Scan", "Scanf", "Scanln"),
		like(writesDeep(Rest).and(formats(Rest)).and(streams(Arg0)), pkg, "Fscan", "Fscanf", "Fscanln"),

		like(formats(Arg0).and(panics()), pkg, "FormatString"),
		like(getter(), pkg,
			"(GoStringer).GoString", "(State).Flag", "(State).Precision", "(State).Width", "(Stringer).String"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(State).Write"),
	)
}
