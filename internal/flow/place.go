package flow

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// A Place is where a value comes from: a parameter, a package variable, the
// result of a call, or what is reached from one of these through fields and
// pointers. Places are compared with ==.
type Place struct {
	base any    // *types.Var, *sym, or *val
	path string // the numbers of the fields, and * for pointers
}

// Place returns the place that a value comes from. Two values from one place
// are equal whenever one run of the function has both, but for what code may
// have stored there in between that is not seen. What the function itself
// stores there has another place: the one that it comes from.
//
// It reports false for constants, for one of several values, for what is made
// anew in each round of a loop, and for what is not known.
func (t *Tracer) Place(v *Value) (p Place, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	v = v.Strip()
	if v.src == nil || v.x == nil {
		return Place{}, false
	}
	src := v.src
	for src.kind == kIface || src.kind == kConv && keepsValue(src.args[0].typ, src.typ) {
		src = src.args[0]
	}
	if src.kind == kConst || !src.isFixed() || isAnew(src) {
		return Place{}, false
	}
	if src.kind != kSym {
		return Place{base: v.x.canonical(src)}, true
	}
	path := ""
	for s := src.sym; ; {
		switch a := s.key.a.(type) {
		case *ssa.Parameter:
			if param, ok := a.Object().(*types.Var); ok {
				return Place{param, path}, true
			}
		case *ssa.Global:
			if glob, ok := a.Object().(*types.Var); ok {
				return Place{glob, path}, true
			}
		case *sym:
			switch {
			case s.key.kind == symPart && s.key.b == nil: // no getter
				path = strconv.Itoa(s.key.n) + "." + path
				s = a
				continue
			case s.key.kind == symPointee:
				path = "*." + path
				s = a
				continue
			}
		}
		return Place{s, path}, true
	}
}

// isAnew reports whether a value has something in it that each round of a loop
// makes anew.
func isAnew(v *val) bool {
	if v.kind == kSym {
		s := v.sym
		for {
			outer, ok := s.key.a.(*sym)
			if !ok || s.old {
				return s.old || s.born != nil
			}
			s = outer
		}
	}
	return slices.ContainsFunc(v.args, isAnew)
}
