// Package textfn evaluates the standard library's text functions for a
// value-flow engine: exactly by the library's rules, or not at all.
//
// Fold calls a function whose operands are all known. Format, Print, and
// Println do what fmt does with operands that may be unknown: the result is
// text with holes. The other functions keep such text exact. They say that
// they can't tell where a hole may change the outcome:
//
//	t := Format("client:%s", []Operand{{Kind: String, Hole: name}})
//	id, ok := TrimPrefix(t, "client:") // the hole alone, true
//	_, ok = TrimSuffix(t, "!")         // false: the name may end so
//
// No function changes its operands. Results share no memory with the byte
// slices and lists of strings in them.
package textfn

// maxText is the greatest length of a text that this package builds. Longer
// ones can't be told.
const maxText = 1 << 20
