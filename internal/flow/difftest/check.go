package difftest

import (
	"fmt"
	"maps"
	"slices"
)

// An Answer is what an engine says of the values of a probe.
type Answer struct {
	Any    bool     // it can't tell
	Values []string // if not Any: all values that there may be, as fmt.Sprint prints them
}

// An Engine answers for each probe of a program, by id. An id that is missing
// says that the probe is never called.
type Engine func(Program) (map[int]Answer, error)

// A Disagreement is a value that a probe was called with and that the engine
// excludes, or a failure of the engine.
type Disagreement struct {
	Program int // index of the program
	Err     error

	// These hold if Err is nil.
	ID      int
	Value   string
	Missing bool // the engine says that the probe is never called
	Answer  Answer
}

// String says it in one line.
func (d Disagreement) String() string {
	switch {
	case d.Err != nil:
		return fmt.Sprintf("program %d: the engine fails: %v", d.Program, d.Err)
	case d.Missing:
		return fmt.Sprintf("program %d, probe %d: got %q, want no call", d.Program, d.ID, d.Value)
	}
	return fmt.Sprintf("program %d, probe %d: got %q, want one of %q", d.Program, d.ID, d.Value, d.Answer.Values)
}

// Check asks the engine about each program, and compares with what Run
// returned for them. The result is in the order of the programs, ids and
// values. A panic of the engine is an error of it.
func Check(programs []Program, ran []map[int][]string, engine Engine) []Disagreement {
	var out []Disagreement
	for i, p := range programs {
		answers, err := ask(engine, p)
		if err != nil {
			out = append(out, Disagreement{Program: i, Err: err})
			continue
		}
		for _, id := range slices.Sorted(maps.Keys(ran[i])) {
			answer, ok := answers[id]
			for _, value := range ran[i][id] {
				if !answer.Any && !slices.Contains(answer.Values, value) {
					out = append(out, Disagreement{Program: i, ID: id, Value: value, Missing: !ok, Answer: answer})
				}
			}
		}
	}
	return out
}

// ask calls the engine.
func ask(engine Engine, p Program) (answers map[int]Answer, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("panic: %v", e)
		}
	}()
	return engine(p)
}
