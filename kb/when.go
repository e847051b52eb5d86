package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/read"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// event is a clause with its time.
type event struct {
	hit    hit
	time   timex.Expression
	clause text.Span
	score  float64 // 0 to 1, how surely it is the event asked for
	own    bool    // the time qualifies what was asked about: "the 2016 crash"
}

// maxSure is the confidence in what rules find: they have not been calibrated.
const maxSure = 0.95

// maxEvents bounds the events that one answer names.
const maxEvents = 5

// when answers with the times of what the parts did together.
func (b *Base) when(ctx context.Context, q Question, parts []part) ruling {
	hits := b.finder.find(ctx, b, parts, q)
	events := b.events(hits)
	b.heed(tense(q.Text), events)
	agree(events)
	rankEvents(events)
	if len(needed(parts)) < 2 { // two names together may have done several things
		finestFirst(events)
	}
	if len(events) == 0 {
		return ruling{answer: b.silent(q, parts, hits)}
	}
	best := events[0]
	kept := b.sameOccasion(events, share(parts))
	a := Answer{Kind: When, Confidence: min(best.score, maxSure), Sources: sources(events)}
	for _, e := range kept {
		a.Dates = append(a.Dates, b.date(e))
		a.Evidence = append(a.Evidence, b.evidence(e.hit.unit, text.Span{Start: e.time.Start, End: e.time.End}))
	}
	a.Text = a.Dates[0].Words
	a.Candidates = b.eventCandidates(events)
	a.Evidence = distinctEvidence(a.Evidence)
	slices.SortStableFunc(a.Dates, func(x, y Date) int { return x.First.Compare(y.First) })
	out := ruling{answer: a, shown: 1}
	for _, e := range events {
		out.hints = append(out.hints, read.Hint{Doc: e.hit.doc, Start: e.time.Start, End: e.time.End, Score: e.score})
	}
	return out
}

// What a time counts that only stands in a name, a bound or a list, that another
// verb has, and that is a year, which says little about news.
const (
	incidental = 0.6
	otherVerb  = 0.75
	broad      = 0.85
)

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
			own := b.qualifies(h, t)
			if h.labels(t) || h.bound(t) || h.listed(t) {
				score *= incidental
			}
			if b.another(h, t) {
				score *= otherVerb
			}
			if !own && t.Last.Sub(t.First) > season {
				score *= broad
			}
			out = append(out, event{hit: h, time: t, clause: clause, own: own, score: score})
		}
	}
	return out
}

func rankEvents(events []event) []event {
	slices.SortStableFunc(events, func(x, y event) int { return cmp.Compare(y.score, x.score) })
	return events
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

// sources is the number of articles that tell the time of the first event.
func sources(events []event) int {
	seen := map[int32]bool{}
	for _, e := range events {
		if e.time.Value == events[0].time.Value {
			seen[e.hit.doc] = true
		}
	}
	return len(seen)
}
