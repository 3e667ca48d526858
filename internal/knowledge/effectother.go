package knowledge

import "slices"

// uuidEffects are the rows of github.com/google/uuid. The program may set
// from what random bytes are read.
func uuidEffects() []Effect {
	const pkg = "github.com/google/uuid"
	return slices.Concat(
		like(acts(), pkg, "NewRandom", "NewUUID", "NewV6", "NewV7"),
		like(acts().and(panics()), pkg, "New", "NewString"),
		like(Effect{}, pkg,
			"IsInvalidLengthError", "Parse", "Validate", "(Domain).String", "(Time).UnixTime", "(UUID).ClockSequence",
			"(UUID).Domain", "(UUID).ID", "(UUID).MarshalBinary", "(UUID).MarshalText", "(UUID).NodeID",
			"(UUID).String", "(UUID).Time", "(UUID).URN", "(UUID).Value", "(UUID).Variant", "(UUID).Version",
			"(Variant).String", "(Version).String"),
		like(panics(), pkg, "MustParse"),
		like(reads(Arg1).and(panics()), pkg, "Must"),
		like(reads(Arg0), pkg, "FromBytes", "ParseBytes"),
		like(reads(Arg1).and(panics()), pkg, "NewMD5", "NewSHA1"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*UUID).Scan", "(*UUID).UnmarshalBinary", "(*UUID).UnmarshalText"),
	)
}

// golangJWTEffects are the rows of github.com/golang-jwt/jwt for dates and
// methods of signing. A date is rounded to the variable TimePrecision.
func golangJWTEffects() []Effect {
	var rows []Effect
	for _, pkg := range []string{"github.com/golang-jwt/jwt/v4", "github.com/golang-jwt/jwt/v5"} {
		rows = append(rows, like(Effect{Env: true}, pkg, "NewNumericDate")...)
		rows = append(rows, like(Effect{}, pkg, "GetSigningMethod")...)
	}
	return rows
}

// pkgErrorsEffects are the rows of github.com/pkg/errors. Its errors hold the
// stack, which differs from one call to the other.
func pkgErrorsEffects() []Effect {
	const pkg = "github.com/pkg/errors"
	stack := Effect{Varies: true}
	return slices.Concat(
		like(stack, pkg, "New"),
		like(stack.and(formats(Rest)), pkg, "Errorf"),
		like(stack.and(shares(Arg0)), pkg, "WithStack", "Wrap"),
		like(stack.and(shares(Arg0)).and(formats(Rest)), pkg, "Wrapf"),
		like(shares(Arg0), pkg, "WithMessage"),
		like(shares(Arg0).and(formats(Rest)), pkg, "WithMessagef"),

		like(formats(Arg0).and(shares(Arg0)), pkg, "Cause", "Unwrap"),
		like(formats(Arg0, Arg1).and(panics()), pkg, "Is"),
		like(formats(Arg0).and(keeps(Arg0)).and(writes(Arg1)).and(panics()), pkg, "As"),
	)
}

// ginEffects are the rows of github.com/gin-gonic/gin. What a response is
// written to may be the program's.
func ginEffects() []Effect {
	const pkg = "github.com/gin-gonic/gin"
	return slices.Concat(
		like(reads(Recv), pkg,
			"(*Context).ContentType", "(*Context).Cookie", "(*Context).FullPath", "(*Context).GetHeader",
			"(*Context).IsAborted", "(*Context).IsWebsocket", "(*Context).Param", "(Params).ByName", "(Params).Get"),
		// They parse the query once.
		like(writes(Recv), pkg, "(*Context).DefaultQuery", "(*Context).GetQuery", "(*Context).Query"),
		like(writes(Recv).and(shares(Recv)), pkg, "(*Context).GetQueryArray", "(*Context).QueryArray"),
		// They read the body.
		like(streams(Recv), pkg,
			"(*Context).DefaultPostForm", "(*Context).GetPostForm", "(*Context).GetRawData", "(*Context).PostForm"),

		// A key that can't be compared panics.
		like(reads(Recv, Arg0).and(panics()), pkg,
			"(*Context).GetBool", "(*Context).GetDuration", "(*Context).GetFloat64", "(*Context).GetInt",
			"(*Context).GetInt64", "(*Context).GetString", "(*Context).GetTime", "(*Context).GetUint",
			"(*Context).GetUint64"),
		like(shares(Recv).and(reads(Arg0)).and(panics()), pkg,
			"(*Context).Get", "(*Context).GetStringMap", "(*Context).GetStringMapString",
			"(*Context).GetStringSlice", "(*Context).MustGet"),
		like(getter().and(shares(Recv)).and(reads(Arg0)), pkg, "(*Context).Value"),
		like(writesDeep(Recv).and(keeps(Arg0, Arg1)).and(panics()), pkg, "(*Context).Set"),

		like(writes(Recv), pkg, "(*Context).Abort", "(*Context).SetSameSite"),
		like(writesDeep(Recv).and(keeps(Arg0)).and(shares(Recv, Arg0)).and(panics()), pkg, "(*Context).Error"),
		like(streams(Recv), pkg,
			"(*Context).AbortWithStatus", "(*Context).File", "(*Context).FileAttachment", "(*Context).Header",
			"(*Context).Redirect", "(*Context).SetCookie", "(*Context).Status"),
		like(streams(Recv).and(keeps(Arg1)).and(shares(Recv, Arg1)), pkg, "(*Context).AbortWithError"),
		like(streams(Recv).and(formats(Arg1)), pkg,
			"(*Context).AbortWithStatusJSON", "(*Context).AsciiJSON", "(*Context).IndentedJSON", "(*Context).JSON",
			"(*Context).JSONP", "(*Context).PureJSON", "(*Context).SecureJSON", "(*Context).XML", "(*Context).YAML"),
		like(streams(Recv).and(formats(Rest)), pkg, "(*Context).String"),
		like(streams(Recv).and(reads(Arg2)), pkg, "(*Context).Data"),
	)
}

// echoEffects are the rows of github.com/labstack/echo, up to version 4. Its
// Context is an interface, and may be the program's.
func echoEffects(pkg string) []Effect {
	return slices.Concat(
		like(getter(), pkg, "(Context).IsTLS", "(Context).IsWebSocket", "(Context).Param", "(Context).Path"),
		// It parses the query once.
		like(getter().and(writesDeep(Recv)), pkg, "(Context).QueryParam"),
		like(getter().and(shares(Recv)), pkg,
			"(Context).Cookie", "(Context).Get", "(Context).Request", "(Context).Response"),
		like(getter().and(writesDeep(Recv)).and(keeps(Arg1)), pkg, "(Context).Set"),
		like(streams(Recv), pkg,
			"(Context).Attachment", "(Context).File", "(Context).FormValue", "(Context).HTML", "(Context).NoContent",
			"(Context).Redirect", "(Context).String"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(Context).SetCookie"),
		like(streams(Recv).and(formats(Arg1)), pkg, "(Context).JSON", "(Context).JSONPretty", "(Context).XML"),
		like(streams(Recv).and(reads(Arg1)), pkg, "(Context).HTMLBlob", "(Context).JSONBlob", "(Context).XMLBlob"),
		like(streams(Recv).and(reads(Arg2)), pkg, "(Context).Blob"),
		like(streams(Recv, Arg2), pkg, "(Context).Stream"),

		like(shares(Rest), pkg, "NewHTTPError"),
		like(getter(), pkg, "(*HTTPError).Error"),
		like(reads(Recv).and(shares(Recv)), pkg, "(*Response).Header"),
		like(streams(Recv), pkg, "(*Response).Flush", "(*Response).WriteHeader"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(*Response).Write"),
	)
}

// fiberEffects are the rows of github.com/gofiber/fiber/v2. What reads a
// request has none: its strings change with the next request.
func fiberEffects() []Effect {
	const pkg = "github.com/gofiber/fiber/v2"
	return slices.Concat(
		like(streams(Recv), pkg, "(*Ctx).SendStatus", "(*Ctx).SendString", "(*Ctx).Set", "(*Ctx).WriteString"),
		like(streams(Recv).and(shares(Recv)), pkg, "(*Ctx).Status"),
		like(streams(Recv).and(formats(Arg0)).and(reads(Rest)), pkg, "(*Ctx).JSON"),
		like(streams(Recv).and(reads(Rest)), pkg, "(*Ctx).Redirect"),
		like(streams(Recv).and(keeps(Arg0)).and(reads(Arg0)), pkg, "(*Ctx).Send"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(*Ctx).Cookie", "(*Ctx).Write"),
	)
}

// chiEffects are the rows of github.com/go-chi/chi. A router calls its
// middleware while handlers are added, which is the program's.
func chiEffects(pkg string) []Effect {
	mux := writesDeep(Recv).and(panics())
	router := mux.and(formats(Recv))
	return slices.Concat(
		like(formats(Arg0).and(panics()), pkg, "URLParam", "URLParamFromCtx"),
		like(formats(Arg0).and(shares(Arg0)).and(panics()), pkg, "RouteContext"),
		like(reads(Recv), pkg, "(*Context).RoutePattern", "(*Context).URLParam"),

		like(Effect{}, pkg, "NewMux", "NewRouter"),
		like(mux.and(keeps(Arg1)), pkg,
			"(*Mux).Connect", "(*Mux).Delete", "(*Mux).Get", "(*Mux).Handle", "(*Mux).HandleFunc", "(*Mux).Head",
			"(*Mux).Mount", "(*Mux).Options", "(*Mux).Patch", "(*Mux).Post", "(*Mux).Put", "(*Mux).Trace"),
		like(mux.and(keeps(Arg2)), pkg, "(*Mux).Method", "(*Mux).MethodFunc"),
		like(mux.and(keeps(Arg0)), pkg, "(*Mux).MethodNotAllowed", "(*Mux).NotFound"),
		like(mux.and(keeps(Rest)), pkg, "(*Mux).Use"),
		like(mux.and(keeps(Rest)).and(shares(Recv)), pkg, "(*Mux).With"),
		like(mux.and(calls(Arg1)).and(shares(Recv)), pkg, "(*Mux).Route"),
		like(mux.and(calls(Arg0)).and(shares(Recv)), pkg, "(*Mux).Group"),

		like(router.and(keeps(Arg1)), pkg,
			"(Router).Connect", "(Router).Delete", "(Router).Get", "(Router).Handle", "(Router).HandleFunc",
			"(Router).Head", "(Router).Mount", "(Router).Options", "(Router).Patch", "(Router).Post", "(Router).Put",
			"(Router).Trace"),
		like(router.and(keeps(Arg2)), pkg, "(Router).Method", "(Router).MethodFunc"),
		like(router.and(keeps(Arg0)), pkg, "(Router).MethodNotAllowed", "(Router).NotFound"),
		like(router.and(keeps(Rest)), pkg, "(Router).Use"),
		like(router.and(keeps(Rest)).and(shares(Recv)), pkg, "(Router).With"),
		like(router.and(calls(Arg1)).and(shares(Recv)), pkg, "(Router).Route"),
		like(router.and(calls(Arg0)).and(shares(Recv)), pkg, "(Router).Group"),
	)
}

// muxEffects are the rows of github.com/gorilla/mux.
func muxEffects() []Effect {
	const pkg = "github.com/gorilla/mux"
	route := writesDeep(Recv).and(shares(Recv)).and(panics())
	return slices.Concat(
		like(formats(Arg0).and(shares(Arg0)).and(panics()), pkg, "CurrentRoute", "Vars"),
		like(Effect{}, pkg, "NewRouter"),
		like(route.and(keeps(Arg1)), pkg, "(*Router).Handle", "(*Router).HandleFunc"),
		like(route.and(keeps(Rest)), pkg, "(*Router).Use"),
		like(route, pkg,
			"(*Router).Host", "(*Router).Name", "(*Router).NewRoute", "(*Router).Path", "(*Router).PathPrefix",
			"(*Route).Host", "(*Route).Name", "(*Route).Path", "(*Route).PathPrefix", "(*Route).Subrouter"),
		// They change the case of what they are handed.
		like(route.and(writes(Rest)).and(keeps(Rest)), pkg,
			"(*Router).Methods", "(*Router).Schemes", "(*Route).Methods", "(*Route).Schemes"),
		like(route.and(keeps(Arg0)), pkg, "(*Route).Handler", "(*Route).HandlerFunc"),
	)
}

// viperEffects are the rows of github.com/spf13/viper. A setting may come
// from the environment, from a file that is watched, or from a flag that is
// the program's.
func viperEffects() []Effect {
	const pkg = "github.com/spf13/viper"
	gets := Effect{Env: true, Varies: true}
	sets := acts().and(Effect{SetsEnv: true})
	return slices.Concat(
		like(gets, pkg,
			"GetBool", "GetDuration", "GetFloat64", "GetInt", "GetInt32", "GetInt64", "GetString", "GetTime", "GetUint",
			"GetUint16", "GetUint32", "GetUint64", "IsSet"),
		like(sets, pkg,
			"AddConfigPath", "AutomaticEnv", "MergeInConfig", "ReadInConfig", "RegisterAlias", "SetConfigFile",
			"SetConfigName", "SetConfigType", "SetEnvPrefix", "WatchConfig"),
		like(sets.and(keeps(Arg0)), pkg, "OnConfigChange", "SetEnvKeyReplacer"),
		like(sets.and(keeps(Arg1)), pkg, "BindPFlag", "Set", "SetDefault"),
		like(sets.and(keeps(Rest)), pkg, "BindEnv"),

		like(gets.and(formats(Recv)), pkg,
			"(*Viper).GetBool", "(*Viper).GetDuration", "(*Viper).GetFloat64", "(*Viper).GetInt", "(*Viper).GetInt32",
			"(*Viper).GetInt64", "(*Viper).GetString", "(*Viper).GetTime", "(*Viper).GetUint", "(*Viper).GetUint16",
			"(*Viper).GetUint32", "(*Viper).GetUint64", "(*Viper).IsSet"),
		like(sets.and(writesDeep(Recv)), pkg,
			"(*Viper).AddConfigPath", "(*Viper).AutomaticEnv", "(*Viper).SetConfigFile", "(*Viper).SetConfigName",
			"(*Viper).SetConfigType", "(*Viper).SetEnvPrefix"),
		like(sets.and(writesDeep(Recv)).and(formats(Recv)).and(keeps(Arg1)), pkg, "(*Viper).Set", "(*Viper).SetDefault"),
		like(sets.and(writesDeep(Recv)).and(keeps(Rest)), pkg, "(*Viper).BindEnv"),
	)
}
