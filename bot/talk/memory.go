package talk

import (
	"time"

	"dateline/bot/recent"
)

const (
	keepTurn = 10 * time.Minute
	maxTurns = 20_000
)

// Memory keeps the last question of each person in each channel for ten
// minutes. It is bounded and safe for concurrent use.
type Memory struct {
	turns *recent.Map[place, Turn]
}

type place struct{ user, channel string }

// NewMemory makes a memory that reads the time from now.
func NewMemory(now func() time.Time) *Memory {
	return &Memory{recent.NewMap[place, Turn](maxTurns, keepTurn, now)}
}

// Keep remembers what a person asked last in a channel.
func (m *Memory) Keep(user, channel string, t Turn) { m.turns.Put(place{user, channel}, t) }

// Forget forgets what a person asked, in all channels.
func (m *Memory) Forget(user string) {
	m.turns.DeleteFunc(func(p place) bool { return p.user == user })
}

// Last is what a person asked last in a channel, or nil.
func (m *Memory) Last(user, channel string) *Turn {
	t, ok := m.turns.Get(place{user, channel})
	if !ok {
		return nil
	}
	return &t
}
