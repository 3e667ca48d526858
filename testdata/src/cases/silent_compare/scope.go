// Package compare judges scopes.
package compare

import "strings"

func direction(scope string) string {
	switch {
	case strings.HasPrefix(scope, "scope:client:incoming"):
		return "in"
	case strings.HasPrefix(scope, "scope:client:outgoing"):
		return "out"
	}
	return ""
}
