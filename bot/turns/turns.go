// Package turns shares the machine among people: a bounded number of them is
// served at a time, and of those who wait the one comes first who has had the least
// of late. Ten who ask without end do not keep the eleventh waiting.
package turns

import (
	"context"
	"math"
	"sync"
	"time"

	"dateline/bot/recent"
)

// Bounds on what is remembered of whom.
const (
	maxPeople = 20_000
	memory    = 5 * time.Minute
	halfLife  = 10 * time.Second // of what somebody has had
)

// Turns gives out turns. It is safe for concurrent use.
type Turns struct {
	now func() time.Time

	mu      sync.Mutex
	free    int
	waiting []*waiter
	had     *recent.Map[string, usage]
}

// usage is the time that somebody has had, as it was at an instant.
type usage struct {
	time time.Duration
	at   time.Time
}

type waiter struct {
	person string
	ready  chan struct{} // closed when it is its turn
}

// New gives out at most n turns at a time.
func New(n int, now func() time.Time) *Turns {
	return &Turns{now: now, free: n, had: recent.NewMap[string, usage](maxPeople, memory, now)}
}

// Take waits for a person's turn, and gives what ends it. It is an error where ctx
// ends first; then there is no turn to end.
func (t *Turns) Take(ctx context.Context, person string) (end func(), err error) {
	w := &waiter{person, make(chan struct{})}
	t.mu.Lock()
	t.waiting = append(t.waiting, w)
	t.next()
	t.mu.Unlock()
	select {
	case <-w.ready:
	case <-ctx.Done():
		if t.leave(w) {
			return nil, ctx.Err()
		}
		<-w.ready // it came at the same moment
	}
	start := t.now()
	return sync.OnceFunc(func() { t.end(person, t.now().Sub(start)) }), nil
}

// leave takes a waiter out of the line and reports whether it was still there.
func (t *Turns) leave(w *waiter) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, o := range t.waiting {
		if o == w {
			t.waiting = append(t.waiting[:i], t.waiting[i+1:]...)
			return true
		}
	}
	return false
}

func (t *Turns) end(person string, took time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.had.Put(person, usage{t.lately(person) + took, t.now()})
	t.free++
	t.next()
}

// next gives free turns to those who have had the least; of equals to who came
// first. The caller holds t.mu.
func (t *Turns) next() {
	for t.free > 0 && len(t.waiting) > 0 {
		first, least := 0, time.Duration(math.MaxInt64)
		for i, w := range t.waiting {
			if had := t.lately(w.person); had < least {
				first, least = i, had
			}
		}
		w := t.waiting[first]
		t.waiting = append(t.waiting[:first], t.waiting[first+1:]...)
		t.free--
		close(w.ready)
	}
}

// lately is what somebody has had, older turns counting less. The caller holds
// t.mu.
func (t *Turns) lately(person string) time.Duration {
	u, ok := t.had.Get(person)
	if !ok {
		return 0
	}
	return time.Duration(float64(u.time) * math.Exp2(-float64(t.now().Sub(u.at))/float64(halfLife)))
}
