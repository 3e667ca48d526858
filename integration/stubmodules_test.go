package integration

import "strings"

// stubsDir is the GOPATH that the analyzers' tests load their cases and the stubs from.
const stubsDir = "../testdata"

// A stubModule is a library that can only be had as a stub. Cases that use it are analyzed with the stub even where
// everything else is real.
type stubModule struct {
	path    string // of the module, and of its folder of stubs
	version string // any that the path allows
	why     string
}

var stubModules = []stubModule{
	{"github.com/SermoDigital/jose", "v0.9.1", "no version after v0.9.1 can be required, and v0.9.1 lacks the setters that programs use"},
	{"github.com/acme/twilio-go/v3", "v3.0.0", "invented, to stand for the forks that keep the API"},
	{"github.com/oldowner/twilio-go", "v0.0.0", "invented, to stand for the forks as old as 2013"},
	{"github.com/tmc/twilio", "v0.0.0", "not available as a module"},
	{"github.com/xaviiic/twilioGo", "v0.0.0", "not available as a module"},
	{"gopkg.in/dgrijalva/jwt-go.v1", "v1.0.2", "not available as a module"},
}

// onlyStub returns the module that a package is part of if there is but a stub of it.
func onlyStub(pkgPath string) (stubModule, bool) {
	for _, module := range stubModules {
		if pkgPath == module.path || strings.HasPrefix(pkgPath, module.path+"/") {
			return module, true
		}
	}
	return stubModule{}, false
}
