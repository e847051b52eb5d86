package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// Gateway opcodes.
const (
	opDispatch     = 0
	opHeartbeat    = 1
	opIdentify     = 2
	opResume       = 6
	opReconnect    = 7
	opInvalid      = 9
	opHello        = 10
	opHeartbeatAck = 11
)

const (
	maxFrame     = 16 << 20 // bytes of one message of the gateway
	writeTimeout = 5 * time.Second
)

// payload is one message of the gateway.
type payload struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  int64           `json:"s,omitempty"`
	Type string          `json:"t,omitempty"`
}

// conn is one connection to the gateway. A goroutine reads it, everything else
// happens on the shard's.
type conn struct {
	ws     *websocket.Conn
	frames chan []byte
	failed chan error // holds the error that ended the reading
	gone   chan struct{}
}

// dial connects to a gateway address.
func dial(ctx context.Context, address string, timeout time.Duration) (*conn, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("connecting to the gateway: %w", err)
	}
	q := u.Query()
	q.Set("v", discordgo.APIVersion)
	q.Set("encoding", "json")
	u.RawQuery = q.Encode()
	d := websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: timeout}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	ws, resp, err := d.DialContext(ctx, u.String(), http.Header{"User-Agent": {userAgent}})
	if resp != nil && resp.Body != nil {
		resp.Body.Close()
	}
	if err != nil {
		if resp != nil {
			return nil, fmt.Errorf("connecting to the gateway: %w (%s)", err, resp.Status)
		}
		return nil, fmt.Errorf("connecting to the gateway: %w", err)
	}
	ws.SetReadLimit(maxFrame)
	c := &conn{ws: ws, frames: make(chan []byte, 16), failed: make(chan error, 1), gone: make(chan struct{})}
	go c.read()
	return c, nil
}

// read passes messages on until the connection ends.
func (c *conn) read() {
	for {
		_, b, err := c.ws.ReadMessage()
		if err != nil {
			c.failed <- err
			close(c.frames)
			return
		}
		select {
		case c.frames <- b:
		case <-c.gone:
			c.failed <- errors.New("closed")
			close(c.frames)
			return
		}
	}
}

// close says goodbye with a code and hangs up. Discord ends the session after
// codes 1000 and 1001 and keeps it for a resume after others.
func (c *conn) close(code int) {
	close(c.gone)
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	c.ws.Close()
	for range c.frames { // until the reader has ended
	}
}

func (c *conn) write(op int, data any) error {
	if err := c.ws.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return err
	}
	return c.ws.WriteJSON(map[string]any{"op": op, "d": data})
}

var errNoHello = errors.New("the gateway does not greet")

// hello waits for HELLO and returns the interval of heartbeats.
func (c *conn) hello(ctx context.Context, timeout time.Duration) (time.Duration, error) {
	var b []byte
	var ok bool
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-time.After(timeout):
		return 0, errNoHello
	case b, ok = <-c.frames:
		if !ok {
			return 0, <-c.failed
		}
	}
	var p payload
	var d struct {
		Interval int64 `json:"heartbeat_interval"`
	}
	if json.Unmarshal(b, &p) != nil || p.Op != opHello || json.Unmarshal(p.Data, &d) != nil || d.Interval <= 0 {
		return 0, errNoHello
	}
	return time.Duration(d.Interval) * time.Millisecond, nil
}

// identify starts a new session.
func (c *conn) identify(token string, intents discordgo.Intent, shard, count int) error {
	return c.write(opIdentify, map[string]any{
		"token":           token,
		"intents":         intents,
		"shard":           [2]int{shard, count},
		"compress":        false,
		"large_threshold": 50,
		"properties":      map[string]string{"os": "linux", "browser": "dateline", "device": "dateline"},
	})
}

// resume takes a session up again after the message seq.
func (c *conn) resume(token, session string, seq int64) error {
	return c.write(opResume, map[string]any{"token": token, "session_id": session, "seq": seq})
}

// pulse keeps the time of heartbeats on a connection.
type pulse struct {
	interval time.Duration
	timer    *time.Timer
	sent     time.Time // of the last heartbeat
	waiting  bool      // it is not acknowledged yet
}

// newPulse sends the first heartbeat after a random part of the interval, as
// Discord asks, so that not all clients beat at once.
func newPulse(interval time.Duration) *pulse {
	return &pulse{interval: interval, timer: time.NewTimer(rand.N(interval))}
}
