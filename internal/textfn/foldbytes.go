package textfn

import "bytes"

// foldBytes evaluates the functions of package bytes that neither take nor
// return a list.
func foldBytes(name string, a *operands) []any {
	switch name {
	case "bytes.Clone":
		return values(bytes.Clone(a.bytes(0)))
	case "bytes.Compare":
		return values(bytes.Compare(a.bytes(0), a.bytes(1)))
	case "bytes.Contains":
		return values(bytes.Contains(a.bytes(0), a.bytes(1)))
	case "bytes.ContainsAny":
		return values(bytes.ContainsAny(a.bytes(0), a.text(1)))
	case "bytes.ContainsRune":
		return values(bytes.ContainsRune(a.bytes(0), a.rune(1)))
	case "bytes.Count":
		return values(bytes.Count(a.bytes(0), a.bytes(1)))
	case "bytes.Cut":
		return values(bytes.Cut(a.bytes(0), a.bytes(1)))
	case "bytes.CutPrefix":
		return values(bytes.CutPrefix(a.bytes(0), a.bytes(1)))
	case "bytes.CutSuffix":
		return values(bytes.CutSuffix(a.bytes(0), a.bytes(1)))
	case "bytes.Equal":
		return values(bytes.Equal(a.bytes(0), a.bytes(1)))
	case "bytes.EqualFold":
		return values(bytes.EqualFold(a.bytes(0), a.bytes(1)))
	case "bytes.HasPrefix":
		return values(bytes.HasPrefix(a.bytes(0), a.bytes(1)))
	case "bytes.HasSuffix":
		return values(bytes.HasSuffix(a.bytes(0), a.bytes(1)))
	case "bytes.Index":
		return values(bytes.Index(a.bytes(0), a.bytes(1)))
	case "bytes.IndexAny":
		return values(bytes.IndexAny(a.bytes(0), a.text(1)))
	case "bytes.IndexByte":
		return values(bytes.IndexByte(a.bytes(0), a.byte(1)))
	case "bytes.IndexRune":
		return values(bytes.IndexRune(a.bytes(0), a.rune(1)))
	case "bytes.LastIndex":
		return values(bytes.LastIndex(a.bytes(0), a.bytes(1)))
	case "bytes.LastIndexAny":
		return values(bytes.LastIndexAny(a.bytes(0), a.text(1)))
	case "bytes.LastIndexByte":
		return values(bytes.LastIndexByte(a.bytes(0), a.byte(1)))
	case "bytes.Repeat":
		b, n := a.bytes(0), a.int(1)
		if product(n, len(b)) > maxText {
			return nil
		}
		return values(bytes.Repeat(b, n))
	case "bytes.Replace":
		b, old, replacement, n := a.bytes(0), a.bytes(1), a.bytes(2), a.int(3)
		if replacedSize(string(b), string(old), string(replacement), n) > maxText {
			return nil
		}
		return values(bytes.Replace(b, old, replacement, n))
	case "bytes.ReplaceAll":
		b, old, replacement := a.bytes(0), a.bytes(1), a.bytes(2)
		if replacedSize(string(b), string(old), string(replacement), -1) > maxText {
			return nil
		}
		return values(bytes.ReplaceAll(b, old, replacement))
	case "bytes.ToLower":
		return values(bytes.ToLower(a.bytes(0)))
	case "bytes.ToTitle":
		return values(bytes.ToTitle(a.bytes(0)))
	case "bytes.ToUpper":
		return values(bytes.ToUpper(a.bytes(0)))
	case "bytes.ToValidUTF8":
		b, replacement := a.bytes(0), a.bytes(1)
		if product(len(b), len(replacement)) > maxText {
			return nil
		}
		return values(bytes.ToValidUTF8(b, replacement))
	case "bytes.Trim":
		return values(bytes.Trim(a.bytes(0), a.text(1)))
	case "bytes.TrimLeft":
		return values(bytes.TrimLeft(a.bytes(0), a.text(1)))
	case "bytes.TrimPrefix":
		return values(bytes.TrimPrefix(a.bytes(0), a.bytes(1)))
	case "bytes.TrimRight":
		return values(bytes.TrimRight(a.bytes(0), a.text(1)))
	case "bytes.TrimSpace":
		return values(bytes.TrimSpace(a.bytes(0)))
	case "bytes.TrimSuffix":
		return values(bytes.TrimSuffix(a.bytes(0), a.bytes(1)))
	}
	return nil
}
