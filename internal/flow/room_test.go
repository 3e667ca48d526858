package flow

import (
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A row is a program, a question about it, and the answer of the engine.
//
// The source is the body of a function f, or declarations, f among them. Behind
// them there may be other packages of the program, each with a line like -- b --
// before its declarations. The package of f is p. They import each other where
// they name each other.
//
// The question has expressions, and may begin with a word that says what is
// asked of them: see questions. They are evaluated where the source has an @, or
// at the end of the body.
type row struct{ name, source, question, answer string }

// prelude is declared in each package.
const prelude = `
func ask(...any) {}

// What they do can't be told.
func opaque(...any) any
func opaqueText(...any) string

// The client sees to what they do; Add returns its receiver.
type claims struct { Name string; Extra map[string]string }
func newClaims(name string) *claims
func (*claims) Add(key string, v any) *claims
func (*claims) Header() map[string]string
func sign(c *claims) string
`

// knownHere tells of the functions that the client sees to.
func knownHere(fn *types.Func) Known {
	if fn.Pkg() == nil || !strings.HasPrefix(fn.Pkg().Path(), "example.com/") {
		return Known{}
	}
	switch fn.Name() {
	case "newClaims", "sign":
		return Known{Known: true}
	case "Add":
		return Known{Known: true, Fluent: true}
	case "Header":
		return Known{Known: true, Part: "header"}
	}
	return Known{}
}

// importable are the packages that a source may use.
var importable = []string{
	"bytes", "context", "encoding/base64", "encoding/json", "errors", "fmt", "io", "maps", "net/url", "os", "reflect", "slices", "sort",
	"strconv", "strings", "sync", "sync/atomic", "time", "unsafe",
}

// questions are what can be asked of expressions. A question that begins with
// none of these words asks for their values.
var questions = map[string]func(a *asking) string{
	"value": func(a *asking) string {
		var out []string
		for i := range a.exprs {
			out = append(out, show(a.value(i)))
		}
		return strings.Join(out, ", ")
	},
	// What it is as each call of its function in the package makes it.
	"called": func(a *asking) string {
		frames, all := a.trace.Callers(a.frame)
		var out []string
		for _, f := range frames {
			out = append(out, show(a.trace.Eval(a.exprs[0], f)))
		}
		if !all {
			out = append(out, "and more")
		}
		return strings.Join(out, "; ")
	},
	"rebound": func(a *asking) string {
		var out []string
		for _, v := range a.trace.Rebind(a.value(0), a.frame) {
			out = append(out, show(v))
		}
		return strings.Join(out, "; ")
	},
	// What it is when its function returns.
	"end": func(a *asking) string { return show(a.trace.AtEnd(a.exprs[0], a.frame)) },
	// What the first has become by the time that the second, a call, runs.
	"later": func(a *asking) string { return show(a.trace.Later(a.value(0), a.value(1))) },
	// What each that the first may be has become by then.
	"one": func(a *asking) string {
		var out []string
		for _, v := range a.value(0).Strip().Args {
			out = append(out, show(a.trace.Later(v, a.value(1))))
		}
		return strings.Join(out, "; ")
	},
	"stored": func(a *asking) string { return show(a.value(0).Stored()) },
	"same":   func(a *asking) string { return fmt.Sprint(a.value(0).Identity() == a.value(1).Identity()) },
	"escapes": func(a *asking) string {
		var out []string
		for _, e := range a.trace.Escapes(a.exprs[0], a.frame) {
			out = append(out, e.How)
		}
		return strings.Join(out, "; ")
	},
	// What is called after the first, a call, and before the last.
	"between": func(a *asking) string {
		p, ok := a.trace.Between(a.exprs[0], a.exprs[len(a.exprs)-1], a.frame)
		var out []string
		for _, call := range p.Calls {
			if call == nil {
				out = append(out, "?")
			} else {
				out = append(out, called(a.pkg.StaticCallee(call)))
			}
		}
		if p.Loops {
			out = append(out, "again")
		}
		if ok && !p.Dominates {
			out = append(out, "perhaps")
		}
		if !ok {
			out = append(out, "?")
		}
		return strings.Join(out, "; ")
	},
	// Whether two come from the same place.
	"place": func(a *asking) string {
		p, ok := a.trace.Place(a.value(0))
		q, also := a.trace.Place(a.value(1))
		return fmt.Sprint(ok && also && p == q)
	},
	// Whether what the first refers to is reached from the other variables only.
	"owns": func(a *asking) string {
		var by []types.Object
		for _, e := range a.exprs[1:] {
			by = append(by, a.pkg.ObjectOf(e.(*ast.Ident)))
		}
		return fmt.Sprint(a.trace.Owns(a.exprs[0], a.frame, func(v *types.Var) bool { return slices.Contains(by, types.Object(v)) }))
	},
	// The functions that are handed the address of a field.
	"addressed": func(a *asking) string {
		v := a.pkg.ObjectOf(a.exprs[0].(*ast.SelectorExpr).Sel).(*types.Var)
		calls, all := a.trace.Addressed(v)
		var out []string
		for _, call := range calls {
			out = append(out, types.ExprString(call.Fun))
		}
		if !all {
			out = append(out, "and more")
		}
		return strings.Join(out, "; ")
	},
	// What the function does that a call calls.
	"effect": func(a *asking) string {
		eff := a.trace.Effect(a.pkg.StaticCallee(a.exprs[0].(*ast.CallExpr)))
		return strings.TrimSpace(map[bool]string{true: "builds "}[eff.Builds] + map[bool]string{true: "acts"}[eff.Acts])
	},
	// And whether the budget was used up.
	"spent": func(a *asking) string {
		v := show(a.value(0))
		return fmt.Sprint(v, ", ", a.trace.Exhausted())
	},
	"callee": func(a *asking) string {
		if fn := a.pkg.Callee(a.exprs[0].(*ast.CallExpr)); fn != nil {
			return fn.Name()
		}
		return "?"
	},
	"assigned": func(a *asking) string {
		var out []string
		for _, e := range a.pkg.Assigned(a.variable()) {
			if e == nil {
				out = append(out, "?")
			} else {
				out = append(out, types.ExprString(e))
			}
		}
		return strings.Join(out, "; ")
	},
	"constant": func(a *asking) string {
		return fmt.Sprint(a.pkg.IsConstantParam(a.pkg.Function(a.exprs[0]), a.variable()))
	},
}

var word = regexp.MustCompile(`^([a-z]+): `)

// An asking is a question about a program.
type asking struct {
	pkg   *Index
	trace *Tracer
	exprs []ast.Expr
	frame *Frame // of the function that they are in
}

func (a *asking) value(i int) *Value { return a.trace.Eval(a.exprs[i], a.frame) }

// variable returns the variable that is asked about.
func (a *asking) variable() *types.Var {
	v, _ := a.pkg.ObjectOf(a.exprs[0].(*ast.Ident)).(*types.Var)
	return v
}

// ask holds the engine to the rows of a room.
func ask(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			kind, exprs := "value", r.question
			if m := word.FindStringSubmatch(r.question); m != nil {
				kind, exprs = m[1], r.question[len(m[0]):]
			}
			a, err := load(r.source, exprs)
			if err != nil {
				t.Fatalf("%v:\n%s", err, r.source)
			}
			got := questions[kind](a)
			if err := a.trace.Err(); err != nil {
				t.Error(err)
			}
			if got != r.answer {
				t.Errorf("%s is %s, want %s:\n%s", r.question, got, r.answer, r.source)
			}
		})
	}
}

var marker = regexp.MustCompile(`(?m)^\s*-- (\w+) --$`)

// load type-checks a program with a question in it.
func load(source, exprs string) (*asking, error) {
	source, others := source, ""
	if m := marker.FindStringIndex(source); m != nil {
		source, others = source[:m[0]], source[m[0]:]
	}
	if !strings.Contains(source, "func f(") {
		if !strings.Contains(source, "@") {
			source += "\n@"
		}
		source = "func f(s, t string, b, c bool, n int) {\n" + source + "}\n"
	}
	if strings.Count(source+others, "@") != 1 {
		return nil, errors.New("the source does not say where to ask")
	}
	texts := []text{{path: "example.com/p", decls: source}}
	names := marker.FindAllStringSubmatch(others, -1)
	for i, decls := range marker.Split(others, -1)[1:] {
		texts = append(texts, text{path: "example.com/" + names[i][1], decls: decls})
	}
	paths := slices.Clone(importable)
	for _, t := range texts {
		paths = append(paths, t.path)
	}
	for i := range texts {
		t := &texts[i]
		t.decls = prelude + strings.Replace(t.decls, "@", "ask("+exprs+")\n", 1)
		for _, p := range paths {
			if p != t.path && regexp.MustCompile(`\b`+p[strings.LastIndex(p, "/")+1:]+`\.`).MatchString(t.decls) {
				t.imports = append(t.imports, p)
			}
		}
	}
	units, fset, err := checkTexts(texts...)
	if err != nil {
		return nil, err
	}
	a := &asking{pkg: NewIndex(fset, units, knownHere)}
	a.trace = a.pkg.Trace()
	for _, cur := range a.pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "ask" {
			a.exprs, a.frame = call.Args, a.trace.Frame(call)
		}
	}
	return a, nil
}

// show writes a value in short:
//
//	"a" | "b"                one of several
//	"a" + ?                  text with a hole
//	s                        a parameter
//	strings.ToUpper(s)       what a call returned
//	["a", "b"*]              a list; the second element may be missing or repeated
//	{name: "a", age?: 1}     a struct or a map; the second entry may be missing
//	newClaims("a").Add?(…)   what was done to it; ? if perhaps only
//
// Where it may be something else as well, "| ?" is behind it.
func show(v *Value) string { return strings.Join(alternatives(v), " | ") }

// alternatives are what a value may be, in order, ? the last.
func alternatives(v *Value) []string {
	v = v.Strip()
	var out []string
	if v.Op == Choice {
		for _, a := range v.Args {
			out = append(out, alternatives(a)...)
		}
	} else {
		out = []string{single(v)}
	}
	if v.Taint != "" {
		out = append(out, "?")
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if i := slices.Index(out, "?"); i >= 0 {
		out = append(slices.Delete(out, i, i+1), "?")
	}
	return out
}

func single(v *Value) string {
	var out string
	switch v.Op {
	case Const:
		if v.Const == nil {
			return "nil"
		}
		return v.Const.ExactString()
	case Concat:
		return pieces(v)
	case List:
		out = "[" + each(v.Args) + "]"
	case Record:
	case Call:
		out = called(v.Fn) + "(" + each(v.Args) + ")"
		if v.Result > 0 {
			out += "#" + strconv.Itoa(v.Result)
		}
	case Binary:
		out = "(" + inner(v.Args[0]) + " " + v.Tok.String() + " " + inner(v.Args[1]) + ")"
	case Range:
		out = [2]string{"key", "element"}[v.Result] + " of " + show(v.Args[0])
	case Query:
		out = "query " + show(v.Args[0])
	case Leaf:
		if v.Param != nil {
			out = v.Param.Name()
		}
	}
	if len(v.Fields) > 0 || v.Op == Record {
		out += fields(v.Fields)
	}
	for _, d := range v.Done {
		out += didText(d)
	}
	if out == "" {
		return "?"
	}
	return out
}

// inner writes a value as a part of another.
func inner(v *Value) string {
	list := alternatives(v)
	if len(list) > 1 {
		return "(" + strings.Join(list, " | ") + ")"
	}
	return list[0]
}

// pieces writes text. Constants side by side are one.
func pieces(v *Value) string {
	var out []string
	text := ""
	flush := func() {
		if text != "" {
			out = append(out, strconv.Quote(text))
		}
		text = ""
	}
	var add func(v *Value)
	add = func(v *Value) {
		v = v.Strip()
		switch {
		case v.Op == Concat:
			for _, a := range v.Args {
				add(a)
			}
		case v.Op == Const && v.Const != nil && v.Const.Kind() == constant.String:
			text += constant.StringVal(v.Const)
		default:
			flush()
			out = append(out, inner(v))
		}
	}
	add(v)
	flush()
	if len(out) == 0 {
		return `""`
	}
	return strings.Join(out, " + ")
}

func each(list []*Value) string {
	var out []string
	for _, v := range list {
		text := "…"
		if v != nil {
			text = show(v)
			if v.Cond {
				text += "*"
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func fields(list []Field) string {
	var out []string
	for _, f := range list {
		key := f.Name
		if f.Key != nil {
			key = "[" + show(f.Key) + "]"
		}
		if f.Cond {
			key += "?"
		}
		out = append(out, key+": "+show(f.Val))
	}
	return "{" + strings.Join(out, ", ") + "}"
}

func didText(d Doing) string {
	out := "." + called(d.Fn)
	if d.Cond {
		out += "?"
	}
	return out + "(" + each(d.Args) + ")"
}

func called(fn *types.Func) string {
	switch {
	case fn == nil:
		return "func"
	case fn.Signature().Recv() != nil || fn.Pkg() == nil || fn.Pkg().Name() == "p":
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}

// cases are the cases of a switch that sets x to as many texts.
func cases(from, to int) string {
	var out strings.Builder
	for i := from; i <= to; i++ {
		fmt.Fprintf(&out, "case %d: x = %q\n", i, strconv.Itoa(i))
	}
	return out.String()
}
