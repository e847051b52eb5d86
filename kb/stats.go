package kb

import (
	"cmp"
	"context"
	"slices"
	"time"

	"dateline/kb/entity"
	"dateline/kb/names"
)

// Stats tells what is loaded.
type Stats struct {
	Articles    int
	First, Last time.Time // days of the oldest and the newest dated article
	Undated     int
	Sources     []SourceCount // outlets, most articles first
	People      int
	Places      int
	Others      int   // organisations and other names
	Bytes       int64 // of article text
}

// SourceCount is an outlet and how many of the articles are its.
type SourceCount struct {
	Source   string
	Articles int
}

// Stats returns what is loaded.
func (b *Base) Stats() Stats {
	s := Stats{Articles: len(b.docs)}
	s.First, s.Last = b.span(b.newest)
	outlets := map[string]int{}
	for i := range b.docs {
		a := &b.docs[i].Article
		s.Bytes += int64(len(a.Text))
		if a.Date.IsZero() {
			s.Undated++
		}
		if a.Source != "" {
			outlets[a.Source]++
		}
	}
	for name, n := range outlets {
		s.Sources = append(s.Sources, SourceCount{name, n})
	}
	slices.SortFunc(s.Sources, func(x, y SourceCount) int {
		return cmp.Or(y.Articles-x.Articles, cmp.Compare(x.Source, y.Source))
	})
	for i := range b.dir.Entities {
		switch b.dir.Entities[i].Type {
		case names.Person:
			s.People++
		case names.Place:
			s.Places++
		default:
			s.Others++
		}
	}
	return s
}

// Examples returns at most n questions that the loaded articles answer, as one
// would type them: "/who Dmytro Kuleba".
func (b *Base) Examples(n int) []string {
	var out []string
	for _, id := range b.peopleFirst(b.dir.Complete("", 40)) {
		e := &b.dir.Entities[id]
		for _, q := range b.questionsAbout(e) {
			if len(out) == n {
				return out
			}
			kind := Question{Kind: q.Kind, Text: q.Text}
			if !slices.Contains(out, q.line()) && !slices.ContainsFunc(out, sameCommand(q.Kind)) && !b.answer(context.Background(), kind).Abstained {
				out = append(out, q.line())
			}
		}
	}
	return out
}

func (b *Base) peopleFirst(ids []entity.ID) []entity.ID {
	person := func(id entity.ID) int {
		if e := &b.dir.Entities[id]; e.Type == names.Person && len(e.Roles) > 0 {
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
		if b.dir.Entities[id].Type == names.Place {
			qs = append(qs, Question{Kind: When, Text: e.Name + "-" + b.dir.Entities[id].Name})
			break
		}
	}
	return qs
}

func (q Question) line() string { return "/" + string(q.Kind) + " " + q.Text }

func sameCommand(k Kind) func(string) bool {
	return func(line string) bool { return ParseLine(line).Kind == k }
}
