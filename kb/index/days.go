package index

import (
	"math"
	"time"
)

// noDay is the day of a document without a date.
const noDay = math.MinInt32

// day is the number of a day since 1970.
func day(t time.Time) int32 {
	if t.IsZero() {
		return noDay
	}
	d := t.Unix() / (24 * 60 * 60)
	return int32(max(min(d, math.MaxInt32), noDay+1))
}

// window is the days of a query.
type window struct {
	from, to int32
	bounded  bool
}

func newWindow(q Query) window {
	w := window{from: noDay, to: math.MaxInt32}
	if !q.From.IsZero() {
		w.from, w.bounded = day(q.From), true
	}
	if !q.To.IsZero() {
		w.to, w.bounded = day(q.To), true
	}
	return w
}

func (w window) holds(day int32) bool {
	return !w.bounded || day != noDay && w.from <= day && day <= w.to
}

// freshness is what the age of a document in days adds to its score.
func (m *model) freshness() []float32 {
	f := make([]float32, 3000)
	for age := range f {
		f[age] = m.fresh * float32(m.halfLife/(m.halfLife+float64(age)))
	}
	return f
}

// recency is what a document of a day gains. One published after the question
// was asked gains as much as one published as long before.
func (x *Index) recency(asked, day int32) float32 {
	if asked == noDay || day == noDay {
		return 0
	}
	age := max(asked, day) - min(asked, day)
	if age < 0 || int(age) >= len(x.freshness) {
		age = int32(len(x.freshness) - 1)
	}
	return x.freshness[age]
}
