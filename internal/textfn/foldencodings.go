package textfn

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"path"
)

// foldEncodings evaluates the functions that write text in another form:
// those of net/url, path, html, and the encodings.
func foldEncodings(name string, a *operands) []any {
	switch name {
	case "net/url.PathEscape":
		return values(url.PathEscape(a.text(0)))
	case "net/url.PathUnescape":
		return values(url.PathUnescape(a.text(0)))
	case "net/url.QueryEscape":
		return values(url.QueryEscape(a.text(0)))
	case "net/url.QueryUnescape":
		return values(url.QueryUnescape(a.text(0)))

	case "path.Base":
		return values(path.Base(a.text(0)))
	case "path.Clean":
		return values(path.Clean(a.text(0)))
	case "path.Dir":
		return values(path.Dir(a.text(0)))
	case "path.Ext":
		return values(path.Ext(a.text(0)))
	case "path.IsAbs":
		return values(path.IsAbs(a.text(0)))
	case "path.Join":
		elems := a.rest(0)
		if joinedSize(elems, "/") > maxText {
			return nil
		}
		return values(path.Join(elems...))
	case "path.Split":
		return values(path.Split(a.text(0)))

	case "html.EscapeString":
		return values(html.EscapeString(a.text(0)))
	case "html.UnescapeString":
		return values(html.UnescapeString(a.text(0)))

	case "encoding/hex.AppendDecode":
		return values(hex.AppendDecode(a.bytes(0), a.bytes(1)))
	case "encoding/hex.AppendEncode":
		return values(hex.AppendEncode(a.bytes(0), a.bytes(1)))
	case "encoding/hex.DecodeString":
		return values(hex.DecodeString(a.text(0)))
	case "encoding/hex.DecodedLen":
		return values(hex.DecodedLen(a.int(0)))
	case "encoding/hex.EncodeToString":
		return values(hex.EncodeToString(a.bytes(0)))

	case "(*encoding/base64.Encoding).AppendDecode":
		return values(a.base64(0).AppendDecode(a.bytes(1), a.bytes(2)))
	case "(*encoding/base64.Encoding).AppendEncode":
		return values(a.base64(0).AppendEncode(a.bytes(1), a.bytes(2)))
	case "(*encoding/base64.Encoding).DecodeString":
		return values(a.base64(0).DecodeString(a.text(1)))
	case "(*encoding/base64.Encoding).EncodeToString":
		return values(a.base64(0).EncodeToString(a.bytes(1)))
	}
	return nil
}

// base64 returns the encoding that the operand at i names.
func (a *operands) base64(i int) *base64.Encoding {
	switch operand[Var](a, i) {
	case "encoding/base64.StdEncoding":
		return base64.StdEncoding
	case "encoding/base64.RawStdEncoding":
		return base64.RawStdEncoding
	case "encoding/base64.URLEncoding":
		return base64.URLEncoding
	case "encoding/base64.RawURLEncoding":
		return base64.RawURLEncoding
	}
	a.bad = true
	return base64.StdEncoding
}
