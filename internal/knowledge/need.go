package knowledge

import "slices"

// A Need is what a package has, if it uses what a table is about: one of the
// paths, names, or texts, and one of the words or mentions, if there are any.
type Need struct {
	// Paths are those of packages. One of them is imported, or is the package
	// itself.
	Paths []Path
	// Names are those of methods that can be called without such an import,
	// on an object that another package made.
	Names []string
	// Texts stand in the source of a string literal.
	Texts []string
	// Words, which are in lower case here, stand in any case in a string
	// literal of the package, or in the value of a constant or in a struct
	// tag of a package that it is built on. The standard library has none.
	Words []string
	// Mentions stand so anywhere in these packages, in a name for instance.
	Mentions []string
}

// Needs returns the needs of all tables, in their order. A package that meets
// none of them has no findings.
func Needs() []Need {
	var out []Need
	for _, lib := range Capabilities {
		out = append(out, lib.need())
	}
	for _, lib := range JWTs {
		out = append(out, lib.need())
	}
	for _, lib := range Accesses {
		out = append(out, lib.need())
	}
	return append(out, Encoders, Need{Paths: []Path{TaskRouter.Path}})
}

// HandsOut reports whether a package has types of a library that signs text,
// and others may hand out their objects. Importing it matters only with
// what [Encoders] need.
func HandsOut(path string) bool {
	for _, lib := range JWTs {
		for _, p := range lib.Paths {
			if p.HandedOut && p.Match(path) {
				return true
			}
		}
	}
	return false
}

func (c *Capability) need() Need {
	n := Need{Paths: c.Paths}
	for _, f := range c.Funcs {
		if f.Recv != "" && (f.Role == Make || f.Role == MakeAndGenerate) {
			n.Names = append(n.Names, f.Name)
		}
	}
	return n
}

func (a *Access) need() Need {
	n := Need{Paths: a.Paths}
	for _, f := range a.Funcs {
		if f.Recv != "" && f.Role == MakeAccess {
			n.Names = append(n.Names, f.Name)
		}
	}
	return n
}

// claimWords are claims. Each of Twilio's tokens has one of them, or a scope.
var claimWords = []string{"grants", "workspace_sid", "account_sid"}

// tokenMentions are in the name of what has the auth token: the setting, the
// field, its type, or its package.
var tokenMentions = []string{"twilio"}

// need leaves out methods that sign text: they need the library to make it.
func (j *JWT) need() Need {
	n := Need{Words: append([]string{"scope"}, claimWords...), Mentions: tokenMentions}
	for _, p := range j.Paths {
		if !p.HandedOut {
			n.Paths = append(n.Paths, p)
		}
	}
	for _, f := range j.Funcs {
		if f.Recv != "" && f.Role == Sign && !f.Text && !slices.Contains(n.Names, f.Name) {
			n.Names = append(n.Names, f.Name)
		}
	}
	return n
}
