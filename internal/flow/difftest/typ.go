package difftest

import (
	"fmt"
	"strings"
)

type kind int

const (
	stringKind kind = iota
	intKind
	boolKind
	ptrKind
	sliceKind
	arrayKind
	mapKind
	structKind
	funcKind
	ifaceKind
)

// A typ is a type of the generated program. There is one typ for each
// spelling. The generator keeps these rules, so that few programs panic: a
// pointer, map, function and interface is not nil, and a slice has two
// elements or more.
type typ struct {
	kind    kind
	text    string // as Go spells it
	elem    *typ   // of ptr, slice, array, map
	key     *typ   // of map
	n       int    // length of an array
	fields  []field
	methods []method
	params  []*typ // of func
	results []*typ
}

type field struct {
	name     string
	t        *typ
	embedded bool
}

// A method is one of a struct type.
type method struct {
	name   string
	ptr    bool // whether the receiver is a pointer
	param  *typ // or nil
	result *typ // or nil
}

// A universe has the types of a program.
type universe struct {
	byText            map[string]*typ
	str, num, boolean *typ
}

func newUniverse() *universe {
	u := &universe{byText: map[string]*typ{}}
	u.str = u.add(&typ{kind: stringKind, text: "string"})
	u.num = u.add(&typ{kind: intKind, text: "int"})
	u.boolean = u.add(&typ{kind: boolKind, text: "bool"})
	return u
}

func (u *universe) add(t *typ) *typ {
	if old, ok := u.byText[t.text]; ok {
		return old
	}
	u.byText[t.text] = t
	return t
}

func (u *universe) ptr(t *typ) *typ {
	return u.add(&typ{kind: ptrKind, text: "*" + t.text, elem: t})
}

func (u *universe) slice(t *typ) *typ {
	return u.add(&typ{kind: sliceKind, text: "[]" + t.text, elem: t})
}

func (u *universe) array(n int, t *typ) *typ {
	return u.add(&typ{kind: arrayKind, text: fmt.Sprintf("[%d]%s", n, t.text), n: n, elem: t})
}

func (u *universe) mapOf(k, t *typ) *typ {
	return u.add(&typ{kind: mapKind, text: "map[" + k.text + "]" + t.text, key: k, elem: t})
}

func (u *universe) funcOf(params, results []*typ) *typ {
	return u.add(&typ{kind: funcKind, text: "func" + signature(params, results), params: params, results: results})
}

// signature spells parameters without names, and results.
func signature(params, results []*typ) string {
	s := "(" + spellAll(params) + ")"
	switch len(results) {
	case 0:
		return s
	case 1:
		return s + " " + results[0].text
	}
	return s + " (" + spellAll(results) + ")"
}

func spellAll(ts []*typ) string {
	var texts []string
	for _, t := range ts {
		texts = append(texts, t.text)
	}
	return strings.Join(texts, ", ")
}

// basic reports whether t is string, int or bool.
func (t *typ) basic() bool { return t.kind <= boolKind }

// zeroable reports whether the zero value of t keeps the rules.
func (t *typ) zeroable() bool {
	switch t.kind {
	case arrayKind:
		return t.elem.zeroable()
	case structKind:
		for _, f := range t.fields {
			if !f.t.zeroable() {
				return false
			}
		}
		return true
	}
	return t.basic()
}

// comparable reports whether == compares values of t.
func (t *typ) comparable() bool {
	switch t.kind {
	case arrayKind:
		return t.elem.comparable()
	case structKind:
		for _, f := range t.fields {
			if !f.t.comparable() {
				return false
			}
		}
		return true
	}
	return t.kind != sliceKind && t.kind != mapKind && t.kind != funcKind
}

// printable reports whether fmt prints the same text for a value of t in each
// run: there is no address in it.
func (t *typ) printable() bool {
	switch t.kind {
	case arrayKind, sliceKind, mapKind:
		return t.elem.printable()
	case structKind:
		for _, f := range t.fields {
			if !f.t.printable() {
				return false
			}
		}
		return true
	}
	return t.basic()
}

// embeds reports whether a struct type with embedded fields is part of t.
func (t *typ) embeds() bool {
	for _, f := range t.fields {
		if f.embedded || f.t.embeds() {
			return true
		}
	}
	return t.elem != nil && t.elem.embeds()
}

// method finds a method of a struct type, its own or a promoted one. ptr
// reports whether it needs the address of the struct.
func (t *typ) method(name string) (m method, ptr, ok bool) {
	for _, m := range t.methods {
		if m.name == name {
			return m, m.ptr, true
		}
	}
	for _, f := range t.fields {
		if f.name == name {
			return method{}, false, false
		}
	}
	for _, f := range t.fields {
		if !f.embedded {
			continue
		}
		inner, byPtr := f.t, false
		if inner.kind == ptrKind {
			inner, byPtr = inner.elem, true
		}
		if m, ptr, ok := inner.method(name); ok {
			return m, ptr && !byPtr, true
		}
	}
	return method{}, false, false
}
