package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// ruling is what the rules for times, places, reasons and numbers find for a
// question: the places for the ranking to judge, and how the answer is shown
// where it judges for the first of them.
type ruling struct {
	answer Answer
	hints  []read.Hint // best first
	shown  int         // how many of the hints the answer shows
}

// rule is a set of rules for one kind of answer.
type rule func(b *Base, ctx context.Context, q Question, parts []part) ruling

// ruleFor is the rule for what a question wants; nil where there is none.
func ruleFor(q query.Query) rule {
	switch {
	case q.Expect.Temporal():
		return (*Base).when
	case q.Expect == query.Place || q.Expect == query.City || q.Expect == query.Country:
		return (*Base).where
	case q.Expect == query.Reason:
		return (*Base).why
	case q.Expect == query.Count:
		return (*Base).howMany
	}
	return nil
}

// hasRule reports whether there is a rule for what a question wants.
func hasRule(q query.Query) bool { return ruleFor(q) != nil }

// maxScanned bounds the words of a question that the rules look at: of a longer
// one every word would have to count.
const maxScanned = 16

// rules lets the rules look at a question. Of several ways to read the subject
// of a command the first that leads to an answer counts.
func (b *Base) rules(ctx context.Context, q Question, asked query.Query, ways [][]part) ruling {
	find := ruleFor(asked)
	if find == nil || strings.Count(q.Text, " ") >= maxScanned {
		return ruling{}
	}
	if ways == nil {
		ways = [][]part{b.scan(ctx, asked.Text, questionWeight)}
	}
	for _, way := range ways {
		if len(way) == 0 || slices.ContainsFunc(way, part.missing) {
			continue
		}
		if found := find(b, ctx, q, way); len(found.hints) > 0 {
			return found
		}
	}
	return ruling{}
}

// agrees reports whether a candidate is among what the ruling shows, or for a
// time holds the one that it shows: the month of its day, which a text cut in
// two may give apart.
func (b *Base) agrees(r ruling, c read.Candidate) bool {
	for _, h := range r.hints[:min(r.shown, len(r.hints))] {
		if h.Doc == c.Doc && c.Start < h.End && c.End > h.Start {
			return true
		}
	}
	if r.answer.Kind != When || len(r.hints) == 0 || r.hints[0].Doc != c.Doc {
		return false
	}
	h := r.hints[0]
	told := b.times(h.Doc, text.Span{Start: h.Start, End: h.End})
	return slices.ContainsFunc(b.times(c.Doc, text.Span{Start: c.Start, End: c.End}), func(t timex.Expression) bool {
		return len(told) > 0 && finer(told[0], t) && b.unitHolding(c.Doc, c.Start) == b.unitHolding(h.Doc, h.Start)
	})
}
