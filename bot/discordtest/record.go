package discordtest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Request is one REST request of the bot.
type Request struct {
	At     time.Time
	Method string
	Path   string // without the version: /interactions/1/abc/callback
	Route  string // the route it matched: POST /interactions/{id}/{token}/callback
	Body   []byte
	Header http.Header
	Status int    // the status it was answered with; 0 before, or if it was not
	Event  string // id of the interaction it belongs to, or ""

	Problems []string // what is wrong with the body, by specification and limits

	done bool // it has been answered, or its connection broken
}

func (r *Request) String() string {
	return fmt.Sprintf("%s %s -> %d", r.Method, r.Path, r.Status)
}

// Requests lists what the bot has sent so far, oldest first. With prefixes
// ("POST /channels/"), only what matches one of them.
func (s *Server) Requests(prefixes ...string) []*Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*Request
	for _, r := range s.requests {
		if matches(r, prefixes) {
			c := *r
			out = append(out, &c)
		}
	}
	return out
}

// WaitRequest waits until a request that matches the prefix has been answered.
func (s *Server) WaitRequest(prefix string) *Request {
	s.tb.Helper()
	var found *Request
	ok := s.await(s.cfg.patience, func() bool {
		for _, r := range s.requests {
			if r.done && matches(r, []string{prefix}) {
				c := *r
				found = &c
				return true
			}
		}
		return false
	})
	if !ok {
		s.tb.Fatalf("no request %s... within %s; the bot sent:\n%s", prefix, s.cfg.patience, s.Log())
	}
	return found
}

func matches(r *Request, prefixes []string) bool {
	if len(prefixes) == 0 {
		return true
	}
	line := r.Method + " " + r.Path
	for _, p := range prefixes {
		if strings.HasPrefix(line, p) {
			return true
		}
	}
	return false
}

// Log is the list of requests so far, one a line, for messages of failed tests.
func (s *Server) Log() string {
	var b strings.Builder
	for _, r := range s.Requests() {
		fmt.Fprintf(&b, "%s %s\n", r.At.Format("15:04:05.000"), r)
	}
	return b.String()
}

// Problems lists what Discord would have refused or what makes no sense to it,
// in the order it came.
func (s *Server) Problems() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.problems...)
}

// Check fails the test for every problem recorded so far.
func (s *Server) Check() {
	s.tb.Helper()
	for _, p := range s.Problems() {
		s.tb.Error("discord: " + p)
	}
}

// Forget drops the records of requests and messages and all events sent so far,
// answered or not, so that long tests stay small. What was answered can be
// replied to and clicked no more.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests, s.unprompted, s.messages = nil, nil, nil
	clear(s.interactions)
	clear(s.posts)
	for _, sess := range s.sessions {
		if sess.conn != nil {
			sess.sent = slices.Clone(sess.sent[max(0, len(sess.sent)-keepOnForget):])
		}
	}
}

// keepOnForget is how many dispatches stay for a resume: those that the client
// may not have received yet.
const keepOnForget = 200
