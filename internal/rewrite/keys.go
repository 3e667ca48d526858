package rewrite

import (
	"go/ast"
	"go/constant"
	"go/token"
	"strings"

	"github.com/captoken/captoken/internal/flow"
)

// pairs are the names under which Go code keeps an API key in the
// environment, the SID and the secret.
var pairs = [][2]string{
	{"TWILIO_API_KEY", "TWILIO_API_SECRET"},
	{"TWILIO_API_KEY", "TWILIO_API_KEY_SECRET"},
	{"TWILIO_API_KEY_SID", "TWILIO_API_KEY_SECRET"},
	{"TWILIO_API_KEY_SID", "TWILIO_API_SECRET"},
	{"TWILIO_API_KEY", "TWILIO_API_SECRET_KEY"},
	{"TWILIO_API_SID", "TWILIO_API_SECRET"},
}

// keysInUse returns the names under which a package reads an API key from
// the environment already.
func keysInUse(pkg *flow.Index, fset *token.FileSet) (sid, secret string, ok bool) {
	read := make(map[string]bool)
	for _, cur := range pkg.Calls() {
		call := cur.Node().(*ast.CallExpr)
		fn := pkg.Callee(call)
		if strings.HasSuffix(fset.Position(call.Pos()).Filename, "_test.go") {
			continue // else the same file would be fixed in two ways
		}
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "os" || !strings.HasSuffix(fn.Name(), "env") && fn.Name() != "LookupEnv" || len(call.Args) != 1 {
			continue
		}
		if tv := pkg.Info.Types[call.Args[0]]; tv.Value != nil && tv.Value.Kind() == constant.String {
			read[constant.StringVal(tv.Value)] = true
		}
	}
	for _, p := range pairs {
		if read[p[0]] && read[p[1]] {
			return p[0], p[1], true
		}
	}
	return "", "", false
}
