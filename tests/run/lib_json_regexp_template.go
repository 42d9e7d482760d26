package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strings"
	"sync"
	"text/template"
	"time"
)

type Account struct {
	ID      int               `json:"id"`
	Owner   string            `json:"owner"`
	Balance float64           `json:"balance"`
	Tags    []string          `json:"tags,omitempty"`
	Meta    map[string]any    `json:"meta"`
	Created time.Time         `json:"created"`
	Parent  *Account          `json:"parent,omitempty"`
	secret  string
}

type InsufficientFunds struct{ Need, Have float64 }

func (e InsufficientFunds) Error() string { return fmt.Sprintf("need %.2f, have %.2f", e.Need, e.Have) }

var ErrNotFound = errors.New("not found")

type Bank struct {
	mu   sync.RWMutex
	accs map[int]*Account
}

func (b *Bank) Get(id int) (*Account, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	a, ok := b.accs[id]
	if !ok {
		return nil, fmt.Errorf("account %d: %w", id, ErrNotFound)
	}
	return a, nil
}

func (b *Bank) Transfer(from, to int, amt float64) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("transfer: %w", err)
		}
	}()
	f, err := b.Get(from)
	if err != nil {
		return err
	}
	t, err := b.Get(to)
	if err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if f.Balance < amt {
		return InsufficientFunds{amt, f.Balance}
	}
	f.Balance -= amt
	t.Balance += amt
	return nil
}

func main() {
	b := &Bank{accs: map[int]*Account{}}
	for i := 1; i <= 3; i++ {
		b.accs[i] = &Account{ID: i, Owner: strings.Repeat(string(rune('a'+i)), 3), Balance: 100 * float64(i), Meta: map[string]any{"k": i, "z": nil, "a": []int{i}}, Created: time.Date(2020, time.Month(i), 1, 2, 3, 4, 5000, time.UTC)}
	}
	b.accs[3].Parent = b.accs[1]
	fmt.Println(b.Transfer(1, 2, 50))
	err := b.Transfer(1, 2, 500)
	var inf InsufficientFunds
	fmt.Println(err, errors.As(err, &inf), inf.Need)
	err = b.Transfer(9, 1, 1)
	fmt.Println(err, errors.Is(err, ErrNotFound))
	out, err := json.MarshalIndent(b.accs[3], "", "  ")
	fmt.Println(string(out), err)
	var back Account
	fmt.Println(json.Unmarshal(out, &back), back.Parent.Owner, back.Meta["a"], back.Created)
	err = json.Unmarshal([]byte(`{"id":"x"}`), &back)
	fmt.Println(err)
	var ute *json.UnmarshalTypeError
	fmt.Println(errors.As(err, &ute))
	err = json.Unmarshal([]byte(`{"id":1,}`), &back)
	fmt.Println(err)
	var anyv any
	json.Unmarshal([]byte(`{"a":[1,2.5,"x",null,true,{"b":{}}]}`), &anyv)
	fmt.Printf("%v %T\n", anyv, anyv)
	enc := json.NewEncoder(os.Stdout)
	enc.SetIndent(">", "\t")
	enc.Encode(map[string]any{"<html>": "a&b", "n": 1e21, "f": 0.1})
	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"a":2} [3]`))
	for {
		var v any
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(v)
	}
	re := regexp.MustCompile(`(?i)(\w+)@(\w+)\.com`)
	fmt.Println(re.FindAllStringSubmatch("bob@example.com, Al@test.COM", -1))
	fmt.Println(re.ReplaceAllString("bob@example.com", "$2 at ${1}x"))
	fmt.Println(regexp.MustCompile(`a+b*`).FindAllStringIndex("aab ab b aaa", -1))
	_, err = regexp.Compile(`a(b`)
	fmt.Println(err)
	tm := template.Must(template.New("x").Funcs(template.FuncMap{"up": strings.ToUpper}).Parse(`{{range $i, $a := .}}{{if $i}}, {{end}}{{.Owner | up | printf "%q"}}={{.Balance}}{{with .Parent}} (of {{.Owner}}){{end}}{{end}}
`))
	var list []*Account
	for _, a := range b.accs {
		list = append(list, a)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].ID < list[j].ID })
	if err := tm.Execute(os.Stdout, list); err != nil {
		fmt.Println(err)
	}
	err = template.Must(template.New("bad").Parse("{{.Nope}}")).Execute(os.Stdout, list[0])
	fmt.Println(err)
	d, _ := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, d.Round(time.Minute), d.Truncate(time.Hour), time.Duration(1500)*time.Microsecond)
	t0 := time.Date(2024, 2, 29, 23, 59, 59, 0, time.UTC)
	fmt.Println(t0.AddDate(1, 0, 0), t0.Weekday(), t0.YearDay(), t0.Format(time.RFC1123), t0.Unix(), t0.Add(time.Second).Format("2006/01/02 15:04:05 Mon Jan _2"))
	_, err = time.Parse("2006-01-02", "2024-13-01")
	fmt.Println(err)
}
