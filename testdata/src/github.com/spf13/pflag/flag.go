// Package pflag has the declarations of github.com/spf13/pflag@v1.0.5.
package pflag

// ErrorHandling says what to do if flags are wrong.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// FlagSet is a set of flags.
type FlagSet struct{}

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet { return &FlagSet{} }

func Parse() {}

func (f *FlagSet) Parse(arguments []string) error { return nil }
