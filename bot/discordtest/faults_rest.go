package discordtest

import (
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

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
