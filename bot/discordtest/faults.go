package discordtest

import (
	"encoding/json"
	"net"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Greeting is what a new gateway connection gets in place of the usual.
type Greeting struct {
	kind greeting
	code int
}

type greeting int

const (
	greetUsual greeting = iota
	greetRefuse
	greetNothing
	greetGarbage
	greetHangUp
	greetReconnect
	greetInvalid
	greetResumable
	greetClose
	greetMute
)

// What can happen instead of HELLO or READY.
var (
	Usual       = Greeting{}
	NoHello     = Greeting{kind: greetNothing}   // silence from the start
	Garbage     = Greeting{kind: greetGarbage}   // no JSON instead of HELLO
	HangUp      = Greeting{kind: greetHangUp}    // the connection breaks after HELLO
	OpReconnect = Greeting{kind: greetReconnect} // op 7 instead of READY
	OpInvalid   = Greeting{kind: greetInvalid}   // op 9, not resumable, instead of READY
	OpResumable = Greeting{kind: greetResumable} // op 9, resumable, instead of READY
	NoReady     = Greeting{kind: greetMute}      // HELLO, then silence
)

// Refuse answers the websocket handshake with an HTTP status.
func Refuse(status int) Greeting { return Greeting{greetRefuse, status} }

// CloseWith closes with a code instead of READY.
func CloseWith(code int) Greeting { return Greeting{greetClose, code} }

// Greet sets what the next connections get, one greeting each.
func (s *Server) Greet(g ...Greeting) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.greetings = append(s.greetings, g...)
}

func (s *Server) nextGreeting() Greeting {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.greetings) == 0 {
		return Usual
	}
	g := s.greetings[0]
	s.greetings = s.greetings[1:]
	s.changed()
	return g
}

// hello opens the conversation; it says false where there will be none.
func (s *Server) hello(c *conn, g Greeting) bool {
	switch g.kind {
	case greetNothing:
		return false
	case greetGarbage:
		c.raw([]byte("<html>Bad Gateway</html>"))
		return false
	}
	c.send(payload{Op: opHello, Data: mustJSON(object{"heartbeat_interval": s.cfg.heartbeat.Milliseconds()})})
	if g.kind == greetHangUp {
		hangUp(c)
		return false
	}
	return true
}

// insteadOfReady carries a greeting out that takes the place of READY or
// RESUMED. The caller holds s.mu.
func (s *Server) insteadOfReady(c *conn, g Greeting) (done bool, code int, reason string) {
	switch g.kind {
	case greetReconnect:
		c.send(payload{Op: opReconnect})
	case greetInvalid:
		c.send(payload{Op: opInvalid, Data: json.RawMessage("false")})
	case greetResumable:
		c.send(payload{Op: opInvalid, Data: json.RawMessage("true")})
	case greetClose:
		return true, g.code, "as the test wants it"
	case greetMute:
		c.silent = true
	default:
		return false, 0, ""
	}
	return true, 0, ""
}

// hangUp breaks a connection without a goodbye, with a TCP reset.
func hangUp(c *conn) {
	if tcp, ok := c.ws.NetConn().(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	c.ws.Close()
}

// each does something to every connection that is not silent.
func (s *Server) each(do func(*conn)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.connections() {
		if !c.silent {
			do(c)
		}
	}
}

// Reconnect asks every connected client to reconnect and resume (op 7).
func (s *Server) Reconnect() { s.each(func(c *conn) { c.send(payload{Op: opReconnect}) }) }

// Invalidate tells every connected client that its session is invalid (op 9);
// unless resumable it is gone.
func (s *Server) Invalidate(resumable bool) {
	s.each(func(c *conn) {
		c.send(payload{Op: opInvalid, Data: mustJSON(resumable)})
		if !resumable {
			s.end(c.sess)
			c.sess = nil
		}
	})
}

// CloseGateway closes every connection with the code. Sessions survive the
// codes after which Discord lets a client resume.
func (s *Server) CloseGateway(code int) {
	s.each(func(c *conn) {
		sess := c.sess
		sess.conn, c.sess, c.ended = nil, nil, time.Now()
		switch code {
		case 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014, 1000, 1001:
			s.end(sess)
		}
		c.close(code, "as the test wants it")
	})
}

// Reset breaks every connection with a TCP reset. Sessions can be resumed.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.connections() {
		c.sess.conn, c.sess, c.ended = nil, nil, time.Now()
		hangUp(c)
	}
}

// Silence makes every connection mute and deaf, though it stays open. Events
// wait for a resume.
func (s *Server) Silence() { s.each(func(c *conn) { c.silent = true }) }

// MuteAcks stops, or restarts, the acknowledgement of heartbeats.
func (s *Server) MuteAcks(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.muteAcks = on
}

// SendRaw writes bytes as a frame to every connection.
func (s *Server) SendRaw(frame string) { s.each(func(c *conn) { c.raw([]byte(frame)) }) }

// Dispatch sends an event with any data to every session.
func (s *Server) Dispatch(event, data string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, sess := range s.sessions {
		s.push(sess, event, json.RawMessage(data))
	}
}

// Identifies counts the IDENTIFYs so far, which Discord rations.
func (s *Server) Identifies() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.identifies
}

// StartLimit sets what /gateway/bot says about session starts.
func (s *Server) StartLimit(total, remaining int, resetAfter time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits.Total, s.limits.Remaining, s.limits.ResetAfter = total, remaining, resetAfter
}

// Concurrency lets so many shards identify at once, each bucket once a window.
func (s *Server) Concurrency(n int, window time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits.Concurrency, s.limits.Window = n, window
}

// Asked lists the intents that the sessions asked for.
func (s *Server) Asked() []discordgo.Intent {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []discordgo.Intent
	for _, sess := range s.sessions {
		out = append(out, sess.intents)
	}
	return out
}
