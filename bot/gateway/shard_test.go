package gateway

import (
	"encoding/json"
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
