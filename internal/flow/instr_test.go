package flow

import "testing"

func TestRoomInstr(t *testing.T) {
	ask(t, []row{
		{"a variable is zero before it is set", `
			var x struct{ l string; r []int }`, "x.l, x.r", `"", nil`},
		{"what is received is not known", `
			ch := make(chan string, 1)
			ch <- "a"
			x := <-ch`, "x", `?`},
		{"while one waits others have a turn", `
			var x string
			opaque(&x)
			x = "a"
			ch := make(chan int)
			<-ch`, "x", `?`},
		{"and while one sends", `
			var x string
			opaque(&x)
			x = "a"
			make(chan int) <- 1`, "x", `?`},
		{"and while one chooses", `
			var x string
			opaque(&x)
			x = "a"
			select { case <-make(chan int): default: }`, "x", `?`},
		{"each clause of a select may be taken", `
			x := "a"
			select {
			case <-make(chan int): x = "b"
			case <-make(chan int): x = "c"
			}`, "x", `"b" | "c"`},
		{"a struct that is converted has its fields", `
			type in struct{ name string }
			type out struct{ name string }
			x := out(in{"a"})`, "x.name", `"a"`},
		{"a pointer that is converted refers to the same", `
			type in struct{ name string }
			type out struct{ name string }
			x := in{"a"}
			(*out)(&x).name = "b"`, "x.name", `"b"`},
		{"an array that a slice is converted to may be changed", `
			x := []string{"a"}
			y := (*[1]string)(x)
			y[0] = "b"`, "x[0]", `?`},
		{"what unsafe.Pointer refers to may be changed", `
			x := "a"
			*(*string)(unsafe.Pointer(&x)) = "b"`, "x", `?`},
		{"a function literal has the variables around it", `
			x := "a"
			g := func() string { return x }
			x = "b"`, "g()", `"b"`},
		{"numbers that are turned round", `x, y := 1, true`, "-x, !y", `-1, false`},
		{"a loop variable is another one in each round", `
			var all []func() string
			for _, v := range []string{"a", "b"} { all = append(all, func() string { return v }) }`, "all[0]() + all[1]()", `"ab"`},
	})
}
