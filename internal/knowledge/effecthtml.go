package knowledge

// htmlEffects are the rows of package html.
func htmlEffects() []Effect {
	return like(Effect{}, "html", "EscapeString", "UnescapeString")
}
