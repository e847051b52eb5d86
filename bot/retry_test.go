package bot

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline/bot/discordtest"
	"dateline/kb"
)

// TestStumbles answers though Discord stumbles, and not twice where the answer had
// arrived.
func TestStumbles(t *testing.T) {
	faults := map[string]func(match string) discordtest.RESTFault{
		"500":                func(m string) discordtest.RESTFault { return discordtest.Broken(m, 500) },
		"503":                func(m string) discordtest.RESTFault { return discordtest.Broken(m, 503) },
		"reset":              func(m string) discordtest.RESTFault { return discordtest.RESTFault{Match: m, Reset: true} },
		"reset once it came": func(m string) discordtest.RESTFault { return discordtest.RESTFault{Match: m, Reset: true, Late: true} },
		"502 twice": func(m string) discordtest.RESTFault {
			f := discordtest.Broken(m, 502)
			f.Times = 2
			return f
		},
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := start(t, newBot(&world{}))
			srv.Fail(fault("POST /interactions/"))
			i := srv.Command("who", "name", "Kuleba")
			if r := srv.Wait(i); !strings.Contains(r.Text(), "Dmytro Kuleba") {
				t.Errorf("a command: got %s", r.Text())
			}
			srv.Fail(fault("POST /channels/"))
			if r := srv.Wait(srv.DM("who is Kuleba?")); !strings.Contains(r.Text(), "Dmytro Kuleba") {
				t.Errorf("a message: got %s", r.Text())
			}
			if twice := srv.Unprompted(); len(twice) > 0 {
				t.Errorf("%d messages too many", len(twice))
			}
		})
	}
}

// TestSlowSilence keeps a silence between the bot and the asker, though it took so
// long that the answer was promised to all.
func TestSlowSilence(t *testing.T) {
	b := newBot(&world{before: func(ctx context.Context, _ kb.Question) { time.Sleep(60 * time.Millisecond) }})
	b.deferAfter = 10 * time.Millisecond
	srv := start(t, b)
	for asked, private := range map[string]bool{"Nobody At All": true, "Kuleba": false} {
		i := srv.Command("who", "name", asked)
		if first := srv.First(i); first.Ephemeral() {
			t.Errorf("%s: deferred in private", asked)
		}
		if r := srv.Wait(i); r.Ephemeral() != private {
			t.Errorf("%s: private %v, want %v: %s", asked, r.Ephemeral(), private, r.Text())
		}
	}
}
