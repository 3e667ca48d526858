//go:build !prod

package otherbuild

import "time"

const life = time.Hour
