package textfn

import (
	"strings"
	"unicode/utf8"
)

// A Kind tells how fmt prints the dynamic type of an operand: by what kind of
// type it is defined. A named string type is of kind String.
type Kind uint8

const (
	// UnknownKind is that of an operand whose dynamic type can't be told. It
	// may be nil.
	UnknownKind Kind = iota
	String
	Int     // a signed integer, rune also
	Uint    // an unsigned integer, byte and uintptr also
	Float   // float64
	Float32 // float32
	Bool
	Bytes   // a slice whose element type is byte
	Error   // a type that has an Error method; what it is can't be told
	Nil     // nil without a type
	Pointer // a pointer
	Other   // any other type; it is known, and no string
)

// An Operand is an argument of a formatting call.
type Operand struct {
	// Const is the value, if it is known: a string, int64, uint64, float64,
	// or bool, as Kind says. Bytes are a []byte, or a string. It is nil if
	// the value is not known. One that does not fit Kind counts as not known.
	Const any

	// Kind tells the dynamic type.
	Kind Kind

	// Type is the name of the dynamic type as reflect.Type's String returns
	// it: "string", "main.Color", "[]uint8". It is "" if it is not known.
	// fmt prints it for %T, and where a verb does not suit the operand.
	Type string

	// Custom says that the dynamic type has a method that fmt calls: Error,
	// String, Format, or GoString. Const is still the value itself.
	Custom bool

	// Printed is what the method returns, if the caller knows it: an operand
	// of kind String. The type must have no Format and no GoString method.
	Printed *Operand

	// Hole stands for the value if it is not known.
	Hole any

	// Free and NonEmpty are those of the hole, if its kind is String or
	// Bytes.
	Free     string
	NonEmpty bool
}

// Format evaluates fmt.Sprintf.
func Format(format string, ops []Operand) []Piece {
	s := scanner{format: format, ops: ops}
	for s.at < len(format) {
		i := strings.IndexByte(format[s.at:], '%')
		if i < 0 {
			s.out.text(format[s.at:])
			break
		}
		s.out.text(format[s.at : s.at+i])
		s.at += i + 1
		s.directive()
	}
	if !s.reordered && s.arg < len(ops) {
		s.extra(ops[s.arg:])
	}
	return Concat(s.out.pieces)
}

// Print evaluates fmt.Sprint. It adds a space between two operands if neither
// is a string. Where that can't be told, the result has a hole between them.
func Print(ops []Operand) []Piece {
	var out output
	for i, op := range ops {
		if i > 0 {
			s1, known1 := ops[i-1].isString()
			s2, known2 := op.isString()
			switch {
			case s1 || s2:
			case known1 && known2:
				out.text(" ")
			default:
				out.anything(AllBut(" "), false)
			}
		}
		out.operand(op, directive{verb: 'v'})
	}
	return Concat(out.pieces)
}

// Println evaluates fmt.Sprintln.
func Println(ops []Operand) []Piece {
	var out output
	for i, op := range ops {
		if i > 0 {
			out.text(" ")
		}
		out.operand(op, directive{verb: 'v'})
	}
	out.text("\n")
	return Concat(out.pieces)
}

// isString reports whether the dynamic type is a string type.
func (op Operand) isString() (value, known bool) {
	switch op.Kind {
	case String:
		return true, true
	case UnknownKind, Error:
		return false, false
	}
	return false, true
}

// A scanner reads a format as fmt does. Its fields are named for those of
// fmt's printer.
type scanner struct {
	format string
	at     int // the next byte of format
	ops    []Operand
	arg    int // the next operand
	out    output

	reordered  bool // the format has an argument index
	goodArgNum bool // the directive's argument indexes are good so far
	afterIndex bool // an argument index was read last
	vague      bool // the directive has a width or precision that can't be told
}

// directive reads what follows a percent sign, and prints it.
func (s *scanner) directive() {
	s.goodArgNum, s.vague = true, false
	d := s.flags()
	s.argIndex()
	s.width(&d)
	s.precision(&d)
	if !s.afterIndex {
		s.argIndex()
	}
	if s.at >= len(s.format) {
		s.out.text("%!(NOVERB)")
		return
	}
	verb, n := utf8.DecodeRuneInString(s.format[s.at:])
	s.at += n
	d.verb = verb
	switch {
	case verb == '%':
		s.out.text("%")
	case !s.goodArgNum:
		s.out.text("%!" + string(verb) + "(BADINDEX)")
	case s.arg >= len(s.ops):
		s.out.text("%!" + string(verb) + "(MISSING)")
	default:
		if s.vague {
			s.out.anything("", false)
		} else {
			s.out.operand(s.ops[s.arg], d)
		}
		s.arg++
	}
}

// flags reads the flags of a directive.
func (s *scanner) flags() directive {
	var d directive
	for ; s.at < len(s.format); s.at++ {
		switch s.format[s.at] {
		case '#':
			d.sharp = true
		case '0':
			d.zero = true
		case '+':
			d.plus = true
		case '-':
			d.minus = true
		case ' ':
			d.space = true
		default:
			return d
		}
	}
	return d
}

// argIndex reads an argument index if there is one: "[2]".
func (s *scanner) argIndex() {
	s.afterIndex = false
	if !s.peek('[') {
		return
	}
	s.reordered = true
	rest := s.format[s.at:]
	end := strings.IndexByte(rest, ']')
	if len(rest) < 3 || end < 0 {
		s.goodArgNum = false
		s.at++
		return
	}
	s.at += end + 1
	n, ok, next := number(rest[:end], 1)
	if !ok || next != end {
		s.goodArgNum = false
		return
	}
	s.afterIndex = true
	if n < 1 || n > len(s.ops) {
		s.goodArgNum = false
		return
	}
	s.arg = n - 1
}

// width reads a width if there is one: a number, or a star.
func (s *scanner) width(d *directive) {
	if !s.peek('*') {
		d.width, d.hasWidth, s.at = number(s.format, s.at)
		if s.afterIndex && d.hasWidth { // "%[3]2d"
			s.goodArgNum = false
		}
		return
	}
	s.at++
	s.afterIndex = false
	n, found := s.star()
	switch found {
	case vagueNumber:
		s.unsure()
	case noNumber:
		s.out.text("%!(BADWIDTH)")
	default:
		d.width, d.hasWidth = n, true
		if n < 0 {
			d.width = -n
			d.minus = true
			d.zero = false
		}
	}
}

// precision reads a precision if there is one: a dot with a number, a star,
// or nothing.
func (s *scanner) precision(d *directive) {
	if s.at+1 >= len(s.format) || !s.peek('.') {
		return
	}
	s.at++
	if s.afterIndex { // "%[3].2d"
		s.goodArgNum = false
	}
	s.argIndex()
	if !s.peek('*') {
		d.prec, _, s.at = number(s.format, s.at)
		d.hasPrec = true
		return
	}
	s.at++
	s.afterIndex = false
	n, found := s.star()
	switch {
	case found == vagueNumber:
		s.unsure()
	case found == noNumber || n < 0:
		s.out.text("%!(BADPREC)")
	default:
		d.prec, d.hasPrec = n, true
	}
}

// unsure notes that a width or precision can't be told. fmt complains about
// it, or takes it.
func (s *scanner) unsure() {
	s.out.anything("", false)
	s.vague = true
}

// peek reports whether c comes next.
func (s *scanner) peek(c byte) bool {
	return s.at < len(s.format) && s.format[s.at] == c
}

// A finding is what star finds.
type finding uint8

const (
	goodNumber finding = iota
	noNumber
	vagueNumber
)

// star takes the operand that a star in the format stands for.
func (s *scanner) star() (int, finding) {
	if s.arg >= len(s.ops) {
		return 0, noNumber
	}
	op := s.ops[s.arg]
	s.arg++
	switch op.Kind {
	case Int, Uint:
		n, ok := int64(0), false
		switch v := op.value().(type) {
		case int64:
			n, ok = v, true
		case uint64:
			n, ok = int64(min(v, tooLarge+1)), true
		}
		switch {
		case !ok:
			return 0, vagueNumber
		case n > tooLarge || n < -tooLarge:
			return 0, noNumber
		}
		return int(n), goodNumber
	case UnknownKind, Error:
		return 0, vagueNumber
	}
	return 0, noNumber
}

// tooLarge is the greatest width and precision that fmt takes.
const tooLarge = 1e6

// number reads the decimal number at s[at:], and returns where it ends. If it
// is too large, ok is false, and it ends with s.
func number(s string, at int) (n int, ok bool, end int) {
	for end = at; end < len(s) && '0' <= s[end] && s[end] <= '9'; end++ {
		if n > tooLarge {
			return 0, false, len(s)
		}
		n = n*10 + int(s[end]-'0')
		ok = true
	}
	return n, ok, end
}

// extra prints the operands that the format does not use.
func (s *scanner) extra(ops []Operand) {
	s.out.text("%!(EXTRA ")
	for i, op := range ops {
		if i > 0 {
			s.out.text(", ")
		}
		switch op.Kind {
		case Nil:
			s.out.text("<nil>")
		case UnknownKind:
			s.out.anything("", true) // "<nil>", or the type and the value
		default:
			s.out.typeName(op)
			s.out.text("=")
			s.out.operand(op, directive{verb: 'v'})
		}
	}
	s.out.text(")")
}
