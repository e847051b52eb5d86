package rules

import (
	"cmp"
	"context"
	"slices"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/read"
	"dateline/kb/text"
)

// count is a number with what it counts.
type count struct {
	hit   library.Passage
	span  text.Span
	score float64
}

// howMany answers with the number that stands before a noun.
func (rs *Rules) howMany(ctx context.Context, q answer.Question, parts []library.Part) Ruling {
	hits := rs.lib.Find(ctx, parts, q.Asked)
	var found []count
	for _, h := range hits {
		found = append(found, rs.counts(h)...)
	}
	if len(found) == 0 {
		return Ruling{}
	}
	slices.SortStableFunc(found, func(x, y count) int { return cmp.Compare(y.score, x.score) })
	best := found[0]
	a := answer.Answer{Kind: answer.HowMany, Confidence: best.score}
	seen := map[int32]bool{}
	for _, c := range found {
		phrase := library.Squeeze(c.span.Of(rs.lib.Text(c.hit.Unit)))
		if len(a.Candidates) < library.MaxCandidates {
			a.Candidates = append(a.Candidates, answer.Candidate{
				Answer: phrase, Quote: rs.lib.Quote(c.hit.Unit),
				ArticleID: rs.lib.Article(c.hit.Doc).ID, Score: c.score,
			})
		}
		if text.Fold(phrase) == text.Fold(library.Squeeze(best.span.Of(rs.lib.Text(best.hit.Unit)))) && !seen[c.hit.Doc] {
			seen[c.hit.Doc] = true
			a.Evidence = append(a.Evidence, rs.lib.Evidence(c.hit.Unit, c.span))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Sources = len(seen)
	a.Evidence = library.Distinct(a.Evidence)
	out := Ruling{Answer: a, shown: 1}
	for _, c := range found {
		out.Hints = append(out.Hints, read.Hint{Doc: c.hit.Doc, Start: c.span.Start, End: c.span.End, Score: c.score})
	}
	return out
}

// reach is how many words may stand between a number and the noun it counts.
const reach = 4

// counts reads the numbers of a passage that count one of the parts.
func (rs *Rules) counts(h library.Passage) []count {
	var out []count
	for i, w := range h.Words {
		if !numeric(w) || i > 0 && (numeric(h.Words[i-1]) || currency[h.Words[i-1].Fold]) || library.InTime(rs.lib.Times(h.Doc, h.Span), w.Start+1) || rs.lib.TimeAt(h, w.Span) {
			continue
		}
		end, share := countedFrom(h, i)
		if end == i {
			continue
		}
		start := qualified(h.Words, i)
		out = append(out, count{
			hit: h, span: text.Span{Start: h.Words[start].Start, End: h.Words[end].End},
			score: share * h.Score * h.Together(h.Clauses[h.ClauseOf(w.Start)]),
		})
	}
	return out
}

var currency = library.WordSet(`$ £ € ¥ us$ a$ c$`)

// countedFrom reads from the number at word i on to the last word of what it counts,
// i itself where that was not asked for. share is less than 1 where the number
// counts something else that this belongs to: "two planes of migrants".
func countedFrom(h library.Passage, i int) (end int, share float64) {
	end, share = i, 1
	for j := i + 1; j < len(h.Words) && j <= i+reach && h.Words[j].Kind != text.Punct; j++ {
		w := h.Words[j]
		if library.IsFunction(w.Fold) && !partitive[w.Fold] {
			break
		}
		if counted(h, w.Span) {
			end = j
		} else if w.Fold == "of" && j > i+1 && end == i && !numeric(h.Words[j-1]) {
			share = 0.5
		}
	}
	return end, share
}

// partitive words may stand between a number and what it counts: "three of his
// ships".
var partitive = library.WordSet(`of the its his her their these those our`)

// qualified steps back over "more than", "about" and the like before word i.
func qualified(ws []library.Word, i int) int {
	for i > 0 && qualifier[ws[i-1].Fold] {
		i--
	}
	if ws[i].Fold == "to" { // of "from 3 to 5"; not of "up to"
		i++
	}
	return i
}

// numeric reports whether a word is a number that can count: not "16th", not
// "6-magnitude".
func numeric(w library.Word) bool {
	return w.Kind == text.Number && !isLetter(w.Fold[len(w.Fold)-1]) || numberWords[w.Fold]
}

// counted reports whether a span is, or holds, what a number may count: the
// first words that were asked about, not a name beside them.
func counted(h library.Passage, p text.Span) bool {
	seen := false
	for i, spans := range h.Spans {
		if len(h.Parts) > 1 && len(h.Parts[i].IDs) > 0 {
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
	qualifier = library.WordSet(`more less fewer than over under about around nearly almost roughly approximately some least at
		most up close to only just exactly an estimated`)
	numberWords = library.WordSet(`one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
		million billion trillion dozen dozens hundreds thousands millions billions several`)
)

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
