package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/text"
)

// passage is a sentence that tells what something is or does.
type passage struct {
	hit   hit
	span  text.Span   // the words that tell it
	marks []text.Span // what to mark of it
	score float64
}

// tells answers with what the articles say of something: what it is, where a
// sentence says so, else what it did. Where they say nothing the answer is an
// abstention, and near are the passages that mention it, best first.
func (b *Base) tells(ctx context.Context, parts []part, asked time.Time) (a Answer, near []hit) {
	hits := b.find(ctx, parts, asked)
	var found []passage
	for _, h := range hits {
		switch {
		case b.headed(h):
			found = append(found, passage{hit: h, span: b.sentence(h), score: min(maxSure, 0.95*h.score/byPrevious)})
		case len(h.spans[0]) > 0:
			found = append(found, b.told(h))
		}
	}
	if len(found) == 0 {
		return Answer{Abstained: true}, hits
	}
	slices.SortStableFunc(found, func(x, y passage) int { return cmp.Compare(y.score, x.score) })
	a = Answer{Kind: What, Confidence: found[0].score, Sources: 1}
	for _, p := range found[:min(len(found), maxCandidates)] {
		a.Candidates = append(a.Candidates, Candidate{
			Answer: unquote(clip(p.span.Of(b.text(p.hit.unit)), maxPassage)), Quote: b.quote(p.hit.unit),
			ArticleID: b.article(p.hit.doc).ID, Score: p.score,
		})
		if p.score >= 0.7*found[0].score {
			a.Evidence = append(a.Evidence, b.evidence(p.hit.unit, p.marks...))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Evidence = distinctEvidence(a.Evidence)
	return a, nil
}

// maxPassage bounds an answer that is a passage, in runes.
const maxPassage = 300

// told finds the words of a hit that tell most about what was asked.
func (b *Base) told(h hit) passage {
	best := passage{hit: h, span: b.sentence(h), marks: flatten(h.spans), score: h.score * 0.6}
	for _, p := range h.spans[0] {
		if d, ok := b.definition(h, p); ok {
			return passage{hit: h, span: d, marks: []text.Span{d}, score: h.score * 0.95}
		}
	}
	if first := h.spans[0]; len(first) > 0 && first[0].Start-h.Start < 20 {
		best.score = h.score * 0.75
	}
	return best
}

// maxHeading bounds the blanks of a question that heads its answer.
const maxHeading = 9

// headed reports whether a hit answers the question that stands before it: "What
// is a special master?"
func (b *Base) headed(h hit) bool {
	if h.first == 0 || len(h.spans[0]) > 0 {
		return false
	}
	before := b.unitAt(h.doc, h.first-1)
	question := text.Fold(trimSpan(b.text(before), before.Span).Of(b.text(before)))
	if !strings.HasSuffix(question, "?") || strings.Count(question, " ") > maxHeading {
		return false
	}
	for _, lead := range []string{"what is ", "what are ", "what's ", "who is ", "who was "} {
		if strings.HasPrefix(question, lead) {
			return true
		}
	}
	return false
}

// sentence is the unit without the dot at its end.
func (b *Base) sentence(h hit) text.Span {
	p := trimSpan(b.text(h.unit), h.Span)
	p.End = p.Start + len(strings.TrimRight(p.Of(b.text(h.unit)), " ."))
	return p
}

// definition reads "X, a …" and "X is a …" after the mention p.
func (b *Base) definition(h hit, p text.Span) (text.Span, bool) {
	i := 0
	for i < len(h.words) && h.words[i].Start < p.End {
		i++
	}
	if d, ok := b.called(h, i); ok {
		return d, true
	}
	if i+1 >= len(h.words) {
		return text.Span{}, false
	}
	first := -1
	switch {
	case h.words[i].fold == "," && isDeterminer(h.words[i+1].fold):
		first = i + 1
	case isCopula(h.words[i].fold) && isDeterminer(h.words[i+1].fold):
		first = i + 1
	}
	if first < 0 {
		return text.Span{}, false
	}
	s := b.text(h.unit)
	end := h.clauses[h.clauseOf(h.words[first].Start)].End
	for _, w := range h.words[first:] {
		if w.Start < end && w.fold == "," {
			end = w.Start
			break
		}
	}
	d := trimSpan(s, text.Span{Start: h.words[first].Start, End: end})
	d.End = d.Start + len(strings.TrimRight(d.Of(s), " .;"))
	ws := h.in(d)
	return d, len(ws) >= 2 && !tellsOn(ws)
}

// called reads "the antibody, called X" back from the word after X.
func (b *Base) called(h hit, after int) (text.Span, bool) {
	for k := after - 1; k > 1 && k > after-6; k-- {
		named := naming[h.words[k].fold] || h.words[k].fold == "as" && h.words[k-1].fold == "known"
		if !named || h.words[k-1].fold != "," && h.words[k-2].fold != "," && h.words[k].fold != "called" {
			continue
		}
		p := trimSpan(b.text(h.unit), text.Span{Start: h.Start, End: h.words[after-1].End})
		return p, isDeterminer(h.words[0].fold) && len(h.in(p)) < 20
	}
	return text.Span{}, false
}

var naming = wordSet(`called named dubbed nicknamed`)

// tellsOn reports whether words after a comma are no apposition but a clause of
// their own: ", the government argued".
func tellsOn(ws []word) bool {
	for _, w := range ws {
		switch {
		case isSaying(w.fold) || isCopula(w.fold) || auxiliary[w.fold]:
			return true
		case isRelative(w.fold) || w.fold == "that" || w.fold == "to" || strings.HasSuffix(w.fold, "ed") || strings.HasSuffix(w.fold, "ing"):
			return false // what follows describes
		}
	}
	return false
}

var auxiliary = wordSet(`has have had will would can could may might should must does did`)
