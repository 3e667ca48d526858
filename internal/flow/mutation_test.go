package flow

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var mutate = flag.Bool("mutate", false, "break the rules of the executor, one by one, and see a test fail")

// mutants break one rule each.
var mutants = []struct{ rule, file, code, instead string }{
	{"a store to shared memory changes what may alias it", "memory.go", "\tif c.shared {\n\t\tx.clobber(st, o, p, t)\n\t}\n", ""},
	{"what escapes is shared", "escape.go", "n.shared, n.how = true, x.how", "n.how = x.how"},
	{"havoc makes shared memory unknown", "escape.go", "if !c.shared || c.volatile || o.kind == objGlobal && x.steady(o.glob) != nil {", "if true {"},
	{"where ways meet, both values may be there", "join.go", "v := x.joinContents(a, b, widen)", "v := a\n\t_ = x.joinContents"},
	{"a weak store may not happen", "memory.go", "\t\tif weak {\n\t\t\treturn x.joinVals(old, v, false)\n\t\t}\n", ""},
	{"keys that are not known may be equal", "maps.go", "mayEqual(a.args[0], b.args[0])\n\t}\n\treturn true", "mayEqual(a.args[0], b.args[0])\n\t}\n\treturn false"},
	{"a goroutine may change what it has at any time", "late.go", "x.expose(st, &val{kind: kRef, obj: o}, true, make(map[*object]bool))", "_ = o"},
	{"deferred calls run", "defer.go", "\t\tif d == nil {\n\t\t\tbreak\n", "\t\tif k >= 0 {\n\t\t\tbreak\n"},
	{"a branch that can't be told goes both ways", "exec.go", "if n.block.Succs[1] != n.block.Succs[0] {", "if false {"},
	{"text is put together in order", "arith.go", "return concatOf(a, b)", "return concatOf(b, a)"},
	{"objects of earlier rounds are many", "age.go", "c.many = true", "_ = c"},
	{"a value of an earlier round is another", "age.go", "if s.old || !s.born.contains(head) {", "if true {"},
	{"integers wrap at their size", "arith.go", "n.Mod(n, mod)", "_ = mod"},
	{"an int may have 32 bits", "arith.go", "return exact && n <= 1<<31-1 && n >= -1<<31", "_ = n\n\t\treturn exact"},
	{"an index counts from the start of its slice", "slices.go", "i += v.lo", "_ = v"},
	{"append writes into the array of a slice that has room", "append.go", "s.lo+s.n+len(added) <= s.end", "false"},
	{"an appended slice may be what it was appended to", "append.go", "if s.kind == kSlice && s.end == 0 {", "if false {"},
	{"a function that is called later finds other values", "late.go", "if v.obj.vals == nil || !x.prog.isSet(v.obj.vals, c.v) {", "if false {"},
	{"what a function changes that is handed on may change at any time", "late.go", "x.writes = append(x.writes, w)\n\tat := x.at\n\tinstr", "at := x.at\n\tinstr"},
	{"a deferred call on one way may not run", "defer.go", "n.cond, n.next = true, out", "n.next = out"},
	{"a package variable that is set again is not known", "steady.go", "return !p.changed[g]", "return true"},
	{"what others may change through a package variable is not known", "steady.go", "(len(gr.objects) == 0 || !p.exposed[g])", "true"},
	{"what is not followed may do anything", "call.go", "x.havoc(st, x.at, \"it is handed to code that is not followed\")", "_ = st"},
	{"a variable may be read after a call beside it", "exec.go", "x.reread(n, &st, list)", "_ = list"},
	{"an index may panic", "instr.go", "x.mayPanic(a, st)\n\t\tv := x.addrOfElem", "v := x.addrOfElem"},
	{"a function writes what its row says", "effect.go", "\tfor _, v := range writes {\n\t\t\tx.overwrite(st, v, false, make(map[*object]bool))\n\t\t}\n", "_ = writes\n"},
	{"a method that prints may change something", "callback.go", "if x.prog.formattersAct() {", "if false {"},
	{"what is done on one way only is conditional", "record.go", "\t\t\td.cond = true\n", ""},
	{"what was appended before may be overwritten", "append.go", "\toverwrite(s.obj)\n", ""},
	{"an array that may be another one changes with it", "twin.go", "c.v = x.update(c.v, p, v, true, tw.typ)", "_ = v"},
	{"a part of bytes is the same memory", "library.go", "x.share(s, fn, args, results)", "_ = s"},
	{"what is deferred twice runs any number of times", "defer.go", "st.stack = st.stack.set(owner.id, list.often(d))", "_ = list"},
	{"what can't be told any more is shared", "lost.go", "x.leakAll(st, refsOf(v))", "_ = st"},
	{"a literal is executed with each of its bindings", "root.go", "&& slices.EqualFunc(act.free, c.f.args, equal)", "|| slices.Equal(act.free, nil)"},
	{"a map may be one of another type", "maps.go", "interchangeable(o.typ, m.typ) ||", "identical(o.typ, m.typ) ||"},
	{"an interface may refer to several types", "memory.go", "o.typ, o.mixed = nil, true", "_ = t"},
	{"a key may be no number", "maps.go", "b.isFixed() && b.equalsItself()", "b.isFixed()"},
	{"zero may be negative", "arith.go", "f == 0 && product", "false"},
	{"elements that may have changed may differ", "escape.go", "(c.many || o.isList())", "false"},
	{"a method of a part that prints may change something", "callback.go", "|| x.formatsParts(t, make(map[types.Type]bool))) {", "|| false) {"},
	{"what an object of one's own holds is not compared", "effect.go", "|| x.ownedBy(st, v.sym) != nil {", "|| false {"},
	{"what is deferred runs after a panic", "frames.go", " || x.prog.defersCode(fn)", ""},
	{"a parameter is what each round passes", "state.go", "o.by == a", "o.by != nil || a == nil"},
	{"a call that is deferred has its operands", "owns.go", "if isDeferred(st, s, obj) || ", "if "},
	{"a buffer may have its bytes from elsewhere", "buffer.go", "if x.cellOf(st, at.obj).shared {", "if false {"},
	{"an encoder that is handed on has its buffer", "escape.go", "x.leakObject(st, at.obj, seen)", "_ = at"},
	{"a type parameter may be any type", "alias.go", "|| mentionsParam(to.t)", "|| false"},
	{"what append returns may be nil", "arith.go", "a.n > 0 || a.obj.isMade()", "true"},
	{"a variable is not known before it is set", "program.go", "n == 1 && c != nil && !isBlank(c)", "n == 1"},
	{"a shift may panic", "instr.go", "token.REM, token.SHL, token.SHR", "token.REM"},
	{"what runs later may change parts", "late.go", "walk(&val{kind: kRef, obj: part})", "_ = part"},
	{"a package is initialized after those that it imports", "unit.go", "visit(p.Imports()) // of packages outside of the program, too", "_ = p"},
	{"a function is called from all packages", "index.go", "p.ours[fn.Pkg()]", "fn.Pkg() == units[len(units)-1].Types"},
	{"a package fills its own variables", "steady.go", "if g, ok := instr.Addr.(*ssa.Global); ok && g.Pkg == init {", "if g, ok := instr.Addr.(*ssa.Global); ok && init != nil {"},
	{"a variable that stays may refer to an object", "owns.go", "owned = o.by(v)", "owned = true"},
	{"what others have is not owned", "owns.go", "c.shared || c.volatile", "c.volatile"},
	{"a struct that is stored changes its fields", "alias.go", "|| hasPart(to.t, typ)) {", "|| false) {"},
	{"a function that changes an object changes what may alias it", "effect.go", "x.clobberAll(st, o)", "_ = st"},
	{"an object is not looked for before it is made", "afterwards.go", "!isMadeBy(v, c)", "false"},
	{"what is stored through a pointer is not told", "summary.go", "if t.prog.addressesOf(field).beyond {", "if false {"},
	{"init may call a function before it sets a variable", "early.go", "ph != initialized && x.prog.late[g]", "false"},
	{"a method may run before variables are declared", "early.go", "case ph == unset,", "case false,"},
	{"an initializer calls methods through interfaces", "early.go", "p.methodsEarly(instr.X.Type(), pkg, methods, make(map[types.Type]bool))", ""},
	{"an entry that is set again may be gone through again", "ranges.go", "return &cell{v: unknown}", "return c"},
	{"two copies of a buffer have one array", "instr.go", "if holdsBuffer(instr.Type()) && !isBlank(w) {", "if false {"},
	{"others write over the copy of a buffer", "buffer.go", "v = unknown // others may write over it", "_ = w"},
	{"a method that panics has done what it did", "callback.go", "	case end != nil:\n		*st = *end\n", ""},
	{"a library reads text through methods", "callback.go", "{\"UnmarshalText\", 1, 1}, ", ""},
	{"what is deferred behind what may panic runs", "recover.go", "moment{st.heap.root, st.stack.get(a.id)}", "moment{memory: st.heap.root}"},
	{"a function that has the address of a field stores there", "summary.go", "p.noteStorer(arg, outer)", "_ = arg"},
	{"a function may return between two places", "between.go", "!exits(from.Block().Succs, to.Block())", "true"},
	{"others may store in a field, too", "summary.go", "append(alts, &Value{Op: Leaf})", "alts"},
}

// TestMutants breaks each of the mutants' rules, and expects that the tables
// of a room, TestDifferential, or TestProbes see it.
func TestMutants(t *testing.T) {
	for _, m := range mutants {
		src, err := os.ReadFile(m.file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), m.code) {
			t.Errorf("%s: %s has no %q any more", m.rule, m.file, m.code)
			continue
		}
		if !*mutate {
			continue
		}
		t.Run(m.rule, func(t *testing.T) {
			dir := t.TempDir()
			broken, overlay := filepath.Join(dir, m.file), filepath.Join(dir, "overlay.json")
			name, err := filepath.Abs(m.file)
			if err != nil {
				t.Fatal(err)
			}
			text, err := json.Marshal(map[string]any{"Replace": map[string]string{name: broken}})
			if err != nil {
				t.Fatal(err)
			}
			for name, text := range map[string][]byte{broken: []byte(strings.ReplaceAll(string(src), m.code, m.instead)), overlay: text} {
				if err := os.WriteFile(name, text, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			exe := filepath.Join(dir, "flow.test")
			if out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay="+overlay, "-o", exe, ".").CombinedOutput(); err != nil {
				t.Fatalf("it does not compile: %v\n%s", err, out)
			}
			var out []byte
			for _, tests := range []string{"^TestRoom", "^(TestDifferential|TestProbes)$"} { // the fast ones first
				if out, err = exec.Command(exe, "-test.run="+tests, "-programs=500", "-shrink=false").CombinedOutput(); err != nil {
					t.Logf("%s notices", tests)
					return
				}
			}
			t.Errorf("nobody notices:\n%s", out)
		})
	}
}
