// Package option has the declarations of github.com/lestrrat-go/option/v2@v2.0.0.
package option

type Interface interface {
	Ident() any
	Value(dst any) error
}
