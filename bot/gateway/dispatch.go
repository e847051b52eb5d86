package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// longest is how long a handler may work on one event: Discord takes no more
// for an interaction after fifteen minutes.
const longest = 15 * time.Minute

// seenEvents is how many events are remembered to tell a second delivery.
const seenEvents = 8192

// dispatcher hands events to the handler: a bounded number at a time, a bounded
// number waiting. What is over gets an apology on a lane of its own, so that
// the reader of the gateway never waits.
type dispatcher struct {
	cfg     Config
	client  *client
	metrics *metrics
	handler Handler
	queue   chan *event
	excess  chan *event
	seen    *seen
	workers sync.WaitGroup
	ctx     context.Context // of the handlers
	cancel  context.CancelFunc
	mu      sync.RWMutex
	closed  bool
}

func newDispatcher(cfg Config, c *client, m *metrics, h Handler) *dispatcher {
	ctx, cancel := context.WithCancel(context.Background())
	d := &dispatcher{
		cfg: cfg, client: c, metrics: m, handler: h, seen: newSeen(seenEvents),
		queue: make(chan *event, cfg.Queue), excess: make(chan *event, cfg.Queue),
		ctx: ctx, cancel: cancel,
	}
	m.watchQueue(func() int { return len(d.queue) })
	for range cfg.Workers {
		d.workers.Go(func() {
			for e := range d.queue {
				d.handle(e)
			}
		})
	}
	for range max(cfg.Workers/8, 2) {
		d.workers.Go(func() {
			for e := range d.excess {
				d.apologise(e, Busy)
				d.finish(e, string(Busy))
			}
		})
	}
	return d
}

// close waits for the handlers, first those that wait in line too, and cuts
// them off after the grace.
func (d *dispatcher) close() {
	d.mu.Lock()
	d.closed = true
	d.mu.Unlock()
	close(d.queue)
	close(d.excess)
	cut := time.AfterFunc(d.cfg.Timing.Grace, d.cancel)
	d.workers.Wait()
	cut.Stop()
	d.cancel()
}

// dispatch takes the data of an event from the gateway. It never blocks.
func (d *dispatcher) dispatch(name string, data json.RawMessage) {
	e, err := decode(name, data)
	if err != nil {
		d.metrics.malformed.Inc()
		d.cfg.Log.Warn("an event that cannot be read", "event", name, "err", err)
		return
	}
	if e == nil || e.message != nil && !d.addressed(e.message) {
		return
	}
	if !d.seen.first(e.id()) {
		d.metrics.duplicates.Inc()
		d.cfg.Log.Debug("an event came twice", "request", e.id())
		return
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.closed {
		d.finish(e, dropped)
		return
	}
	select {
	case d.queue <- e:
		return
	default:
	}
	select {
	case d.excess <- e:
	default:
		d.finish(e, dropped)
	}
}

// decode reads an event; nil is one that there is nothing to do about. What a later version of Discord has put among the
// components of a message is left out where discordgo does not know it.
func decode(name string, data json.RawMessage) (*event, error) {
	e, err := decodeKnown(name, data)
	if err == nil {
		return e, nil
	}
	known, ok := withoutUnknown(data)
	if !ok {
		return nil, err
	}
	return decodeKnown(name, known)
}

func decodeKnown(name string, data json.RawMessage) (e *event, err error) {
	defer func() { // the decoders of discordgo take much for granted
		if r := recover(); r != nil {
			e, err = nil, fmt.Errorf("decoding panicked: %v", r)
		}
	}()
	now := time.Now()
	switch name {
	case "INTERACTION_CREATE":
		i := &discordgo.Interaction{}
		if err := json.Unmarshal(data, i); err != nil {
			return nil, err
		}
		if i.ID == "" || i.Token == "" {
			return nil, errors.New("an interaction without id or token")
		}
		if i.Type == discordgo.InteractionPing {
			return nil, nil
		}
		return &event{interaction: i, arrived: now}, nil
	case "MESSAGE_CREATE":
		m := &discordgo.Message{}
		if err := json.Unmarshal(data, m); err != nil {
			return nil, err
		}
		if m.ID == "" || m.ChannelID == "" {
			return nil, errors.New("a message without id or channel")
		}
		return &event{message: m, arrived: now}, nil
	}
	return nil, nil
}

// addressed tells whether a message is for the bot: a person wrote it, in a
// direct message, or with a mention of the bot, or as a reply to it.
func (d *dispatcher) addressed(m *discordgo.Message) bool {
	if m.Author == nil || m.Author.Bot || m.Author.System || m.WebhookID != "" {
		return false
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return false
	}
	if m.GuildID == "" {
		return true
	}
	self := d.client.self.Load()
	if self == nil {
		return false
	}
	for _, u := range m.Mentions {
		if u != nil && u.ID == self.ID {
			return true
		}
	}
	re := m.ReferencedMessage
	return re != nil && re.Author != nil && re.Author.ID == self.ID
}

// handle answers one event.
func (d *dispatcher) handle(e *event) {
	d.metrics.inFlight.Inc()
	defer d.metrics.inFlight.Dec()
	if e.interaction != nil && time.Since(e.arrived) > d.cfg.Timing.Answer {
		d.finish(e, expired) // it waited for longer than Discord does
		return
	}
	outcome := ""
	if !d.call(e) {
		outcome = string(Panicked)
		d.apologise(e, Panicked)
	}
	d.finish(e, outcome)
}

// call runs the handler and reports whether it came through without a panic.
func (d *dispatcher) call(e *event) (ok bool) {
	log := d.log(e)
	ctx, cancel := context.WithTimeout(withLogger(d.ctx, log), longest)
	defer cancel()
	defer func() {
		if r := recover(); r != nil {
			log.Error("the handler panicked", "panic", fmt.Sprint(r), "stack", string(debug.Stack()))
			ok = false
		}
	}()
	s := d.client.session(ctx, e)
	if e.interaction != nil {
		d.handler.Interaction(ctx, s, e.interaction)
	} else {
		d.handler.Message(ctx, s, e.message)
	}
	return true
}

func (d *dispatcher) log(e *event) *slog.Logger {
	return d.cfg.Log.With("request", e.id(), "kind", e.kind())
}

// finish records what became of an event; an outcome other than "" takes the
// place of what the responses tell.
func (d *dispatcher) finish(e *event, outcome string) {
	told, took := e.result()
	if outcome == "" {
		outcome = told
	}
	d.metrics.finished(e.kind(), outcome, took)
	level := slog.LevelDebug
	if outcome != answered && outcome != silent {
		level = slog.LevelWarn
	}
	d.log(e).Log(d.ctx, level, "event handled", "outcome", outcome, "took", took)
}

type loggerKey struct{}

func withLogger(ctx context.Context, l *slog.Logger) context.Context {
	return context.WithValue(ctx, loggerKey{}, l)
}

// Logger is the logger of the event that ctx belongs to: it names the request.
// Outside of events it discards.
func Logger(ctx context.Context) *slog.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return l
	}
	return slog.New(slog.DiscardHandler)
}
