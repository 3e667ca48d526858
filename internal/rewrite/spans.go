package rewrite

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
)

// spans is a set of pieces of source.
type spans struct {
	list   []span // sorted and disjoint, if sorted
	sorted bool
}

type span struct{ pos, end token.Pos }

func (s *spans) add(n ast.Node) {
	s.list = append(s.list, span{n.Pos(), n.End()})
	s.sorted = false
}

// contain reports whether a node is in one of the pieces.
func (s *spans) contain(n ast.Node) bool {
	if !s.sorted {
		s.join()
	}
	i, found := slices.BinarySearchFunc(s.list, n.Pos(), func(sp span, pos token.Pos) int { return cmp.Compare(sp.pos, pos) })
	if !found {
		i--
	}
	return i >= 0 && s.list[i].pos <= n.Pos() && n.End() <= s.list[i].end
}

// join sorts the pieces, and joins those that overlap.
func (s *spans) join() {
	slices.SortFunc(s.list, func(a, b span) int { return cmp.Or(cmp.Compare(a.pos, b.pos), cmp.Compare(b.end, a.end)) })
	var out []span
	for _, sp := range s.list {
		if k := len(out) - 1; k >= 0 && sp.pos < out[k].end {
			out[k].end = max(out[k].end, sp.end)
			continue
		}
		out = append(out, sp)
	}
	s.list, s.sorted = out, true
}
