package analyzer

import "strings"

// Categories lists the categories of findings.
func Categories() []string {
	return []string{
		CapabilityToken, AuthTokenSigning, AccessTokenCredential, AccessTokenTTL, AccessTokenIdentity, AccessTokenGrant,
		AccessTokenHeader, TaskRouterToken,
	}
}

// Help returns what the documentation of the package says of a category, and
// whether there is such a category.
func Help(category string) (text string, ok bool) {
	_, text, ok = strings.Cut(docGo, "\n# Category "+category+"\n")
	text, _, _ = strings.Cut(text, "\n# ")
	return strings.TrimSpace(text), ok
}

// HelpURL returns the address at which a category is explained.
func HelpURL(category string) string {
	return url + "#hdr-Category_" + strings.ReplaceAll(category, "-", "_")
}
