package browse

import (
	"cmp"
	"context"
	"slices"
	"time"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/text"
)

// Event is something that happened at a time.
type Event struct {
	Date     answer.Date
	Evidence answer.Evidence
}

// maxTimeline bounds the events of a timeline.
const maxTimeline = 200

// Timeline returns the dated events about a subject in order of time, from
// the day from to the day to (either may be zero for no bound). Of events that
// fall on the same day and tell the same, the first told is kept.
func (b *Browser) Timeline(ctx context.Context, subject string, from, to time.Time) []Event {
	hits := b.lib.UnitsAbout(ctx, library.Clean(subject), maxTimeline)
	var out []Event
	seen := map[string]bool{}
	for _, e := range library.RankEvents(b.lib.Events(hits)) {
		if len(out) == maxTimeline {
			break
		}
		if e.Score < 0.3 || !from.IsZero() && e.Time.Last.Before(from) || !to.IsZero() && e.Time.First.After(to) {
			continue
		}
		d := b.lib.Date(e)
		key := d.Value + "\x00" + text.Fold(library.Clip(d.Event, 40))
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, Event{d, b.lib.Evidence(e.Passage.Unit, text.Span{Start: e.Time.Start, End: e.Time.End})})
	}
	slices.SortStableFunc(out, func(x, y Event) int {
		return cmp.Or(x.Date.First.Compare(y.Date.First), x.Date.Last.Compare(y.Date.Last))
	})
	return out
}
