package difftest

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// maxProbes is how many probes a program has at most.
const maxProbes = 8

// Options say what Generate puts into a program. A larger Size gives more
// statements: at 10 a program has some 60 lines, at 40 some 80. Without names
// features that it must not have, such as those that an engine is known to get
// wrong.
type Options struct {
	Size    int
	Without []string
}

// Generate returns the program of a seed. The same seed and size give the same
// program.
func Generate(seed uint64, size int) Program {
	return GenerateWith(seed, Options{Size: size})
}

// maxAttempts is how often GenerateWith tries to make a program without some
// features.
const maxAttempts = 200

// GenerateWith is Generate with options. A program that none of many attempts
// makes without the features to leave out may have them: Features tells.
func GenerateWith(seed uint64, o Options) Program {
	var p Program
	for attempt := range uint64(maxAttempts) {
		p = generate(seed, attempt, o)
		if !slices.ContainsFunc(o.Without, func(f string) bool { return slices.Contains(p.Features, f) }) {
			break
		}
	}
	return p
}

func generate(seed, attempt uint64, o Options) Program {
	g := &gen{
		r:         rand.New(rand.NewPCG(seed, 0x5eed+attempt)),
		universe:  newUniverse(),
		without:   map[string]bool{},
		features:  map[string]bool{},
		imports:   map[string]bool{},
		templates: map[string]bool{},
		probed:    map[string]bool{},
		left:      max(o.Size/5, 2),
		reserved:  3,
	}
	for _, f := range o.Without {
		g.without[f] = true
	}
	g.favour(seed)
	g.program(o.Size)
	source, imports := tidy(strings.Join(g.decls, "\n"), slices.Sorted(maps.Keys(g.imports)))
	return Program{
		Seed:     seed,
		Source:   source,
		Imports:  imports,
		Features: slices.Sorted(maps.Keys(g.features)),
	}
}

// A gen generates one program.
type gen struct {
	*universe
	r        *rand.Rand
	without  map[string]bool
	features map[string]bool // that the program has
	imports  map[string]bool

	productions []production
	weights     []int
	lead        production

	decls     []string        // finished declarations
	templates map[string]bool // names of declarations that were made on demand

	palette []*typ // types that this program uses more than others
	structs []*typ
	iface   *typ // or nil
	funcs   []*function

	vars []variable // in scope, the newest last
	own  []variable // parameters of G
	base int        // index of the first of the innermost block
	fn   *body

	out    strings.Builder
	left   int // lines
	names  int
	lits   int
	probes int
	probed map[string]bool // expressions of probes at the end

	reserved int // probes that the end of F needs
}

// A body is a function whose body is generated.
type body struct {
	results []*typ
	named   []string // names of the results, or none
	kind    bodyKind
	depth   int // of blocks
	loops   []*loop
	inLoop  int
	// values says that it calls function values that may be any.
	values bool
}

type bodyKind int

const (
	entryBody bodyKind = iota
	helperBody
	methodBody
	closureBody
)

// A loop is one that break and continue can leave.
type loop struct {
	label string
	used  bool // whether anything needs the label
}

// favour gives each production a weight for this program. A program uses few
// productions much: it finds more than one that uses all of them. Programs of
// consecutive seeds have each production in turn as the lead, which they use for
// sure if it applies.
func (g *gen) favour(seed uint64) {
	g.productions = productions()
	for _, p := range g.productions {
		w := p.weight
		if w < 25 {
			w *= g.r.IntN(2)
		}
		g.weights = append(g.weights, w)
	}
	for range 8 {
		g.weights[g.r.IntN(len(g.weights))] += 40
	}
	g.lead = g.productions[seed%uint64(len(g.productions))]
	for i, p := range g.productions {
		if g.without[p.feature] {
			g.weights[i] = 0
		}
	}
}

// program makes the declarations.
func (g *gen) program(size int) {
	g.fn = &body{kind: helperBody}
	if g.chance(55) || g.leadsStruct() {
		g.structType()
		if g.chance(60) || g.leadsStruct() {
			g.structType()
		}
		if g.chance(60) {
			g.interfaceType()
		}
	}
	g.choosePalette()
	g.globals()
	if g.may("init function", 20) {
		g.initFunc()
	}
	for range g.r.IntN(3) {
		if g.left > 0 {
			g.helper()
		}
	}
	g.left = 10 + max(size, 10)/2
	g.entry()
}

// leadsStruct reports whether the lead may need a struct type.
func (g *gen) leadsStruct() bool {
	return slices.ContainsFunc(slices.Concat(structProductions(), methodProductions(), interfaceProductions()), func(p production) bool {
		return p.feature == g.lead.feature
	})
}

// choosePalette picks the types that the program uses much, so that many
// variables have the same type and can refer to the same memory.
func (g *gen) choosePalette() {
	all := []*typ{
		g.ptr(g.str), g.ptr(g.str), g.ptr(g.ptr(g.str)), g.ptr(g.num),
		g.slice(g.str), g.slice(g.str), g.slice(g.num), g.slice(g.ptr(g.str)),
		g.array(2, g.str), g.array(3, g.num), g.ptr(g.array(2, g.str)), g.ptr(g.slice(g.str)),
		g.mapOf(g.str, g.str), g.mapOf(g.str, g.num), g.mapOf(g.num, g.str), g.slice(g.mapOf(g.str, g.str)),
		g.funcOf(nil, []*typ{g.str}), g.funcOf(nil, nil), g.funcOf([]*typ{g.str}, []*typ{g.str}), g.funcOf([]*typ{g.ptr(g.str)}, nil),
		g.array(2, g.ptr(g.str)), g.slice(g.slice(g.str)), g.slice(g.array(2, g.str)),
	}
	var ours []*typ // of the struct types of the program
	for _, s := range g.structs {
		ours = append(ours, s, s, g.ptr(s), g.ptr(s), g.slice(s), g.slice(g.ptr(s)), g.array(2, s), g.ptr(g.ptr(s)))
		if s.zeroable() {
			ours = append(ours, g.mapOf(g.str, s))
		}
	}
	if g.iface != nil {
		ours = append(ours, g.iface, g.iface, g.slice(g.iface))
	}
	for range 2 + g.r.IntN(3) {
		from := all
		if len(ours) > 0 && g.chance(50) {
			from = ours
		}
		g.palette = append(g.palette, from[g.r.IntN(len(from))])
	}
}

// anyType returns a random type.
func (g *gen) anyType() *typ {
	switch n := g.r.IntN(100); {
	case n < 38:
		return g.str
	case n < 50:
		return g.num
	case n < 56:
		return g.boolean
	case len(g.palette) > 0:
		return g.palette[g.r.IntN(len(g.palette))]
	}
	return g.str
}

// basicType returns string mostly.
func (g *gen) basicType() *typ {
	switch n := g.r.IntN(10); {
	case n < 7:
		return g.str
	case n < 9:
		return g.num
	}
	return g.boolean
}
