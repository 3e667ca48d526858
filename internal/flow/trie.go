package flow

// A trie is an immutable map from small numbers to values of one type. The
// zero trie is empty. To set an entry copies a path of nodes; all else is
// shared, so that a state is copied for free at a branch, and two states that
// grew from one are compared and joined at the cost of what differs.
//
// To set many entries at once, use begin and end around them: what was copied
// for one is not copied again for the next.
type trie[T comparable] struct {
	root  *trieNode[T]
	level int    // of the root: a root of level 0 has leaves
	batch *batch // nil outside of begin and end
}

// A batch owns the nodes that were made between a begin and its end. It is
// not empty: two batches must not be equal.
type batch struct{ _ byte }

const (
	trieBits = 4
	trieSize = 1 << trieBits
)

// A trieNode has kids, or values at level 0.
type trieNode[T comparable] struct {
	batch *batch // that made it
	kids  *[trieSize]*trieNode[T]
	vals  *[trieSize]T
}

// newNode returns a copy of a node, an empty node of a level for none.
func newNode[T comparable](n *trieNode[T], level int, b *batch) *trieNode[T] {
	if level == 0 {
		var leaf struct {
			node trieNode[T]
			vals [trieSize]T
		}
		made := &leaf
		if n != nil {
			made.vals = *n.vals
		}
		made.node.batch, made.node.vals = b, &made.vals
		return &made.node
	}
	var inner struct {
		node trieNode[T]
		kids [trieSize]*trieNode[T]
	}
	made := &inner
	if n != nil {
		made.kids = *n.kids
	}
	made.node.batch, made.node.kids = b, &made.kids
	return &made.node
}

func (t trie[T]) capacity() int { return 1 << (trieBits * (t.level + 1)) }

// begin returns t for many changes. Until end, the trie must not be copied.
func (t trie[T]) begin() trie[T] {
	t.batch = new(batch)
	return t
}

// end returns t after them.
func (t trie[T]) end() trie[T] {
	t.batch = nil
	return t
}

// get returns the entry of a number, the zero T if there is none.
func (t trie[T]) get(i int) (v T) {
	if t.root == nil || i >= t.capacity() {
		return v
	}
	n := t.root
	for l := t.level; l > 0; l-- {
		n = n.kids[i>>(trieBits*l)&(trieSize-1)]
		if n == nil {
			return v
		}
	}
	return n.vals[i&(trieSize-1)]
}

// set returns t with another entry; the zero T removes it.
func (t trie[T]) set(i int, v T) trie[T] {
	if t.get(i) == v {
		return t
	}
	if t.root == nil {
		for i >= t.capacity() {
			t.level++
		}
		t.root = newNode[T](nil, t.level, t.batch)
	}
	for i >= t.capacity() {
		t = t.lift()
	}
	t.root = t.root.with(i, v, t.level, t.batch)
	return t
}

func (n *trieNode[T]) with(i int, v T, level int, b *batch) *trieNode[T] {
	if n == nil || b == nil || n.batch != b {
		n = newNode(n, level, b)
	}
	if level == 0 {
		n.vals[i&(trieSize-1)] = v
		return n
	}
	k := i >> (trieBits * level) & (trieSize - 1)
	n.kids[k] = n.kids[k].with(i, v, level-1, b)
	return n
}

// diff calls visit, in the order of the numbers, for each entry that differs
// between two tries. What they share is not looked at.
func (t trie[T]) diff(o trie[T], visit func(i int, a, b T)) {
	for t.level < o.level {
		t = t.lift()
	}
	for o.level < t.level {
		o = o.lift()
	}
	diffNodes(t.root, o.root, t.level, 0, visit)
}

// each calls visit for each entry, in the order of the numbers.
func (t trie[T]) each(visit func(i int, v T)) {
	t.diff(trie[T]{level: t.level}, func(i int, a, _ T) { visit(i, a) })
}

// update returns t with what f makes of each entry.
func (t trie[T]) update(f func(i int, v T) T) trie[T] {
	out := t.begin()
	t.each(func(i int, v T) { out = out.set(i, f(i, v)) })
	return out.end()
}

func (t trie[T]) lift() trie[T] {
	if t.root != nil {
		up := newNode[T](nil, t.level+1, t.batch)
		up.kids[0] = t.root
		t.root = up
	}
	t.level++
	return t
}

func diffNodes[T comparable](a, b *trieNode[T], level, base int, visit func(int, T, T)) {
	if a == b {
		return
	}
	for i := range trieSize {
		at := base<<trieBits | i
		if level > 0 {
			var p, q *trieNode[T]
			if a != nil {
				p = a.kids[i]
			}
			if b != nil {
				q = b.kids[i]
			}
			diffNodes(p, q, level-1, at, visit)
			continue
		}
		var p, q T
		if a != nil {
			p = a.vals[i]
		}
		if b != nil {
			q = b.vals[i]
		}
		if p != q {
			visit(at, p, q)
		}
	}
}
