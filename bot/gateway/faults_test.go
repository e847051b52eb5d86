package gateway_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/bot/discordtest"
	"dateline/bot/gateway"

	"github.com/bwmarrin/discordgo"
)

// works asks the bot something and expects the answer: it is connected.
func works(t *testing.T, srv *discordtest.Server) {
	t.Helper()
	if got := srv.Wait(srv.Command("echo", "text", "still there?")).Text(); got != "still there?" {
		t.Errorf("answered %q", got)
	}
}

// TestInsteadOfReady is about what discordgo's Open hangs on or takes for READY.
func TestInsteadOfReady(t *testing.T) {
	greetings := map[string]discordtest.Greeting{
		"op 7":                discordtest.OpReconnect,
		"op 9":                discordtest.OpInvalid,
		"op 9 resumable":      discordtest.OpResumable,
		"no HELLO":            discordtest.NoHello,
		"no READY":            discordtest.NoReady,
		"no JSON":             discordtest.Garbage,
		"reset":               discordtest.HangUp,
		"handshake 503":       discordtest.Refuse(503),
		"handshake 429":       discordtest.Refuse(429),
		"close 1000":          discordtest.CloseWith(1000),
		"close 4000":          discordtest.CloseWith(4000),
		"close 4008":          discordtest.CloseWith(4008),
		"close 4009":          discordtest.CloseWith(4009),
		"a code of the years": discordtest.CloseWith(4999),
	}
	for name, g := range greetings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			srv.Greet(g, g)
			run(t, srv, &echo{}, func(c *gateway.Config) { c.Timing.Hello = 200 * time.Millisecond })
			works(t, srv)
		})
	}
}

func TestConnectionEnds(t *testing.T) {
	type end struct {
		name   string
		do     func(*discordtest.Server)
		resume bool // a resume is possible and wanted
	}
	ends := []end{
		{"op 7", (*discordtest.Server).Reconnect, true},
		{"op 9", func(s *discordtest.Server) { s.Invalidate(false) }, false},
		{"op 9 resumable", func(s *discordtest.Server) { s.Invalidate(true) }, true},
		{"reset", (*discordtest.Server).Reset, true},
		{"silence", (*discordtest.Server).Silence, true},
	}
	for _, code := range []int{1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009} {
		again := code >= 4000 && code != 4007 && code != 4009
		ends = append(ends, end{fmt.Sprint("close ", code), func(s *discordtest.Server) { s.CloseGateway(code) }, again})
	}
	for _, tt := range ends {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t, discordtest.Heartbeat(100*time.Millisecond))
			run(t, srv, &echo{}, nil)
			works(t, srv)
			tt.do(srv)
			if tt.resume {
				// What happens in between is made up for by the resume.
				i := srv.Command("echo", "text", "missed")
				if got := srv.Wait(i).Text(); got != "missed" {
					t.Errorf("answered %q", got)
				}
			}
			works(t, srv)
			want := 2
			if tt.resume {
				want = 1
			}
			if n := srv.Identifies(); n != want {
				t.Errorf("%d sessions started, want %d", n, want)
			}
		})
	}
}

func TestConnectionEndsForGood(t *testing.T) {
	for code, want := range map[int]error{
		4004: gateway.ErrToken, 4010: gateway.ErrShards, 4011: gateway.ErrShards,
		4013: gateway.ErrIntents, 4014: gateway.ErrIntents, 4012: nil,
	} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			r := run(t, srv, &echo{}, nil)
			works(t, srv)
			srv.CloseGateway(code)
			err := r.wait(t)
			if err == nil || want != nil && !strings.Contains(err.Error(), want.Error()) {
				t.Errorf("Run: %v, want %v", err, want)
			}
			if n := srv.Identifies(); n != 1 {
				t.Errorf("%d sessions started after a code that says stop", n)
			}
		})
	}
}

// TestOutageKeepsSession is about a network that is gone for a while: Discord
// keeps the session, and what happened in between is not lost.
func TestOutageKeepsSession(t *testing.T) {
	srv := discordtest.New(t)
	run(t, srv, &echo{}, nil)
	works(t, srv)
	for range 12 {
		srv.Greet(discordtest.Refuse(503))
	}
	srv.Reset()
	i := srv.Command("echo", "text", "in between")
	if got := srv.Wait(i).Text(); got != "in between" {
		t.Errorf("answered %q", got)
	}
	if n := srv.Identifies(); n != 1 {
		t.Errorf("%d sessions started, want the first one resumed", n)
	}
}

// TestFirstResumeIsSoon takes a session that was fine up again at once: the first
// wait, of half an hour here, is for the attempts after that.
func TestFirstResumeIsSoon(t *testing.T) {
	srv := discordtest.New(t)
	run(t, srv, &echo{}, func(c *gateway.Config) { c.Timing.BackoffMin, c.Timing.BackoffMax = time.Hour, time.Hour })
	works(t, srv)
	srv.Reset()
	works(t, srv)
	if n := srv.Identifies(); n != 1 {
		t.Errorf("%d sessions started, want the first one resumed", n)
	}
}

// TestSparseProxy is about a proxy or stand-in that knows no more than the
// gateway's address: READY and good faith make up for the rest.
func TestSparseProxy(t *testing.T) {
	srv := discordtest.New(t)
	srv.Fail(discordtest.NoChannel("GET /users/@me"), discordtest.NoChannel("GET /gateway/bot"))
	run(t, srv, &echo{}, nil)
	if got := srv.Wait(srv.Mention("hello")).Text(); !strings.Contains(got, "hello") {
		t.Errorf("answered %q", got)
	}
}

// TestResumeInVain is about a session that Discord does not answer for: it is
// thrown away in the end.
func TestResumeInVain(t *testing.T) {
	srv := discordtest.New(t)
	r := run(t, srv, &echo{}, func(c *gateway.Config) { c.Timing.Ready = 50 * time.Millisecond })
	works(t, srv)
	for range 7 {
		srv.Greet(discordtest.NoReady)
	}
	srv.Reset()
	eventually(t, "a new session", func() bool { return strings.Count(r.log.String(), "how=ready") == 2 })
	works(t, srv)
}

func TestMissedAcknowledgements(t *testing.T) {
	srv := discordtest.New(t, discordtest.Heartbeat(50*time.Millisecond))
	r := run(t, srv, &echo{}, nil)
	works(t, srv)
	srv.MuteAcks(true)
	eventually(t, "the watchdog to act", func() bool { return strings.Contains(r.log.String(), "heartbeats are not acknowledged") })
	srv.MuteAcks(false)
	works(t, srv)
	if n := srv.Identifies(); n != 1 {
		t.Errorf("%d sessions started, want the first one resumed", n)
	}
}

func TestOddEvents(t *testing.T) {
	srv := discordtest.New(t)
	run(t, srv, &echo{}, nil)
	works(t, srv)
	for _, frame := range []string{
		"", "null", "[]", "{", `"op"`, `{"op":"x"}`, `{"op":99,"d":null}`, `{"op":0}`, `{"op":0,"t":"READY","d":{}}`,
		`{"op":0,"t":"INTERACTION_CREATE","s":3,"d":null}`, `{"op":1,"d":null}`, `{"op":11}`, "\x00\xff",
	} {
		srv.SendRaw(frame)
	}
	for _, data := range []string{
		`null`, `[]`, `{}`, `{"id":"1"}`, `{"id":"1","token":"t","type":2}`, `{"id":"1","token":"t","type":2,"data":[]}`,
		`{"id":"2","token":"t","type":3,"data":{"custom_id":7}}`, `{"id":3,"token":[],"type":"x"}`,
		`{"id":"4","token":"t","type":5,"data":{"custom_id":"x","components":[{"type":1,"components":[null]}]}}`,
		`{"id":"5","token":"t","type":5,"data":{"components":[{"type":77}]}}`,
		`{"id":"6","token":"t","type":1}`,
	} {
		srv.Dispatch("INTERACTION_CREATE", data)
	}
	for _, data := range []string{
		`null`, `{}`, `{"id":"1","channel_id":"2","content":"no author"}`, `{"id":"1","channel_id":"2","author":null,"mentions":[null]}`,
		`{"id":"8","channel_id":"2","guild_id":"3","author":{"id":"4"},"type":0,"mentions":[null],"referenced_message":{}}`,
		`{"id":"9","channel_id":"2","author":{"id":"4"},"type":7,"content":"joined"}`, `{"content":"\ud800","components":[{"type":1e9}]}`,
	} {
		srv.Dispatch("MESSAGE_CREATE", data)
	}
	srv.Dispatch("SOMETHING_NEW", `{"id":"1"}`)
	works(t, srv)
	if n := srv.Identifies(); n != 1 {
		t.Errorf("%d sessions started: an odd event is no reason", n)
	}
}

func TestDuplicatesAreAnsweredOnce(t *testing.T) {
	srv := discordtest.New(t)
	run(t, srv, &echo{}, nil)
	i, m := srv.Command("echo", "text", "once"), srv.DM("once")
	srv.Redeliver(i)
	srv.Redeliver(m)
	srv.Wait(i)
	srv.Wait(m)
	srv.Redeliver(i)
	srv.Redeliver(m)
	works(t, srv) // later
	srv.Wait(srv.DM("later"))
	if n := len(srv.Requests("POST /interactions/" + i.ID)); n != 1 {
		t.Errorf("%d responses to one interaction", n)
	}
	if n := len(srv.Requests("POST /channels/")); n != 2 {
		t.Errorf("%d answers to two messages", n)
	}
}

func TestPanics(t *testing.T) {
	srv := discordtest.New(t)
	h := &echo{}
	first := true
	h.before = func(context.Context) {
		if first {
			panic("no such luck")
		}
	}
	r := run(t, srv, h, func(c *gateway.Config) { c.Workers = 1 })
	i := srv.Wait(srv.Command("echo", "text", "x"))
	if !i.Ephemeral() || !strings.Contains(i.Text(), "went wrong") {
		t.Errorf("a panic is answered with %q", i.Text())
	}
	if got := srv.Wait(srv.Autocomplete("echo", "text", "x")); len(got.Choices) != 0 {
		t.Errorf("a panic completes to %v", got.Choices)
	}
	if got := srv.Wait(srv.DM("x")).Text(); !strings.Contains(got, "went wrong") {
		t.Errorf("a panic is answered with %q", got)
	}
	first = false
	// discordgo's typed accessors panic on data of another type.
	form := srv.Submit(&discordtest.Reply{Body: discordtest.Body{CustomID: "form"}}, []string{"field", "text"})
	if got := srv.Wait(form).Text(); !strings.Contains(got, "went wrong") {
		t.Errorf("a form is answered with %q by a handler that takes it for a command", got)
	}
	works(t, srv)
	if log := r.log.String(); !strings.Contains(log, "no such luck") || !strings.Contains(log, "faults_test.go") {
		t.Error("the log has no stack of the panic")
	}
}

func TestBusy(t *testing.T) {
	srv := discordtest.New(t)
	h, hold := &echo{}, make(chan struct{})
	h.before = func(ctx context.Context) {
		select {
		case <-hold:
		case <-ctx.Done():
		}
	}
	run(t, srv, h, func(c *gateway.Config) { c.Workers, c.Queue = 1, 2 })
	var all []*discordtest.Interaction
	for range 6 {
		all = append(all, srv.Command("echo", "text", "me too"))
	}
	busy := 0
	eventually(t, "the excess to be told", func() bool {
		busy = 0
		for _, i := range all {
			if srv.Answered(i) {
				busy++
			}
		}
		return busy >= 3
	})
	close(hold)
	for _, i := range all {
		r := srv.Wait(i)
		if text := r.Text(); text != "me too" && !(r.Ephemeral() && strings.Contains(text, "more questions")) {
			t.Errorf("answered %q", text)
		}
	}
	if busy > 4 {
		t.Errorf("%d of 6 were told that the bot is busy; one works and two wait", busy)
	}
}

// TestTooLate is about an interaction that waited in line for longer than
// Discord does: nothing is sent, and it is put on record.
func TestTooLate(t *testing.T) {
	srv := discordtest.New(t)
	h := &echo{before: func(context.Context) { time.Sleep(150 * time.Millisecond) }}
	r := run(t, srv, h, func(c *gateway.Config) { c.Workers, c.Timing.Answer = 1, 100*time.Millisecond })
	first, late := srv.Command("echo", "text", "a"), srv.Command("echo", "text", "b")
	srv.Wait(first)
	eventually(t, "the record", func() bool { return strings.Contains(r.log.String(), "request="+late.ID+" kind=echo outcome=expired") })
	if srv.Answered(late) {
		t.Error("answered too late")
	}
}

// TestDeliveredLate is about an interaction that Discord has given up when it
// arrives: the attempt is refused, and put on record.
func TestDeliveredLate(t *testing.T) {
	srv := discordtest.New(t)
	r := run(t, srv, &echo{}, nil)
	i := srv.Command("echo", "text", "x", discordtest.Late(5*time.Second))
	eventually(t, "the record", func() bool { return strings.Contains(r.log.String(), "request="+i.ID+" kind=echo outcome=expired") })
	works(t, srv)
}

func TestEndFinishesWhatIsInFlight(t *testing.T) {
	srv := discordtest.New(t)
	h, entered := &echo{}, make(chan struct{}, 1)
	h.before = func(context.Context) {
		entered <- struct{}{}
		time.Sleep(100 * time.Millisecond)
	}
	r := run(t, srv, h, nil)
	i := srv.Command("echo", "text", "the last word")
	<-entered
	r.cancel()
	if err := r.wait(t); err != nil {
		t.Fatal(err)
	}
	if !srv.Answered(i) {
		t.Error("what was in flight was cut off")
	}
}

func TestEndIsBounded(t *testing.T) {
	srv := discordtest.New(t)
	h, entered := &echo{}, make(chan struct{}, 1)
	h.before = func(ctx context.Context) {
		entered <- struct{}{}
		<-ctx.Done() // stuck until cut off
	}
	r := run(t, srv, h, func(c *gateway.Config) { c.Timing.Grace = 50 * time.Millisecond })
	srv.Command("echo")
	<-entered
	r.cancel()
	if err := r.wait(t); err != nil {
		t.Fatal(err)
	}
}

func TestStartFails(t *testing.T) {
	srv := discordtest.New(t)
	srv.Fail(discordtest.NoAccess("PUT /applications/"))
	err := run(t, srv, &echo{}, nil).wait(t)
	if re, ok := err.(*discordgo.RESTError); !ok || re.Message.Code != 50001 {
		t.Errorf("Run: %v, want what Start returned", err)
	}
}

// eventually waits for a condition that becomes true by itself.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("waited in vain for %s", what)
}
