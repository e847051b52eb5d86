package gateway

import (
	"context"
	"math/rand/v2"
	"time"
)

// backoff doubles the wait between attempts, with jitter so that many clients
// that lost the same server do not come back at the same moment.
type backoff struct {
	min, max time.Duration
	attempts int
}

// next is how long to wait before the next attempt: a random half of a wait
// that doubles each time, on top of the other half.
func (b *backoff) next() time.Duration {
	d := b.min << min(b.attempts, 30)
	if d > b.max || d <= 0 {
		d = b.max
	}
	b.attempts++
	return d/2 + rand.N(d/2+1)
}

func (b *backoff) reset() { b.attempts = 0 }

// sleep waits for d or for the end of ctx, whose error it returns.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
