package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/prometheus/client_golang/prometheus"
)

func TestSequence(t *testing.T) {
	var got []string
	s := &shard{
		log: slog.New(slog.DiscardHandler), metrics: newMetrics(prometheus.NewRegistry()),
		dispatch: func(name string, _ json.RawMessage) { got = append(got, name) },
	}
	s.known = func(u *discordgo.User) { t.Errorf("READY names no user, but %v is known", u) }
	p := newPulse(time.Minute)
	defer p.timer.Stop()
	for _, frame := range []string{
		`{"op":0,"t":"READY","s":1,"d":{"session_id":"a","resume_gateway_url":"ws://b"}}`,
		`{"op":0,"t":"FIVE","s":5,"d":{}}`,
		`{"op":0,"t":"THREE","s":3,"d":{}}`, // overtaken
		`{"op":0,"t":"NONE","d":{}}`,
	} {
		if err := s.frame(nil, p, []byte(frame)); err != nil {
			t.Fatal(err)
		}
	}
	if s.seq != 5 || s.session != "a" || s.address != "ws://b" {
		t.Errorf("would resume %q at %q after %d, want a at ws://b after 5", s.session, s.address, s.seq)
	}
	if len(got) != 3 {
		t.Errorf("dispatched %v", got)
	}
	if err := s.frame(nil, p, []byte(`{"op":0,"t":"READY","s":1,"d":{"session_id":"c"}}`)); err != nil || s.seq != 1 {
		t.Errorf("after another READY the sequence is %d, want 1 (%v)", s.seq, err)
	}
}

// TestTokenReset is about a token that is good no more when a session has to be
// started anew: no further attempt is made.
func TestTokenReset(t *testing.T) {
	asked := 0
	ask := func(context.Context) (gatewayInfo, error) {
		asked++
		return gatewayInfo{}, fmt.Errorf("asking for the gateway: %w", ErrToken)
	}
	st := newStarts(ask, gatewayInfo{}, 0, slog.New(slog.DiscardHandler))
	st.asked = time.Time{}
	s := &shard{log: slog.New(slog.DiscardHandler), metrics: newMetrics(prometheus.NewRegistry()), starts: st}
	s.cfg.Timing = Timing{}.withDefaults()
	if err := s.run(t.Context()); !errors.Is(err, ErrToken) || asked != 1 {
		t.Errorf("error %v after %d attempts, want the refused token after one", err, asked)
	}
}
