package gateway

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/bot/discordtest"

	"github.com/bwmarrin/discordgo"
)

// testClient is a client of the stand-in that has checked its token.
func testClient(t testing.TB, srv *discordtest.Server) *client {
	t.Helper()
	cfg, err := Config{Token: srv.Token, APIURL: srv.URL, Timing: Timing{Request: time.Second}}.withDefaults()
	if err != nil {
		t.Fatal(err)
	}
	c, err := newClient(cfg, newMetrics(cfg.Registry))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.close)
	if err := c.whoAmI(t.Context()); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAddress(t *testing.T) {
	const path = "https://discord.com/api/v9/interactions/1/a%2Fb/callback?with_response=true"
	for base, want := range map[string]string{
		"http://127.0.0.1:80":           "http://127.0.0.1:80/api/v9/interactions/1/a%2Fb/callback?with_response=true",
		"http://127.0.0.1:80/":          "http://127.0.0.1:80/api/v9/interactions/1/a%2Fb/callback?with_response=true",
		"http://127.0.0.1:80/api":       "http://127.0.0.1:80/api/v9/interactions/1/a%2Fb/callback?with_response=true",
		"http://127.0.0.1:80/api/":      "http://127.0.0.1:80/api/v9/interactions/1/a%2Fb/callback?with_response=true",
		"http://127.0.0.1:80/api/v10":   "http://127.0.0.1:80/api/v10/interactions/1/a%2Fb/callback?with_response=true",
		"https://proxy.example/discord": "https://proxy.example/discord/api/v9/interactions/1/a%2Fb/callback?with_response=true",
	} {
		u, err := parseAPIURL(base)
		if err != nil {
			t.Fatal(err)
		}
		r, _ := http.NewRequest("POST", path, nil)
		(&transport{base: u}).address(r)
		if got := r.URL.String(); got != want {
			t.Errorf("with %s: %s, want %s", base, got, want)
		}
	}
	for _, bad := range []string{"127.0.0.1:80", "ftp://x", "http://", "://"} {
		if _, err := parseAPIURL(bad); err == nil {
			t.Errorf("%q is taken for an address", bad)
		}
	}
}

func TestRouteOf(t *testing.T) {
	for line, want := range map[string]route{
		"GET /api/v9/users/@me":                           {name: "GET /users/@me", key: "GET /users/@me ", idempotent: true},
		"POST /api/v9/interactions/12/tok/callback":       {name: "POST /interactions/{id}/{token}/callback", callback: true},
		"PATCH /api/v9/webhooks/1/tok/messages/@original": {name: "PATCH /webhooks/{id}/{token}/messages/@original", idempotent: true},
		"POST /api/v9/webhooks/1/tok":                     {name: "POST /webhooks/{id}/{token}"},
		"POST /api/v9/channels/77/messages":               {name: "POST /channels/{id}/messages", key: "POST /channels/{id}/messages 77"},
		"PUT /api/v9/applications/5/guilds/6/commands":    {name: "PUT /applications/{id}/guilds/{id}/commands", key: "PUT /applications/{id}/guilds/{id}/commands ", idempotent: true},
		"GET /": {name: "GET /", key: "GET / ", idempotent: true},
	} {
		method, path, _ := strings.Cut(line, " ")
		if got := routeOf(&http.Request{Method: method, URL: &url.URL{Path: path}}); got != want {
			t.Errorf("%s: %+v, want %+v", line, got, want)
		}
	}
}

func TestRateLimits(t *testing.T) {
	for _, scope := range []string{"user", "global", "shared"} {
		t.Run(scope, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			s := testClient(t, srv).session(t.Context(), nil)
			srv.Fail(discordtest.RateLimited("POST /channels/7/", scope, 120*time.Millisecond))
			start := time.Now()
			if _, err := s.ChannelMessageSend("7", "patience"); err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took < 120*time.Millisecond {
				t.Errorf("tried again after %s, before it was allowed", took)
			}
			if n := len(srv.Requests("POST /channels/7/")); n != 2 {
				t.Errorf("%d requests, want the refused one and one more", n)
			}
		})
	}
}

// TestRateLimitEndsWithContext is about discordgo, whose waits know no context.
func TestRateLimitEndsWithContext(t *testing.T) {
	srv := discordtest.New(t)
	c := testClient(t, srv)
	for _, scope := range []string{"user", "global"} {
		srv.Fail(discordtest.RateLimited("POST /channels/7/", scope, 20*time.Second))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	for range 2 { // the second one waits before it is sent
		var rl *discordgo.RateLimitError
		_, err := c.session(ctx, nil).ChannelMessageSend("7", "hurry")
		if !errors.Is(err, context.DeadlineExceeded) && !errors.As(err, &rl) {
			t.Errorf("error %v, want the limit or the end of the context", err)
		}
	}
	if n := len(srv.Requests("POST /channels/7/")); n != 1 {
		t.Errorf("%d requests, want none while the route is closed", n)
	}
}

func TestExhaustedRouteIsLeftAlone(t *testing.T) {
	srv := discordtest.New(t)
	c := testClient(t, srv)
	srv.Fail(discordtest.RESTFault{Match: "GET /users/5", Status: 200, Body: map[string]string{"id": "5"},
		Header: map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "0.15"}})
	start := time.Now()
	for range 2 {
		if _, err := c.session(t.Context(), nil).User("5"); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(start); took < 150*time.Millisecond {
		t.Errorf("asked again after %s although nothing was left for 150 ms", took)
	}
}

func TestRetries(t *testing.T) {
	reset := func(match string, late bool) discordtest.RESTFault {
		return discordtest.RESTFault{Match: match, Reset: true, Late: late}
	}
	get := func(s *discordgo.Session) error { _, err := s.User("5"); return err }
	post := func(s *discordgo.Session) error { _, err := s.ChannelMessageSend("7", "x"); return err }
	tests := []struct {
		name  string
		fault discordtest.RESTFault
		do    func(*discordgo.Session) error
		sent  int // requests that arrive
		ok    bool
	}{
		{"GET 502", discordtest.Broken("GET /users/5", 502), get, 2, true},
		{"GET 500", discordtest.Broken("GET /users/5", 500), get, 2, true},
		{"GET reset", reset("GET /users/5", false), get, 2, true},
		{"GET slow", discordtest.RESTFault{Match: "GET /users/5", Delay: 3 * time.Second}, get, 2, true},
		{"GET 404", discordtest.NoChannel("GET /users/5"), get, 1, false},
		{"POST 502", discordtest.Broken("POST /channels/7", 502), post, 1, false},
		{"POST reset", reset("POST /channels/7", false), post, 1, false},
		{"POST reset after it was done", reset("POST /channels/7", true), post, 1, false},
		{"POST missing permission", discordtest.NoPermission("POST /channels/7"), post, 1, false},
		{"POST 429 without JSON", discordtest.Broken("POST /channels/7", 429), post, 2, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			s := testClient(t, srv).session(t.Context(), nil)
			srv.Fail(tt.fault)
			err := tt.do(s)
			if (err == nil) != tt.ok {
				t.Errorf("error %v, want success %v", err, tt.ok)
			}
			if n := len(srv.Requests(tt.fault.Match)); n != tt.sent {
				t.Errorf("%d requests, want %d", n, tt.sent)
			}
		})
	}
}

// TestCallbackRepeated is about the first response to an interaction: what was
// taken is never sent again, whoever asks for it; what may be lost is, as Discord
// refuses the second of two.
func TestCallbackRepeated(t *testing.T) {
	const match = "POST /interactions/1/"
	tests := []struct {
		name    string
		fault   discordtest.RESTFault
		sent    int // after the handler has tried twice
		outcome string
	}{
		{"reset", discordtest.RESTFault{Match: match, Reset: true}, 2, answered},
		{"reset after it was taken", discordtest.RESTFault{Match: match, Reset: true, Late: true}, 2, answered},
		{"502", discordtest.Broken(match, 502), 2, answered},
		{"204", discordtest.RESTFault{Match: match, Status: 204}, 1, answered},
		{"expired", discordtest.Expired(match), 1, expired},
		{"429", discordtest.RESTFault{Match: match, Status: 429, Body: map[string]float64{"retry_after": 0.01}}, 2, answered},
		{"bad body", discordtest.RESTFault{Match: match, Status: 400, Body: map[string]int{"code": 50035}}, 2, answered},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			c := testClient(t, srv)
			e := &event{interaction: &discordgo.Interaction{ID: "1", Token: "tok"}, arrived: time.Now()}
			s := c.session(t.Context(), e)
			srv.Fail(tt.fault, discordtest.RESTFault{Match: match, Status: 204, Times: -1})
			for range 2 {
				_ = s.InteractionRespond(e.interaction, &discordgo.InteractionResponse{Type: 4, Data: &discordgo.InteractionResponseData{Content: "x"}})
			}
			if n := len(srv.Requests(match)); n != tt.sent {
				t.Errorf("%d requests, want %d", n, tt.sent)
			}
			if got, _ := e.result(); got != tt.outcome {
				t.Errorf("outcome %q, want %q", got, tt.outcome)
			}
		})
	}
}

var interactions = flag.Int("interactions", 20_000, "number of interactions in the test of memory")

// TestBucketsDoNotLeak is about discordgo's rate limiter, which keeps a bucket
// for the token of every interaction: 100,000 of them took 41 MiB.
func TestBucketsDoNotLeak(t *testing.T) {
	cfg, err := Config{Token: "x"}.withDefaults()
	if err != nil {
		t.Fatal(err)
	}
	c, err := newClient(cfg, newMetrics(cfg.Registry))
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	// The network is not what this is about: answers come from memory.
	c.calls.next = roundTrip(func(r *http.Request) (*http.Response, error) {
		h := http.Header{"X-Ratelimit-Remaining": {"0"}, "X-Ratelimit-Reset-After": {"0.001"}}
		return &http.Response{StatusCode: 204, Status: "204", Header: h, Body: http.NoBody, Request: r}, nil
	})
	respond := func(n int) {
		e := &event{interaction: &discordgo.Interaction{ID: fmt.Sprint(n), Token: fmt.Sprintf("token-%0150d", n)}, arrived: time.Now()}
		s := c.session(context.Background(), e)
		if err := s.InteractionRespond(e.interaction, &discordgo.InteractionResponse{Type: 5}); err != nil {
			t.Fatal(err)
		}
	}
	n := *interactions
	respond(0)
	before := heap()
	for k := range n {
		respond(k + 1)
	}
	grown := heap() - before
	t.Logf("%d interactions: heap grew by %d KiB", n, grown>>10)
	if grown > 1<<20 {
		t.Errorf("%d interactions left %d KiB on the heap", n, grown>>10)
	}
	runtime.KeepAlive(c)
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestLimitsForget(t *testing.T) {
	now := time.Now()
	l := newLimits()
	l.now = func() time.Time { return now }
	for k := range 10 * maxRoutes {
		l.close(fmt.Sprint(k), time.Millisecond)
		now = now.Add(time.Millisecond)
	}
	if len(l.routes) > maxRoutes {
		t.Errorf("%d routes remembered", len(l.routes))
	}
	l.close("a", time.Second)
	if d := l.left(route{key: "a"}); d != time.Second {
		t.Errorf("closed for %s, want a second", d)
	}
	if d := l.left(route{}); d != 0 {
		t.Errorf("an interaction waits for %s", d)
	}
}

func TestEventTransportEndsWithEvent(t *testing.T) {
	srv := discordtest.New(t)
	c := testClient(t, srv)
	srv.Fail(discordtest.RESTFault{Match: "GET /users/5", Delay: 5 * time.Second, Times: -1})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(30*time.Millisecond, cancel)
	start := time.Now()
	if _, err := c.session(ctx, nil).User("5"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the end of the event", err)
	}
	if time.Since(start) > 3*time.Second {
		t.Error("the call outlived its event")
	}
}

func TestSessionLogsNothing(t *testing.T) {
	var out strings.Builder
	old := discordgo.Logger
	discordgo.Logger = func(_, _ int, format string, a ...any) { fmt.Fprintf(&out, format, a...) }
	defer func() { discordgo.Logger = old }()
	srv := discordtest.New(t)
	s := testClient(t, srv).session(t.Context(), nil)
	srv.Fail(discordtest.Broken("GET /users/6", 429), discordtest.Broken("GET /users/6", 401))
	_, _ = s.User("6")
	s.AddHandler(1)
	if out.Len() > 0 {
		t.Errorf("discordgo logs %q", out.String())
	}
}
