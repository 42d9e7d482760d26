package middleware

import (
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"example.com/shop/internal/respond"
)

// A bucket has what a client may still do. It fills as time goes by.
type bucket struct {
	tokens float64
	last   time.Time
}

// RateLimit lets each client do so many requests in a minute; they may come at once.
func RateLimit(perMinute int) Middleware {
	var mu sync.Mutex
	buckets := map[string]*bucket{}
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			host, _, err := net.SplitHostPort(r.RemoteAddr)
			if err != nil {
				host = r.RemoteAddr
			}
			now := time.Now()
			mu.Lock()
			b, ok := buckets[host]
			if !ok {
				b = &bucket{tokens: float64(perMinute), last: now}
				buckets[host] = b
			}
			b.tokens = min(float64(perMinute), b.tokens+now.Sub(b.last).Minutes()*float64(perMinute))
			b.last = now
			allowed := b.tokens >= 1
			if allowed {
				b.tokens--
			}
			missing := 1 - b.tokens
			mu.Unlock()
			if !allowed {
				wait := time.Duration(missing / float64(perMinute) * float64(time.Minute))
				w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())+1))
				respond.Error(w, http.StatusTooManyRequests, "too many requests")
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
