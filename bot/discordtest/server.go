package discordtest

import (
	"encoding/json"
	"net/http/httptest"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
)

// The people and places of a server, used unless an Option says otherwise.
const (
	AppID     = "900000000000000001"
	BotID     = "900000000000000001" // Discord gives an application's bot the application's id
	UserID    = "900000000000000002"
	OwnerID   = "900000000000000003"
	GuildID   = "900000000000000010"
	ChannelID = "900000000000000011"
)

// Server is the stand-in. Its methods may be called from many goroutines,
// but those that wait fail the test on timeout and belong on the test's own.
type Server struct {
	URL   string // base address, for DISCORD_API_URL
	Token string // the one bot token it accepts, without "Bot "

	tb   testing.TB
	cfg  config
	spec *spec
	web  *httptest.Server
	ids  atomic.Uint64

	mu           sync.Mutex
	wake         chan struct{} // closed and replaced whenever something happens
	requests     []*Request
	problems     []string
	commands     map[string][]*discordgo.ApplicationCommand // by guild, "" is everywhere
	interactions map[string]*Interaction                    // by token
	posts        map[string]*post                           // messages, by id
	messages     []*Message                                 // of users, oldest first
	unprompted   []*Request
	sessions     map[string]*session
	identifies   int
	limits       gatewayLimits
	faults       []*RESTFault
	greetings    []Greeting
	muteAcks     bool
	closed       bool
}

// config holds what Options of New change.
type config struct {
	heartbeat time.Duration
	expiry    time.Duration // of an interaction without a first response
	lifetime  time.Duration // of an interaction's token
	patience  time.Duration // of Wait
	intents   discordgo.Intent
	shards    int
	lenient   bool
}

// ServerOption changes how a Server behaves.
type ServerOption func(*config)

// Heartbeat sets the interval that HELLO asks for (41.25 s unless given).
func Heartbeat(d time.Duration) ServerOption { return func(c *config) { c.heartbeat = d } }

// Expiry sets how long an interaction waits for its first response (3 s).
func Expiry(d time.Duration) ServerOption { return func(c *config) { c.expiry = d } }

// Patience sets how long Wait and its like wait before they fail the test (10 s).
func Patience(d time.Duration) ServerOption { return func(c *config) { c.patience = d } }

// Privileged allows intents that Discord gives only to those who ask for them:
// without it an IDENTIFY with a privileged intent is closed with 4014.
func Privileged(i discordgo.Intent) ServerOption { return func(c *config) { c.intents |= i } }

// Shards sets the number of shards that /gateway/bot recommends (1).
func Shards(n int) ServerOption { return func(c *config) { c.shards = n } }

// Lenient keeps refused bodies from failing the test by themselves: Check and
// Problems still report them. It is for tests about wrong bodies.
func Lenient() ServerOption { return func(c *config) { c.lenient = true } }

// New starts a server. It is closed when the test ends, and the test fails if
// the bot sent anything that Discord would refuse (unless Lenient).
func New(tb testing.TB, opts ...ServerOption) *Server {
	tb.Helper()
	s := &Server{
		// Shaped like a bot token, so that what looks for tokens finds it.
		Token: "OTAwMDAwMDAwMDAwMDAwMDAx.GdTest.c3RhbmQtaW4tdG9rZW4tZm9yLXRlc3RzLTAwMQ",
		tb:    tb,
		cfg: config{
			heartbeat: 41250 * time.Millisecond,
			expiry:    3 * time.Second,
			lifetime:  15 * time.Minute,
			patience:  10 * time.Second,
			shards:    1,
		},
		spec:         loadSpec(tb),
		wake:         make(chan struct{}),
		commands:     map[string][]*discordgo.ApplicationCommand{},
		interactions: map[string]*Interaction{},
		posts:        map[string]*post{},
		sessions:     map[string]*session{},
		limits:       gatewayLimits{Total: 1000, Remaining: 1000, ResetAfter: 24 * time.Hour, Concurrency: 1},
	}
	for _, o := range opts {
		o(&s.cfg)
	}
	s.web = httptest.NewServer(s.routes())
	s.URL = s.web.URL
	tb.Cleanup(func() {
		s.Close()
		if !s.cfg.lenient {
			s.Check()
		}
	})
	return s
}

// Close ends all connections and stops listening. New arranges for it.
func (s *Server) Close() {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return
	}
	s.closed = true
	conns := s.connections()
	s.mu.Unlock()
	for _, c := range conns {
		c.ws.Close()
	}
	s.web.Close()
}

// HangUp closes the connections of REST requests, which clients keep open to use
// them again. Tests that count goroutines call it first.
func (s *Server) HangUp() { s.web.CloseClientConnections() }

// changed wakes everybody who waits. The caller holds s.mu.
func (s *Server) changed() {
	close(s.wake)
	s.wake = make(chan struct{})
}

// await waits until done, called with s.mu held, says true; it reports whether
// that happened before the patience ran out.
func (s *Server) await(patience time.Duration, done func() bool) bool {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		s.mu.Lock()
		ok, wake := done(), s.wake
		s.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-wake:
		case <-timer.C:
			return false
		}
	}
}

const discordEpoch = 1420070400000 // milliseconds, the first of January 2015

// newID makes a snowflake: increasing, unique, carrying the time.
func (s *Server) newID() string {
	for {
		last := s.ids.Load()
		next := uint64(time.Now().UnixMilli()-discordEpoch) << 22
		if next <= last {
			next = last + 1
		}
		if s.ids.CompareAndSwap(last, next) {
			return strconv.FormatUint(next, 10)
		}
	}
}

func mustJSON(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // only values of this package are marshalled
	}
	return b
}
