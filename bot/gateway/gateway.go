package gateway

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"
)

// Handler is the bot behind the gateway. Its methods run on many goroutines at
// once. The session is for REST calls alone, and for this one event: it shares
// the connections of all others but is thrown away afterwards. Calls end with
// the context, whether they name it or not.
type Handler interface {
	// Start is called once the token has been found good, before any event:
	// the place to register commands. An error ends Run.
	Start(ctx context.Context, s *discordgo.Session) error
	// Interaction answers a command, completion, component or form.
	Interaction(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction)
	// Message answers a message that is addressed to the bot: a direct message,
	// a mention, a reply to the bot's own. Those of bots never come.
	Message(ctx context.Context, s *discordgo.Session, m *discordgo.Message)
}

// Apologiser is a Handler that finds its own words for what could not be
// answered. Without it a plain sentence in English is sent.
type Apologiser interface {
	// Apologise tells the user why there is no answer. Exactly one of i and m is
	// set. It is only called while the event has no response yet.
	Apologise(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, m *discordgo.Message, why Reason)
}

// Reason says why an event gets no real answer.
type Reason string

// The reasons there are.
const (
	Busy     Reason = "busy"     // too many events wait already
	Panicked Reason = "panicked" // the handler failed; a stack is in the log
)

// Config is what Run needs. Only Token is required.
type Config struct {
	// Token is the bot token, with or without "Bot " before it.
	Token string
	// APIURL is where Discord's REST API is, "" for Discord itself. The gateway's
	// address comes from its answers.
	APIURL string
	// Intents are the events asked for; 0 asks for direct messages and for
	// messages in servers, of which those that mention the bot have content.
	Intents discordgo.Intent
	// Shards says which shards this process runs; the zero value runs as many
	// as Discord recommends.
	Shards Shards
	// Workers is how many events are handled at once (64), Queue how many may
	// wait besides (256).
	Workers, Queue int
	// HTTP is the address of /healthz, /readyz and /metrics, "" for none. Without
	// a host it is on loopback.
	HTTP string
	// Registry takes the metrics; nil makes a registry of Run's own. A bot that
	// has metrics too registers them there.
	Registry *prometheus.Registry
	// Log gets everything Run has to say, without tokens; nil discards it.
	Log *slog.Logger
	// Timing is for tests; the zero value is what Discord asks for.
	Timing Timing
}

// Timing holds the waits of a session. Zero fields take the defaults in brackets.
type Timing struct {
	Hello      time.Duration // until HELLO (10 s)
	Ready      time.Duration // until READY or RESUMED after HELLO (15 s)
	Identify   time.Duration // between two IDENTIFYs of a concurrency bucket (5 s)
	Invalid    time.Duration // at most, before a session is started anew after op 9 (5 s)
	BackoffMin time.Duration // before the first new attempt (1 s), doubling up to
	BackoffMax time.Duration // this (2 min)
	Stable     time.Duration // a connection of that age makes the next attempt a first one (1 min)
	Request    time.Duration // for one attempt of a REST request (10 s)
	Answer     time.Duration // from an interaction's arrival to its response (2.5 s)
	Grace      time.Duration // to finish what is in flight when ending (5 s)
}

func (t Timing) withDefaults() Timing {
	return Timing{
		Hello:      cmp.Or(t.Hello, 10*time.Second),
		Ready:      cmp.Or(t.Ready, 15*time.Second),
		Identify:   cmp.Or(t.Identify, 5*time.Second),
		Invalid:    cmp.Or(t.Invalid, 5*time.Second),
		BackoffMin: cmp.Or(t.BackoffMin, time.Second),
		BackoffMax: cmp.Or(t.BackoffMax, 2*time.Minute),
		Stable:     cmp.Or(t.Stable, time.Minute),
		Request:    cmp.Or(t.Request, 10*time.Second),
		Answer:     cmp.Or(t.Answer, 2500*time.Millisecond),
		Grace:      cmp.Or(t.Grace, 5*time.Second),
	}
}

// DefaultIntents is what answering direct messages and mentions takes.
const DefaultIntents = discordgo.IntentsDirectMessages | discordgo.IntentsGuildMessages

func (c Config) withDefaults() (Config, error) {
	c.Token = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(c.Token), "Bot "))
	if c.Token == "" {
		return c, fmt.Errorf("%w: it is empty", ErrToken)
	}
	if err := c.Shards.validate(); err != nil {
		return c, err
	}
	if c.Intents == 0 {
		c.Intents = DefaultIntents
	}
	if c.Workers <= 0 {
		c.Workers = 64
	}
	if c.Queue <= 0 {
		c.Queue = 256
	}
	if c.Registry == nil {
		c.Registry = prometheus.NewRegistry()
	}
	log := cmp.Or(c.Log, slog.New(slog.DiscardHandler))
	c.Log = slog.New(Redact(log.Handler(), c.Token))
	c.Timing = c.Timing.withDefaults()
	return c, nil
}

// Run keeps the bot connected until ctx ends (the error is nil then) or
// something is wrong that no new attempt can mend: ErrToken, ErrIntents,
// ErrShards, an error of Handler.Start, or ErrNetwork while starting. Later
// failures of the network are waited out.
func Run(ctx context.Context, cfg Config, h Handler) error {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return err
	}
	m := newMetrics(cfg.Registry)
	client, err := newClient(cfg, m)
	if err != nil {
		return err
	}
	defer client.close()
	if err := client.whoAmI(ctx); err != nil {
		return unlessEnded(ctx, err)
	}
	if self := client.self.Load(); self != nil {
		cfg.Log.Info("logged in", "bot", self.Username, "id", self.ID)
	}
	if err := h.Start(ctx, client.session(ctx, nil)); err != nil {
		return unlessEnded(ctx, err)
	}
	info, err := client.gateway(ctx)
	if err != nil {
		return unlessEnded(ctx, err)
	}
	if err := serve(ctx, cfg, client, info, m, h); err != nil {
		return err
	}
	cfg.Log.Info("logged out")
	return nil
}

// serve runs the shards until ctx ends or one of them fails for good, and lets
// the handlers finish.
func serve(ctx context.Context, cfg Config, c *client, info gatewayInfo, m *metrics, h Handler) error {
	d := newDispatcher(cfg, c, m, h)
	defer d.close()
	shards := newShards(cfg, c, info, m, d)
	g, gctx := errgroup.WithContext(ctx)
	if cfg.HTTP != "" {
		srv, err := newHTTPServer(cfg, shards)
		if err != nil {
			return err
		}
		g.Go(func() error { return srv.run(gctx) })
	}
	for _, s := range shards {
		g.Go(func() error { return s.run(gctx) })
	}
	return unlessEnded(ctx, g.Wait())
}

// unlessEnded keeps the end of ctx from looking like a failure.
func unlessEnded(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}
