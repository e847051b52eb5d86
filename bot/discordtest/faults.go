package discordtest

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
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
	s.each(func(c *conn) {
		c.sess.conn, c.sess, c.ended = nil, nil, time.Now()
		hangUp(c)
	})
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

// RESTFault is something that goes wrong with REST requests.
type RESTFault struct {
	// Match is a prefix of "METHOD /path" as in Requests, "" for everything.
	Match string
	// Times is how often it happens; 0 is once, below 0 always.
	Times int
	// Delay holds the answer back.
	Delay time.Duration
	// Status and Body answer in place of the server; 0 lets the request through.
	Status int
	Body   any
	// Header goes with Status.
	Header map[string]string
	// Reset breaks the connection: before the request is carried out, or with
	// Late after it, when the bot cannot know.
	Reset, Late bool
}

// Fail adds faults; each request takes the first that matches.
func (s *Server) Fail(faults ...RESTFault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range faults {
		if f.Times == 0 {
			f.Times = 1
		}
		s.faults = append(s.faults, &f)
	}
}

// RateLimited is a 429. The scope is "user", "global" or "shared".
func RateLimited(match, scope string, after time.Duration) RESTFault {
	secs := strconv.FormatFloat(after.Seconds(), 'f', 3, 64)
	h := map[string]string{
		"Retry-After": strconv.Itoa(int(after.Seconds() + 0.999)), "X-RateLimit-Scope": scope,
		"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": secs,
		"X-RateLimit-Reset":  fmt.Sprintf("%.3f", float64(time.Now().Add(after).UnixMilli())/1000),
		"X-RateLimit-Bucket": "0123456789abcdef",
	}
	if scope == "global" {
		h["X-RateLimit-Global"] = "true"
	}
	return RESTFault{Match: match, Status: 429, Header: h, Body: object{
		"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": scope == "global",
	}}
}

// Broken answers with a status of the 5xx kind and a page that is no JSON.
func Broken(match string, status int) RESTFault {
	return RESTFault{Match: match, Status: status, Body: htmlPage("<html>upstream error</html>")}
}

// Expired, NoChannel, NoPermission, NoAccess and NoDM refuse with Discord's errors.
func Expired(match string) RESTFault {
	return RESTFault{Match: match, Status: 404, Body: errUnknownInter}
}

// NoChannel says that the channel is not there.
func NoChannel(match string) RESTFault {
	return RESTFault{Match: match, Status: 404, Body: errUnknownChannel}
}

// NoPermission says that the bot may not do this here.
func NoPermission(match string) RESTFault {
	return RESTFault{Match: match, Status: 403, Body: errPermissions}
}

// NoAccess says that the bot does not see the place.
func NoAccess(match string) RESTFault {
	return RESTFault{Match: match, Status: 403, Body: errMissingAccess}
}

// NoDM says that the user takes no direct messages.
func NoDM(match string) RESTFault { return RESTFault{Match: match, Status: 403, Body: errNoDM} }

type htmlPage string

// takeFault finds the fault that a request meets, or one that does nothing.
func (s *Server) takeFault(r *Request) RESTFault {
	s.mu.Lock()
	defer s.mu.Unlock()
	line := r.Method + " " + r.Path
	for k, f := range s.faults {
		if !strings.HasPrefix(line, f.Match) {
			continue
		}
		if f.Times > 0 {
			if f.Times--; f.Times == 0 {
				s.faults = append(s.faults[:k:k], s.faults[k+1:]...)
			}
		}
		return *f
	}
	return RESTFault{}
}

// hold waits for the fault's delay, or until the client gives up.
func (f RESTFault) hold(r *http.Request) {
	if f.Delay == 0 {
		return
	}
	select {
	case <-time.After(f.Delay):
	case <-r.Context().Done():
	}
}

// instead tells whether the fault takes the place of carrying the request out.
func (f RESTFault) instead() bool { return f.Status != 0 || f.Reset && !f.Late }

// answer gives the fault's answer.
func (f RESTFault) answer(w http.ResponseWriter) {
	if f.Reset {
		breakOff(w)
		return
	}
	for k, v := range f.Header {
		w.Header().Set(k, v)
	}
	page, ok := f.Body.(htmlPage)
	if !ok {
		writeJSON(w, f.Status, f.Body)
		return
	}
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(f.Status)
	_, _ = w.Write([]byte(page))
}

// breakOff resets the connection of a request.
func breakOff(w http.ResponseWriter) {
	c, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	c.Close()
}
