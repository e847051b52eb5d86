package kb

import "context"

// tells answers a question whether something is so with what the articles say
// of it; the yes or no is left to the reader.
func (b *Base) tells(ctx context.Context, q Question, parts []part) Answer {
	hits := b.finder.find(ctx, b, parts, q)
	if len(hits) == 0 {
		return b.silent(q, parts, hits)
	}
	h := hits[0]
	a := Answer{Kind: Ask, Text: unquote(clip(h.sentence(b).Of(b.text(h.unit)), maxPassage)), Confidence: h.score * 0.8, Sources: 1}
	for _, h := range hits[:min(len(hits), maxEvidence)] {
		if h.score < 0.8*hits[0].score {
			break
		}
		a.Evidence = append(a.Evidence, b.evidence(h.unit, flatten(h.spans)...))
		a.Candidates = append(a.Candidates, Candidate{
			Answer: squeeze(h.sentence(b).Of(b.text(h.unit))), Quote: b.quote(h.unit),
			ArticleID: b.docs[h.doc].Article.ID, Score: h.score * 0.8,
		})
	}
	a.Evidence = distinctEvidence(a.Evidence)
	return a
}
