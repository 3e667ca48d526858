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
	via  *via // expressions that denote it, the latest first

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
	lo   int // kSlice: the first element; whole if it is all of a []byte, of which only the text is known
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
	if a == nil || b == nil {
		return a == b
	}
	return a.Kind() == b.Kind() && constant.Compare(a, token.EQL, b)
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
		return unknown
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
	return &val{kind: kConcat, args: out}
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

// An extCall is a call of a function that is not looked into.
type extCall struct {
	fn    *types.Func // nil for a function value
	args  []*val
	instr ssa.CallInstruction
	expr  *ast.CallExpr // nil if it is not written in the code
	frame *Frame
	state *state // before the call
	n     int    // which result
}

// A point is an instruction as it is executed in one activation, in one
// round of the loops around it.
type point struct {
	node  *node
	instr ssa.Instruction
}

// A record is what was done to an object by calls that are not looked into.
// A nil record is empty.
type record struct {
	done  []doing
	taint string // why it may hold something else; "" if it may not
}

// A doing is a call that an object took part in.
type doing struct {
	call    *extCall
	arg     int  // position of the object among the arguments, -1 for the receiver
	cond    bool // on some ways only, or again and again
	address bool // it was handed on by its address
}

// calls returns the calls that an object took part in.
func (r *record) calls() []doing {
	if r == nil {
		return nil
	}
	return r.done
}

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

func (c *extCall) same(o *extCall) bool {
	return c == o || c.instr == o.instr && c.frame == o.frame && slices.EqualFunc(c.args, o.args, equal)
}

// did returns r with one more call.
func (r *record) did(d doing) *record {
	out := &record{}
	if r != nil {
		*out = *r
	}
	if i := slices.IndexFunc(out.done, func(o doing) bool {
		return o.arg == d.arg && o.call.instr == d.call.instr && o.call.frame == d.call.frame
	}); i >= 0 {
		// Have: the call again, in a loop.
		out.done = slices.Clone(out.done)
		out.done[i] = d
		out.done[i].cond = true
		return out
	}
	out.done = append(slices.Clip(out.done), d)
	return out
}

// tainted returns r with the reason why the object may hold something else.
func (r *record) tainted(why string) *record {
	out := &record{}
	if r != nil {
		*out = *r
	}
	if out.taint == "" {
		out.taint = why
	}
	return out
}

// formerly returns v as what has become of another value.
func (v *val) formerly(was *val) *val {
	w := *v
	w.was = was
	return &w
}

// withRec returns v with another record.
func (v *val) withRec(r *record) *val {
	w := *v
	w.rec = r
	return &w
}

// joinRecords joins what was done on two ways: what was done on one of them
// only is conditional.
func joinRecords(a, b *record) *record {
	if a == b || a.equal(b) {
		return a
	}
	if a == nil {
		a = &record{}
	}
	if b == nil {
		b = &record{}
	}
	out := &record{taint: a.taint}
	if out.taint == "" {
		out.taint = b.taint
	}
	n := 0
	for n < len(a.done) && n < len(b.done) && a.done[n].arg == b.done[n].arg && a.done[n].call.same(b.done[n].call) {
		d := a.done[n]
		d.cond = d.cond || b.done[n].cond
		out.done = append(out.done, d)
		n++
	}
	for _, rest := range [][]doing{a.done[n:], b.done[n:]} {
		for _, d := range rest {
			d.cond = true
			if !slices.ContainsFunc(out.done, func(o doing) bool {
				return o.arg == d.arg && o.call.instr == d.call.instr && o.call.frame == d.call.frame && o.call.same(d.call)
			}) {
				out.done = append(out.done, d)
			}
		}
	}
	return out
}

// joinVals returns what a value is that is a on one way, and b on another.
// With widen it gives up sooner, so that loops come to an end.
//
// What was done to an object on either way is kept, whatever it is.
func (x *executor) joinVals(a, b *val, widen bool) *val {
	v := x.joinContents(a, b, widen)
	if (a.rec != nil || b.rec != nil) && v.rec == nil {
		v = v.withRec(joinRecords(a.rec, b.rec))
	}
	return v
}

func (x *executor) joinContents(a, b *val, widen bool) *val {
	if a == b || equal(a, b) {
		if a.via != b.via {
			a = a.commonVia(b)
		}
		return a
	}
	if a.kind == kUnknown {
		return a
	}
	if b.kind == kUnknown {
		return b
	}
	if a.kind == kAgg && b.kind == kAgg && len(a.args) == len(b.args) && identical(a.typ, b.typ) {
		w := *a
		w.via = commonTail(a.via, b.via)
		w.args = make([]*val, len(a.args))
		for i := range a.args {
			w.args[i] = x.joinVals(a.args[i], b.args[i], widen)
		}
		if a.sym != b.sym {
			w.sym = nil
		}
		w.rec = joinRecords(a.rec, b.rec)
		return &w
	}
	if a.kind == kSym && b.kind == kAgg && b.sym == a.sym {
		a, b = b, a
	}
	if a.kind == kAgg && b.kind == kSym && b.sym == a.sym && a.sym != nil {
		if w := x.spread(b, a.typ); w.kind == kAgg {
			return x.joinVals(a, w, widen)
		}
	}
	if a.kind == kSym && b.kind == kSym && a.sym == b.sym { // the records differ
		w := *a
		w.via = commonTail(a.via, b.via)
		w.rec = joinRecords(a.rec, b.rec)
		return &w
	}
	if a.kind == kTuple && b.kind == kTuple && len(a.args) == len(b.args) {
		w := &val{kind: kTuple, args: make([]*val, len(a.args))}
		for i := range a.args {
			w.args[i] = x.joinVals(a.args[i], b.args[i], widen)
		}
		return w
	}
	if a.kind == kSlice && b.kind == kSlice && a.obj == b.obj && slices.Equal(a.path, b.path) && widen {
		w := *a
		w.lo, w.n = 0, -1
		return &w
	}
	if isTextual(a) && isTextual(b) && (a.kind == kConcat || b.kind == kConcat || a.via == nil && b.via == nil) {
		if v := joinTexts(a, b, widen); v != nil {
			return v
		}
	}
	if widen {
		if v := x.joinSlices(a, b); v != nil {
			return v
		}
		if !isRefLike(a) {
			return anyVal([]*val{a, b, unknown})
		}
	}
	return choiceOf(a, b)
}

func isRefLike(v *val) bool { return v.kind == kRef || v.kind == kFunc || v.kind == kIface }

func isTextual(v *val) bool {
	_, isText := v.text()
	return isText || v.kind == kConcat
}

// joinTexts joins texts that start alike:
//
//	s := a; if c { s += b }    →    a + one of b, ""
//
// It returns nil if they do not.
func joinTexts(a, b *val, widen bool) *val {
	pa, pb := textParts(a), textParts(b)
	switch {
	case len(pb) > 0 && equal(pb[0], a):
		pa = []*val{a}
	case len(pa) > 0 && equal(pa[0], b):
		pb = []*val{b}
	}
	n := 0
	for n < len(pa) && n < len(pb) && equal(pa[n], pb[n]) {
		n++
	}
	if n == 0 {
		// A constant may have been joined with what came behind it.
		if len(pa) > 0 && len(pb) > 0 {
			ta, okA := pa[0].text()
			tb, okB := pb[0].text()
			if okA && okB && pa[0].via == nil && pb[0].via == nil {
				k := 0
				for k < len(ta) && k < len(tb) && ta[k] == tb[k] {
					k++
				}
				if k > 0 && (k == len(ta) || k == len(tb)) {
					pa = append([]*val{textVal(ta[:k]), textVal(ta[k:])}, pa[1:]...)
					pb = append([]*val{textVal(tb[:k]), textVal(tb[k:])}, pb[1:]...)
					n = 1
				}
			}
		}
		if n == 0 && len(pa) > 0 && len(pb) > 0 {
			return nil
		}
	}
	rest := choiceOf(concatOf(pa[n:]...), concatOf(pb[n:]...))
	if widen {
		rest = widened(pa[n:], pb[n:])
	}
	return concatOf(append(slices.Clone(pa[:n]), rest)...)
}

// widened returns text of which all that is known is what it may be made of.
func widened(a, b []*val) *val {
	for _, p := range append(slices.Clone(a), b...) {
		if p.kind == kUnknown && p.was != nil {
			return p // it was widened before
		}
	}
	return anyVal([]*val{concatOf(a...), concatOf(b...), unknown})
}

// joinSlices returns a slice of which nothing is known but what its elements
// may be, where loops make it longer and longer; nil if a and b are no slices.
func (x *executor) joinSlices(a, b *val) *val {
	j := x.joining
	isSlices := func(v *val) bool {
		return !slices.ContainsFunc(v.alternatives(), func(a *val) bool { return !a.isNil() && (a.kind != kSlice || a.lo == whole) })
	}
	if j == nil || !isSlices(a) || !isSlices(b) || a.isNil() && b.isNil() {
		return nil
	}
	var elem types.Type
	for _, s := range append(a.notNil(), b.notNil()...) {
		if s.obj.typ != nil && len(s.path) == 0 {
			elem = partType(s.obj.typ, anyElem)
		}
	}
	if elem == nil {
		return nil
	}
	j.n++
	o := x.object(objKey{kind: objArray, a: j.at, b: j.id, n: j.n}, types.NewSlice(elem))
	v := anyVal([]*val{x.anyOf(j.a, a), x.anyOf(j.b, b)})
	for _, s := range append(a.notNil(), b.notNil()...) {
		o.twin = link(o, s.obj)
	}
	j.out.heap = j.out.heap.set(o.id, &cell{v: v, many: true})
	return &val{kind: kSlice, obj: o, n: -1}
}

// A joining is a join of two states that is being made.
type joining struct {
	a, b, out *state
	at        *node
	id, n     int
}

func textParts(v *val) []*val {
	if v.kind == kConcat {
		return v.args
	}
	if s, ok := v.text(); ok && s == "" {
		return nil
	}
	return []*val{v}
}

// commonVia returns v as it is denoted on both of two ways.
func (v *val) commonVia(o *val) *val {
	t := commonTail(v.via, o.via)
	if t == nil && v.via != nil && v.kind != kConst {
		return v // either will do: the values are equal
	}
	if t == v.via {
		return v
	}
	w := *v
	w.via = t
	return &w
}

// commonTail returns the expressions that end two lists.
func commonTail(a, b *via) *via {
	la, lb := a.len(), b.len()
	for ; la > lb; la-- {
		a = a.next
	}
	for ; lb > la; lb-- {
		b = b.next
	}
	for a != nil && (a.expr != b.expr || a.frame != b.frame) {
		a, b = a.next, b.next
	}
	return a
}

func (v *via) len() int {
	n := 0
	for ; v != nil; v = v.next {
		n++
	}
	return n
}
