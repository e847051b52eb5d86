package kb

import (
	"math"
	"slices"
	"strings"
	"time"

	"dateline/kb/lexicon"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// dates reports whether a time tells when something is, which a duration, a
// repetition and "an hour earlier" do not.
func dates(t timex.Expression) bool {
	switch t.Type {
	case timex.Duration, timex.Set:
		return false
	case timex.Time:
		return !t.First.IsZero() && strings.Contains(t.Value, "T")
	}
	return !t.First.IsZero()
}

// beside is 1 for a time that stands right beside something asked about; it
// falls to 0.7 with the words between them. What happened counts where it is
// mentioned, who it happened to where it is not.
func (h hit) beside(t timex.Expression, clause text.Span) float64 {
	what, who := len(h.words), len(h.words)
	for i, spans := range h.spans {
		for _, p := range spans {
			if h.parts[i].needed() {
				who = min(who, h.gap(p, t, clause))
			} else {
				what = min(what, h.gap(p, t, clause))
			}
		}
	}
	if what == len(h.words) {
		what = who
	}
	return 0.7 + 0.3/(1+float64(what)/8)
}

// aside is the number of words that a preposition before a mention counts for:
// "until the end of Ramadan" is not about Ramadan.
const aside = 8

// gap is how many words a time stands away from a mention, half of them where
// it follows the subject of its clause.
func (h hit) gap(p text.Span, t timex.Expression, clause text.Span) int {
	before := h.in(text.Span{Start: clause.Start, End: p.Start})
	n := len(h.in(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)}))
	if len(before) <= 1 && t.Start > p.End && t.End <= clause.End {
		return n / 2
	}
	for len(before) > 0 && determiner(before[len(before)-1].fold) {
		before = before[:len(before)-1]
	}
	if len(before) > 0 && oblique[before[len(before)-1].fold] {
		n += aside
	}
	return n
}

var oblique = wordSet(`of for about until during since after before with without from than by despite amid over`)

// labels reports whether a year belongs to a name rather than telling a time:
// "the 2022 Australian Grand Prix".
func (h hit) labels(t timex.Expression) bool {
	if len(t.Value) != len("2022") {
		return false
	}
	after := h.in(text.Span{Start: t.End, End: h.End})
	return len(after) > 0 && after[0].kind == text.Word && !after[0].lower
}

// qualifies reports whether a time stands right before something asked about:
// "Sunday's race", not "Sunday's race director".
func (b *Base) qualifies(h hit, t timex.Expression) bool {
	return slices.ContainsFunc(flatten(h.spans), func(p text.Span) bool {
		between := h.in(text.Span{Start: t.End, End: p.Start})
		next := h.indexAt(p.End)
		return p.Start > t.End && (len(between) == 0 || len(between) == 1 && between[0].fold == "'s") &&
			(!b.modifies(h.words, next-1) || h.asked(h.words[next].Span))
	})
}

// another reports whether a time says when something else was done than what
// was asked, by the verb before it: "who resigned and died on Saturday".
func (b *Base) another(h hit, t timex.Expression) bool {
	i := h.indexAt(t.Start) - 1
	for i >= 0 && function(h.words[i].fold) {
		i--
	}
	if i < 0 {
		return false
	}
	w := h.words[i]
	if len(needed(h.parts)) == len(h.parts) { // whatever they did counts, but for telling of it
		return verbsOfSaying[w.fold] && len(b.times(h.doc, h.Span)) > 1
	}
	_, e, ok := b.lexicon.Base(w.fold, lexicon.Verb)
	return ok && w.lower && e.Uses[lexicon.Verb] > e.Uses[lexicon.Noun] && !occurring[w.base] && !h.asked(w.Span)
}

// season is the longest that a season or a quarter lasts.
const season = 93 * 24 * time.Hour

// listed reports whether a holiday is only named in a row with what was asked
// about: "Hanukkah, Christmas, Kwanzaa".
func (h hit) listed(t timex.Expression) bool {
	if strings.ContainsAny(t.Text, "0123456789") {
		return false
	}
	for _, p := range flatten(h.spans) {
		between := h.in(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)})
		if len(between) == 0 || len(between) > 8 || h.in(text.Span{Start: t.Start, End: t.End})[0].lower {
			continue
		}
		if !slices.ContainsFunc(between, func(w word) bool { return w.lower && !coordinator[w.fold] }) {
			return true
		}
	}
	return false
}

// bound reports whether a time only bounds another: "since 1995".
func (h hit) bound(t timex.Expression) bool {
	i := h.indexAt(t.Start)
	return i > 0 && bounds[h.words[i-1].fold]
}

var bounds = wordSet(`since until till before after by`)

// finestFirst moves the best event whose time lies within that of the first, and
// which is nearly as sure, to the front: the day rather than its week. Another
// article has to be surer that it means the same.
func finestFirst(events []event) {
	for i, e := range events {
		first := events[0]
		share := 0.9
		if e.hit.doc == first.hit.doc {
			share = 0.7
		}
		if e.score >= share*first.score && finer(e.time, first.time) {
			copy(events[1:i+1], events[:i])
			events[0] = e
			events[0].score = first.score
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
	for _, w := range words(question, text.Span{End: min(len(question), 60)}) {
		switch w.fold {
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
func (b *Base) heed(tense int, events []event) {
	for i, e := range events {
		day := b.docs[e.hit.doc].Article.Date
		if day.IsZero() {
			continue
		}
		if tense > 0 && e.time.Last.Before(day) || tense < 0 && e.time.First.After(day) {
			events[i].score *= 0.7
		}
		if tense >= 0 && !e.own && day.Sub(e.time.Last) > background {
			events[i].score *= 0.8
		}
	}
}

// agreement is how much a time gains at most by what other articles say.
const agreement = 0.33

// agree raises the score of times on which several articles agree. A time
// within another, as a day within its year, agrees with it by a quarter.
func agree(events []event) {
	support := make([]float64, len(events))
	for i, e := range events {
		best := map[int32]float64{}
		for _, f := range events {
			if f.hit.doc != e.hit.doc {
				best[f.hit.doc] = max(best[f.hit.doc], f.score*overlap(e.time, f.time))
			}
		}
		for _, s := range best {
			support[i] += s
		}
	}
	for i := range events {
		events[i].score *= 1 + agreement*(1-math.Exp(-support[i]))
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
