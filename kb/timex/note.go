package timex

import (
	"fmt"
	"time"
)

// Note says where the text contradicts itself, in words for a reader: a time
// told as future that lies before the document's day, a weekday that does not
// fit its date, a day that the calendar does not have. It is empty where
// nothing is wrong.
func (e Expression) Note(docDate time.Time) string {
	switch {
	case e.Impossible:
		return "there is no such day"
	case e.Weekday > 0 && !e.First.IsZero() && isoWeekday(e.day()) != e.Weekday:
		return fmt.Sprintf("%s is a %s, not a %s", e.day().Format("2 January 2006"), e.day().Weekday(), time.Weekday(e.Weekday%7))
	case e.Tense == Future && !docDate.IsZero() && e.endsBefore(docDate) && docDate.Sub(e.Last) < 366*24*time.Hour:
		return "before the article's own date, though told as future"
	}
	return ""
}

func (e Expression) endsBefore(docDate time.Time) bool {
	if e.Last.IsZero() || e.Type != Date && e.Type != Time {
		return false
	}
	y, m, d := docDate.Date()
	if e.Exact {
		return e.day().Before(date(y, int(m), d))
	}
	return e.Last.Before(date(y, int(m), d)) && e.Last.Sub(e.First) < 32*24*time.Hour
}

// day is the first day of the expression; for an instant, its day in the zone
// that the text names.
func (e Expression) day() time.Time {
	if e.Exact && len(e.Value) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, e.Value[:len(time.DateOnly)]); err == nil {
			return t
		}
	}
	return e.First
}
