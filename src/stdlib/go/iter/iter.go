// Package iter: the types of iterators.
package iter

// Seq gives values to yield until it says no.
type Seq[V any] func(yield func(V) bool)

// Seq2 gives pairs.
type Seq2[K, V any] func(yield func(K, V) bool)

// Pull turns a pushing iterator into a pulling one, by a goroutine of its own.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := &puller[V]{ask: make(chan bool), answer: make(chan answer[V])}
	next = func() (V, bool) {
		a := p.step(true, func(yield func(V) bool) { seq(yield) })
		return a.v, a.ok
	}
	stop = func() { p.step(false, nil) }
	return next, stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	n, stop := Pull(func(yield func(pair[K, V]) bool) {
		seq(func(k K, v V) bool { return yield(pair[K, V]{k, v}) })
	})
	next = func() (K, V, bool) {
		p, ok := n()
		return p.k, p.v, ok
	}
	return next, stop
}

type pair[K, V any] struct {
	k K
	v V
}

type answer[V any] struct {
	v     V
	ok    bool
	panic any
}

type puller[V any] struct {
	ask     chan bool
	answer  chan answer[V]
	started bool
	done    bool
}

func (p *puller[V]) step(more bool, seq Seq[V]) answer[V] {
	if p.done {
		return answer[V]{}
	}
	if !p.started {
		if !more {
			p.done = true
			return answer[V]{}
		}
		p.started = true
		go p.run(seq)
	}
	p.ask <- more
	a := <-p.answer
	if !a.ok {
		p.done = true
		if a.panic != nil {
			panic(a.panic)
		}
	}
	return a
}

func (p *puller[V]) run(seq Seq[V]) {
	var last answer[V]
	defer func() {
		last.panic = recover()
		p.answer <- last
	}()
	if !<-p.ask {
		return
	}
	seq(func(v V) bool {
		p.answer <- answer[V]{v: v, ok: true}
		return <-p.ask
	})
}
