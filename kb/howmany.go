package kb

import (
	"cmp"
	"context"
	"slices"

	"dateline/kb/read"
	"dateline/kb/text"
)

// count is a number with what it counts.
type count struct {
	hit   hit
	span  text.Span
	score float64
}

// howMany answers with the number that stands before a noun.
func (b *Base) howMany(ctx context.Context, q Question, parts []part) ruling {
	hits := b.find(ctx, parts, q.Asked)
	var found []count
	for _, h := range hits {
		found = append(found, b.counts(h)...)
	}
	if len(found) == 0 {
		return ruling{}
	}
	slices.SortStableFunc(found, func(x, y count) int { return cmp.Compare(y.score, x.score) })
	best := found[0]
	a := Answer{Kind: HowMany, Confidence: best.score}
	seen := map[int32]bool{}
	for _, c := range found {
		phrase := squeeze(c.span.Of(b.text(c.hit.unit)))
		if len(a.Candidates) < maxCandidates {
			a.Candidates = append(a.Candidates, Candidate{
				Answer: phrase, Quote: b.quote(c.hit.unit),
				ArticleID: b.article(c.hit.doc).ID, Score: c.score,
			})
		}
		if text.Fold(phrase) == text.Fold(squeeze(best.span.Of(b.text(best.hit.unit)))) && !seen[c.hit.doc] {
			seen[c.hit.doc] = true
			a.Evidence = append(a.Evidence, b.evidence(c.hit.unit, c.span))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Sources = len(seen)
	a.Evidence = distinctEvidence(a.Evidence)
	out := ruling{answer: a, shown: 1}
	for _, c := range found {
		out.hints = append(out.hints, read.Hint{Doc: c.hit.doc, Start: c.span.Start, End: c.span.End, Score: c.score})
	}
	return out
}

// reach is how many words may stand between a number and the noun it counts.
const reach = 4

// counts reads the numbers of a hit that count one of the parts.
func (b *Base) counts(h hit) []count {
	var out []count
	for i, w := range h.words {
		if !numeric(w) || i > 0 && (numeric(h.words[i-1]) || currency[h.words[i-1].fold]) || inTime(b.times(h.doc, h.Span), w.Start+1) || b.timeAt(h, w.Span) {
			continue
		}
		end, share := countedFrom(h, i)
		if end == i {
			continue
		}
		start := qualified(h.words, i)
		out = append(out, count{
			hit: h, span: text.Span{Start: h.words[start].Start, End: h.words[end].End},
			score: share * h.score * h.together(h.clauses[h.clauseOf(w.Start)]),
		})
	}
	return out
}

var currency = wordSet(`$ £ € ¥ us$ a$ c$`)

// countedFrom reads from the number at word i on to the last word of what it counts,
// i itself where that was not asked for. share is less than 1 where the number
// counts something else that this belongs to: "two planes of migrants".
func countedFrom(h hit, i int) (end int, share float64) {
	end, share = i, 1
	for j := i + 1; j < len(h.words) && j <= i+reach && h.words[j].kind != text.Punct; j++ {
		w := h.words[j]
		if isFunction(w.fold) && !partitive[w.fold] {
			break
		}
		if counted(h, w.Span) {
			end = j
		} else if w.fold == "of" && j > i+1 && end == i && !numeric(h.words[j-1]) {
			share = 0.5
		}
	}
	return end, share
}

// partitive words may stand between a number and what it counts: "three of his
// ships".
var partitive = wordSet(`of the its his her their these those our`)

// qualified steps back over "more than", "about" and the like before word i.
func qualified(ws []word, i int) int {
	for i > 0 && qualifier[ws[i-1].fold] {
		i--
	}
	if ws[i].fold == "to" { // of "from 3 to 5"; not of "up to"
		i++
	}
	return i
}

// numeric reports whether a word is a number that can count: not "16th", not
// "6-magnitude".
func numeric(w word) bool {
	return w.kind == text.Number && !letter(w.fold[len(w.fold)-1]) || numberWords[w.fold]
}

// counted reports whether a span is, or holds, what a number may count: the
// first words that were asked about, not a name beside them.
func counted(h hit, p text.Span) bool {
	seen := false
	for i, spans := range h.spans {
		if len(h.parts) > 1 && len(h.parts[i].ids) > 0 {
			if seen {
				break
			}
			continue
		}
		seen = true
		if slices.ContainsFunc(spans, p.Overlaps) {
			return true
		}
	}
	return false
}

var (
	qualifier = wordSet(`more less fewer than over under about around nearly almost roughly approximately some least at
		most up close to only just exactly an estimated`)
	numberWords = wordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
		million billion trillion dozen dozens hundreds thousands millions billions several`)
)
