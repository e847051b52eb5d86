package rules

import (
	"math"
	"time"

	"dateline/kb/library"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// finestFirst moves the best event whose time lies within that of the first, and
// which is nearly as sure, to the front: the day rather than its week. Another
// article has to be surer that it means the same.
func finestFirst(events []library.Event) {
	for i, e := range events {
		first := events[0]
		share := 0.9
		if e.Passage.Doc == first.Passage.Doc {
			share = 0.7
		}
		if e.Score >= share*first.Score && finer(e.Time, first.Time) {
			copy(events[1:i+1], events[:i])
			events[0] = e
			events[0].Score = first.Score
			return
		}
	}
}

// finer reports whether a time is a part of another.
func finer(a, b timex.Expression) bool {
	return !a.First.Before(b.First) && !a.Last.After(b.Last) && a.Last.Sub(a.First) < b.Last.Sub(b.First)
}

// tense is how a question speaks of what it asks about: -1 as past, 1 as present
// or to come, 0 where it does not show.
func tense(question string) int {
	for _, w := range library.Words(question, text.Span{End: min(len(question), 60)}) {
		switch w.Fold {
		case "did", "was", "were", "had", "has", "have":
			return -1
		case "will", "is", "are", "do", "does":
			return 1
		}
	}
	return 0
}

// background is how long ago a time is that an article gives to explain its news.
const background = 300 * 24 * time.Hour

// heed lowers the score of times that the tense of the question does not fit,
// by the date of the article. News is asked for: where the question does not
// ask about the past, times long past are its background.
func (rs *Rules) heed(tense int, events []library.Event) {
	for i, e := range events {
		day := rs.lib.Article(e.Passage.Doc).Date
		if day.IsZero() {
			continue
		}
		if tense > 0 && e.Time.Last.Before(day) || tense < 0 && e.Time.First.After(day) {
			events[i].Score *= 0.7
		}
		if tense >= 0 && !e.Own && day.Sub(e.Time.Last) > background {
			events[i].Score *= 0.8
		}
	}
}

// agreement is how much a time gains at most by what other articles say.
const agreement = 0.33

// agree raises the score of times on which several articles agree. A time
// within another, as a day within its year, agrees with it by a quarter.
func agree(events []library.Event) {
	support := make([]float64, len(events))
	for i, e := range events {
		best := map[int32]float64{}
		for _, f := range events {
			if f.Passage.Doc != e.Passage.Doc {
				best[f.Passage.Doc] = max(best[f.Passage.Doc], f.Score*overlap(e.Time, f.Time))
			}
		}
		for _, s := range best {
			support[i] += s
		}
	}
	for i := range events {
		events[i].Score *= 1 + agreement*(1-math.Exp(-support[i]))
	}
}

// overlap is 1 for the same days, 0.25 where one time holds the other, else 0.
func overlap(a, b timex.Expression) float64 {
	const day = 24 * time.Hour
	switch {
	case a.Value == b.Value:
		return 1
	case a.First.Truncate(day).Equal(b.First.Truncate(day)) && a.Last.Truncate(day).Equal(b.Last.Truncate(day)):
		return 1 // whatever the hour
	case !a.First.After(b.First) && !a.Last.Before(b.Last), !b.First.After(a.First) && !b.Last.Before(a.Last):
		return 0.25
	}
	return 0
}
