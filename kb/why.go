package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/read"
	"dateline/kb/text"
)

// reason is a clause that says why.
type reason struct {
	hit   hit
	span  text.Span
	score float64
}

// why answers with the clause that gives the reason.
func (b *Base) why(ctx context.Context, q Question, parts []part) ruling {
	hits := b.find(ctx, parts, q.Asked)
	var found []reason
	for _, h := range hits {
		found = append(found, b.reasons(h)...)
	}
	if len(found) == 0 {
		return ruling{}
	}
	slices.SortStableFunc(found, func(x, y reason) int { return cmp.Compare(y.score, x.score) })
	a := Answer{Kind: Why, Confidence: found[0].score, Sources: 1}
	for _, r := range found[:min(len(found), maxCandidates)] {
		phrase := unquote(squeeze(r.span.Of(b.text(r.hit.unit))))
		a.Candidates = append(a.Candidates, Candidate{
			Answer: phrase, Quote: b.quote(r.hit.unit),
			ArticleID: b.article(r.hit.doc).ID, Score: r.score,
		})
		if r.score >= 0.7*found[0].score && len(a.Evidence) < maxEvidence {
			a.Evidence = append(a.Evidence, b.evidence(r.hit.unit, r.span))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Evidence = distinctEvidence(a.Evidence)
	out := ruling{answer: a, shown: 1}
	for _, r := range found {
		out.hints = append(out.hints, read.Hint{Doc: r.hit.doc, Start: r.span.Start, End: r.span.End, Score: r.score})
	}
	return out
}

// reasons reads the reason clauses of a hit.
func (b *Base) reasons(h hit) []reason {
	var out []reason
	for i := range h.words {
		c, ok := b.cueAt(h.words, i)
		if !ok || c.verb && completes(h, i, c) || b.timeAt(h, h.words[i].Span) || b.timeBegins(h, h.words[i+len(c.words)]) {
			continue
		}
		first := i
		if !c.keep {
			first = i + len(c.words)
		}
		span := b.reasonSpan(h, first, i+len(c.words))
		if span.Len() == 0 || h.asked(span) && c.weight < 0.8 {
			continue
		}
		score := h.score * c.weight * before(h, i)
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
func before(h hit, i int) float64 {
	if i == 0 {
		return 1
	}
	gap := -1
	for _, spans := range h.spans {
		for _, p := range spans {
			if p.End > h.words[i].Start {
				continue
			}
			if n := len(h.in(text.Span{Start: p.End, End: h.words[i].Start})); gap < 0 || n < gap {
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
func (b *Base) timeBegins(h hit, w word) bool {
	for _, t := range b.times(h.doc, h.Span) {
		if t.Start < w.Start {
			continue
		}
		between := h.in(text.Span{Start: w.Start, End: t.Start})
		return !slices.ContainsFunc(between, func(w word) bool { return !qualifier[w.fold] && !isDeterminer(w.fold) })
	}
	return false
}

// reasonSpan runs from word first to the end of the clause that holds word
// from, and on where that would leave less than three words.
func (b *Base) reasonSpan(h hit, first, from int) text.Span {
	if from >= len(h.words) {
		return text.Span{}
	}
	c := h.clauseOf(h.words[from].Start)
	end := h.clauses[c].End
	for c+1 < len(h.clauses) && len(h.in(text.Span{Start: h.words[from].Start, End: end})) < 4 {
		c++
		end = h.clauses[c].End
	}
	s := b.text(h.unit)
	p := trimSpan(s, text.Span{Start: h.words[first].Start, End: unattributed(h, h.words[first].Start, end)})
	p.End = p.Start + len(strings.TrimRight(p.Of(s), " ,;:.-–—)"))
	ws := h.in(p)
	if n := len(ws); n > 1 && isCoordinator(ws[n-1].fold) {
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
func unattributed(h hit, start, end int) int {
	ws := h.in(text.Span{Start: start, End: end})
	said := false
	for i := len(ws) - 1; i > 1 && i >= len(ws)-maxAttribution; i-- {
		said = said || isSaying(ws[i].fold) || ws[i].fold == "according"
		if ws[i].fold == "," && said {
			return ws[i].Start
		}
	}
	return end
}
