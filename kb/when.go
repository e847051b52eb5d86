package kb

import (
	"context"
	"slices"

	"dateline/kb/read"
	"dateline/kb/text"
)

// maxEvents bounds the events that one answer names.
const maxEvents = 5

// when answers with the times of what the parts did together.
func (b *Base) when(ctx context.Context, q Question, parts []part) ruling {
	hits := b.find(ctx, parts, q.Asked)
	events := b.events(hits)
	b.heed(tense(q.Text), events)
	agree(events)
	rankEvents(events)
	if len(needed(parts)) < 2 { // two names together may have done several things
		finestFirst(events)
	}
	if len(events) == 0 {
		return ruling{}
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

func (b *Base) eventCandidates(events []event) []Candidate {
	var out []Candidate
	for _, e := range events[:min(len(events), maxCandidates)] {
		out = append(out, Candidate{
			Answer: e.time.Words(), Quote: b.quote(e.hit.unit),
			ArticleID: b.article(e.hit.doc).ID, Score: e.score,
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
