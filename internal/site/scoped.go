package site

import (
	"strconv"
	"strings"

	"github.com/captoken/captoken/internal/flow"
	"github.com/captoken/captoken/internal/scope"
	"github.com/captoken/captoken/internal/voicetoken"
)

// This file is about values that stand in the scope claim.

// Template returns the model's value for a decoded part of a scope.
func (r Reader) Template(t scope.Template) voicetoken.Value {
	if t == nil {
		return voicetoken.Value{}
	}
	if len(t) == 1 && t[0].Escaped == 0 && t[0].Source != nil {
		if v, ok := t[0].Source.(*flow.Value); ok {
			return r.Value(v)
		}
	}
	if text, ok := t.Constant(); ok {
		return voicetoken.Value{State: voicetoken.Known, Source: strconv.Quote(text), Same: strconv.Quote(text), Text: text, Constant: true, Origin: t}
	}
	out := voicetoken.Value{State: voicetoken.Known, Origin: t}
	for i, p := range t {
		if p.Escaped > 0 || p.Kind != scope.Text && p.Source == nil {
			return voicetoken.Lost()
		}
		v := r.Template(scope.Template{p})
		if v.State != voicetoken.Known {
			return v
		}
		if i > 0 {
			out.Source += " + "
			out.Same += " + "
		}
		out.Source += v.Source
		out.Same += v.Same
		if v.Elsewhere != "" {
			out.Elsewhere = v.Elsewhere
		}
	}
	return out
}

// Params returns the model's value for the parameters of an outgoing scope.
func (r Reader) Params(p *scope.Params) voicetoken.Value {
	switch {
	case p == nil || p.Source == nil && len(p.Pairs) == 0 && !p.Opaque:
		return voicetoken.Value{}
	case p.Opaque:
		return voicetoken.Lost()
	case p.Source != nil:
		v := p.Source.(*flow.Value)
		val := r.Value(v)
		if rec := v.Strip(); val.Elsewhere != "" && rec.Op == flow.Record && rec.Taint == "" {
			// Have: a variable of a function that is called, with known entries.
			var known scope.Params
			for _, fd := range rec.Fields {
				item := fd.Val
				if l := item.Strip(); l.Op == flow.List && len(l.Args) == 1 {
					item = l.Args[0]
				}
				if fd.Key != nil || fd.Cond {
					return val
				}
				known.Pairs = append(known.Pairs, scope.Pair{Key: scope.Lit(fd.Name), Value: Template(item)})
			}
			return r.Params(&known)
		}
		return val
	}
	var pairs, same []string
	for _, pair := range p.Pairs {
		k, v := r.Template(pair.Key), r.Template(pair.Value)
		if pair.Value == nil {
			v = r.Template(scope.Lit(""))
		}
		if k.State != voicetoken.Known || v.State != voicetoken.Known {
			return voicetoken.Lost()
		}
		pairs = append(pairs, k.Source+": "+v.Source)
		same = append(same, k.Same+": "+v.Same)
	}
	return voicetoken.Value{
		State:  voicetoken.Known,
		Source: "map[string]string{" + strings.Join(pairs, ", ") + "}",
		Same:   strings.Join(same, ", "),
		Origin: p,
	}
}
