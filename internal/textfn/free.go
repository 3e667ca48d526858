package textfn

import "strings"

const (
	digits    = "0123456789"
	lower     = "abcdefghijklmnopqrstuvwxyz"
	upper     = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	printable = " !\"#$%&'()*+,-./" + digits + ":;<=>?@" + upper + "[\\]^_`" + lower + "{|}~"
	controls  = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\v\f\r\x0e\x0f" +
		"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f"
)

// AllBut returns every byte that is not in bytes, in ascending order. It is
// what a hole is free of that contains nothing but bytes:
//
//	Piece{Hole: port, Free: AllBut("0123456789")}
func AllBut(bytes string) string {
	var b strings.Builder
	for c := range 256 {
		if strings.IndexByte(bytes, byte(c)) < 0 {
			b.WriteByte(byte(c))
		}
	}
	return b.String()
}

// without returns the bytes of free that are not in bytes.
func without(free, bytes string) string {
	var b strings.Builder
	for _, c := range []byte(free) {
		if strings.IndexByte(bytes, c) < 0 {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// FreeOf returns the bytes that the string returned by a function can't
// contain, whatever its operands are. It also says whether that string has at
// least one byte. The name is that of Fold. For EncodeToString of a
// base64.Encoding, it is the name of the encoding's variable:
// "encoding/base64.StdEncoding". For a name that is not known here, nothing
// is promised: "", false.
func FreeOf(name string) (free string, nonEmpty bool) {
	switch name {
	case "net/url.QueryEscape":
		return AllBut(digits + lower + upper + "-_.~%+"), false
	case "net/url.PathEscape":
		return AllBut(digits + lower + upper + "-_.~%$&+:=@"), false
	case "strconv.Itoa":
		return AllBut("-" + digits), true
	case "strconv.FormatInt":
		return AllBut("-" + digits + lower), true
	case "strconv.FormatUint":
		return AllBut(digits + lower), true
	case "strconv.FormatBool":
		return AllBut("truefals"), true
	case "strconv.Quote", "strconv.QuoteRune", "strconv.QuoteToGraphic", "strconv.QuoteRuneToGraphic":
		return controls, true
	case "strconv.QuoteToASCII", "strconv.QuoteRuneToASCII":
		return AllBut(printable), true
	case "encoding/hex.EncodeToString":
		return AllBut(digits + "abcdef"), false
	case "encoding/base64.StdEncoding":
		return AllBut(digits + lower + upper + "+/="), false
	case "encoding/base64.RawStdEncoding":
		return AllBut(digits + lower + upper + "+/"), false
	case "encoding/base64.URLEncoding":
		return AllBut(digits + lower + upper + "-_="), false
	case "encoding/base64.RawURLEncoding":
		return AllBut(digits + lower + upper + "-_"), false
	case "html.EscapeString":
		return "\"'<>", false
	case "strings.ToLower":
		return upper, false
	case "strings.ToUpper":
		return lower, false
	}
	return "", false
}
