package textfn_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/textfn"
)

type (
	Text   string
	Number int
	Count  uint8
	Ratio  float32
	Flag   bool
	Raw    []byte
)

// Color prints in its own way. It is a number below.
type Color int

func (c Color) String() string { return "color " + strconv.Itoa(int(c)) }

// Fault prints in its own way. It is a string below.
type Fault string

func (f Fault) Error() string { return "fault: " + string(f) }

// operandOf returns what stands for the known value v.
func operandOf(v any) textfn.Operand {
	if v == nil {
		return textfn.Operand{Kind: textfn.Nil}
	}
	r := reflect.ValueOf(v)
	op := textfn.Operand{Type: r.Type().String()}
	switch r.Kind() {
	case reflect.String:
		op.Kind, op.Const = textfn.String, r.String()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		op.Kind, op.Const = textfn.Int, r.Int()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		op.Kind, op.Const = textfn.Uint, r.Uint()
	case reflect.Float64:
		op.Kind, op.Const = textfn.Float, r.Float()
	case reflect.Float32:
		op.Kind, op.Const = textfn.Float32, r.Float()
	case reflect.Bool:
		op.Kind, op.Const = textfn.Bool, r.Bool()
	case reflect.Slice:
		op.Kind, op.Const = textfn.Bytes, r.Bytes()
	case reflect.Pointer:
		op.Kind = textfn.Pointer
	default:
		op.Kind = textfn.Other
	}
	switch v := v.(type) {
	case error:
		op.Custom, op.Printed = true, &textfn.Operand{Kind: textfn.String, Const: v.Error()}
	case fmt.Stringer:
		op.Custom, op.Printed = true, &textfn.Operand{Kind: textfn.String, Const: v.String()}
	}
	return op
}

// show writes a text down for messages and tables: holes are in brackets.
func show(t []textfn.Piece) string {
	var b strings.Builder
	for _, p := range t {
		switch {
		case p.Verb == textfn.AnyText:
			b.WriteString("<?>")
		case p.Hole != nil && p.Verb == "":
			fmt.Fprintf(&b, "<%v>", p.Hole)
		case p.Hole != nil || p.Verb != "":
			fmt.Fprintf(&b, "<%v as %s>", p.Hole, p.Verb)
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func str(s string) textfn.Operand { return textfn.Operand{Kind: textfn.String, Const: s} }
func num(n int64) textfn.Operand  { return textfn.Operand{Kind: textfn.Int, Const: n} }
func hole(k textfn.Kind) textfn.Operand {
	return textfn.Operand{Kind: k, Hole: "h"}
}

func TestFormat(t *testing.T) {
	typed := func(op textfn.Operand, typ string) textfn.Operand {
		op.Type = typ
		return op
	}
	for _, tc := range []struct {
		name   string
		format string
		ops    []textfn.Operand
		want   string
	}{
		{"nothing", "", nil, ""},
		{"text", "a%%b", nil, "a%b"},
		{"a string", "a%sb", []textfn.Operand{str("x")}, "axb"},
		{"a hole", "a%sb", []textfn.Operand{hole(textfn.String)}, "a<h>b"},
		{"a hole, %v", "%v", []textfn.Operand{hole(textfn.String)}, "<h>"},
		{"a hole, flags without effect", "%+-0 s", []textfn.Operand{hole(textfn.String)}, "<h>"},
		{"a hole, quoted", "%q", []textfn.Operand{hole(textfn.String)}, "<h as %q>"},
		{"a hole, padded", "%-5s", []textfn.Operand{hole(textfn.String)}, "<h as %-5s>"},
		{"a hole, cut", "%.*s", []textfn.Operand{num(3), hole(textfn.String)}, "<h as %.3s>"},
		{"a hole, Go syntax", "%#v", []textfn.Operand{hole(textfn.String)}, "<h as %#v>"},
		{"bytes", "%s", []textfn.Operand{hole(textfn.Bytes)}, "<h>"},
		{"bytes, %v", "%v", []textfn.Operand{hole(textfn.Bytes)}, "<h as %v>"},
		{"an integer", "%d", []textfn.Operand{hole(textfn.Int)}, "<h>"},
		{"an integer, %+v", "%+v", []textfn.Operand{hole(textfn.Int)}, "<h>"},
		{"an integer, %+d", "%+d", []textfn.Operand{hole(textfn.Int)}, "<h as %+d>"},
		{"an integer, %x", "%x", []textfn.Operand{hole(textfn.Int)}, "<h as %x>"},
		{"an unsigned integer, %#v", "%#v", []textfn.Operand{hole(textfn.Uint)}, "<h as %#v>"},
		{"a bool", "%t", []textfn.Operand{hole(textfn.Bool)}, "<h as %t>"},
		{"an unknown kind", "%s", []textfn.Operand{hole(textfn.UnknownKind)}, "<h as %s>"},
		{"nothing stands for it", "%s", []textfn.Operand{{Kind: textfn.String}}, "<?>"},
		{"a method", "a%sb", []textfn.Operand{{Kind: textfn.String, Const: "x", Custom: true}}, "a<?>b"},
		{"a method's result", "a%sb", []textfn.Operand{{Kind: textfn.Int, Custom: true, Printed: &textfn.Operand{Hole: "r"}}}, "a<r>b"},
		{"a method that is not called", "%d", []textfn.Operand{{Kind: textfn.Int, Const: int64(7), Custom: true, Printed: &textfn.Operand{Hole: "r"}}}, "7"},

		{"missing", "%d", nil, "%!d(MISSING)"},
		{"extra", "x", []textfn.Operand{typed(str("a"), "string"), {Kind: textfn.Nil}, typed(hole(textfn.Int), "main.T")}, "x%!(EXTRA string=a, <nil>, main.T=<h>)"},
		{"extra of an unknown type", "x", []textfn.Operand{str("a"), hole(textfn.UnknownKind)}, "x%!(EXTRA <?>=a, <?>)"},
		{"no extra after an index", "%[1]s", []textfn.Operand{str("a"), str("b")}, "a"},
		{"a bad verb", "%d", []textfn.Operand{typed(str("a"), "string")}, "%!d(string=a)"},
		{"a bad verb, the type unknown", "%d", []textfn.Operand{str("a")}, "%!d(<?>=a)"},
		{"a bad verb for a hole", "%5d", []textfn.Operand{typed(hole(textfn.String), "string")}, "%!d(string=<h as %5s>)"},
		{"no verb", "a%", nil, "a%!(NOVERB)"},
		{"a bad index", "%[3]d%[1]d", []textfn.Operand{num(1)}, "%!d(BADINDEX)1"},
		{"an index", "%[2]s%[1]s", []textfn.Operand{hole(textfn.String), str("x")}, "x<h>"},
		{"a bad width", "%*s", []textfn.Operand{str("x"), str("y")}, "%!(BADWIDTH)y"},
		{"a bad width, unknown", "%*s", []textfn.Operand{hole(textfn.String), str("y")}, "%!(BADWIDTH)y"},
		{"an unknown width", "a%*sb%s", []textfn.Operand{hole(textfn.Int), str("y"), str("z")}, "a<?><?>bz"},
		{"an unknown precision", "%.*s", []textfn.Operand{hole(textfn.UnknownKind), str("y")}, "<?><?>"},
		{"a type", "%T %5T", []textfn.Operand{typed(hole(textfn.Other), "main.T"), typed(str(""), "T")}, "main.T     T"},
		{"an unknown type", "%T", []textfn.Operand{str("")}, "<?>"},
		{"a pointer", "%p", []textfn.Operand{hole(textfn.Pointer)}, "<?>"},
		{"an error, wrapped", "%w", []textfn.Operand{hole(textfn.Error)}, "<?>"},
		{"too wide", "a%1000000d%1000000d", []textfn.Operand{num(1), num(1)}, "a" + strings.Repeat(" ", 999999) + "1<?>"},
		{"too much work", strings.Repeat("%.1000000g", 10), slices.Repeat([]textfn.Operand{{Kind: textfn.Float, Const: 1.5}}, 10), "1.51.51.51.51.51.51.51.5<?><?>"},
		{"the wrong constant", "%s", []textfn.Operand{{Kind: textfn.String, Const: int64(1)}}, "<?>"},
		{"a rune", "%c%v%q", []textfn.Operand{num('é'), num('é'), num('é')}, "é233'é'"},
		{"floats", "%v %v %g", []textfn.Operand{{Kind: textfn.Float32, Const: 0.1}, {Kind: textfn.Float, Const: 1e21}, {Kind: textfn.Float, Const: 2.5}}, "0.1 1e+21 2.5"},
		{"a float of 32 bits as one of 64", "%v", []textfn.Operand{{Kind: textfn.Float, Const: float64(float32(0.1))}}, "0.10000000149011612"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(textfn.Format(tc.format, tc.ops)); got != tc.want {
				t.Errorf("Format(%q) = %q, want %q", tc.format, got, tc.want)
			}
		})
	}
}

func TestPrint(t *testing.T) {
	for _, tc := range []struct {
		name    string
		ops     []textfn.Operand
		print   string
		println string
	}{
		{"nothing", nil, "", "\n"},
		{"strings", []textfn.Operand{str("a"), hole(textfn.String)}, "a<h>", "a <h>\n"},
		{"integers", []textfn.Operand{num(1), hole(textfn.Int)}, "1 <h>", "1 <h>\n"},
		{"both", []textfn.Operand{num(1), str("a"), num(2)}, "1a2", "1 a 2\n"},
		{"nil", []textfn.Operand{{Kind: textfn.Nil}, num(2)}, "<nil> 2", "<nil> 2\n"},
		{"unknown beside a string", []textfn.Operand{str("a"), hole(textfn.UnknownKind)}, "a<h as %v>", "a <h as %v>\n"},
		{"unknown beside an integer", []textfn.Operand{num(1), hole(textfn.UnknownKind)}, "1<?><h as %v>", "1 <h as %v>\n"},
		{"errors", []textfn.Operand{hole(textfn.Error), hole(textfn.Error)}, "<h as %v><?><h as %v>", "<h as %v> <h as %v>\n"},
		{"a named string with a method", []textfn.Operand{num(1), {Kind: textfn.String, Custom: true}}, "1<?>", "1 <?>\n"},
		{"a number with a method", []textfn.Operand{num(1), {Kind: textfn.Int, Custom: true, Printed: &textfn.Operand{Const: "x"}}}, "1 x", "1 x\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(textfn.Print(tc.ops)); got != tc.print {
				t.Errorf("Print = %q, want %q", got, tc.print)
			}
			if got := show(textfn.Println(tc.ops)); got != tc.println {
				t.Errorf("Println = %q, want %q", got, tc.println)
			}
		})
	}
}

// A random source makes operands and formats. It is the same each time.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random {
	return random{rand.New(rand.NewPCG(seed, 1))}
}

func pick[T any](r random, from []T) T {
	return from[r.IntN(len(from))]
}

func (r random) text() string {
	return pick(r, []string{"", "a", "abc", "é", "日本", "\xff", "a`b", "a\nb", "%d", " ", "\u00a0x", "\\", "<nil>", "%!d(string=a)"})
}

// value returns a value that can be formatted. Its kind is known.
func (r random) value() any {
	n := pick(r, []int64{0, 1, -1, 2, 3, 5, 7, 10, 65, 255, 300, 0x10ffff, 0x110000, 1e6 + 1, math.MinInt64, math.MaxInt64})
	f := pick(r, []float64{0, 1, -1, 0.1, 1e21, 1e-7, 123456789, math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), math.MaxFloat64})
	b := pick(r, [][]byte{nil, {}, {0}, []byte("ab"), {0xff, '%'}})
	switch r.IntN(24) {
	case 0, 1, 2:
		return r.text()
	case 3:
		return Text(r.text())
	case 4, 5:
		return int(n)
	case 6:
		return int8(n)
	case 7:
		return rune(n)
	case 8:
		return Number(n)
	case 9:
		return uint64(n)
	case 10:
		return byte(n)
	case 11:
		return Count(n)
	case 12:
		return f
	case 13:
		return float32(f)
	case 14:
		return Ratio(f)
	case 15:
		return n%2 == 0
	case 16:
		return Flag(n%2 == 0)
	case 17:
		return b
	case 18:
		return Raw(b)
	case 19:
		return nil
	case 20:
		return Color(n)
	case 21:
		return Fault(r.text())
	case 22:
		return uintptr(n)
	}
	return int64(r.IntN(12))
}

func (r random) values() []any {
	vs := make([]any, r.IntN(4))
	for i := range vs {
		vs[i] = r.value()
	}
	return vs
}

// format returns a format: most directives are well formed, some are not.
func (r random) format() string {
	var b strings.Builder
	for range r.IntN(4) {
		b.WriteString(pick(r, []string{"", "", "a", "é", "%%", "x=", "\xff"}))
		if r.IntN(12) == 0 {
			for range r.IntN(8) {
				b.WriteByte("%#0+- *.[]123456789dsvqxTpwtUcz!\xc3"[r.IntN(33)])
			}
			continue
		}
		b.WriteByte('%')
		for range r.IntN(3) {
			b.WriteByte("#0+- "[r.IntN(5)])
		}
		index := func() {
			if r.IntN(8) == 0 {
				b.WriteString(pick(r, []string{"[1]", "[2]", "[3]", "[4]", "[0]", "[]", "[x]", "[-1]", "[1"}))
			}
		}
		index()
		b.WriteString(pick(r, []string{"", "", "", "*", "0", "1", "5", "12", "70"}))
		if r.IntN(4) == 0 {
			b.WriteByte('.')
			index()
			b.WriteString(pick(r, []string{"", "*", "0", "1", "3", "20"}))
		}
		index()
		b.WriteString(pick(r, strings.Split("v s d q x X t T p c U b o O e E f F g G w z % é v s d", " ")))
	}
	return b.String()
}

// matches reports whether s is what t stands for. The text of each hole is
// what text returns for it.
func matches(t []textfn.Piece, s string, text func(textfn.Piece) string) bool {
	if len(t) == 0 {
		return s == ""
	}
	p := t[0]
	if p.Verb == textfn.AnyText {
		for i := range len(s) + 1 {
			if promised(p, s[:i]) && matches(t[1:], s[i:], text) {
				return true
			}
		}
		return false
	}
	want := p.Text
	if p.Hole != nil {
		want = text(p)
		if !promised(p, want) {
			return false
		}
	}
	rest, ok := strings.CutPrefix(s, want)
	return ok && matches(t[1:], rest, text)
}

// promised reports whether a hole's text is what the hole promises.
func promised(p textfn.Piece, text string) bool {
	for _, c := range []byte(text) {
		if strings.IndexByte(p.Free, c) >= 0 {
			return false
		}
	}
	return text != "" || !p.NonEmpty
}

// TestConstants compares with fmt, all operands known.
func TestConstants(t *testing.T) {
	r := newRandom(1)
	open := 0
	const cases = 250_000
	for range cases {
		format, vs := r.format(), r.values()
		var ops []textfn.Operand
		for _, v := range vs {
			ops = append(ops, operandOf(v))
		}
		want := fmt.Sprintf(format, vs...)
		got := textfn.Format(format, ops)
		if text, ok := textfn.Constant(got); !ok {
			open++
			if !matches(got, want, nil) {
				t.Fatalf("Format(%q, %#v) = %q, want %q", format, vs, show(got), want)
			}
		} else if text != want {
			t.Fatalf("Format(%q, %#v) = %q, want %q", format, vs, text, want)
		}
		if text, ok := textfn.Constant(textfn.Print(ops)); !ok || text != fmt.Sprint(vs...) {
			t.Fatalf("Print(%#v) = %q, want %q", vs, text, fmt.Sprint(vs...))
		}
		if text, ok := textfn.Constant(textfn.Println(ops)); !ok || text != fmt.Sprintln(vs...) {
			t.Fatalf("Println(%#v) = %q, want %q", vs, text, fmt.Sprintln(vs...))
		}
	}
	t.Logf("%d of %d can't be told", open, cases)
	if open > cases/50 {
		t.Errorf("%d of %d can't be told", open, cases)
	}
}

// TestHoles compares with fmt, some operands unknown.
func TestHoles(t *testing.T) {
	r := newRandom(2)
	for range 150_000 {
		format, vs := r.format(), r.values()
		ops := make([]textfn.Operand, len(vs))
		for i, v := range vs {
			op := operandOf(v)
			if r.IntN(2) == 0 && op.Kind != textfn.Nil {
				op.Const, op.Hole = nil, i
				if op.Printed != nil {
					op.Printed = &textfn.Operand{Hole: methodOf(i)}
				}
			}
			switch r.IntN(8) {
			case 0:
				op.Type = ""
			case 1:
				op.Printed = nil
			case 2:
				op = textfn.Operand{Hole: i, Custom: op.Custom}
			case 3:
				if _, ok := v.(error); ok {
					op = textfn.Operand{Kind: textfn.Error, Hole: i}
				}
			}
			if s, ok := v.(string); ok && op.Kind == textfn.String {
				op.Free, op.NonEmpty = textfn.AllBut(s+"x"), s != ""
			}
			ops[i] = op
		}
		text := func(p textfn.Piece) string {
			verb := p.Verb
			if verb == "" {
				verb = "%v"
			}
			switch h := p.Hole.(type) {
			case methodOf:
				return fmt.Sprintf(verb, said(vs[h]))
			case int:
				if ops[h].Kind == textfn.Bytes && p.Verb == "" {
					verb = "%s"
				}
				v := vs[h]
				if ops[h].Kind == textfn.Int && ops[h].Custom {
					v = reflect.ValueOf(v).Int()
				} else if ops[h].Kind == textfn.String && ops[h].Custom {
					v = reflect.ValueOf(v).String()
				}
				return fmt.Sprintf(verb, v)
			}
			panic(p.Hole)
		}
		if got, want := textfn.Format(format, ops), fmt.Sprintf(format, vs...); !matches(got, want, text) {
			t.Fatalf("Format(%q, %#v) = %q, want %q", format, vs, show(got), want)
		}
		if got, want := textfn.Print(ops), fmt.Sprint(vs...); !matches(got, want, text) {
			t.Fatalf("Print(%#v) = %q, want %q", vs, show(got), want)
		}
		if got, want := textfn.Println(ops), fmt.Sprintln(vs...); !matches(got, want, text) {
			t.Fatalf("Println(%#v) = %q, want %q", vs, show(got), want)
		}
	}
}

// A methodOf stands for what the method of an operand returns.
type methodOf int

func said(v any) string {
	switch v := v.(type) {
	case error:
		return v.Error()
	case fmt.Stringer:
		return v.String()
	}
	return ""
}

// TestOther prints operands whose kind does not tell how.
func TestOther(t *testing.T) {
	for _, v := range []any{struct{ A int }{1}, []int{1}, &struct{ A int }{1}, map[string]int{"a": 1}, errors.New("x"), 1i} {
		op := textfn.Operand{Kind: textfn.Other, Type: reflect.TypeOf(v).String(), Hole: v}
		text := func(p textfn.Piece) string { return fmt.Sprintf(p.Verb, v) }
		for _, format := range []string{"%v", "%s", "%d", "%+v", "%#v", "%T", "a%5vb", "a%.3[1]5", "x"} {
			got := textfn.Format(format, []textfn.Operand{op})
			if want := fmt.Sprintf(format, v); !matches(got, want, text) {
				t.Errorf("Format(%q, %#v) = %q, want %q", format, v, show(got), want)
			}
		}
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("a%sb%5d", "x", int64(1), 1.5)
	f.Add("%[3]*.[2]*[1]s", "x", int64(1), 1.5)
	f.Add("%.", "", int64(-1), 0.0)
	f.Fuzz(func(t *testing.T, format, s string, n int64, x float64) {
		vs := []any{s, int(n), x, []byte(s), nil}
		var ops []textfn.Operand
		for _, v := range vs {
			ops = append(ops, operandOf(v))
		}
		got := textfn.Format(format, ops)
		if len(show(got)) > 1<<16 || slices.ContainsFunc(got, func(p textfn.Piece) bool { return p.Verb != "" }) {
			return
		}
		if text, _ := textfn.Constant(got); text != fmt.Sprintf(format, vs...) {
			t.Errorf("Format(%q, %#v) = %q, want %q", format, vs, text, fmt.Sprintf(format, vs...))
		}
	})
}
