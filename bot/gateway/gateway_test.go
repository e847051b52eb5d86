package gateway_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline/bot/discordtest"
	"dateline/bot/gateway"

	"github.com/bwmarrin/discordgo"
)

// quick are timings for tests on loopback.
var quick = gateway.Timing{
	Hello: time.Second, Ready: 300 * time.Millisecond, Identify: time.Millisecond, Invalid: 5 * time.Millisecond,
	BackoffMin: 2 * time.Millisecond, BackoffMax: 20 * time.Millisecond, Stable: time.Second, Request: 2 * time.Second,
	Answer: 2 * time.Second, Grace: 2 * time.Second,
}

// echo answers commands with their first option and messages with their text.
type echo struct {
	started atomic.Int32
	before  func(ctx context.Context) // called before each answer, may be nil
}

func (h *echo) Start(ctx context.Context, s *discordgo.Session) error {
	h.started.Add(1)
	_, err := s.ApplicationCommandBulkOverwrite(discordtest.AppID, "", []*discordgo.ApplicationCommand{
		{Name: "echo", Description: "Say it again", Options: []*discordgo.ApplicationCommandOption{
			{Name: "text", Description: "What to say", Type: discordgo.ApplicationCommandOptionString, Autocomplete: true}}},
	})
	return err
}

func (h *echo) Interaction(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction) {
	if h.before != nil {
		h.before(ctx)
	}
	r := &discordgo.InteractionResponse{Type: 4, Data: &discordgo.InteractionResponseData{Content: "echo"}}
	if i.Type == discordgo.InteractionApplicationCommandAutocomplete {
		r = &discordgo.InteractionResponse{Type: 8, Data: &discordgo.InteractionResponseData{
			Choices: []*discordgo.ApplicationCommandOptionChoice{{Name: "echo", Value: "echo"}}}}
	} else if opts := i.ApplicationCommandData().Options; len(opts) > 0 {
		r.Data.Content = opts[0].StringValue()
	}
	if err := s.InteractionRespond(i, r); err != nil {
		gateway.Logger(ctx).Error("no answer", "err", err)
	}
}

func (h *echo) Message(ctx context.Context, s *discordgo.Session, m *discordgo.Message) {
	if h.before != nil {
		h.before(ctx)
	}
	if _, err := s.ChannelMessageSendReply(m.ChannelID, "echo "+m.Content, m.Reference()); err != nil {
		gateway.Logger(ctx).Error("no answer", "err", err)
	}
}

// output collects what is logged.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// running is a gateway under test.
type running struct {
	cancel context.CancelFunc
	done   chan error
	log    *output
}

// run starts a gateway against the stand-in; it ends with the test.
func run(t *testing.T, srv *discordtest.Server, h gateway.Handler, change func(*gateway.Config)) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r := &running{cancel: cancel, done: make(chan error, 1), log: &output{}}
	cfg := gateway.Config{
		Token: srv.Token, APIURL: srv.URL, Timing: quick,
		Log: slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	if change != nil {
		change(&cfg)
	}
	go func() { r.done <- gateway.Run(ctx, cfg, h) }()
	t.Cleanup(func() {
		cancel()
		select {
		case <-r.done:
		case <-time.After(10 * time.Second):
			t.Error("the gateway does not end")
		}
		if t.Failed() {
			t.Logf("log:\n%s", tail(r.log.String(), 6000))
		}
	})
	return r
}

func tail(s string, n int) string { return s[max(0, len(s)-n):] }

// wait returns the error that Run ended with.
func (r *running) wait(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.done:
		r.done <- err
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("Run does not return")
		return nil
	}
}

func TestRun(t *testing.T) {
	srv := discordtest.New(t)
	h := &echo{}
	r := run(t, srv, h, nil)
	if got := srv.Wait(srv.Command("echo", "text", "hello")).Text(); got != "hello" {
		t.Errorf("answered %q", got)
	}
	if got := srv.Wait(srv.Autocomplete("echo", "text", "hel")).Choices; len(got) != 1 {
		t.Errorf("completed %v", got)
	}
	if got := srv.Wait(srv.DM("good morning")).Text(); got != "echo good morning" {
		t.Errorf("answered %q", got)
	}
	m := srv.Mention("good evening")
	reply := srv.Wait(m)
	if !strings.Contains(reply.Text(), "good evening") {
		t.Errorf("answered %q", reply.Text())
	}
	if got := srv.Wait(srv.ReplyTo(reply, "and where?")).Text(); got != "echo and where?" {
		t.Errorf("answered %q to a reply", got)
	}
	if got := srv.Asked(); len(got) != 1 || got[0] != discordgo.IntentsDirectMessages|discordgo.IntentsGuildMessages {
		t.Errorf("asked for the intents %b, want those of messages alone", got)
	}
	if h.started.Load() != 1 {
		t.Errorf("started %d times, want once", h.started.Load())
	}
	r.cancel()
	if err := r.wait(t); err != nil {
		t.Errorf("Run: %v, want nil at the end of the context", err)
	}
	srv.WaitGone()
}

func TestSilence(t *testing.T) {
	srv := discordtest.New(t)
	run(t, srv, &echo{}, nil)
	quiet := []*discordtest.Message{
		srv.Say("nobody asked the bot"),
		srv.DM("I am a bot too", discordtest.AsBot()),
		srv.Mention("hook", discordtest.AsWebhook("77")),
	}
	srv.Wait(srv.DM("ping")) // later than the others, so they have been looked at
	for _, m := range quiet {
		if srv.Answered(m) {
			t.Errorf("answered %q", m.Content)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name   string
		greet  []discordtest.Greeting
		change func(*gateway.Config)
		want   error
	}{
		{"wrong token", nil, func(c *gateway.Config) { c.Token = "wrong" }, gateway.ErrToken},
		{"no token", nil, func(c *gateway.Config) { c.Token = " " }, gateway.ErrToken},
		{"token refused by the gateway", []discordtest.Greeting{discordtest.CloseWith(4004)}, nil, gateway.ErrToken},
		{"privileged intents", nil, func(c *gateway.Config) { c.Intents = discordgo.IntentMessageContent }, gateway.ErrIntents},
		{"invalid intents", nil, func(c *gateway.Config) { c.Intents = 1 << 30 }, gateway.ErrIntents},
		{"invalid shard", []discordtest.Greeting{discordtest.CloseWith(4010)}, nil, gateway.ErrShards},
		{"sharding required", []discordtest.Greeting{discordtest.CloseWith(4011)}, nil, gateway.ErrShards},
		{"nobody there", nil, func(c *gateway.Config) { c.APIURL = "http://127.0.0.1:1" }, gateway.ErrNetwork},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			srv.Greet(tt.greet...)
			err := run(t, srv, &echo{}, tt.change).wait(t)
			if !errors.Is(err, tt.want) {
				t.Errorf("Run: %v, want %v", err, tt.want)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("the error is more than a line: %q", err)
			}
			if n := srv.Identifies(); n > 1 {
				t.Errorf("identified %d times with what cannot work", n)
			}
		})
	}
}
