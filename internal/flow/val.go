package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A kind says what a val is.
type kind uint8

const (
	kUnknown kind = iota // can't be told; no two of them are known to be equal
	kSym                 // one fixed value that is not known: see sym
	kConst               // c; nil is the value nil
	kConcat              // the text of args, one behind the other
	kChoice              // one of args
	kOp                  // the operation tok on args, of type typ
	kConv                // args[0] converted to typ, which changes its representation
	kPure                // result n of the external function ext for args, which decide on it
	kAgg                 // a struct or an array of type typ with the fields or elements args
	kRef                 // a pointer to the place path in obj; a map; a channel
	kSlice               // a slice of the array at the place path in obj: lo, n
	kFunc                // a function; args are what its free variables refer to
	kIface               // an interface that holds args[0], of type typ
	kTuple               // several results
	kQuery               // the map obj as it is in state, encoded for a URL
	kDefers              // the stack of deferred calls of an activation
)

// A val is an abstract value: what the executor knows of a value. It is
// immutable. Values are told apart by what they are, by equal; the
// expressions that denote them do not count.
type val struct {
	kind kind
	size uint16 // kOp, kConv, kPure: how many terms it has, see term; kConcat: how many pieces
	via  *via   // expressions that denote it, the latest first

	typ  types.Type
	c    constant.Value
	sym  *sym
	args []*val
	tok  token.Token
	ext  *types.Func
	fn   *ssa.Function
	act  *activation // kFunc: where its free variables live; kDefers
	obj  *object
	path path
	lo   int // kSlice: the first element; whole if it is all of a []byte, and only its text is known
	n    int // kSlice: how many elements, -1 if that is not known; kPure: which result
	end  int // kSlice: where its capacity ends in the array, 0 if that is not known

	state *state // kQuery

	rec   *record   // what was done to the object that has this for its content
	at    token.Pos // where it was stored, if it is a field or an element
	was   *val      // what it was before something happened that may have changed it
	blank bool      // kConst: the zero value of what nobody has set
}

// A via is an expression that denotes a value, in the frame in which it was
// evaluated.
type via struct {
	expr  ast.Expr
	frame *Frame
	next  *via
}

// whole marks a slice that is all of an array of bytes. What the array holds
// is the text of the bytes.
const whole = -1

var (
	unknown  = &val{kind: kUnknown}
	nilVal   = &val{kind: kConst}
	trueVal  = konst(constant.MakeBool(true))
	falseVal = konst(constant.MakeBool(false))
)

// maxTerms is how many terms the expression of a value has at most that is not
// known.
const maxTerms = 64

// term returns a value that is an operation on others. If it has very many
// terms, it is not known: a loop may double them each round.
//
//	h = h<<5 + h + c
func term(v *val) *val {
	n := 1
	for _, a := range v.args {
		n += max(int(a.size), 1)
	}
	if n > maxTerms {
		return unknownOf(v.args...)
	}
	v.size = uint16(n)
	return v
}

func konst(c constant.Value) *val { return &val{kind: kConst, c: c} }
func textVal(s string) *val       { return konst(constant.MakeString(s)) }
func intVal(n int64) *val         { return konst(constant.MakeInt64(n)) }

func boolVal(b bool) *val {
	if b {
		return trueVal
	}
	return falseVal
}

// denotedBy returns v with one more expression that denotes it.
func (v *val) denotedBy(e ast.Expr, f *Frame) *val {
	if v.via != nil && v.via.expr == e && v.via.frame == f {
		return v
	}
	w := *v
	w.via = &via{e, f, v.via}
	return &w
}

// isNil reports whether v is nil: of a pointer, map, slice, function, or
// interface.
func (v *val) isNil() bool { return v.kind == kConst && v.c == nil }

// text returns a constant string, or one in pieces that are all constant.
func (v *val) text() (string, bool) {
	switch {
	case v.kind == kConst && v.c != nil && v.c.Kind() == constant.String:
		return constant.StringVal(v.c), true
	case v.kind == kConcat:
		all := ""
		for _, a := range v.args {
			s, ok := a.text()
			if !ok {
				return "", false
			}
			all += s
		}
		return all, true
	}
	return "", false
}

// integer returns a constant integer.
func (v *val) integer() (int, bool) {
	if v.kind == kConst && v.c != nil && v.c.Kind() == constant.Int {
		n, ok := constant.Int64Val(v.c)
		return int(n), ok
	}
	return 0, false
}

// truth returns a constant condition.
func (v *val) truth() (value, known bool) {
	if v.kind == kConst && v.c != nil && v.c.Kind() == constant.Bool {
		return constant.BoolVal(v.c), true
	}
	return false, false
}

// isFixed reports whether two mentions of v mean one value: nothing in it is
// unknown, or one of several.
func (v *val) isFixed() bool {
	switch v.kind {
	case kUnknown, kChoice:
		return false
	}
	return !slices.ContainsFunc(v.args, func(a *val) bool { return !a.isFixed() })
}

// equal reports whether two abstract values are the same. For values that
// are fixed, that means that the values are equal whenever the code runs.
func equal(a, b *val) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil || a.kind != b.kind || len(a.args) != len(b.args) {
		return false
	}
	switch a.kind {
	case kConst:
		return sameConst(a.c, b.c)
	case kSym:
		if a.sym != b.sym {
			return false
		}
	case kOp:
		if a.tok != b.tok || !identical(a.typ, b.typ) {
			return false
		}
	case kConv, kAgg, kIface:
		if !identical(a.typ, b.typ) || a.sym != b.sym {
			return false
		}
	case kPure:
		if a.ext != b.ext || a.n != b.n {
			return false
		}
	case kRef:
		if a.obj != b.obj || !slices.Equal(a.path, b.path) {
			return false
		}
	case kSlice:
		if a.obj != b.obj || !slices.Equal(a.path, b.path) || a.lo != b.lo || a.n != b.n || a.end != b.end {
			return false
		}
	case kFunc:
		if a.fn != b.fn || a.act != b.act {
			return false
		}
	case kDefers:
		if a.act != b.act {
			return false
		}
	case kQuery:
		if a.obj != b.obj || !a.state.heap.get(a.obj.id).equal(b.state.heap.get(b.obj.id)) {
			return false
		}
	}
	for i := range a.args {
		if !equal(a.args[i], b.args[i]) {
			return false
		}
	}
	return a.rec.equal(b.rec)
}

func sameConst(a, b constant.Value) bool {
	return sameNumber(a, b)
}

// maxChoices is how many alternatives a value may have; with more it is
// unknown.
const maxChoices = 16

// choiceOf returns the value that is one of alts.
func choiceOf(alts ...*val) *val {
	var out []*val
	var add func(v *val)
	add = func(v *val) {
		if v.kind == kChoice {
			for _, a := range v.args {
				add(a)
			}
			return
		}
		if v.kind == kUnknown && v.was == nil {
			if i := slices.IndexFunc(out, func(o *val) bool { return o.kind == kUnknown && o.was == nil }); i >= 0 {
				out[i] = out[i].alsoOf(v)
				return
			}
		}
		if !slices.ContainsFunc(out, func(o *val) bool { return equal(o, v) }) {
			out = append(out, v)
		}
	}
	for _, a := range alts {
		add(a)
	}
	if len(out) == 1 {
		return out[0]
	}
	if len(out) == 0 || len(out) > maxChoices {
		return unknownOf(out...)
	}
	return &val{kind: kChoice, args: out}
}

// alternatives returns what v may be.
func (v *val) alternatives() []*val {
	if v.kind == kChoice {
		return v.args
	}
	return []*val{v}
}

// notNil returns what v may be, but for nil.
func (v *val) notNil() []*val {
	var out []*val
	for _, a := range v.alternatives() {
		if !a.isNil() {
			out = append(out, a)
		}
	}
	return out
}

// maxPieces bounds the length of a text in pieces.
const maxPieces = 400

// concatOf returns the text of parts, one behind the other. Constants that
// no expression denotes are joined.
func concatOf(parts ...*val) *val {
	var out []*val
	for _, p := range parts {
		if p.kind == kConcat && p.via == nil {
			out = append(out, p.args...)
			continue
		}
		if s, ok := p.text(); ok && p.via == nil {
			if s == "" {
				continue
			}
			if k := len(out) - 1; k >= 0 {
				if last, ok := out[k].text(); ok && out[k].via == nil {
					out[k] = textVal(last + s)
					continue
				}
			}
		}
		out = append(out, p)
	}
	switch {
	case len(out) == 0:
		return textVal("")
	case len(out) == 1:
		return out[0]
	case len(out) > maxPieces:
		return unknown
	}
	v := &val{kind: kConcat, args: out}
	n := 0
	for _, p := range out {
		n += max(int(p.size), 1)
	}
	if n > maxPieces {
		return unknown
	}
	v.size = uint16(n)
	return v
}

// A sym is a fixed value that is not known: a parameter, what another
// package's function returned, what was received, and parts of these. Two
// mentions of one sym mean the same value.
type sym struct {
	key      symKey
	id       int        // in the order in which they were made
	typ      types.Type // nil if unknown
	born     *loopStack // the loops in which it is made anew each time
	old      bool       // of an earlier round of a loop
	asserted *sym       // the interface that it is the value of
	in       *object    // a part of what this object holds, which one symbol refers to; nil if others do, too
	call     *extCall   // what returned it, or what it was part of
	over     *val       // what a range goes over that yields it; key.n is 1 for keys, 2 for values
}

// A symKey identifies a sym: what made it, and where.
type symKey struct {
	kind symKind
	a, b any
	n    int
}

type symKind uint8

const (
	symParam   symKind = iota // a: *ssa.Parameter, b: the activation
	symResult                 // a: the place of the call, n: which result
	symPart                   // a: the whole, n: the field or element
	symEntry                  // a: the map, b: the key as text
	symPointee                // a: the pointer, b: the epoch
	symGlobal                 // a: *ssa.Global, b: the epoch
	symMade                   // a: the place of the instruction that made it; n tells several apart
	symEpoch                  // a: the place at which memory changed
	symOld                    // a: the sym, in an earlier round of a loop
)

func (r *record) equal(o *record) bool {
	if r == o {
		return true
	}
	if r == nil {
		r = &record{}
	}
	if o == nil {
		o = &record{}
	}
	return r.taint == o.taint && slices.EqualFunc(r.done, o.done, func(a, b doing) bool {
		return a.arg == b.arg && a.cond == b.cond && a.call.same(b.call)
	})
}

func (v *via) len() int {
	n := 0
	for ; v != nil; v = v.next {
		n++
	}
	return n
}
