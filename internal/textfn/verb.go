package textfn

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A directive says how to print one operand.
type directive struct {
	minus, plus, sharp, space, zero bool

	width, prec       int
	hasWidth, hasPrec bool

	verb rune
}

// with returns d with another verb.
func (d directive) with(verb rune) directive {
	d.verb = verb
	return d
}

// goSyntax reports whether d asks for Go syntax.
func (d directive) goSyntax() bool {
	return d.sharp && (d.verb == 'v' || d.verb == 'w')
}

// String returns d as it is written in a format.
func (d directive) String() string {
	b := []byte{'%'}
	for _, flag := range []struct {
		set bool
		c   byte
	}{
		{d.plus, '+'},
		{d.minus, '-'},
		{d.sharp, '#'},
		{d.space, ' '},
		{d.zero && !d.minus, '0'},
	} {
		if flag.set {
			b = append(b, flag.c)
		}
	}
	if d.hasWidth && d.width > 0 {
		b = strconv.AppendInt(b, int64(d.width), 10)
	}
	if d.hasPrec {
		b = append(b, '.')
		b = strconv.AppendInt(b, int64(d.prec), 10)
	}
	return string(b) + string(d.verb)
}

// misread reports whether the verb means something else where it follows the
// flags, the width, and the precision: the last 5 of "%.2[1]5".
func (d directive) misread() bool {
	return strings.ContainsRune("+-# .*["+digits, d.verb)
}

// An output takes what is printed.
type output struct {
	pieces []Piece
	size   int // of the constant text
	work   int // a bound of how much was padded and printed
}

// text prints constant text.
func (o *output) text(s string) {
	o.size += len(s)
	if o.size > maxText {
		o.anything("", false)
		return
	}
	o.pieces = append(o.pieces, Piece{Text: s})
}

// anything prints what can't be told.
func (o *output) anything(free string, nonEmpty bool) {
	o.pieces = append(o.pieces, Piece{Verb: AnyText, Free: free, NonEmpty: nonEmpty})
}

// maxWork bounds what the operands of one call may take.
const maxWork = 8 * maxText

// length returns the length of a known text.
func (op Operand) length() int {
	switch v := op.Const.(type) {
	case string:
		return len(v)
	case []byte:
		return len(v)
	}
	return 0
}

// typeName prints the name of an operand's dynamic type.
func (o *output) typeName(op Operand) {
	if op.Type == "" {
		o.anything("", true)
		return
	}
	o.text(op.typeName())
}

// typeName returns the name of the dynamic type as reflect has it.
func (op Operand) typeName() string {
	if op.Type == "[]byte" {
		return "[]uint8"
	}
	return op.Type
}

// operand prints an operand as fmt's printArg does.
func (o *output) operand(op Operand, d directive) {
	o.work += d.width + d.prec + op.length()
	if o.size+d.width+d.prec > maxText || o.work > maxWork {
		o.anything("", false)
		return
	}
	switch {
	case op.Kind == Nil && (d.verb == 'v' || d.verb == 'T'):
		o.text(fmt.Sprintf(d.String(), nil))
	case op.Kind == Nil:
		o.text("%!" + string(d.verb) + "(<nil>)")
	case d.verb == 'T':
		if op.Type == "" {
			o.anything("", false)
			return
		}
		o.text(fmt.Sprintf(d.with('s').String(), op.typeName()))
	case op.Custom && d.verb != 'p' && d.verb != 'w':
		o.custom(op, d)
	default:
		o.plain(op, d)
	}
}

// custom prints an operand that has methods that fmt may call.
func (o *output) custom(op Operand, d directive) {
	switch {
	case op.Printed == nil:
		o.anything("", false)
	case strings.ContainsRune("vsxXq", d.verb) && !d.goSyntax():
		printed := *op.Printed
		printed.Kind, printed.Type, printed.Custom = String, "string", false
		o.operand(printed, d)
	default:
		o.plain(op, d)
	}
}

// plain prints an operand without its methods.
func (o *output) plain(op Operand, d directive) {
	good := ""
	switch op.Kind {
	case String:
		good = "vsxXq"
	case Int, Uint:
		good = "vdboOxXcqU"
	case Float, Float32:
		good = "vbgGxXfFeE"
	case Bool:
		good = "tv"
	case Bytes:
		o.bytes(op, d)
		return
	default:
		switch {
		case d.verb == 'p', d.verb == 'w', d.misread():
			o.anything("", false)
		default:
			o.hole(op, d)
		}
		return
	}
	if strings.ContainsRune(good, d.verb) {
		o.scalar(op, d)
		return
	}
	o.text("%!" + string(d.verb) + "(")
	o.typeName(op)
	o.text("=")
	o.scalar(op, d.suited(op.Kind))
	o.text(")")
}

// suited returns d with a verb that suits the kind: what fmt prints where
// that of d does not. %#v is Go syntax and %#d is not, but %#w is if it does
// not suit.
func (d directive) suited(k Kind) directive {
	switch {
	case d.verb == 'w':
		return d.with('v')
	case k == String:
		return d.with('s')
	case k == Bool:
		return d.with('t')
	case k == Float, k == Float32:
		return d.with('g')
	}
	return d.with('d')
}

// scalar prints an operand with a verb that suits it.
func (o *output) scalar(op Operand, d directive) {
	v := op.value()
	if v == nil {
		o.hole(op, d)
		return
	}
	o.text(fmt.Sprintf(d.String(), v))
}

// value returns the value of a scalar as one of the type that its kind
// stands for, nil if it is not known.
func (op Operand) value() any {
	switch v := op.Const.(type) {
	case string:
		if op.Kind == String {
			return v
		}
	case bool:
		if op.Kind == Bool {
			return v
		}
	case int64:
		switch {
		case op.Kind == Int:
			return v
		case op.Kind == Uint && v >= 0:
			return uint64(v)
		}
	case uint64:
		switch {
		case op.Kind == Uint:
			return v
		case op.Kind == Int && v <= math.MaxInt64:
			return int64(v)
		}
	case float64:
		switch op.Kind {
		case Float:
			return v
		case Float32:
			return float32(v)
		}
	}
	return nil
}

// bytes prints a slice of bytes.
func (o *output) bytes(op Operand, d directive) {
	typ := op.typeName()
	if d.verb == 'p' || d.verb == 'w' && typ != "[]uint8" || d.misread() {
		o.anything("", false)
		return
	}
	var v []byte
	switch c := op.Const.(type) {
	case []byte:
		v = c
	case string:
		if c == "" && d.goSyntax() {
			o.anything("", true) // a nil slice is printed in another way
			return
		}
		v = []byte(c)
	default:
		o.hole(op, d)
		return
	}
	s := fmt.Sprintf(d.String(), v)
	if !d.goSyntax() || typ == "[]uint8" {
		o.text(s)
		return
	}
	o.typeName(op)
	o.text(strings.TrimPrefix(s, "[]byte"))
}

// hole prints an operand that is not known.
func (o *output) hole(op Operand, d directive) {
	p := Piece{Hole: op.Hole, Verb: d.String()}
	switch {
	case op.Hole == nil:
		p.Verb = AnyText
	case d.isText(op.Kind):
		p.Verb = ""
	}
	p.Free, p.NonEmpty = d.free(op)
	o.pieces = append(o.pieces, p)
}

// isText reports whether d prints nothing but the text of a value.
func (d directive) isText(k Kind) bool {
	if d.width > 0 || d.hasPrec {
		return false
	}
	switch k {
	case String:
		return d.verb == 's' || d.verb == 'v' && !d.sharp
	case Bytes:
		return d.verb == 's'
	case Int:
		return d.verb == 'd' && !d.plus && !d.space || d.verb == 'v' && !d.space
	case Uint:
		return d.verb == 'd' && !d.plus && !d.space || d.verb == 'v' && !d.space && !d.sharp
	}
	return false
}

// free returns what is known of the text that d prints for an operand whose
// value is not known: the bytes that it can't contain, and whether it has at
// least one.
func (d directive) free(op Operand) (free string, nonEmpty bool) {
	padded := d.width > 0
	switch op.Kind {
	case String, Bytes:
		switch {
		case d.isText(op.Kind):
			return op.Free, op.NonEmpty
		case d.verb == 's', op.Kind == String && d.verb == 'v' && !d.sharp:
			free = op.Free
			if padded {
				free = without(free, " 0")
			}
			return free, padded || op.NonEmpty && !d.hasPrec
		case d.verb == 'x', d.verb == 'X':
			return AllBut(" " + digits + "abcdefxABCDEFX"), padded
		}
		return "", true
	case Int, Uint:
		switch {
		case d.isText(op.Kind) && op.Kind == Uint:
			return AllBut(digits), true
		case d.isText(op.Kind):
			return AllBut("-" + digits), true
		case d.verb == 'c', d.verb == 'q', d.verb == 'U' && d.sharp:
			return "", true
		}
		return AllBut(" +-" + digits + "abcdefoxABCDEFXU"), padded || !d.hasPrec
	case Float, Float32:
		return AllBut(" +-." + digits + "abcdefpxABCDEFPXINn"), true
	case Bool:
		return AllBut(" 0truefals"), true
	}
	return "", false
}
