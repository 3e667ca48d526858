package libraryaccess

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/accesstoken"
	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/funcname"
	"github.com/captoken/captoken/internal/knowledge"
	"github.com/captoken/captoken/internal/object"
	"github.com/captoken/captoken/internal/site"
	"github.com/captoken/captoken/internal/voicetoken"
)

// A reader reads the token of one construction.
type reader struct {
	*finder
	o    *object.Object
	lib  *knowledge.Access
	row  knowledge.AccessFunc
	read site.Reader
	out  *site.Access

	// escapes tells that others may have set what is not seen here.
	escapes bool
}

// given are the values that a token got, nil if it is not known or not set.
type given struct {
	v    *flow.Value
	node ast.Node
	lost bool // it got something that can't be told
}

func (f *finder) access(o *object.Object) *site.Access {
	k, _ := f.lookup(o.Maker)
	r := &reader{finder: f, o: o, lib: k.Lib, row: k.Row, read: site.NewReader(f.pkg, o.Home)}
	r.out = &site.Access{
		Maker: funcname.Qualified(o.Maker), Pos: o.Call.Pos(), End: o.Call.End(),
		File: f.pkg.File(o.Call), Home: o.Home, Parts: make(map[accesstoken.Part]ast.Node),
	}
	r.escapes = r.mayEscape()
	r.token()
	return r.out
}

// mayEscape reports whether something may be done to the token before it is
// signed that its states do not have: by code that is not seen, or in a way
// that can't be told. The function that makes it may be called by others, too.
func (r *reader) mayEscape() bool {
	o := r.o
	return o.Open || len(o.States) == 0 || slices.ContainsFunc(o.States, callsInterface) ||
		len(r.trace.Escapes(o.Call, o.Home)) > 0 || len(r.trace.Escapes(o.Call, r.trace.Frame(o.Call))) > 0
}

// callsInterface reports whether a method of an interface was called on an
// object: it may be any of the object's.
func callsInterface(state *flow.Value) bool {
	return slices.ContainsFunc(state.Done, func(d flow.Doing) bool {
		return d.Fn != nil && d.Arg == -1 && d.Fn.Signature().Recv() != nil && types.IsInterface(d.Fn.Signature().Recv().Type())
	})
}

func (r *reader) token() {
	tok := &r.out.Token
	fields := r.row.ParamFields
	key := r.param(fields.KeySid, r.row.KeySid, r.lib.Set.KeySid)
	account := r.param(fields.AccountSid, r.row.AccountSid, r.lib.Set.AccountSid)
	secret := r.param(fields.Secret, r.row.Secret, r.lib.Set.Secret)
	tok.KeySid = r.value(key, accesstoken.KeySid)
	tok.AccountSid = r.value(account, accesstoken.AccountSid)
	tok.Secret = r.value(secret, accesstoken.Secret)
	if is, path := r.credential().Of(secret.v); is == knowledge.AuthToken {
		tok.AuthToken = path
	}
	if is, path := r.credential().Of(key.v); is == knowledge.AccountSid {
		tok.AccountAsKey = path
	}
	if is, path := r.credential().Of(account.v); is == knowledge.APIKeySid {
		tok.KeyAsAccount = path
	}
	r.lifetime()
	r.grants()

	identity := r.param(fields.Identity, r.row.Identity, r.lib.Set.Identity)
	if set, ok := r.done(knowledge.SetAccess, func(row knowledge.AccessFunc) int { return row.Identity }); ok {
		identity = set
	}
	tok.Identity = r.value(identity, accesstoken.Identity)
	if identity.v == nil && r.escapes {
		tok.Identity = voicetoken.Lost() // others may set it
	}
}

// value reads what a token was given for a part.
func (r *reader) value(g given, part accesstoken.Part) voicetoken.Value {
	if g.node != nil {
		r.out.Parts[part] = g.node
	}
	if g.lost {
		return voicetoken.Lost()
	}
	return r.read.Value(g.v)
}

// param finds what the constructor is given for a parameter: an argument, or
// a field of the struct that is its argument or its receiver. If a program
// may set a field of the token instead, that goes before.
func (r *reader) param(field string, arg int, set string) given {
	if g, ok := r.field(set); ok {
		return g
	}
	if set != "" && r.escapes {
		return given{lost: true} // others may set it
	}
	if arg != knowledge.None {
		v := r.argument(r.o, arg)
		if v == nil {
			return given{lost: true}
		}
		return given{v: v, node: r.o.Call.Args[arg]}
	}
	if field == "" {
		return given{}
	}
	params := r.argument(r.o, r.row.Params)
	if r.row.Params == knowledge.None { // the fields are the receiver's
		call := r.trace.Eval(r.o.Call, r.o.Home).Strip()
		if call.Op != flow.Call || len(call.Args) == 0 {
			return given{lost: true}
		}
		params = call.Args[0]
	}
	if params == nil {
		return given{lost: true}
	}
	s := params.Strip()
	fd, ok := s.Field(field)
	switch {
	case ok && !fd.Cond && s.Taint == "":
		return given{v: fd.Val, node: fd.Node}
	case ok, s.Op != flow.Record, s.Taint != "", len(s.Done) > 0:
		return given{lost: true}
	}
	return given{}
}

// field finds what the program sets a field of the token to, if others can't.
func (r *reader) field(name string) (given, bool) {
	if name == "" {
		return given{}, false
	}
	for i, s := range r.o.States {
		fd, ok := s.Field(name)
		switch {
		case !ok && i == 0:
			continue
		case !ok, fd.Cond, len(r.o.States) > 1, r.escapes:
			return given{lost: true}, true
		}
		return given{v: fd.Val, node: fd.Node}, true
	}
	return given{}, false
}

// done finds the argument of the last call of a role on the token.
func (r *reader) done(role knowledge.AccessRole, arg func(knowledge.AccessFunc) int) (g given, ok bool) {
	for _, s := range r.o.States {
		for _, d := range s.Done {
			if d.Fn == nil || d.Arg != -1 {
				continue
			}
			k, known := r.lookup(d.Fn)
			if !known || k.Row.Role != role || arg(k.Row) == knowledge.None || arg(k.Row) >= len(d.Args) {
				continue
			}
			g, ok = given{d.Args[arg(k.Row)], d.Call, d.Cond || len(r.o.States) > 1 || r.escapes}, true
		}
	}
	return g, ok
}

func (r *reader) lifetime() {
	tok, fields := &r.out.Token, r.row.ParamFields
	tok.Floor = r.lib.Floor
	tok.TTLName = "ttl"
	until := r.param(fields.Until, knowledge.None, r.lib.Set.Until)
	switch {
	case until.lost:
		return
	case until.v != nil:
		tok.TTLName = fields.Until
		if tok.TTLName == "" {
			tok.TTLName = r.lib.Set.Until
		}
		r.out.Parts[accesstoken.TTL] = until.node
		if s := until.v.Strip(); s.Op == flow.Const && s.Const != nil {
			if n, ok := constant.Float64Val(constant.ToFloat(s.Const)); ok && n > 0 && n < 1e9 {
				tok.Past = r.read.Value(until.v).Source
			}
			if constant.Sign(s.Const) == 0 {
				break // as if it was not set
			}
		}
		tok.TTL, tok.Floor = r.read.Expiry(until.v, nil), 0
		return
	case r.row.Params == knowledge.None && r.lib.Set.Until != "":
		tok.TTLName = r.lib.Set.Until
		tok.NoExpiry = !r.lib.Default && !r.escapes
		return
	}
	ttl := r.param(fields.TTL, r.row.TTL, "")
	if set, ok := r.done(knowledge.SetAccess, func(row knowledge.AccessFunc) int { return row.TTL }); ok {
		ttl = set
	}
	if ttl.lost || ttl.v == nil {
		return
	}
	r.out.Parts[accesstoken.TTL] = ttl.node
	if fields.TTL == "" {
		tok.TTL = r.read.Duration(ttl.v)
		return
	}
	tok.TTL, tok.TTLName = r.read.Seconds(ttl.v), fields.TTL
	if kv, ok := ttl.node.(*ast.KeyValueExpr); ok && tok.TTL.ConstSeconds {
		r.rewritable(kv)
	}
}

// rewritable notes the pair that sets the lifetime if it is safe to put a
// point in time in its place: the token is signed once for each that is made,
// by the function that makes it, nothing else sets its end, and nothing takes
// its time before it is signed.
func (r *reader) rewritable(kv *ast.KeyValueExpr) {
	if r.escapes || len(r.o.Uses) != 1 || r.row.Params == knowledge.None {
		return
	}
	lit, ok := ast.Unparen(r.o.Call.Args[r.row.Params]).(*ast.CompositeLit)
	if !ok || !slices.Contains(lit.Elts, ast.Expr(kv)) {
		return
	}
	params := r.argument(r.o, r.row.Params)
	for _, name := range []string{"Nbf", r.row.ParamFields.Until} {
		if _, set := params.Field(name); set {
			return // a lifetime that counts from another time
		}
	}
	use := r.o.Uses[0]
	passage, ok := r.trace.Between(r.o.Call, use.Call, r.o.Home)
	if !ok || passage.Loops || !passage.Dominates || use.Value.Frame != r.o.Home || slices.ContainsFunc(passage.Calls, r.waits) {
		return
	}
	r.out.TTL = kv
}

// waits reports whether a call may take its time: it is of anything but the
// library's own.
func (r *reader) waits(call *ast.CallExpr) bool {
	if call == nil {
		return true
	}
	fn := r.pkg.StaticCallee(call)
	return fn == nil || fn.Pkg() == nil || !r.lib.Is(fn.Pkg())
}

// grants finds out whether a token is known to be signed without a grant,
// and which of its grants needs an identity.
func (r *reader) grants() {
	tok := &r.out.Token
	none := !r.escapes
	list := r.param(r.row.ParamFields.Grants, knowledge.None, r.lib.Set.Grants)
	if list.lost {
		none = false
	}
	var added []*flow.Value
	if list.v != nil {
		s := list.v.Strip()
		if s.Op == flow.List {
			added = append(added, s.Args...)
		}
		if s.Op != flow.List || len(s.Args) > 0 || s.Taint != "" {
			none = none && s.IsNil()
		}
	}
	for _, s := range r.o.States {
		if s.Taint != "" {
			none = false
		}
		for _, d := range s.Done {
			k, ok := r.lookup(d.Fn)
			switch {
			case d.Fn == nil || d.Arg != -1:
				none = false
			case ok && k.Row.Role == knowledge.AddGrant:
				none = false
				if !d.Cond && k.Row.Grant < len(d.Args) {
					added = append(added, d.Args[k.Row.Grant])
				}
			}
		}
	}
	tok.NoGrant = none
	for _, v := range added {
		name := r.grantName(v)
		phone, needs := r.lib.Grants[name]
		if !needs || v.Cond || tok.Phone {
			continue
		}
		tok.NeedsIdentity, tok.Phone = strings.ToLower(strings.TrimSuffix(name, "Grant")), phone
	}
}
