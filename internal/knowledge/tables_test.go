package knowledge_test

import (
	"fmt"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/internal/knowledge"
)

// std are the packages of the standard library that a table is about.
var std = []string{"crypto/hmac", "flag", "hash", "os", "syscall"}

// stubs loads the libraries' declarations that the analyzers are tested on,
// which are held to the real libraries elsewhere, by import path.
var stubs = sync.OnceValues(func() (map[string]*types.Package, error) {
	root, err := filepath.Abs("../../testdata")
	if err != nil {
		return nil, err
	}
	src := filepath.Join(root, "src")
	patterns := slices.Clone(std)
	err = filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, path)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(rel))
		switch {
		case rel == "cases":
			return filepath.SkipDir // code that uses the libraries
		case filepath.Ext(path) == ".go" && !slices.Contains(patterns, dir):
			patterns = append(patterns, dir)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedDeps | packages.NeedImports | packages.NeedSyntax,
		Dir:  src,
		Env:  append(os.Environ(), "GO111MODULE=off", "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "GOPATH="+root),
	}, patterns...)
	if err != nil {
		return nil, err
	}
	out := make(map[string]*types.Package)
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			return nil, fmt.Errorf("%s: %v", p.PkgPath, p.Errors[0])
		}
		out[p.PkgPath] = p.Types
	}
	return out, nil
})

func loadStubs(t *testing.T) map[string]*types.Package {
	t.Helper()
	pkgs, err := stubs()
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

// A row names what one row of a table is about.
type row struct{ recv, name string }

func (r row) String() string {
	if r.recv == "" {
		return r.name
	}
	return r.recv + "." + r.name
}

// function finds the function or method of a package that a row names; a
// receiver "*" is any type of the package.
func (r row) functions(pkg *types.Package) []*types.Func {
	scope := pkg.Scope()
	if r.recv == "" {
		if fn, ok := scope.Lookup(r.name).(*types.Func); ok {
			return []*types.Func{fn}
		}
		return nil
	}
	var out []*types.Func
	for _, name := range scope.Names() {
		if typ, ok := scope.Lookup(name).(*types.TypeName); ok && (name == r.recv || r.recv == "*") {
			obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(typ.Type()), true, pkg, r.name)
			if obj == nil { // a pointer to an interface has no methods
				obj, _, _ = types.LookupFieldOrMethod(typ.Type(), true, pkg, r.name)
			}
			if fn, ok := obj.(*types.Func); ok {
				out = append(out, fn)
			}
		}
	}
	return out
}

// matching returns the stubs that paths match, in order.
func matching(pkgs map[string]*types.Package, paths []knowledge.Path) []*types.Package {
	var out []*types.Package
	for _, path := range slices.Sorted(maps.Keys(pkgs)) {
		if slices.ContainsFunc(paths, func(p knowledge.Path) bool { return p.Match(path) }) {
			out = append(out, pkgs[path])
		}
	}
	return out
}

func isText(t types.Type) bool { return types.Identical(t, types.Typ[types.String]) }

func isDuration(t types.Type) bool { return t.String() == "time.Duration" }

func isParams(t types.Type) bool { return t.String() == "map[string]string" }

// field finds a field or method of a type, nil if there is none.
func field(t types.Type, pkg *types.Package, name string) types.Object {
	obj, _, _ := types.LookupFieldOrMethod(t, true, pkg, name)
	return obj
}

// checkArg fails if a function has no argument at a position of the tables,
// or one of another type.
func checkArg(t *testing.T, fn *types.Func, what string, i int, is func(types.Type) bool) {
	t.Helper()
	switch params := fn.Signature().Params(); {
	case i == knowledge.None:
	case i == knowledge.Receiver:
		if fn.Signature().Recv() == nil {
			t.Errorf("%s: %s is the receiver, and there is none", fn.FullName(), what)
		}
	case i < 0 || i >= params.Len():
		t.Errorf("%s: %s is argument %d of %d", fn.FullName(), what, i, params.Len())
	case is != nil && !is(params.At(i).Type()):
		t.Errorf("%s: %s is of type %s", fn.FullName(), what, params.At(i).Type())
	}
}

// TestCapabilities holds each row about a library that makes Capability
// Tokens to the declarations of that library.
func TestCapabilities(t *testing.T) {
	pkgs := loadStubs(t)
	for _, lib := range knowledge.Capabilities {
		for _, f := range lib.Funcs {
			r := row{f.Recv, f.Name}
			found := false
			for _, pkg := range matching(pkgs, lib.Paths) {
				for _, fn := range r.functions(pkg) {
					got, ok := lib.Lookup(fn)
					if !ok {
						continue // a namesake
					}
					found = true
					if got != f {
						t.Errorf("%s: Lookup answers another row: %+v", fn.FullName(), got)
					}
					checkArg(t, fn, "AccountSid", f.AccountSid, isText)
					checkArg(t, fn, "AuthToken", f.AuthToken, isText)
					checkArg(t, fn, "ClientName", f.ClientName, isText)
					checkArg(t, fn, "ApplicationSid", f.ApplicationSid, isText)
					checkArg(t, fn, "Params", f.Params, isParams)
					checkArg(t, fn, "TTL", f.TTL, isDuration)
					checkArg(t, fn, "Options", f.Options, nil)
					if f.Options >= 0 && f.Options < fn.Signature().Params().Len() {
						o := f.OptionFields
						for _, name := range []string{o.AccountSid, o.AuthToken, o.Incoming, o.Outgoing} {
							if v := field(fn.Signature().Params().At(f.Options).Type(), pkg, name); v == nil || !isText(v.Type()) {
								t.Errorf("%s: the options have no text %q", fn.FullName(), name)
							}
						}
					}
					if lib.Credentials != nil && f.Role == knowledge.Make {
						checkCredentials(t, lib.Credentials, fn)
					}
				}
			}
			if !found {
				t.Errorf("%v: no stub has %s", lib.Paths, r)
			}
		}
	}
}

func checkCredentials(t *testing.T, c *knowledge.Credentials, maker *types.Func) {
	t.Helper()
	pkg := maker.Pkg()
	makers := row{"", c.Constructor}.functions(pkg)
	if len(makers) != 1 {
		t.Errorf("%s: no constructor %s", pkg.Path(), c.Constructor)
		return
	}
	checkArg(t, makers[0], "AccountSid", c.AccountSid, isText)
	checkArg(t, makers[0], "AuthToken", c.AuthToken, isText)
	for _, name := range []string{c.AccountField, c.AuthField} {
		if v := field(maker.Signature().Recv().Type(), pkg, name); v == nil || !isText(v.Type()) {
			t.Errorf("%s: the receiver has no text %q", maker.FullName(), name)
		}
	}
}

// withoutStub are rows about functions that no stub has, with the first path
// of their table.
var withoutStub = map[string]string{
	"gopkg.in/dgrijalva/jwt-go.v1 NewWithClaims":          "the table is shared with later versions",
	"gopkg.in/dgrijalva/jwt-go.v1 SigningMethodHMAC.Sign": "the table is shared with later versions",
	"gopkg.in/dgrijalva/jwt-go.v1 NewNumericDate":         "the table is shared with later versions",
	"gopkg.in/dgrijalva/jwt-go.v1 At":                     "the table is shared with later versions",
	"github.com/golang-jwt/jwt At":                        "only a preview of dgrijalva/jwt-go/v4 has it",
}

// TestJWTs holds each row about a library that signs tokens to the
// declarations of that library.
func TestJWTs(t *testing.T) {
	pkgs := loadStubs(t)
	unused := maps.Clone(withoutStub)
	for _, lib := range knowledge.JWTs {
		for _, f := range lib.Funcs {
			r := row{f.Recv, f.Name}
			found := false
			for _, pkg := range matching(pkgs, lib.Paths) {
				for _, fn := range r.functions(pkg) {
					found = true
					got, ok := lib.Lookup(fn)
					if !ok || got != f {
						t.Errorf("%s: Lookup answers %+v, %t", fn.FullName(), got, ok)
					}
					checkJWTFunc(t, fn, f)
				}
			}
			name := lib.Paths[0].Is + " " + r.String()
			if _, excepted := withoutStub[name]; found == excepted {
				t.Errorf("%s: a stub has it: %t; listed as without one: %t", name, found, excepted)
			}
			delete(unused, name)
		}
	}
	for name := range unused {
		t.Errorf("%s is listed as without a stub, and is in no table", name)
	}
}

// checkJWTFunc looks at those positions that mean something for the role.
func checkJWTFunc(t *testing.T, fn *types.Func, f knowledge.JWTFunc) {
	t.Helper()
	sig := fn.Signature()
	switch f.Role {
	case knowledge.Date:
		checkArg(t, fn, "Value", f.Value, func(t types.Type) bool { return types.TypeString(t, nil) == "time.Time" })
	case knowledge.Method:
		if sig.Results().Len() != 1 {
			t.Errorf("%s does not return a method of signing", fn.FullName())
		}
	case knowledge.Token:
		checkArg(t, fn, "Claims", f.Claims, nil)
		name, isMethod := strings.CutSuffix(f.ClaimsField, "()")
		if name == "" {
			return
		}
		if sig.Results().Len() == 0 {
			t.Errorf("%s returns no token", fn.FullName())
			return
		}
		member := field(sig.Results().At(0).Type(), fn.Pkg(), name)
		if _, ok := member.(*types.Func); member == nil || ok != isMethod {
			t.Errorf("%s: the token has no %s", fn.FullName(), f.ClaimsField)
		}
	case knowledge.AddClaims:
		checkArg(t, fn, "the receiver", knowledge.Receiver, nil)
		checkArg(t, fn, "Claims", f.Claims, nil)
	case knowledge.SetClaim:
		checkArg(t, fn, "the receiver", knowledge.Receiver, nil)
		checkArg(t, fn, "NameArg", f.NameArg, isText)
		checkArg(t, fn, "Value", f.Value, nil)
		if (f.NameArg == knowledge.None) != (f.Claim != "") {
			t.Errorf("%s: either an argument or the table names the claim", fn.FullName())
		}
	case knowledge.Finish:
		checkArg(t, fn, "the receiver", knowledge.Receiver, nil)
	case knowledge.Signer, knowledge.WithKey:
		checkArg(t, fn, "Key", f.Key, nil)
		if f.KeyField != "" && f.Key < sig.Params().Len() && field(sig.Params().At(f.Key).Type(), fn.Pkg(), f.KeyField) == nil {
			t.Errorf("%s: the argument has no field %s", fn.FullName(), f.KeyField)
		}
	case knowledge.Sign:
		checkArg(t, fn, "Signed", f.Signed, nil)
		checkArg(t, fn, "Key", f.Key, nil)
		checkArg(t, fn, "Options", f.Options, nil)
	default:
		t.Errorf("%s: role %d", fn.FullName(), f.Role)
	}
}

// grantsWithoutStub are rows about grants that no stub has, with the first
// path of their table.
var grantsWithoutStub = map[string]string{
	"twilioGo VideoGrant":         "its library is not available as a module",
	"twilioGo ChatGrant":          "its library is not available as a module",
	"twilioGo ConversationsGrant": "its library is not available as a module",
	"twilioGo SyncGrant":          "its library is not available as a module",
}

// TestAccesses holds each row about a library that makes Access Tokens to the
// declarations of that library.
func TestAccesses(t *testing.T) {
	pkgs := loadStubs(t)
	unused := maps.Clone(grantsWithoutStub)
	for _, lib := range knowledge.Accesses {
		libraries := slices.DeleteFunc(matching(pkgs, lib.Paths), func(pkg *types.Package) bool { return !lib.Is(pkg) })
		for _, f := range lib.Funcs {
			r := row{f.Recv, f.Name}
			found := false
			for _, pkg := range libraries {
				for _, fn := range r.functions(pkg) {
					found = true
					if got, ok := lib.Lookup(fn); !ok || got != f {
						t.Errorf("%s: Lookup answers %+v, %t", fn.FullName(), got, ok)
					}
					checkAccessFunc(t, lib, fn, f)
				}
			}
			if !found {
				t.Errorf("%v: no stub has %s", lib.Paths, r)
			}
		}
		for _, name := range slices.Sorted(maps.Keys(lib.Grants)) {
			found := slices.ContainsFunc(libraries, func(pkg *types.Package) bool {
				_, ok := pkg.Scope().Lookup(name).(*types.TypeName)
				return ok
			})
			key := lib.Paths[0].Is + lib.Paths[0].Ends + " " + name
			if _, excepted := grantsWithoutStub[key]; found == excepted {
				t.Errorf("%s: a stub has it: %t; listed as without one: %t", key, found, excepted)
			}
			delete(unused, key)
		}
	}
	for name := range unused {
		t.Errorf("%s is listed as without a stub, and is in no table", name)
	}
}

// checkAccessFunc looks at those positions and fields that mean something for
// the role.
func checkAccessFunc(t *testing.T, lib *knowledge.Access, fn *types.Func, f knowledge.AccessFunc) {
	t.Helper()
	checkArg(t, fn, "AccountSid", f.AccountSid, isText)
	checkArg(t, fn, "KeySid", f.KeySid, isText)
	checkArg(t, fn, "Secret", f.Secret, isText)
	checkArg(t, fn, "Identity", f.Identity, isText)
	checkArg(t, fn, "TTL", f.TTL, isDuration)
	checkArg(t, fn, "Params", f.Params, nil)
	checkArg(t, fn, "Grant", f.Grant, func(t types.Type) bool { return types.IsInterface(t) })
	sig := fn.Signature()
	switch f.Role {
	case knowledge.MakeAccess:
		from := sig.Recv()
		if f.Params >= 0 && f.Params < sig.Params().Len() {
			from = sig.Params().At(f.Params)
		}
		if (f.ParamFields != knowledge.AccessFields{}) {
			if from == nil {
				t.Errorf("%s: ParamFields are those of nothing", fn.FullName())
			} else {
				checkAccessFields(t, fn, from.Type(), f.ParamFields)
			}
		}
		if sig.Results().Len() != 1 {
			t.Errorf("%s returns no token", fn.FullName())
			return
		}
		checkAccessFields(t, fn, sig.Results().At(0).Type(), lib.Set)
	case knowledge.AddGrant:
		checkArg(t, fn, "the receiver", knowledge.Receiver, nil)
		if f.Grant == knowledge.None {
			t.Errorf("%s: adds no grant", fn.FullName())
		}
	case knowledge.SetAccess, knowledge.SignAccess:
		checkArg(t, fn, "the receiver", knowledge.Receiver, nil)
	default:
		t.Errorf("%s: role %d", fn.FullName(), f.Role)
	}
}

func checkAccessFields(t *testing.T, fn *types.Func, of types.Type, fields knowledge.AccessFields) {
	t.Helper()
	isSeconds := func(t types.Type) bool { return types.Identical(t, types.Typ[types.Float64]) }
	for _, c := range []struct {
		name string
		is   func(types.Type) bool
	}{
		{fields.AccountSid, isText},
		{fields.KeySid, isText},
		{fields.Secret, isText},
		{fields.Identity, isText},
		{fields.TTL, isSeconds},
		{fields.Until, func(t types.Type) bool { return isSeconds(t) || t.String() == "time.Time" }},
		{fields.Grants, func(t types.Type) bool { _, ok := t.(*types.Slice); return ok }},
	} {
		if c.name == "" {
			continue
		}
		if v, ok := field(of, fn.Pkg(), c.name).(*types.Var); !ok || !c.is(v.Type()) {
			t.Errorf("%s: %s has no field %s of the right type", fn.FullName(), of, c.name)
		}
	}
}

// named is the row of a table that writes methods as Recv.Name.
func named(name string) row {
	if recv, method, ok := strings.Cut(name, "."); ok {
		return row{recv, method}
	}
	return row{"", name}
}

// TestSettings holds each row about a function that reads settings to the
// declarations of its library.
func TestSettings(t *testing.T) {
	pkgs := loadStubs(t)
	isPointer := func(t types.Type) bool { return types.Identical(t, types.NewPointer(types.Typ[types.String])) }
	for _, s := range knowledge.Settings {
		found := false
		for _, pkg := range matching(pkgs, s.Paths) {
			for _, fn := range named(s.Func).functions(pkg) {
				found = true
				if got, ok := knowledge.LookupSetting(fn); !ok || got.Func != s.Func || got.Name != s.Name || got.Var != s.Var {
					t.Errorf("%s: LookupSetting answers %+v, %t", fn.FullName(), got, ok)
				}
				checkArg(t, fn, "Name", s.Name, isText)
				checkArg(t, fn, "Var", s.Var, isPointer)
				res := fn.Signature().Results()
				if stored := s.Var != knowledge.None; stored != (res.Len() == 0) {
					t.Errorf("%s: returns %d results, and stores the setting: %t", fn.FullName(), res.Len(), stored)
				} else if !stored && !isText(res.At(0).Type()) && !isPointer(res.At(0).Type()) && !types.IsInterface(res.At(0).Type()) {
					t.Errorf("%s: returns %s", fn.FullName(), res.At(0).Type())
				}
			}
		}
		if !found {
			t.Errorf("%v: no stub has %s", s.Paths, s.Func)
		}
	}
	for _, s := range knowledge.FromPrefix {
		found := false
		for _, pkg := range matching(pkgs, s.Paths) {
			for _, fn := range named(s.Func).functions(pkg) {
				found = true
				checkArg(t, fn, "Name", s.Name, isText)
				checkArg(t, fn, "Var", s.Var, func(t types.Type) bool { return types.IsInterface(t) })
			}
		}
		if !found {
			t.Errorf("%v: no stub has %s", s.Paths, s.Func)
		}
	}
}

// TestAuthTokenUses holds each row about a function that is handed the auth
// token to the declarations of its library.
func TestAuthTokenUses(t *testing.T) {
	pkgs := loadStubs(t)
	for _, u := range knowledge.AuthTokenUses {
		found := false
		for _, pkg := range matching(pkgs, u.Paths) {
			for _, fn := range named(u.Func).functions(pkg) {
				got, ok := knowledge.LookupAuthTokenUse(fn)
				if !ok {
					continue // a namesake
				}
				found = true
				if got.Func != u.Func || got.Arg != u.Arg || got.Field != u.Field {
					t.Errorf("%s: LookupAuthTokenUse answers another row: %+v", fn.FullName(), got)
				}
				if u.Field == "" {
					checkArg(t, fn, "Arg", u.Arg, isText)
					continue
				}
				checkArg(t, fn, "Arg", u.Arg, nil)
				for _, name := range []string{u.Field, u.Unless} {
					if name == "" || u.Arg >= fn.Signature().Params().Len() {
						continue
					}
					if v := field(fn.Signature().Params().At(u.Arg).Type(), pkg, name); v == nil || !isText(v.Type()) {
						t.Errorf("%s: the argument has no text %q", fn.FullName(), name)
					}
				}
			}
		}
		if !found {
			t.Errorf("%v: no stub has %s", u.Paths, u.Func)
		}
	}
}

// notTables are the stubs that no table is about.
var notTables = map[string]string{
	"github.com/SermoDigital/jose/crypto":        "names signing methods",
	"github.com/lestrrat-go/jwx/jwa":             "names algorithms",
	"github.com/lestrrat-go/jwx/v2/jwa":          "names algorithms",
	"github.com/lestrrat-go/jwx/v3/jwa":          "names algorithms",
	"github.com/lestrrat-go/jwx/v2/jwk":          "makes keys",
	"github.com/lestrrat-go/jwx/v3/jwk":          "makes keys",
	"github.com/lestrrat-go/option":              "the type of jwx's options",
	"github.com/lestrrat-go/option/v2":           "the type of jwx's options",
	"github.com/twilio/twilio-go/rest/api/v2010": "REST: the tokens are made by Twilio",
	"github.com/twilio/twilio-go/rest/verify/v2": "REST: the tokens are made by Twilio",
}

// TestStubs makes sure that each stub with a token API is in a table: a
// library is not added to the tests and forgotten in the tables.
func TestStubs(t *testing.T) {
	pkgs := loadStubs(t)
	for _, path := range slices.Sorted(maps.Keys(pkgs)) {
		reason, excepted := notTables[path]
		if known := knows(pkgs[path]); known == excepted {
			t.Errorf("%s: a table knows a function of it: %t; exception: %q", path, known, reason)
		}
	}
	for path := range notTables {
		if pkgs[path] == nil {
			t.Errorf("%s is excepted, and is no stub", path)
		}
	}
}

// knows reports whether a table has a function or method of a package.
func knows(pkg *types.Package) bool {
	lookup := func(fn *types.Func) bool {
		for _, lib := range knowledge.Capabilities {
			if _, ok := lib.Lookup(fn); ok {
				return true
			}
		}
		for _, lib := range knowledge.JWTs {
			if _, ok := lib.Lookup(fn); ok {
				return true
			}
		}
		for _, lib := range knowledge.Accesses {
			if _, ok := lib.Lookup(fn); ok {
				return true
			}
		}
		_, reads := knowledge.LookupSetting(fn)
		_, takes := knowledge.LookupAuthTokenUse(fn)
		return reads || takes || knowledge.MakesTaskRouterToken(fn) || slices.ContainsFunc(knowledge.FromPrefix, func(s knowledge.Setting) bool {
			return s.Func == fn.Name() && slices.ContainsFunc(s.Paths, func(p knowledge.Path) bool { return p.Match(fn.Pkg().Path()) })
		})
	}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			if lookup(obj) {
				return true
			}
		case *types.TypeName:
			for sel := range types.NewMethodSet(types.NewPointer(obj.Type())).Methods() {
				if lookup(sel.Obj().(*types.Func)) {
					return true
				}
			}
			for sel := range types.NewMethodSet(obj.Type()).Methods() {
				if lookup(sel.Obj().(*types.Func)) {
					return true
				}
			}
		}
	}
	return false
}

// TestLookupNamesake makes sure that a function with the right name in a
// package with the right path is not enough.
func TestLookupNamesake(t *testing.T) {
	pkgs := loadStubs(t)
	for _, tc := range []struct {
		name, path, recv, fn string
		want                 int // tables of Capability Tokens that know it
	}{
		{"the library", "github.com/kevinburke/twilio-go/v2/twilioclient", "", "NewCapability", 1},
		{"a fork", "github.com/acme/twilio-go/v3/twilioclient", "", "NewCapability", 1},
		{"a method of a client", "github.com/oldowner/twilio-go/twilio", "Client", "NewCapability", 1},
		{"a constructor of the client", "github.com/oldowner/twilio-go/twilio", "", "NewClient", 0},
		{"a package of the same name with another API", "github.com/tmc/twilio", "", "Generate", 1},
		{"an Access Token of the same library", "github.com/xaviiic/twilioGo", "", "NewAccessToken", 0},
		{"an Access Token of another package", "github.com/kevinburke/twilio-go/v2/token", "", "New", 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if pkgs[tc.path] == nil {
				t.Fatalf("no stub %s", tc.path)
			}
			fns := row{tc.recv, tc.fn}.functions(pkgs[tc.path])
			if len(fns) != 1 {
				t.Fatalf("%d functions %s", len(fns), tc.fn)
			}
			got := 0
			for _, lib := range knowledge.Capabilities {
				if _, ok := lib.Lookup(fns[0]); ok {
					got++
				}
			}
			if got != tc.want {
				t.Errorf("%d tables know %s, want %d", got, fns[0].FullName(), tc.want)
			}
		})
	}
	t.Run("a package whose type lacks a method", func(t *testing.T) {
		pkg := types.NewPackage("example.com/phone/twilioclient", "twilioclient")
		fn := types.NewFunc(0, pkg, "NewCapability", types.NewSignatureType(nil, nil, nil, nil, nil, false))
		pkg.Scope().Insert(fn)
		pkg.Scope().Insert(types.NewTypeName(0, pkg, "Capability", types.NewStruct(nil, nil)))
		for _, lib := range knowledge.Capabilities {
			if got, ok := lib.Lookup(fn); ok {
				t.Errorf("known as %+v", got)
			}
		}
	})
	t.Run("a builtin function has no package", func(t *testing.T) {
		fn := types.Universe.Lookup("error").Type().Underlying().(*types.Interface).Method(0)
		for _, lib := range knowledge.Capabilities {
			if _, ok := lib.Lookup(fn); ok {
				t.Error("a table of Capability Tokens knows error.Error")
			}
		}
		for _, lib := range knowledge.JWTs {
			if _, ok := lib.Lookup(fn); ok {
				t.Error("a table of tokens knows error.Error")
			}
		}
	})
}
