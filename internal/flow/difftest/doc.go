// Package difftest tests the value-flow engine of package flow against the
// compiler. It generates small Go programs, runs them, and compares what they
// printed with what the engine says that they may print.
//
// A program shows a value by a call of probe:
//
//	probe(3, x)
//
// The engine is sound if each value that a probe was called with is among the
// values that the engine gives for the id of that probe.
//
//	programs := []difftest.Program{difftest.Generate(1, 40), difftest.Generate(2, 40)}
//	ran, err := difftest.Run(dir, programs)
//	for _, d := range difftest.Check(programs, ran, engine) {
//		small, err := difftest.Shrink(programs[d.Program], engine, dir)
//	}
//
// A Spreader makes a program of two packages of one.
package difftest
