package gateway

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// starts rations the start of sessions, for all shards of the process. Discord
// allows a number a day, and resets the token of a bot that goes beyond; and so
// many at once, each concurrency bucket every five seconds.
type starts struct {
	ask   func(context.Context) (gatewayInfo, error)
	every time.Duration // between two starts of a bucket
	log   *slog.Logger

	mu      sync.Mutex
	info    gatewayInfo
	asked   time.Time
	buckets map[int]time.Time // when each may start next
}

// fresh is how old what Discord said may be when a session starts.
const fresh = 30 * time.Second

// reserve is how many starts of the day are left alone, for a person who has to
// start the bot again.
const reserve = 5

func newStarts(ask func(context.Context) (gatewayInfo, error), info gatewayInfo, every time.Duration, log *slog.Logger) *starts {
	return &starts{ask: ask, every: every, log: log, info: info, asked: time.Now(), buckets: map[int]time.Time{}}
}

func (s *starts) url() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.info.URL
}

// wait returns when the shard may start a session, which it counts.
func (s *starts) wait(ctx context.Context, shard int) error {
	for {
		d, err := s.claim(ctx, shard)
		if err != nil {
			return err
		}
		if d <= 0 {
			return nil
		}
		if err := sleep(ctx, d); err != nil {
			return err
		}
	}
}

// claim takes a start, or says how long to wait before asking again.
func (s *starts) claim(ctx context.Context, shard int) (time.Duration, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(s.asked) > fresh {
		info, err := s.ask(ctx)
		if err != nil {
			return 0, err
		}
		s.info, s.asked = info, time.Now()
	}
	limit := &s.info.StartLimit
	if limit.Total > 0 && limit.Remaining <= min(reserve, limit.Total/10) {
		d := max(time.Duration(limit.ResetAfter)*time.Millisecond, time.Second)
		s.asked = time.Time{} // ask again afterwards
		s.log.Error("no session starts are left for now: waiting until Discord allows more", "left", limit.Remaining, "of", limit.Total, "wait", d)
		return d, nil
	}
	bucket := shard % max(limit.Concurrency, 1)
	now := time.Now()
	if next := s.buckets[bucket]; next.After(now) {
		return next.Sub(now), nil
	}
	s.buckets[bucket] = now.Add(s.every)
	limit.Remaining--
	return 0, nil
}
