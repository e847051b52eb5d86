package browse

import (
	"slices"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/names"
)

func (b *Browser) PeopleFirst(ids []entity.ID) []entity.ID {
	person := func(id entity.ID) int {
		if e := b.lib.Entity(id); e.Type == names.Person && len(e.Roles) > 0 {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(ids, func(x, y entity.ID) int { return person(x) - person(y) })
	return ids
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
