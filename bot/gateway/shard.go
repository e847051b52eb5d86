package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// shard keeps one gateway session alive: it connects, identifies or resumes,
// watches over READY and heartbeats, and starts again when something ends.
type shard struct {
	id, count int
	cfg       Config
	log       *slog.Logger
	starts    *starts
	metrics   *metrics
	dispatch  func(name string, data json.RawMessage)
	known     func(*discordgo.User) // is told who the bot is
	health    health

	// The session, as far as it can be resumed.
	session string
	seq     int64
	address string // where to resume
	misses  int    // attempts to connect since the last READY or RESUMED
	resumes int    // of them, those that got as far as to ask for a resume
}

func newShards(cfg Config, c *client, info gatewayInfo, m *metrics, d *dispatcher) []*shard {
	ids, count := cfg.Shards.resolve(info.Shards)
	st := newStarts(c.gateway, info, cfg.Timing.Identify, cfg.Log)
	out := make([]*shard, len(ids))
	for k, id := range ids {
		out[k] = &shard{
			id: id, count: count, cfg: cfg, log: cfg.Log.With("shard", id),
			starts: st, metrics: m, dispatch: d.dispatch, known: c.self.Store,
		}
		m.watchShard(out[k])
	}
	return out
}

// What ends a connection, besides errors of the network.
var (
	errReconnect = errors.New("asked to reconnect")
	errInvalid   = errors.New("the session is invalid")
	errNoReady   = errors.New("READY does not come")
	errNoAck     = errors.New("heartbeats are not acknowledged")
)

// maxResumes is how often in a row a resume may be asked for in vain before the
// session is given up for a new one. Attempts that do not get through do not
// count: Discord keeps a session for minutes.
const maxResumes = 2

// run connects again and again until ctx ends or nothing more can be done.
func (s *shard) run(ctx context.Context) error {
	wait := backoff{min: s.cfg.Timing.BackoffMin, max: s.cfg.Timing.BackoffMax}
	for {
		start := time.Now()
		err := s.connect(ctx)
		s.health.disconnected()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if errors.Is(err, ErrToken) {
			return err // it was reset meanwhile
		}
		code := closeCode(err)
		if end := fatal(code); end != nil {
			return fmt.Errorf("the gateway closed shard %d with code %d: %w", s.id, code, end)
		}
		if code != 0 && !resumable(code) || s.resumes > maxResumes {
			s.forget()
		}
		if time.Since(start) > s.cfg.Timing.Stable {
			wait.reset()
		}
		pause := wait.next()
		switch {
		case errors.Is(err, errReconnect) && wait.attempts == 1:
			pause = 0 // asked for, on a connection that was fine
		case errors.Is(err, errInvalid): // Discord wants one to five seconds then
			pause = max(pause, s.cfg.Timing.Invalid/5+rand.N(s.cfg.Timing.Invalid*4/5+1))
		case s.session != "" && wait.attempts == 1: // a session that was fine: take it up again, not all at one moment
			pause = rand.N(min(pause, soon) + 1)
		}
		s.metrics.reconnect(err)
		s.log.Warn("gateway connection ended", "err", err, "code", code, "resume", s.session != "", "wait", pause)
		if err := sleep(ctx, pause); err != nil {
			return err
		}
	}
}

// soon is within what a session that was fine is taken up again.
const soon = 200 * time.Millisecond

// forget gives the session up: the next connection starts a new one.
func (s *shard) forget() { s.session, s.seq, s.address, s.resumes = "", 0, "", 0 }

// connect runs one connection until it ends, and says why it did.
func (s *shard) connect(ctx context.Context) error {
	resuming := s.session != ""
	address := s.address
	// A session can be resumed at the general address too, should its own be dead.
	if !resuming || address == "" || s.misses > 0 {
		if !resuming {
			if err := s.starts.wait(ctx, s.id); err != nil {
				return err
			}
		}
		address = s.starts.url()
	}
	s.misses++
	c, err := dial(ctx, address, s.cfg.Timing.Hello)
	if err != nil {
		return err
	}
	// Anything but a normal closure keeps the session for a resume.
	code := closeUnknown
	defer func() { c.close(code) }()
	interval, err := c.hello(ctx, s.cfg.Timing.Hello)
	if err != nil {
		return err
	}
	if resuming {
		s.resumes++
		err = c.resume(s.cfg.Token, s.session, s.seq)
	} else {
		s.metrics.identifies.Inc()
		err = c.identify(s.cfg.Token, s.cfg.Intents, s.id, s.count)
	}
	if err != nil {
		return fmt.Errorf("opening the session: %w", err)
	}
	err = s.listen(ctx, c, newPulse(interval))
	if ctx.Err() != nil {
		code = websocket.CloseNormalClosure // going for good
	}
	return err
}

// listen handles what comes until the connection is no good any more.
func (s *shard) listen(ctx context.Context, c *conn, p *pulse) error {
	defer p.timer.Stop()
	ready := time.NewTimer(s.cfg.Timing.Ready)
	defer ready.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ready.C:
			if !s.health.ready() {
				return errNoReady
			}
		case <-p.timer.C:
			if p.waiting {
				return errNoAck
			}
			if err := s.beat(c, p); err != nil {
				return err
			}
		case b, ok := <-c.frames:
			if !ok {
				return <-c.failed
			}
			if err := s.frame(c, p, b); err != nil {
				return err
			}
		}
	}
}

func (s *shard) beat(c *conn, p *pulse) error {
	var seq any
	if s.seq > 0 {
		seq = s.seq
	}
	p.sent, p.waiting = time.Now(), true
	p.timer.Reset(p.interval)
	if err := c.write(opHeartbeat, seq); err != nil {
		return fmt.Errorf("sending a heartbeat: %w", err)
	}
	return nil
}

// frame handles one message of the gateway; an error ends the connection.
func (s *shard) frame(c *conn, p *pulse, b []byte) error {
	var m payload
	if err := json.Unmarshal(b, &m); err != nil {
		s.metrics.malformed.Inc()
		s.log.Warn("a message of the gateway that cannot be read", "err", err, "bytes", len(b))
		return nil
	}
	switch m.Op {
	case opDispatch:
		s.event(m, p)
	case opHeartbeat:
		return s.beat(c, p)
	case opHeartbeatAck:
		if p.waiting {
			p.waiting = false
			s.health.acknowledged(time.Since(p.sent), p.interval)
		}
	case opReconnect:
		return errReconnect
	case opInvalid:
		var again bool
		_ = json.Unmarshal(m.Data, &again) // anything but true is false
		if !again {
			s.forget()
		}
		return errInvalid
	default:
		s.log.Debug("a message of the gateway with an unknown op", "op", m.Op)
	}
	return nil
}

// event handles a dispatch.
func (s *shard) event(m payload, p *pulse) {
	s.seq = max(s.seq, m.Seq) // later messages may overtake earlier ones
	switch m.Type {
	case "READY":
		var d struct {
			Session string `json:"session_id"`
			Address string `json:"resume_gateway_url"`
			User    *discordgo.User
		}
		if err := json.Unmarshal(m.Data, &d); err != nil || d.Session == "" {
			s.log.Warn("READY names no session", "err", err)
			return // the watchdog ends this
		}
		s.session, s.address, s.seq = d.Session, d.Address, m.Seq
		if d.User != nil && d.User.ID != "" {
			s.known(d.User)
		}
		s.up(p, "ready")
	case "RESUMED":
		s.up(p, "resumed")
	default:
		s.dispatch(m.Type, m.Data)
	}
}

func (s *shard) up(p *pulse, how string) {
	s.misses, s.resumes = 0, 0
	s.health.connected(p.interval)
	s.metrics.connects.WithLabelValues(how).Inc()
	s.log.Info("connected to the gateway", "how", how)
}
