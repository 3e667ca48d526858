package flow

// A trie is an immutable map from small numbers to values of one type. The
// zero trie is empty. To set an entry copies a path of nodes; all else is
// shared, so that a state is copied for free at a branch, and two states that
// grew from one are compared and joined at the cost of what differs.
type trie[T comparable] struct {
	root  *trieNode[T]
	level int // of the root: a root of level 0 has leaves
}

const (
	trieBits = 4
	trieSize = 1 << trieBits
)

type trieNode[T comparable] struct {
	kids [trieSize]*trieNode[T] // nil at level 0
	vals [trieSize]T            // of level 0
}

func (t trie[T]) capacity() int { return 1 << (trieBits * (t.level + 1)) }

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
	for t.root == nil || i >= t.capacity() {
		if t.root == nil {
			t.root = new(trieNode[T])
			for i >= t.capacity() {
				t.level++
			}
			break
		}
		up := new(trieNode[T])
		up.kids[0] = t.root
		t.root, t.level = up, t.level+1
	}
	t.root = t.root.with(i, v, t.level)
	return t
}

func (n *trieNode[T]) with(i int, v T, level int) *trieNode[T] {
	c := new(trieNode[T])
	if n != nil {
		*c = *n
	}
	if level == 0 {
		c.vals[i&(trieSize-1)] = v
		return c
	}
	k := i >> (trieBits * level) & (trieSize - 1)
	c.kids[k] = c.kids[k].with(i, v, level-1)
	return c
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

func (t trie[T]) lift() trie[T] {
	if t.root == nil {
		return trie[T]{level: t.level + 1}
	}
	up := new(trieNode[T])
	up.kids[0] = t.root
	return trie[T]{up, t.level + 1}
}

func diffNodes[T comparable](a, b *trieNode[T], level, base int, visit func(int, T, T)) {
	if a == b {
		return
	}
	var none trieNode[T]
	if a == nil {
		a = &none
	}
	if b == nil {
		b = &none
	}
	for i := range trieSize {
		at := base<<trieBits | i
		if level > 0 {
			diffNodes(a.kids[i], b.kids[i], level-1, at, visit)
		} else if a.vals[i] != b.vals[i] {
			visit(at, a.vals[i], b.vals[i])
		}
	}
}
