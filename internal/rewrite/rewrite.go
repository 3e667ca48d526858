// Package rewrite turns Capability Tokens into Access Tokens, in the source:
// it plans what a builder's code is to be put where, removes what that
// leaves without a use, and checks that the result compiles.
//
// An Access Token is made right before the statement that signs the old one,
// from the expressions that the code has for its parameters. Each of them
// must mean the same there: see [plan.say].
package rewrite

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/edit"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/site"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// Options say what is to be written.
type Options struct {
	Builder      string // "auto", or the name of a builder
	APIKeyEnv    string // environment variable with the SID of the API key
	APISecretEnv string // environment variable with its secret
	Region       string // "" for the default
	Identity     string // an expression for where the code has no client name
}

// A Package is the package to be rewritten.
type Package struct {
	*flow.Index // of the program that it is a part of
	Types       *types.Package
	Files       []*ast.File
	Fset        *token.FileSet
	Sizes       types.Sizes
	Ignored     []string // files of the package that this build leaves out
	ReadFile    func(name string) ([]byte, error)
	Sites       []*site.Site // all tokens of the package
}

// A Request asks for the rewriting of one token, or of one lifetime. The
// answer is Fix, or Refused.
type Request struct {
	Site   *site.Site // a Capability Token; nil if a lifetime is to be rewritten
	Access vt.Access
	// TTL is the field of an Access Token's parameters that sets a constant
	// lifetime, in seconds, where the time at which it ends is to be set.
	TTL *ast.KeyValueExpr

	Fix     *Fix
	Module  string     // the module that the new code needs, "" if the package has it
	Refused *vt.Reason // why there is no fix
}

// A Fix is the edits of one file.
type Fix struct {
	File  string // as the file set names it
	Edits []edit.Edit
}

// Do answers requests. Requests in one file whose edits depend on each other,
// such as the one that removes an import after the last of its uses is gone,
// get the same fix.
func Do(pkg Package, opts Options, requests []*Request) {
	e := newEnv(pkg, opts)
	var plans []*plan
	asked := make(map[*plan]*Request)
	for _, r := range requests {
		var p *plan
		if r.TTL != nil {
			p = newUntil(e, r.TTL)
		} else {
			p = newPlan(e, r.Site, r.Access)
		}
		asked[p] = r
		if p.refused == nil {
			plans = append(plans, p)
		}
	}
	plans = e.try(refuseShared(plans, pkg.Sites))
	e.verify(plans)
	byFile := make(map[*file][]*plan)
	for _, p := range plans {
		if p.refused == nil {
			byFile[p.file] = append(byFile[p.file], p)
		}
	}
	for f, plans := range byFile {
		for i, fix := range e.share(f, plans) {
			r := asked[plans[i]]
			r.Fix = fix
			if pkg := plans[i].pkg; !e.hasModule(pkg.Module) || !e.hasModule(pkg.BuiltOn) {
				r.Module = pkg.Module
			}
		}
	}
	for p, r := range asked {
		r.Refused = p.refused
	}
}

// refuseShared refuses plans whose signing call signs other tokens of the
// package, too: which of them, a branch decides.
func refuseShared(plans []*plan, all []*site.Site) []*plan {
	count := make(map[ast.Node]int)
	for _, s := range all {
		for _, step := range s.Steps {
			if step.Role == site.Sign {
				count[step.Node]++
			}
		}
	}
	return slices.DeleteFunc(plans, func(p *plan) bool {
		if p.site != nil && slices.ContainsFunc(p.site.Steps, func(st site.Step) bool { return st.Role == site.Sign && count[st.Node] > 1 }) {
			p.refused = refuse(vt.ConditionalScope, "the signing call signs several tokens")
		}
		return p.refused != nil
	})
}

// An env is what the plans of one package share.
type env struct {
	pkg       *flow.Index
	types     *types.Package // the package to be rewritten
	syntax    []*ast.File
	fset      *token.FileSet
	sizes     types.Sizes
	opts      Options
	files     map[*ast.File]*file
	effects   *effects
	names     *names
	added     map[*file][]naming
	modules   map[string]bool
	precision *bool       // see setsPrecision; nil until it is asked for
	checking  *[]ast.Node // see checks; nil until it is asked for

	ignored    []string
	readFile   func(name string) ([]byte, error)
	otherFiles map[string]string   // see elsewhere; nil until it is asked for
	builds     map[ast.Node]string // what namesOther has said

	keyEnv, secretEnv string
}

func newEnv(pkg Package, opts Options) *env {
	e := &env{
		pkg:     pkg.Index,
		types:   pkg.Types,
		syntax:  pkg.Files,
		fset:    pkg.Fset,
		sizes:   pkg.Sizes,
		opts:    opts,
		files:   make(map[*ast.File]*file),
		effects: newEffects(pkg.Index),
		names:   newNames(pkg.Index),
		added:   make(map[*file][]naming),
		modules: make(map[string]bool),

		ignored:  pkg.Ignored,
		readFile: pkg.ReadFile,
		builds:   make(map[ast.Node]string),
	}
	e.keyEnv, e.secretEnv = opts.APIKeyEnv, opts.APISecretEnv
	if k, s, ok := keysInUse(pkg.Index, pkg.Fset); ok {
		e.keyEnv, e.secretEnv = k, s
	}
	for _, f := range pkg.Files {
		tok := pkg.Fset.File(f.FileStart)
		if tok == nil {
			continue
		}
		src, err := pkg.ReadFile(tok.Name())
		if err != nil || len(src) != tok.Size() {
			continue // not the source that was parsed
		}
		e.files[f] = newFile(f, tok, src)
	}
	return e
}

// fileOf returns the file of a node, nil if it can't be read.
func (e *env) fileOf(n ast.Node) *file { return e.files[e.pkg.File(n)] }

// hasModule reports whether the package builds on a module already.
func (e *env) hasModule(module string) bool {
	if module == "" {
		return true
	}
	in := func(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }
	if has, known := e.modules[module]; known {
		return has
	}
	seen := make(map[*types.Package]bool)
	var has func(p *types.Package) bool
	has = func(p *types.Package) bool {
		if seen[p] {
			return false
		}
		seen[p] = true
		return in(p.Path()) || slices.ContainsFunc(p.Imports(), has)
	}
	e.modules[module] = has(e.types)
	return e.modules[module]
}

// try refuses plans that leave some of the old token in place, or that would
// take away what has an effect, and returns the others. A variable may hold
// several tokens: some plans can be carried out only together with the others
// in the same declaration.
func (e *env) try(plans []*plan) []*plan {
	var kept, dependent []*plan
	for _, p := range plans {
		if why := e.inOtherBuild(p); why != "" {
			p.refused = refuse(vt.OtherBuild, why)
			continue
		}
		if p.refused = e.objection(p, e.unused([]*plan{p})); p.refused == nil {
			kept = append(kept, p)
		} else if p.refused.Code == vt.Shape {
			dependent = append(dependent, p)
		}
	}
	byDecl := make(map[ast.Node][]*plan)
	for _, p := range dependent {
		decl := p.decl()
		byDecl[decl] = append(byDecl[decl], p)
	}
	for _, first := range dependent {
		decl := first.decl()
		group := byDecl[decl]
		delete(byDecl, decl)
		if len(group) == 0 {
			continue
		}
		for _, p := range kept {
			if p.decl() == decl {
				group = append(group, p)
			}
		}
		s := e.unused(group)
		if slices.ContainsFunc(group, func(p *plan) bool { return e.objection(p, s) != nil }) {
			continue
		}
		for _, p := range group {
			p.together = decl
			if p.refused != nil {
				p.refused = nil
				kept = append(kept, p)
			}
		}
	}
	return kept
}

// decl returns the top-level declaration that a plan rewrites.
func (p *plan) decl() ast.Node { return p.file.decl(p.replaced[0].node) }

// objection returns what stands against a plan, given what is swept.
func (e *env) objection(p *plan, s *sweep) *vt.Reason {
	switch {
	case s.reason != nil:
		return s.reason
	case slices.ContainsFunc(p.replaced, func(r replacement) bool { return s.acts(r.node) }):
		return refuse(vt.SideEffect, "what it is made of is computed by code that may have one, or panic")
	case slices.ContainsFunc(p.steps, func(n ast.Node) bool { return !s.removes(p.reachedBy(n)) }):
		return refuse(vt.Shape, "the old token is used for something else")
	case slices.ContainsFunc(p.hoists, func(st ast.Stmt) bool { return s.unitOf(st) == nil }):
		return refuse(vt.Shape, "a value would be computed twice")
	}
	return nil
}
