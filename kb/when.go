package kb

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"dateline/kb/text"
	"dateline/kb/timex"
)

// event is a clause with its time.
type event struct {
	hit    hit
	time   timex.Expression
	clause text.Span
	score  float64 // 0 to 1, how surely it is the event asked for
	dated  bool    // false where the time is only the article's date
}

// maxSure is the confidence in what rules find: they have not been calibrated.
const maxSure = 0.95

// maxEvents bounds the events that one answer names.
const maxEvents = 5

// when answers with the times of what the parts did together.
func (b *Base) when(ctx context.Context, q Question, parts []part) Answer {
	hits := b.finder.find(ctx, b, parts, q)
	events := append(b.events(hits), b.reported(hits)...)
	b.heed(tense(q.Text), events)
	agree(events)
	rankEvents(events)
	finestFirst(events)
	if len(events) == 0 {
		return b.silent(q, parts, hits)
	}
	best := events[0]
	kept := b.sameOccasion(events, share(parts))
	a := Answer{Kind: When, Confidence: min(best.score, maxSure), Sources: sources(kept)}
	for _, e := range kept {
		a.Dates = append(a.Dates, b.date(e))
		a.Evidence = append(a.Evidence, b.evidence(e.hit.unit, text.Span{Start: e.time.Start, End: e.time.End}))
	}
	a.Text = a.Dates[0].Words
	a.Candidates = b.eventCandidates(events)
	a.Evidence = distinctEvidence(a.Evidence)
	slices.SortStableFunc(a.Dates, func(x, y Date) int { return x.First.Compare(y.First) })
	return a
}

// events reads the dated clauses of the hits.
func (b *Base) events(hits []hit) []event {
	var out []event
	for _, h := range hits {
		for _, t := range b.times(h.doc, h.Span) {
			if !dates(t) {
				continue
			}
			clause := h.clauses[h.clauseOf(t.Start)]
			score := h.score * h.near(clause) * h.beside(t, clause)
			if h.labels(t) || h.bound(t) {
				score *= 0.6
			}
			out = append(out, event{hit: h, time: t, clause: clause, dated: true, score: score})
		}
	}
	return out
}

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

// beside is 1 for a time that stands right beside something asked about, or
// after it where that is the subject of the clause; it falls to 0.75 with the
// words between them.
func (h hit) beside(t timex.Expression, clause text.Span) float64 {
	gap := len(h.words)
	for _, spans := range h.spans {
		for _, p := range spans {
			gap = min(gap, h.gap(p, t, clause))
		}
	}
	return 0.75 + 0.25/(1+float64(gap)/8)
}

// aside is the number of words that a preposition before a mention counts for:
// "until the end of Ramadan" is not about Ramadan.
const aside = 8

// gap is how many words a time stands away from a mention.
func (h hit) gap(p text.Span, t timex.Expression, clause text.Span) int {
	before := h.in(text.Span{Start: clause.Start, End: p.Start})
	if len(before) <= 1 && t.Start > p.End && t.End <= clause.End {
		return 0
	}
	n := len(h.in(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)}))
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

// bound reports whether a time only bounds another: "since 1995".
func (h hit) bound(t timex.Expression) bool {
	before := h.in(text.Span{Start: h.Start, End: t.Start})
	if len(before) == 0 {
		return false
	}
	switch before[len(before)-1].fold {
	case "since", "until", "till", "before", "after", "by":
		return true
	}
	return false
}

func rankEvents(events []event) []event {
	slices.SortStableFunc(events, func(x, y event) int { return cmp.Compare(y.score, x.score) })
	return events
}

// finestFirst moves the best event whose time lies within that of the first, and
// which is nearly as sure, to the front: the day rather than its week.
func finestFirst(events []event) {
	for i := range events {
		first, e := events[0], events[i]
		if e.score < 0.7*first.score {
			return
		}
		if e.dated && first.time.Value != e.time.Value && overlap(first.time, e.time) > 0 && e.time.Last.Sub(e.time.First) < first.time.Last.Sub(first.time.First) {
			copy(events[1:i+1], events[:i])
			events[0] = e
			events[0].score = first.score
			return
		}
	}
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
		if day.IsZero() || !e.dated {
			continue
		}
		if tense > 0 && e.time.Last.Before(day) || tense < 0 && e.time.First.After(day) {
			events[i].score *= 0.7
		}
		if tense >= 0 && day.Sub(e.time.Last) > background {
			events[i].score *= 0.8
		}
	}
}

// agreement is how much a time gains at most by what other articles say.
const agreement = 0.33

// agree raises the score of times on which several articles agree. A time
// within another, as a day within its year, agrees with it by half.
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

// overlap is 1 for the same days, 0.5 where one time holds the other, else 0.
func overlap(a, b timex.Expression) float64 {
	switch {
	case a.Value == b.Value:
		return 1
	case !a.First.After(b.First) && !a.Last.Before(b.Last), !b.First.After(a.First) && !b.Last.Before(a.Last):
		return 0.5
	}
	return 0
}

// reported takes the date of the article for what stands in a sentence
// without a time. Only the head of an article tells what is new by then.
func (b *Base) reported(hits []hit) []event {
	var out []event
	for _, h := range hits {
		d := b.docs[h.doc].Article.Date
		if d.IsZero() || len(b.times(h.doc, h.Span)) > 0 {
			continue
		}
		share := 0.55
		if h.first >= headSentences {
			share = 0.3
		}
		out = append(out, event{
			hit:    h,
			time:   timex.Expression{Type: timex.Date, Value: d.Format(time.DateOnly), First: d, Last: d},
			clause: h.Span, score: h.score * h.together(h.Span) * share,
		})
	}
	return out
}

// share is how near an event has to come to the best to be named beside it:
// a pair of names asks for all they did, a whole question for one thing.
func share(parts []part) float64 {
	for _, p := range parts {
		if !p.needed() {
			return 0.93
		}
	}
	return 0.6
}

// sameOccasion keeps the events that score at least a share of the best, each
// time once.
func (b *Base) sameOccasion(events []event, share float64) []event {
	var out []event
	for _, e := range events {
		if len(out) == maxEvents || e.score < share*events[0].score {
			break
		}
		if !slices.ContainsFunc(out, func(o event) bool { return o.time.Value == e.time.Value }) {
			out = append(out, e)
		}
	}
	return out
}

// date is what a reader is told of an event's time.
func (b *Base) date(e event) Date {
	d := Date{
		Text: e.time.Text, Value: e.time.Value, First: e.time.First, Last: e.time.Last, Exact: e.time.Exact,
		Words: e.time.Words(), Event: happening(e.clause.Of(b.text(e.hit.unit))),
	}
	if !e.dated {
		d.Words = "reported " + d.Words
		d.Note = "the article gives no time of its own; this is its date"
		return d
	}
	a := &b.docs[e.hit.doc].Article
	d.Note = e.time.Note(a.Date)
	return d
}

// happening tidies a clause that is shown on its own.
func happening(clause string) string {
	s := strings.Trim(squeeze(clause), " ,;:.—–-")
	for _, lead := range []string{"that ", "and ", "but "} {
		s = strings.TrimPrefix(s, lead)
	}
	return unquote(s)
}

func (b *Base) eventCandidates(events []event) []Candidate {
	var out []Candidate
	for _, e := range events[:min(len(events), maxCandidates)] {
		out = append(out, Candidate{
			Answer: e.time.Words(), Quote: b.quote(e.hit.unit),
			ArticleID: b.docs[e.hit.doc].Article.ID, Score: e.score,
		})
	}
	return out
}

// sources is the number of articles that the events come from.
func sources(events []event) int {
	seen := map[int32]bool{}
	for _, e := range events {
		seen[e.hit.doc] = true
	}
	return len(seen)
}
