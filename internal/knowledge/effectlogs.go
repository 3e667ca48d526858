package knowledge

import "slices"

// logEffects are the rows of package log. A Logger writes to a writer that
// may be the program's.
//
// Functions that hand out the standard logger or its writer have none, since
// the package changes them later: log.Default, log.Writer.
func logEffects() []Effect {
	const pkg = "log"
	env, setsEnv := Effect{Env: true}, acts().and(Effect{SetsEnv: true})
	noReturn := Effect{NoReturn: true}
	return slices.Concat(
		like(acts().and(formats(Rest)), pkg, "Print", "Printf", "Println"),
		like(acts().and(formats(Rest)).and(noReturn), pkg, "Fatal", "Fatalf", "Fatalln"),
		like(acts().and(formats(Rest)).and(noReturn).and(panics()), pkg, "Panic", "Panicf", "Panicln"),
		like(acts(), pkg, "Output"),
		like(env, pkg, "Flags", "Prefix"),
		like(setsEnv, pkg, "SetFlags", "SetPrefix"),
		like(setsEnv.and(keeps(Arg0)), pkg, "SetOutput"),

		like(shares(Arg0), pkg, "New"),
		like(streams(Recv).and(formats(Rest)), pkg, "(*Logger).Print", "(*Logger).Printf", "(*Logger).Println"),
		like(streams(Recv).and(formats(Rest)).and(noReturn), pkg,
			"(*Logger).Fatal", "(*Logger).Fatalf", "(*Logger).Fatalln",
			"(*Logger).Panic", "(*Logger).Panicf", "(*Logger).Panicln"),
		like(streams(Recv), pkg, "(*Logger).Output"),
		like(env.and(reads(Recv)), pkg, "(*Logger).Flags", "(*Logger).Prefix"),
		like(setsEnv.and(writes(Recv)), pkg, "(*Logger).SetFlags", "(*Logger).SetPrefix"),
		like(setsEnv.and(writes(Recv)).and(keeps(Arg0)), pkg, "(*Logger).SetOutput"),
		like(shares(Recv), pkg, "(*Logger).Writer"),
	)
}

// slogEffects are the rows of package log/slog. A handler may be the
// program's, and keep what is logged. Handlers themselves have none.
func slogEffects() []Effect {
	const pkg = "log/slog"
	env, setsEnv := Effect{Env: true}, acts().and(Effect{SetsEnv: true})
	args := formats(Rest).and(keeps(Rest))
	ctx := formats(Arg0).and(keeps(Arg0)).and(panics())
	return slices.Concat(
		like(acts().and(args), pkg, "Debug", "Error", "Info", "Warn"),
		like(acts().and(args).and(ctx), pkg,
			"DebugContext", "ErrorContext", "InfoContext", "Log", "LogAttrs", "WarnContext"),
		like(acts().and(args).and(env).and(shares(Rest)), pkg, "With"),
		like(env, pkg, "Default"),
		like(setsEnv.and(keeps(Arg0)).and(panics()), pkg, "SetDefault"),
		like(setsEnv, pkg, "SetLogLoggerLevel"),

		like(shares(Arg0).and(panics()), pkg, "New", "NewLogLogger"),
		like(shares(Arg0, Arg1), pkg, "NewJSONHandler", "NewTextHandler"),
		like(streams(Recv).and(args), pkg, "(*Logger).Debug", "(*Logger).Error", "(*Logger).Info", "(*Logger).Warn"),
		like(streams(Recv).and(args).and(ctx), pkg,
			"(*Logger).DebugContext", "(*Logger).ErrorContext", "(*Logger).InfoContext", "(*Logger).Log",
			"(*Logger).LogAttrs", "(*Logger).WarnContext"),
		like(streams(Recv).and(ctx), pkg, "(*Logger).Enabled"),
		like(streams(Recv).and(args).and(shares(Recv, Rest)), pkg, "(*Logger).With"),
		like(streams(Recv).and(shares(Recv)), pkg, "(*Logger).WithGroup"),
		like(shares(Recv), pkg, "(*Logger).Handler"),

		like(Effect{}, pkg,
			"Bool", "BoolValue", "Duration", "DurationValue", "Float64", "Float64Value", "Int", "Int64", "Int64Value",
			"IntValue", "NewRecord", "String", "StringValue", "Time", "TimeValue", "Uint64", "Uint64Value"),
		like(shares(Arg1), pkg, "Any"),
		like(shares(Arg0), pkg, "AnyValue"),
		like(shares(Rest), pkg, "Group", "GroupAttrs", "GroupValue"),

		like(reads(Recv, Arg0).and(panics()), pkg, "(Attr).Equal", "(Value).Equal"),
		like(formats(Recv), pkg, "(Attr).String", "(Value).String"),
		like(formats(Recv).and(shares(Recv)), pkg, "(Value).Resolve"),
		like(shares(Recv), pkg, "(Value).Any"),
		like(shares(Recv).and(panics()), pkg, "(Value).Group", "(Value).LogValuer"),
		like(reads(Recv), pkg, "(Value).Kind"),
		like(reads(Recv).and(panics()), pkg,
			"(Value).Bool", "(Value).Duration", "(Value).Float64", "(Value).Int64", "(Value).Time", "(Value).Uint64"),

		like(Effect{}, pkg,
			"(Kind).String", "(Level).Level", "(Level).MarshalJSON", "(Level).MarshalText", "(Level).String"),
		like(appends(Arg0), pkg, "(Level).AppendText"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*Level).UnmarshalJSON", "(*Level).UnmarshalText"),
		like(acts().and(reads(Recv)), pkg, "(*LevelVar).Level", "(*LevelVar).MarshalText", "(*LevelVar).String"),
		like(acts().and(writes(Recv)), pkg, "(*LevelVar).Set"),

		like(writesDeep(Recv).and(keeps(Rest)).and(reads(Rest)), pkg, "(*Record).Add", "(*Record).AddAttrs"),
		like(reads(Recv).and(calls(Arg0)), pkg, "(Record).Attrs"),
		like(shares(Recv), pkg, "(Record).Clone"),
		like(reads(Recv), pkg, "(Record).NumAttrs"),
	)
}

// logrusEffects are the rows of github.com/sirupsen/logrus. Its hooks may be
// the program's, and keep an entry. A call of Fatal may return, since the
// program may set what it calls to exit.
func logrusEffects() []Effect {
	const pkg = "github.com/sirupsen/logrus"
	setsEnv := acts().and(Effect{SetsEnv: true})
	logger := streams(Recv).and(keeps(Recv)).and(formats(Rest))
	return slices.Concat(
		like(acts().and(formats(Rest)), pkg,
			"Debug", "Debugf", "Debugln", "Error", "Errorf", "Errorln", "Fatal", "Fatalf", "Fatalln", "Info", "Infof",
			"Infoln", "Print", "Printf", "Println", "Trace", "Tracef", "Traceln", "Warn", "Warnf", "Warning",
			"Warningf", "Warningln", "Warnln"),
		like(acts().and(formats(Rest)).and(panics()), pkg, "Panic", "Panicf", "Panicln"),
		like(Effect{}, pkg, "ParseLevel"),
		like(Effect{Env: true}, pkg, "GetLevel", "IsLevelEnabled"),
		like(setsEnv, pkg, "SetLevel", "SetReportCaller"),
		like(setsEnv.and(keeps(Arg0)), pkg, "SetFormatter", "SetOutput"),
		like(shares(Arg0), pkg, "NewEntry", "WithContext", "WithError", "WithFields"),
		like(shares(Arg1), pkg, "WithField"),

		like(logger, pkg,
			"(*Logger).Debug", "(*Logger).Debugf", "(*Logger).Debugln", "(*Logger).Error", "(*Logger).Errorf",
			"(*Logger).Errorln", "(*Logger).Fatal", "(*Logger).Fatalf", "(*Logger).Fatalln", "(*Logger).Info",
			"(*Logger).Infof", "(*Logger).Infoln", "(*Logger).Panic", "(*Logger).Panicf", "(*Logger).Panicln",
			"(*Logger).Print", "(*Logger).Printf", "(*Logger).Println", "(*Logger).Trace", "(*Logger).Tracef",
			"(*Logger).Traceln", "(*Logger).Warn", "(*Logger).Warnf", "(*Logger).Warning", "(*Logger).Warningf",
			"(*Logger).Warningln", "(*Logger).Warnln"),
		like(shares(Recv, Arg0), pkg, "(*Logger).WithContext", "(*Logger).WithError", "(*Logger).WithFields"),
		like(shares(Recv, Arg1), pkg, "(*Logger).WithField"),
		like(setsEnv.and(writes(Recv)), pkg, "(*Logger).SetLevel", "(*Logger).SetReportCaller"),
		like(setsEnv.and(writes(Recv)).and(keeps(Arg0)), pkg, "(*Logger).SetFormatter", "(*Logger).SetOutput"),

		like(logger, pkg,
			"(*Entry).Debug", "(*Entry).Debugf", "(*Entry).Debugln", "(*Entry).Error", "(*Entry).Errorf",
			"(*Entry).Errorln", "(*Entry).Fatal", "(*Entry).Fatalf", "(*Entry).Fatalln", "(*Entry).Info",
			"(*Entry).Infof", "(*Entry).Infoln", "(*Entry).Panic", "(*Entry).Panicf", "(*Entry).Panicln",
			"(*Entry).Print", "(*Entry).Printf", "(*Entry).Println", "(*Entry).Trace", "(*Entry).Tracef",
			"(*Entry).Traceln", "(*Entry).Warn", "(*Entry).Warnf", "(*Entry).Warning", "(*Entry).Warningf",
			"(*Entry).Warningln", "(*Entry).Warnln"),
		like(shares(Recv, Arg0), pkg, "(*Entry).WithContext", "(*Entry).WithError", "(*Entry).WithFields"),
		like(shares(Recv, Arg1), pkg, "(*Entry).WithField"),

		// A program may also be handed a logger through this interface.
		like(logger, pkg,
			"(FieldLogger).Debug", "(FieldLogger).Debugf", "(FieldLogger).Debugln", "(FieldLogger).Error",
			"(FieldLogger).Errorf", "(FieldLogger).Errorln", "(FieldLogger).Fatal", "(FieldLogger).Fatalf",
			"(FieldLogger).Fatalln", "(FieldLogger).Info", "(FieldLogger).Infof", "(FieldLogger).Infoln",
			"(FieldLogger).Panic", "(FieldLogger).Panicf", "(FieldLogger).Panicln", "(FieldLogger).Print",
			"(FieldLogger).Printf", "(FieldLogger).Println", "(FieldLogger).Warn", "(FieldLogger).Warnf",
			"(FieldLogger).Warning", "(FieldLogger).Warningf", "(FieldLogger).Warningln", "(FieldLogger).Warnln"),
		like(getter().and(shares(Recv, Arg0)), pkg, "(FieldLogger).WithError", "(FieldLogger).WithFields"),
		like(getter().and(shares(Recv, Arg1)), pkg, "(FieldLogger).WithField"),
	)
}

// zapEffects are the rows of go.uber.org/zap. Its core may be the program's,
// and keep what is logged. A call of Fatal may return, since the program may
// set what it does.
func zapEffects() []Effect {
	const pkg = "go.uber.org/zap"
	env, setsEnv := Effect{Env: true}, acts().and(Effect{SetsEnv: true})
	logger := streams(Recv).and(formats(Rest)).and(keeps(Rest))
	return slices.Concat(
		like(Effect{}, pkg,
			"Bool", "Complex128", "Complex64", "Duration", "Float32", "Float64", "Int", "Int16", "Int32", "Int64",
			"Int8", "Namespace", "NewNop", "Skip", "String", "Time", "Uint", "Uint16", "Uint32", "Uint64", "Uint8",
			"Uintptr"),
		like(reads(Arg1), pkg, "Boolp", "Durationp", "Float64p", "Int64p", "Intp", "Stringp", "Timep", "Uint64p", "Uintp"),
		like(shares(Arg0), pkg, "Error", "Inline"),
		like(shares(Arg1), pkg,
			"Any", "Array", "Binary", "Bools", "ByteString", "ByteStrings", "Durations", "Errors", "Float64s", "Int64s",
			"Ints", "NamedError", "Object", "Reflect", "Stringer", "Strings", "Times", "Uint64s", "Uints"),
		like(shares(Rest), pkg, "Dict"),
		like(Effect{Varies: true}, pkg, "Stack", "StackSkip"),

		like(env, pkg, "L", "S"),
		like(setsEnv.and(keeps(Arg0)), pkg, "ReplaceGlobals"),
		like(shares(Arg0).and(reads(Arg1)).and(panics()), pkg, "Must"),

		like(logger, pkg,
			"(*Logger).DPanic", "(*Logger).Debug", "(*Logger).Error", "(*Logger).Fatal", "(*Logger).Info",
			"(*Logger).Log", "(*Logger).Panic", "(*Logger).Warn"),
		like(logger.and(shares(Recv, Rest)), pkg, "(*Logger).With", "(*Logger).WithLazy"),
		like(shares(Recv), pkg, "(*Logger).Core", "(*Logger).Named", "(*Logger).Sugar"),
		like(streams(Recv), pkg, "(*Logger).Level", "(*Logger).Sync"),
		like(reads(Recv), pkg, "(*Logger).Name"),

		like(logger, pkg,
			"(*SugaredLogger).DPanic", "(*SugaredLogger).DPanicf", "(*SugaredLogger).DPanicln",
			"(*SugaredLogger).DPanicw", "(*SugaredLogger).Debug", "(*SugaredLogger).Debugf",
			"(*SugaredLogger).Debugln", "(*SugaredLogger).Debugw", "(*SugaredLogger).Error",
			"(*SugaredLogger).Errorf", "(*SugaredLogger).Errorln", "(*SugaredLogger).Errorw",
			"(*SugaredLogger).Fatal", "(*SugaredLogger).Fatalf", "(*SugaredLogger).Fatalln",
			"(*SugaredLogger).Fatalw", "(*SugaredLogger).Info", "(*SugaredLogger).Infof",
			"(*SugaredLogger).Infoln", "(*SugaredLogger).Infow", "(*SugaredLogger).Panic",
			"(*SugaredLogger).Panicf", "(*SugaredLogger).Panicln", "(*SugaredLogger).Panicw",
			"(*SugaredLogger).Warn", "(*SugaredLogger).Warnf", "(*SugaredLogger).Warnln",
			"(*SugaredLogger).Warnw"),
		like(logger.and(shares(Recv, Rest)), pkg, "(*SugaredLogger).With", "(*SugaredLogger).WithLazy"),
		like(shares(Recv), pkg, "(*SugaredLogger).Desugar", "(*SugaredLogger).Named"),
		like(streams(Recv), pkg, "(*SugaredLogger).Sync"),
	)
}

// zerologEffects are the rows of github.com/rs/zerolog, and of its package
// log. Its hooks, samplers, and writers may be the program's. What is added
// to an event is written out at once, but for a context.
func zerologEffects() []Effect {
	const pkg, log = "github.com/rs/zerolog", "github.com/rs/zerolog/log"
	event := writesDeep(Recv).and(shares(Recv))
	return slices.Concat(
		like(Effect{}, pkg, "Nop", "ParseLevel"),
		like(shares(Arg0), pkg, "New"),
		like(Effect{Env: true}, pkg, "GlobalLevel"),
		like(acts().and(Effect{SetsEnv: true}), pkg, "SetGlobalLevel"),
		like(formats(Arg0).and(shares(Arg0)).and(Effect{Env: true, Panics: true}), pkg, "Ctx"),

		like(streams(Recv).and(shares(Recv)), pkg,
			"(*Logger).Debug", "(*Logger).Error", "(*Logger).Fatal", "(*Logger).Info", "(*Logger).Log",
			"(*Logger).Panic", "(*Logger).Trace", "(*Logger).Warn", "(*Logger).WithLevel"),
		like(streams(Recv).and(shares(Recv)).and(formats(Arg0)), pkg, "(*Logger).Err"),
		like(streams(Recv).and(formats(Rest)), pkg, "(*Logger).Print", "(*Logger).Printf", "(*Logger).Println"),
		like(shares(Recv), pkg, "(Logger).Level", "(Logger).With"),
		like(reads(Recv), pkg, "(Logger).GetLevel"),

		like(event, pkg,
			"(Context).Bool", "(Context).Float64", "(Context).Int", "(Context).Int64", "(Context).Logger",
			"(Context).Str", "(Context).Timestamp", "(Context).Uint64"),

		like(event, pkg,
			"(*Event).Bool", "(*Event).Dur", "(*Event).Float32", "(*Event).Float64", "(*Event).Int", "(*Event).Int16",
			"(*Event).Int32", "(*Event).Int64", "(*Event).Int8", "(*Event).Str", "(*Event).Time", "(*Event).TimeDiff",
			"(*Event).Uint", "(*Event).Uint16", "(*Event).Uint32", "(*Event).Uint64", "(*Event).Uint8"),
		like(event.and(Effect{Varies: true}), pkg, "(*Event).Stack", "(*Event).Timestamp"),
		like(event.and(Effect{Varies: true}).and(reads(Rest)), pkg, "(*Event).Caller"),
		like(event.and(reads(Arg1)), pkg,
			"(*Event).Bools", "(*Event).Bytes", "(*Event).Floats64", "(*Event).Hex", "(*Event).Ints", "(*Event).RawJSON",
			"(*Event).Strs", "(*Event).Times"),
		like(event.and(formats(Arg0)), pkg, "(*Event).Err", "(*Event).Fields"),
		like(event.and(formats(Arg1)), pkg,
			"(*Event).AnErr", "(*Event).Any", "(*Event).Errs", "(*Event).Interface", "(*Event).Object",
			"(*Event).Stringer"),
		like(event.and(keeps(Arg0)), pkg, "(*Event).Ctx"),
		like(event.and(calls(Arg0)), pkg, "(*Event).Func"),
		like(reads(Recv), pkg, "(*Event).Enabled"),
		like(streams(Recv), pkg, "(*Event).Msg", "(*Event).Send"),
		like(streams(Recv).and(formats(Rest)), pkg, "(*Event).Msgf"),
		like(streams(Recv).and(calls(Arg0)), pkg, "(*Event).MsgFunc"),

		like(acts(), log, "Debug", "Error", "Fatal", "Info", "Log", "Panic", "Trace", "Warn", "WithLevel"),
		like(acts().and(formats(Arg0)), log, "Err"),
		like(acts().and(formats(Rest)), log, "Print", "Printf"),
	)
}

// glogEffects are the rows of github.com/golang/glog, and of k8s.io/klog,
// which is a fork of it.
func glogEffects(pkg string) []Effect {
	return slices.Concat(
		like(acts().and(formats(Rest)), pkg,
			"Error", "ErrorDepth", "Errorf", "Errorln", "Exit", "ExitDepth", "Exitf", "Exitln", "Fatal", "FatalDepth",
			"Fatalf", "Fatalln", "Info", "InfoDepth", "Infof", "Infoln", "Warning", "WarningDepth", "Warningf",
			"Warningln"),
		like(acts().and(formats(Rest)).and(reads(Recv)), pkg, "(Verbose).Info", "(Verbose).Infof", "(Verbose).Infoln"),
		like(acts(), pkg, "Flush"),
		like(acts().and(Effect{Env: true}), pkg, "V"),
	)
}
