package flow

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

func (x *executor) constant(c *ssa.Const) *val {
	if c.Value != nil {
		return &val{kind: kConst, c: c.Value, typ: c.Type()}
	}
	return x.zero(c.Type())
}

// zero returns the zero value of a type.
func (x *executor) zero(t types.Type) *val {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return blankText
		case u.Info()&types.IsNumeric != 0:
			return blankNumber
		case u.Info()&types.IsBoolean != 0:
			return blankBool
		case u.Kind() == types.UntypedNil, u.Kind() == types.UnsafePointer:
			return blankNil
		}
	case *types.Struct:
		v := &val{kind: kAgg, typ: t}
		for f := range u.Fields() {
			v.args = append(v.args, x.zero(f.Type()))
		}
		return v
	case *types.Array:
		if u.Len() > maxElements {
			return unknown
		}
		v := &val{kind: kAgg, typ: t}
		for range u.Len() {
			v.args = append(v.args, x.zero(u.Elem()))
		}
		return v
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return blankNil
	case *types.Interface:
		if _, isParam := types.Unalias(t).(*types.TypeParam); !isParam {
			return blankNil
		}
	case *types.Tuple:
		v := &val{kind: kTuple}
		for i := range u.Len() {
			v.args = append(v.args, x.zero(u.At(i).Type()))
		}
		return v
	}
	return unknown
}

// Zero values of what nobody has set.
var (
	blankText   = &val{kind: kConst, c: constant.MakeString(""), blank: true}
	blankNumber = &val{kind: kConst, c: constant.MakeInt64(0), blank: true}
	blankBool   = &val{kind: kConst, c: constant.MakeBool(false), blank: true}
	blankNil    = &val{kind: kConst, blank: true}
)

// maxElements is how many elements of an array are told apart.
const maxElements = 128
