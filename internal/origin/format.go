package origin

import (
	"go/ast"
	"slices"
	"strings"
)

// print evaluates fmt.Sprint of strings.
func (t *Tracer) print(call *ast.CallExpr, first int, f *Frame) *Value {
	var parts []*Value
	for i, a := range call.Args[first:] {
		if i > 0 && !isText(t.pkg.TypeOf(a)) && !isText(t.pkg.TypeOf(call.Args[first+i-1])) {
			parts = append(parts, stringConst(" "))
		}
		parts = append(parts, t.text(a, call, f))
	}
	return &Value{Op: Concat, Args: parts}
}

// text evaluates an operand of fmt: a value with a String method of this
// package is what that method returns.
func (t *Tracer) text(e ast.Expr, call *ast.CallExpr, f *Frame) *Value {
	typ := t.pkg.TypeOf(e)
	if fn, ok := t.methodNamed(typ, "String"); ok {
		if v := t.inline(fn, call, 0, f, e); v != nil {
			return at(v, e, f)
		}
	}
	return t.eval(e, f)
}

// format evaluates fmt.Sprintf with the format at call.Args[i].
func (t *Tracer) format(call *ast.CallExpr, i int, f *Frame) *Value {
	if i >= len(call.Args) || call.Ellipsis.IsValid() {
		return nil
	}
	format := t.eval(call.Args[i], f)
	return t.formatted(format, call, call.Args[i+1:], f)
}

func (t *Tracer) formatted(format *Value, call *ast.CallExpr, args []ast.Expr, f *Frame) *Value {
	s := format.Strip()
	if s.Op == Choice {
		alts := make([]*Value, len(s.Args))
		for i, a := range s.Args {
			if alts[i] = t.formatted(a, call, args, f); alts[i] == nil {
				return nil
			}
		}
		return choice(alts...)
	}
	if s.Op == Concat {
		return t.formatConcat(s, call, args, f)
	}
	text, ok := s.StringConst()
	if !ok {
		return nil
	}
	parts, _, ok := t.verbs(text, call, args, 0, f)
	if !ok {
		return nil
	}
	return &Value{Op: Concat, Args: parts}
}

// formatConcat evaluates a format that is itself put together: from
// constants and choices of constants.
func (t *Tracer) formatConcat(format *Value, call *ast.CallExpr, args []ast.Expr, f *Frame) *Value {
	text := ""
	for i, p := range format.Args {
		p = p.Strip()
		if p.Op == Choice {
			var alts []*Value
			for _, a := range p.Args {
				whole := append(slices.Clone(format.Args[:i]), a)
				whole = append(whole, format.Args[i+1:]...)
				alt := t.formatted(&Value{Op: Concat, Args: whole}, call, args, f)
				if alt == nil || !t.spend() {
					return nil
				}
				alts = append(alts, alt)
			}
			return choice(alts...)
		}
		if p.Op == Concat {
			whole := append(slices.Clone(format.Args[:i]), p.Args...)
			whole = append(whole, format.Args[i+1:]...)
			return t.formatConcat(&Value{Op: Concat, Args: whole}, call, args, f)
		}
		s, ok := p.StringConst()
		if !ok {
			return nil
		}
		text += s
	}
	return t.formatted(stringConst(text), call, args, f)
}

// verbs expands the verbs of a format, starting with the operand at next.
func (t *Tracer) verbs(format string, call *ast.CallExpr, args []ast.Expr, next int, f *Frame) (parts []*Value, used int, ok bool) {
	lit := strings.Builder{}
	flush := func() {
		if lit.Len() > 0 {
			parts = append(parts, stringConst(lit.String()))
			lit.Reset()
		}
	}
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' {
			lit.WriteByte(c)
			continue
		}
		i++
		flags := i
		for i < len(format) && strings.IndexByte("+-# 0123456789.", format[i]) >= 0 {
			i++
		}
		plain := i == flags
		if i < len(format) && format[i] == '[' { // explicit operand
			end := strings.IndexByte(format[i:], ']')
			if end < 0 {
				return nil, 0, false
			}
			n := 0
			for _, d := range format[i+1 : i+end] {
				if d < '0' || d > '9' || n > 1000 {
					return nil, 0, false
				}
				n = n*10 + int(d-'0')
			}
			next = n - 1
			i += end + 1
		}
		if i >= len(format) {
			return nil, 0, false
		}
		if format[i] == '%' {
			lit.WriteByte('%')
			continue
		}
		if format[i] == '*' { // the width is an operand
			plain = false
			next++
			if i++; i >= len(format) {
				return nil, 0, false
			}
		}
		if next < 0 || next >= len(args) {
			return nil, 0, false
		}
		flush()
		switch {
		case plain && (format[i] == 's' || format[i] == 'v'):
			parts = append(parts, t.text(args[next], call, f))
		case plain && format[i] == 'd':
			parts = append(parts, t.eval(args[next], f))
		case plain && format[i] == 'q':
			parts = append(parts, stringConst(`"`), t.text(args[next], call, f), stringConst(`"`))
		default: // not the operand's own text
			parts = append(parts, &Value{Op: Unknown})
		}
		next++
	}
	flush()
	return parts, next, true
}
