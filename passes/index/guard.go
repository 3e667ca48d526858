package index

import (
	"fmt"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
)

// Guard returns a Run function that makes a panic of another the error of the
// package that is looked at: a driver goes on with the others then.
func Guard(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		defer func() {
			if r := recover(); r != nil {
				at := pass.Pkg.Path()
				if len(pass.Files) > 0 {
					at = pass.Fset.Position(pass.Files[0].Package).String()
				}
				result, err = nil, fmt.Errorf("%s: captoken failed on this package, please report it: %v\n%s", at, r, debug.Stack())
			}
		}()
		return run(pass)
	}
}
