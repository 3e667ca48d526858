// Package option has the declarations of github.com/lestrrat-go/option@v1.0.1.
package option

type Interface interface {
	Ident() interface{}
	Value() interface{}
}
