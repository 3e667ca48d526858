package knowledge

import "slices"

// templateEffects are the rows that text/template and html/template have in
// common. To execute a template has none, since it calls any method of the
// data, and the functions that the program set.
func templateEffects(pkg string) []Effect {
	tree := writesDeep(Recv).and(shares(Recv))
	return slices.Concat(
		like(Effect{}, pkg, "HTMLEscapeString", "JSEscapeString", "New"),
		// They store what pointers point to in place of these.
		like(formats(Rest).and(writes(Rest)), pkg, "HTMLEscaper", "JSEscaper", "URLQueryEscaper"),
		like(streams(Arg0).and(reads(Arg1)), pkg, "HTMLEscape", "JSEscape"),
		like(reads(Arg0), pkg, "IsTrue"),
		like(shares(Arg0).and(reads(Arg1)).and(panics()), pkg, "Must"),
		like(acts(), pkg, "ParseGlob"),
		like(acts().and(reads(Rest)), pkg, "ParseFiles"),
		like(streams(Arg0).and(reads(Rest)), pkg, "ParseFS"),

		like(reads(Recv), pkg, "(*Template).Name"),
		like(reads(Recv).and(Effect{Varies: true}), pkg, "(*Template).DefinedTemplates"),
		like(shares(Recv), pkg, "(*Template).Clone", "(*Template).Lookup"),
		like(shares(Recv).and(Effect{Varies: true}), pkg, "(*Template).Templates"),
		like(tree, pkg, "(*Template).Delims", "(*Template).New", "(*Template).Parse"),
		like(tree.and(reads(Rest)).and(panics()), pkg, "(*Template).Option"),
		like(tree.and(keeps(Arg0)).and(panics()), pkg, "(*Template).Funcs"),
		like(tree.and(keeps(Arg1)).and(shares(Arg1)).and(panics()), pkg, "(*Template).AddParseTree"),
		like(tree.and(acts()), pkg, "(*Template).ParseGlob"),
		like(tree.and(acts()).and(reads(Rest)), pkg, "(*Template).ParseFiles"),
		like(tree.and(streams(Arg0)).and(reads(Rest)), pkg, "(*Template).ParseFS"),
	)
}
