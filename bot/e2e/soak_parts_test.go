package e2e_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"strconv"
	"sync"
	"time"

	"dateline/bot/discordtest"
)

// act does one thing that users do.
func (s *soak) act() {
	srv := s.srv
	user := discordtest.As(strconv.Itoa(7_000_000 + s.rand.IntN(500))) // so many that nobody floods
	where := []any{user}
	switch s.rand.IntN(6) {
	case 0:
		where = append(where, discordtest.InDM())
	case 1:
		where = append(where, discordtest.UserInstall())
	case 2:
		where = append(where, discordtest.InGuild("8000000", strconv.Itoa(8_100_000+s.rand.IntN(2))))
	}
	command := func(name, value, expect string) {
		i := srv.Command(name, append([]any{optionOf(s.t, srv, name), value}, where...)...)
		s.did = append(s.did, deed{event: i, id: i.ID, expect: expect})
	}
	message := func(m *discordtest.Message, expect string) {
		s.did = append(s.did, deed{event: m, id: m.ID, expect: expect})
	}
	switch s.rand.IntN(20) {
	case 0, 1, 2:
		command("who", "Kuleba", "Kuleba")
	case 3, 4:
		command("who", "Baerbock", "Baerbock")
	case 5:
		command("who", "Ned Price", "Price")
	case 6, 7:
		command("when", "Blinken-Ukraine", "2022")
	case 8:
		command("where", "Blinken", "")
	case 9:
		command("ask", "why will Blinken visit Ukraine?", "")
	case 10:
		command("who", fmt.Sprintf("Xanthippe %d", s.rand.Int()), "")
	case 11, 12, 13:
		i := srv.Autocomplete("who", append([]any{optionOf(s.t, srv, "who"), "kul"}, where...)...)
		s.did = append(s.did, deed{event: i, id: i.ID})
	case 14:
		// One at a time from each: an answer in a direct message refers to nothing.
		s.dms = (s.dms + 1) % 500
		message(srv.DM("who is kuleba", discordtest.As(strconv.Itoa(7_900_000+s.dms))), "Kuleba")
	case 15:
		message(srv.Mention("who is Baerbock?", user), "Baerbock")
	case 16:
		m := srv.Say("nobody asks the bot here", user)
		s.did = append(s.did, deed{event: m, id: m.ID, silent: true})
	case 17:
		i := srv.MessageCommand("Who and what is this?", "Blinken met Kuleba in Kyiv.", user)
		s.did = append(s.did, deed{event: i, id: i.ID})
	case 18:
		if len(s.did) > 0 {
			srv.Redeliver(s.did[s.rand.IntN(len(s.did))].event)
		}
	case 19:
		s.press(user)
	}
}

// press works a button or menu of an answer, or a forged one.
func (s *soak) press(user discordtest.Option) {
	r := s.last
	if r == nil {
		for k := range s.did {
			if now := s.srv.Now(s.did[k].event); now != nil && len(now.Controls()) > 0 {
				r, s.last = now, now
			}
		}
	}
	if r == nil {
		return
	}
	c := r.Controls()[s.rand.IntN(len(r.Controls()))]
	if c.CustomID == "" || c.Disabled {
		return
	}
	var values []string
	if len(c.Options) > 0 {
		values = []string{c.Options[s.rand.IntN(len(c.Options))].Value}
	}
	id := c.CustomID
	if s.rand.IntN(4) == 0 {
		id = "forged:" + id[:len(id)/2]
	}
	i := s.srv.Component(r, id, 2, values, user)
	s.did = append(s.did, deed{event: i, id: i.ID})
}

// mischief makes faults, one each pause on average.
type mischief struct {
	srv   *discordtest.Server
	rand  *rand.Rand
	pause time.Duration
	done  chan int // takes the number of faults in the end
}

func (m *mischief) run(ctx context.Context) {
	n := 0
	defer func() { m.done <- n }()
	for {
		wait := time.Duration(m.rand.ExpFloat64() * float64(m.pause))
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		m.fault(ctx)
		n++
	}
}

func (m *mischief) fault(ctx context.Context) {
	srv := m.srv
	const callback, channel = "POST /interactions/", "POST /channels/"
	match := callback
	if m.rand.IntN(3) == 0 {
		match = channel
	}
	short := time.Duration(20+m.rand.IntN(150)) * time.Millisecond
	greetings := []discordtest.Greeting{
		discordtest.OpReconnect, discordtest.OpInvalid, discordtest.OpResumable, discordtest.NoReady, discordtest.Garbage,
		discordtest.HangUp, discordtest.Refuse(503), discordtest.CloseWith(4000), discordtest.CloseWith(4009),
	}
	switch m.rand.IntN(18) {
	case 0:
		srv.Reconnect()
	case 1:
		srv.Invalidate(true)
	case 2:
		srv.Invalidate(false)
	case 3:
		codes := []int{1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009}
		srv.CloseGateway(codes[m.rand.IntN(len(codes))])
	case 4, 5:
		srv.Reset()
	case 6:
		srv.Silence()
	case 7:
		srv.MuteAcks(true)
		select {
		case <-time.After(short):
		case <-ctx.Done():
		}
		srv.MuteAcks(false)
	case 8, 9:
		srv.Greet(greetings[m.rand.IntN(len(greetings))])
		srv.Reset()
	case 10:
		srv.SendRaw(`{"op":0,"t":"INTERACTION_CREATE","d":{"id":"1","token":`)
		srv.Dispatch("INTERACTION_CREATE", `{"id":"1","token":"x","type":2,"data":[]}`)
		srv.Dispatch("MESSAGE_CREATE", `{"id":7}`)
	case 11:
		scopes := []string{"user", "global", "shared"}
		srv.Fail(discordtest.RateLimited(match, scopes[m.rand.IntN(3)], short))
	case 12:
		srv.Fail(discordtest.Broken(match, 500+m.rand.IntN(5)))
	case 13:
		srv.Fail(discordtest.RESTFault{Match: match, Reset: true})
	case 14:
		srv.Fail(discordtest.RESTFault{Match: match, Reset: true, Late: true})
	case 15:
		srv.Fail(discordtest.RESTFault{Match: match, Delay: 10 * short})
	case 16:
		srv.Fail(discordtest.Expired(callback))
	case 17:
		srv.Fail(discordtest.NoChannel(channel))
	}
}

// books keep what the gateway logs of each event. It is a slog.Handler.
type books struct {
	request string
	*ledger
}

type ledger struct {
	mu       sync.Mutex
	outcomes map[string]string
}

func newBooks() *books { return &books{ledger: &ledger{outcomes: map[string]string{}}} }

func (b *books) outcome(id string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.outcomes[id]
}

func (b *books) clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	clear(b.outcomes)
}

func (b *books) Enabled(context.Context, slog.Level) bool { return true }
func (b *books) WithGroup(string) slog.Handler            { return b }

func (b *books) WithAttrs(attrs []slog.Attr) slog.Handler {
	for _, a := range attrs {
		if a.Key == "request" {
			return &books{a.Value.String(), b.ledger}
		}
	}
	return b
}

func (b *books) Handle(_ context.Context, r slog.Record) error {
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "outcome" && r.Message == "event handled" {
			b.mu.Lock()
			b.outcomes[b.request] = a.Value.String()
			b.mu.Unlock()
		}
		return true
	})
	return nil
}
