package library

import (
	"math"
	"slices"

	"dateline/kb/entity"
	"dateline/kb/names"
	"dateline/kb/text"
)

// Passage is a unit in which the things asked about are mentioned.
type Passage struct {
	View
	Spans [][]text.Span // where each of Parts is mentioned; empty where only the surroundings do
	Parts []Part        // what was asked about
	Score float64       // 0 to 1
}

// pronouns are the pronouns of the unit that stand for a person who is the only
// one named right before it, where the unit names no other.
func (l *Library) pronouns(h Passage, p Part, before View) []text.Span {
	if len(p.IDs) == 0 || l.Entity(p.IDs[0]).Type != names.Person {
		return nil
	}
	other := func(n entity.Located) bool {
		return l.Entity(n.ID).Type == names.Person && !slices.Contains(p.IDs, n.ID)
	}
	if slices.ContainsFunc(h.Named, other) || slices.ContainsFunc(before.Named, other) || len(before.Matches(p)) == 0 {
		return nil
	}
	for _, w := range h.Words[:min(len(h.Words), 8)] {
		if personal[w.Fold] {
			return []text.Span{w.Span}
		}
	}
	return nil
}

var personal = WordSet(`he she his her him`)

// closeness is 1 for parts that stand side by side, falling with the words
// between them; 1 for a single part.
func (h Passage) closeness() float64 {
	if len(h.Spans) < 2 {
		return 1
	}
	best := math.MaxInt
	for _, p := range h.Spans[0] {
		for _, q := range h.Spans[1] {
			gap := max(q.Start-p.End, p.Start-q.End, 0)
			best = min(best, gap)
		}
	}
	if best == math.MaxInt {
		return 0
	}
	return 1 / (1 + float64(best)/60)
}

// Together is how much of what was asked stands in a clause: 1 for
// all of it, and something for what only the sentence has.
func (h Passage) Together(clause text.Span) float64 {
	whole := h.withAntecedent(clause)
	if whole.Start < clause.Start {
		return 0.9 * h.mentions(whole)
	}
	return h.mentions(clause)
}

// mentions is Together for the words of a clause alone.
func (h Passage) mentions(clause text.Span) float64 {
	sum, all := 0.0, 0.0
	for i, spans := range h.Spans {
		w := h.Parts[i].counts()
		all += w
		switch {
		case slices.ContainsFunc(spans, clause.Overlaps):
			sum += w
		case len(spans) > 0:
			sum += 0.4 * w
		case h.Parts[i].Needed():
			sum += 0.2 * w
		}
	}
	return sum / all
}

// maxAntecedent bounds the words between a name and the relative pronoun that
// stands for it: "Ann Lee, the former head of the board, who".
const maxAntecedent = 10

// withAntecedent extends a relative clause back to the nearest thing asked about,
// of which it speaks.
func (h Passage) withAntecedent(clause text.Span) text.Span {
	ws := h.In(clause)
	if len(ws) == 0 || !IsRelative(ws[0].Fold) {
		return clause
	}
	start := -1
	for _, spans := range h.Spans {
		for _, p := range spans {
			if p.End <= clause.Start && p.Start > start {
				start = p.Start
			}
		}
	}
	if start >= 0 && len(h.In(text.Span{Start: start, End: clause.Start})) <= maxAntecedent {
		clause.Start = start
	}
	return clause
}

// near is like Together for a time in the clause. A short clause that only
// says who told it when (", the company said Tuesday") speaks for the whole
// sentence.
func (h Passage) near(clause text.Span) float64 {
	score := h.Together(clause)
	if ws := h.In(clause); len(ws) <= 8 && slices.ContainsFunc(ws, func(w Word) bool { return IsSaying(w.Fold) }) {
		score = max(score, 0.7*h.Together(h.Span))
	}
	return score
}

// Asked reports whether a span is, or holds, something that was asked about.
func (h Passage) Asked(p text.Span) bool {
	for _, spans := range h.Spans {
		if slices.ContainsFunc(spans, p.Overlaps) {
			return true
		}
	}
	return false
}

// Flatten joins the spans of all parts, part by part.
func Flatten(in [][]text.Span) []text.Span {
	var out []text.Span
	for _, spans := range in {
		out = append(out, spans...)
	}
	return out
}
