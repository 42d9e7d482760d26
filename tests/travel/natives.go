package main

// Everything whose state natives touch, in rounds; what each gives goes into sum, which a snapshot shows.

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"hash/maphash"
	"io"
	"iter"
	"maps"
	"math/rand"
	randv2 "math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unique"
	"weak"
)

type thing struct {
	name string
	next *thing
}

func main() {
	var sum uint64
	add := func(v any) {
		h := fnv.New64a()
		fmt.Fprint(h, sum, v)
		sum = h.Sum64()
	}
	var (
		text    strings.Builder
		buf     bytes.Buffer
		words   = map[string]int{}
		seeded  = rand.New(rand.NewSource(3))
		chacha  = randv2.New(randv2.NewChaCha8([32]byte{1}))
		pool    = sync.Pool{New: func() any { return new(thing) }}
		hash    = sha256.New()
		pattern = regexp.MustCompile(`(\w)(\w*)`)
		cleaned atomic.Int32
		mutex   sync.Mutex
		once    = sync.OnceValue(func() int { return rand.Int() })
		mh      maphash.Hash
		kept    []*thing
	)
	ticker := time.NewTicker(3 * time.Millisecond)
	next, stop := iter.Pull(func(yield func(int) bool) {
		for i := 0; yield(i * i); i++ {
		}
	})
	defer stop()
	twice := reflect.MakeFunc(reflect.TypeFor[func(int) int](), func(args []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(int(args[0].Int()) * 2)}
	}).Interface().(func(int) int)
	pr, pw := io.Pipe()
	lines := make(chan string, 3)
	go func() {
		scan := bufio.NewScanner(pr)
		for scan.Scan() {
			lines <- strings.ToUpper(scan.Text())
		}
		close(lines)
	}()
	os.MkdirAll("/data/deep", 0o755)
	file, _ := os.Create("/data/log")
	out := bufio.NewWriter(file)
	for round := range 60 {
		fmt.Fprintf(&text, "%d %x;", round, seeded.Int63())
		words[fmt.Sprint(chacha.IntN(50))] += round
		for k := range words {
			add(k) // the order is the run's own
			break
		}
		delete(words, fmt.Sprint(randv2.IntN(50)))
		add(slices.Sorted(maps.Keys(words)))
		buf.WriteString(text.String()[text.Len()/2:])
		buf.Next(buf.Len() / 3)
		fmt.Fprintln(out, round, buf.Len(), time.Now().Nanosecond())
		if round%7 == 0 {
			out.Flush()
			os.WriteFile(fmt.Sprintf("/data/deep/%d", round), buf.Bytes(), 0o644)
			list, err := os.ReadDir("/data/deep")
			add(fmt.Sprint(len(list), err))
		}
		at, _ := file.Seek(0, io.SeekCurrent)
		add(at)
		hash.Write(buf.Bytes())
		add(hash.Sum(nil))
		t := pool.Get().(*thing)
		add(t.name)
		t.name = fmt.Sprint("thing", round)
		pool.Put(t)
		add(pattern.ReplaceAllString("seek and replay", "$2$1"))
		b, _ := json.Marshal(map[string]any{"round": round, "sum": sum})
		add(string(b))
		obj := &thing{name: "gone"}
		runtime.SetFinalizer(obj, func(*thing) { cleaned.Add(1) })
		runtime.AddCleanup(&thing{}, func(n int32) { cleaned.Add(n) }, 10)
		kept = append(kept, &thing{name: "kept"})
		w := weak.Make(kept[round/2])
		h := unique.Make(fmt.Sprint(round % 5))
		add(h.Value() + fmt.Sprint(w.Value() != nil))
		if round%10 == 9 {
			runtime.GC()
			runtime.Gosched()
			kept[round/2] = nil
		}
		mh.WriteString("x")
		add(mh.Sum64())
		v, _ := next()
		add(twice(v))
		add(once())
		fmt.Fprintf(pw, "line %d\n", round)
		add(<-lines)
		timer := time.AfterFunc(time.Millisecond, func() {
			mutex.Lock()
			sum ^= uint64(round)
			mutex.Unlock()
		})
		select {
		case now := <-ticker.C:
			add(now.UnixNano())
		case <-time.After(2 * time.Millisecond):
			add("after")
		}
		timer.Reset(time.Microsecond)
		time.Sleep(time.Duration(rand.Intn(100)) * time.Microsecond)
		mutex.Lock()
		add(cleaned.Load())
		os.Setenv("ROUND", fmt.Sprint(round))
		add(os.Getenv("ROUND") + fmt.Sprint(runtime.NumGoroutine()))
		mutex.Unlock()
		if round%15 == 0 {
			fmt.Println(round, sum)
		}
	}
	pw.Close()
	ticker.Stop()
	out.Flush()
	all, _ := os.ReadFile("/data/log")
	add(all)
	var n, total int
	for scan := bufio.NewScanner(bytes.NewReader(all)); scan.Scan(); {
		var size int
		fmt.Sscan(scan.Text(), &n, &size)
		total += size
	}
	var in string
	fmt.Scan(&in)
	fmt.Println(sum != 0, n, total, in, text.Len(), len(words))
}
