package knowledge

import (
	"slices"
	"strings"
)

// Effects returns the rows of all functions that have one, in the order of
// the tables.
func Effects() []Effect {
	return slices.Concat(
		bufioEffects(),
		bytesEffects(),
		cmpEffects(),
		contextEffects(),
		cryptoEffects(),
		base64Effects(),
		base32Effects(),
		hexEffects(),
		binaryEffects(),
		csvEffects(),
		jsonEffects(),
		errorsEffects(),
		flagEffects(),
		fmtEffects(),
		hashEffects(),
		htmlEffects(),
		ioEffects(),
		fsEffects(),
		logEffects(),
		slogEffects(),
		mapsEffects(),
		mathEffects(),
		bitsEffects(),
		randEffects(),
		randV2Effects(),
		netEffects(),
		httpEffects(),
		textprotoEffects(),
		urlEffects(),
		osEffects(),
		pathEffects(),
		filepathEffects(),
		reflectEffects(),
		regexpEffects(),
		runtimeEffects(),
		slicesEffects(),
		sortEffects(),
		strconvEffects(),
		stringsEffects(),
		syncEffects(),
		atomicEffects(),
		testingEffects(),
		templateEffects("text/template"),
		templateEffects("html/template"),
		timeEffects(),
		unicodeEffects(),

		logrusEffects(),
		zapEffects(),
		zerologEffects(),
		glogEffects("github.com/golang/glog"),
		glogEffects("k8s.io/klog/v2"),

		golangJWTEffects(),
		uuidEffects(),
		pkgErrorsEffects(),
		ginEffects(),
		echoEffects("github.com/labstack/echo"),
		echoEffects("github.com/labstack/echo/v4"),
		fiberEffects(),
		chiEffects("github.com/go-chi/chi"),
		chiEffects("github.com/go-chi/chi/v5"),
		muxEffects(),
		viperEffects(),
	)
}

// like returns a row for each name, with what e says. A name is that of a
// function of the package, or a method as Go's expressions spell it:
//
//	"Join", "(*Builder).Len", "(Values).Get"
func like(e Effect, pkg string, names ...string) []Effect {
	rows := make([]Effect, len(names))
	for i, name := range names {
		rows[i] = e
		switch {
		case strings.HasPrefix(name, "(*"):
			rows[i].Func = "(*" + pkg + "." + name[len("(*"):]
		case strings.HasPrefix(name, "("):
			rows[i].Func = "(" + pkg + "." + name[len("("):]
		default:
			rows[i].Func = pkg + "." + name
		}
	}
	return rows
}

// reads is the effect of a call that only reads the memory of operands.
func reads(args ...Arg) Effect { return Effect{Reads: args} }

// writes is the effect of a call that changes the memory that operands refer
// to directly, and may read it.
func writes(args ...Arg) Effect { return Effect{Writes: args, Reads: args} }

// writesDeep is the effect of a call that may change and read whatever can be
// reached from operands.
func writesDeep(args ...Arg) Effect { return Effect{WritesDeep: args, Reads: args} }

// appends is the effect of a call that appends to a slice: it writes to its
// spare elements, and returns it.
func appends(to Arg) Effect {
	return Effect{Writes: []Arg{to}, Returns: []Arg{to}, Reads: []Arg{to}}
}

// shares is the effect of a call with a result that leads to the memory of
// operands.
func shares(args ...Arg) Effect { return Effect{Returns: args, Reads: args} }

// formats is the effect of a call that looks at operands, and calls methods
// on what they hold.
func formats(args ...Arg) Effect { return Effect{Formats: args, Reads: args} }

// streams is the effect of a call that reads from operands, or writes to
// them, by calls of their methods. They may stand for a file or a connection.
func streams(args ...Arg) Effect {
	return Effect{WritesDeep: args, Formats: args, Reads: args, Varies: true, Acts: true, Panics: true}
}

// acts is the effect of a call that acts on the world, or looks at it.
func acts() Effect { return Effect{Varies: true, Acts: true} }

// panics is the effect of a call that may panic.
func panics() Effect { return Effect{Panics: true} }

// panicsOn is the effect of a call that may panic, on some operands only.
func panicsOn(args ...Arg) Effect { return Effect{Panics: true, PanicsOn: args} }

// calls is the effect of a call that calls its operands. It panics if they
// are nil.
func calls(args ...Arg) Effect { return Effect{Calls: args, Panics: true} }

// keeps is the effect of a call that keeps operands.
func keeps(args ...Arg) Effect { return Effect{Keeps: args} }

// getter is the effect of a method of an interface that only looks at its
// receiver. It may do so without care.
func getter() Effect { return formats(Recv).and(panics()) }

// named returns the row of a function, by its full name.
func (e Effect) named(fn string) Effect {
	e.Func = fn
	return e
}

// and returns the effect of a call that does what e and f say.
func (e Effect) and(f Effect) Effect {
	return Effect{
		Func:       e.Func,
		Writes:     bothArgs(e.Writes, f.Writes),
		WritesDeep: bothArgs(e.WritesDeep, f.WritesDeep),
		Keeps:      bothArgs(e.Keeps, f.Keeps),
		Calls:      bothArgs(e.Calls, f.Calls),
		Returns:    bothArgs(e.Returns, f.Returns),
		Fresh:      e.Fresh || f.Fresh,
		Formats:    bothArgs(e.Formats, f.Formats),
		Reads:      bothArgs(e.Reads, f.Reads),
		Varies:     e.Varies || f.Varies,
		Acts:       e.Acts || f.Acts,
		Panics:     e.Panics || f.Panics,
		PanicsOn:   panicking(e, f),
		NoReturn:   e.NoReturn || f.NoReturn,
		Env:        e.Env || f.Env,
		SetsEnv:    e.SetsEnv || f.SetsEnv,
	}
}

// panicking returns the operands that decide whether a call panics that does what e and f
// say.
func panicking(e, f Effect) []Arg {
	if e.Panics && len(e.PanicsOn) == 0 || f.Panics && len(f.PanicsOn) == 0 {
		return nil
	}
	return bothArgs(e.PanicsOn, f.PanicsOn)
}

// bothArgs returns the operands of a and b, each once, in the order of Arg.
func bothArgs(a, b []Arg) []Arg {
	both := slices.Concat(a, b)
	slices.Sort(both)
	return slices.Compact(both)
}
