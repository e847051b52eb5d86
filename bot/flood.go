package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

const (
	floodRate   = rate.Limit(1) // requests a second that one person may keep up
	floodBurst  = 8
	floodMemory = 10 * time.Minute
	maxFloods   = 20_000

	completeRate  = rate.Limit(10) // completions come with every key typed
	completeBurst = 30
)

// flood limits what one person asks for.
type flood struct {
	mu       sync.Mutex
	requests *rate.Limiter
	typing   *rate.Limiter
	told     bool
}

// verdict is what to do with a request.
type verdict uint8

const (
	pass verdict = iota
	tell         // too many: say so
	drop         // too many, and it was said
)

func (b *Bot) floodOf(user string) *flood {
	f, _ := b.floods.GetOrPut(user, func() *flood {
		return &flood{requests: rate.NewLimiter(floodRate, floodBurst), typing: rate.NewLimiter(completeRate, completeBurst)}
	})
	return f
}

// admit counts a request of a person. Whoever asks for too much is told once,
// and again only after a pause.
func (b *Bot) admit(user string) verdict {
	f := b.floodOf(user)
	f.mu.Lock()
	defer f.mu.Unlock()
	now := b.deps.Now()
	if f.requests.AllowN(now, 1) {
		if f.requests.TokensAt(now) > floodBurst/2 {
			f.told = false
		}
		return pass
	}
	if f.told {
		return drop
	}
	f.told = true
	return tell
}

func (b *Bot) admitTyping(user string) bool {
	return b.floodOf(user).typing.AllowN(b.deps.Now(), 1)
}
