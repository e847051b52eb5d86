package gateway

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	maxTries    = 5
	maxResponse = 8 << 20          // bytes; Discord's answers are far smaller
	longestWait = 60 * time.Second // for a rate limit; more is given back as the error it is
)

// transport sends REST requests to Discord: it sets the address, keeps rate
// limits, and tries again where that cannot do harm.
type transport struct {
	base    *url.URL // nil is Discord itself
	next    http.RoundTripper
	limits  *limits
	timeout time.Duration // of one attempt
	metrics *metrics
	log     *slog.Logger
}

// RoundTrip implements http.RoundTripper. The response's body is in memory.
func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, route := r.Context(), routeOf(r)
	for try := 1; ; try++ {
		if err := t.limits.wait(ctx, route); err != nil {
			return nil, err
		}
		start := time.Now()
		resp, err := t.attempt(r)
		t.metrics.request(route, resp, err, time.Since(start))
		wait, again := t.verdict(r, route, resp, err, try)
		if !again {
			return resp, err
		}
		t.log.Debug("trying a request again", "route", route.name, "try", try, "wait", wait, "err", err)
		if sleep(ctx, wait) != nil {
			if err == nil {
				return resp, nil // the refusal says more than the end of the context
			}
			return nil, err
		}
	}
}

// attempt sends the request once and reads the whole response.
func (t *transport) attempt(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), t.timeout)
	defer cancel()
	out := r.Clone(ctx)
	if r.GetBody != nil {
		body, err := r.GetBody()
		if err != nil {
			return nil, fmt.Errorf("sending a request again: %w", err)
		}
		out.Body = body
	}
	t.address(out)
	resp, err := t.next.RoundTrip(out)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(io.LimitReader(resp.Body, maxResponse))
	if err != nil {
		return nil, fmt.Errorf("reading the response: %w", err)
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

// address points a request for discord.com/api/v9/... at the base.
func (t *transport) address(r *http.Request) {
	if t.base == nil {
		return
	}
	u := *r.URL
	u.Scheme, u.Host = t.base.Scheme, t.base.Host
	prefix := t.base.EscapedPath()
	path := u.EscapedPath()
	// A base that ends in /api or /api/v10 takes the place of the same in the path.
	if i := strings.LastIndex(prefix, "/api"); i >= 0 {
		path = strings.TrimPrefix(path, "/api")
		if strings.HasPrefix(prefix[i:], "/api/v") {
			_, path, _ = strings.Cut(strings.TrimPrefix(path, "/"), "/")
			path = "/" + path
		}
	}
	u.RawPath = prefix + path
	u.Path, _ = url.PathUnescape(u.RawPath) // EscapedPath is well formed
	r.URL, r.Host = &u, ""
}

// verdict decides whether a request is tried again, and after how long.
func (t *transport) verdict(r *http.Request, route route, resp *http.Response, err error, try int) (time.Duration, bool) {
	if resp != nil {
		defer dropLimitHeaders(resp)
	}
	again := try < maxTries && (r.Body == nil || r.GetBody != nil)
	if resp != nil && resp.StatusCode == http.StatusTooManyRequests {
		wait := t.limits.refused(route, resp)
		t.log.Warn("rate limited", "route", route.name, "scope", resp.Header.Get("X-RateLimit-Scope"), "wait", wait)
		return wait, again && wait <= longestWait && !past(r.Context(), wait)
	}
	if resp != nil {
		t.limits.note(route, resp)
	}
	failed := err != nil || resp.StatusCode >= 500
	if !failed || !again || r.Context().Err() != nil {
		return 0, false
	}
	// What may have been carried out is only sent again where twice is once.
	if !neverSent(err) && !route.idempotent {
		return 0, false
	}
	wait := min(250*time.Millisecond<<(try-1), 4*time.Second)
	return wait, !past(r.Context(), wait)
}

// past tells whether a wait would outlast the context.
func past(ctx context.Context, wait time.Duration) bool {
	end, ok := ctx.Deadline()
	return ok && time.Until(end) < wait
}

// neverSent tells whether a request failed before it left.
func neverSent(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// dropLimitHeaders keeps discordgo from waiting for limits itself: its waits
// know no context.
func dropLimitHeaders(resp *http.Response) {
	for h := range resp.Header {
		if strings.HasPrefix(h, "X-Ratelimit-") {
			resp.Header.Del(h)
		}
	}
}

// route is what requests share limits and treatment by.
type route struct {
	name       string // METHOD /channels/{id}/messages, for limits, metrics and logs
	key        string // the name with the major id, "" for interactions and webhooks
	callback   bool   // the first response to an interaction
	idempotent bool   // carried out twice it does the same as once
}

// routeOf names the route of a request without ids and tokens.
func routeOf(r *http.Request) route {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	for len(parts) > 0 && (parts[0] == "api" || len(parts[0]) < 4 && strings.HasPrefix(parts[0], "v")) {
		parts = parts[1:]
	}
	major := ""
	for i := range parts {
		switch {
		case i == 1 && (parts[0] == "channels" || parts[0] == "guilds"):
			major, parts[i] = parts[i], "{id}"
		case i == 2 && (parts[0] == "interactions" || parts[0] == "webhooks"):
			parts[i] = "{token}"
		case isID(parts[i]):
			parts[i] = "{id}"
		case i > 0 && parts[i-1] == "reactions":
			parts[i] = "{emoji}"
		}
	}
	out := route{name: r.Method + " /" + strings.Join(parts, "/"), idempotent: r.Method != http.MethodPost}
	switch parts[0] {
	case "interactions":
		out.callback = true
	case "webhooks": // limited by interaction token: nothing to remember
	default:
		out.key = out.name + " " + major
	}
	return out
}

func isID(s string) bool {
	if s == "" {
		return false
	}
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil
}
