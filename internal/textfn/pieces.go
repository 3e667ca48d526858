package textfn

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spaces has every rune that unicode.IsSpace holds to be white space.
const spaces = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005" +
	"\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"

// HasPrefix evaluates strings.HasPrefix. known is false if a hole decides.
func HasPrefix(t []Piece, prefix string) (value, known bool) {
	t = Concat(t)
	if prefix == "" || len(t) > 0 && strings.HasPrefix(t[0].Text, prefix) {
		return true, true
	}
	return false, !canBegin(t, prefix)
}

// HasSuffix evaluates strings.HasSuffix. known is false if a hole decides.
func HasSuffix(t []Piece, suffix string) (value, known bool) {
	return HasPrefix(backwards(t), backwardsText(suffix))
}

// Contains evaluates strings.Contains. known is false if a hole decides.
func Contains(t []Piece, sub string) (value, known bool) {
	if sub == "" {
		return true, true
	}
	t = Concat(t)
	for _, p := range t {
		if strings.Contains(p.Text, sub) {
			return true, true
		}
	}
	return false, !straddles(t, sub)
}

// Equal evaluates t == s. known is false if a hole decides.
func Equal(t []Piece, s string) (value, known bool) {
	if text, ok := Constant(t); ok {
		return text == s, true
	}
	return false, !canBe(Concat(t), s)
}

// CutPrefix evaluates strings.CutPrefix. ok is false if a hole decides.
func CutPrefix(t []Piece, prefix string) (after []Piece, found, ok bool) {
	t = Concat(t)
	found, ok = HasPrefix(t, prefix)
	if !ok {
		return nil, false, false
	}
	if found && prefix != "" {
		t = Concat(Const(t[0].Text[len(prefix):]), t[1:])
	}
	return t, found, true
}

// CutSuffix evaluates strings.CutSuffix. ok is false if a hole decides.
func CutSuffix(t []Piece, suffix string) (before []Piece, found, ok bool) {
	before, found, ok = CutPrefix(backwards(t), backwardsText(suffix))
	if !ok {
		return nil, false, false
	}
	return backwards(before), found, true
}

// TrimPrefix evaluates strings.TrimPrefix. ok is false if a hole decides.
func TrimPrefix(t []Piece, prefix string) (after []Piece, ok bool) {
	after, _, ok = CutPrefix(t, prefix)
	return after, ok
}

// TrimSuffix evaluates strings.TrimSuffix. ok is false if a hole decides.
func TrimSuffix(t []Piece, suffix string) (before []Piece, ok bool) {
	before, _, ok = CutSuffix(t, suffix)
	return before, ok
}

// TrimSpace evaluates strings.TrimSpace. ok is false if a hole decides.
func TrimSpace(t []Piece) (trimmed []Piece, ok bool) {
	return Trim(t, spaces)
}

// Trim evaluates strings.Trim. ok is false if a hole decides.
func Trim(t []Piece, cutset string) (trimmed []Piece, ok bool) {
	if trimmed, ok = TrimLeft(t, cutset); !ok {
		return nil, false
	}
	return TrimRight(trimmed, cutset)
}

// TrimLeft evaluates strings.TrimLeft. ok is false if a hole decides.
func TrimLeft(t []Piece, cutset string) (trimmed []Piece, ok bool) {
	if s, ok := Constant(t); ok {
		return Const(strings.TrimLeft(s, cutset)), true
	}
	units, ok := runes(cutset)
	if !ok {
		return nil, false
	}
	return trimUnits(Concat(t), units)
}

// TrimRight evaluates strings.TrimRight. ok is false if a hole decides.
func TrimRight(t []Piece, cutset string) (trimmed []Piece, ok bool) {
	if s, ok := Constant(t); ok {
		return Const(strings.TrimRight(s, cutset)), true
	}
	units, ok := runes(cutset)
	if !ok {
		return nil, false
	}
	for i, u := range units {
		units[i] = backwardsText(u)
	}
	trimmed, ok = trimUnits(backwards(Concat(t)), units)
	return backwards(trimmed), ok
}

// runes returns the encoding of each rune of cutset. ok is false if one is
// the replacement character, which stands for bytes that are no UTF-8. It is
// also false if the cutset is too long.
func runes(cutset string) (units []string, ok bool) {
	if len(cutset) > maxPattern {
		return nil, false
	}
	for _, r := range cutset {
		if r == utf8.RuneError {
			return nil, false
		}
		units = append(units, string(r))
	}
	return units, true
}

// trimUnits removes units from the start of t for as long as it begins with
// one. A unit is a rune's encoding, so that no unit begins another.
func trimUnits(t []Piece, units []string) (trimmed []Piece, ok bool) {
	if len(t) == 0 {
		return nil, true
	}
	first, rest := t[0].Text, t[1:]
	if t[0].isHole() {
		rest = t
	}
strip:
	for first != "" {
		for _, u := range units {
			if strings.HasPrefix(first, u) {
				first = first[len(u):]
				continue strip
			}
		}
		break
	}
	trimmed = Concat(Const(first), rest)
	for _, u := range units {
		if canBegin(trimmed, u) {
			return nil, false
		}
	}
	return trimmed, true
}

// Cut evaluates strings.Cut. ok is false if a hole decides.
func Cut(t []Piece, sep string) (before, after []Piece, found, ok bool) {
	t = Concat(t)
	if sep == "" {
		return nil, t, true, true
	}
	for i, p := range t {
		k := strings.Index(p.Text, sep)
		if k < 0 {
			continue
		}
		// An occurrence that begins earlier ends before this one does.
		if straddles(Concat(t[:i], Const(p.Text[:k+len(sep)-1])), sep) {
			return nil, nil, false, false
		}
		before = Concat(t[:i], Const(p.Text[:k]))
		after = Concat(Const(p.Text[k+len(sep):]), t[i+1:])
		return before, after, true, true
	}
	if straddles(t, sep) {
		return nil, nil, false, false
	}
	return t, nil, false, true
}

// Split evaluates strings.Split. ok is false if a hole decides, or there are
// too many parts.
func Split(t []Piece, sep string) (parts [][]Piece, ok bool) {
	return SplitN(t, sep, -1)
}

// maxParts is the greatest number of parts that a text is split into.
const maxParts = 1 << 16

// SplitN evaluates strings.SplitN. ok is false if a hole decides, or there
// are too many parts.
func SplitN(t []Piece, sep string, n int) (parts [][]Piece, ok bool) {
	if s, ok := Constant(t); ok {
		if strings.Count(s, sep) >= maxParts {
			return nil, false
		}
		for _, part := range strings.SplitN(s, sep, n) {
			parts = append(parts, Const(part))
		}
		return parts, true
	}
	if n == 0 {
		return nil, true
	}
	if sep == "" {
		return nil, false // the runes of a hole can't be told
	}
	for len(parts) != n-1 {
		before, after, found, ok := Cut(t, sep)
		if !ok || len(parts) >= maxParts {
			return nil, false
		}
		if !found {
			break
		}
		parts = append(parts, before)
		t = after
	}
	return append(parts, Concat(t)), true
}

// Fields evaluates strings.Fields. ok is false if a hole decides.
func Fields(t []Piece) (fields [][]Piece, ok bool) {
	t = Concat(t)
	for _, r := range spaces {
		if straddles(t, string(r)) {
			return nil, false
		}
	}
	var field []Piece
	solid := false // the field has at least one byte
	end := func() bool {
		if len(field) > 0 {
			if !solid {
				return false // if its holes are empty, it is no field
			}
			fields = append(fields, field)
		}
		field, solid = nil, false
		return true
	}
	for _, p := range t {
		if p.isHole() {
			field = append(field, p)
			solid = solid || p.NonEmpty
			continue
		}
		for text := p.Text; text != ""; {
			i := strings.IndexFunc(text, unicode.IsSpace)
			if i < 0 {
				i = len(text)
			}
			if i > 0 {
				field = append(field, Piece{Text: text[:i]})
				solid = true
			}
			if text = text[i:]; text == "" {
				break
			}
			if !end() {
				return nil, false
			}
			text = strings.TrimLeftFunc(text, unicode.IsSpace)
		}
	}
	if !end() {
		return nil, false
	}
	return fields, true
}

// ReplaceAll evaluates strings.ReplaceAll. ok is false if a hole in t
// decides. The replacement may have holes.
func ReplaceAll(t []Piece, old string, replacement []Piece) (replaced []Piece, ok bool) {
	return Replace(t, old, replacement, -1)
}

// Replace evaluates strings.Replace. ok is false if a hole in t decides. The
// replacement may have holes.
func Replace(t []Piece, old string, replacement []Piece, n int) (replaced []Piece, ok bool) {
	if r, ok := Constant(replacement); n == 0 || ok && r == old {
		return Concat(t), true
	}
	if old == "" {
		s, ok1 := Constant(t)
		r, ok2 := Constant(replacement)
		if !ok1 || !ok2 || replacedSize(s, old, r, n) > maxText {
			return nil, false
		}
		return Const(strings.Replace(s, old, r, n)), true
	}
	var parts [][]Piece
	limit := maxText / (1 + size(replacement))
	for n < 0 || len(parts) < n {
		before, after, found, ok := Cut(t, old)
		if !ok || len(parts) > limit {
			return nil, false
		}
		if !found {
			break
		}
		parts = append(parts, before)
		t = after
	}
	return Join(append(parts, t), replacement), true
}

// size returns the length of t without the text of its holes. Each piece
// counts as one byte at least.
func size(t []Piece) int {
	n := 0
	for _, p := range t {
		n += max(1, len(p.Text))
	}
	return n
}

// Repeat evaluates strings.Repeat. ok is false if it panics, or the result is
// too long.
func Repeat(t []Piece, n int) (repeated []Piece, ok bool) {
	t = Concat(t)
	if n < 0 || n > 0 && size(t) > maxText/n {
		return nil, false
	}
	if len(t) == 0 {
		return nil, true
	}
	all := make([][]Piece, n)
	for i := range all {
		all[i] = t
	}
	return Concat(all...), true
}

// ToUpper evaluates strings.ToUpper. ok is false if t has a hole that may
// change.
func ToUpper(t []Piece) (mapped []Piece, ok bool) {
	return mapCase(t, strings.ToUpper, lower)
}

// ToLower evaluates strings.ToLower. ok is false if t has a hole that may
// change.
func ToLower(t []Piece) (mapped []Piece, ok bool) {
	return mapCase(t, strings.ToLower, upper)
}

// mapCase maps each piece of constant text. The letters are those of ASCII
// that the mapping changes. A hole stays as it is if it has none of them and
// nothing but ASCII. A text with holes must be UTF-8 in each of its pieces.
func mapCase(t []Piece, mapping func(string) string, letters string) (mapped []Piece, ok bool) {
	if s, ok := Constant(t); ok {
		return Const(mapping(s)), true
	}
	t = Concat(t)
	for i, p := range t {
		if p.isHole() {
			for c := range 256 {
				if p.allows(byte(c)) && (c >= utf8.RuneSelf || strings.IndexByte(letters, byte(c)) >= 0) {
					return nil, false
				}
			}
			continue
		}
		if !utf8.ValidString(p.Text) {
			return nil, false
		}
		t[i].Text = mapping(p.Text)
	}
	return t, true
}
