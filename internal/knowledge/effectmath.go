package knowledge

import "slices"

// mathEffects are the rows of package math.
func mathEffects() []Effect {
	return like(Effect{}, "math",
		"Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atan2", "Atanh", "Cbrt", "Ceil", "Copysign", "Cos", "Cosh",
		"Dim", "Erf", "Erfc", "Erfcinv", "Erfinv", "Exp", "Exp2", "Expm1", "FMA", "Float32bits", "Float32frombits",
		"Float64bits", "Float64frombits", "Floor", "Frexp", "Gamma", "Hypot", "Ilogb", "Inf", "IsInf", "IsNaN", "J0",
		"J1", "Jn", "Ldexp", "Lgamma", "Log", "Log10", "Log1p", "Log2", "Logb", "Max", "Min", "Mod", "Modf", "NaN",
		"Nextafter", "Nextafter32", "Pow", "Pow10", "Remainder", "Round", "RoundToEven", "Signbit", "Sin", "Sincos",
		"Sinh", "Sqrt", "Tan", "Tanh", "Trunc", "Y0", "Y1", "Yn")
}

// bitsEffects are the rows of package math/bits.
func bitsEffects() []Effect {
	const pkg = "math/bits"
	return slices.Concat(
		like(Effect{}, pkg,
			"Add", "Add32", "Add64", "LeadingZeros", "LeadingZeros16", "LeadingZeros32", "LeadingZeros64",
			"LeadingZeros8", "Len", "Len16", "Len32", "Len64", "Len8", "Mul", "Mul32", "Mul64", "OnesCount",
			"OnesCount16", "OnesCount32", "OnesCount64", "OnesCount8", "Reverse", "Reverse16", "Reverse32",
			"Reverse64", "Reverse8", "ReverseBytes", "ReverseBytes16", "ReverseBytes32", "ReverseBytes64",
			"RotateLeft", "RotateLeft16", "RotateLeft32", "RotateLeft64", "RotateLeft8", "Sub", "Sub32", "Sub64",
			"TrailingZeros", "TrailingZeros16", "TrailingZeros32", "TrailingZeros64", "TrailingZeros8"),
		like(panics(), pkg, "Div", "Div32", "Div64", "Rem", "Rem32", "Rem64"),
	)
}
