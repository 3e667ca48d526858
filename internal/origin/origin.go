// Package origin tells where the value of an expression comes from, inside
// a function and its package.
//
// It evaluates expressions symbolically, on demand, over the syntax and the
// types of one package: [Tracer.Eval] answers with a [Value], a tree whose
// leaves are constants and the places at which knowledge ends (parameters,
// calls to other packages), and whose inner nodes are concatenations,
// choices between branches, lists, records, and calls. Every node remembers
// the expression it was read from, so that a client can show its user the
// form that stands in the code, or rewrite it.
//
// What it follows:
//   - locals, flow-sensitively: assignments in source order, branches joined,
//     loops over known lists unrolled, closures at their calls;
//   - parameters, through the calls that are being followed ([Frame]);
//   - functions and methods of the package, by evaluating their results;
//   - fields and package variables, as all that the package ever puts there;
//   - objects that are filled after they are made: maps, structs, builders,
//     and objects of other packages, whose method calls are recorded.
//
// It knows Go and the standard library's ways to build strings. It knows
// nothing of tokens, and it never guesses: what it cannot follow is a
// [Leaf], what goes over the budget is [Unknown].
package origin
