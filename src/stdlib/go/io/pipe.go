package io

import "sync"

type pipe struct {
	wrMu sync.Mutex
	wrCh chan []byte
	rdCh chan int
	once sync.Once
	done chan struct{}
	mu   sync.Mutex
	rerr error
	werr error
}

func setOnce(mu *sync.Mutex, to *error, err error) {
	mu.Lock()
	if *to == nil {
		*to = err
	}
	mu.Unlock()
}

func (p *pipe) closed(own, other *error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if *own == nil && *other != nil {
		return *other
	}
	return ErrClosedPipe
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.closed(&p.rerr, &p.werr)
	default:
	}
	select {
	case bw := <-p.wrCh:
		n := copy(b, bw)
		p.rdCh <- n
		return n, nil
	case <-p.done:
		return 0, p.closed(&p.rerr, &p.werr)
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.closed(&p.werr, &p.rerr)
	default:
		p.wrMu.Lock()
		defer p.wrMu.Unlock()
	}
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.wrCh <- b:
			k := <-p.rdCh
			b = b[k:]
			n += k
		case <-p.done:
			return n, p.closed(&p.werr, &p.rerr)
		}
	}
	return n, nil
}

func (p *pipe) finish() { close(p.done) }

// PipeReader is the reading end of a pipe.
type PipeReader struct{ p *pipe }

func (r *PipeReader) Read(data []byte) (n int, err error) { return r.p.read(data) }
func (r *PipeReader) Close() error                        { return r.CloseWithError(nil) }

func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	setOnce(&r.p.mu, &r.p.rerr, err)
	r.p.once.Do(r.p.finish)
	return nil
}

// PipeWriter is the writing end of a pipe.
type PipeWriter struct{ p *pipe }

func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.p.write(data) }
func (w *PipeWriter) Close() error                         { return w.CloseWithError(nil) }

func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	setOnce(&w.p.mu, &w.p.werr, err)
	w.p.once.Do(w.p.finish)
	return nil
}

func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{wrCh: make(chan []byte), rdCh: make(chan int), done: make(chan struct{})}
	return &PipeReader{p}, &PipeWriter{p}
}
