package difftest

// runSource is the package run of the module that Run builds. It calls the
// programs and prints a line for each thing that it sees:
//
//	b 3            program 3 begins
//	v 3 0 "text"   its probe 0 was called with text
//	e 3 panicked   it ended so
//
// A program has ended if the line e says so. Without that line it killed the
// process.
const runSource = `package run

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// maxSteps is how many loops, calls and gotos a call of F may do.
const maxSteps = 20000

// maxText is the length of the longest text that is printed.
const maxText = 1 << 12

// maxHeap is how much memory a program may use.
const maxHeap = 1 << 28

type State struct {
	N     int
	steps atomic.Int64
	dead  atomic.Bool
	mu    sync.Mutex
	seen  map[string]bool
}

// Step counts a step.
func (s *State) Step() {
	if s.steps.Add(1) > maxSteps {
		s.dead.Store(true)
		panic("too many steps")
	}
}

// Caught is deferred first in a goroutine. A panic would kill the process.
func (s *State) Caught() {
	if e := recover(); e != nil {
		s.dead.Store(true)
	}
}

// Probe prints what a probe was called with, once.
func (s *State) Probe(id int, x any) {
	text := fmt.Sprint(x)
	if s.dead.Load() || len(text) > maxText {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	line := "v " + strconv.Itoa(s.N) + " " + strconv.Itoa(id) + " " + strconv.Quote(text) + "\n"
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	if !s.seen[line] {
		s.seen[line] = true
		os.Stdout.WriteString(line)
	}
}

type Entry struct {
	State *State
	Start func()
	F     func(b0, b1 bool, s0 string)
}

// call starts a program and calls it, and tells how it ended.
func (e Entry) call(calls int, b0, b1 bool, s0 string) string {
	e.State.steps.Store(0)
	done := make(chan string, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- "panicked"
			}
		}()
		e.Start()
		for range calls {
			e.F(b0, b1, s0)
		}
		done <- "returned"
	}()
	for last, still := int64(-1), 0; ; {
		select {
		case how := <-done:
			if e.State.dead.Load() {
				return "stopped"
			}
			return how
		case <-time.After(100 * time.Millisecond):
			steps := e.State.steps.Load()
			if still++; steps != last {
				still = 0
			}
			if still == 4 {
				e.State.dead.Store(true)
				return "blocked"
			}
			last = steps
		}
	}
}

func watch() {
	for {
		time.Sleep(10 * time.Millisecond)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if m.HeapAlloc > maxHeap {
			os.Stdout.WriteString("m\n")
			os.Exit(3)
		}
	}
}

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		panic(err)
	}
	return n
}

// Main calls the entries from the one that the first argument tells. The second
// one tells how often F is called after a start.
func Main(entries []Entry) {
	first, calls := number(1), number(2)
	go watch()
	for _, e := range entries[first:] {
		os.Stdout.WriteString("b " + strconv.Itoa(e.State.N) + "\n")
		how := "returned"
		for i := 0; i < 8 && !e.State.dead.Load(); i++ {
			s0 := ""
			if i&4 != 0 {
				s0 = "alice"
			}
			if h := e.call(calls, i&1 != 0, i&2 != 0, s0); h != "returned" {
				how = h
			}
		}
		os.Stdout.WriteString("e " + strconv.Itoa(e.State.N) + " " + how + "\n")
	}
}
`
