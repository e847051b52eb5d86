package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// userAgent is the form that Discord asks for.
const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, " + discordgo.VERSION + ") Dateline"

// client makes REST calls. It is one for all sessions.
type client struct {
	token string
	http  *http.Transport
	calls *transport
	self  atomic.Pointer[discordgo.User] // nil until it is known
}

func newClient(cfg Config, m *metrics) (*client, error) {
	base, err := parseAPIURL(cfg.APIURL)
	if err != nil {
		return nil, err
	}
	t := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 5 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		ForceAttemptHTTP2:     true,
		MaxIdleConns:          100,
		MaxIdleConnsPerHost:   100, // all calls go to one host
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   5 * time.Second,
		ResponseHeaderTimeout: cfg.Timing.Request,
	}
	return &client{
		token: "Bot " + cfg.Token,
		http:  t,
		calls: &transport{base: base, next: t, limits: newLimits(), timeout: cfg.Timing.Request, metrics: m, log: cfg.Log},
	}, nil
}

func (c *client) close() { c.http.CloseIdleConnections() }

// parseAPIURL reads the address of a stand-in or proxy; nil is Discord itself.
func parseAPIURL(s string) (*url.URL, error) {
	if s == "" {
		return nil, nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("DISCORD_API_URL %q: want an address such as http://127.0.0.1:8080", s)
	}
	u.Path = strings.TrimRight(u.Path, "/")
	return u, nil
}

// session makes a discordgo session for the calls of one event. It is not made
// with discordgo.New since it never opens a websocket; what it has of its own
// is the rate limiter, whose buckets go with it: discordgo keeps one for every
// interaction token for good. The limits are kept by the transport, for all.
func (c *client) session(ctx context.Context, e *event) *discordgo.Session {
	s := &discordgo.Session{
		Token:       c.token,
		UserAgent:   userAgent,
		LogLevel:    -1, // discordgo logs whole events and addresses with tokens
		Ratelimiter: discordgo.NewRatelimiter(),
		Client:      &http.Client{Transport: &eventTransport{ctx: ctx, event: e, next: c.calls}},
		State:       &discordgo.State{Ready: discordgo.Ready{User: c.self.Load()}}, // tracks nothing
	}
	s.Identify.Token = c.token
	return s
}

// whoAmI checks the token. A proxy or stand-in that does not tell who the bot
// is will do: READY tells it too.
func (c *client) whoAmI(ctx context.Context) error {
	u, err := c.session(ctx, nil).User("@me")
	if status(err) == http.StatusNotFound {
		return nil
	}
	if err != nil {
		return fmt.Errorf("checking the token: %w", apiError(err))
	}
	c.self.Store(u)
	return nil
}

// gatewayInfo is Discord's answer to /gateway/bot.
type gatewayInfo struct {
	URL        string `json:"url"`
	Shards     int    `json:"shards"`
	StartLimit struct {
		Total       int   `json:"total"`
		Remaining   int   `json:"remaining"`
		ResetAfter  int64 `json:"reset_after"` // milliseconds
		Concurrency int   `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

// gateway asks where the gateway is and how many sessions may be started. Where
// only the address is to be had, one shard and no limit are taken for granted.
func (c *client) gateway(ctx context.Context) (gatewayInfo, error) {
	var info gatewayInfo
	b, err := c.session(ctx, nil).Request("GET", discordgo.EndpointGatewayBot, nil)
	if status(err) == http.StatusNotFound {
		b, err = c.session(ctx, nil).Request("GET", discordgo.EndpointGateway, nil)
	}
	if err != nil {
		return info, fmt.Errorf("asking for the gateway: %w", apiError(err))
	}
	if err := json.Unmarshal(b, &info); err != nil {
		return info, fmt.Errorf("asking for the gateway: %w: %w", ErrNetwork, err)
	}
	u, err := url.Parse(info.URL)
	if err != nil || u.Scheme != "ws" && u.Scheme != "wss" || u.Host == "" {
		return info, fmt.Errorf("asking for the gateway: %w: %q is no address of one", ErrNetwork, info.URL)
	}
	return info, nil
}

var errAnswered = errors.New("the interaction has its first response already")

// eventTransport carries the calls of one event: they end with the event's
// context, and the event takes note of its first response.
type eventTransport struct {
	ctx   context.Context
	event *event // nil outside events
	next  http.RoundTripper
}

func (t *eventTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := merge(r.Context(), t.ctx)
	defer cancel() // the body has been read by then
	r = r.WithContext(ctx)
	if t.event == nil {
		return t.next.RoundTrip(r)
	}
	done, err := t.event.begin(r)
	if err != nil {
		if r.Body != nil {
			r.Body.Close()
		}
		return nil, err
	}
	resp, err := t.next.RoundTrip(r)
	done(resp, err)
	return resp, err
}

// merge makes a context that ends with a or b, and knows the deadline of both.
func merge(a, b context.Context) (context.Context, context.CancelFunc) {
	end, ok := b.Deadline()
	if !ok {
		end = time.Now().Add(longest)
	}
	ctx, cancel := context.WithDeadline(a, end)
	stop := context.AfterFunc(b, cancel)
	return ctx, func() { stop(); cancel() }
}
