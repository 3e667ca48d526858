//go:build prod

package otherbuild

import "time"

const life = 10 * time.Minute

func init() { prefix["k"] = "live_" }

func token() string { return "" }
