package main

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestJSONDocumented holds the README's table of the JSON format to the
// members that are printed.
func TestJSONDocumented(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n### JSON\n")
	section, _, _ = strings.Cut(section, "\n## ")
	documented := make(map[string]bool)
	for _, m := range regexp.MustCompile("`(?:findings\\[\\]\\.)?([A-Za-z]+)`").FindAllStringSubmatch(section, -1) {
		documented[m[1]] = true
	}
	n := 0
	for _, typ := range []reflect.Type{
		reflect.TypeFor[jsonReport](), reflect.TypeFor[jsonFinding](), reflect.TypeFor[jsonParameter](), reflect.TypeFor[jsonReason](),
		reflect.TypeFor[jsonFix](), reflect.TypeFor[jsonEdit](),
	} {
		for i := range typ.NumField() {
			n++
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if !documented[name] {
				t.Errorf("the README does not explain %q of %s", name, typ.Name())
			}
		}
	}
	if n < 20 {
		t.Errorf("%d members, want all", n)
	}
}
