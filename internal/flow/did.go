package flow

import "go/types"

// An Effect is what a call of a function does, besides to return something.
// The zero Effect is to read memory, at most.
type Effect struct {
	Builds bool // it makes or changes an object of a library that the client knows
	Acts   bool // it changes memory of others, acts on the world, panics, or can't be told
}

// Effect returns what a call of a function of the program does, with operands
// that are not known.
func (t *Tracer) Effect(fn *types.Func) Effect {
	t.mu.Lock()
	defer t.mu.Unlock()
	decl, ok := t.index.Decl(fn)
	if !ok {
		return Effect{Acts: true}
	}
	r := t.root(t.function(decl))
	if r == nil || r.x.lost || r.final == nil {
		return Effect{Acts: true}
	}
	return r.x.did
}

// isOwn reports whether an object was made by what is executed, so that nobody
// else has it yet.
func (o *object) isOwn() bool {
	switch o.kind {
	case objGlobal:
		return false
	case objPointee:
		return o.owned
	}
	return o.key.b != any("graft")
}
