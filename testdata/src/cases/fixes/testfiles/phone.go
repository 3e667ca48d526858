// Package testfiles makes tokens in its tests.
package testfiles

const account = "AC00000000000000000000000000000001"
