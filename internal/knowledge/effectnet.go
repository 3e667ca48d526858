package knowledge

import "slices"

// netEffects are the rows of package net. A connection may be the program's.
func netEffects() []Effect {
	const pkg = "net"
	world := acts().and(Effect{Env: true})
	conn := acts().and(writes(Recv))
	return slices.Concat(
		like(Effect{}, pkg,
			"CIDRMask", "IPv4", "IPv4Mask", "JoinHostPort", "ParseCIDR", "ParseIP", "ParseMAC", "SplitHostPort",
			"TCPAddrFromAddrPort", "UDPAddrFromAddrPort", "(Flags).String"),
		like(reads(Recv), pkg,
			"(HardwareAddr).String", "(IP).IsGlobalUnicast", "(IP).IsInterfaceLocalMulticast",
			"(IP).IsLinkLocalMulticast", "(IP).IsLinkLocalUnicast", "(IP).IsLoopback", "(IP).IsMulticast",
			"(IP).IsPrivate", "(IP).IsUnspecified", "(IP).MarshalText", "(IP).String", "(IPMask).Size",
			"(IPMask).String", "(*IPNet).Network", "(*IPNet).String",
			"(*IPAddr).Network", "(*IPAddr).String", "(*TCPAddr).AddrPort", "(*TCPAddr).Network", "(*TCPAddr).String",
			"(*UDPAddr).AddrPort", "(*UDPAddr).Network", "(*UDPAddr).String", "(*UnixAddr).Network",
			"(*UnixAddr).String"),
		like(reads(Recv, Arg0), pkg, "(IP).Equal", "(IP).Mask", "(*IPNet).Contains"),
		like(shares(Recv), pkg, "(IP).To16", "(IP).To4"),
		like(appends(Arg0).and(reads(Recv)), pkg, "(IP).AppendText"),
		like(writes(Recv).and(reads(Arg0)), pkg, "(*IP).UnmarshalText"),

		like(world, pkg,
			"Dial", "DialTimeout", "InterfaceAddrs", "InterfaceByIndex", "InterfaceByName", "Interfaces", "Listen",
			"ListenPacket", "LookupAddr", "LookupCNAME", "LookupHost", "LookupIP", "LookupMX", "LookupNS",
			"LookupPort", "LookupSRV", "LookupTXT", "ResolveIPAddr", "ResolveTCPAddr", "ResolveUDPAddr",
			"ResolveUnixAddr"),

		like(getter(), pkg, "(Addr).Network", "(Addr).String", "(Error).Temporary", "(Error).Timeout"),
		like(getter().and(shares(Recv)), pkg,
			"(Conn).LocalAddr", "(Conn).RemoteAddr", "(Listener).Addr", "(PacketConn).LocalAddr"),
		like(streams(Recv), pkg,
			"(Conn).Close", "(Conn).SetDeadline", "(Conn).SetReadDeadline", "(Conn).SetWriteDeadline",
			"(Listener).Close", "(PacketConn).Close", "(PacketConn).SetDeadline", "(PacketConn).SetReadDeadline",
			"(PacketConn).SetWriteDeadline"),
		like(streams(Recv).and(writes(Arg0)), pkg, "(Conn).Read"),
		like(streams(Recv).and(reads(Arg0)), pkg, "(Conn).Write"),
		like(streams(Recv).and(writes(Arg0)).and(shares(Recv)), pkg, "(PacketConn).ReadFrom"),
		like(streams(Recv).and(reads(Arg0)).and(formats(Arg1)), pkg, "(PacketConn).WriteTo"),
		like(streams(Recv).and(shares(Recv)), pkg, "(Listener).Accept"),

		// The methods that TCPConn, UDPConn, and UnixConn have in common.
		like(conn, pkg,
			"(*conn).Close", "(*conn).SetDeadline", "(*conn).SetReadBuffer", "(*conn).SetReadDeadline",
			"(*conn).SetWriteBuffer", "(*conn).SetWriteDeadline",
			"(*TCPConn).CloseRead", "(*TCPConn).CloseWrite", "(*TCPConn).SetKeepAlive",
			"(*TCPConn).SetKeepAlivePeriod", "(*TCPConn).SetLinger", "(*TCPConn).SetNoDelay",
			"(*TCPListener).Close", "(*TCPListener).SetDeadline"),
		like(conn.and(writes(Arg0)), pkg, "(*conn).Read"),
		like(conn.and(reads(Arg0)), pkg, "(*conn).Write"),
		like(conn.and(streams(Arg0)), pkg, "(*TCPConn).ReadFrom", "(*TCPConn).WriteTo"),
		like(shares(Recv), pkg, "(*conn).LocalAddr", "(*conn).RemoteAddr", "(*TCPListener).Addr"),
		like(conn, pkg, "(*TCPListener).Accept", "(*TCPListener).AcceptTCP"),

		like(getter(), pkg,
			"(*AddrError).Error", "(*AddrError).Temporary", "(*AddrError).Timeout", "(*DNSConfigError).Error",
			"(*DNSError).Error", "(*DNSError).Temporary", "(*DNSError).Timeout", "(*OpError).Error",
			"(*OpError).Temporary", "(*OpError).Timeout", "(*ParseError).Error"),
		like(shares(Recv), pkg, "(*DNSConfigError).Unwrap", "(*DNSError).Unwrap", "(*OpError).Unwrap"),
		like(Effect{}, pkg,
			"(InvalidAddrError).Error", "(InvalidAddrError).Temporary", "(InvalidAddrError).Timeout",
			"(UnknownNetworkError).Error", "(UnknownNetworkError).Temporary", "(UnknownNetworkError).Timeout"),
	)
}

// textprotoEffects are the rows of headers in package net/textproto.
func textprotoEffects() []Effect {
	const pkg = "net/textproto"
	return slices.Concat(
		like(Effect{}, pkg, "CanonicalMIMEHeaderKey", "TrimString", "(ProtocolError).Error"),
		like(shares(Arg0), pkg, "TrimBytes"),
		like(reads(Recv), pkg, "(*Error).Error", "(MIMEHeader).Get"),
		like(shares(Recv), pkg, "(MIMEHeader).Values"),
		like(writes(Recv), pkg, "(MIMEHeader).Del", "(MIMEHeader).Set"),
		like(writesDeep(Recv), pkg, "(MIMEHeader).Add"),
	)
}
