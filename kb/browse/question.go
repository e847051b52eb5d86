package browse

import (
	"slices"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/names"
)

// maxProminent bounds the entities that questions are made of.
const maxProminent = 40

// Prominent are the entities that are most in the news, people whose roles are
// known first.
func (b *Browser) Prominent() []*entity.Entity {
	var out []*entity.Entity
	for _, id := range b.lib.Directory().Complete("", maxProminent) {
		out = append(out, b.lib.Entity(id))
	}
	rank := func(e *entity.Entity) int {
		if e.Type == names.Person && len(e.Roles) > 0 {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(x, y *entity.Entity) int { return rank(x) - rank(y) })
	return out
}

// QuestionsAbout are questions one may ask about an entity.
func (b *Browser) QuestionsAbout(e *entity.Entity) []answer.Question {
	if e.Type != names.Person {
		return []answer.Question{{Kind: answer.What, Text: e.Name}}
	}
	qs := []answer.Question{{Kind: answer.Who, Text: e.Name}, {Kind: answer.Where, Text: e.Name}}
	for _, id := range b.lib.Directory().Cooccurring(e.ID, 5) {
		if b.lib.Entity(id).Type == names.Place {
			qs = append(qs, answer.Question{Kind: answer.When, Text: e.Name + "-" + b.lib.Entity(id).Name})
			break
		}
	}
	return qs
}
