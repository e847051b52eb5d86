package kb

import (
	"cmp"
	"context"
	"slices"
	"time"

	"dateline/kb/text"
)

// Event is something that happened at a time.
type Event struct {
	Date     Date
	Evidence Evidence
}

// maxTimeline bounds the events of a timeline.
const maxTimeline = 200

// Timeline returns the dated events about a subject in order of time, from
// the day from to the day to (either may be zero for no bound). Of events that
// fall on the same day and tell the same, the first told is kept.
func (b *Base) Timeline(ctx context.Context, subject string, from, to time.Time) []Event {
	hits := b.unitsAbout(ctx, clean(subject), maxTimeline)
	var out []Event
	seen := map[string]bool{}
	for _, e := range rankEvents(b.events(hits)) {
		if len(out) == maxTimeline {
			break
		}
		if e.score < 0.3 || !from.IsZero() && e.time.Last.Before(from) || !to.IsZero() && e.time.First.After(to) {
			continue
		}
		d := b.date(e)
		key := d.Value + "\x00" + text.Fold(clip(d.Event, 40))
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, Event{d, b.evidence(e.hit.unit, text.Span{Start: e.time.Start, End: e.time.End})})
	}
	slices.SortStableFunc(out, func(x, y Event) int {
		return cmp.Or(x.Date.First.Compare(y.Date.First), x.Date.Last.Compare(y.Date.Last))
	})
	return out
}
