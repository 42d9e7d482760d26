package os

import (
	"errors"
	"internal/poll"
	"io"
	"sync"
	"syscall"
	"time"
)

// What lies between the ends of a pipe.
type pipe struct {
	mu      sync.Mutex
	readers end
	writers end
	data    []byte
}

// One of the ends.
type end struct {
	poll.Desc
	closed bool
	// When its time is up; passed is set then.
	timer  *time.Timer
	passed bool
}

// As many bytes as Linux holds.
const pipeSize = 64 << 10

func Pipe() (r *File, w *File, err error) {
	p := new(pipe)
	lastFD += 2
	return &File{&file{fd: lastFD - 1, name: "|0", pipe: p}}, &File{&file{fd: lastFD, name: "|1", pipe: p, flag: O_WRONLY}}, nil
}

// Why nobody can use this end, if so.
func (e *end) unusable() error {
	switch {
	case e.closed:
		return ErrClosed
	case e.passed:
		e.Ready()
		return ErrDeadlineExceeded
	}
	return nil
}

func (p *pipe) Write(b []byte) (n int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		if err := p.writers.unusable(); err != nil {
			return n, err
		}
		if p.readers.closed {
			return n, syscall.EPIPE
		}
		k := min(len(b), pipeSize-len(p.data))
		if k > 0 {
			p.data = append(p.data, b[:k]...)
			b = b[k:]
			n += k
			p.readers.Ready()
		}
		if len(b) == 0 {
			return n, nil
		}
		p.mu.Unlock()
		p.writers.Wait()
		p.mu.Lock()
	}
}

func (p *pipe) Read(b []byte) (n int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		if err := p.readers.unusable(); err != nil {
			return 0, err
		}
		if len(p.data) > 0 {
			break
		}
		if p.writers.closed {
			return 0, io.EOF
		}
		p.mu.Unlock()
		p.readers.Wait()
		p.mu.Lock()
	}
	n = copy(b, p.data)
	p.data = p.data[n:]
	if len(p.data) > 0 {
		p.readers.Ready()
	}
	p.writers.Ready()
	return n, nil
}

func (p *pipe) end(flag int) *end {
	if flag == O_WRONLY {
		return &p.writers
	}
	return &p.readers
}

func (p *pipe) close(flag int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e := p.end(flag)
	e.closed = true
	if e.timer != nil {
		e.timer.Stop()
	}
	p.readers.Ready()
	p.writers.Ready()
}

func (p *pipe) deadline(e *end, t time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e.timer != nil {
		e.timer.Stop()
		e.timer = nil
	}
	e.passed = false
	if t.IsZero() {
		return
	}
	if left := time.Until(t); left > 0 {
		var timer *time.Timer
		timer = time.AfterFunc(left, func() {
			p.mu.Lock()
			defer p.mu.Unlock()
			if e.timer == timer {
				e.passed = true
				e.Ready()
			}
		})
		e.timer = timer
		return
	}
	e.passed = true
	e.Ready()
}

func (f *File) SetDeadline(t time.Time) error {
	return f.setDeadline(t, true, true)
}

func (f *File) SetReadDeadline(t time.Time) error {
	return f.setDeadline(t, true, false)
}

func (f *File) SetWriteDeadline(t time.Time) error {
	return f.setDeadline(t, false, true)
}

func (f *File) setDeadline(t time.Time, read, write bool) error {
	switch {
	case f == nil:
		return ErrInvalid
	case f.closed:
		return errClosing
	case f.pipe == nil:
		return ErrNoDeadline
	case f.flag == O_WRONLY && write, f.flag == O_RDONLY && read:
		f.pipe.deadline(f.pipe.end(f.flag), t)
	}
	return nil
}

var errClosing = errors.New("use of closed file")
