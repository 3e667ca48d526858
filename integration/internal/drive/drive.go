// Package drive calls functions that make tokens, with arguments that suit their parameters' names and types, and
// records the tokens that come out. The functions are called at one and the same time, so that two versions of them
// that make equal tokens make them byte for byte equal.
//
// The package is compiled into the programs under test. It needs the standard library only.
package drive

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"
)

// A Package is what the driver knows about a package under test.
type Package struct {
	Path      string
	Functions []Function
	Variables []Variable
	// Words are texts that the package compares a parameter, field, or form value with. A test with all others only
	// would leave code alone.
	Words map[string][]string
	// Keys are the names of form values, cookies, and the like that it asks requests for.
	Keys []string
	// Fields are the names of texts in structs, which a program may read from JSON.
	Fields []string
}

// Values are what variables of a package hold. They have been there before a call, and only the functions among them
// are of interest.
type Values []any

// A Function is called by the driver.
type Function struct {
	Name   string
	Func   any      // a method expression for a method
	Params []string // their names, beginning with the receiver
}

// A Variable of the package is given a value before a function is called, unless it has one.
type Variable struct {
	Name    string
	Pointer any
}

// A Call is what came out of one call of a function.
type Call struct {
	Package  string
	Function string
	Choices  string // tells apart the calls of a function
	Tokens   []string
	Failure  string // of the function: its panic or error
	// Begun marks a call that has begun. If it is the last that is written, the function has ended the program.
	Begun bool
}

// Key identifies a call, before and after the code is changed.
func (c Call) Key() string {
	return c.Package + "." + c.Function + " " + c.Choices
}

// FullName identifies the function that is called.
func (c Call) FullName() string {
	return c.Package + "." + c.Function
}

// Run calls all functions of the packages, as often as their parameters have choices, and writes the calls as JSON.
// It leaves out the functions with the given full names.
func Run(t *testing.T, packages []Package, leaveOut []string, output io.Writer) {
	log.SetOutput(io.Discard)
	setFlags()
	encoder := json.NewEncoder(output)
	record := func(call Call) {
		if err := encoder.Encode(call); err != nil {
			t.Error(err)
		}
	}
	for _, pkg := range packages {
		for _, function := range pkg.Functions {
			call := Call{Package: pkg.Path, Function: function.Name}
			if slices.Contains(leaveOut, call.FullName()) {
				call.Failure = "it ends the program"
				record(call)
				continue
			}
			call.Begun = true
			record(call)
			eachChoice(func(c *choices) {
				// In the bubble, the clock stands still.
				synctest.Test(t, func(*testing.T) { record(drive(pkg, function, c)) })
			})
		}
	}
}

func drive(pkg Package, function Function, c *choices) (call Call) {
	call = Call{Package: pkg.Path, Function: function.Name}
	b := &builder{choices: c, pkg: pkg}
	defer func() {
		call.Choices = c.String()
		if cause := recover(); cause != nil {
			call.Failure = fmt.Sprint("panic: ", cause)
		}
	}()
	for _, v := range pkg.Variables {
		b.fillVariable(v)
	}
	f := reflect.ValueOf(function.Func)
	args := b.arguments(f.Type(), function.Params)
	s := &search{builder: b}
	call.Failure = s.call(f, args)
	s.sinks()
	call.Tokens = s.tokens
	return call
}
