package textfn

import (
	"slices"
	"strings"
)

// This file asks what a text can be, whatever its holes are. The texts are as
// Concat returns them: no two pieces of constant text follow each other.
// Where an answer would take too long, it is that the text can.

// maxPattern is the greatest length of a string that is searched for in
// holes.
const maxPattern = 1 << 12

// canBegin reports whether some contents of the holes make t begin with s.
func canBegin(t []Piece, s string) bool {
	return canMatch(t, s, false)
}

// canBe reports whether some contents of the holes make t equal to s.
func canBe(t []Piece, s string) bool {
	return canMatch(t, s, true)
}

// canMatch reports whether some contents of the holes make t begin with s, or
// be s if whole is true.
func canMatch(t []Piece, s string, whole bool) bool {
	// at[k] says that the pieces so far can be s[:k].
	at := make([]bool, len(s)+1)
	at[0] = true
	for _, p := range t {
		if at[len(s)] && !whole {
			return true
		}
		if !slices.Contains(at, true) {
			return false
		}
		if p.isHole() {
			if len(s) > maxPattern {
				return true
			}
			at = throughHole(at, p, s)
			continue
		}
		next := make([]bool, len(s)+1)
		for k, here := range at {
			if !here {
				continue
			}
			rest := s[k:]
			if strings.HasPrefix(rest, p.Text) {
				next[k+len(p.Text)] = true
			} else if !whole && strings.HasPrefix(p.Text, rest) {
				return true
			}
		}
		at = next
	}
	return at[len(s)]
}

// throughHole returns how much of s can be behind us when the hole p ends. It
// is handed how much can be when the hole begins.
func throughHole(at []bool, p Piece, s string) []bool {
	next := make([]bool, len(at))
	for k, here := range at {
		if k < len(s) && (here || next[k]) && p.allows(s[k]) {
			next[k+1] = true
		}
	}
	if !p.NonEmpty {
		for k, here := range at {
			next[k] = next[k] || here
		}
	}
	return next
}

// straddles reports whether some contents of the holes make s occur in t
// anywhere but inside one piece of constant text. s is not empty.
func straddles(t []Piece, s string) bool {
	// open[k] says that s[:k] can end here, with 0 < k < len(s).
	open := make([]bool, len(s)+1)
	for _, p := range t {
		if p.isHole() {
			if len(s) > maxPattern {
				return true
			}
			open[0] = true // it may begin here
			open = throughHole(open, p, s)
			open[0] = false
			if open[len(s)] {
				return true
			}
			continue
		}
		next := make([]bool, len(s)+1)
		if len(s) > maxPattern {
			open = next
			continue
		}
		for k := 1; k < len(s); k++ {
			if open[k] {
				rest := s[k:]
				if strings.HasPrefix(p.Text, rest) {
					return true
				}
				if strings.HasPrefix(rest, p.Text) {
					next[k+len(p.Text)] = true
				}
			}
			if strings.HasSuffix(p.Text, s[:k]) {
				next[k] = true
			}
		}
		open = next
	}
	return false
}
