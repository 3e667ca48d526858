package grid

// A Feature is a set of permissions, and how they are put together.
type Feature struct {
	Name string
	// lines are of the library's methods, or make the variable scope.
	lines string
	// needs is why there must be no fix, however the token is built.
	needs need
}

// A need is what a fix would have to decide.
type need int

const (
	nothing   need = iota
	identity       // there is no client name
	branches       // permissions depend on a branch
	decision       // no Access Token grants the same
	judgement      // the table leaves it open: with a remark, or not at all
)

// libraryFeatures are written with the methods of Capability.
var libraryFeatures = []Feature{
	{"incoming", "c.AllowClientIncoming(name)\n", nothing},
	{"outgoing", "c.AllowClientOutgoing(appSid, nil)\n", identity},
	{"both", "c.AllowClientIncoming(name)\nc.AllowClientOutgoing(appSid, nil)\n", nothing},
	{"reversed", "c.AllowClientOutgoing(appSid, nil)\nc.AllowClientIncoming(name)\n", nothing},
	{"literal", "c.AllowClientIncoming(name)\nc.AllowClientOutgoing(appSid, map[string]string{\"a b\": \"c&d=e+f%20\", \"who\": name, \"none\": \"\"})\n", nothing},
	{"variable", "c.AllowClientIncoming(name)\nc.AllowClientOutgoing(appSid, params)\n", nothing},
	{"empty", "c.AllowClientIncoming(name)\nc.AllowClientOutgoing(appSid, map[string]string{})\n", nothing},
	{"namelessVariable", "c.AllowClientOutgoing(appSid, params)\n", identity},
	{"overwritten", "c.AllowClientIncoming(caller)\nc.AllowClientIncoming(name)\n", nothing},
	{"constants", "c.AllowClientIncoming(\"front_desk\")\nc.AllowClientOutgoing(\"AP0123456789abcdef0123456789abcdef\", map[string]string{\"名\": `\"Zoë\" & <co>`})\n", nothing},
	{"oddName", "c.AllowClientIncoming(\"front desk+é%\")\n", judgement},
	{"events", "c.AllowEventStream(nil)\n", decision},
	{"eventsAndCalls", "c.AllowEventStream(map[string]string{\"type\": \"call\"})\nc.AllowClientIncoming(name)\n", decision},
	{"nobody", "", decision},
	{"ifOutgoing", "c.AllowClientIncoming(name)\nif admin {\nc.AllowClientOutgoing(appSid, params)\n}\n", branches},
	{"ifIncoming", "c.AllowClientOutgoing(appSid, nil)\nif admin {\nc.AllowClientIncoming(name)\n}\n", branches},
	{"eitherWay", "if admin {\nc.AllowClientIncoming(name)\n} else {\nc.AllowClientIncoming(caller)\n}\n", branches},
}

// handmadeFeatures make the text of the scope claim.
var handmadeFeatures = []Feature{
	{"incoming", "scope := \"scope:client:incoming?clientName=\" + name\n", nothing},
	{"escaped", "scope := \"scope:client:incoming?clientName=\" + url.QueryEscape(name)\n", nothing},
	{"pathEscaped", "scope := \"scope:client:incoming?clientName=\" + url.PathEscape(name)\n", nothing},
	{"outgoing", "scope := \"scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name)\n", nothing},
	{"nameless", "scope := \"scope:client:outgoing?appSid=\" + appSid\n", identity},
	{"both", "scope := fmt.Sprintf(\"scope:client:incoming?clientName=%s scope:client:outgoing?appSid=%s&clientName=%s\", url.QueryEscape(name), appSid, url.QueryEscape(name))\n", nothing},
	{"halfNamed", "scope := strings.Join([]string{\"scope:client:incoming?clientName=\" + url.QueryEscape(name), \"scope:client:outgoing?appSid=\" + appSid}, \" \")\n", nothing},
	{"values", "v := url.Values{}\nv.Set(\"appSid\", appSid)\nv.Set(\"clientName\", name)\nscope := \"scope:client:outgoing?\" + v.Encode()\n", nothing},
	{"literal", "p := url.Values{\"a b\": {\"c&d=e+f%20\"}, \"none\": {\"\"}}\nscope := \"scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name) + \"&appParams=\" + url.QueryEscape(p.Encode())\n", nothing},
	{"variable", "p := url.Values{}\nfor key, value := range params {\np.Set(key, value)\n}\nscope := \"scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name) + \"&appParams=\" + url.QueryEscape(p.Encode())\n", nothing},
	{"constantParams", "scope := \"scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name) + \"&appParams=a%2Bb%3Dc%2526d%253D%25C3%25A9%26none%3D\"\n", nothing},
	{"emptyParams", "scope := \"scope:client:outgoing?appSid=\" + appSid + \"&appParams=&clientName=\" + url.QueryEscape(name)\n", nothing},
	{"encodedParams", "scope := \"scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name) + \"&appParams=\" + query\n", decision},
	{"constants", "scope := \"scope:client:incoming?clientName=front_desk scope:client:outgoing?appSid=AP0123456789abcdef0123456789abcdef&clientName=front_desk\"\n", nothing},
	{"oddName", "scope := \"scope:client:incoming?clientName=front%20desk%2B%C3%A9%25\"\n", judgement},
	{"events", "scope := \"scope:stream:subscribe?path=%2F2010-04-01%2FEvents\"\n", decision},
	{"eventsAndCalls", "scope := \"scope:stream:subscribe?path=%2F2010-04-01%2FEvents scope:client:incoming?clientName=\" + url.QueryEscape(name)\n", decision},
	{"twoNames", "scope := \"scope:client:incoming?clientName=\" + url.QueryEscape(name) + \" scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(caller)\n", decision},
	{"twoIncoming", "scope := \"scope:client:incoming?clientName=\" + url.QueryEscape(name) + \" scope:client:incoming?clientName=\" + url.QueryEscape(caller)\n", decision},
	{"ifOutgoing", "scope := \"scope:client:incoming?clientName=\" + url.QueryEscape(name)\nif admin {\nscope += \" scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name)\n}\n", branches},
	{"ifIncoming", "scope := \"scope:client:outgoing?appSid=\" + appSid + \"&clientName=\" + url.QueryEscape(name)\nif admin {\nscope += \" scope:client:incoming?clientName=\" + url.QueryEscape(name)\n}\n", branches},
}
