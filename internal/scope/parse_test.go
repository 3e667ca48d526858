package scope_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/captoken/captoken/internal/scope"
)

// show writes a result in one line, so that a table can say what it expects:
// what holds for the whole claim, then each scope with its arguments.
func show(r scope.Result) string {
	var words []string
	if r.Foreign {
		words = append(words, "foreign")
	}
	if len(r.Open) > 0 {
		words = append(words, fmt.Sprintf("open%v", r.Open))
	}
	for _, s := range r.Scopes {
		words = append(words, showScope(s))
	}
	return strings.Join(words, "; ")
}

func showScope(s scope.Scope) string {
	words := []string{map[scope.Privilege]string{
		scope.Incoming: "incoming", scope.Outgoing: "outgoing", scope.EventStream: "events",
	}[s.Privilege]}
	if s.ClientName != nil {
		words = append(words, "name="+showTemplate(s.ClientName))
	}
	if s.AppSid != nil {
		words = append(words, "app="+showTemplate(s.AppSid))
	}
	if p := s.Params; p != nil {
		var in []string
		for _, pair := range p.Pairs {
			in = append(in, showTemplate(pair.Key)+":"+showTemplate(pair.Value))
		}
		switch {
		case p.Opaque:
			in = append(in, "opaque")
		case p.Source != nil:
			in = append(in, fmt.Sprintf("from %v", p.Source))
		}
		words = append(words, "params=["+strings.Join(in, " ")+"]")
	}
	if s.Conditional {
		words = append(words, "conditional")
	}
	if s.Incomplete {
		words = append(words, "incomplete")
	}
	return strings.Join(words, " ")
}

// showTemplate writes text in quotes, a hole as its source in angle
// brackets, and what is still encoded with one % for each time.
func showTemplate(t scope.Template) string {
	if len(t) == 0 {
		return `""`
	}
	words := make([]string, len(t))
	for i, p := range t {
		var w string
		switch p.Kind {
		case scope.Text:
			w = fmt.Sprintf("%q", p.Text)
		case scope.Hole:
			w = fmt.Sprintf("<%v>", p.Source)
		case scope.Group:
			w = fmt.Sprintf("(%v: %s)", p.Source, showTemplate(p.Parts))
		case scope.Query:
			w = fmt.Sprintf("query<%v>", p.Source)
		case scope.Alt:
			alts := make([]string, len(p.Alts))
			for j, a := range p.Alts {
				alts[j] = showTemplate(a)
			}
			w = "{" + strings.Join(alts, "|") + "}"
			if p.Source != nil {
				w = fmt.Sprintf("%v%s", p.Source, w)
			}
		}
		words[i] = strings.Repeat("%", p.Escaped) + w
	}
	return strings.Join(words, "+")
}

// The libraries agree on what a claim says and differ in how they write it;
// all their forms must read the same.
func TestParseString(t *testing.T) {
	const in, out, events = "scope:client:incoming", "scope:client:outgoing", "scope:stream:subscribe"
	for _, tc := range []struct{ name, claim, want string }{
		{"an empty claim grants nothing", "", ""},
		{"an incoming scope has a name", in + "?clientName=alice", `incoming name="alice"`},
		{"an outgoing scope may have no name", out + "?appSid=AP1", `outgoing app="AP1"`},
		{"arguments come in insertion order", out + "?appSid=AP1&clientName=alice&appParams=user%3D42",
			`outgoing name="alice" app="AP1" params=["user":"42"]`},
		{"arguments come sorted", out + "?appParams=user%3D42&appSid=AP1&clientName=alice",
			`outgoing name="alice" app="AP1" params=["user":"42"]`},
		{"both scopes stand in call order", in + "?clientName=a " + out + "?appSid=AP1&clientName=a",
			`incoming name="a"; outgoing name="a" app="AP1"`},
		{"the outgoing scope may come first", out + "?appSid=AP1 " + in + "?clientName=a",
			`outgoing app="AP1"; incoming name="a"`},
		{"an event stream has a path with bare slashes", events + "?path=/2010-04-01/Events", "events"},
		{"an event stream has an encoded path", events + "?path=%2F2010-04-01%2FEvents", "events"},
		{"an event stream has filters under appParams", events + "?path=/2010-04-01/Events&appParams=k%3Da%2520b",
			`events params=["k":"a b"]`},
		{"an event stream has filters under params", events + "?params=k%3Dv&path=%2F2010-04-01%2FEvents",
			`events params=["k":"v"]`},

		{"a space in a name is %20", in + "?clientName=al%20ice", `incoming name="al ice"`},
		{"a space in a name is a plus sign", in + "?clientName=al+ice", `incoming name="al ice"`},
		{"a plus sign in a name is %2B", in + "?clientName=al%2Bice", `incoming name="al+ice"`},
		{"a name is decoded once", in + "?clientName=al%2520ice", `incoming name="al%20ice"`},
		{"a name outside ASCII is UTF-8", in + "?clientName=%C3%A9", `incoming name="é"`},
		{"a name has separators in it", in + "?clientName=a%26b%3Dc%3Fd", `incoming name="a&b=c?d"`},
		{"a name is not encoded", in + "?clientName=alice@example.com", `incoming name="alice@example.com"`},
		{"a name is encoded wrong", in + "?clientName=100%", `incoming name="100%"`},
		{"a name is empty", in + "?clientName=", `incoming name=""`},
		{"hexadecimal digits are in lower case", in + "?clientName=a%2bb", `incoming name="a+b"`},

		{"params are encoded twice, spaces as %20", out + "?appSid=A&appParams=z%2520key%3Da%2526b%253Dc%2520d%26e%3D",
			`outgoing app="A" params=["z key":"a&b=c d" "e":""]`},
		{"params are encoded twice, spaces as plus signs", out + "?appSid=A&appParams=z%2Bkey%3Da%2526b%253Dc%2Bd%26e%3D",
			`outgoing app="A" params=["z key":"a&b=c d" "e":""]`},
		{"a parameter has a percent sign and a plus sign", out + "?appSid=A&appParams=u%3D%25C3%25A9%252B%2525",
			`outgoing app="A" params=["u":"é+%"]`},
		{"params are empty", out + "?appSid=A&appParams=", `outgoing app="A" params=[]`},
		{"params are empty and not last", out + "?appSid=A&appParams=&clientName=bob", `outgoing name="bob" app="A" params=[]`},
		{"a parameter has no value", out + "?appSid=A&appParams=flag", `outgoing app="A" params=["flag":""]`},
		{"a parameter is given twice", out + "?appSid=A&appParams=k%3D1%26k%3D2", `outgoing app="A" params=["k":"1" "k":"2"]`},

		{"several incoming names are several scopes", in + "?clientName=a " + in + "?clientName=b",
			`incoming name="a"; incoming name="b"`},
		{"a scope without arguments", in, "incoming"},
		{"a scope with nothing behind the question mark", in + "?", "incoming"},
		{"spaces are doubled", "  " + in + "?clientName=a   " + out + "?appSid=A ", `incoming name="a"; outgoing app="A"`},
		{"ampersands are doubled", in + "?&clientName=a&&", `incoming name="a"`},
		{"the last of two names wins", in + "?clientName=a&clientName=b", `incoming name="b"`},
		{"an argument is not known", in + "?clientName=a&colour=red", `incoming name="a" incomplete`},
		{"an argument has no equals sign", in + "?clientName", "incoming incomplete"},
		{"the name of an argument is encoded", in + "?client%4Eame=a", `incoming name="a"`},

		{"a scope of OAuth is foreign", "openid profile", "foreign"},
		{"a foreign scope stands among the others", "openid " + in + "?clientName=a", `foreign; incoming name="a"`},
		{"a client scope that Twilio does not have", "scope:client:transfer?x=1", "foreign"},
		{"the name of a scope is in capitals", "SCOPE:CLIENT:INCOMING?clientName=a", "foreign"},
		{"the name of a scope goes on", in + "s?clientName=a", "foreign"},
		{"the name of a scope is encoded", "scope%3Aclient%3Aincoming?clientName=a", "foreign"},
		{"only a question mark", "?", "foreign"},
		{"only arguments", "?clientName=a", "foreign"},
		{"not a scope", "%%%&&&===", "foreign"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(scope.ParseString(tc.claim)); got != tc.want {
				t.Errorf("ParseString(%q)\n got %s\nwant %s", tc.claim, got, tc.want)
			}
		})
	}
}

// Constructors of parts, for the tables.

func lit(s string) scope.Template { return scope.Lit(s) }

func hole(source string) scope.Template {
	return scope.Template{{Kind: scope.Hole, Source: source}}
}

func group(source string, parts ...scope.Template) scope.Template {
	return scope.Template{{Kind: scope.Group, Source: source, Parts: seq(parts...)}}
}

func alt(alts ...scope.Template) scope.Template {
	return scope.Template{{Kind: scope.Alt, Alts: alts}}
}

func namedAlt(source string, alts ...scope.Template) scope.Template {
	return scope.Template{{Kind: scope.Alt, Source: source, Alts: alts}}
}

// query is an encoded map; without parts, one whose contents are not known.
func query(source string, parts ...scope.Template) scope.Template {
	p := scope.Part{Kind: scope.Query, Source: source}
	if len(parts) > 0 {
		p.Parts = seq(parts...)
	}
	return scope.Template{p}
}

func seq(parts ...scope.Template) scope.Template {
	var out scope.Template
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

const (
	incoming = "scope:client:incoming?clientName="
	outgoing = "scope:client:outgoing?appSid="
)

func TestParseHoles(t *testing.T) {
	for _, tc := range []struct {
		name  string
		claim scope.Template
		want  string
	}{
		{"the whole claim is a hole", hole("s"), "open[s]"},
		{"a name that is encoded", seq(lit(incoming), hole("name").Escape()), "incoming name=<name>"},
		{"a name that is not encoded", seq(lit(incoming), hole("name")), "incoming name=<name>"},
		{"a name that is encoded twice stays encoded once", seq(lit(incoming), hole("name").Escape().Escape()), "incoming name=%<name>"},
		{"a name has text around the hole", seq(lit(incoming+"x%2B"), hole("name").Escape(), lit("+y")),
			`incoming name="x+"+<name>+" y"`},
		{"a hole between two scopes may be a scope", seq(lit(incoming+"a "), hole("more"), lit(" "+outgoing+"A")),
			`open[more]; incoming name="a"; outgoing app="A"`},
		{"a hole behind a name belongs to the name", seq(lit(incoming+"a"), hole("more")), `incoming name="a"+<more>`},
		{"a hole in the name of a scope", seq(lit("scope:client:"), hole("way"), lit("?clientName=a")), "open[way]"},
		{"two holes in the name of a scope", seq(lit("scope:"), hole("service"), lit(":"), hole("way")), "open[service way]"},
		{"a hole behind the name of a scope", seq(lit("scope:client:incoming"), hole("query")), "open[query]"},
		{"a hole in the name of another scope", seq(lit("https://example.com/"), hole("api")), ""},
		{"a hole in place of the arguments", seq(lit("scope:client:incoming?"), hole("query")), "incoming incomplete"},
		{"a hole in place of an argument's name", seq(lit("scope:client:incoming?"), hole("key"), lit("=a")), "incoming incomplete"},
		{"a foreign scope beside a hole", seq(lit("openid "), hole("more")), "foreign; open[more]"},
		{"a parameter's value that is encoded twice", seq(lit(outgoing+"A&appParams=k%3D"), hole("v").Escape().Escape()),
			`outgoing app="A" params=["k":<v>]`},
		{"a parameter's key that is encoded twice", seq(lit(outgoing+"A&appParams="), hole("k").Escape().Escape(), lit("%3Dv")),
			`outgoing app="A" params=[<k>:"v"]`},
		{"a parameter's value that is encoded once too often", seq(lit(outgoing+"A&appParams=k%3D"), hole("v").Escape().Escape().Escape()),
			`outgoing app="A" params=["k":%<v>]`},
		{"params that were encoded elsewhere", seq(lit(outgoing+"A&appParams="), hole("text").Escape()),
			`outgoing app="A" params=[opaque]`},
		{"params that begin with a hole", seq(lit(outgoing+"A&appParams="), hole("text").Escape(), lit("%26k%3Dv")),
			`outgoing app="A" params=[opaque]`},
		{"text that is encoded by a call", seq(lit(incoming), lit("a&b c").Escape()), `incoming name="a&b c"`},
		{"an application that is a hole", seq(lit(outgoing), hole("app"), lit("&clientName="), hole("name").Escape()),
			"outgoing name=<name> app=<app>"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(scope.Parse(tc.claim)); got != tc.want {
				t.Errorf("Parse(%s)\n got %s\nwant %s", showTemplate(tc.claim), got, tc.want)
			}
		})
	}
}

// A group is dissolved where it holds separators; elsewhere it stays, since
// it says how the code writes the value.
func TestParseGroups(t *testing.T) {
	for _, tc := range []struct {
		name  string
		claim scope.Template
		want  string
	}{
		{"a group that is the claim", group("claim", lit(incoming+"a")), `incoming name="a"`},
		{"a group that is the name of the scope", seq(group("head", lit("scope:client:incoming")), lit("?clientName=a")),
			`incoming name="a"`},
		{"groups that are the words of the name", seq(group("prefix", lit("scope")), lit(":"), group("service", lit("client")), lit(":incoming?clientName=a")),
			`incoming name="a"`},
		{"a group that is an argument's name", seq(lit("scope:client:incoming?"), group("key", lit("clientName")), lit("=a")),
			`incoming name="a"`},
		{"a group that is a value keeps its source", seq(lit(incoming), group("who", lit("alice"))), `incoming name=(who: "alice")`},
		{"a group that is encoded keeps its source", seq(lit(incoming), group("who", lit("al ice")).Escape()),
			`incoming name=(who: "al ice")`},
		{"a group of encoded text is not what the client is called", seq(lit(incoming), group("who", lit("al%20ice"))),
			`incoming name="al ice"`},
		{"a group with a hole", seq(lit(incoming), group("who", lit("agent_"), hole("id"))), `incoming name=(who: "agent_"+<id>)`},
		{"a group of encoded parts", seq(lit(incoming), group("who", lit("agent_"), hole("id").Escape())), `incoming name="agent_"+<id>`},
		{"a group with a separator", seq(lit("scope:client:outgoing?"), group("args", lit("appSid=A&clientName="), hole("n").Escape())),
			`outgoing name=<n> app="A"`},
		{"a group in a group", group("all", group("first", lit(incoming+"a")), lit(" "), group("second", lit(outgoing), hole("app"))),
			`incoming name="a"; outgoing app=<app>`},
		{"a group that is the value of the params", seq(lit(outgoing+"A&appParams="), group("p", lit("k=v&l=w")).Escape()),
			`outgoing app="A" params=["k":"v" "l":"w"]`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(scope.Parse(tc.claim)); got != tc.want {
				t.Errorf("Parse(%s)\n got %s\nwant %s", showTemplate(tc.claim), got, tc.want)
			}
		})
	}
}

func TestParseQueries(t *testing.T) {
	for _, tc := range []struct {
		name  string
		claim scope.Template
		want  string
	}{
		{"arguments from a map whose contents are known",
			seq(lit("scope:client:outgoing?"), query("q", lit("appSid="), hole("app").Escape(), lit("&clientName="), hole("n").Escape(), lit("&"))),
			"outgoing name=<n> app=<app>"},
		{"arguments from a map whose contents are not known",
			seq(lit("scope:client:outgoing?"), query("q")), "outgoing incomplete"},
		{"an argument from a map, after one from text",
			seq(lit(outgoing+"A&"), query("q", lit("clientName=a&"))), `outgoing name="a" app="A"`},
		{"params from a map whose contents are not known",
			seq(lit(outgoing+"A&appParams="), query("m").Escape()), `outgoing app="A" params=[from m]`},
		{"params from a map whose contents are known are still that map",
			seq(lit(outgoing+"A&appParams="), query("m", lit("k="), hole("v").Escape(), lit("&l=w&")).Escape()),
			`outgoing app="A" params=[from m]`},
		{"params from a map in a group of its own",
			seq(lit(outgoing+"A&appParams="), group("g", query("m")).Escape()), `outgoing app="A" params=[from m]`},
		{"params from a map and from text",
			seq(lit(outgoing+"A&appParams="), query("m").Escape(), lit("%26k%3Dv")), `outgoing app="A" params=[opaque]`},
		{"a map in a map",
			seq(lit("scope:client:outgoing?"), query("q", lit("appParams="), query("m").Escape(), lit("&appSid=A&"))),
			`outgoing app="A" params=[from m]`},
		{"an argument that is there on some ways only",
			seq(lit("scope:client:outgoing?"), query("q", lit("appSid=A&"), alt(lit("clientName=a&"), nil))),
			`outgoing name="a" app="A" conditional; outgoing app="A" conditional`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(scope.Parse(tc.claim)); got != tc.want {
				t.Errorf("Parse(%s)\n got %s\nwant %s", showTemplate(tc.claim), got, tc.want)
			}
		})
	}
}

func TestParseAlternatives(t *testing.T) {
	for _, tc := range []struct {
		name  string
		claim scope.Template
		want  string
	}{
		{"one scope or the other", alt(lit(incoming+"a"), lit(outgoing+"A")),
			`incoming name="a" conditional; outgoing app="A" conditional`},
		{"a scope or none", alt(lit(incoming+"a"), nil), `incoming name="a" conditional`},
		{"a scope or the empty text", alt(lit(incoming+"a"), lit("")), `incoming name="a" conditional`},
		{"the same scope on all ways", alt(lit(incoming+"a"), lit(incoming+"a")), `incoming name="a"`},
		{"a scope on all ways and another on some", alt(lit(incoming+"a"), lit(incoming+"a "+outgoing+"A")),
			`incoming name="a"; outgoing app="A" conditional`},
		{"a scope that is added between spaces", seq(lit(incoming+"a "), alt(lit(outgoing+"A"), nil)),
			`incoming name="a"; outgoing app="A" conditional`},
		{"a scope that is added with its space", seq(lit(incoming+"a"), alt(lit(" "+outgoing+"A"), nil)),
			`incoming name="a"; outgoing app="A" conditional`},
		{"scopes that are added with the space behind", seq(alt(lit(incoming+"a "), nil), alt(lit(outgoing+"A "), nil), lit("openid")),
			`foreign; incoming name="a" conditional; outgoing app="A" conditional`},
		{"the way is an alternative", seq(lit("scope:client:"), namedAlt("way", lit("incoming"), lit("outgoing")), lit("?clientName=a")),
			`incoming name="a" conditional; outgoing name="a" conditional`},
		{"the way is an alternative that is foreign once", seq(lit("scope:client:"), alt(lit("incoming"), lit("transfer")), lit("?clientName=a")),
			`foreign; incoming name="a" conditional`},
		{"a name that the code has a word for", seq(lit(incoming), namedAlt("who", lit("a"), lit("b"))),
			`incoming name=who{"a"|"b"}`},
		{"a name that is encoded and has a word", seq(lit(incoming), namedAlt("who", lit("a b"), hole("n")).Escape()),
			`incoming name=who{"a b"|<n>}`},
		{"a name that the code has no word for", seq(lit(incoming), alt(lit("a"), lit("b"))),
			`incoming name="a" conditional; incoming name="b" conditional`},
		{"an alternative with a separator is split though it has a word", seq(lit(incoming), namedAlt("who", lit("a"), lit("b&colour=red"))),
			`incoming name="a" conditional; incoming name="b" conditional incomplete`},
		{"an argument that may be absent", seq(lit(outgoing+"A"), alt(nil, lit("&clientName=a"))),
			`outgoing app="A" conditional; outgoing name="a" app="A" conditional`},
		{"a hole on some ways", alt(lit(incoming+"a"), hole("s")), `open[s]; incoming name="a" conditional`},
		{"one hole on all ways is named once", alt(hole("s"), seq(hole("s"), lit(" "+incoming+"a"))),
			`open[s]; incoming name="a" conditional`},
		{"a parameter that may be another", seq(lit(outgoing+"A&appParams=k%3D"), namedAlt("v", lit("1"), lit("2")).Escape().Escape()),
			`outgoing app="A" params=["k":v{"1"|"2"}]`},
		{"a parameter's name that may be another", seq(lit(outgoing+"A&appParams="), namedAlt("k", lit("x"), lit("y")).Escape().Escape(), lit("%3D1")),
			`outgoing app="A" params=[opaque]`},
		{"alternatives in alternatives", alt(alt(lit(incoming+"a"), lit(incoming+"b")), lit(incoming+"c")),
			`incoming name="a" conditional; incoming name="b" conditional; incoming name="c" conditional`},
		{"params that may be absent", seq(lit(outgoing+"A"), alt(nil, seq(lit("&appParams="), query("m").Escape()))),
			`outgoing app="A" conditional; outgoing app="A" params=[from m] conditional`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(scope.Parse(tc.claim)); got != tc.want {
				t.Errorf("Parse(%s)\n got %s\nwant %s", showTemplate(tc.claim), got, tc.want)
			}
		})
	}
}

// Twelve places with two alternatives have thousands of combinations, which
// must not all be read. What is not read must not be claimed to be sure.
func TestParseManyAlternatives(t *testing.T) {
	t.Run("in one scope", func(t *testing.T) {
		claim := lit(outgoing + "A&appParams=")
		for i := range 12 {
			claim = append(claim, alt(nil, lit(fmt.Sprintf("k%d%%3Dv%%26", i)))...)
		}
		res := scope.Parse(claim)
		if len(res.Scopes) == 0 {
			t.Fatal("the scope is lost")
		}
		if len(res.Scopes) > 1000 {
			t.Errorf("%d combinations were read", len(res.Scopes))
		}
		for _, s := range res.Scopes {
			if !s.Conditional && !s.Incomplete && !s.Params.Opaque {
				t.Errorf("sure of %s", showScope(s))
			}
		}
	})
	t.Run("in scopes of their own", func(t *testing.T) {
		var claim scope.Template
		var want []string
		for i := range 20 {
			claim = append(claim, alt(nil, lit(fmt.Sprintf("%s%d ", incoming, i)))...)
			want = append(want, fmt.Sprintf("incoming name=%q conditional", fmt.Sprint(i)))
		}
		// They are read one by one, so that none is lost.
		if got, want := show(scope.Parse(claim)), strings.Join(want, "; "); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	})
}

func TestUnite(t *testing.T) {
	parse := func(s string) scope.Result { return scope.ParseString(s) }
	open := scope.Parse(hole("s"))
	for _, tc := range []struct {
		name    string
		results []scope.Result
		want    string
	}{
		{"nothing", nil, ""},
		{"one result is not conditional", []scope.Result{parse(incoming + "a")}, `incoming name="a"`},
		{"what all have is not conditional", []scope.Result{parse(incoming + "a"), parse(incoming + "a"), parse(incoming + "a")},
			`incoming name="a"`},
		{"what one lacks is conditional", []scope.Result{parse(incoming + "a"), parse(incoming + "a"), parse("")},
			`incoming name="a" conditional`},
		{"scopes differ in the name", []scope.Result{parse(incoming + "a"), parse(incoming + "b")},
			`incoming name="a" conditional; incoming name="b" conditional`},
		{"scopes differ in a parameter", []scope.Result{parse(outgoing + "A&appParams=k%3D1"), parse(outgoing + "A&appParams=k%3D2")},
			`outgoing app="A" params=["k":"1"] conditional; outgoing app="A" params=["k":"2"] conditional`},
		{"scopes differ in having params", []scope.Result{parse(outgoing + "A&appParams="), parse(outgoing + "A")},
			`outgoing app="A" params=[] conditional; outgoing app="A" conditional`},
		{"what is foreign or open in one is so in all", []scope.Result{parse("openid"), open, open, parse(incoming + "a")},
			`foreign; open[s]; incoming name="a" conditional`},
		{"what is conditional before stays so",
			[]scope.Result{scope.Parse(alt(lit(incoming+"a"), nil)), parse(incoming + "a")}, `incoming name="a" conditional`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := show(scope.Unite(tc.results...)); got != tc.want {
				t.Errorf("\n got %s\nwant %s", got, tc.want)
			}
		})
	}
}

// Constant answers the text that the program makes at run time.
func TestConstant(t *testing.T) {
	for _, tc := range []struct {
		name     string
		template scope.Template
		want     string
		ok       bool
	}{
		{"no parts", nil, "", true},
		{"text", lit("a b"), "a b", true},
		{"encoded text", lit("a b&c").Escape(), "a+b%26c", true},
		{"text encoded twice", lit("a b").Escape().Escape(), "a%2Bb", true},
		{"a group", group("g", lit("a "), lit("b").Escape()), "a b", true},
		{"an encoded group", group("g", lit("a "), lit("b&").Escape()).Escape(), "a+b%2526", true},
		{"a hole", seq(lit("a"), hole("h")), "", false},
		{"a hole in a group", group("g", hole("h")), "", false},
		{"alternatives", alt(lit("a")), "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got, ok := tc.template.Constant(); got != tc.want || ok != tc.ok {
				t.Errorf("got %q, %t; want %q, %t", got, ok, tc.want, tc.ok)
			}
		})
	}
}

// Escape must not change the template that it is called on: one template is
// a part of several claims.
func TestEscapeCopies(t *testing.T) {
	claim := seq(lit("a"), hole("h"), alt(lit("b"), lit("c")), namedAlt("w", lit("d"), lit("e")))
	before := showTemplate(claim)
	escaped := showTemplate(claim.Escape())
	if got := showTemplate(claim); got != before {
		t.Errorf("changed %s to %s", before, got)
	}
	if want := `%"a"+%<h>+{%"b"|%"c"}+%w{"d"|"e"}`; escaped != want {
		t.Errorf("got %s, want %s", escaped, want)
	}
}
