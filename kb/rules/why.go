package rules

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/read"
	"dateline/kb/text"
)

// reason is a clause that says why.
type reason struct {
	hit   library.Passage
	span  text.Span
	score float64
}

// why answers with the clause that gives the reason.
func (rs *Rules) why(ctx context.Context, q answer.Question, parts []library.Part) Ruling {
	hits := rs.lib.Find(ctx, parts, q.Asked)
	var found []reason
	for _, h := range hits {
		found = append(found, rs.reasons(h)...)
	}
	if len(found) == 0 {
		return Ruling{}
	}
	slices.SortStableFunc(found, func(x, y reason) int { return cmp.Compare(y.score, x.score) })
	a := answer.Answer{Kind: answer.Why, Confidence: found[0].score, Sources: 1}
	for _, r := range found[:min(len(found), library.MaxCandidates)] {
		phrase := library.Unquote(library.Squeeze(r.span.Of(rs.lib.Text(r.hit.Unit))))
		a.Candidates = append(a.Candidates, answer.Candidate{
			Answer: phrase, Quote: rs.lib.Quote(r.hit.Unit),
			ArticleID: rs.lib.Article(r.hit.Doc).ID, Score: r.score,
		})
		if r.score >= 0.7*found[0].score && len(a.Evidence) < library.MaxEvidence {
			a.Evidence = append(a.Evidence, rs.lib.Evidence(r.hit.Unit, r.span))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Evidence = library.Distinct(a.Evidence)
	out := Ruling{Answer: a, shown: 1}
	for _, r := range found {
		out.Hints = append(out.Hints, read.Hint{Doc: r.hit.Doc, Start: r.span.Start, End: r.span.End, Score: r.score})
	}
	return out
}

// reasons reads the reason clauses of a passage.
func (rs *Rules) reasons(h library.Passage) []reason {
	var out []reason
	for i := range h.Words {
		c, ok := rs.markerAt(h.Words, i)
		if !ok || c.verb && completes(h, i, c) || rs.lib.TimeAt(h, h.Words[i].Span) || rs.timeBegins(h, h.Words[i+len(c.words)]) {
			continue
		}
		first := i
		if !c.keep {
			first = i + len(c.words)
		}
		span := rs.reasonSpan(h, first, i+len(c.words))
		if span.Len() == 0 || h.Asked(span) && c.weight < 0.8 {
			continue
		}
		score := h.Score * c.weight * before(h, i)
		if counted(h, span) {
			score /= 2 // the thing itself is no reason for it
		}
		out = append(out, reason{hit: h, span: span, score: score})
	}
	return out
}

// before is 1 where something asked about stands right before word i, as an
// event does before its reason, or where a sentence begins with the reason. It
// falls with the words between, which may be what the reason is for.
func before(h library.Passage, i int) float64 {
	if i == 0 {
		return 1
	}
	gap := -1
	for _, spans := range h.Spans {
		for _, p := range spans {
			if p.End > h.Words[i].Start {
				continue
			}
			if n := len(h.In(text.Span{Start: p.End, End: h.Words[i].Start})); gap < 0 || n < gap {
				gap = n
			}
		}
	}
	if gap < 0 {
		return 0.6
	}
	return 0.6 + 0.4/(1+float64(gap)/12)
}

// timeBegins reports whether a time begins at a word, or after words that only
// qualify it: "for at least seven years".
func (rs *Rules) timeBegins(h library.Passage, w library.Word) bool {
	for _, t := range rs.lib.Times(h.Doc, h.Span) {
		if t.Start < w.Start {
			continue
		}
		between := h.In(text.Span{Start: w.Start, End: t.Start})
		return !slices.ContainsFunc(between, func(w library.Word) bool { return !qualifier[w.Fold] && !library.IsDeterminer(w.Fold) })
	}
	return false
}

// reasonSpan runs from word first to the end of the clause that holds word
// from, and on where that would leave less than three words.
func (rs *Rules) reasonSpan(h library.Passage, first, from int) text.Span {
	if from >= len(h.Words) {
		return text.Span{}
	}
	c := h.ClauseOf(h.Words[from].Start)
	end := h.Clauses[c].End
	for c+1 < len(h.Clauses) && len(h.In(text.Span{Start: h.Words[from].Start, End: end})) < 4 {
		c++
		end = h.Clauses[c].End
	}
	s := rs.lib.Text(h.Unit)
	p := library.TrimSpan(s, text.Span{Start: h.Words[first].Start, End: unattributed(h, h.Words[first].Start, end)})
	p.End = p.Start + len(strings.TrimRight(p.Of(s), " ,;:.-–—)"))
	ws := h.In(p)
	if n := len(ws); n > 1 && library.IsCoordinator(ws[n-1].Fold) {
		ws = ws[:n-1]
		p.End = ws[n-2].End
	}
	if len(ws) < 2 {
		return text.Span{}
	}
	return p
}

// maxAttribution bounds the words that say at the end of a clause who told it.
const maxAttribution = 20

// unattributed is the end of a clause without who told it: ", the ministry said
// on Friday".
func unattributed(h library.Passage, start, end int) int {
	ws := h.In(text.Span{Start: start, End: end})
	said := false
	for i := len(ws) - 1; i > 1 && i >= len(ws)-maxAttribution; i-- {
		said = said || library.IsSaying(ws[i].Fold) || ws[i].Fold == "according"
		if ws[i].Fold == "," && said {
			return ws[i].Start
		}
	}
	return end
}
