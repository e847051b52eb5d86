package gateway

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// maxRoutes bounds what limits remembers.
const maxRoutes = 1000

// limits remembers until when Discord wants no requests: on a route, or at all.
// Unlike discordgo's it waits no longer than the request's context, and forgets.
type limits struct {
	mu     sync.Mutex
	all    time.Time
	routes map[string]time.Time
	now    func() time.Time
}

func newLimits() *limits {
	return &limits{routes: map[string]time.Time{}, now: time.Now}
}

// wait returns when a request on the route may be sent, or with the error of ctx.
func (l *limits) wait(ctx context.Context, r route) error {
	for {
		d := l.left(r)
		if d <= 0 {
			return ctx.Err()
		}
		if past(ctx, d) {
			return context.DeadlineExceeded
		}
		if err := sleep(ctx, d); err != nil {
			return err
		}
	}
}

// left is how long the route is still closed. Responses to interactions are
// under no global limit.
func (l *limits) left(r route) time.Duration {
	if r.key == "" {
		return 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	until := l.all
	if t := l.routes[r.key]; t.After(until) {
		until = t
	}
	return until.Sub(l.now())
}

// note reads from a response that the route is exhausted for a while.
func (l *limits) note(r route, resp *http.Response) {
	if r.key == "" || resp.Header.Get("X-RateLimit-Remaining") != "0" {
		return
	}
	if d := seconds(resp.Header.Get("X-RateLimit-Reset-After")); d > 0 && d <= longestWait {
		l.close(r.key, d)
	}
}

// refused reads a 429 and returns how long Discord wants us to wait. The body
// is left to be read again.
func (l *limits) refused(r route, resp *http.Response) time.Duration {
	b, _ := io.ReadAll(resp.Body) // in memory
	resp.Body = io.NopCloser(bytes.NewReader(b))
	var body struct {
		RetryAfter float64 `json:"retry_after"`
		Global     bool    `json:"global"`
	}
	_ = json.Unmarshal(b, &body) // a page of a proxy is no JSON
	wait := time.Duration(body.RetryAfter * float64(time.Second))
	if wait <= 0 {
		wait = seconds(resp.Header.Get("Retry-After"))
	}
	if wait <= 0 {
		wait = time.Second
	}
	global := body.Global || resp.Header.Get("X-RateLimit-Global") != ""
	switch {
	case global:
		l.mu.Lock()
		if until := l.now().Add(wait); until.After(l.all) {
			l.all = until
		}
		l.mu.Unlock()
	case r.key != "":
		l.close(r.key, wait)
	}
	return wait
}

func (l *limits) close(key string, d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	if len(l.routes) >= maxRoutes {
		for k, until := range l.routes {
			if !until.After(now) {
				delete(l.routes, k)
			}
		}
		if len(l.routes) >= maxRoutes {
			clear(l.routes) // the next 429 says it again
		}
	}
	l.routes[key] = now.Add(d)
}

func seconds(s string) time.Duration {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 || f > 1e6 {
		return 0
	}
	return time.Duration(f * float64(time.Second))
}
