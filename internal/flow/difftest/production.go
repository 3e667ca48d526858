package difftest

import "slices"

// A production writes a statement or a few. It returns false, and has written
// nothing, if it does not apply.
type production struct {
	feature string
	weight  int
	emit    func(*gen) bool
}

// productions returns all productions.
func productions() []production {
	return slices.Concat(
		basicProductions(),
		pointerProductions(),
		structProductions(),
		arrayProductions(),
		sliceProductions(),
		mapProductions(),
		callProductions(),
		orderProductions(),
		closureProductions(),
		deferProductions(),
		loopProductions(),
		jumpProductions(),
		switchProductions(),
		channelProductions(),
		methodProductions(),
		interfaceProductions(),
		genericProductions(),
		textProductions(),
		libraryProductions(),
		nameProductions(),
		aliasProductions(),
		parameterProductions(),
		callbackProductions(),
	)
}

// Features returns the names of all features, sorted.
func Features() []string {
	out := expressionFeatures()
	for _, p := range productions() {
		out = append(out, p.feature)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// expressionFeatures returns the features of expressions and declarations,
// which have no production.
func expressionFeatures() []string {
	return []string{
		"[]byte and []rune", "&& and ||", "append", "append into spare capacity", "append to nil slice",
		"array literal", "break or continue with label", "closure", "constant and iota", "embedded interface", "embedded pointer",
		"embedded struct", "environment", "error text", "fmt.Sprint", "fmt.Sprint of array",
		"fmt.Sprint of basic", "fmt.Sprint of map", "fmt.Sprint of pointed-to", "fmt.Sprint of pointer",
		"fmt.Sprint of slice", "fmt.Sprint of struct", "fmt.Sprintf", "fmt.Sprintln", "function as value",
		"generic function with pointer", "index by variable", "init function", "interface type",
		"interface value", "keyed slice literal", "make with capacity", "map literal", "maps.Clone",
		"method expression", "method value", "min and max", "named result", "nested struct", "new",
		"opaque condition", aliasedParameters, "package-level variable", "pointer comparison", "pointer receiver",
		"pointer to element", "pointer to field", "pointer to package-level variable",
		"pointer to struct in struct", "pointer to variable", "reslice", "slice literal", "slice of array",
		"slices.Clone", "strconv", "strconv.Itoa", "string +", "string slice", "String method",
		"strings.Fields", "strings.Join", "strings.Repeat", "strings.Replace", "strings.Split",
		"strings.ToUpper", "strings.Trim", "struct comparison", "struct literal",
		"struct literal without keys", "struct type", "three-index slice", "value receiver",
		"type switch with init", "variadic function",
	}
}

// maxDepth is how deep blocks nest.
const maxDepth = 3

// stmt writes a statement. Where a builtin is hidden it is a simple one, whose
// text has no builtin that it has not asked for.
func (g *gen) stmt() {
	if !g.has("append", "cap", "clear", "copy", "len", "max", "min", "new", "panic", "print", "recover", "true") {
		simple := []production{
			{"op-assign", 0, emitOpAssign},
			{"swap", 0, emitSwap},
			{"assignment of many values", 0, emitMany},
			{"if", 0, emitIf},
			{"probe", 0, emitProbe},
			{"assignment", 0, emitAssign},
		}
		if g.emit(simple[g.r.IntN(len(simple))]) {
			return
		}
		g.newVar("v", g.str, g.expr(g.str, 1))
		return
	}
	if len(g.fn.loops) > 0 && g.chance(15) && g.emit(production{"break or continue", 0, emitBreak}) {
		return
	}
	total := 0
	for _, w := range g.weights {
		total += w
	}
	for range 12 {
		if g.left <= 0 {
			break
		}
		n := g.r.IntN(max(total, 1))
		for i, w := range g.weights {
			if n -= w; n < 0 {
				if g.emit(g.productions[i]) {
					return
				}
				break
			}
		}
	}
	if !emitAssign(g) {
		g.newVar("v", g.str, g.expr(g.str, 1))
	}
}

// emit writes the statements of a production, if it applies.
func (g *gen) emit(p production) bool {
	if g.without[p.feature] || !p.emit(g) {
		return false
	}
	g.mark(p.feature)
	return true
}

// nests reports whether a statement that has blocks may be written here.
func (g *gen) nests() bool { return g.fn.depth < maxDepth && g.left > 4 }
