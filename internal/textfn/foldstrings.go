package textfn

import "strings"

// foldStrings evaluates the functions of package strings.
func foldStrings(name string, a *operands) []any {
	switch name {
	case "strings.Clone":
		return values(strings.Clone(a.text(0)))
	case "strings.Compare":
		return values(strings.Compare(a.text(0), a.text(1)))
	case "strings.Contains":
		return values(strings.Contains(a.text(0), a.text(1)))
	case "strings.ContainsAny":
		return values(strings.ContainsAny(a.text(0), a.text(1)))
	case "strings.ContainsRune":
		return values(strings.ContainsRune(a.text(0), a.rune(1)))
	case "strings.Count":
		return values(strings.Count(a.text(0), a.text(1)))
	case "strings.Cut":
		return values(strings.Cut(a.text(0), a.text(1)))
	case "strings.CutPrefix":
		return values(strings.CutPrefix(a.text(0), a.text(1)))
	case "strings.CutSuffix":
		return values(strings.CutSuffix(a.text(0), a.text(1)))
	case "strings.EqualFold":
		return values(strings.EqualFold(a.text(0), a.text(1)))
	case "strings.Fields":
		return values(strings.Fields(a.text(0)))
	case "strings.HasPrefix":
		return values(strings.HasPrefix(a.text(0), a.text(1)))
	case "strings.HasSuffix":
		return values(strings.HasSuffix(a.text(0), a.text(1)))
	case "strings.Index":
		return values(strings.Index(a.text(0), a.text(1)))
	case "strings.IndexAny":
		return values(strings.IndexAny(a.text(0), a.text(1)))
	case "strings.IndexByte":
		return values(strings.IndexByte(a.text(0), a.byte(1)))
	case "strings.IndexRune":
		return values(strings.IndexRune(a.text(0), a.rune(1)))
	case "strings.Join":
		list, sep := a.list(0), a.text(1)
		if joinedSize(list, sep) > maxText {
			return nil
		}
		return values(strings.Join(list, sep))
	case "strings.LastIndex":
		return values(strings.LastIndex(a.text(0), a.text(1)))
	case "strings.LastIndexAny":
		return values(strings.LastIndexAny(a.text(0), a.text(1)))
	case "strings.LastIndexByte":
		return values(strings.LastIndexByte(a.text(0), a.byte(1)))
	case "strings.Repeat":
		s, n := a.text(0), a.int(1)
		if product(n, len(s)) > maxText {
			return nil
		}
		return values(strings.Repeat(s, n))
	case "strings.Replace":
		s, old, replacement, n := a.text(0), a.text(1), a.text(2), a.int(3)
		if replacedSize(s, old, replacement, n) > maxText {
			return nil
		}
		return values(strings.Replace(s, old, replacement, n))
	case "strings.ReplaceAll":
		s, old, replacement := a.text(0), a.text(1), a.text(2)
		if replacedSize(s, old, replacement, -1) > maxText {
			return nil
		}
		return values(strings.ReplaceAll(s, old, replacement))
	case "strings.Split":
		return values(strings.Split(a.text(0), a.text(1)))
	case "strings.SplitAfter":
		return values(strings.SplitAfter(a.text(0), a.text(1)))
	case "strings.SplitAfterN":
		return values(strings.SplitAfterN(a.text(0), a.text(1), a.int(2)))
	case "strings.SplitN":
		return values(strings.SplitN(a.text(0), a.text(1), a.int(2)))
	case "strings.ToLower":
		return values(strings.ToLower(a.text(0)))
	case "strings.ToTitle":
		return values(strings.ToTitle(a.text(0)))
	case "strings.ToUpper":
		return values(strings.ToUpper(a.text(0)))
	case "strings.ToValidUTF8":
		s, replacement := a.text(0), a.text(1)
		if product(len(s), len(replacement)) > maxText {
			return nil
		}
		return values(strings.ToValidUTF8(s, replacement))
	case "strings.Trim":
		return values(strings.Trim(a.text(0), a.text(1)))
	case "strings.TrimLeft":
		return values(strings.TrimLeft(a.text(0), a.text(1)))
	case "strings.TrimPrefix":
		return values(strings.TrimPrefix(a.text(0), a.text(1)))
	case "strings.TrimRight":
		return values(strings.TrimRight(a.text(0), a.text(1)))
	case "strings.TrimSpace":
		return values(strings.TrimSpace(a.text(0)))
	case "strings.TrimSuffix":
		return values(strings.TrimSuffix(a.text(0), a.text(1)))
	}
	return nil
}
