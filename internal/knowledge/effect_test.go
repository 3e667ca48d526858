package knowledge_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"go/token"
	"go/types"
	"html"
	"maps"
	"math"
	"net"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/tools/go/packages"

	"github.com/captoken/captoken/internal/knowledge"
)

// effectPackage returns the import path in a row's name, "" for the type
// error.
func effectPackage(name string) string {
	if strings.HasPrefix(name, "(error).") {
		return ""
	}
	name = strings.TrimLeft(name, "(*")
	slash := strings.LastIndex(name, "/") + 1
	return name[:slash+strings.Index(name[slash:], ".")]
}

// isStd reports whether an import path is of the standard library.
func isStd(pkg string) bool {
	first, _, _ := strings.Cut(pkg, "/")
	return pkg != "" && !strings.Contains(first, ".")
}

// stdEffects loads the packages of the standard library that the rows are
// about.
var stdEffects = sync.OnceValues(func() (map[string]*types.Package, error) {
	patterns := make(map[string]bool)
	for _, row := range knowledge.Effects() {
		if pkg := effectPackage(row.Func); isStd(pkg) {
			patterns[pkg] = true
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports},
		slices.Sorted(maps.Keys(patterns))...)
	if err != nil {
		return nil, err
	}
	out := make(map[string]*types.Package)
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			return nil, fmt.Errorf("%s: %v", p.PkgPath, p.Errors[0])
		}
		out[p.PkgPath] = p.Types
	}
	return out, nil
})

// effectFuncs returns the functions of the standard library that are within
// reach of a program, by their full names, and methods that an interface has
// from another one, as [knowledge.EffectThrough] names them.
func effectFuncs(t *testing.T) map[string]*types.Func {
	t.Helper()
	pkgs, err := stdEffects()
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*types.Func)
	methods := func(typ types.Type) {
		named, _ := types.Unalias(typ).(*types.Named)
		if !types.IsInterface(typ) {
			typ = types.NewPointer(typ)
		}
		set := types.NewMethodSet(typ)
		for i := range set.Len() {
			fn := set.At(i).Obj().(*types.Func)
			out[fn.FullName()] = fn
			if named != nil && types.IsInterface(named) && named.Obj().Pkg() != nil {
				out["("+named.Obj().Pkg().Path()+"."+named.Obj().Name()+")."+fn.Name()] = fn
			}
		}
	}
	methods(types.Universe.Lookup("error").Type())
	for _, pkg := range pkgs {
		for _, name := range pkg.Scope().Names() {
			switch obj := pkg.Scope().Lookup(name).(type) {
			case *types.Func:
				out[obj.FullName()] = obj
			case *types.TypeName:
				methods(obj.Type())
			case *types.Var:
				methods(obj.Type())
			}
		}
	}
	return out
}

// A signature is what the tests ask of a row's function.
type signature struct {
	t   *testing.T
	fn  *types.Func
	row *knowledge.Effect
	// left are the exceptions that no rule has needed yet.
	left map[string][]string
}

func (s signature) errorf(format string, args ...any) {
	s.t.Helper()
	s.t.Errorf("%s: %s", s.row.Func, fmt.Sprintf(format, args...))
}

// excepted reports whether the row is an exception from a rule.
func (s signature) excepted(rule string) bool {
	if !slices.Contains(exceptions[rule], s.row.Func) {
		return false
	}
	s.left[rule] = slices.DeleteFunc(s.left[rule], func(name string) bool { return name == s.row.Func })
	return true
}

// operands returns the operands of the function, with their types.
func (s signature) operands() map[knowledge.Arg]types.Type {
	sig := s.fn.Signature()
	out := make(map[knowledge.Arg]types.Type)
	if sig.Recv() != nil {
		out[knowledge.Recv] = sig.Recv().Type()
	}
	for i := range sig.Params().Len() {
		arg := knowledge.Arg0 + knowledge.Arg(i)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			arg = knowledge.Rest
		}
		out[arg] = sig.Params().At(i).Type()
	}
	return out
}

// lists returns the fields of a row that name operands.
func lists(row *knowledge.Effect) map[string][]knowledge.Arg {
	return map[string][]knowledge.Arg{
		"Writes": row.Writes, "WritesDeep": row.WritesDeep, "Keeps": row.Keeps, "Calls": row.Calls,
		"Returns": row.Returns, "Formats": row.Formats, "Reads": row.Reads,
	}
}

// among reports whether one of the lists has an operand.
func among(arg knowledge.Arg, lists ...[]knowledge.Arg) bool {
	return slices.ContainsFunc(lists, func(list []knowledge.Arg) bool { return slices.Contains(list, arg) })
}

// immutable are types with memory that nothing can change.
var immutable = []string{
	"*encoding/base32.Encoding", "*encoding/base64.Encoding", "*net/url.Userinfo", "*runtime.Func", "*time.Location",
	"encoding/base32.Encoding", "encoding/base64.Encoding", "net/netip.AddrPort", "reflect.Type", "time.Time",
}

// refers reports whether values of a type may refer to memory.
func refers(typ types.Type) bool {
	if slices.Contains(immutable, typ.String()) {
		return false
	}
	if param, ok := typ.(*types.TypeParam); ok {
		// A type set of basic types, such as cmp.Ordered, refers to none.
		return !slices.Contains([]string{"cmp.Ordered", "math/rand/v2.intType"}, param.Constraint().String())
	}
	switch t := typ.Underlying().(type) {
	case *types.Basic:
		return t.Kind() == types.UnsafePointer
	case *types.Array:
		return refers(t.Elem())
	case *types.Struct:
		for field := range t.Fields() {
			if refers(field.Type()) {
				return true
			}
		}
		return false
	}
	return true
}

// holdsFunc reports whether a type is that of functions, or of slices of
// them.
func holdsFunc(typ types.Type) bool {
	switch t := typ.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Slice:
		return holdsFunc(t.Elem())
	}
	return false
}

// exceptions are rows that are right, though they break a rule of
// [TestEffectSignatures].
var exceptions = map[string][]string{
	// They do not panic if an operand is nil.
	"careful": {
		"(*sync/atomic.Pointer[T]).CompareAndSwap", "errors.Unwrap", "net/http.ListenAndServe",
		"net/http.ListenAndServeTLS", "os.SameFile",
	},
	// They call no method of an interface.
	"looks": {
		"(*sync.Map).CompareAndDelete", "(*sync.Map).Delete", "(*sync.Map).Load", "(*sync.Map).LoadAndDelete",
		"(*sync.Map).CompareAndSwap", "(*sync/atomic.Value).CompareAndSwap", "(context.Context).Value",
		"(*net/http.ProtocolError).Is", "encoding/binary.Append", "encoding/binary.Decode", "encoding/binary.Encode",
		"encoding/binary.Read", "encoding/binary.Size", "encoding/binary.Write", "reflect.DeepEqual",
		"reflect.TypeOf", "runtime.KeepAlive", "sort.Slice", "sort.SliceIsSorted", "sort.SliceStable",
		"errors.As", "text/template.IsTrue", "html/template.IsTrue", "text/template.Must", "html/template.Must",
	},
	// Their name says that they change their receiver, but they do not.
	"unchanged": {
		"(*bytes.Reader).ReadAt", "(*strings.Reader).ReadAt", "(*strings.Replacer).WriteString",
		"(encoding/binary.ByteOrder).PutUint16", "(encoding/binary.ByteOrder).PutUint32",
		"(encoding/binary.ByteOrder).PutUint64", "(net/http.Header).Write", "(net/http.Header).WriteSubset",
	},
}

// Each row is about a function that exists, once, and names operands that the
// function has. What its signature says of the function is not left out.
func TestEffectSignatures(t *testing.T) {
	funcs := effectFuncs(t)
	seen, left := make(map[string]bool), make(map[string][]string)
	for rule, names := range exceptions {
		left[rule] = slices.Clone(names)
	}
	for _, row := range knowledge.Effects() {
		if seen[row.Func] {
			t.Errorf("%s: two rows", row.Func)
		}
		seen[row.Func] = true
		fn := funcs[row.Func]
		switch pkg := effectPackage(row.Func); {
		case pkg != "" && !isStd(pkg):
			if !spelling.MatchString(row.Func) {
				t.Errorf("%s: not the name of a function or method", row.Func)
			}
		case fn == nil:
			t.Errorf("%s: no such function", row.Func)
		default:
			signature{t, fn, &row, left}.check()
		}
	}
	for rule, names := range left {
		for _, name := range names {
			t.Errorf("%s: no exception from the rule %s", name, rule)
		}
	}
}

// spelling is how [types.Func.FullName] spells functions and methods.
var spelling = regexp.MustCompile(`^(\([^()]+\.[A-Za-z]+\)|\(\*[^()*]+\.[A-Za-z]+\)|[^()*]+)\.[A-Z][A-Za-z0-9_]*$`)

func (s signature) check() {
	operands := s.operands()
	for name, list := range lists(s.row) {
		for _, arg := range list {
			if arg == knowledge.Every {
				continue
			}
			if operands[arg] == nil {
				s.errorf("%s names operand %d, which it has not", name, arg)
			} else if !refers(operands[arg]) {
				s.errorf("%s names operand %d, which refers to no memory", name, arg)
			}
		}
		if slices.Contains(list, knowledge.NoArg) {
			s.errorf("%s names no operand", name)
		}
	}
	for arg, typ := range operands {
		s.checkOperand(arg, typ)
	}
	if len(s.row.Calls) > 0 && !s.row.Panics {
		s.errorf("calls functions, but does not panic if they are nil")
	}
	if s.row.NoReturn && s.fn.Signature().Results().Len() > 0 {
		s.errorf("has results, but does not return")
	}
	if (s.row.SetsEnv || s.row.NoReturn) && !s.row.Acts {
		s.errorf("SetsEnv or NoReturn, but not Acts")
	}
	if s.row.Fresh && len(s.row.Returns) == 0 {
		s.errorf("Fresh without Returns")
	}
	if s.fn.Signature().Results().Len() == 0 && len(s.row.Returns) > 0 {
		s.errorf("Returns, but has no results")
	}
	if strings.HasPrefix(s.fn.Name(), "Append") {
		s.checkAppend()
	}
	s.checkWrites()
}

// checkOperand holds a row to the type of one operand.
func (s signature) checkOperand(arg knowledge.Arg, typ types.Type) {
	row := s.row
	if !refers(typ) {
		return
	}
	all := slices.Collect(maps.Values(lists(row)))
	if !among(arg, all...) {
		s.errorf("nothing is said of operand %d", arg)
	}
	if holdsFunc(typ) && arg != knowledge.Recv && !among(arg, row.Calls, row.Keeps) {
		s.errorf("the function operand %d is in neither Calls nor Keeps", arg)
	}
	_, param := typ.(*types.TypeParam)
	if types.IsInterface(typ) && !param {
		if !among(arg, row.Formats, row.Keeps, row.Returns) && !s.excepted("looks") {
			s.errorf("the interface operand %d is in none of Formats, Keeps, and Returns", arg)
		}
		if typ.Underlying().(*types.Interface).NumMethods() > 0 && among(arg, row.Formats) && !row.Panics &&
			!s.excepted("careful") {
			s.errorf("methods of operand %d are called, which does not panic if it is nil", arg)
		}
	}
	if _, ok := typ.Underlying().(*types.Pointer); ok && arg != knowledge.Recv && !row.Panics &&
		!among(arg, row.Keeps, row.Returns) && !s.excepted("careful") {
		s.errorf("operand %d may be nil, which does not panic", arg)
	}
}

// checkAppend holds a row to its name: functions that append write to the
// slice, and return it.
func (s signature) checkAppend() {
	operands := s.operands()
	if _, ok := operands[knowledge.Arg0].Underlying().(*types.Slice); ok &&
		!(among(knowledge.Arg0, s.row.Writes, s.row.WritesDeep) && among(knowledge.Arg0, s.row.Returns)) {
		s.errorf("appends to operand 0, but does not write to it and return it")
	}
}

// changes are beginnings of the names of methods that change their receiver.
var changes = []string{
	"Add", "Clear", "Close", "Decode", "Del", "Discard", "Flush", "Grow", "Next", "Put", "Read", "Reset", "Scan", "Seek",
	"Set", "Store", "Swap", "Truncate", "Unmarshal", "Unread", "Write",
}

// checkWrites holds a row to what names say that a function writes to.
func (s signature) checkWrites() {
	sig := s.fn.Signature()
	if sig.Recv() != nil && refers(sig.Recv().Type()) && slices.ContainsFunc(changes, func(name string) bool {
		rest, ok := strings.CutPrefix(s.fn.Name(), name)
		return ok && (rest == "" || unicode.IsUpper(rune(rest[0])))
	}) && !among(knowledge.Recv, s.row.Writes, s.row.WritesDeep) && !s.excepted("unchanged") {
		s.errorf("the name says that it changes its receiver")
	}
	for i := range sig.Params().Len() {
		param := sig.Params().At(i)
		if _, ok := param.Type().Underlying().(*types.Slice); !ok {
			continue
		}
		counts := sig.Results().Len() > 0 && sig.Results().At(0).Name() == "n"
		reads := strings.HasPrefix(s.fn.Name(), "Read")
		dst := param.Name() == "dst" ||
			slices.Contains([]string{"p", "b", "buf"}, param.Name()) && (counts || reads) && !strings.HasPrefix(s.fn.Name(), "Write")
		if dst && !among(knowledge.Arg0+knowledge.Arg(i), s.row.Writes, s.row.WritesDeep) {
			s.errorf("does not write to %s", param.Name())
		}
	}
}

// A row is found for methods of interfaces, for instances, and in vendor
// directories. Most functions have none.
func TestEffectOf(t *testing.T) {
	funcs := effectFuncs(t)
	std, err := stdEffects()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"fmt.Sprint", "(*strings.Builder).WriteString", "(net/http.ResponseWriter).Write", "(error).Error"} {
		if row, ok := knowledge.EffectOf(funcs[name]); !ok || row.Func != name {
			t.Errorf("%s: got %v, %t", name, row, ok)
		}
	}
	for _, name := range []string{"(io.Writer).Write", "(io.Reader).Read", "(net/http.Handler).ServeHTTP", "flag.Parse"} {
		if row, ok := knowledge.EffectOf(funcs[name]); ok {
			t.Errorf("%s has the row %v", name, row)
		}
	}
	if _, ok := knowledge.EffectOf(nil); ok {
		t.Error("no function has a row")
	}

	pointer := std["sync/atomic"].Scope().Lookup("Pointer").Type()
	instance, err := types.Instantiate(nil, pointer, []types.Type{types.Typ[types.Int]}, false)
	if err != nil {
		t.Fatal(err)
	}
	load, _, _ := types.LookupFieldOrMethod(types.NewPointer(instance), true, nil, "Load")
	if row, ok := knowledge.EffectOf(load.(*types.Func)); !ok || row.Func != "(*sync/atomic.Pointer[T]).Load" {
		t.Errorf("a method of an instance: got %v, %t", row, ok)
	}

	vendored := types.NewPackage("example.com/app/vendor/github.com/google/uuid", "uuid")
	fn := types.NewFunc(token.NoPos, vendored, "NewString", types.NewSignatureType(nil, nil, nil, nil, nil, false))
	if row, ok := knowledge.EffectOf(fn); !ok || row.Func != "github.com/google/uuid.NewString" {
		t.Errorf("in a vendor directory: got %v, %t", row, ok)
	}
	mine := types.NewPackage("example.com/strings", "strings")
	fn = types.NewFunc(token.NoPos, mine, "Contains", types.NewSignatureType(nil, nil, nil, nil, nil, false))
	if row, ok := knowledge.EffectOf(fn); ok {
		t.Errorf("another package of that name: got %v", row)
	}
}

// A method that an interface has from another one has the row of the
// interface that it is called through.
func TestEffectThrough(t *testing.T) {
	funcs := effectFuncs(t)
	std, err := stdEffects()
	if err != nil {
		t.Fatal(err)
	}
	write := funcs["(io.Writer).Write"]
	for _, tc := range []struct {
		recv types.Type
		fn   *types.Func
		want string
	}{
		{std["hash"].Scope().Lookup("Hash").Type(), write, "(hash.Hash).Write"},
		{std["hash"].Scope().Lookup("Hash32").Type(), write, "(hash.Hash32).Write"},
		{std["hash"].Scope().Lookup("Hash32").Type(), funcs["(hash.Hash).Sum"], "(hash.Hash).Sum"},
		{std["net"].Scope().Lookup("Error").Type(), funcs["(error).Error"], "(error).Error"},
		{std["io"].Scope().Lookup("Writer").Type(), write, ""},
		{std["io"].Scope().Lookup("ReadWriter").Type(), write, ""},
		{std["hash"].Scope().Lookup("Hash").Type(), nil, ""},
	} {
		row, ok := knowledge.EffectThrough(tc.recv, tc.fn)
		if ok != (tc.want != "") || ok && row.Func != tc.want {
			t.Errorf("%v through %s: got %v, want %q", tc.fn, tc.recv, row, tc.want)
		}
	}
}

// run are functions that TestEffectRun calls.
var run = []any{
	strings.Clone, strings.Compare, strings.Contains, strings.ContainsAny, strings.ContainsRune, strings.Count, strings.Cut,
	strings.CutPrefix, strings.CutSuffix, strings.EqualFold, strings.Fields, strings.HasPrefix, strings.HasSuffix,
	strings.Index, strings.IndexAny, strings.IndexByte, strings.IndexRune, strings.Join, strings.LastIndex,
	strings.LastIndexAny, strings.LastIndexByte, strings.Repeat, strings.Replace, strings.ReplaceAll, strings.Split,
	strings.SplitAfter, strings.SplitAfterN, strings.SplitN, strings.ToLower, strings.ToTitle, strings.ToUpper,
	strings.ToValidUTF8, strings.Trim, strings.TrimLeft, strings.TrimPrefix, strings.TrimRight, strings.TrimSpace,
	strings.TrimSuffix, strings.NewReplacer,

	bytes.Clone, bytes.Compare, bytes.Contains, bytes.ContainsAny, bytes.ContainsRune, bytes.Count, bytes.Cut,
	bytes.CutPrefix, bytes.CutSuffix, bytes.Equal, bytes.EqualFold, bytes.Fields, bytes.HasPrefix, bytes.HasSuffix,
	bytes.Index, bytes.IndexAny, bytes.IndexByte, bytes.IndexRune, bytes.LastIndex, bytes.LastIndexAny,
	bytes.LastIndexByte, bytes.Repeat, bytes.Replace, bytes.ReplaceAll, bytes.Runes, bytes.Split, bytes.SplitAfter,
	bytes.SplitAfterN, bytes.SplitN, bytes.ToLower, bytes.ToTitle, bytes.ToUpper, bytes.ToValidUTF8, bytes.Trim,
	bytes.TrimLeft, bytes.TrimPrefix, bytes.TrimRight, bytes.TrimSpace, bytes.TrimSuffix,

	strconv.AppendBool, strconv.AppendFloat, strconv.AppendInt, strconv.AppendQuote, strconv.Atoi, strconv.CanBackquote,
	strconv.FormatBool, strconv.FormatFloat, strconv.FormatInt, strconv.FormatUint, strconv.Itoa, strconv.ParseBool,
	strconv.ParseFloat, strconv.ParseInt, strconv.ParseUint, strconv.Quote, strconv.QuoteToASCII, strconv.Unquote,

	unicode.IsDigit, unicode.IsLetter, unicode.IsSpace, unicode.IsUpper, unicode.SimpleFold, unicode.To, unicode.ToLower,
	utf8.AppendRune, utf8.DecodeLastRune, utf8.DecodeRune, utf8.DecodeRuneInString, utf8.EncodeRune, utf8.FullRune,
	utf8.RuneCount, utf8.RuneCountInString, utf8.RuneLen, utf8.Valid, utf8.ValidString,
	utf16.AppendRune, utf16.Decode, utf16.DecodeRune, utf16.Encode, utf16.RuneLen,

	html.EscapeString, html.UnescapeString, path.Base, path.Clean, path.Dir, path.Ext, path.IsAbs, path.Join, path.Match,
	path.Split, filepath.Base, filepath.Clean, filepath.Ext, filepath.Join, filepath.Match, filepath.Rel,
	filepath.SplitList, filepath.ToSlash, url.JoinPath, url.PathEscape, url.PathUnescape, url.QueryEscape,
	url.QueryUnescape, url.ParseQuery, regexp.QuoteMeta, regexp.MatchString, regexp.Match, regexp.MustCompile,

	hex.AppendEncode, hex.AppendDecode, hex.Decode, hex.DecodeString, hex.Dump, hex.Encode, hex.EncodeToString,
	hex.EncodedLen, base64.NewEncoding, http.CanonicalHeaderKey, http.DetectContentType, http.ParseHTTPVersion,
	http.StatusText, net.IPv4, net.JoinHostPort, net.ParseIP, net.ParseMAC, net.SplitHostPort, net.CIDRMask,
	time.ParseDuration,

	math.Abs, math.Ceil, math.Floor, math.IsInf, math.Max, math.Mod, math.Pow, math.Round, math.Sqrt,
	sort.Ints, sort.SearchInts, sort.SearchStrings, sort.Strings, sort.StringsAreSorted,
	slices.BinarySearch[[]string], slices.Clip[[]byte], slices.Clone[[]byte], slices.Compact[[]byte],
	slices.Compare[[]string], slices.Concat[[]byte], slices.Contains[[]string], slices.Delete[[]byte],
	slices.Equal[[]byte], slices.Grow[[]byte], slices.Index[[]string], slices.Insert[[]byte], slices.IsSorted[[]int],
	slices.Max[[]int], slices.Min[[]string], slices.Repeat[[]byte], slices.Replace[[]byte], slices.Reverse[[]byte],
	slices.Sort[[]string], slices.Clone[[][]byte], slices.Concat[[][]byte], slices.Delete[[][]byte],
}

// samples returns values of a type. A slice has spare elements.
func samples(typ reflect.Type) []reflect.Value {
	values := func(of ...any) []reflect.Value {
		out := make([]reflect.Value, len(of))
		for i, v := range of {
			out[i] = reflect.ValueOf(v).Convert(typ)
		}
		return out
	}
	switch typ.Kind() {
	case reflect.String:
		return values("", "a", "Go, gopher: Go!", "%41/../ä\xff.b")
	case reflect.Bool:
		return values(false, true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		return values(-1, 0, 1, 3, 64, 90)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return values(0, 1, 'a')
	case reflect.Float64:
		return values(-1.5, 0.0, 3.0)
	case reflect.Slice:
		elems := samples(typ.Elem())
		full := reflect.MakeSlice(typ, 0, 3*len(elems)+2)
		for range 3 {
			full = reflect.Append(full, elems...)
		}
		return []reflect.Value{reflect.Zero(typ), reflect.MakeSlice(typ, 0, 4), full.Slice(0, 2*len(elems))}
	}
	panic("no samples of " + typ.String())
}

// clone copies a value of a sampled type with what it refers to, and with
// spare elements.
func clone(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Slice || v.IsNil() {
		return v
	}
	out := reflect.MakeSlice(v.Type(), v.Cap(), v.Cap())
	whole := v.Slice(0, v.Cap())
	for i := range whole.Len() {
		out.Index(i).Set(clone(whole.Index(i)))
	}
	return out.Slice(0, v.Len())
}

// memory writes down what a value refers to, with spare elements.
func memory(v reflect.Value) string {
	if v.Kind() == reflect.Slice {
		var s strings.Builder
		whole := v.Slice(0, v.Cap())
		for i := range whole.Len() {
			fmt.Fprintf(&s, "%s;", memory(whole.Index(i)))
		}
		return s.String()
	}
	return fmt.Sprintf("%#v", v.Interface())
}

// scribble changes all that a value refers to.
func scribble(v reflect.Value) {
	if v.Kind() != reflect.Slice {
		return
	}
	whole := v.Slice(0, v.Cap())
	for i := range whole.Len() {
		switch elem := whole.Index(i); elem.Kind() {
		case reflect.Slice:
			scribble(elem)
		case reflect.String:
			elem.SetString(elem.String() + "!")
		case reflect.Int, reflect.Int32, reflect.Int64:
			elem.SetInt(elem.Int() + 1)
		case reflect.Uint8, reflect.Uint16:
			elem.SetUint(elem.Uint() ^ 1)
		}
	}
}

// Calls of functions do what their rows say: the same each time, to no memory
// but that of Writes, with results that share the memory of Returns alone.
func TestEffectRun(t *testing.T) {
	rows := make(map[string]*knowledge.Effect)
	for _, row := range knowledge.Effects() {
		rows[row.Func] = &row
	}
	for _, fn := range run {
		v := reflect.ValueOf(fn)
		name, _, _ := strings.Cut(runtime.FuncForPC(v.Pointer()).Name(), "[")
		row := rows[name]
		if row == nil {
			t.Errorf("%s has no row", name)
			continue
		}
		if row.Varies || row.Acts || row.Env || len(row.Calls) > 0 {
			t.Errorf("%s is not to be run", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			for args := range product(v.Type()) {
				runOnce(t, v, row, args)
				if t.Failed() {
					return
				}
			}
		})
	}
}

// product yields arguments for a function: all combinations of samples.
func product(fn reflect.Type) func(yield func([]reflect.Value) bool) {
	return func(yield func([]reflect.Value) bool) {
		args := make([]reflect.Value, fn.NumIn())
		var fill func(i int) bool
		fill = func(i int) bool {
			if i == len(args) {
				return yield(args)
			}
			for _, v := range samples(fn.In(i)) {
				args[i] = v
				if !fill(i + 1) {
					return false
				}
			}
			return true
		}
		fill(0)
	}
}

func runOnce(t *testing.T, fn reflect.Value, row *knowledge.Effect, args []reflect.Value) {
	t.Helper()
	first, second := make([]reflect.Value, len(args)), make([]reflect.Value, len(args))
	var before []string
	for i, arg := range args {
		first[i], second[i] = clone(arg), clone(arg)
		before = append(before, memory(arg))
	}
	results, panicked := call(fn, first)
	again, _ := call(fn, second)
	if panicked && !row.Panics {
		t.Errorf("%v: panics", before)
	}
	if written, rewritten := texts(results), texts(again); !slices.Equal(written, rewritten) {
		t.Errorf("%v: got %s, and then %s", before, written, rewritten)
	}
	sig := fn.Type()
	operand := func(i int) knowledge.Arg {
		if sig.IsVariadic() && i == sig.NumIn()-1 {
			return knowledge.Rest
		}
		return knowledge.Arg0 + knowledge.Arg(i)
	}
	for i := range args {
		if after := memory(first[i]); after != before[i] && !among(operand(i), row.Writes, row.WritesDeep) {
			t.Errorf("%v: argument %d is now %s", before, i, after)
		}
	}
	for i := range args {
		if among(operand(i), row.Returns) {
			continue
		}
		results := texts(results)
		scribble(second[i])
		if after := texts(again); !slices.Equal(results, after) {
			t.Errorf("%v: the result was %s, and after a change of argument %d, %s", before, results, i, after)
		}
	}
}

// call calls a function, and reports whether it panics.
func call(fn reflect.Value, args []reflect.Value) (results []reflect.Value, panicked bool) {
	defer func() {
		if recover() != nil {
			panicked = true
		}
	}()
	if fn.Type().IsVariadic() {
		return fn.CallSlice(args), false
	}
	return fn.Call(args), false
}

// texts writes down results.
func texts(results []reflect.Value) []string {
	out := make([]string, len(results))
	for i, v := range results {
		if err, ok := v.Interface().(error); ok {
			out[i] = err.Error()
			continue
		}
		out[i] = fmt.Sprintf("%v", v.Interface())
	}
	return out
}
