package textfn

import (
	"math"
	"slices"
	"strings"
)

// An Err is the error among the results of a function.
type Err struct {
	Nil bool // there is no error
}

// A Var is a variable of the standard library that is the receiver of a
// method: "encoding/base64.StdEncoding". The caller sees to it that nothing
// is assigned to it.
type Var string

// Fold evaluates a function of the standard library whose operands are all
// known.
//
// The name is that of (*types.Func).FullName: "strings.TrimPrefix". The
// operands are strings, bools, float64s, []bytes, []strings, and int64s for
// any integer. A nil slice may be nil. The receiver comes first. It is a Var.
// The operands of a variadic parameter come one by one, or as one []string.
//
// The results are of the same types. An error is an Err. ok is false if the
// function is not known here, panics, or returns something else. It is also
// false where the result depends on the size of int, or is too long.
func Fold(name string, args []any) (results []any, ok bool) {
	defer func() {
		if recover() != nil {
			results, ok = nil, false
		}
	}()
	a := &operands{args: args}
	switch name[:strings.LastIndexByte(name, '.')+1] {
	case "strings.":
		results = foldStrings(name, a)
	case "bytes.":
		results = foldBytes(name, a)
	case "strconv.":
		results = foldNumbers(name, a)
	case "unicode/utf8.":
		results = foldRunes(name, a)
	default:
		results = foldEncodings(name, a)
	}
	if results == nil || a.bad || a.read != len(args) {
		return nil, false
	}
	return results, true
}

// values returns the results of a function as Fold does. A result that is nil
// without a type is an error. A result of another type is not represented.
func values(vs ...any) []any {
	out := make([]any, len(vs))
	for i, v := range vs {
		switch v := v.(type) {
		case nil:
			out[i] = Err{Nil: true}
		case error:
			out[i] = Err{}
		case int:
			out[i] = int64(v)
		case rune:
			out[i] = int64(v)
		case string, bool, float64, int64, []byte, []string:
			out[i] = v
		default:
			return nil
		}
	}
	return out
}

// The operands of a call are read one by one. The first that is missing, or
// not what is asked for, makes them bad.
type operands struct {
	args []any
	read int // how many were asked for
	bad  bool
}

// operand returns the operand at i if it is of type T.
func operand[T any](a *operands, i int) T {
	a.read = max(a.read, i+1)
	var v T
	if i < len(a.args) {
		if v, ok := a.args[i].(T); ok {
			return v
		}
	}
	a.bad = true
	return v
}

func (a *operands) text(i int) string   { return operand[string](a, i) }
func (a *operands) truth(i int) bool    { return operand[bool](a, i) }
func (a *operands) float(i int) float64 { return operand[float64](a, i) }
func (a *operands) int64(i int) int64   { return operand[int64](a, i) }

// integer returns the operand at i if it is an integer from lo to hi.
func (a *operands) integer(i int, lo, hi int64) int64 {
	n := a.int64(i)
	if n < lo || n > hi {
		a.bad = true
		return 0
	}
	return n
}

// An int that not all platforms have is not evaluated.
func (a *operands) int(i int) int   { return int(a.integer(i, math.MinInt32, math.MaxInt32)) }
func (a *operands) rune(i int) rune { return rune(a.integer(i, math.MinInt32, math.MaxInt32)) }
func (a *operands) byte(i int) byte { return byte(a.integer(i, 0, math.MaxUint8)) }

// isNil reports whether the operand at i is nil without a type.
func (a *operands) isNil(i int) bool {
	if i < len(a.args) && a.args[i] == nil {
		a.read = max(a.read, i+1)
		return true
	}
	return false
}

// bytes returns a copy of the operand at i.
func (a *operands) bytes(i int) []byte {
	if a.isNil(i) {
		return nil
	}
	return slices.Clone(operand[[]byte](a, i))
}

// list returns a copy of the operand at i.
func (a *operands) list(i int) []string {
	if a.isNil(i) {
		return nil
	}
	return slices.Clone(operand[[]string](a, i))
}

// rest returns the operands of a variadic parameter, from i on.
func (a *operands) rest(i int) []string {
	if len(a.args) == i+1 {
		if _, ok := a.args[i].(string); !ok {
			return a.list(i)
		}
	}
	var out []string
	for ; i < len(a.args); i++ {
		out = append(out, a.text(i))
	}
	return out
}

// replacedSize returns a bound of how much Replace adds to s.
func replacedSize(s, old, replacement string, n int) int {
	count := strings.Count(s, old)
	if n >= 0 {
		count = min(count, n)
	}
	return product(count, len(replacement))
}

// product returns n*m if it is at most maxText, else more than that.
func product(n, m int) int {
	if n > 0 && m > maxText/n {
		return maxText + 1
	}
	return n * m
}

// joinedSize returns the length of what Join returns.
func joinedSize(list []string, sep string) int {
	n := product(len(list), len(sep))
	for _, s := range list {
		n += len(s)
	}
	return n
}
