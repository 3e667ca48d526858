package drive

import "fmt"

// choices are the decisions that a call's arguments depend on: whether a flag is set, how long a token lives.
type choices struct {
	script  []int // what to choose; 0 after its end
	options []int // how many options each choice had
	made    []int
}

// choose returns the next choice, from 0 to n-1.
func (c *choices) choose(n int) int {
	choice := 0
	if i := len(c.options); i < len(c.script) {
		choice = min(c.script[i], n-1)
	}
	c.options = append(c.options, n)
	c.made = append(c.made, choice)
	return choice
}

func (c *choices) String() string {
	return fmt.Sprint(c.made)
}

// maxCalls is up to how many combinations of choices all are tried.
const maxCalls = 24

// eachChoice calls f with all combinations of choices if these are few, and else with all that differ from the first in
// one choice.
func eachChoice(f func(*choices)) {
	first := new(choices)
	f(first)
	combinations := 1
	for _, n := range first.options {
		combinations *= n
		if combinations > maxCalls {
			oneByOne(first.options, f)
			return
		}
	}
	// The last choice that has an option left takes it, and those after it begin anew.
	for last := first; ; {
		i := len(last.made) - 1
		for i >= 0 && last.made[i] == last.options[i]-1 {
			i--
		}
		if i < 0 {
			return
		}
		next := &choices{script: append(append([]int(nil), last.made[:i]...), last.made[i]+1)}
		f(next)
		last = next
	}
}

func oneByOne(options []int, f func(*choices)) {
	for i, n := range options {
		for choice := 1; choice < n; choice++ {
			script := make([]int, i+1)
			script[i] = choice
			f(&choices{script: script})
		}
	}
}
