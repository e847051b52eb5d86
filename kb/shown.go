package kb

import (
	"context"

	"dateline/kb/browse"
	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
)

// card tells who or what an entity is; of somebody without a role that is known
// what is read.
func (b *Base) card(ctx context.Context, q Question, m entity.Match) Answer {
	a := b.browse.Card(m, q.Text)
	e := b.lib.Entity(m.ID)
	if len(e.Roles) > 0 {
		return a
	}
	if d, ok := b.described(ctx, q, e); ok {
		a.Confidence = min(a.Confidence, d.confidence)
		return browse.Describe(a, m.Score, d.text, d.evidence)
	}
	if e.Type == names.Person {
		a.Confidence = min(a.Confidence, unknownRole)
	}
	return a
}

// unknownRole is the confidence in the card of a person of whom it is not known what
// he is: it shows where he is named, which hardly ever tells who he is.
const unknownRole = 0.6

// what answers with what the articles say of something.
func (b *Base) what(ctx context.Context, q Question, parts []library.Part) Answer {
	a, near := b.browse.Tell(ctx, parts, q.Asked)
	if a.Abstained {
		return b.silent(q, parts, near)
	}
	return a
}

// news answers what is new, or what happened in a time.
func (b *Base) news(ctx context.Context, q Question, rest string) (Answer, bool) {
	return b.browse.News(ctx, rest, q.Asked)
}
