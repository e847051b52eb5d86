package kb

// What it counts that something is mentioned, not in a unit itself, but by a
// pronoun, in the sentence before it, or in the title of the article.
const (
	byPronoun  = 0.85
	byPrevious = 0.5
	byTitle    = 0.35
)

// headSentences is how far the title of an article speaks for its sentences as
// much as one sentence does for the next.
const headSentences = 3

// surroundings are what stands around a unit, read when needed.
type surroundings struct {
	lib      *Base
	unit     unit
	previous *view
	title    []string
}

// say is how much the mention of a part around the unit counts for the unit.
// Far from the head of an article its title counts only where far is set.
func (s *surroundings) say(p part, far bool) float64 {
	if len(s.before().matches(p)) > 0 {
		return byPrevious
	}
	if !far && s.unit.first >= headSentences || !hasStems(s.titleStems(), p.stems) {
		return 0
	}
	if s.unit.first < headSentences {
		return byPrevious
	}
	return byTitle
}

func (s *surroundings) before() view {
	if s.previous == nil {
		s.previous = &view{}
		if s.unit.first > 0 {
			*s.previous = s.lib.view(s.lib.unitAt(s.unit.doc, s.unit.first-1))
		}
	}
	return *s.previous
}

func (s *surroundings) titleStems() []string {
	if s.title == nil {
		s.title = contentStems(s.lib.article(s.unit.doc).Title)
	}
	return s.title
}
