package textfn_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"math"
	"net/url"
	"path"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/captoken/captoken/internal/textfn"
)

func TestFold(t *testing.T) {
	type list = []any
	good, bad := textfn.Err{Nil: true}, textfn.Err{}
	for _, tc := range []struct {
		name string
		fn   string
		args list
		want list // nil if it is not evaluated
	}{
		{"a string", "strings.TrimPrefix", list{"client:bob", "client:"}, list{"bob"}},
		{"three results", "strings.Cut", list{"a=b", "="}, list{"a", "b", true}},
		{"a list", "strings.Split", list{"a,b", ","}, list{[]string{"a", "b"}}},
		{"a nil list", "strings.Join", list{nil, ","}, list{""}},
		{"an int", "strings.Index", list{"abc", "c"}, list{int64(2)}},
		{"a byte", "strings.IndexByte", list{"abc", int64('b')}, list{int64(1)}},
		{"no byte", "strings.IndexByte", list{"abc", int64(256)}, nil},
		{"a rune", "strings.ContainsRune", list{"é", int64('é')}, list{true}},
		{"no rune", "strings.ContainsRune", list{"é", int64(1) << 40}, nil},
		{"repeat", "strings.Repeat", list{"ab", int64(2)}, list{"abab"}},
		{"repeat too often", "strings.Repeat", list{"ab", int64(1 << 20)}, nil},
		{"repeat nothing often", "strings.Repeat", list{"", int64(1 << 20)}, list{""}},
		{"a panic", "strings.Repeat", list{"ab", int64(-1)}, nil},
		{"replace too much", "strings.ReplaceAll", list{strings.Repeat("a", 2000), "a", strings.Repeat("b", 2000)}, nil},
		{"replace some", "strings.Replace", list{strings.Repeat("a", 2000), "a", strings.Repeat("b", 2000), int64(0)}, list{strings.Repeat("a", 2000)}},
		{"no method", "strings.Title", list{"a"}, nil},
		{"no package", "Cut", list{"a"}, nil},
		{"no name", "", nil, nil},
		{"too few operands", "strings.ToUpper", nil, nil},
		{"too many operands", "strings.ToUpper", list{"a", "b"}, nil},
		{"the wrong type", "strings.ToUpper", list{[]byte("a")}, nil},
		{"nil is no string", "strings.ToUpper", list{nil}, nil},

		{"bytes", "bytes.TrimSpace", list{[]byte(" a ")}, list{[]byte("a")}},
		{"nil bytes", "bytes.Clone", list{nil}, list{[]byte(nil)}},
		{"bytes and a string", "bytes.Trim", list{[]byte("xax"), "x"}, list{[]byte("a")}},

		{"decimal", "strconv.Itoa", list{int64(-7)}, list{"-7"}},
		{"hexadecimal", "strconv.FormatInt", list{int64(255), int64(16)}, list{"ff"}},
		{"a base that panics", "strconv.FormatInt", list{int64(255), int64(1)}, nil},
		{"unsigned", "strconv.FormatUint", list{int64(255), int64(16)}, list{"ff"}},
		{"negative for unsigned", "strconv.FormatUint", list{int64(-1), int64(16)}, nil},
		{"a float", "strconv.FormatFloat", list{0.5, int64('f'), int64(-1), int64(64)}, list{"0.5"}},
		{"a size that panics", "strconv.FormatFloat", list{0.5, int64('f'), int64(-1), int64(7)}, nil},
		{"a number", "strconv.Atoi", list{"12"}, list{int64(12), good}},
		{"no number", "strconv.Atoi", list{"x"}, list{int64(0), bad}},
		{"a number not all ints hold", "strconv.Atoi", list{"3000000000"}, nil},
		{"a number no int holds", "strconv.Atoi", list{"99999999999999999999"}, nil},
		{"a number of 64 bits", "strconv.ParseInt", list{"3000000000", int64(10), int64(64)}, list{int64(3000000000), good}},
		{"a number of 8 bits", "strconv.ParseInt", list{"300", int64(10), int64(8)}, list{int64(127), bad}},
		{"a number of any bits", "strconv.ParseInt", list{"3000000000", int64(10), int64(0)}, nil},
		{"an unsigned number", "strconv.ParseUint", list{"ff", int64(16), int64(0)}, list{int64(255), good}},
		{"an unsigned number not all uints hold", "strconv.ParseUint", list{"5000000000", int64(10), int64(0)}, nil},
		{"an unsigned number no int64 holds", "strconv.ParseUint", list{"18446744073709551615", int64(10), int64(64)}, nil},
		{"a bool", "strconv.ParseBool", list{"T"}, list{true, good}},
		{"no bool", "strconv.ParseBool", list{"yes"}, list{false, bad}},
		{"a float parsed", "strconv.ParseFloat", list{"1e3", int64(64)}, list{1000.0, good}},
		{"quoted", "strconv.Quote", list{"a\"b"}, list{`"a\"b"`}},
		{"unquoted", "strconv.Unquote", list{"`a`"}, list{"a", good}},
		{"not quoted", "strconv.Unquote", list{"a"}, list{"", bad}},
		{"a quoted character", "strconv.UnquoteChar", list{`\nx`, int64('"')}, list{int64('\n'), false, "x", good}},

		{"a query", "net/url.QueryEscape", list{"a b/é"}, list{"a+b%2F%C3%A9"}},
		{"a path", "net/url.PathEscape", list{"a b/é"}, list{"a%20b%2F%C3%A9"}},
		{"a query, decoded", "net/url.QueryUnescape", list{"a+b%2f"}, list{"a b/", good}},
		{"a bad query", "net/url.QueryUnescape", list{"%zz"}, list{"", bad}},

		{"elements of a path", "path.Join", list{"a", "../b", "/c"}, list{"b/c"}},
		{"a list of elements", "path.Join", list{[]string{"a", "b"}}, list{"a/b"}},
		{"one element", "path.Join", list{"a/"}, list{"a"}},
		{"no elements", "path.Join", nil, list{""}},
		{"a nil list of elements", "path.Join", list{nil}, list{""}},
		{"split", "path.Split", list{"a/b"}, list{"a/", "b"}},
		{"a platform's paths", "path/filepath.Join", list{"a", "b"}, nil},

		{"HTML", "html.EscapeString", list{"<a>"}, list{"&lt;a&gt;"}},
		{"hex", "encoding/hex.EncodeToString", list{[]byte{1, 0xab}}, list{"01ab"}},
		{"bad hex", "encoding/hex.DecodeString", list{"01x"}, list{[]byte{1}, bad}},
		{"base64", "(*encoding/base64.Encoding).EncodeToString", list{textfn.Var("encoding/base64.RawURLEncoding"), []byte("{}")}, list{"e30"}},
		{"base64, decoded", "(*encoding/base64.Encoding).DecodeString", list{textfn.Var("encoding/base64.StdEncoding"), "e30="}, list{[]byte("{}"), good}},
		{"another encoding", "(*encoding/base64.Encoding).EncodeToString", list{textfn.Var("main.Encoding"), []byte("{}")}, nil},
		{"runes", "unicode/utf8.RuneCountInString", list{"aé"}, list{int64(2)}},
		{"a rune and a size", "unicode/utf8.DecodeRuneInString", list{"é"}, list{int64('é'), int64(2)}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, ok := textfn.Fold(tc.fn, tc.args)
			if ok != (tc.want != nil) || !reflect.DeepEqual(got, tc.want) {
				t.Errorf("%s(%q) = %q, %t, want %q", tc.fn, tc.args, got, ok, tc.want)
			}
		})
	}
}

// functions has every function that Fold knows, but methods and functions
// whose results depend on the size of int.
func functions() []any {
	return []any{
		strings.Clone, strings.Compare, strings.Contains, strings.ContainsAny, strings.ContainsRune, strings.Count,
		strings.Cut, strings.CutPrefix, strings.CutSuffix, strings.EqualFold, strings.Fields, strings.HasPrefix,
		strings.HasSuffix, strings.Index, strings.IndexAny, strings.IndexByte, strings.IndexRune, strings.Join,
		strings.LastIndex, strings.LastIndexAny, strings.LastIndexByte, strings.Repeat, strings.Replace,
		strings.ReplaceAll, strings.Split, strings.SplitAfter, strings.SplitAfterN, strings.SplitN, strings.ToLower,
		strings.ToTitle, strings.ToUpper, strings.ToValidUTF8, strings.Trim, strings.TrimLeft, strings.TrimPrefix,
		strings.TrimRight, strings.TrimSpace, strings.TrimSuffix,

		bytes.Clone, bytes.Compare, bytes.Contains, bytes.ContainsAny, bytes.ContainsRune, bytes.Count, bytes.Cut,
		bytes.CutPrefix, bytes.CutSuffix, bytes.Equal, bytes.EqualFold, bytes.HasPrefix, bytes.HasSuffix, bytes.Index,
		bytes.IndexAny, bytes.IndexByte, bytes.IndexRune, bytes.LastIndex, bytes.LastIndexAny, bytes.LastIndexByte,
		bytes.Repeat, bytes.Replace, bytes.ReplaceAll, bytes.ToLower, bytes.ToTitle, bytes.ToUpper, bytes.ToValidUTF8,
		bytes.Trim, bytes.TrimLeft, bytes.TrimPrefix, bytes.TrimRight, bytes.TrimSpace, bytes.TrimSuffix,

		strconv.AppendBool, strconv.AppendInt, strconv.AppendQuote, strconv.AppendQuoteRune, strconv.Atoi,
		strconv.CanBackquote, strconv.FormatBool, strconv.FormatFloat, strconv.FormatInt, strconv.FormatUint,
		strconv.IsGraphic, strconv.IsPrint, strconv.Itoa, strconv.ParseBool, strconv.ParseFloat, strconv.ParseInt,
		strconv.ParseUint, strconv.Quote, strconv.QuoteRune, strconv.QuoteRuneToASCII, strconv.QuoteRuneToGraphic,
		strconv.QuoteToASCII, strconv.QuoteToGraphic, strconv.QuotedPrefix, strconv.Unquote, strconv.UnquoteChar,

		utf8.AppendRune, utf8.DecodeLastRune, utf8.DecodeLastRuneInString, utf8.DecodeRune, utf8.DecodeRuneInString,
		utf8.FullRune, utf8.FullRuneInString, utf8.RuneCount, utf8.RuneCountInString, utf8.RuneLen, utf8.RuneStart,
		utf8.Valid, utf8.ValidRune, utf8.ValidString,

		url.PathEscape, url.PathUnescape, url.QueryEscape, url.QueryUnescape,
		path.Base, path.Clean, path.Dir, path.Ext, path.IsAbs, path.Join, path.Split,
		html.EscapeString, html.UnescapeString,
		hex.AppendDecode, hex.AppendEncode, hex.DecodeString, hex.DecodedLen, hex.EncodeToString,
		(*base64.Encoding).AppendDecode, (*base64.Encoding).AppendEncode,
		(*base64.Encoding).DecodeString, (*base64.Encoding).EncodeToString,
	}
}

// nameOf returns the name of a function as go/types has it.
func nameOf(fn any) string {
	name := runtime.FuncForPC(reflect.ValueOf(fn).Pointer()).Name()
	// A method is encoding/base64.(*Encoding).EncodeToString here.
	if pkg, rest, ok := strings.Cut(name, ".(*"); ok {
		return "(*" + pkg + "." + rest
	}
	return name
}

// TestFunctions calls each function that Fold knows, and compares.
func TestFunctions(t *testing.T) {
	r := newRandom(3)
	known := make(map[string]bool)
	for _, fn := range functions() {
		name := nameOf(fn)
		known[name] = true
		evaluated := 0
		const calls = 300
		for range calls {
			in, args := r.call(reflect.TypeOf(fn))
			want, panics := call(fn, in)
			got, ok := textfn.Fold(name, args)
			if !ok {
				continue
			}
			evaluated++
			if panics || !same(got, want) {
				t.Fatalf("%s(%q) = %q, want %q, a panic: %t", name, args, got, want, panics)
			}
		}
		if evaluated < calls/20 {
			t.Errorf("%s is evaluated %d times of %d", name, evaluated, calls)
		}
	}
	for _, name := range declared(t) {
		if !known[name] {
			t.Errorf("%s is not in the list", name)
		}
	}
}

// same compares results, where NaN is equal to itself.
func same(a, b []any) bool {
	for i := range min(len(a), len(b)) {
		if x, ok := a[i].(float64); ok && math.IsNaN(x) {
			if y, ok := b[i].(float64); ok && math.IsNaN(y) {
				a[i], b[i] = nil, nil
			}
		}
	}
	return reflect.DeepEqual(a, b)
}

// call calls fn, and returns its results as Fold does.
func call(fn any, in []reflect.Value) (results []any, panics bool) {
	defer func() {
		if recover() != nil {
			panics = true
		}
	}()
	f := reflect.ValueOf(fn)
	var out []reflect.Value
	if f.Type().IsVariadic() {
		out = f.CallSlice(in)
	} else {
		out = f.Call(in)
	}
	for _, v := range out {
		switch v.Kind() {
		case reflect.Interface:
			results = append(results, textfn.Err{Nil: v.IsNil()})
		case reflect.Int, reflect.Int32, reflect.Int64:
			results = append(results, v.Int())
		case reflect.Uint64:
			results = append(results, int64(v.Uint()))
		default:
			results = append(results, v.Interface())
		}
	}
	return results, false
}

// call returns operands for a function: as its values, and as Fold's.
func (r random) call(typ reflect.Type) (in []reflect.Value, args []any) {
	text := func() string {
		var b strings.Builder
		for range r.IntN(4) {
			b.WriteString(pick(r, []string{"a", "b", "ab", "A", " ", "/", "..", "é", "\xff", "\u00a0", "%41", "+", "12", "-", "&amp;", "<", "\"a\"", "true", "ff", "e30="}))
		}
		return b.String()
	}
	for i := range typ.NumIn() {
		var v, arg any
		switch typ.In(i) {
		case reflect.TypeFor[string]():
			s := text()
			v, arg = s, s
		case reflect.TypeFor[[]byte]():
			b := []byte(text())
			if r.IntN(4) == 0 {
				v, arg = []byte(nil), nil
			} else {
				v, arg = b, bytes.Clone(b)
			}
		case reflect.TypeFor[[]string]():
			list := []string{text(), text()}[:r.IntN(3)]
			v, arg = list, list
		case reflect.TypeFor[bool]():
			b := r.IntN(2) == 0
			v, arg = b, b
		case reflect.TypeFor[float64]():
			f := pick(r, []float64{0, 1.5, -1e30, math.Inf(1)})
			v, arg = f, f
		case reflect.TypeFor[int]():
			n := pick(r, []int{-1, 0, 1, 2, 10, 16, 32, 64, 64})
			v, arg = n, int64(n)
		case reflect.TypeFor[int32]():
			n := pick(r, []rune{-1, 'a', 'é', ' ', 0xfffd, 0xd800, 0x110000})
			v, arg = n, int64(n)
		case reflect.TypeFor[uint8]():
			n := pick(r, []byte("ab \"'\xffefg"))
			v, arg = n, int64(n)
		case reflect.TypeFor[int64]():
			n := pick(r, []int64{-1, 0, 9, math.MinInt64})
			v, arg = n, n
		case reflect.TypeFor[uint64]():
			n := pick(r, []int64{0, 9, math.MaxInt64})
			v, arg = uint64(n), n
		case reflect.TypeFor[*base64.Encoding]():
			switch r.IntN(4) {
			case 0:
				v, arg = base64.StdEncoding, textfn.Var("encoding/base64.StdEncoding")
			case 1:
				v, arg = base64.URLEncoding, textfn.Var("encoding/base64.URLEncoding")
			case 2:
				v, arg = base64.RawStdEncoding, textfn.Var("encoding/base64.RawStdEncoding")
			default:
				v, arg = base64.RawURLEncoding, textfn.Var("encoding/base64.RawURLEncoding")
			}
		default:
			panic(typ.In(i).String())
		}
		in, args = append(in, reflect.ValueOf(v)), append(args, arg)
	}
	return in, args
}

// declared returns the names in the switches of the package.
func declared(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("fold?*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var names []string
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SwitchStmt)
			if !ok {
				return true
			}
			if tag, ok := s.Tag.(*ast.Ident); !ok || tag.Name != "name" {
				return true
			}
			for _, c := range s.Body.List {
				for _, e := range c.(*ast.CaseClause).List {
					s, err := strconv.Unquote(e.(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					names = append(names, s)
				}
			}
			return true
		})
	}
	return names
}

// TestFoldCopies changes results, and looks at the operands.
func TestFoldCopies(t *testing.T) {
	b := []byte("abc")
	got, _ := textfn.Fold("bytes.TrimPrefix", []any{b, []byte("a")})
	got[0].([]byte)[0] = 'x'
	if string(b) != "abc" {
		t.Errorf("the operand is %q", b)
	}
	grow := append(make([]byte, 0, 8), "abc"...)
	textfn.Fold("strconv.AppendInt", []any{grow, int64(5), int64(10)})
	if string(grow[:4]) != "abc\x00" {
		t.Errorf("the operand is %q", grow[:4])
	}
}
