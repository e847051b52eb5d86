package library

// What it counts, 0 to 1, that something is mentioned, not in a unit itself, but by
// a pronoun, in the sentence before it, or in the title of the article.
const (
	byPronoun  = 0.85
	ByPrevious = 0.5
	byTitle    = 0.35
)

// HeadSentences is how far the title of an article speaks for its sentences as
// much as one sentence does for the next.
const HeadSentences = 3

// surroundings are what stands around a unit, read when needed.
type surroundings struct {
	lib      *Library
	unit     Unit
	previous *View
	title    []string
}

// say is how much the mention of a part around the unit counts for the unit.
// Far from the head of an article its title counts only where far is set.
func (s *surroundings) say(p Part, far bool) float64 {
	if len(s.before().Matches(p)) > 0 {
		return ByPrevious
	}
	if !far && s.unit.First >= HeadSentences || !HasStems(s.titleStems(), p.Stems) {
		return 0
	}
	if s.unit.First < HeadSentences {
		return ByPrevious
	}
	return byTitle
}

func (s *surroundings) before() View {
	if s.previous == nil {
		s.previous = &View{}
		if s.unit.First > 0 {
			*s.previous = s.lib.View(s.lib.UnitAt(s.unit.Doc, s.unit.First-1))
		}
	}
	return *s.previous
}

func (s *surroundings) titleStems() []string {
	if s.title == nil {
		s.title = ContentStems(s.lib.Article(s.unit.Doc).Title)
	}
	return s.title
}
