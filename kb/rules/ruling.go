package rules

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// Ruling is what the rules for times, places, reasons and numbers find for a
// question: the places for the ranking to judge, and how the answer is shown
// where it judges for the first of them.
type Ruling struct {
	Answer answer.Answer
	Hints  []read.Hint // best first
	shown  int         // how many of the hints the answer shows
}

// rule is a set of rules for one kind of answer.
type rule func(rs *Rules, ctx context.Context, q answer.Question, parts []library.Part) Ruling

// ruleFor is the rule for what a question wants; nil where there is none.
func ruleFor(q query.Query) rule {
	switch {
	case q.Expect.Temporal():
		return (*Rules).when
	case q.Expect == query.Place || q.Expect == query.City || q.Expect == query.Country:
		return (*Rules).where
	case q.Expect == query.Reason:
		return (*Rules).why
	case q.Expect == query.Count:
		return (*Rules).howMany
	}
	return nil
}

// maxScanned bounds the words of a question that the rules look at: of a longer
// one every word would have to count.
const maxScanned = 16

// Find lets the rules look at a question. Of several ways to read the subject
// of a command the first that leads to an answer counts.
func (rs *Rules) Find(ctx context.Context, q answer.Question, asked query.Query, ways [][]library.Part) Ruling {
	find := ruleFor(asked)
	if find == nil || strings.Count(q.Text, " ") >= maxScanned {
		return Ruling{}
	}
	if ways == nil {
		ways = [][]library.Part{rs.lib.Scan(ctx, asked.Text, library.QuestionWeight)}
	}
	for _, way := range ways {
		if len(way) == 0 || slices.ContainsFunc(way, library.Part.Missing) {
			continue
		}
		if found := find(rs, ctx, q, way); len(found.Hints) > 0 {
			return found
		}
	}
	return Ruling{}
}

// Agrees reports whether a candidate is among what the ruling shows, or for a
// time holds the one that it shows: the month of its day, which a text cut in
// two may give apart.
func (rs *Rules) Agrees(r Ruling, c read.Candidate) bool {
	for _, h := range r.Hints[:min(r.shown, len(r.Hints))] {
		if h.Doc == c.Doc && c.Start < h.End && c.End > h.Start {
			return true
		}
	}
	if r.Answer.Kind != answer.When || len(r.Hints) == 0 || r.Hints[0].Doc != c.Doc {
		return false
	}
	h := r.Hints[0]
	told := rs.lib.Times(h.Doc, text.Span{Start: h.Start, End: h.End})
	return slices.ContainsFunc(rs.lib.Times(c.Doc, text.Span{Start: c.Start, End: c.End}), func(t timex.Expression) bool {
		return len(told) > 0 && finer(told[0], t) && rs.lib.UnitHolding(c.Doc, c.Start) == rs.lib.UnitHolding(h.Doc, h.Start)
	})
}
