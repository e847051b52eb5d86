package kb

import (
	"context"

	"dateline/kb/entity"
	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/text"
)

// sure is the confidence below which the articles are said not to answer.
const sure = 0.1

// read reads the articles for the answer to a plain question.
func (b *Base) read(ctx context.Context, q Question) Answer {
	asked := b.reader.Parse(q.Text, q.Asked)
	if len(asked.Unknown) > 0 {
		return b.silent(q, b.resolve(asked.Unknown), nil)
	}
	r := b.reader.Read(ctx, asked)
	if len(r.Candidates) == 0 || r.Candidates[0].Confidence < sure {
		return b.unread(q, r)
	}
	best := r.Candidates[0]
	a := Answer{Kind: kindOf(asked.Kind), Text: squeeze(best.Text), Confidence: best.Confidence, Sources: best.Sources}
	if best.Entity != entity.None {
		a.Subject = b.dir.Entities[best.Entity].Name
	}
	for i, c := range r.Candidates[:min(len(r.Candidates), maxCandidates)] {
		u := b.unitAt(c.Doc, c.Sentence)
		a.Candidates = append(a.Candidates, Candidate{
			Answer: squeeze(c.Text), Quote: b.quote(u), ArticleID: b.docs[c.Doc].Article.ID, Score: c.Confidence,
		})
		if i == 0 {
			a.Evidence = append(a.Evidence, b.evidence(u, text.Span{Start: c.Start, End: c.End}))
			a.Dates = b.datesIn(u, text.Span{Start: c.Start, End: c.End})
		}
	}
	return a
}

// datesIn are the times that stand within an answer.
func (b *Base) datesIn(u unit, p text.Span) []Date {
	v := b.view(u)
	var out []Date
	for _, t := range b.times(u.doc, u.Span) {
		if p.Overlaps(text.Span{Start: t.Start, End: t.End}) && !t.First.IsZero() {
			out = append(out, b.date(event{hit: hit{view: v}, time: t, clause: v.clauses[v.clauseOf(t.Start)], dated: true}))
		}
	}
	return out
}

// unread is the answer where no candidate is sure enough: the passages that
// come nearest.
func (b *Base) unread(q Question, r read.Result) Answer {
	a := Answer{Kind: q.Kind, Abstained: true, Message: "The articles do not say."}
	for _, c := range r.Candidates[:min(1, len(r.Candidates))] {
		a.Confidence = c.Confidence
		a.Evidence = append(a.Evidence, b.evidence(b.unitAt(c.Doc, c.Sentence)))
		a.Message = "The articles do not say. The nearest they come:"
	}
	return a
}

// kindOf is the kind of question by its words.
func kindOf(k query.Kind) Kind {
	switch k {
	case query.Who:
		return Who
	case query.When:
		return When
	case query.Where:
		return Where
	case query.What, query.Which, query.Statement:
		return What
	case query.Why:
		return Why
	case query.HowMany:
		return HowMany
	}
	return Ask
}

// whoDid answers who did something.
func (b *Base) whoDid(ctx context.Context, q Question) Answer {
	parts := b.parts(q.Text)
	if fit(parts) == 0 || len(q.Text) == 0 {
		return b.silent(q, parts, nil)
	}
	q.Text = "Who " + q.Text
	a := b.read(ctx, q)
	a.Kind = Who
	return a
}
