// reflect-heavy: a validator, a struct printer, a tiny DI container, deep equal/diff, env decoder.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"time"
)

type ValidationError struct {
	Field string
	Rule  string
	Value any
}

func (v ValidationError) Error() string {
	return fmt.Sprintf("%s: failed %q (value %v)", v.Field, v.Rule, v.Value)
}

type rule func(v reflect.Value, arg string) bool

var rules = map[string]rule{
	"required": func(v reflect.Value, _ string) bool { return !v.IsZero() },
	"min": func(v reflect.Value, a string) bool {
		n, _ := strconv.ParseFloat(a, 64)
		switch v.Kind() {
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			return float64(v.Int()) >= n
		case reflect.Uint, reflect.Uint8:
			return float64(v.Uint()) >= n
		case reflect.Float32, reflect.Float64:
			return v.Float() >= n
		case reflect.String, reflect.Slice, reflect.Map, reflect.Array, reflect.Chan:
			return v.Len() >= int(n)
		}
		panic("min: bad kind " + v.Kind().String())
	},
	"oneof": func(v reflect.Value, a string) bool {
		for _, s := range strings.Fields(a) {
			if fmt.Sprint(v.Interface()) == s {
				return true
			}
		}
		return false
	},
}

func Validate(x any) error {
	var errs []error
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				walk(path, v.Elem())
			}
		case reflect.Struct:
			t := v.Type()
			for i := 0; i < t.NumField(); i++ {
				f := t.Field(i)
				if !f.IsExported() {
					continue
				}
				p := strings.TrimPrefix(path+"."+f.Name, ".")
				if tag, ok := f.Tag.Lookup("validate"); ok {
					for _, r := range strings.Split(tag, ",") {
						name, arg, _ := strings.Cut(r, "=")
						fn, ok := rules[name]
						if !ok {
							errs = append(errs, fmt.Errorf("%s: unknown rule %q", p, name))
						} else if !fn(v.Field(i), arg) {
							errs = append(errs, ValidationError{p, r, v.Field(i).Interface()})
						}
					}
				}
				walk(p, v.Field(i))
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		case reflect.Map:
			keys := v.MapKeys()
			sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
			for _, k := range keys {
				walk(fmt.Sprintf("%s[%q]", path, k), v.MapIndex(k))
			}
		}
	}
	walk("", reflect.ValueOf(x))
	return errors.Join(errs...)
}

type Port uint8
type Host struct {
	Name string `validate:"required,min=3" env:"NAME"`
	Port Port   `validate:"min=10" env:"PORT" default:"80"`
}
type Config struct {
	Env     string            `validate:"oneof=dev prod" env:"ENV" default:"dev"`
	Hosts   []Host            `validate:"min=1"`
	Limits  map[string]*Limit `json:"limits"`
	Ratio   float32           `validate:"min=0.5" env:"RATIO"`
	Debug   bool              `env:"DEBUG"`
	Timeout time.Duration     `env:"TIMEOUT" default:"1m30s"`
	Tags    []string          `env:"TAGS"`
	Owner   any
	Bad     int `validate:"nosuch"`
	hidden  int
	*Host
}
type Limit struct {
	Max int `validate:"min=1"`
}

func decodeEnv(dst any, get func(string) (string, bool)) error {
	v := reflect.ValueOf(dst)
	if v.Kind() != reflect.Ptr || v.Elem().Kind() != reflect.Struct {
		return fmt.Errorf("want pointer to struct, got %v", v.Type())
	}
	v = v.Elem()
	for _, f := range reflect.VisibleFields(v.Type()) {
		key := f.Tag.Get("env")
		if key == "" {
			continue
		}
		s, ok := get(key)
		if !ok {
			if s, ok = f.Tag.Lookup("default"); !ok {
				continue
			}
		}
		fv, err := v.FieldByIndexErr(f.Index)
		if err != nil {
			fmt.Println("skip:", err)
			continue
		}
		switch p := fv.Addr().Interface().(type) {
		case *time.Duration:
			if *p, err = time.ParseDuration(s); err != nil {
				return err
			}
			continue
		case *[]string:
			*p = strings.Split(s, ":")
			continue
		}
		switch fv.Kind() {
		case reflect.String:
			fv.SetString(s)
		case reflect.Bool:
			b, err := strconv.ParseBool(s)
			if err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			fv.SetBool(b)
		case reflect.Float32, reflect.Float64:
			n, err := strconv.ParseFloat(s, fv.Type().Bits())
			if err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			fv.SetFloat(n)
		case reflect.Uint8:
			n, err := strconv.ParseUint(s, 0, fv.Type().Bits())
			if err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			fv.SetUint(n)
		default:
			return fmt.Errorf("%s: unsupported %v", f.Name, fv.Type())
		}
	}
	return nil
}

type Container struct {
	providers map[reflect.Type]reflect.Value
}

func (c *Container) Provide(ctor any) {
	t := reflect.TypeOf(ctor)
	if c.providers == nil {
		c.providers = map[reflect.Type]reflect.Value{}
	}
	c.providers[t.Out(0)] = reflect.ValueOf(ctor)
}
func (c *Container) get(t reflect.Type) reflect.Value {
	p, ok := c.providers[t]
	if !ok {
		panic("no provider for " + t.String())
	}
	var in []reflect.Value
	for i := range p.Type().NumIn() {
		in = append(in, c.get(p.Type().In(i)))
	}
	out := p.Call(in)
	if len(out) == 2 && !out[1].IsNil() {
		panic(out[1].Interface())
	}
	return out[0]
}
func (c *Container) Invoke(f any) []any {
	v := reflect.ValueOf(f)
	var in []reflect.Value
	for i := range v.Type().NumIn() {
		in = append(in, c.get(v.Type().In(i)))
	}
	var res []any
	for _, o := range v.Call(in) {
		res = append(res, o.Interface())
	}
	return res
}

type Logger interface{ Log(string) string }
type stdLogger struct{ prefix string }

func (l *stdLogger) Log(s string) string { return l.prefix + s }

type DB struct{ dsn string }

func main() {
	cfg := Config{Hosts: []Host{{"ab", 5}, {"server", 80}}, Limits: map[string]*Limit{"b": {0}, "a": {2}, "c": nil}, Owner: &Limit{0}}
	fmt.Println(Validate(&cfg))
	env := map[string]string{"NAME": "n", "PORT": "0x1f", "RATIO": "2.5", "DEBUG": "T", "TAGS": "a:b"}
	get := func(k string) (string, bool) { s, ok := env[k]; return s, ok }
	fmt.Println(decodeEnv(&cfg, get), cfg.Env, cfg.Ratio, cfg.Debug, cfg.Timeout, cfg.Tags)
	cfg.Host = &Host{}
	fmt.Println(decodeEnv(&cfg, get), *cfg.Host)
	env["PORT"] = "300"
	err := decodeEnv(&cfg, get)
	fmt.Println(err, errors.Is(err, strconv.ErrRange))
	fmt.Println(decodeEnv(cfg, get))
	var c Container
	c.Provide(func() *DB { return &DB{"mem"} })
	c.Provide(func(db *DB) Logger { return &stdLogger{db.dsn + ": "} })
	c.Provide(func(l Logger) (fmt.Stringer, error) { return nil, fmt.Errorf("cannot: %s", l.Log("x")) })
	fmt.Println(c.Invoke(func(l Logger, db *DB) (string, int) { return l.Log("hi"), len(db.dsn) })...)
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		c.Invoke(func(fmt.Stringer) {})
	}()
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		c.Invoke(func(int) {})
	}()
	swap := reflect.MakeFunc(reflect.TypeOf(func(int, string) (string, int) { return "", 0 }), func(a []reflect.Value) []reflect.Value { return []reflect.Value{a[1], a[0]} })
	fmt.Println(swap.Interface().(func(int, string) (string, int))(1, "one"))
	t := reflect.TypeFor[Config]()
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Fprintf(os.Stdout, "%-8s %-28v %v %q %v %v\n", f.Name, f.Type, f.Type.Kind(), f.Tag, f.Anonymous, f.PkgPath)
	}
	st := reflect.StructOf([]reflect.StructField{{Name: "X", Type: reflect.TypeOf(1), Tag: `json:"x"`}, {Name: "Y", Type: reflect.SliceOf(t.Field(1).Type.Elem())}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(42)
	fmt.Printf("%v %+v %T\n", st, sv, sv.Interface())
	mt := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(0)))
	mt.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(7))
	fmt.Println(mt.Interface(), mt.Type(), reflect.DeepEqual(mt.Interface(), map[string]int{"k": 7}), reflect.DeepEqual([]int(nil), []int{}))
	for _, f := range []func(){
		func() { reflect.ValueOf(cfg).Field(0).SetString("x") },
		func() { reflect.ValueOf(&cfg).Elem().FieldByName("hidden").SetInt(1) },
		func() { reflect.ValueOf(1).Len() },
		func() { reflect.ValueOf(&cfg).Elem().Field(0).SetInt(1) },
		func() { reflect.ValueOf([]int{1}).Index(5) },
		func() { reflect.Value{}.Interface() },
		func() {
			reflect.ValueOf(fmt.Sprint).Call([]reflect.Value{})
			reflect.ValueOf(strings.ToUpper).Call(nil)
		},
		func() { reflect.ValueOf(strings.ToUpper).Call([]reflect.Value{reflect.ValueOf(1)}) },
		func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) },
		func() { reflect.ValueOf("a").Convert(reflect.TypeOf(1)) },
		func() { reflect.TypeOf(1).Elem() },
	} {
		func() {
			defer func() { r := recover(); fmt.Printf("%v [%T]\n", r, r) }()
			f()
		}()
	}
}
