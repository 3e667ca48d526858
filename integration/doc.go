// Package integration tests captoken against what the main module must not depend on: the real token libraries and
// the network they come from. It is a module of its own, so that none of that reaches those who use captoken.
//
// Run its tests with -count=1: the go command caches a result without knowing of the files that a test reads through
// a go command of its own.
package integration
