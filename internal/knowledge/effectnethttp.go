package knowledge

import "slices"

// httpEffects are the rows of package net/http.
//
// A client and a transport have none, since they call functions that the
// program sets. A server has few, for the same reason. A ResponseWriter, and
// the body of a request, may be the program's.
func httpEffects() []Effect {
	const pkg = "net/http"
	return slices.Concat(
		httpHeaderEffects(pkg),
		httpRequestEffects(pkg),
		httpResponseEffects(pkg),
		httpServerEffects(pkg),

		like(Effect{}, pkg, "CanonicalHeaderKey", "ParseCookie", "ParseHTTPVersion", "StatusText", "(ConnState).String"),
		like(reads(Arg0), pkg, "DetectContentType"),
		like(reads(Recv), pkg, "(*MaxBytesError).Error", "(*ProtocolError).Error"),
		like(reads(Recv, Arg0), pkg, "(*ProtocolError).Is"),
		// Times are parsed, which depends on the local time zone.
		like(Effect{Env: true}, pkg, "ParseSetCookie", "ParseTime"),

		like(acts().and(Effect{Env: true}), pkg, "Get", "Head"),
		like(acts().and(Effect{Env: true}).and(reads(Arg1)), pkg, "PostForm"),
		like(streams(Arg2).and(Effect{Env: true}).and(keeps(Arg2)), pkg, "Post"),
		like(shares(Arg0), pkg, "ProxyURL"),
	)
}

// httpHeaderEffects are the rows of Header and Cookie.
func httpHeaderEffects(pkg string) []Effect {
	return slices.Concat(
		like(reads(Recv), pkg, "(Header).Clone", "(Header).Get"),
		like(shares(Recv), pkg, "(Header).Values"),
		like(writes(Recv), pkg, "(Header).Del", "(Header).Set"),
		// It may write to spare elements of a slice in the map.
		like(writesDeep(Recv), pkg, "(Header).Add"),
		like(reads(Recv).and(streams(Arg0)), pkg, "(Header).Write"),
		like(reads(Recv, Arg1).and(streams(Arg0)), pkg, "(Header).WriteSubset"),

		like(reads(Recv), pkg, "(*Cookie).Valid"),
		// It logs what it leaves out of an invalid cookie.
		like(reads(Recv).and(acts()), pkg, "(*Cookie).String"),
	)
}

// httpRequestEffects are the rows of Request.
func httpRequestEffects(pkg string) []Effect {
	return slices.Concat(
		like(shares(Arg2).and(panics()), pkg, "NewRequest"),
		like(shares(Arg0, Arg3).and(panics()), pkg, "NewRequestWithContext"),
		like(reads(Recv), pkg,
			"(*Request).BasicAuth", "(*Request).Cookie", "(*Request).Cookies", "(*Request).CookiesNamed",
			"(*Request).PathValue", "(*Request).ProtoAtLeast", "(*Request).Referer", "(*Request).UserAgent"),
		like(shares(Recv), pkg, "(*Request).Context"),
		like(shares(Recv, Arg0).and(Effect{Fresh: true}).and(panics()), pkg, "(*Request).Clone", "(*Request).WithContext"),
		like(writesDeep(Recv), pkg, "(*Request).SetBasicAuth", "(*Request).SetPathValue"),
		like(writesDeep(Recv).and(reads(Arg0)).and(acts()).and(panics()), pkg, "(*Request).AddCookie"),
		// These read the body.
		like(streams(Recv), pkg, "(*Request).ParseForm", "(*Request).ParseMultipartForm"),
		like(streams(Recv).and(Effect{Idempotent: true}), pkg, "(*Request).FormValue", "(*Request).PostFormValue"),
		like(streams(Recv).and(shares(Recv)), pkg, "(*Request).FormFile", "(*Request).MultipartReader"),
	)
}

// httpResponseEffects are the rows of Response, of ResponseWriter, and of
// functions that write to it.
func httpResponseEffects(pkg string) []Effect {
	return slices.Concat(
		like(reads(Recv).and(Effect{Env: true}), pkg, "(*Response).Cookies"),
		like(reads(Recv), pkg, "(*Response).ProtoAtLeast"),
		like(shares(Recv).and(Effect{Fresh: true}), pkg, "(*Response).Location"),

		like(getter().and(shares(Recv)), pkg, "(ResponseWriter).Header"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(ResponseWriter).Write"),
		like(streams(Recv), pkg, "(Flusher).Flush", "(ResponseWriter).WriteHeader"),
		like(shares(Arg0), pkg, "NewResponseController"),
		like(streams(Recv), pkg,
			"(*ResponseController).EnableFullDuplex", "(*ResponseController).Flush",
			"(*ResponseController).SetReadDeadline", "(*ResponseController).SetWriteDeadline"),

		like(streams(Arg0), pkg, "Error"),
		like(streams(Arg0).and(reads(Arg1)), pkg, "NotFound", "Redirect", "ServeFile", "SetCookie"),
		like(streams(Arg0, Arg2).and(reads(Arg1)), pkg, "ServeFileFS"),
		like(streams(Arg0, Arg4).and(reads(Arg1)), pkg, "ServeContent"),
	)
}

// httpServerEffects are the rows of handlers and of what serves them.
func httpServerEffects(pkg string) []Effect {
	return slices.Concat(
		like(acts().and(keeps(Arg1)).and(panics()), pkg, "Handle", "HandleFunc"),
		like(Effect{}, pkg, "NewServeMux"),
		like(writes(Recv).and(keeps(Arg1)).and(panics()), pkg, "(*ServeMux).Handle", "(*ServeMux).HandleFunc"),
		like(shares(Recv).and(reads(Arg0)).and(panics()), pkg, "(*ServeMux).Handler"),

		like(acts().and(formats(Arg1)).and(keeps(Arg1)), pkg, "ListenAndServe"),
		like(acts().and(formats(Arg3)).and(keeps(Arg3)), pkg, "ListenAndServeTLS"),
		like(streams(Arg0).and(formats(Arg1)).and(keeps(Arg0, Arg1)), pkg, "Serve", "ServeTLS"),
		like(acts().and(writes(Recv)).and(keeps(Arg0)), pkg, "(*Server).RegisterOnShutdown"),

		like(Effect{}, pkg, "NotFoundHandler", "RedirectHandler"),
		like(shares(Arg0), pkg,
			"AllowQuerySemicolons", "FS", "FileServer", "FileServerFS", "MaxBytesHandler", "TimeoutHandler"),
		like(shares(Arg1), pkg, "StripPrefix"),
		like(shares(Arg0, Arg1), pkg, "MaxBytesReader"),
	)
}
