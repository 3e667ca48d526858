package knowledge

import "go/types"

// TaskRouter is the constructor of Capability Tokens for TaskRouter, in the
// official twilio-go.
var TaskRouter = struct {
	Path Path
	Func string
}{Path{Is: "github.com/twilio/twilio-go/client/jwt/taskrouter"}, "CreateCapabilityToken"}

// MakesTaskRouterToken reports whether a function, which may be nil, is that
// constructor.
func MakesTaskRouterToken(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && TaskRouter.Path.Match(fn.Pkg().Path()) && fn.Name() == TaskRouter.Func && fn.Signature().Recv() == nil
}
