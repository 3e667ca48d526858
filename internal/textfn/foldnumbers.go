package textfn

import (
	"math"
	"strconv"
)

// foldNumbers evaluates the functions of package strconv.
func foldNumbers(name string, a *operands) []any {
	switch name {
	case "strconv.AppendBool":
		return values(strconv.AppendBool(a.bytes(0), a.truth(1)))
	case "strconv.AppendInt":
		return values(strconv.AppendInt(a.bytes(0), a.int64(1), a.int(2)))
	case "strconv.AppendQuote":
		return values(strconv.AppendQuote(a.bytes(0), a.text(1)))
	case "strconv.AppendQuoteRune":
		return values(strconv.AppendQuoteRune(a.bytes(0), a.rune(1)))
	case "strconv.Atoi":
		return parseInt(a.text(0), 10, 0)
	case "strconv.CanBackquote":
		return values(strconv.CanBackquote(a.text(0)))
	case "strconv.FormatBool":
		return values(strconv.FormatBool(a.truth(0)))
	case "strconv.FormatFloat":
		prec := int(a.integer(2, math.MinInt32, 1<<12))
		return values(strconv.FormatFloat(a.float(0), a.byte(1), prec, a.int(3)))
	case "strconv.FormatInt":
		return values(strconv.FormatInt(a.int64(0), a.int(1)))
	case "strconv.FormatUint":
		return values(strconv.FormatUint(uint64(a.integer(0, 0, math.MaxInt64)), a.int(1)))
	case "strconv.IsGraphic":
		return values(strconv.IsGraphic(a.rune(0)))
	case "strconv.IsPrint":
		return values(strconv.IsPrint(a.rune(0)))
	case "strconv.Itoa":
		return values(strconv.FormatInt(a.int64(0), 10))
	case "strconv.ParseBool":
		return values(strconv.ParseBool(a.text(0)))
	case "strconv.ParseFloat":
		return values(strconv.ParseFloat(a.text(0), a.int(1)))
	case "strconv.ParseInt":
		return parseInt(a.text(0), a.int(1), a.int(2))
	case "strconv.ParseUint":
		return parseUint(a.text(0), a.int(1), a.int(2))
	case "strconv.Quote":
		return values(strconv.Quote(a.text(0)))
	case "strconv.QuoteRune":
		return values(strconv.QuoteRune(a.rune(0)))
	case "strconv.QuoteRuneToASCII":
		return values(strconv.QuoteRuneToASCII(a.rune(0)))
	case "strconv.QuoteRuneToGraphic":
		return values(strconv.QuoteRuneToGraphic(a.rune(0)))
	case "strconv.QuoteToASCII":
		return values(strconv.QuoteToASCII(a.text(0)))
	case "strconv.QuoteToGraphic":
		return values(strconv.QuoteToGraphic(a.text(0)))
	case "strconv.QuotedPrefix":
		return values(strconv.QuotedPrefix(a.text(0)))
	case "strconv.Unquote":
		return values(strconv.Unquote(a.text(0)))
	case "strconv.UnquoteChar":
		return values(strconv.UnquoteChar(a.text(0), a.byte(1)))
	}
	return nil
}

// parseInt evaluates strconv.ParseInt. A size of 0 is that of int. Then the
// result must be the same for each size of int.
func parseInt(s string, base, size int) []any {
	if size != 0 {
		return values(strconv.ParseInt(s, base, size))
	}
	narrow, err1 := strconv.ParseInt(s, base, 32)
	wide, err2 := strconv.ParseInt(s, base, 64)
	if narrow != wide || (err1 == nil) != (err2 == nil) {
		return nil
	}
	return values(wide, err2)
}

// parseUint evaluates strconv.ParseUint. A size of 0 is that of uint. Then
// the result must be the same for each size of uint.
func parseUint(s string, base, size int) []any {
	wide, err := strconv.ParseUint(s, base, size)
	if size == 0 {
		narrow, err1 := strconv.ParseUint(s, base, 32)
		var err2 error
		wide, err2 = strconv.ParseUint(s, base, 64)
		if narrow != wide || (err1 == nil) != (err2 == nil) {
			return nil
		}
		err = err2
	}
	if wide > math.MaxInt64 {
		return nil // no int64 holds it
	}
	return values(int64(wide), err)
}
