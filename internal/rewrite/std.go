package rewrite

import (
	"go/types"
	"strings"

	"github.com/captoken/captoken/internal/funcname"
)

// std grades functions of the standard library; what it does not know acts.
func std(fn *types.Func) grade {
	method := funcname.Method(fn)
	for param := range fn.Signature().Params().Variables() {
		if _, isFunc := param.Type().Underlying().(*types.Signature); isFunc {
			return acts // it calls that
		}
	}
	for _, prefix := range []string{"Unmarshal", "GobDecode", "WriteTo", "ReadFrom", "Append", "EncodeRune", "Scan"} {
		if strings.HasPrefix(fn.Name(), prefix) {
			return acts // writes to an operand
		}
	}
	switch fn.Pkg().Path() {
	case "errors":
		if fn.Name() == "As" {
			return acts
		}
		return free
	case "encoding/hex", "encoding/base64":
		switch fn.Name() {
		case "EncodeToString", "DecodeString", "EncodedLen", "DecodedLen", "WithPadding", "Strict", "NewEncoding":
			return free
		}
		return acts
	case "strings", "bytes", "strconv", "path", "html", "unicode", "unicode/utf8", "cmp", "math":
		if recv, _ := funcname.Receiver(fn); recv != "" {
			return builds // a builder
		}
		return free
	case "fmt":
		if strings.HasPrefix(fn.Name(), "Sprint") || fn.Name() == "Errorf" {
			return free
		}
	case "net/url":
		switch method {
		case "Values.Set", "Values.Add", "Values.Del":
			return builds
		case "Values.Get", "Values.Has", "Values.Encode":
			return reads
		}
		return free
	case "encoding/json":
		if fn.Name() == "Marshal" || fn.Name() == "MarshalIndent" {
			return reads
		}
	case "time":
		switch method {
		case "Sleep", "AfterFunc", "NewTimer", "NewTicker", "After", "Tick", "LoadLocation":
			return acts
		}
		if recv, _ := funcname.Receiver(fn); recv == "" || recv == "Time" || recv == "Duration" {
			return free
		}
	case "os":
		if fn.Name() == "Getenv" || fn.Name() == "LookupEnv" {
			return reads
		}
	case "net/http":
		switch method {
		case "Request.FormValue", "Request.PostFormValue", "Request.PathValue", "Request.UserAgent", "Request.Referer",
			"Request.Cookie", "Header.Get", "Request.Context":
			return reads
		}
	case "crypto/hmac", "crypto/sha256":
		return builds
	case "maps", "slices":
		if fn.Name() == "Clone" || fn.Name() == "Contains" {
			return reads
		}
	}
	return acts
}
