// Text templates: methods, functions, maps, errors while parsing and while running.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"
	"time"
)

type Address struct {
	Street, City string
	Zip          int
}

type Person struct {
	Name     string
	Age      int
	Emails   []string
	Address  *Address
	Meta     map[string]any
	Birth    time.Time
	greeting func(string) string
}

func (p Person) Greet(other string) string { return p.Name + " greets " + other }
func (p *Person) IsAdult() bool            { return p.Age >= 18 }
func (p Person) Fail() (string, error)     { return "", errors.New("failed for " + p.Name) }
func (p Person) Variadic(xs ...int) int {
	t := 0
	for _, x := range xs {
		t += x
	}
	return t
}

const page = `{{- /* a comment */ -}}
{{define "addr"}}{{with .}}{{.Street}}, {{.City}} {{printf "%05d" .Zip}}{{else}}no address{{end}}{{end -}}
{{define "list"}}{{range $i, $e := .}}{{if $i}}, {{end}}{{$i}}:{{$e | quote}}{{else}}(none){{end}}{{end -}}
{{range $n, $p := .People -}}
{{$n | inc}}. {{.Name | upper | printf "%-10s"}}|{{.Age}}{{if .IsAdult}} adult{{else if ge .Age 13}} teen{{else}} child{{end}}
   addr: {{template "addr" .Address}}
   mail: {{template "list" .Emails}}
   meta: {{range $k, $v := .Meta}}[{{$k}}={{$v}}]{{end}}
   {{.Greet "you"}} {{.Variadic 1 2 3}} {{len .Name}} {{index .Meta "x"}} {{slice .Name 1 3}}
   born {{.Birth.Format "Jan 2, 2006"}} {{.Birth.Weekday}} {{.Birth.Year}}
{{end -}}
{{$x := 1}}{{range 3}}{{$x = add $x .}}{{end}}x={{$x}}
{{with $y := .Title}}{{$y}}{{end}} {{not true}} {{and 1 0 2}} {{or 0 "" "z"}} {{eq .Title "T" "Team & <Co>"}} {{lt 1 2}} {{ne "a" "b"}}
{{html .Title}} {{js "it's \"<x>\""}} {{urlquery "a b&c"}} {{print 1 2 "x" "y" 3}} {{println "hi"}}
{{- range $i, $c := "añb"}}{{$i}}={{$c}} {{end}}
{{range $k, $v := .Nums}}{{if eq $k 2}}{{continue}}{{end}}{{if gt $k 3}}{{break}}{{end}}{{$v}};{{end}}
{{call .Fn 4 5}} {{(index .People 0).Name}} {{.Matrix}} {{index .Matrix 1 0}} {{printf "%v %q %T" .Nil "s" .Title}}
{{block "footer" .}}default footer {{.Title}}{{end}}
{{"quoted \t string"}} {{` + "`raw`" + `}} {{'x'}} {{0x1F}} {{1_000}} {{1.5e3}} {{true}} {{1i}}
`

func main() {
	funcs := template.FuncMap{
		"upper": strings.ToUpper,
		"inc":   func(i int) int { return i + 1 },
		"add":   func(a, b int) int { return a + b },
		"quote": func(s string) string { return fmt.Sprintf("%q", s) },
		"div": func(a, b int) (int, error) {
			if b == 0 {
				return 0, errors.New("division by zero")
			}
			return a / b, nil
		},
		"boom": func() string { panic("boom!") },
	}
	t := template.Must(template.New("page").Funcs(funcs).Parse(page))
	template.Must(t.New("extra").Parse(`{{template "addr" .}}`))
	data := map[string]any{
		"Title": "Team & <Co>",
		"People": []*Person{
			{Name: "Ann", Age: 30, Emails: []string{"ann@x.org", "a@b.c"}, Address: &Address{"1 Main St", "Springfield", 123}, Meta: map[string]any{"x": 1, "b": nil, "a": []int{1}}, Birth: time.Date(1993, 4, 5, 0, 0, 0, 0, time.UTC)},
			{Name: "Bobby", Age: 15},
			{Name: "Cid", Age: 5, Emails: []string{"c@d"}},
		},
		"Nums":   []float64{1, 2.5, 3, 4, 5},
		"Fn":     func(a, b int) string { return strings.Repeat(fmt.Sprint(a), b) },
		"Matrix": [][]int{{1, 2}, {3, 4}},
		"Nil":    nil,
	}
	if err := t.Execute(os.Stdout, data); err != nil {
		fmt.Println("ERR", err)
	}
	for _, name := range []string{"addr", "extra", "nope"} {
		var buf bytes.Buffer
		err := t.ExecuteTemplate(&buf, name, Address{"S", "C", 7})
		fmt.Printf("%s: %q %v\n", name, buf.String(), err)
	}
	bad := []string{
		`{{.Missing}}`, `{{.Name.X}}`, `{{index .Emails 5}}`, `{{.Fail}}`, `{{div 1 0}}`, `{{boom}}`, `{{nofunc}}`, `{{if}}x{{end}}`, `{{range .Emails}}`, `{{end}}`,
		`{{.Name | printf "%d"}}`, `{{template "zip"}}`, `{{$z}}`, `{{.Greet}}`, `{{.Greet 1}}`, `{{1 | 2}}`, `{{lt 1 "a"}}`, `{{len 3}}`, `{{.Address.Zip}}`, "{{\"a\nb\"}}", `{{/* x }}`, `{{.Meta.x.y}}`, `{{call 3}}`, `{{slice .Name 9}}`,
		`{{break}}`, `{{range $a, $b, $c := .}}{{end}}`, `{{eq .Emails .Emails}}`, `{{.greeting}}`,
	}
	for _, src := range bad {
		tt, err := template.New("bad").Funcs(funcs).Parse(src)
		if err != nil {
			fmt.Println("parse:", err)
			continue
		}
		var sb strings.Builder
		err = tt.Execute(&sb, Person{Name: "Zed", Emails: []string{"e"}})
		fmt.Printf("%q exec: %v\n", sb.String(), err)
		var ee template.ExecError
		if errors.As(err, &ee) {
			fmt.Println("   in", ee.Name, errors.Unwrap(ee.Err) != nil)
		}
	}
	tt := template.Must(template.New("o").Option("missingkey=error").Parse(`{{.a}} {{.b}}`))
	fmt.Println(tt.Execute(os.Stdout, map[string]int{"a": 1}))
	tt = template.Must(template.New("d").Delims("<<", ">>").Parse("<<.>> {{.}}\n"))
	tt.Execute(os.Stdout, []string{"x"})
	template.Must(template.New("m").Parse("{{"))
}
