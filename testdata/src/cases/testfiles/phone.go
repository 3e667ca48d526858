// Package testfiles makes its tokens in a test.
package testfiles

import "strings"

func isToken(s string) bool { return strings.Count(s, ".") == 2 }
