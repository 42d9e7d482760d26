// Values that only reflection gets hold of, since a function or method called by it takes or gives them, have their methods.
package main

import (
	"fmt"
	"os"
	"reflect"
	"text/template"
	"time"
)

type mood int

func (m mood) String() string { return [...]string{"glad", "sad"}[m] }

type list[T any] []T

func (l list[T]) String() string { return fmt.Sprintf("list of %d", len(l)) }

type failure struct{ code int }

func (f *failure) Error() string { return fmt.Sprint("failure ", f.code) }

type bare struct{ x int }

func (bare) Mood() mood                  { return 1 }
func (b *bare) List() list[string]       { return list[string]{"a", "b"} }
func (bare) Both() (mood, *failure)      { return 0, &failure{7} }
func (bare) Inner() struct{ M mood }     { return struct{ M mood }{1} }
func (bare) Chain() *link                { return &link{} }
func (bare) Handle(m hidden) string      { return fmt.Sprint(m.n) }
func (bare) Moods(ms ...mood) []mood     { return ms }
func (bare) Map() map[mood]time.Duration { return map[mood]time.Duration{0: time.Second} }

type link struct{ n int }

func (l *link) Next() *link  { return &link{l.n + 1} }
func (l link) Month() season { return season{time.Month(l.n + 1)} }

type season struct{ time.Month }

type hidden struct{ n int }

func (h hidden) String() string { return fmt.Sprintf("hidden %d", h.n) }

func main() {
	template.Must(template.New("x").Parse(`{{.T.Weekday}} {{.T.Month}} {{.T.Add 5000000000 | print}} {{.B.Mood}} {{.B.List}} {{.B.Inner.M}} {{.B.Chain.Next.Next.Month}} {{.B.Moods}} {{.B.Map}}
{{.T.Sub .T}} {{.T.Location}} {{call .F 3}} {{index .Fs 0 | call | printf "%v"}}
`)).Execute(os.Stdout, map[string]any{
		"T":  time.Date(2024, 2, 29, 1, 2, 3, 0, time.UTC),
		"B":  &bare{},
		"F":  func(n int) time.Month { return time.Month(n) },
		"Fs": []func() time.Duration{func() time.Duration { return time.Minute }},
	})
	v := reflect.ValueOf(&bare{})
	for i := range v.NumMethod() {
		m, t := v.Method(i), v.Type().Method(i)
		var in []reflect.Value
		for j := range m.Type().NumIn() {
			if m.Type().IsVariadic() {
				break
			}
			p := reflect.New(m.Type().In(j)).Elem()
			fmt.Println("  takes", p.Interface(), p.Type().NumMethod())
			in = append(in, p)
		}
		for _, out := range m.Call(in) {
			fmt.Printf("%s %v %d %v\n", t.Name, out, out.NumMethod(), out.Type())
		}
	}
}
