package flow

import (
	"math/rand/v2"
	"testing"
)

// TestTrie holds a trie, and its older versions, to maps.
func TestTrie(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	type version struct {
		t trie[int]
		m map[int]int
	}
	versions := []version{{m: map[int]int{}}}
	for range 300 {
		v := versions[r.IntN(len(versions))]
		m := make(map[int]int)
		for k, x := range v.m {
			m[k] = x
		}
		n := version{v.t, m}
		for range r.IntN(5) {
			k, x := r.IntN(1<<r.IntN(13)), r.IntN(3)
			n.t = n.t.set(k, x)
			if m[k] = x; x == 0 {
				delete(m, k)
			}
		}
		versions = append(versions, n)
	}
	for i, v := range versions {
		got := make(map[int]int)
		last := -1
		v.t.each(func(k, x int) {
			if k <= last {
				t.Fatalf("%d behind %d", k, last)
			}
			last, got[k] = k, x
		})
		if len(got) != len(v.m) {
			t.Fatalf("version %d has %d entries, want %d", i, len(got), len(v.m))
		}
		for k, x := range v.m {
			if v.t.get(k) != x || got[k] != x {
				t.Fatalf("version %d: %d is %d, want %d", i, k, v.t.get(k), x)
			}
		}
		o := versions[r.IntN(len(versions))]
		differ := make(map[int]bool)
		v.t.diff(o.t, func(k, a, b int) {
			if differ[k] = true; a != v.m[k] || b != o.m[k] || a == b {
				t.Fatalf("diff of %d: %d and %d, want %d and %d", k, a, b, v.m[k], o.m[k])
			}
		})
		for k := range v.m {
			if v.m[k] != o.m[k] && !differ[k] {
				t.Fatalf("diff leaves out %d", k)
			}
		}
	}
}
