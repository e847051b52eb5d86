package kb

import (
	"slices"

	"dateline/kb/entity"
	"dateline/kb/names"
)

func (b *Base) peopleFirst(ids []entity.ID) []entity.ID {
	person := func(id entity.ID) int {
		if e := b.entity(id); e.Type == names.Person && len(e.Roles) > 0 {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(ids, func(x, y entity.ID) int { return person(x) - person(y) })
	return ids
}

// questionsAbout are questions one may ask about an entity.
func (b *Base) questionsAbout(e *entity.Entity) []Question {
	if e.Type != names.Person {
		return []Question{{Kind: What, Text: e.Name}}
	}
	qs := []Question{{Kind: Who, Text: e.Name}, {Kind: Where, Text: e.Name}}
	for _, id := range b.dir.Cooccurring(e.ID, 5) {
		if b.entity(id).Type == names.Place {
			qs = append(qs, Question{Kind: When, Text: e.Name + "-" + b.entity(id).Name})
			break
		}
	}
	return qs
}
