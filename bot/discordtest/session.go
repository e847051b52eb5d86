package discordtest

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// session is a gateway session; it outlives its connections.
type session struct {
	id      string
	shard   [2]int
	intents discordgo.Intent
	seq     int64
	acked   int64    // the last that the client says it has received
	sent    []*frame // for RESUME
	conn    *conn    // nil while disconnected
	dead    bool     // cannot be resumed any more
}

// frame is a dispatch on a session.
type frame struct {
	sess *session
	seq  int64
	data json.RawMessage
	conn *conn     // it was last written to, or nil
	at   time.Time // when
}

// keepFrames bounds what a session can replay.
const keepFrames = 20000

// push sends a dispatch on a session, or keeps it for a resume. The caller
// holds s.mu.
func (s *Server) push(sess *session, event string, data json.RawMessage) *frame {
	sess.seq++
	seq := sess.seq
	f := &frame{sess: sess, seq: seq, data: mustJSON(payload{Op: opDispatch, Seq: &seq, Type: event, Data: visible(event, data, sess.intents)})}
	if sess.sent = append(sess.sent, f); len(sess.sent) > keepFrames {
		sess.sent = append([]*frame(nil), sess.sent[keepFrames/2:]...)
	}
	if c := sess.conn; c != nil && !c.silent {
		f.write(c)
	}
	return f
}

func (f *frame) write(c *conn) {
	f.conn, f.at = c, time.Now()
	c.raw(f.data)
}

// delivery is how an event went to the bot.
type delivery struct{ frames []*frame }

// inFlight is how long before the end of a connection a frame may have been
// written and yet not be read.
const inFlight = 500 * time.Millisecond

// missed tells whether the bot cannot have received the event: its sessions
// ended before the frames were written, or with them still under way. The
// caller holds the server's lock.
func (d *delivery) missed() bool {
	for _, f := range d.frames {
		switch {
		case f.seq <= f.sess.acked:
			return false
		case f.conn == nil && f.sess.dead:
		case f.conn != nil && f.sess.dead && !f.conn.ended.IsZero() && f.conn.ended.Sub(f.at) < inFlight:
		default:
			return false
		}
	}
	return true
}

// leave takes note that a connection has ended. A session can be resumed
// unless the client closed it for good or Discord gave it up.
func (s *Server) leave(c *conn, code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.ended.IsZero() {
		c.ended = time.Now()
	}
	sess := c.sess
	if sess == nil || sess.conn != c {
		return
	}
	sess.conn = nil
	switch code {
	case websocket.CloseNormalClosure, websocket.CloseGoingAway, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014:
		s.end(sess)
	}
	s.changed()
}

// end forgets a session. The caller holds s.mu.
func (s *Server) end(sess *session) {
	delete(s.sessions, sess.id)
	if c := sess.conn; c != nil {
		c.ended = time.Now()
	}
	sess.conn, sess.dead, sess.sent = nil, true, nil
}

// shardOf is the shard, of n, that hears of a guild ("" is direct messages).
func shardOf(guild string, n int) int {
	if guild == "" || n < 2 {
		return 0
	}
	id, err := strconv.ParseUint(guild, 10, 64)
	if err != nil {
		return 0
	}
	return int((id >> 22) % uint64(n))
}

// deliver dispatches an event to the session that is to hear of it; it waits
// for the bot to be there, and fails the test if it does not come.
func (s *Server) deliver(event, guild string, intent discordgo.Intent, data json.RawMessage, what string, d *delivery) {
	s.tb.Helper()
	if !s.await(s.cfg.patience, func() bool {
		sess := s.listener(guild)
		if sess == nil {
			return false
		}
		if sess.intents&intent == intent {
			d.frames = append(d.frames, s.push(sess, event, data))
		}
		return true
	}) {
		s.tb.Fatalf("%s: the bot is not connected to the gateway; it sent:\n%s", what, s.Log())
	}
}

// listener is the session that hears of a guild, or nil. The caller holds s.mu.
func (s *Server) listener(guild string) *session {
	for _, sess := range s.sessions {
		if shardOf(guild, sess.shard[1]) == sess.shard[0] {
			return sess
		}
	}
	return nil
}

// connections lists the open connections that have a session. The caller holds s.mu.
func (s *Server) connections() []*conn {
	var out []*conn
	for _, sess := range s.sessions {
		if sess.conn != nil {
			out = append(out, sess.conn)
		}
	}
	return out
}

// WaitReady waits until n shards (1 unless given) are connected with a session.
func (s *Server) WaitReady(n ...int) {
	s.tb.Helper()
	want := 1
	if len(n) > 0 {
		want = n[0]
	}
	if !s.await(s.cfg.patience, func() bool { return len(s.connections()) >= want }) {
		s.tb.Fatalf("the bot did not connect %d shards within %s; it sent:\n%s", want, s.cfg.patience, s.Log())
	}
}

// WaitGone waits until the bot has closed its connections.
func (s *Server) WaitGone() {
	s.tb.Helper()
	if !s.await(s.cfg.patience, func() bool { return len(s.connections()) == 0 }) {
		s.tb.Fatalf("the bot is still connected after %s", s.cfg.patience)
	}
}
