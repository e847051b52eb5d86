package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

// call is one request on its way through the server.
type call struct {
	*http.Request
	server *Server
	rec    *Request
	body   json.RawMessage // of JSON, or of the JSON part of a multipart body
}

// route answers a call with a status and a value to be sent as JSON.
type route func(*call) (int, any)

// apiError is Discord's error body.
type apiError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Errors  any    `json:"errors,omitempty"`
}

// The errors of Discord that the server answers with.
var (
	errNotFound       = apiError{Message: "404: Not Found"}
	errUnauthorized   = apiError{Message: "401: Unauthorized"}
	errUnknownChannel = apiError{Code: 10003, Message: "Unknown Channel"}
	errUnknownMessage = apiError{Code: 10008, Message: "Unknown Message"}
	errUnknownHook    = apiError{Code: 10015, Message: "Unknown Webhook"}
	errUnknownInter   = apiError{Code: 10062, Message: "Unknown interaction"}
	errMissingAccess  = apiError{Code: 50001, Message: "Missing Access"}
	errPermissions    = apiError{Code: 50013, Message: "Missing Permissions"}
	errExpiredToken   = apiError{Code: 50027, Message: "Invalid Webhook Token"}
	errAcknowledged   = apiError{Code: 40060, Message: "Interaction has already been acknowledged."}
	errFollowups      = apiError{Code: 40094, Message: "This interaction has reached the maximum number of follow-up messages"}
	errNoDM           = apiError{Code: 50007, Message: "Cannot send messages to this user"}
)

// routes maps Discord's paths, named as its OpenAPI description names them.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	handle := func(pattern string, r route) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, req *http.Request) { s.serve(w, req, pattern, r) })
	}
	handle("GET /gateway", (*call).gateway)
	handle("GET /gateway/bot", (*call).gatewayBot)
	handle("GET /users/@me", func(*call) (int, any) { return 200, botObject() })
	handle("GET /users/{user_id}", (*call).user)
	handle("GET /applications/@me", (*call).application)
	handle("GET /oauth2/applications/@me", (*call).application)
	handle("POST /users/@me/channels", (*call).openDM)

	for _, base := range []string{"/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands"} {
		handle("GET "+base, (*call).listCommands)
		handle("PUT "+base, (*call).overwriteCommands)
		handle("POST "+base, (*call).createCommand)
		handle("DELETE "+base+"/{command_id}", (*call).deleteCommand)
	}

	handle("POST /interactions/{interaction_id}/{interaction_token}/callback", (*call).callback)
	const hook = "/webhooks/{webhook_id}/{webhook_token}"
	handle("POST "+hook, (*call).followup)
	handle("GET "+hook+"/messages/{message_id}", (*call).hookMessage)
	handle("PATCH "+hook+"/messages/{message_id}", (*call).hookEdit)
	handle("DELETE "+hook+"/messages/{message_id}", (*call).hookDelete)

	handle("GET /channels/{channel_id}", (*call).channel)
	handle("POST /channels/{channel_id}/messages", (*call).sendMessage)
	handle("GET /channels/{channel_id}/messages/{message_id}", (*call).getMessage)
	handle("PATCH /channels/{channel_id}/messages/{message_id}", (*call).editMessage)
	handle("DELETE /channels/{channel_id}/messages/{message_id}", (*call).deleteMessage)
	handle("POST /channels/{channel_id}/typing", func(*call) (int, any) { return 204, nil })

	handle("/", func(c *call) (int, any) {
		c.server.complain("%s %s: no such route here", c.Method, c.URL.Path)
		return 404, errNotFound
	})

	api := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, prefix := range []string{"/api/v9", "/api/v10", "/api"} {
			if rest, ok := strings.CutPrefix(r.URL.Path, prefix); ok && strings.HasPrefix(rest, "/") {
				r.URL.Path = rest
				r.URL.RawPath = ""
				break
			}
		}
		mux.ServeHTTP(w, r)
	})
	top := http.NewServeMux()
	top.HandleFunc("/ws", s.serveGateway)
	top.HandleFunc("/ws/", s.serveGateway)
	top.Handle("/api/", api)
	top.Handle("/", api)
	return top
}

// serve takes a request through recording, faults, authorization and checks.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, pattern string, do route) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return // the bot went away while sending
	}
	rec := &Request{
		At: time.Now(), Method: r.Method, Path: r.URL.Path, Route: pattern,
		Body: raw, Header: r.Header.Clone(),
	}
	c := &call{Request: r, server: s, rec: rec, body: jsonPart(r.Header.Get("Content-Type"), raw)}
	if i := s.interaction(r.PathValue("interaction_token") + r.PathValue("webhook_token")); i != nil {
		rec.Event = i.ID
	}

	fault := s.takeFault(rec)
	s.record(rec)
	fault.hold(r)
	if fault.instead() {
		s.answered(rec, fault.Status, nil)
		fault.answer(w)
		return
	}
	status, body, problems := s.answer(c, do)
	s.answered(rec, status, problems)
	if fault.Reset {
		breakOff(w)
		return
	}
	writeJSON(w, status, body)
}

// answer carries a request out, unless something is wrong with it.
func (s *Server) answer(c *call, do route) (status int, body any, problems []string) {
	open := strings.Contains(c.rec.Route, "{interaction_token}") || strings.Contains(c.rec.Route, "{webhook_token}")
	if !open && c.Header.Get("Authorization") != "Bot "+s.Token {
		return 401, errUnauthorized, nil
	}
	if problems := s.judge(c); len(problems) > 0 {
		for _, p := range problems {
			s.complain("%s %s: %s", c.Method, c.rec.Path, p)
		}
		return 400, apiError{Code: 50035, Message: "Invalid Form Body", Errors: problems}, problems
	}
	status, body = do(c)
	return status, body, nil
}

// judge holds the body of a request against the description and the limits.
func (s *Server) judge(c *call) []string {
	var problems []string
	if s.spec != nil {
		if err := s.spec.check(c.rec.Route, c.body); err != nil {
			problems = append(problems, "not as the API description has it: "+err.Error())
		}
	}
	return append(problems, checkLimits(c.rec.Route, c.body)...)
}

func (s *Server) record(r *Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r)
	s.changed()
}

// answered completes the record of a request.
func (s *Server) answered(r *Request, status int, problems []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r.Status, r.Problems, r.done = status, problems, true
	s.changed()
}

func (s *Server) complain(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problems = append(s.problems, fmt.Sprintf(format, args...))
	s.changed()
}

func (s *Server) interaction(token string) *Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.interactions[token]
}

func writeJSON(w http.ResponseWriter, status int, body any) {
	if body == nil {
		w.WriteHeader(status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(mustJSON(body))
}

// jsonPart is the JSON in a body: all of it, or the payload_json of a form
// with files.
func jsonPart(contentType string, raw []byte) json.RawMessage {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/form-data" {
		return raw
	}
	form := multipart.NewReader(bytes.NewReader(raw), params["boundary"])
	for {
		part, err := form.NextPart()
		if err != nil {
			return nil
		}
		if part.FormName() == "payload_json" {
			b, _ := io.ReadAll(part)
			return b
		}
	}
}
