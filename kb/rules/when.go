package rules

import (
	"context"
	"slices"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/read"
	"dateline/kb/text"
)

// maxEvents bounds the events that one answer names.
const maxEvents = 5

// when answers with the times of what the parts did together.
func (rs *Rules) when(ctx context.Context, q answer.Question, parts []library.Part) Ruling {
	hits := rs.lib.Find(ctx, parts, q.Asked)
	events := rs.lib.Events(hits)
	rs.heed(tense(q.Text), events)
	agree(events)
	library.RankEvents(events)
	if len(library.Needed(parts)) < 2 { // two names together may have done several things
		finestFirst(events)
	}
	if len(events) == 0 {
		return Ruling{}
	}
	best := events[0]
	kept := rs.sameOccasion(events, share(parts))
	a := answer.Answer{Kind: answer.When, Confidence: min(best.Score, library.MaxSure), Sources: sources(events)}
	for _, e := range kept {
		a.Dates = append(a.Dates, rs.lib.Date(e))
		a.Evidence = append(a.Evidence, rs.lib.Evidence(e.Passage.Unit, text.Span{Start: e.Time.Start, End: e.Time.End}))
	}
	a.Text = a.Dates[0].Words
	a.Candidates = rs.eventCandidates(events)
	a.Evidence = library.Distinct(a.Evidence)
	slices.SortStableFunc(a.Dates, func(x, y answer.Date) int { return x.First.Compare(y.First) })
	out := Ruling{Answer: a, shown: 1}
	for _, e := range events {
		out.Hints = append(out.Hints, read.Hint{Doc: e.Passage.Doc, Start: e.Time.Start, End: e.Time.End, Score: e.Score})
	}
	return out
}

// share is how near an event has to come to the best to be named beside it:
// a pair of names asks for all they did, a whole question for one thing.
func share(parts []library.Part) float64 {
	for _, p := range parts {
		if !p.Needed() {
			return 0.93
		}
	}
	return 0.6
}

// sameOccasion keeps the events that score at least a share of the best, each
// time once.
func (rs *Rules) sameOccasion(events []library.Event, share float64) []library.Event {
	var out []library.Event
	for _, e := range events {
		if len(out) == maxEvents || e.Score < share*events[0].Score {
			break
		}
		if !slices.ContainsFunc(out, func(o library.Event) bool { return o.Time.Value == e.Time.Value }) {
			out = append(out, e)
		}
	}
	return out
}

func (rs *Rules) eventCandidates(events []library.Event) []answer.Candidate {
	var out []answer.Candidate
	for _, e := range events[:min(len(events), library.MaxCandidates)] {
		out = append(out, answer.Candidate{
			Answer: e.Time.Words(), Quote: rs.lib.Quote(e.Passage.Unit),
			ArticleID: rs.lib.Article(e.Passage.Doc).ID, Score: e.Score,
		})
	}
	return out
}

// sources is the number of articles that tell the time of the first event.
func sources(events []library.Event) int {
	seen := map[int32]bool{}
	for _, e := range events {
		if e.Time.Value == events[0].Time.Value {
			seen[e.Passage.Doc] = true
		}
	}
	return len(seen)
}
