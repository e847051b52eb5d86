package kb

import (
	"context"
	"time"
)

// Event is something that happened at a time.
type Event struct {
	Date     Date
	Evidence Evidence
}

// Timeline returns the dated events about a subject in order of time, from
// the day from to the day to (either may be zero for no bound).
func (b *Base) Timeline(ctx context.Context, subject string, from, to time.Time) []Event { return nil }
