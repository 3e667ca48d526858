package knowledge

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file is about functions that can't be looked into, and are taken for
// the program's own encoder of tokens.

// ScopeTexts are texts in the source of a string literal that is the name of
// the claim scope, or begins to be its value: in a string, a raw string, a
// struct tag, or JSON.
var ScopeTexts = []string{`"scope"`, "`scope`", `"scope,`, `\"scope\"`, `"scope:`, "`scope:"}

// SpellsScope reports whether the source of a string literal has one of them.
func SpellsScope(literal string) bool {
	return slices.ContainsFunc(ScopeTexts, func(text string) bool { return strings.Contains(literal, text) })
}

// Encoders says what a package needs to hand claims to such a function, or to
// sign them with what another package hands out (see [HandsOut]).
var Encoders = Need{
	Texts:    ScopeTexts,
	Words:    append([]string{"incoming", "outgoing", "subscribe"}, claimWords...),
	Mentions: tokenMentions,
}

// Encodes reports whether the name of a function, and of its package if that
// is known, say that it makes a token.
func Encodes(name, pkg string) bool {
	ofTokens := is(pkg, "token", "jwt", "jws", "jose")
	if !ofTokens && !mayEncode(name) {
		return false
	}
	n := 0
	var signs, encodes, token bool
	for word := range mixedCaps(name) {
		n++
		signs = signs || is(word, "sign", "mint")
		encodes = encodes || is(word, "encode", "serialize", "issue", "generate", "create", "new", "build", "make")
		token = token || is(word, "token", "jwt", "jws")
	}
	return signs || n == 1 && is(name, "jwt", "jws") || encodes && (token || ofTokens)
}

// mayEncode reports whether a name has the letters of one that Encodes looks
// for. Most have not, and cost nothing more.
func mayEncode(name string) bool {
	for _, part := range [...]string{"sign", "Sign", "SIGN", "mint", "Mint", "MINT", "token", "Token", "TOKEN", "jwt", "Jwt", "JWT", "jws", "Jws", "JWS"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

func is(word string, list ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.EqualFold(word, w) })
}

// mixedCaps splits a name in mixed caps: "SignJWT" is Sign, JWT.
func mixedCaps(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, before := 0, rune(0)
		for i, r := range name {
			next, _ := utf8.DecodeRuneInString(name[i+utf8.RuneLen(r):])
			if i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(before) || unicode.IsLower(next)) {
				if !yield(name[start:i]) {
					return
				}
				start = i
			}
			before = r
		}
		yield(name[start:])
	}
}
