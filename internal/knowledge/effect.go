package knowledge

import (
	"go/types"
	"strings"
	"sync"

	"github.com/captoken/captoken/internal/funcname"
)

// This file and the files effect*.go say what calls of functions of other
// libraries do. Analyses that can't look into these functions need it.

// An Arg is an operand of a call. The zero value is none.
type Arg int

const (
	NoArg Arg = iota
	Recv      // the receiver
	Arg0      // the first argument
	Arg1
	Arg2
	Arg3
	Arg4
	Rest  // every argument from the last parameter on, if that is variadic
	Every // the receiver, and every argument
)

// An Effect says what a call of a function does besides returning results
// that depend on its operands. The zero value of each field says "does not".
//
// The memory that an operand refers to is what it points to, the elements of
// a slice or a map, and what the fields of a struct or the value in an
// interface refer to. Some memory can't be changed by any field or method. It
// does not count: that of strings, [time.Location], [encoding/base64.Encoding].
//
// What the called functions and methods do (see Calls and Formats) comes on
// top of each field. They are handed what the operands refer to, or new
// memory. A result may hold what they return.
//
// A variable of a library, and a field of a library's type, hold what the
// library gave them, or what the program stored there. Such a store is as if
// Keeps named what is stored:
//
//	os.Stdout = f
//	http.DefaultClient.CheckRedirect = check
//
// The rows hold for programs that do not set the errors and the tables that a
// library declares, such as [io.EOF] and [unicode.Letter], and do not
// overwrite what such variables point to:
//
//	*base64.StdEncoding = e
type Effect struct {
	// Func is as [types.Func.FullName] spells the origin: "fmt.Sprint",
	// "(*strings.Builder).WriteString", "(net/url.Values).Set".
	Func string
	// Writes are operands whose direct memory the call changes: the pointee,
	// or the elements. What lies behind the unexported fields of a library's
	// type is its direct memory, too.
	Writes []Arg
	// WritesDeep are operands whose memory the call may change, as far as it
	// can be reached:
	//
	//	json.Unmarshal(data, &v)
	WritesDeep []Arg
	// Keeps are operands that the call keeps. What they refer to may be read
	// or changed at any time after. If they are functions, or have methods,
	// these may be called. What the call keeps may be reachable from what it
	// writes then, see Writes and WritesDeep:
	//
	//	maps.Copy(dst, src)
	Keeps []Arg
	// Calls are function operands that are called, any number of times,
	// before the call returns:
	//
	//	strings.Map(mapping, s)
	Calls []Arg
	// Returns are operands that a result may share memory with: it refers to
	// the same memory, leads to it, or is reachable from it. The results of a
	// row without Returns refer to new memory, or to memory that does not
	// count. A library may still send on a channel that it returned.
	Returns []Arg
	// Fresh says that what the results refer to directly is new memory.
	// Returns is only about what the results lead to then:
	//
	//	slices.Clone(s)
	Fresh bool
	// Formats are operands whose methods the call may call, as they hold
	// them dynamically: String, Error, MarshalJSON, Write, and others. An
	// operand that is no interface may lead to one. If the row is that of an
	// interface's method, Recv stands for the method itself. Methods of other
	// libraries do no more than the row says. Those that the program defines
	// may do anything:
	//
	//	fmt.Println(v) // may call v.String()
	Formats []Arg
	// Reads are operands whose memory, as far as it can be reached, has a
	// part in what the call does or returns.
	Reads []Arg
	// Varies says that two calls with equal operands and equal memory may
	// give different results: from a clock, a random number, or a stream.
	// Results that refer to new memory are equal if that holds the same.
	Varies bool
	// Acts says that the call acts on the world, or on hidden state that
	// others can observe, or that it looks at the world: it prints, responds,
	// sends, locks, sleeps, opens a file. It must not be dropped, doubled, or
	// moved past another that acts.
	Acts bool
	// Panics says that the call may panic, or end the goroutine, on some
	// operands of the right type, such as a nil function. It leaves out what
	// happens for want of memory, and receivers that the documentation
	// forbids: nil, copied after use, or made without their constructor.
	Panics bool
	// PanicsOn are the operands that decide whether it panics. If a row has
	// none, any operand may.
	PanicsOn []Arg
	// Idempotent says that the call does its work the first time only, and
	// returns the same each time. It may be moved past calls that do not act on
	// its operands, although it Acts:
	//
	//	r.FormValue("name") // parses the form first
	Idempotent bool
	// NoReturn says that the call never returns.
	NoReturn bool
	// Env says that the result depends on the environment, or on other state
	// of the process that the program can change by a call that SetsEnv, or
	// by an assignment to a variable of the library.
	Env bool
	// SetsEnv says that the call changes what calls with Env depend on.
	SetsEnv bool
}

// EffectOf takes a function, or a method, of a type or of an interface, and
// returns its row. If ok is false, there is no row: the call may do anything
// to what it can reach. The row must not be changed.
func EffectOf(fn *types.Func) (row *Effect, ok bool) {
	if fn == nil {
		return nil, false
	}
	recv, pointer := funcname.Receiver(fn.Origin())
	row, ok = effectTable()[effectName{pathOf(fn.Pkg()), recv, fn.Name(), pointer}]
	return row, ok
}

// EffectThrough is EffectOf for a method that is called on a value of type
// recv. It also finds rows of an interface that has the method from another
// one. Such a row says more than the other interface promises:
//
//	var h hash.Hash
//	h.Write(p) // (hash.Hash).Write, not (io.Writer).Write
func EffectThrough(recv types.Type, fn *types.Func) (row *Effect, ok bool) {
	if fn == nil {
		return nil, false
	}
	if named, is := types.Unalias(recv).(*types.Named); is && types.IsInterface(named) {
		obj := named.Origin().Obj()
		if obj.Pkg() != nil {
			if row, ok := effectTable()[effectName{pathOf(obj.Pkg()), obj.Name(), fn.Name(), false}]; ok {
				return row, true
			}
		}
	}
	return EffectOf(fn)
}

// An effectName is the name of a function or a method, in its parts.
type effectName struct {
	pkg     string // its path
	recv    string // the type of the receiver, "" of a function
	name    string
	pointer bool // the receiver is a pointer
}

// pathOf returns the path of a package, "" of none. A package in a vendor
// directory has the rows of the one that it is a copy of.
func pathOf(pkg *types.Package) string {
	if pkg == nil {
		return ""
	}
	path := pkg.Path()
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		return path[i+len("/vendor/"):]
	}
	return path
}

// nameOf takes the name of a row, as types.Func.FullName spells it, apart.
func nameOf(full string) effectName {
	var n effectName
	if recv, ok := strings.CutPrefix(full, "("); ok {
		i := strings.LastIndex(recv, ").")
		recv, n.name = recv[:i], recv[i+len(")."):]
		recv, _, _ = strings.Cut(recv, "[") // of a generic type
		recv, n.pointer = strings.CutPrefix(recv, "*")
		n.recv = recv[strings.LastIndex(recv, ".")+1:]
		n.pkg = strings.TrimSuffix(strings.TrimSuffix(recv, n.recv), ".")
		return n
	}
	i := strings.LastIndex(full, ".")
	n.pkg, n.name = full[:i], full[i+1:]
	return n
}

// effectTable returns all rows by their names.
var effectTable = sync.OnceValue(func() map[effectName]*Effect {
	rows := Effects()
	table := make(map[effectName]*Effect, len(rows))
	for i := range rows {
		table[nameOf(rows[i].Func)] = &rows[i]
	}
	return table
})
