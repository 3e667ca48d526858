// Package check turns the tokens that were recognised in a package into
// findings, and into the fixes that go with them. All of it is data: no finding
// knows of a driver.
package check

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/edit"
	"github.com/captoken/captoken/internal/guide"
	"github.com/captoken/captoken/internal/rewrite"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
)

// The categories of findings.
const (
	CapabilityToken       = "capability-token"
	AuthTokenSigning      = "auth-token-signing"
	AccessTokenCredential = string(accesstoken.Credential)
	AccessTokenTTL        = string(accesstoken.Lifetime)
	AccessTokenIdentity   = string(accesstoken.WhoItIs)
	AccessTokenGrant      = string(accesstoken.Grant)
	AccessTokenHeader     = string(accesstoken.Header)
	TaskRouterToken       = "taskrouter-token"
)

// A Package is what was looked at.
type Package struct {
	rewrite.Package
	Broken bool // it has type errors: nothing is fixed
	// Module tells that the package is one of a module, whose go.mod file may
	// lack what new code needs.
	Module bool
}

// Tokens are what was recognised in a package.
type Tokens struct {
	Capabilities []*site.Site
	Signings     []*site.Signing
	Accesses     []*site.Access
	TaskRouters  []*site.TaskRouter
}

// Options say what is reported, and what is to be written.
type Options struct {
	rewrite.Options
	TaskRouter bool // report tokens for TaskRouter
}

// A Finding is something that is wrong, or will be.
type Finding struct {
	// ID names the finding: its category, the function it is in, what makes the
	// token, and which of those that are alike it is, from 1. It stays when code
	// around it moves.
	ID       string
	Category string
	Message  string

	File       string // as the file set names it
	Start, End int    // offsets in File, in bytes

	// Access is the Access Token in place of a Capability Token, with the
	// reasons why there is no fix; nil if the finding is about something else.
	Access *voicetoken.Access
	Fix    *Fix   // what makes it go away, or nil; findings may share it
	Needs  string // the module that the fixed code needs and the package does not build on, or ""
}

// A Fix is a change that makes findings go away.
type Fix struct {
	Message string // what it does, in the imperative
	Change  edit.Change
}

// Do returns the findings about a package, in the order of its files, and of the
// code in them.
func Do(pkg Package, tokens Tokens, opts Options) []Finding {
	c := &checking{Package: pkg, opts: opts, fixes: make(map[*rewrite.Fix]*Fix)}
	for _, s := range tokens.Capabilities {
		c.capabilities = append(c.capabilities, &capability{site: s, access: c.access(s)})
	}
	c.noteLifetimes(tokens.Accesses)
	c.fix()
	for _, t := range c.capabilities {
		c.add(draft{
			Finding: Finding{Category: CapabilityToken, Message: message(t), Access: &t.access, Fix: t.fix, Needs: t.needs},
			file:    t.site.File, pos: t.site.Pos, end: t.site.End, maker: t.site.Maker,
		})
	}
	c.signings(tokens.Signings)
	for _, a := range tokens.Accesses {
		c.problems(a)
	}
	if opts.TaskRouter {
		for _, t := range tokens.TaskRouters {
			c.add(draft{
				Finding: Finding{Category: TaskRouterToken, Message: taskRouterMessage(t)},
				file:    t.File, pos: t.Pos, end: t.End, maker: t.Maker,
			})
		}
	}
	return c.findings()
}

// A checking is one call of [Do].
type checking struct {
	Package
	opts         Options
	capabilities []*capability
	lifetimes    []*lifetime
	fixes        map[*rewrite.Fix]*Fix
	drafts       []draft
}

// A capability is a Capability Token, on its way to a finding.
type capability struct {
	site   *site.Site
	access voicetoken.Access
	fix    *Fix
	needs  string
}

// A draft is a finding whose place is not yet one in a file.
type draft struct {
	Finding
	file     *ast.File
	pos, end token.Pos
	maker    string // what makes the token, as Go source
}

func (c *checking) add(d draft) { c.drafts = append(c.drafts, d) }

// access maps the Capability Token of a site to an Access Token.
func (c *checking) access(s *site.Site) voicetoken.Access {
	return guide.Map(s.Token, guide.Decisions{Identity: c.opts.Identity})
}

// findings puts the drafts in order and gives them names. Files come first, then
// positions: a driver may parse the files in any order.
func (c *checking) findings() []Finding {
	rank := make(map[*ast.File]int)
	for i, f := range c.Files {
		rank[f] = i
	}
	slices.SortStableFunc(c.drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(rank[a.file], rank[b.file]), cmp.Compare(a.pos, b.pos))
	})
	alike := make(map[string]int)
	out := make([]Finding, 0, len(c.drafts))
	for _, d := range c.drafts {
		file := c.Fset.File(d.pos)
		d.File, d.Start, d.End = file.Name(), file.Offset(d.pos), file.Offset(d.end)
		kind := d.Category + " " + c.around(d) + " " + d.maker
		alike[kind]++
		d.ID = fmt.Sprintf("%s #%d", kind, alike[kind])
		out = append(out, d.Finding)
	}
	return out
}

// around names the declared function that a draft is in, with the package; the
// package only if it is in none.
func (c *checking) around(d draft) string {
	for _, decl := range d.file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || d.pos < fn.Pos() || fn.End() <= d.pos {
			continue
		}
		if obj, ok := c.Info.Defs[fn.Name].(*types.Func); ok {
			return obj.FullName()
		}
		return c.Types.Path() + "." + fn.Name.Name
	}
	return c.Types.Path()
}
