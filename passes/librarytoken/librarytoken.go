// Package librarytoken defines an Analyzer that finds the Capability Tokens
// that code makes with a library.
package librarytoken

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/object"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
	"github.com/captoken/captoken/passes/index"
)

// Analyzer finds Capability Tokens made by a library. Its result is a
// []*site.Site in source order; it reports nothing.
var Analyzer = &analysis.Analyzer{
	Name:             "captokenlibrary",
	Doc:              "find Twilio Capability Tokens made by a library",
	Run:              index.Guard(run),
	RunDespiteErrors: true,
	Requires:         []*analysis.Analyzer{index.Analyzer},
	ResultType:       reflect.TypeFor[[]*site.Site](),
}

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[index.Analyzer].(*flow.Index)
	if pkg == nil {
		return []*site.Site(nil), nil
	}
	f := &finder{
		pkg:    pkg,
		tables: knowledge.NewIndex[*knowledge.Capability, knowledge.CapabilityFunc](knowledge.Capabilities),
	}
	f.trace = pkg.Trace()
	objects, lost := object.Find(pkg, f.trace, f)
	f.lost = lost
	var sites []*site.Site
	for _, o := range objects {
		if !f.trace.Ready() {
			sites = append(sites, f.untold(o))
			continue
		}
		sites = append(sites, f.site(o))
	}
	return sites, nil
}

// A known is what the tables say of a function.
type known = knowledge.Known[*knowledge.Capability, knowledge.CapabilityFunc]

type finder struct {
	pkg    *flow.Index
	trace  *flow.Tracer
	tables *knowledge.Index[*knowledge.Capability, knowledge.CapabilityFunc]
	lost   bool // a signing call went over the budget
}

func (f *finder) lookup(fn *types.Func) (known, bool) { return f.tables.Lookup(fn) }

// abstract reports whether fn is a method of an interface.
func abstract(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// generatesByName reports whether a method has the name of one that turns a
// token into a signed string.
func generatesByName(fn *types.Func) bool {
	for _, lib := range knowledge.Capabilities {
		for _, row := range lib.Funcs {
			if row.Role == knowledge.Generate && row.Name == fn.Name() {
				return true
			}
		}
	}
	return false
}

// method finds what the tables say of a method called on a token of lib,
// through an interface too.
func (f *finder) method(fn *types.Func, lib *knowledge.Capability) (known, bool) {
	if !abstract(fn) {
		return f.lookup(fn)
	}
	for _, row := range lib.Funcs {
		if row.Recv == lib.Type && row.Name == fn.Name() {
			return known{Lib: lib, Row: row}, true
		}
	}
	return known{}, false
}

// Makes implements [object.Tables].
func (f *finder) Makes(fn *types.Func) bool {
	k, ok := f.lookup(fn)
	return ok && (k.Row.Role == knowledge.Make || k.Row.Role == knowledge.MakeAndGenerate)
}

// MayUse implements [object.Tables].
func (f *finder) MayUse(fn *types.Func) bool {
	if abstract(fn) && generatesByName(fn) {
		return true
	}
	k, ok := f.lookup(fn)
	return ok && k.Row.Role == knowledge.Generate
}

// Uses implements [object.Tables].
func (f *finder) Uses(fn, maker *types.Func) bool {
	made, _ := f.lookup(maker)
	k, ok := f.method(fn, made.Lib)
	return ok && k.Row.Role == knowledge.Generate
}

// site reads the token of one construction.
func (f *finder) site(o *object.Object) *site.Site {
	made, _ := f.lookup(o.Maker)
	b := &builder{finder: f, m: o, known: made, read: site.NewReader(f.pkg, o.Home)}
	return b.build()
}

// untold returns the token of a construction in a package that does not
// compile: nothing is known of what it is made of.
func (f *finder) untold(o *object.Object) *site.Site {
	made, _ := f.lookup(o.Maker)
	b := &builder{finder: f, m: o, known: made, read: site.NewReader(f.pkg, o.Home)}
	b.begin()
	lost := voicetoken.Lost()
	b.out.Token = voicetoken.Capability{
		AccountSid: lost, AuthToken: lost, TTL: voicetoken.TTL{Form: voicetoken.TTLUntil, Value: lost}, Opaque: true, Generated: -1,
	}
	return b.out
}
