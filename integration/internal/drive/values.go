package drive

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"time"
	"unsafe"
)

// A builder makes values of any type for one call.
type builder struct {
	choices *choices
	pkg     Package
	// What the function may write a token to.
	buffers  []*bytes.Buffer
	channels []reflect.Value
}

var (
	durationType = reflect.TypeFor[time.Duration]()
	timeType     = reflect.TypeFor[time.Time]()
	bytesType    = reflect.TypeFor[[]byte]()
)

// maxDepth is how deep structs may contain each other.
const maxDepth = 8

// arguments makes a value for each parameter. Names may be missing at the end.
func (b *builder) arguments(f reflect.Type, names []string) []reflect.Value {
	args := make([]reflect.Value, f.NumIn())
	for i := range args {
		name := ""
		if i < len(names) {
			name = names[i]
		}
		args[i] = b.value(f.In(i), name, 0)
	}
	return args
}

// value makes a value for something with a path of names, as in cfg.TwiML.AppSid.
func (b *builder) value(t reflect.Type, path string, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	if depth > maxDepth {
		return v
	}
	if known, ok := b.known(t); ok {
		return known
	}
	switch {
	case t == timeType:
		v.Set(reflect.ValueOf(b.time(path)))
		return v
	case t == durationType:
		v.SetInt(int64(b.duration()))
		return v
	case t == bytesType:
		v.SetBytes([]byte(b.document(path)))
		return v
	}
	switch t.Kind() {
	case reflect.String:
		v.SetString(b.text(path))
	case reflect.Bool:
		v.SetBool(b.choices.choose(2) == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(b.number(path))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(b.number(path)))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(b.number(path)))
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(b.value(t.Elem(), path, depth+1))
	case reflect.Struct:
		b.fillStruct(v, path, depth)
	case reflect.Array:
		for i := range v.Len() {
			v.Index(i).Set(b.value(t.Elem(), path, depth+1))
		}
	case reflect.Slice:
		b.fillSlice(v, path, depth)
	case reflect.Map:
		b.fillMap(v, path, depth)
	case reflect.Interface:
		b.fillInterface(v, path)
	case reflect.Func:
		v.Set(b.function(t, path, depth))
	case reflect.Chan:
		b.fillChan(v, path, depth)
	}
	return v
}

// fillChan makes a channel that the function can receive one value from, or send several to. A channel without values
// is a signal, and there is none.
func (b *builder) fillChan(v reflect.Value, path string, depth int) {
	t := v.Type()
	both := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, t.Elem()), 8)
	switch {
	case t.Elem().Size() == 0:
	case t.ChanDir() == reflect.RecvDir:
		both.Send(b.value(t.Elem(), path, depth+1))
	default:
		b.channels = append(b.channels, both)
	}
	v.Set(both.Convert(t))
}

// text returns a configured text, or a client's name.
func (b *builder) text(path string) string {
	if text := Text(path); text != "" {
		return text
	}
	names := append([]string{PlainName, AwkwardName}, b.pkg.Words[path[strings.LastIndex(path, ".")+1:]]...)
	return names[b.choices.choose(len(names))]
}

func (b *builder) duration() time.Duration {
	durations := []time.Duration{10 * time.Minute, 2 * time.Hour, 1500 * time.Millisecond, 0}
	return durations[b.choices.choose(len(durations))]
}

// number returns a number of seconds, unless the name has another unit.
func (b *builder) number(path string) int64 {
	path = strings.ToLower(path)
	switch {
	case strings.Contains(path, "hour"):
		return 2
	case strings.Contains(path, "min"):
		return 10
	}
	return []int64{600, 7200}[b.choices.choose(2)]
}

func (b *builder) time(path string) time.Time {
	switch path = strings.ToLower(path); {
	case strings.Contains(path, "now"), strings.Contains(path, "issued"), strings.Contains(path, "start"):
		return time.Now()
	}
	distances := []time.Duration{20 * time.Minute, 90*time.Minute + 500*time.Millisecond}
	return time.Now().Add(distances[b.choices.choose(len(distances))])
}

// fillStruct fills the fields, unexported ones too, of a struct of the program. Others are left zero: they are useful
// so, or no values of ours would do.
func (b *builder) fillStruct(v reflect.Value, path string, depth int) {
	if !b.own(v.Type()) {
		return
	}
	for i := range v.NumField() {
		field := v.Field(i)
		settable := reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
		settable.Set(b.value(field.Type(), path+"."+v.Type().Field(i).Name, depth+1))
	}
}

// own reports whether a type is one of the packages under test: their paths begin alike.
func (b *builder) own(t reflect.Type) bool {
	root, _, _ := strings.Cut(b.pkg.Path, "/")
	return t.PkgPath() == "" || strings.HasPrefix(t.PkgPath(), root+"/")
}

// fillSlice makes a slice with two elements, or none. Functions in a slice are options: none is needed.
func (b *builder) fillSlice(v reflect.Value, path string, depth int) {
	elem := v.Type().Elem()
	if elem.Kind() == reflect.Func || b.choices.choose(2) == 1 {
		return
	}
	for range 2 {
		v.Set(reflect.Append(v, b.value(elem, path, depth+1)))
	}
}

func (b *builder) fillMap(v reflect.Value, path string, depth int) {
	t := v.Type()
	switch b.choices.choose(3) {
	case 1: // nil
		return
	case 2:
		v.Set(reflect.MakeMap(t))
		return
	}
	v.Set(reflect.MakeMap(t))
	if t.Key().Kind() != reflect.String {
		v.SetMapIndex(b.value(t.Key(), path, depth+1), b.value(t.Elem(), path, depth+1))
		return
	}
	params := awkwardParams()
	for _, key := range slices.Sorted(maps.Keys(params)) {
		elem := reflect.ValueOf(params[key])
		if !elem.CanConvert(t.Elem()) {
			elem = b.value(t.Elem(), path+"."+key, depth+1)
		}
		v.SetMapIndex(reflect.ValueOf(key).Convert(t.Key()), elem.Convert(t.Elem()))
	}
}

// function makes a function that returns what suits its own name, except that a function from text to text is one that
// looks up a configuration.
func (b *builder) function(t reflect.Type, path string, depth int) reflect.Value {
	return reflect.MakeFunc(t, func(args []reflect.Value) []reflect.Value {
		results := make([]reflect.Value, t.NumOut())
		for i := range results {
			switch out := t.Out(i); {
			case out == timeType:
				results[i] = reflect.ValueOf(time.Now())
			case out.Implements(reflect.TypeFor[error]()):
				results[i] = reflect.Zero(out)
			case out.Kind() == reflect.String && len(args) == 1 && args[0].Kind() == reflect.String:
				results[i] = b.value(out, args[0].String(), depth+1)
			default:
				results[i] = b.value(out, path, depth+1)
			}
		}
		return results
	})
}

// clock is what programs take for the time, in tests.
type clock struct{}

func (clock) Now() time.Time { return time.Now() }

// fillInterface finds a value that has the methods. If there is none, the interface is nil.
func (b *builder) fillInterface(v reflect.Value, path string) {
	t := v.Type()
	if t.NumMethod() == 0 {
		v.Set(reflect.ValueOf(b.text(path)))
		return
	}
	for _, known := range []reflect.Type{
		reflect.TypeFor[context.Context](), reflect.TypeFor[http.ResponseWriter](), reflect.TypeFor[*bytes.Buffer](),
		reflect.TypeFor[clock](), reflect.TypeFor[*http.Request](), reflect.TypeFor[*strings.Reader](),
	} {
		if known.Implements(t) && !t.Implements(reflect.TypeFor[error]()) {
			value, _ := b.known(known)
			v.Set(value)
			return
		}
	}
}

// known makes values of the types that every program knows.
func (b *builder) known(t reflect.Type) (reflect.Value, bool) {
	var value any
	switch t {
	case reflect.TypeFor[context.Context]():
		value = context.Background()
	case reflect.TypeFor[http.ResponseWriter]():
		recorder := httptest.NewRecorder()
		b.buffers = append(b.buffers, recorder.Body)
		value = recorder
	case reflect.TypeFor[io.Writer](), reflect.TypeFor[*bytes.Buffer]():
		buffer := new(bytes.Buffer)
		b.buffers = append(b.buffers, buffer)
		value = buffer
	case reflect.TypeFor[io.Reader](), reflect.TypeFor[*strings.Reader]():
		value = strings.NewReader(b.document(""))
	case reflect.TypeFor[*bufio.Reader]():
		value = bufio.NewReader(strings.NewReader(b.document("")))
	case reflect.TypeFor[clock]():
		value = clock{}
	case reflect.TypeFor[*http.Request]():
		value = b.request()
	case reflect.TypeFor[http.Request]():
		value = *b.request()
	case reflect.TypeFor[url.Values]():
		value = b.form()
	case reflect.TypeFor[*log.Logger]():
		value = log.New(io.Discard, "", 0)
	case reflect.TypeFor[*slog.Logger]():
		value = slog.New(slog.DiscardHandler)
	default:
		return reflect.Value{}, false
	}
	known := reflect.ValueOf(value)
	if t.Kind() == reflect.Interface {
		known = known.Convert(t)
	}
	return known, true
}
