package proof

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/captoken/captoken/integration/internal/drive"
	"github.com/captoken/captoken/integration/internal/drivegen"
	"github.com/captoken/captoken/integration/internal/tokencheck"
	"github.com/captoken/captoken/integration/oracle"
)

// issued is the time in the bubbles of testing/synctest, 2000-01-01.
const issued = 946684800

// A Verdict is about one finding.
type Verdict struct {
	Finding  Finding
	Function string // that the finding is in
	Outcome  Outcome
	Code     string   // why it was withheld
	Reasons  []string // why it is wrong, or was not run
	Compared int      // how many pairs of tokens there were
}

// An Outcome is what the proof makes of a finding.
type Outcome string

// The outcomes.
const (
	Proven   Outcome = "proven"
	Withheld Outcome = "withheld" // there is no fix
	NotRun   Outcome = "not run"  // there is a fix, but no way to make the function return a token
	Wrong    Outcome = "wrong"
)

// A judge compares the calls before and after the fix.
type judge struct {
	program       *program
	before, after map[string]drive.Call
	makesTokens   map[string]bool     // functions that do, before the fix, by their full names
	names         map[string][]string // see clientNames
	variant       Variant
	ask           func([]oracle.Parameters) ([]oracle.Answer, error)
}

// What became of a function's tokens.
type behaviour struct {
	wrong     []string
	changed   int // pairs that were compared, and proven unless wrong
	unchanged int // tokens that still are Capability Tokens
	failures  []string
	beyond    []string // why pairs can't be compared
}

// judge returns a verdict for each finding, and what is wrong besides.
func (j *judge) judge(findings []Finding) (verdicts []Verdict, wrong []string, err error) {
	behaviours, err := j.behaviours()
	if err != nil {
		return nil, nil, err
	}
	blamed := make(map[string]bool)
	for _, finding := range findings {
		home, _ := j.program.packages[finding.Package].At(finding.File, finding.Line)
		v := Verdict{Finding: finding, Function: home.Name, Code: finding.Code()}
		if finding.Fixable {
			j.decide(&v, findings, behaviours, blamed)
		} else {
			v.Outcome = Withheld
		}
		verdicts = append(verdicts, v)
	}
	for _, name := range slices.Sorted(maps.Keys(behaviours)) {
		if !blamed[name] {
			for _, reason := range behaviours[name].wrong {
				wrong = append(wrong, name+": "+reason)
			}
		}
	}
	return verdicts, wrong, nil
}

// decide judges a finding with a fix by the functions that its code is run by: the one that it is in, or else those
// that may call it.
func (j *judge) decide(v *Verdict, findings []Finding, behaviours map[string]*behaviour, blamed map[string]bool) {
	path := v.Finding.Package
	if complaint := j.program.broken[path]; complaint != "" {
		v.Outcome, v.Reasons = Wrong, []string{"does not compile: " + complaint}
		return
	}
	pkg := j.program.packages[path]
	home, ok := pkg.At(v.Finding.File, v.Finding.Line)
	if !ok {
		v.Outcome, v.Reasons = NotRun, []string{"not in a function"}
		return
	}
	runners := []drivegen.Function{home}
	if b := behaviours[path+"."+home.Name]; b == nil || b.changed+b.unchanged == 0 {
		runners = pkg.Reaching(home)
	}
	total := new(behaviour)
	for _, runner := range runners {
		name := path + "." + runner.Name
		b := behaviours[name]
		if b == nil {
			if runner.Skip != "" {
				total.failures = append(total.failures, runner.Name+": "+runner.Skip)
			}
			continue
		}
		blamed[name] = true
		total.add(b)
	}
	v.Compared = total.changed
	switch {
	case len(total.wrong) > 0:
		v.Outcome, v.Reasons = Wrong, total.wrong
	case total.unchanged > 0 && j.allFixable(findings, path, runners):
		v.Outcome, v.Reasons = Wrong, []string{"there is a fix, but the function still makes a Capability Token"}
	case total.changed == 0:
		v.Outcome, v.Reasons = NotRun, total.explain()
	default:
		v.Outcome = Proven
	}
}

func (b *behaviour) add(other *behaviour) {
	b.wrong = append(b.wrong, other.wrong...)
	b.failures = append(b.failures, other.failures...)
	b.changed += other.changed
	b.unchanged += other.unchanged
	b.beyond = append(b.beyond, other.beyond...)
}

// explain tells why no token was compared.
func (b *behaviour) explain() []string {
	reasons := slices.Compact(slices.Sorted(slices.Values(slices.Concat(b.failures, b.beyond))))
	if len(reasons) == 0 {
		reasons = append(reasons, "no token comes out before the fix")
	}
	return reasons
}

// allFixable reports whether no Capability Token may be left in functions.
func (j *judge) allFixable(findings []Finding, path string, functions []drivegen.Function) bool {
	if len(functions) != 1 {
		return false
	}
	return !slices.ContainsFunc(findings, func(f Finding) bool {
		home, _ := j.program.packages[path].At(f.File, f.Line)
		return f.Package == path && home.Name == functions[0].Name && !f.Fixable
	})
}

// behaviours compares all calls, and gathers what came of it by functions.
func (j *judge) behaviours() (map[string]*behaviour, error) {
	all := make(map[string]*behaviour)
	var guide questions
	for _, key := range slices.Sorted(maps.Keys(j.before)) {
		before := j.before[key]
		if j.program.broken[before.Package] != "" {
			continue
		}
		name := before.FullName()
		b := all[name]
		if b == nil {
			b = new(behaviour)
			all[name] = b
		}
		if before.Failure != "" {
			b.failures = append(b.failures, before.Function+": "+before.Failure)
		}
		after, ok := j.after[key]
		switch {
		case !j.makesTokens[name], strings.HasPrefix(before.Failure, "panic: "):
			// There is nothing to compare with.
		case !ok:
			b.complain(before, "the fixed program has no such call")
		case len(before.Tokens) != len(after.Tokens):
			b.complain(before, "%d tokens before the fix, %d after it; %s", len(before.Tokens), len(after.Tokens), after.Failure)
		case before.Failure != after.Failure:
			b.complain(before, "%q before the fix, %q after it", before.Failure, after.Failure)
		default:
			for i := range before.Tokens {
				if err := j.pair(b, before, before.Tokens[i], after.Tokens[i], &guide); err != nil {
					return nil, err
				}
			}
		}
	}
	return all, guide.put(j.ask)
}

// complain names a call whose tokens are wrong. One complaint of each kind is enough.
func (b *behaviour) complain(call drive.Call, format string, args ...any) {
	complaint := fmt.Sprintf(format, args...)
	if !slices.ContainsFunc(b.wrong, func(known string) bool { return strings.HasSuffix(known, ": "+complaint) }) {
		b.wrong = append(b.wrong, fmt.Sprintf("%s %s: %s", call.Function, call.Choices, complaint))
	}
}

// pair compares a token with the one in its place.
func (j *judge) pair(b *behaviour, call drive.Call, before, after string, guide *questions) error {
	token, err := tokencheck.Decode(before)
	if err != nil {
		return nil // it looks like a token, but is none
	}
	if !token.IsCapability() {
		if before != after {
			b.complain(call, "another token has changed")
		}
		return nil
	}
	if before == after {
		b.unchanged++
		return nil
	}
	granted, err := token.Capability(issued)
	if err != nil {
		b.beyond = append(b.beyond, "the old code does not escape its values")
		return nil
	}
	if inner, ok := nested(granted, after); ok {
		b.unchanged++
		for _, pair := range inner {
			if err := j.pair(b, call, pair[0], pair[1], guide); err != nil {
				return err
			}
		}
		return nil
	}
	at := j.circumstances(call, token)
	if reason := useless(token, granted, at); reason != "" {
		b.beyond = append(b.beyond, reason)
		return nil
	}
	b.changed++
	for _, difference := range tokencheck.Compare(before, after, at) {
		b.complain(call, "%s", difference)
	}
	identity := identity(after)
	if identity == "" || granted.TTL <= 0 {
		return nil // the official library would take its defaults, or refuse
	}
	return guide.add(b, call, after, granted.Issued, oracle.Parameters{
		AccountSID: granted.AccountSID, APIKeySID: at.APIKeySID, APIKeySecret: at.APIKeySecret, TTL: granted.TTL,
		Identity: expected(granted, identity), IncomingAllow: granted.Incoming, OutgoingApplicationSID: granted.AppSID,
		OutgoingApplicationParams: granted.Params, Region: at.Region, Now: issued,
	})
}

// useless tells why nothing can be asked of the token in the place of one that Twilio does not take; "" if it does. The
// values that functions are called with may be such that the code, before the fix and after it, makes nothing of them.
func useless(token tokencheck.Token, granted tokencheck.Capability, at tokencheck.Circumstances) string {
	switch {
	case !token.SignedWith(at.AuthToken):
		return "the old token is signed with a key that is made up"
	case granted.AccountSID == "":
		return "the old token names no account"
	case granted.Incoming && len(granted.Names) == 0:
		return "the old token has an empty client name"
	case granted.TTL > 100*365*24*60*60:
		return "the old token lives for more than a hundred years"
	}
	return ""
}

// nested returns pairs of tokens that are parameters of a token which is else the same before and after the fix.
func nested(granted tokencheck.Capability, after string) (pairs [][2]string, ok bool) {
	token, err := tokencheck.Decode(after)
	if err != nil || !token.IsCapability() {
		return nil, false
	}
	still, err := token.Capability(issued)
	if err != nil {
		return nil, false
	}
	params := still.Params
	still.Params = granted.Params
	if !reflect.DeepEqual(granted, still) || len(params) != len(granted.Params) {
		return nil, false
	}
	for _, key := range slices.Sorted(maps.Keys(params)) {
		if old := granted.Params[key]; old != params[key] {
			pairs = append(pairs, [2]string{old, params[key]})
		}
	}
	return pairs, true
}

// expected returns the identity that a Capability Token stands for. If it has none, any that there is will do here:
// whether it is the right one is not for the official library to say.
func expected(granted tokencheck.Capability, identity string) string {
	if len(granted.Names) > 0 {
		return granted.Names[0]
	}
	return identity
}

func identity(access string) string {
	token, err := tokencheck.Decode(access)
	if err != nil {
		return ""
	}
	grants, _ := token.Claims["grants"].(map[string]any)
	identity, _ := grants["identity"].(string)
	return identity
}

// circumstances knows the auth token by trying: it may be configured, or a text in the code.
func (j *judge) circumstances(call drive.Call, capability tokencheck.Token) tokencheck.Circumstances {
	at := tokencheck.Circumstances{
		Issued: issued, AuthToken: drive.AuthToken, APIKeySID: drive.APIKeySID, APIKeySecret: drive.APIKeySecret,
		Region: j.variant.Region,
	}
	candidates := append([]string{drive.AuthToken, drive.APIKeySID, drive.AccountSID, drive.AppSID, drive.PlainName, drive.AwkwardName},
		j.program.packages[call.Package].Texts...)
	for _, candidate := range candidates {
		if capability.SignedWith(candidate) {
			at.AuthToken = candidate
			break
		}
	}
	if j.variant.Identity != "" {
		at.Identities = append(at.Identities, j.variant.Identity)
	}
	// Where a branch of a function makes a token without a name, the identity is one that the other branches name.
	at.Identities = append(at.Identities, j.names[call.FullName()]...)
	return at
}

// tokenMakers returns the full names of the functions that tokens come out of.
func tokenMakers(calls map[string]drive.Call) map[string]bool {
	makers := make(map[string]bool)
	for _, call := range calls {
		if len(call.Tokens) > 0 {
			makers[call.FullName()] = true
		}
	}
	return makers
}

// clientNames returns the client names of each function's tokens, by the function's full name.
func clientNames(calls map[string]drive.Call) map[string][]string {
	all := make(map[string][]string)
	for _, call := range calls {
		name := call.FullName()
		for _, jwt := range call.Tokens {
			token, err := tokencheck.Decode(jwt)
			if err != nil || !token.IsCapability() {
				continue
			}
			granted, err := token.Capability(issued)
			if err != nil {
				continue
			}
			for _, client := range granted.Names {
				if !slices.Contains(all[name], client) {
					all[name] = append(all[name], client)
				}
			}
		}
	}
	return all
}
