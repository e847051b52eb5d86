package browse

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/text"
)

// statement is a sentence that tells what something is or does.
type statement struct {
	hit   library.Passage
	span  text.Span   // the words that tell it
	marks []text.Span // what to mark of it
	score float64
}

// Tell answers with what the articles say of something: what it is, where a
// sentence says so, else what it did. Where they say nothing the answer is an
// abstention, and near are the passages that mention it, best first.
func (b *Browser) Tell(ctx context.Context, parts []library.Part, asked time.Time) (a answer.Answer, near []library.Passage) {
	hits := b.lib.Find(ctx, parts, asked)
	var found []statement
	for _, h := range hits {
		switch {
		case b.headed(h):
			found = append(found, statement{hit: h, span: b.sentence(h), score: min(library.MaxSure, 0.95*h.Score/library.ByPrevious)})
		case len(h.Spans[0]) > 0:
			found = append(found, b.told(h))
		}
	}
	if len(found) == 0 {
		return answer.Answer{Abstained: true}, hits
	}
	slices.SortStableFunc(found, func(x, y statement) int { return cmp.Compare(y.score, x.score) })
	a = answer.Answer{Kind: answer.What, Confidence: found[0].score, Sources: 1}
	for _, p := range found[:min(len(found), library.MaxCandidates)] {
		a.Candidates = append(a.Candidates, answer.Candidate{
			Answer: library.Unquote(library.Clip(p.span.Of(b.lib.Text(p.hit.Unit)), maxPassage)), Quote: b.lib.Quote(p.hit.Unit),
			ArticleID: b.lib.Article(p.hit.Doc).ID, Score: p.score,
		})
		if p.score >= 0.7*found[0].score {
			a.Evidence = append(a.Evidence, b.lib.Evidence(p.hit.Unit, p.marks...))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Evidence = library.Distinct(a.Evidence)
	return a, nil
}

// maxPassage bounds an answer that is a passage, in runes.
const maxPassage = 300

// told finds the words of a passage that tell most about what was asked.
func (b *Browser) told(h library.Passage) statement {
	best := statement{hit: h, span: b.sentence(h), marks: library.Flatten(h.Spans), score: h.Score * 0.6}
	for _, p := range h.Spans[0] {
		if d, ok := b.definition(h, p); ok {
			return statement{hit: h, span: d, marks: []text.Span{d}, score: h.Score * 0.95}
		}
	}
	if first := h.Spans[0]; len(first) > 0 && first[0].Start-h.Start < 20 {
		best.score = h.Score * 0.75
	}
	return best
}

// maxHeading bounds the blanks of a question that heads its answer.
const maxHeading = 9

// headed reports whether a passage answers the question that stands before it: "What
// is a special master?"
func (b *Browser) headed(h library.Passage) bool {
	if h.First == 0 || len(h.Spans[0]) > 0 {
		return false
	}
	before := b.lib.UnitAt(h.Doc, h.First-1)
	question := text.Fold(library.TrimSpan(b.lib.Text(before), before.Span).Of(b.lib.Text(before)))
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
func (b *Browser) sentence(h library.Passage) text.Span {
	p := library.TrimSpan(b.lib.Text(h.Unit), h.Span)
	p.End = p.Start + len(strings.TrimRight(p.Of(b.lib.Text(h.Unit)), " ."))
	return p
}

// definition reads "X, a …" and "X is a …" after the mention p.
func (b *Browser) definition(h library.Passage, p text.Span) (text.Span, bool) {
	i := 0
	for i < len(h.Words) && h.Words[i].Start < p.End {
		i++
	}
	if d, ok := b.called(h, i); ok {
		return d, true
	}
	if i+1 >= len(h.Words) {
		return text.Span{}, false
	}
	first := -1
	switch {
	case h.Words[i].Fold == "," && library.IsDeterminer(h.Words[i+1].Fold):
		first = i + 1
	case library.IsCopula(h.Words[i].Fold) && library.IsDeterminer(h.Words[i+1].Fold):
		first = i + 1
	}
	if first < 0 {
		return text.Span{}, false
	}
	s := b.lib.Text(h.Unit)
	end := h.Clauses[h.ClauseOf(h.Words[first].Start)].End
	for _, w := range h.Words[first:] {
		if w.Start < end && w.Fold == "," {
			end = w.Start
			break
		}
	}
	d := library.TrimSpan(s, text.Span{Start: h.Words[first].Start, End: end})
	d.End = d.Start + len(strings.TrimRight(d.Of(s), " .;"))
	ws := h.In(d)
	return d, len(ws) >= 2 && !tellsOn(ws)
}

// called reads "the antibody, called X" back from the word after X.
func (b *Browser) called(h library.Passage, after int) (text.Span, bool) {
	for k := after - 1; k > 1 && k > after-6; k-- {
		named := naming[h.Words[k].Fold] || h.Words[k].Fold == "as" && h.Words[k-1].Fold == "known"
		if !named || h.Words[k-1].Fold != "," && h.Words[k-2].Fold != "," && h.Words[k].Fold != "called" {
			continue
		}
		p := library.TrimSpan(b.lib.Text(h.Unit), text.Span{Start: h.Start, End: h.Words[after-1].End})
		return p, library.IsDeterminer(h.Words[0].Fold) && len(h.In(p)) < 20
	}
	return text.Span{}, false
}

var naming = library.WordSet(`called named dubbed nicknamed`)

// tellsOn reports whether words after a comma are no apposition but a clause of
// their own: ", the government argued".
func tellsOn(ws []library.Word) bool {
	for _, w := range ws {
		switch {
		case library.IsSaying(w.Fold) || library.IsCopula(w.Fold) || auxiliary[w.Fold]:
			return true
		case library.IsRelative(w.Fold) || w.Fold == "that" || w.Fold == "to" || strings.HasSuffix(w.Fold, "ed") || strings.HasSuffix(w.Fold, "ing"):
			return false // what follows describes
		}
	}
	return false
}

var auxiliary = library.WordSet(`has have had will would can could may might should must does did`)
