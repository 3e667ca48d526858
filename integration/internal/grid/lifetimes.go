package grid

// A Lifetime is a way to say how long a token lives.
type Lifetime struct {
	Name     string
	duration string // as a library wants it, in Go
	unix     string // as a claim that is a number
	time     string // as a claim that is a time
	bad      bool   // Twilio refuses such a token, before and after
}

var lifetimes = []Lifetime{
	constant("EightHours", "8 * time.Hour", false),
	constant("TenMinutes", "10 * time.Minute", false),
	constant("TwoDays", "48 * time.Hour", true),
	constant("Duration", "ttl", false),
	{"Seconds", "time.Duration(seconds) * time.Second", "time.Now().Unix() + int64(seconds)",
		"time.Now().Add(time.Duration(seconds) * time.Second)", false},
	{"Until", "time.Until(end)", "end.Unix()", "end", false},
	{"Zero", "0", "time.Now().Unix()", "time.Now()", true},
	{Name: "Bare", duration: "3600", bad: true}, // nanoseconds
	{Name: "None", bad: true},
}

func constant(name, duration string, bad bool) Lifetime {
	then := "time.Now().Add(" + duration + ")"
	return Lifetime{name, duration, then + ".Unix()", then, bad}
}

// possible reports whether the lifetime can be said in a program of the design: the library demands a duration, and
// claims written by hand are in seconds or absent.
func (l Lifetime) possible(d Design) bool {
	if d.library {
		return l.duration != ""
	}
	return l.unix != "" || l.Name == "None"
}
