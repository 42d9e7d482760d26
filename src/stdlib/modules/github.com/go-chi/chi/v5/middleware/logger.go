package middleware

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"
)

// LogEntryCtxKey is where a request's context has its LogEntry.
var LogEntryCtxKey = &contextKey{"LogEntry"}

// DefaultLogger is what Logger does.
var DefaultLogger func(next http.Handler) http.Handler

func init() {
	DefaultLogger = RequestLogger(&DefaultLogFormatter{Logger: log.New(os.Stdout, "", log.LstdFlags), NoColor: true})
}

// Logger prints a line for each request, when it is done. It must stand before what may change the answer, as Recoverer.
func Logger(next http.Handler) http.Handler { return DefaultLogger(next) }

// RequestLogger tells a formatter of each request.
func RequestLogger(f LogFormatter) func(next http.Handler) http.Handler {
	return each(func(w http.ResponseWriter, r *http.Request, next http.Handler) {
		entry := f.NewLogEntry(r)
		ww := NewWrapResponseWriter(w, r.ProtoMajor)
		start := time.Now()
		defer func() { entry.Write(ww.Status(), ww.BytesWritten(), ww.Header(), time.Since(start), nil) }()
		next.ServeHTTP(ww, WithLogEntry(r, entry))
	})
}

// LogFormatter makes an entry when a request comes.
type LogFormatter interface {
	NewLogEntry(r *http.Request) LogEntry
}

// LogEntry is told how the request ended.
type LogEntry interface {
	Write(status, bytes int, header http.Header, elapsed time.Duration, extra any)
	Panic(v any, stack []byte)
}

// GetLogEntry returns the entry of a request, or nil.
func GetLogEntry(r *http.Request) LogEntry {
	entry, _ := r.Context().Value(LogEntryCtxKey).(LogEntry)
	return entry
}

// WithLogEntry gives a request an entry.
func WithLogEntry(r *http.Request, entry LogEntry) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), LogEntryCtxKey, entry))
}

// LoggerInterface prints.
type LoggerInterface interface {
	Print(v ...any)
}

// DefaultLogFormatter makes lines. Here they have no colours, as nothing is a terminal.
type DefaultLogFormatter struct {
	Logger  LoggerInterface
	NoColor bool
}

// NewLogEntry starts a line.
func (l *DefaultLogFormatter) NewLogEntry(r *http.Request) LogEntry {
	line := &bytes.Buffer{}
	if id := GetReqID(r.Context()); id != "" {
		fmt.Fprintf(line, "[%s] ", id)
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	fmt.Fprintf(line, "\"%s %s://%s%s %s\" from %s - ", r.Method, scheme, r.Host, r.RequestURI, r.Proto, r.RemoteAddr)
	return &defaultLogEntry{l, line}
}

type defaultLogEntry struct {
	*DefaultLogFormatter
	line *bytes.Buffer
}

func (l *defaultLogEntry) Write(status, bytes int, header http.Header, elapsed time.Duration, extra any) {
	fmt.Fprintf(l.line, "%03d %dB in %s", status, bytes, elapsed)
	l.Logger.Print(l.line.String())
}

func (l *defaultLogEntry) Panic(v any, stack []byte) { PrintPrettyStack(v) }

// RecovererErrorWriter is where PrintPrettyStack prints to.
var RecovererErrorWriter io.Writer = os.Stderr

// PrintPrettyStack prints a panic with where it comes from. The module's is laid out in another way.
func PrintPrettyStack(rvr any) {
	fmt.Fprintf(RecovererErrorWriter, "\n panic: %v\n\n%s\n", rvr, debug.Stack())
}

// Recoverer makes a panic a 500. http.ErrAbortHandler goes on.
func Recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			rvr := recover()
			if rvr == nil {
				return
			}
			if rvr == http.ErrAbortHandler {
				panic(rvr)
			}
			if entry := GetLogEntry(r); entry != nil {
				entry.Panic(rvr, debug.Stack())
			} else {
				PrintPrettyStack(rvr)
			}
			if r.Header.Get("Connection") != "Upgrade" {
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// WrapResponseWriter knows what was answered.
type WrapResponseWriter interface {
	http.ResponseWriter
	// Status is 0 as long as nothing was answered.
	Status() int
	BytesWritten() int
	// Tee writes the body to w, too.
	Tee(w io.Writer)
	Unwrap() http.ResponseWriter
	// Discard keeps the body from the client; only a Tee gets it.
	Discard()
}

// NewWrapResponseWriter wraps w.
func NewWrapResponseWriter(w http.ResponseWriter, protoMajor int) WrapResponseWriter {
	return &writer{ResponseWriter: w}
}

type writer struct {
	http.ResponseWriter
	status, bytes int
	tee           io.Writer
	discard       bool
}

func (w *writer) WriteHeader(code int) {
	informs := code >= 100 && code <= 199 && code != http.StatusSwitchingProtocols
	if w.status == 0 && !informs {
		w.status = code
	} else if !informs {
		return
	}
	if !w.discard {
		w.ResponseWriter.WriteHeader(code)
	}
}

func (w *writer) Write(b []byte) (n int, err error) {
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
	n = len(b)
	if !w.discard {
		n, err = w.ResponseWriter.Write(b)
	}
	if w.tee != nil {
		if _, err2 := w.tee.Write(b[:n]); err == nil {
			err = err2
		}
	}
	w.bytes += n
	return n, err
}

func (w *writer) Flush() {
	if f, ok := w.ResponseWriter.(http.Flusher); ok {
		if w.status == 0 {
			w.status = http.StatusOK
		}
		f.Flush()
	}
}

func (w *writer) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	if h, ok := w.ResponseWriter.(http.Hijacker); ok {
		return h.Hijack()
	}
	return nil, nil, errors.ErrUnsupported
}

func (w *writer) Status() int                 { return w.status }
func (w *writer) BytesWritten() int           { return w.bytes }
func (w *writer) Tee(to io.Writer)            { w.tee = to }
func (w *writer) Unwrap() http.ResponseWriter { return w.ResponseWriter }
func (w *writer) Discard()                    { w.discard = true }
