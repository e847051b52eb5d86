package library

import (
	"slices"
	"strings"
	"time"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/text"
)

// Meant are the entities that a name, or a role held on a day, fits equally
// well.
func (l *Library) Meant(s string, on time.Time) []entity.Match {
	named := l.covering(s, Best(l.dir.Find(s, 8)))
	held := Best(l.dir.FindRole(s, on, 8))
	switch {
	case len(held) > 0 && !l.person(s, named):
		return held
	case (l.Office(s) || l.partOf(s)) && !l.misspelt(s, named):
		return slices.DeleteFunc(named, func(m entity.Match) bool { return !l.bears(m.ID, OfficeHead(s)) })
	}
	return named
}

// partOf reports whether words speak of something of somebody, "head of the FTC",
// rather than name it.
func (l *Library) partOf(s string) bool {
	head := OfficeHead(s)
	_, _, noun := l.lexicon.Base(head, lexicon.Noun)
	return noun && !strings.HasSuffix(text.Fold(s), head)
}

// asGood is the score from which a name of several words is the one meant, though
// one of them is a word for people too ("Boris Jonson").
const asGood = 0.85

// misspelt reports whether what was typed is nearly the name of a person, word for
// word.
func (l *Library) misspelt(s string, ms []entity.Match) bool {
	if len(ms) == 0 || ms[0].Score < asGood {
		return false
	}
	e, words := l.Entity(ms[0].ID), strings.Fields(s)
	return e.Type == names.Person && len(words) > 1 && len(words) == len(strings.Fields(e.Name))
}

// person reports whether what was typed is the name of a person as it stands,
// and no title as well ("pope", "chief justice").
func (l *Library) person(s string, ms []entity.Match) bool {
	if len(ms) == 0 || !ms[0].Exact || monarchs[text.Fold(s)] {
		return false
	}
	e := l.Entity(ms[0].ID)
	full := text.Fold(e.Name + " " + strings.Join(e.Aliases, " "))
	for _, w := range strings.Fields(text.Fold(s)) {
		if !strings.Contains(full, w) {
			return false
		}
	}
	return e.Type == names.Person
}

// monarchs are titles that are surnames too.
var monarchs = WordSet(`king queen pope prince princess emperor`)

// covering leaves out matches whose name is only a small part of what was
// typed: "foreign minister of Germany" does not mean Germany.
func (l *Library) covering(s string, ms []entity.Match) []entity.Match {
	if len(ms) == 0 {
		return nil
	}
	asked := len(ContentStems(s))
	return slices.DeleteFunc(ms, func(m entity.Match) bool {
		return 2*l.longestName(m.ID) < asked
	})
}

// longestName is the number of words of an entity's longest name.
func (l *Library) longestName(id entity.ID) int {
	e := l.Entity(id)
	n := len(strings.Fields(e.Name))
	for _, a := range e.Aliases {
		n = max(n, len(strings.Fields(a)))
	}
	return n
}

// Best keeps the matches that may be taken for the one meant and are as good
// as the first.
func Best(ms []entity.Match) []entity.Match {
	n := 0
	for n < len(ms) && ms[n].Score >= Taken && ms[n].Score >= ms[0].Score-0.02 {
		n++
	}
	return ms[:n]
}

// Office reports whether words name a role rather than somebody or something:
// their head is a noun for people, and nothing was done to him ("fired the
// minister").
func (l *Library) Office(s string) bool {
	base, e, ok := l.lexicon.Base(OfficeHead(s), lexicon.Noun)
	if !ok || !headsOf[base] && (e.Best() != lexicon.Noun || l.lexicon.IsA(base, l.lexicon.ClassOf("person")) < 1) {
		return false
	}
	ws := strings.Fields(text.Fold(StripArticle(s)))
	if len(ws) < 2 {
		return false
	}
	first, ok := l.lexicon.Lookup(ws[0])
	return !(ok && first.Best() == lexicon.Verb || strings.HasSuffix(ws[0], "ed"))
}

// headsOf are nouns for people whose words are for something else more often.
var headsOf = WordSet(`head chair chief boss lead`)

// OfficeHead is the folded noun that carries a role: "president" of "president of
// France" and "French president".
func OfficeHead(s string) string {
	s = text.Fold(s)
	for _, prep := range []string{" of ", " for ", " at ", " in "} {
		s, _, _ = strings.Cut(s, prep)
	}
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// bears reports whether one of an entity's names has a word.
func (l *Library) bears(id entity.ID, folded string) bool {
	e := l.Entity(id)
	has := func(name string) bool { return slices.Contains(strings.Fields(text.Fold(name)), folded) }
	return has(e.Name) || slices.ContainsFunc(e.Aliases, has)
}

// StripArticle takes away an article at the beginning.
func StripArticle(s string) string {
	for _, a := range []string{"the ", "a ", "an ", "The "} {
		if rest, ok := strings.CutPrefix(s, a); ok {
			return rest
		}
	}
	return s
}
