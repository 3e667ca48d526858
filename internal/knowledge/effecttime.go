package knowledge

import "slices"

// timeEffects are the rows of package time. What depends on the local time
// zone depends on the variable TZ, and on time.Local.
func timeEffects() []Effect {
	const pkg = "time"
	env := Effect{Env: true}
	return slices.Concat(
		like(Effect{}, pkg,
			"FixedZone", "ParseDuration",
			"(Duration).Abs", "(Duration).Hours", "(Duration).Microseconds", "(Duration).Milliseconds",
			"(Duration).Minutes", "(Duration).Nanoseconds", "(Duration).Round", "(Duration).Seconds",
			"(Duration).String", "(Duration).Truncate", "(Month).String", "(Weekday).String",
			"(Time).Add", "(Time).After", "(Time).Before", "(Time).Compare", "(Time).Equal", "(Time).IsZero",
			"(Time).Location", "(Time).Nanosecond", "(Time).Round", "(Time).Sub", "(Time).Truncate", "(Time).UTC",
			"(Time).Unix", "(Time).UnixMicro", "(Time).UnixMilli", "(Time).UnixNano"),
		like(panicsOn(Arg0), pkg, "(Time).In"),
		like(reads(Arg1), pkg, "LoadLocationFromTZData"),

		like(env, pkg,
			"Parse", "Unix", "UnixMicro", "UnixMilli", "(*Location).String",
			"(Time).AddDate", "(Time).Clock", "(Time).Date", "(Time).Day", "(Time).Format", "(Time).GoString",
			"(Time).GobEncode", "(Time).Hour", "(Time).ISOWeek", "(Time).IsDST", "(Time).Local",
			"(Time).MarshalBinary", "(Time).MarshalJSON", "(Time).MarshalText", "(Time).Minute", "(Time).Month",
			"(Time).Second", "(Time).String", "(Time).Weekday", "(Time).Year", "(Time).YearDay", "(Time).Zone",
			"(Time).ZoneBounds"),
		like(env.and(panics()), pkg, "Date", "ParseInLocation"),
		like(env.and(acts()), pkg, "LoadLocation"),
		like(env.and(appends(Arg0)), pkg, "(Time).AppendBinary", "(Time).AppendFormat", "(Time).AppendText"),
		like(env.and(writes(Recv)).and(reads(Arg0)), pkg,
			"(*Time).GobDecode", "(*Time).UnmarshalBinary", "(*Time).UnmarshalJSON", "(*Time).UnmarshalText"),

		like(env.and(Effect{Varies: true}), pkg, "Now"),
		like(Effect{Varies: true}, pkg, "Since", "Until"),
		like(acts(), pkg, "After", "NewTimer", "Sleep", "Tick"),
		like(acts().and(panics()), pkg, "NewTicker"),
		like(acts().and(keeps(Arg1)).and(panics()), pkg, "AfterFunc"),
		like(acts().and(writes(Recv)), pkg, "(*Ticker).Stop", "(*Timer).Reset", "(*Timer).Stop"),
		like(acts().and(writes(Recv)).and(panics()), pkg, "(*Ticker).Reset"),

		like(reads(Recv), pkg, "(*ParseError).Error"),
	)
}
