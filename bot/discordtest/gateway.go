package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// Gateway opcodes.
const (
	opDispatch  = 0
	opHeartbeat = 1
	opIdentify  = 2
	opPresence  = 3
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// privileged are the intents that Discord gives only to those it approved.
const privileged = discordgo.IntentGuildPresences | discordgo.IntentGuildMembers | discordgo.IntentMessageContent

// allIntents are the bits that mean anything.
const allIntents = discordgo.IntentsAll | 1<<24 | 1<<25 // polls

// maxFrames is how many frames a client may send in a minute.
const maxFrames = 120

type gatewayLimits struct {
	Total, Remaining int
	ResetAfter       time.Duration
	Concurrency      int
	Window           time.Duration     // in which a concurrency bucket may identify once; 0 is any time
	last             map[int]time.Time // identify of each bucket
}

// conn is one connection of a client.
type conn struct {
	ws     *websocket.Conn
	write  sync.Mutex
	silent bool      // this and what follows is set under the server's lock
	sess   *session  // nil before and after
	ended  time.Time // when it was found closed
	frames []time.Time
}

type payload struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  *int64          `json:"s,omitempty"`
	Type string          `json:"t,omitempty"`
}

func (c *conn) send(v any) {
	c.raw(mustJSON(v))
}

func (c *conn) raw(b []byte) {
	c.write.Lock()
	defer c.write.Unlock()
	_ = c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
	_ = c.ws.WriteMessage(websocket.TextMessage, b) // a dead client shows when reading
}

// close sends a close frame and hangs up.
func (c *conn) close(code int, reason string) {
	c.write.Lock()
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), time.Now().Add(time.Second))
	c.write.Unlock()
	c.ws.Close()
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	greet := s.nextGreeting()
	if greet.kind == greetRefuse {
		http.Error(w, "upstream connect error", greet.code)
		return
	}
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := up.Upgrade(w, r, nil)
	if err != nil {
		return // Upgrade has answered
	}
	c := &conn{ws: ws}
	defer ws.Close()
	if v := r.URL.Query().Get("v"); v != "9" && v != "10" {
		c.close(4012, fmt.Sprintf("Invalid API version %q.", v))
		return
	}
	if !s.hello(c, greet) {
		s.drain(c)
		return
	}
	code := s.converse(c, greet)
	s.leave(c, code)
}

// drain waits for the client to give a useless connection up.
func (s *Server) drain(c *conn) {
	for {
		if _, _, err := c.ws.ReadMessage(); err != nil {
			return
		}
	}
}

// converse reads the client's frames until the connection ends, and returns
// the code that it ended with (0 without a close frame).
func (s *Server) converse(c *conn, greet Greeting) int {
	for {
		_, b, err := c.ws.ReadMessage()
		if err != nil {
			if ce, ok := err.(*websocket.CloseError); ok && ce.Code != websocket.CloseAbnormalClosure {
				return ce.Code
			}
			return 0
		}
		var p payload
		if json.Unmarshal(b, &p) != nil {
			c.close(4002, "Error while decoding payload.")
			return 4002
		}
		if code, reason := s.frame(c, p, greet); code != 0 {
			if code > 0 {
				c.close(code, reason)
			}
			return code
		}
	}
}

// frame handles one frame of the client; a code other than 0 ends the
// connection, a negative one without a close frame.
func (s *Server) frame(c *conn, p payload, greet Greeting) (int, string) {
	now := time.Now()
	c.frames = append(c.frames, now)
	for len(c.frames) > 0 && now.Sub(c.frames[0]) > time.Minute {
		c.frames = c.frames[1:]
	}
	s.mu.Lock()
	silent, mute, strict := c.silent, s.muteAcks, s.cfg.heartbeat > time.Second
	s.mu.Unlock()
	if silent {
		return 0, ""
	}
	if strict && len(c.frames) > maxFrames {
		return 4008, "You are being rate limited."
	}
	switch p.Op {
	case opHeartbeat:
		s.acknowledge(c, p.Data)
		if !mute {
			c.send(payload{Op: opAck})
		}
		return 0, ""
	case opIdentify:
		return s.identify(c, p.Data, greet)
	case opResume:
		return s.resume(c, p.Data, greet)
	case opPresence:
		if c.sess == nil {
			return 4003, "Not authenticated."
		}
		return 0, ""
	}
	return 4001, "Unknown opcode."
}

// acknowledge takes down the last dispatch that the client has received.
func (s *Server) acknowledge(c *conn, data json.RawMessage) {
	var seq int64
	_ = json.Unmarshal(data, &seq) // null before the first
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.sess != nil {
		c.sess.acked = max(c.sess.acked, seq)
	}
}

func (s *Server) identify(c *conn, data json.RawMessage, greet Greeting) (int, string) {
	var in struct {
		Token   string           `json:"token"`
		Intents discordgo.Intent `json:"intents"`
		Shard   *[2]int          `json:"shard"`
	}
	if json.Unmarshal(data, &in) != nil {
		return 4002, "Error while decoding payload."
	}
	shard := [2]int{0, 1}
	if in.Shard != nil {
		shard = *in.Shard
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.identifies++
	s.limits.Remaining--
	s.changed()
	if s.limits.Remaining < 0 {
		s.problems = append(s.problems, "identified with no session start left: Discord resets the token for that")
	}
	switch {
	case c.sess != nil:
		return 4005, "Already authenticated."
	case in.Token != s.Token && in.Token != "Bot "+s.Token:
		return 4004, "Authentication failed."
	case shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]:
		return 4010, "Invalid shard."
	case in.Intents&^allIntents != 0:
		return 4013, "Invalid intent(s)."
	case in.Intents&privileged&^s.cfg.intents != 0:
		return 4014, "Disallowed intent(s)."
	}
	if s.tooSoon(shard[0]) {
		s.problems = append(s.problems, fmt.Sprintf("shard %d identified within %s of the last in its bucket", shard[0], s.limits.Window))
		c.send(payload{Op: opInvalid, Data: json.RawMessage("false")})
		return 0, ""
	}
	if done, code, reason := s.insteadOfReady(c, greet); done {
		return code, reason
	}
	for _, old := range s.sessions { // given up by the client
		if old.shard == shard {
			s.end(old)
		}
	}
	sess := &session{id: fmt.Sprintf("session-%s", s.newID()), shard: shard, intents: in.Intents, conn: c}
	c.sess = sess
	s.sessions[sess.id] = sess
	s.push(sess, "READY", mustJSON(object{
		"v": 9, "user": botObject(), "guilds": []any{object{"id": GuildID, "unavailable": true}},
		"session_id": sess.id, "resume_gateway_url": "ws" + s.URL[len("http"):] + "/ws",
		"shard": shard, "application": object{"id": AppID, "flags": 0},
		"private_channels": []any{}, "relationships": []any{}, "_trace": []string{"stand-in"},
	}))
	if in.Intents&discordgo.IntentsGuilds != 0 && shardOf(GuildID, shard[1]) == shard[0] {
		s.push(sess, "GUILD_CREATE", mustJSON(object{
			"id": GuildID, "name": "Newsroom", "owner_id": OwnerID, "member_count": 2, "large": false,
			"channels": []any{object{"id": ChannelID, "type": 0, "name": "news"}}, "members": []any{}, "roles": []any{},
			"emojis": []any{}, "voice_states": []any{}, "presences": []any{}, "threads": []any{}, "unavailable": false,
		}))
	}
	s.changed()
	return 0, ""
}

// tooSoon keeps the start limit of concurrency buckets. The caller holds s.mu.
func (s *Server) tooSoon(shard int) bool {
	if s.limits.Window == 0 {
		return false
	}
	if s.limits.last == nil {
		s.limits.last = map[int]time.Time{}
	}
	bucket := shard % max(s.limits.Concurrency, 1)
	soon := time.Since(s.limits.last[bucket]) < s.limits.Window
	s.limits.last[bucket] = time.Now()
	return soon
}

func (s *Server) resume(c *conn, data json.RawMessage, greet Greeting) (int, string) {
	var in struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	if json.Unmarshal(data, &in) != nil {
		return 4002, "Error while decoding payload."
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if in.Token != s.Token && in.Token != "Bot "+s.Token {
		return 4004, "Authentication failed."
	}
	sess := s.sessions[in.Session]
	if greet.kind == greetInvalid && sess != nil {
		s.end(sess)
	}
	if done, code, reason := s.insteadOfReady(c, greet); done {
		return code, reason
	}
	if sess == nil {
		c.send(payload{Op: opInvalid, Data: json.RawMessage("false")})
		return 0, ""
	}
	if in.Seq > sess.seq {
		s.end(sess)
		return 4007, "Invalid seq."
	}
	if old := sess.conn; old != nil {
		old.sess = nil
		go old.close(4000, "resumed elsewhere")
	}
	c.sess, sess.conn = sess, c
	sess.acked = max(sess.acked, in.Seq)
	for _, f := range sess.sent {
		if f.seq > in.Seq {
			f.write(c)
		}
	}
	s.push(sess, "RESUMED", json.RawMessage(`{"_trace":["stand-in"]}`))
	s.changed()
	return 0, ""
}
