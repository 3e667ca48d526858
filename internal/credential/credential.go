// Package credential finds out which values are credentials of a Twilio
// account: by where they come from, and by who is handed them. The name of a
// variable proves nothing.
package credential

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/knowledge"
)

// A Finder tells credentials from other values of a package.
type Finder struct {
	pkg   *flow.Index
	trace *flow.Tracer
	held  map[holder]held
	hands hands
	tags  map[*types.Var]*settings
	fills map[*types.Var][]held // what the fields that are filled by a prefix get
}

// A holder is a variable, or a field together with the field of the outer
// struct that it was reached through, nil if there is none: the token of one
// part of a configuration is not that of another.
type holder struct{ outer, v *types.Var }

// held says which credential a holder has, and why.
type held struct {
	is  knowledge.Credential
	why string
}

// settings are the names of the settings that libraries put into a field, by
// its tag, and by its tag and those of the structs around it.
type settings struct {
	plain    string
	prefixed []string
}

// NewFinder returns a Finder for a package. Evaluations of trace may take
// budget steps each.
func NewFinder(pkg *flow.Index, trace *flow.Tracer) *Finder {
	f := &Finder{pkg: pkg, trace: trace, held: make(map[holder]held), hands: newHands(), tags: tags(pkg), fills: make(map[*types.Var][]held)}
	capabilities := knowledge.NewIndex[*knowledge.Capability, knowledge.CapabilityFunc](knowledge.Capabilities)
	for _, cur := range pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		fn := pkg.Callee(call)
		if fn == nil || fn.Pkg() == nil || pkg.Has(fn.Pkg()) {
			continue
		}
		if s, ok := knowledge.LookupSetting(fn); ok && s.Var != knowledge.None && s.Var < len(call.Args) && s.Name < len(call.Args) {
			f.stored(call, s)
		}
		for _, s := range knowledge.FromPrefix {
			if s.Func == fn.Name() && slices.ContainsFunc(s.Paths, func(p knowledge.Path) bool { return p.Match(fn.Pkg().Path()) }) {
				f.filled(call, s)
			}
		}
		if u, ok := knowledge.LookupAuthTokenUse(fn); ok && u.Arg < len(call.Args) {
			f.used(call, u)
		}
		if k, ok := capabilities.Lookup(fn); ok && k.Row.AuthToken != knowledge.None && k.Row.AuthToken < len(call.Args) {
			f.used(call, knowledge.AuthTokenUse{Arg: k.Row.AuthToken, UserArg: k.Row.AuthToken})
		}
	}
	for field, fills := range f.fills {
		differ := slices.ContainsFunc(fills, func(h held) bool { return h.is != fills[0].is })
		if !differ && fills[0].is != knowledge.NoCredential {
			f.held[holder{nil, field}] = fills[0]
		}
	}
	return f
}

// stored notes a setting that a function stores through a pointer:
// flag.StringVar(&cfg.AuthToken, "twilio-auth-token", …).
func (f *Finder) stored(call *ast.CallExpr, s knowledge.Setting) {
	name, ok := f.trace.Eval(call.Args[s.Name], f.trace.Frame(call)).StringConst()
	addr, isAddr := ast.Unparen(call.Args[s.Var]).(*ast.UnaryExpr)
	if !ok || !isAddr {
		return
	}
	if h := f.holder(addr.X); h.v != nil && knowledge.CredentialNamed(name) != knowledge.NoCredential {
		f.held[h] = held{knowledge.CredentialNamed(name), named(call.Fun, name)}
	}
}

// filled notes the settings of a struct that a function fills by a prefix
// and the names of its fields.
func (f *Finder) filled(call *ast.CallExpr, s knowledge.Setting) {
	if s.Name >= len(call.Args) || s.Var >= len(call.Args) {
		return
	}
	prefix, ok := f.trace.Eval(call.Args[s.Name], f.trace.Frame(call)).StringConst()
	if !ok {
		return
	}
	t := f.pkg.TypeOf(call.Args[s.Var])
	if t == nil {
		return
	}
	var fill func(t types.Type, prefix string, depth int)
	fill = func(t types.Type, prefix string, depth int) {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok || depth > maxDepth {
			return
		}
		for i := range st.NumFields() {
			fd := st.Field(i)
			name := reflect.StructTag(st.Tag(i)).Get("envconfig")
			if name == "" {
				name = fd.Name()
			}
			if prefix != "" {
				name = prefix + "_" + name
			}
			if isString(fd.Type()) {
				f.fills[fd.Origin()] = append(f.fills[fd.Origin()], held{knowledge.CredentialNamed(name), strings.ToUpper(name)})
			}
			if fd.Anonymous() {
				name = prefix
			}
			fill(fd.Type(), name, depth+1)
		}
	}
	fill(t, prefix, 0)
}

const maxDepth = 10

// holder returns the field, package variable, or variable that never changes
// which an expression denotes; its v is nil if it is something else.
func (f *Finder) holder(e ast.Expr) holder {
	if e == nil {
		return holder{}
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		v, ok := f.pkg.ObjectOf(e.Sel).(*types.Var)
		if !ok {
			return holder{}
		}
		h := holder{nil, v.Origin()}
		if outer, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok {
			if o, ok := f.pkg.ObjectOf(outer.Sel).(*types.Var); ok && o.IsField() {
				h.outer = o.Origin()
			}
		}
		return h
	case *ast.StarExpr:
		return f.holder(e.X)
	case *ast.Ident:
		v, ok := f.pkg.ObjectOf(e).(*types.Var)
		if ok && (v.Pkg() != nil && v.Parent() == v.Pkg().Scope() || f.pkg.IsConstantParam(f.pkg.OuterFunction(e), v) || len(f.pkg.Assigned(v)) == 1) {
			return holder{nil, v}
		}
	}
	return holder{}
}

// tags lists the settings that struct tags of the package name.
func tags(pkg *flow.Index) map[*types.Var]*settings {
	out := make(map[*types.Var]*settings)
	for _, obj := range pkg.Info.Defs {
		tn, ok := obj.(*types.TypeName)
		if !ok {
			continue
		}
		if st, ok := tn.Type().Underlying().(*types.Struct); ok {
			tagged(st, "", out, 0)
		}
	}
	return out
}

// tagged adds the settings that the tags of a struct name, those of the
// structs in it with the prefix that its field has.
func tagged(st *types.Struct, prefix string, out map[*types.Var]*settings, depth int) {
	if depth > maxDepth {
		return
	}
	for i := range st.NumFields() {
		fd, tag := st.Field(i).Origin(), reflect.StructTag(st.Tag(i))
		if isString(fd.Type()) {
			name := setting(tag)
			if name == "" {
				continue
			}
			if out[fd] == nil {
				out[fd] = &settings{}
			}
			if prefix == "" {
				out[fd].plain = name
			} else {
				out[fd].prefixed = append(out[fd].prefixed, prefix+name)
			}
			continue
		}
		inner := fd.Type()
		if ptr, ok := inner.Underlying().(*types.Pointer); ok {
			inner = ptr.Elem()
		}
		sub, ok := inner.Underlying().(*types.Struct)
		if !ok {
			continue
		}
		under := prefix
		for _, key := range knowledge.PrefixTags {
			under += tag.Get(key)
		}
		if _, named := types.Unalias(inner).(*types.Named); under != "" || !named {
			tagged(sub, under, out, depth+1)
		}
	}
}

// credential tells what the settings agree on.
func (s *settings) credential() (is knowledge.Credential, name string) {
	if len(s.prefixed) == 0 {
		return knowledge.CredentialNamed(s.plain), s.plain
	}
	name = slices.Min(s.prefixed)
	is = knowledge.CredentialNamed(name)
	for _, other := range s.prefixed {
		if knowledge.CredentialNamed(other) != is {
			return knowledge.NoCredential, ""
		}
	}
	return is, name
}

// setting returns the name of the setting that a tag gives.
func setting(tag reflect.StructTag) string {
	for _, key := range knowledge.SettingTags {
		name, _, _ := strings.Cut(tag.Get(key), ",")
		if knowledge.CredentialNamed(name) != knowledge.NoCredential || name != "" && (key == "env" || key == "envconfig") {
			return name
		}
	}
	return ""
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
