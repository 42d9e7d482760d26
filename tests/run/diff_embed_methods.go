package main

import "fmt"

type Animal interface {
	Name() string
	Sound() string
}
type Base struct {
	name string
	hits int
}

func (b *Base) Name() string    { b.hits++; return b.name }
func (b Base) Sound() string    { return "..." }
func (b *Base) Rename(n string) { b.name = n }

type Dog struct {
	*Base
	age int
}

func (d Dog) Sound() string { return "woof" }

type Puppy struct {
	Dog
	toys []string
}
type Reader interface{ Read() string }
type Writer interface{ Write(s string) int }
type RW interface {
	Reader
	Writer
}
type file struct{ data string }

func (f *file) Read() string       { return f.data }
func (f *file) Write(s string) int { f.data += s; return len(s) }

type logged struct {
	RW
	log []string
}

func (l *logged) Write(s string) int {
	l.log = append(l.log, s)
	return l.RW.Write("[" + s + "]")
}

type Point struct{ X, Y int }

func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }
func (p *Point) Scale(k int)      { p.X *= k; p.Y *= k }
func (p Point) String() string    { return fmt.Sprintf("(%d,%d)", p.X, p.Y) }

type Deep struct{ *Mid }
type Mid struct{ Leaf }
type Leaf struct{ v int }

func (l *Leaf) Inc() int { l.v++; return l.v }
func (l Leaf) Get() int  { return l.v }

func main() {
	p := Puppy{Dog{&Base{name: "rex"}, 1}, nil}
	var a Animal = p
	fmt.Println(a.Name(), a.Sound(), p.hits)
	p.Rename("max")
	fmt.Println(a.Name(), p.Dog.Base.Sound(), p.hits)
	q := p
	q.Rename("shared")
	fmt.Println(p.name, q.name)
	f := p.Rename
	f("bound")
	g := (*Base).Rename
	g(p.Base, "expr")
	fmt.Println(p.name, Puppy.Sound(p), Dog.Name(p.Dog))
	l := &logged{RW: &file{}}
	var rw RW = l
	rw.Write("a")
	fmt.Println(rw.Read(), l.log)
	w := rw.Write
	w("b")
	fmt.Println(rw.Read(), l.log, len(l.log))
	rd := Reader.Read
	fmt.Println(rd(rw))

	pt := Point{1, 2}
	add := pt.Add
	sc := pt.Scale
	pt.X = 100
	sc(2)
	fmt.Println(add(Point{1, 1}), pt, Point.Add(pt, pt), (*Point).String(&pt))
	ms := []func(Point) Point{pt.Add, Point{9, 9}.Add}
	for _, m := range ms {
		fmt.Println(m(Point{}))
	}
	d := Deep{&Mid{}}
	d.Inc()
	d2 := d
	d2.Inc()
	get := d.Get
	d.Inc()
	fmt.Println(d.Get(), get(), d2.v, d.Mid.Leaf.v)
	arr := [3]Leaf{}
	for i := range arr {
		arr[i].Inc()
		arr[i%2].Inc()
	}
	fmt.Println(arr)
	mp := map[string]*Leaf{"a": {}}
	mp["a"].Inc()
	fmt.Println(mp["a"].Get(), *mp["a"])
	var e interface{ Inc() int } = d
	fmt.Println(e.Inc())
	if s, ok := any(pt).(fmt.Stringer); ok {
		fmt.Println(s)
	}
	_, ok := any(Leaf{}).(interface{ Inc() int })
	_, ok2 := any(&Leaf{}).(interface{ Inc() int })
	fmt.Println(ok, ok2)
}
