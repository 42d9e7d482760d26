package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

func worker(ctx context.Context, id int, wg *sync.WaitGroup) {
	defer wg.Done()
	<-ctx.Done()
	_ = id
}

func main() {
	p := fmt.Println
	bg := context.Background()
	p(bg, context.TODO(), bg.Err(), bg.Done() == nil)
	ctx, cancel := context.WithCancel(bg)
	p(ctx, ctx.Err())
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go worker(ctx, i, &wg)
	}
	child, ccancel := context.WithTimeout(ctx, time.Hour)
	defer ccancel()
	cancel()
	wg.Wait()
	p(ctx.Err(), child.Err(), context.Cause(child))
	tctx, tcancel := context.WithTimeout(bg, 5*time.Millisecond)
	defer tcancel()
	select {
	case <-tctx.Done():
		p(tctx.Err(), errors.Is(tctx.Err(), context.DeadlineExceeded), tctx.Err() == context.DeadlineExceeded)
	case <-time.After(time.Second):
		p("late")
	}
	_, ok := tctx.Deadline()
	p(ok)
	v := context.WithValue(bg, key("user"), "bob")
	v2 := context.WithValue(v, key("id"), 7)
	p(v2.Value(key("user")), v2.Value(key("id")), v2.Value(key("none")), v2.Value("user"))
	p(v2)
	cc, cause := context.WithCancelCause(v2)
	cause(errors.New("because"))
	p(cc.Err(), context.Cause(cc), cc.Value(key("user")))
	stop := context.AfterFunc(cc, func() { p("after func") })
	time.Sleep(time.Millisecond)
	p(stop())
	c3, cancel3 := context.WithCancel(bg)
	stop3 := context.AfterFunc(c3, func() { p("never") })
	p(stop3())
	cancel3()
	wo := context.WithoutCancel(c3)
	p(wo.Err(), wo)
	dctx, dcancel := context.WithDeadlineCause(bg, time.Now().Add(-time.Second), errors.New("past"))
	defer dcancel()
	p(dctx.Err(), context.Cause(dctx))
	tc, tcc := context.WithTimeoutCause(bg, time.Millisecond, errors.New("too slow"))
	defer tcc()
	<-tc.Done()
	p(tc.Err(), context.Cause(tc))
	var te interface{ Timeout() bool }
	p(errors.As(tc.Err(), &te) && te.Timeout())
	defer func() { p(recover()) }()
	context.WithValue(bg, nil, 1)
}
