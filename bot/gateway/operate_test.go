package gateway_test

import (
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/bot/discordtest"
	"dateline/bot/gateway"
)

// get reads a page of the HTTP server that the log names.
func get(t *testing.T, r *running, path string) (int, string) {
	t.Helper()
	var addr string
	eventually(t, "the address", func() bool {
		m := regexp.MustCompile(`health and metrics" address=(\S+)`).FindStringSubmatch(r.log.String())
		if m != nil {
			addr = m[1]
		}
		return m != nil
	})
	resp, err := http.Get("http://" + addr + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b)
}

func TestHealth(t *testing.T) {
	srv := discordtest.New(t)
	srv.Greet(discordtest.NoReady)
	r := run(t, srv, &echo{}, func(c *gateway.Config) { c.HTTP = ":0" })
	for _, path := range []string{"/healthz", "/readyz"} {
		if code, text := get(t, r, path); code != 503 || !strings.Contains(text, "shard 0 of 1") {
			t.Errorf("%s before READY: %d %q", path, code, text)
		}
	}
	works(t, srv)
	for _, path := range []string{"/healthz", "/readyz"} {
		if code, text := get(t, r, path); code != 200 || text != "ok\n" {
			t.Errorf("%s after READY: %d %q", path, code, text)
		}
	}
	if code, _ := get(t, r, "/debug/pprof/"); code != 404 {
		t.Errorf("more is served than wanted: %d", code)
	}
	if m := regexp.MustCompile(`address=(\S+)`).FindStringSubmatch(r.log.String()); !strings.HasPrefix(m[1], "127.0.0.1:") {
		t.Errorf("listens on %s without being told to", m[1])
	}
}

func TestMetrics(t *testing.T) {
	srv := discordtest.New(t)
	r := run(t, srv, &echo{}, func(c *gateway.Config) { c.HTTP = "0" })
	works(t, srv)
	srv.Wait(srv.DM("hello"))
	srv.Fail(discordtest.Expired("POST /interactions/"))
	srv.Command("echo", "text", "too late")
	eventually(t, "the outcome", func() bool { return strings.Contains(r.log.String(), "outcome=expired") })
	srv.Reconnect()
	works(t, srv)
	eventually(t, "the record", func() bool { return strings.Count(r.log.String(), "kind=echo outcome=answered") == 2 })
	_, text := get(t, r, "/metrics")
	for _, line := range []string{
		`dateline_events_total{kind="echo",outcome="answered"} 2`,
		`dateline_events_total{kind="echo",outcome="expired"} 1`,
		`dateline_events_total{kind="message",outcome="answered"} 1`,
		`dateline_reply_seconds_count{kind="echo"} 3`,
		`dateline_rest_requests_total{route="POST /interactions/{id}/{token}/callback",status="204"} 2`,
		`dateline_gateway_sessions_total{how="ready"} 1`,
		`dateline_gateway_sessions_total{how="resumed"} 1`,
		`dateline_gateway_disconnects_total{cause="asked"} 1`,
		`dateline_gateway_ready{shard="0"} 1`,
		`dateline_gateway_identifies_total 1`,
		`go_memstats_heap_alloc_bytes `,
	} {
		if !strings.Contains(text, line) {
			t.Errorf("the metrics have no %s", line)
		}
	}
	if strings.Contains(text, srv.Token) || strings.Contains(text, "aW50ZXJhY3Rpb24") {
		t.Error("a token is in the metrics")
	}
}

func TestAddressInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	srv := discordtest.New(t)
	err = run(t, srv, &echo{}, func(c *gateway.Config) { c.HTTP = l.Addr().String() }).wait(t)
	if err == nil || !strings.Contains(err.Error(), l.Addr().String()) {
		t.Errorf("Run: %v, want an error that names the address", err)
	}
}

func TestShards(t *testing.T) {
	srv := discordtest.New(t, discordtest.Shards(3))
	srv.Concurrency(2, 30*time.Millisecond)
	run(t, srv, &echo{}, func(c *gateway.Config) { c.Timing.Identify = 40 * time.Millisecond })
	srv.WaitReady(3)
	// Guilds of every shard, and direct messages, find their session.
	for shard := range 3 {
		guild := guildOf(shard, 3)
		i := srv.Command("echo", "text", guild, discordtest.InGuild(guild, "5"))
		if got := srv.Wait(i).Text(); got != guild {
			t.Errorf("answered %q in guild %s", got, guild)
		}
	}
	srv.Wait(srv.DM("hello"))
	srv.Reset()
	srv.WaitReady(3)
	works(t, srv)
}

func TestShardsOfOneProcess(t *testing.T) {
	srv := discordtest.New(t, discordtest.Shards(9))
	shards, err := gateway.ParseShards("1,2/3")
	if err != nil {
		t.Fatal(err)
	}
	run(t, srv, &echo{}, func(c *gateway.Config) { c.Shards = shards })
	srv.WaitReady(2)
	guild := guildOf(2, 3)
	srv.Wait(srv.Command("echo", discordtest.InGuild(guild, "5")))
	if n := srv.Identifies(); n != 2 {
		t.Errorf("%d sessions started, want those of two shards", n)
	}
}

// guildOf is the id of a guild that belongs to a shard.
func guildOf(shard, count int) string {
	for n := uint64(1); ; n++ {
		if int(n%uint64(count)) == shard {
			return strconv.FormatUint(n<<22, 10)
		}
	}
}

// TestNoLoginLoop is about a fault that ends every session at once: the starts
// of the day must not be used up by it.
func TestNoLoginLoop(t *testing.T) {
	srv := discordtest.New(t)
	srv.StartLimit(1000, 12, time.Hour)
	for range 100 {
		srv.Greet(discordtest.OpInvalid)
	}
	r := run(t, srv, &echo{}, func(c *gateway.Config) { c.Timing.BackoffMax = 3 * time.Millisecond })
	eventually(t, "the ration to be kept", func() bool { return strings.Contains(r.log.String(), "no session starts are left") })
	if n := srv.Identifies(); n > 8 {
		t.Errorf("%d of 12 starts used up; some are to be left for a person", n)
	}
}

// TestNothingSecretIsLogged reads everything that was written while much went
// wrong, at the most talkative level.
func TestNothingSecretIsLogged(t *testing.T) {
	srv := discordtest.New(t, discordtest.Heartbeat(50*time.Millisecond))
	h := &echo{}
	r := run(t, srv, h, func(c *gateway.Config) { c.HTTP = ":0" })
	works(t, srv)
	match := "POST /interactions/"
	srv.Fail(
		discordtest.RESTFault{Match: match, Reset: true}, discordtest.RESTFault{Match: match, Reset: true, Late: true},
		discordtest.Broken(match, 502), discordtest.Expired(match), discordtest.RateLimited(match, "user", time.Millisecond),
		discordtest.RESTFault{Match: match, Delay: 3 * time.Second}, discordtest.NoPermission("POST /channels/"),
	)
	var events []*discordtest.Interaction
	for range 6 {
		events = append(events, srv.Command("echo", "text", "x"))
	}
	srv.DM("x")
	srv.Dispatch("INTERACTION_CREATE", `{"id":"7","token":"short-token","type":2,"data":"x"}`)
	srv.SendRaw(`{"op":0,"d":{"token":"short-token"`)
	srv.Silence()
	srv.Wait(srv.Command("echo", "text", "x"))
	eventually(t, "all outcomes", func() bool { return strings.Count(r.log.String(), "event handled") >= 9 })
	_, page := get(t, r, "/metrics")
	everything := r.log.String() + page
	secrets := []string{srv.Token, srv.Token[:20], "short-token", "aW50ZXJhY3Rpb24"}
	for _, e := range events {
		secrets = append(secrets, e.Token)
	}
	for _, s := range secrets {
		if i := strings.Index(everything, s); i >= 0 {
			t.Errorf("the log has %q: ...%s", s, everything[max(0, i-200):i+len(s)])
		}
	}
	if !strings.Contains(everything, "[hidden]") {
		t.Error("nothing was hidden, so nothing was tested")
	}
}
