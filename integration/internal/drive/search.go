package drive

import (
	"fmt"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing/synctest"
)

// token matches a JSON Web Token. A JSON object begins so in base64, and a signature by SHA-256 has that many characters:
// what a program appends is not part of it.
var token = regexp.MustCompile(`ey[0-9A-Za-z_-]+\.ey[0-9A-Za-z_-]+\.[0-9A-Za-z_-]{43}`)

// A search finds the tokens that a call makes.
type search struct {
	builder *builder
	tokens  []string
	calls   int
	// old is set where texts have been there before the call.
	old bool
}

// maxNested is how often a result that is a function is called, and its result, and so on.
const maxNested = 3

// call calls a function, searches everything that it could have put a token into, and returns how it failed.
func (s *search) call(f reflect.Value, args []reflect.Value) (failure string) {
	var results []reflect.Value
	if f.Type().IsVariadic() {
		results = f.CallSlice(args)
	} else {
		results = f.Call(args)
	}
	synctest.Wait()
	old := s.old
	defer func() { s.old = old }()
	for _, v := range results {
		s.old = v.Type() == reflect.TypeFor[Values]()
		if err, ok := asError(v); ok {
			failure = fmt.Sprint("error: ", err)
			continue
		}
		s.value(v, 0)
	}
	// What an argument can do is not what the function did.
	s.old = false
	calls := s.calls
	s.calls = maxNested
	for _, v := range args {
		s.value(v, 0)
	}
	s.calls = calls
	return failure
}

// sinks searches what the function could write to.
func (s *search) sinks() {
	for _, buffer := range s.builder.buffers {
		s.text(buffer.String())
	}
	for _, channel := range s.builder.channels {
		s.received(channel, 0)
	}
}

func asError(v reflect.Value) (error, bool) {
	if v.Type() != reflect.TypeFor[error]() || v.IsNil() {
		return nil, false
	}
	return v.Interface().(error), true
}

func (s *search) text(text string) {
	if s.old {
		return
	}
	s.tokens = append(s.tokens, token.FindAllString(text, -1)...)
}

func (s *search) value(v reflect.Value, depth int) {
	if depth > maxDepth {
		return
	}
	if v.Kind() != reflect.Invalid && v.CanInterface() {
		if handler, ok := v.Interface().(http.Handler); ok && !isNil(v) && s.calls < maxNested {
			s.calls++
			f := reflect.ValueOf(handler.ServeHTTP)
			s.call(f, s.builder.arguments(f.Type(), nil))
			return
		}
	}
	switch v.Kind() {
	case reflect.String:
		s.text(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			s.value(v.Elem(), depth+1)
		}
	case reflect.Struct:
		if s.builder.own(v.Type()) {
			for i := range v.NumField() {
				s.value(v.Field(i), depth+1)
			}
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			s.text(octets(v))
			return
		}
		for i := range v.Len() {
			s.value(v.Index(i), depth+1)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			s.value(v.MapIndex(key), depth+1)
		}
	case reflect.Chan:
		s.received(v, depth)
	case reflect.Func:
		if !v.IsNil() && v.CanInterface() && s.calls < maxNested {
			s.calls++
			s.call(v, s.builder.arguments(v.Type(), nil))
		}
	}
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Map, reflect.Slice, reflect.Chan:
		return v.IsNil()
	}
	return false
}

// octets copies a slice or array of bytes one by one, which works with unexported fields too.
func octets(v reflect.Value) string {
	data := make([]byte, v.Len())
	for i := range data {
		data[i] = byte(v.Index(i).Uint())
	}
	return string(data)
}

// received takes what is waiting in a channel.
func (s *search) received(v reflect.Value, depth int) {
	for !v.IsNil() && v.CanInterface() && v.Type().ChanDir()&reflect.RecvDir != 0 {
		element, ok := v.TryRecv()
		if !ok {
			return
		}
		s.value(element, depth+1)
	}
}
