package guide

import (
	"slices"
	"strings"

	"github.com/captoken/captoken/internal/accesstoken"
	vt "github.com/captoken/captoken/internal/voicetoken"
)

// Decisions are what the code can't say and a developer has decided.
type Decisions struct {
	// Identity is the Go expression to use where a token has no client
	// name, "" for none.
	Identity string
}

// Map applies the table to a Capability Token.
func Map(c vt.Capability, d Decisions) vt.Access {
	m := mapping{c: c, d: d, values: make(map[vt.Parameter][]vt.Value), from: make(map[vt.Parameter]string)}
	for _, row := range Table {
		m.row(row)
	}
	var a vt.Access
	for _, p := range order {
		if arg, ok := m.argument(p); ok {
			a.Arguments = append(a.Arguments, arg)
		}
	}
	if c.EventStream {
		a.Arguments = append(a.Arguments, vt.Argument{Status: vt.NoEquivalent, From: "event stream"})
	}
	a.Reasons = m.reasons(a)
	return a
}

type mapping struct {
	c      vt.Capability
	d      Decisions
	values map[vt.Parameter][]vt.Value // what the old token has for each new parameter
	from   map[vt.Parameter]string
}

// row collects the values that one row of the table carries over.
func (m *mapping) row(row Row) {
	for i, p := range row.New {
		if m.from[p] == "" {
			m.from[p] = strings.TrimPrefix(row.Scope+" "+row.Old, " ")
		}
		if i > 0 {
			continue // a flag that goes with the first
		}
		for _, v := range m.old(row.Scope, row.Old) {
			if v.State != vt.Absent {
				m.values[p] = append(m.values[p], v)
			}
		}
	}
	if row.Status == vt.DoNotUse {
		m.values[vt.Parameter(row.Old)] = m.old(row.Scope, row.Old)
		m.from[vt.Parameter(row.Old)] = row.Old
	}
}

// old returns what the Capability Token has for a parameter of the guide.
func (m *mapping) old(scope, name string) []vt.Value {
	var out []vt.Value
	switch scope + " " + name {
	case " accountSid":
		out = append(out, m.c.AccountSid)
	case " authToken":
		out = append(out, m.c.AuthToken)
	case " ttl":
		if m.c.TTL.Form != vt.TTLNone {
			out = append(out, m.c.TTL.Value)
		}
	case "incoming clientName":
		for _, in := range m.c.Incoming {
			out = append(out, in.ClientName)
		}
	case "outgoing clientName":
		for _, o := range m.c.Outgoing {
			out = append(out, o.ClientName)
		}
	case "outgoing applicationSid":
		for _, o := range m.c.Outgoing {
			out = append(out, o.ApplicationSid)
		}
	case "outgoing params":
		for _, o := range m.c.Outgoing {
			out = append(out, o.Params)
		}
	}
	return out
}

// argument decides what is known of one parameter of the Access Token.
func (m *mapping) argument(p vt.Parameter) (vt.Argument, bool) {
	arg := vt.Argument{Parameter: p, From: m.from[p], Status: status(p)}
	vals := distinct(m.values[p])
	if p == vt.Identity {
		vals = slices.DeleteFunc(vals, vt.Value.Empty)
		if len(vals) == 0 && m.d.Identity != "" {
			vals = []vt.Value{{State: vt.Known, Source: m.d.Identity, Same: m.d.Identity}}
			arg.From = ""
		}
	}
	switch p {
	case vt.APIKeySid, vt.APIKeySecret:
		arg.From = ""
		return arg, true
	case vt.IncomingAllow:
		arg.Values = []vt.Value{{State: vt.Known, Source: "true"}}
		return arg, len(m.c.Incoming) > 0
	case vt.TimeToLive:
		if m.c.TTL.Form == vt.TTLNone {
			return arg, false
		}
	case vt.OutgoingApplicationSid:
		if len(m.c.Outgoing) == 0 {
			return arg, false
		}
	case vt.OutgoingApplicationParams:
		if len(vals) == 0 {
			return arg, false
		}
	case vt.AuthToken:
		if len(vals) == 0 || vals[0].State == vt.Absent {
			vals = []vt.Value{{State: vt.Unresolved}}
		}
		arg.Values = vals
		return arg, true
	}
	arg.Values = vals
	switch {
	case len(vals) == 0 && p == vt.Identity && m.c.Opaque:
		arg.Status = vt.NotResolved
		arg.Values = []vt.Value{{State: vt.Unresolved}}
	case len(vals) == 0:
		arg.Status = vt.Required
	case slices.ContainsFunc(vals, func(v vt.Value) bool { return v.State == vt.Unresolved }):
		arg.Status = vt.NotResolved
	case len(vals) > 1 && !apart(vals):
		arg.Status = vt.Conflicting
	}
	return arg, true
}

func status(p vt.Parameter) vt.Status {
	for _, row := range Table {
		for i, q := range row.New {
			if q == p && i == 0 {
				return row.Status
			}
			if q == p {
				return vt.Renamed
			}
		}
	}
	return vt.DoNotUse
}

// apart reports whether each value comes from a caller of its own, so that
// they do not meet in one token.
func apart(vals []vt.Value) bool {
	seen := make(map[string]bool)
	for _, v := range vals {
		if !v.ByCaller || seen[v.Elsewhere] {
			return false
		}
		seen[v.Elsewhere] = true
	}
	return true
}

// distinct drops the values that are provably equal to an earlier one.
func distinct(vals []vt.Value) []vt.Value {
	var out []vt.Value
	for _, v := range vals {
		if !slices.ContainsFunc(out, func(w vt.Value) bool {
			return v.State == w.State && (v.State == vt.Unresolved || v.Same == w.Same)
		}) {
			out = append(out, v)
		}
	}
	return out
}

// reasons lists why the Access Token can't be written in place of the old
// one, the most basic reason first.
func (m *mapping) reasons(a vt.Access) []vt.Reason {
	var out []vt.Reason
	add := func(code vt.Code, detail string) { out = append(out, vt.Reason{Code: code, Detail: detail}) }
	has := func(p vt.Parameter, s vt.Status) bool {
		arg, ok := a.Argument(p)
		return ok && arg.Status == s
	}
	voice := len(m.c.Incoming) + len(m.c.Outgoing)
	if voice == 0 && !m.c.Opaque {
		if m.c.EventStream {
			add(vt.EventStreamScope, "access tokens have no event stream")
		} else if m.c.Generated != 0 {
			add(vt.NoScope, "the token grants nothing")
		}
	}
	if m.c.Generated == 0 {
		add(vt.NotGenerated, "")
	} else if m.c.Unsigned != "" {
		add(vt.NotGenerated, m.c.Unsigned)
	}
	if has(vt.Identity, vt.Required) {
		add(vt.IdentityMissing, "")
	}
	if has(vt.Identity, vt.Conflicting) {
		add(vt.IdentityConflict, "")
	}
	always, withParams := 0, 0 // outgoing scopes that meet in one token
	for _, o := range m.c.Outgoing {
		if o.Conditional {
			continue
		}
		always++
		if o.Params.State != vt.Absent {
			withParams++
		}
	}
	if has(vt.OutgoingApplicationSid, vt.Conflicting) || has(vt.OutgoingApplicationParams, vt.Conflicting) ||
		withParams > 0 && withParams < always {
		add(vt.OutgoingConflict, "")
	}
	if m.c.EventStream && voice > 0 {
		add(vt.EventStreamScope, "access tokens have no event stream")
	}
	if m.c.TTL.ConstSeconds {
		switch {
		case m.c.TTL.Seconds > accesstoken.MaxLifetime.Seconds():
			add(vt.TTLOver24h, "")
		case m.c.TTL.Seconds < 1:
			add(vt.TTLExpired, "the token is born expired")
		}
	}
	if has(vt.TimeToLive, vt.Required) {
		add(vt.TTLMissing, "")
	}
	unresolved := slices.ContainsFunc(a.Arguments, func(arg vt.Argument) bool {
		switch {
		case arg.Status == vt.NotResolved:
			return true
		case arg.Parameter == vt.AuthToken:
			return arg.Values[0].State != vt.Known
		case arg.Parameter == vt.Identity || arg.Parameter == vt.TimeToLive:
			return false // codes of their own
		}
		return arg.Status == vt.Required
	})
	switch {
	case m.c.Opaque:
		add(vt.UnresolvedValue, "there may be more scopes")
	case unresolved:
		add(vt.UnresolvedValue, "")
	}
	if m.c.Escapes != "" {
		add(vt.Escapes, m.c.Escapes)
	}
	if m.c.Generated > 1 {
		add(vt.SeveralTokens, "")
	}
	if m.c.Conditional() {
		add(vt.ConditionalScope, "")
	}
	for _, arg := range a.Arguments {
		if i := slices.IndexFunc(arg.Values, func(v vt.Value) bool { return v.Elsewhere != "" }); i >= 0 {
			add(vt.AcrossFunctions, string(arg.Parameter)+" is set in "+arg.Values[i].Elsewhere)
			break
		}
	}
	if len(m.c.ExtraClaims) > 0 {
		add(vt.ExtraClaims, strings.Join(m.c.ExtraClaims, ", "))
	}
	return out
}
