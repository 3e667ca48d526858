package drive

import (
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"time"
)

// fillVariable sets what main would have set: a text or struct of the package.
func (b *builder) fillVariable(variable Variable) {
	v := reflect.ValueOf(variable.Pointer).Elem()
	if !v.IsZero() {
		return
	}
	switch v.Kind() {
	case reflect.String, reflect.Struct:
		v.Set(b.plain().value(v.Type(), variable.Name, 0))
	}
}

// plain is a builder that makes no choices: what is shared by several calls has one value.
func (b *builder) plain() *builder {
	return &builder{choices: new(choices), pkg: b.pkg}
}

// setFlags gives the flags of all packages values, as a command line would.
func setFlags() {
	flag.VisitAll(func(f *flag.Flag) {
		if strings.HasPrefix(f.Name, "test.") || f.Value.String() != "" && f.Value.String() != "0s" {
			return
		}
		value := Text(f.Name)
		if value == "" {
			value = PlainName
		}
		if f.Value.Set(value) != nil {
			// It is not a text.
			_ = f.Value.Set((10 * time.Minute).String())
		}
	})
}

// form has a value for each key that the package asks for.
func (b *builder) form() url.Values {
	form := make(url.Values)
	for _, key := range b.pkg.Keys {
		form.Set(key, b.text(key))
	}
	return form
}

// document returns a text, or a JSON object that a program can read its structs from.
func (b *builder) document(path string) string {
	if Text(path) != "" || len(b.pkg.Fields) == 0 || b.choices.choose(2) == 0 {
		return b.text(path)
	}
	return b.object()
}

func (b *builder) object() string {
	object := make(map[string]string)
	for _, field := range b.pkg.Fields {
		object[field] = b.text(field)
	}
	data, err := json.Marshal(object)
	if err != nil {
		panic(err) // there are only texts in it
	}
	return string(data)
}

// request is one that has the form's values wherever a program may look for them, or else an object.
func (b *builder) request() *http.Request {
	form := b.form()
	body, contentType := form.Encode(), "application/x-www-form-urlencoded"
	if len(b.pkg.Fields) > 0 && b.choices.choose(2) == 1 {
		body, contentType = b.object(), "application/json"
	}
	r := httptest.NewRequest(http.MethodPost, "/?"+form.Encode(), strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	r.SetBasicAuth(PlainName, AuthToken)
	for key := range form {
		value := form.Get(key)
		r.SetPathValue(key, value)
		r.Header.Set(key, value)
		r.AddCookie(&http.Cookie{Name: key, Value: url.QueryEscape(value)})
	}
	return r
}
