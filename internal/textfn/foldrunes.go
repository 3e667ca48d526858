package textfn

import "unicode/utf8"

// foldRunes evaluates the functions of package unicode/utf8.
func foldRunes(name string, a *operands) []any {
	switch name {
	case "unicode/utf8.AppendRune":
		return values(utf8.AppendRune(a.bytes(0), a.rune(1)))
	case "unicode/utf8.DecodeLastRune":
		return values(utf8.DecodeLastRune(a.bytes(0)))
	case "unicode/utf8.DecodeLastRuneInString":
		return values(utf8.DecodeLastRuneInString(a.text(0)))
	case "unicode/utf8.DecodeRune":
		return values(utf8.DecodeRune(a.bytes(0)))
	case "unicode/utf8.DecodeRuneInString":
		return values(utf8.DecodeRuneInString(a.text(0)))
	case "unicode/utf8.FullRune":
		return values(utf8.FullRune(a.bytes(0)))
	case "unicode/utf8.FullRuneInString":
		return values(utf8.FullRuneInString(a.text(0)))
	case "unicode/utf8.RuneCount":
		return values(utf8.RuneCount(a.bytes(0)))
	case "unicode/utf8.RuneCountInString":
		return values(utf8.RuneCountInString(a.text(0)))
	case "unicode/utf8.RuneLen":
		return values(utf8.RuneLen(a.rune(0)))
	case "unicode/utf8.RuneStart":
		return values(utf8.RuneStart(a.byte(0)))
	case "unicode/utf8.Valid":
		return values(utf8.Valid(a.bytes(0)))
	case "unicode/utf8.ValidRune":
		return values(utf8.ValidRune(a.rune(0)))
	case "unicode/utf8.ValidString":
		return values(utf8.ValidString(a.text(0)))
	}
	return nil
}
