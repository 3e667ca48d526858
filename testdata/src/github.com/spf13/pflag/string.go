// Package pflag has the declarations of github.com/spf13/pflag@v1.0.5.
package pflag

func (f *FlagSet) GetString(name string) (string, error) { return "", nil }

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {}

func (f *FlagSet) StringVarP(p *string, name, shorthand string, value string, usage string) {}

func StringVar(p *string, name string, value string, usage string) {}

func StringVarP(p *string, name, shorthand string, value string, usage string) {}

func (f *FlagSet) String(name string, value string, usage string) *string { return new(string) }

func (f *FlagSet) StringP(name, shorthand string, value string, usage string) *string {
	return new(string)
}

func String(name string, value string, usage string) *string { return new(string) }

func StringP(name, shorthand string, value string, usage string) *string { return new(string) }
