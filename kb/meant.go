package kb

import (
	"slices"
	"strings"
	"time"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/text"
)

// meant are the entities that a name, or a role held on a day, fits equally
// well.
func (b *Base) meant(s string, on time.Time) []entity.Match {
	named := b.covering(s, best(b.dir.Find(s, 8)))
	held := best(b.dir.FindRole(s, on, 8))
	switch {
	case len(held) > 0 && !b.person(s, named):
		return held
	case b.office(s) || b.partOf(s):
		return slices.DeleteFunc(named, func(m entity.Match) bool { return !b.bears(m.ID, officeHead(s)) })
	}
	return named
}

// partOf reports whether words speak of something of somebody, "head of the FTC",
// rather than name it.
func (b *Base) partOf(s string) bool {
	head := officeHead(s)
	_, _, noun := b.lexicon.Base(head, lexicon.Noun)
	return noun && !strings.HasSuffix(text.Fold(s), head)
}

// person reports whether what was typed is the name of a person as it stands,
// and no title as well ("pope", "chief justice").
func (b *Base) person(s string, ms []entity.Match) bool {
	if len(ms) == 0 || !ms[0].Exact || monarchs[text.Fold(s)] {
		return false
	}
	e := b.entity(ms[0].ID)
	full := text.Fold(e.Name + " " + strings.Join(e.Aliases, " "))
	for _, w := range strings.Fields(text.Fold(s)) {
		if !strings.Contains(full, w) {
			return false
		}
	}
	return e.Type == names.Person
}

// monarchs are titles that are surnames too.
var monarchs = wordSet(`king queen pope prince princess emperor`)

// covering leaves out matches whose name is only a small part of what was
// typed: "foreign minister of Germany" does not mean Germany.
func (b *Base) covering(s string, ms []entity.Match) []entity.Match {
	if len(ms) == 0 {
		return nil
	}
	asked := len(contentStems(s))
	return slices.DeleteFunc(ms, func(m entity.Match) bool {
		return 2*b.longestName(m.ID) < asked
	})
}

// longestName is the number of words of an entity's longest name.
func (b *Base) longestName(id entity.ID) int {
	e := b.entity(id)
	n := len(strings.Fields(e.Name))
	for _, a := range e.Aliases {
		n = max(n, len(strings.Fields(a)))
	}
	return n
}

// best keeps the matches that may be taken for the one meant and are as good
// as the first.
func best(ms []entity.Match) []entity.Match {
	n := 0
	for n < len(ms) && ms[n].Score >= taken && ms[n].Score >= ms[0].Score-0.02 {
		n++
	}
	return ms[:n]
}

// office reports whether words name a role rather than somebody or something:
// their head is a noun for people, and nothing was done to him ("fired the
// minister").
func (b *Base) office(s string) bool {
	base, e, ok := b.lexicon.Base(officeHead(s), lexicon.Noun)
	if !ok || e.Best() != lexicon.Noun || b.lexicon.IsA(base, b.lexicon.ClassOf("person")) < 1 {
		return false
	}
	ws := strings.Fields(text.Fold(stripArticle(s)))
	if len(ws) < 2 {
		return false
	}
	first, ok := b.lexicon.Lookup(ws[0])
	return !(ok && first.Best() == lexicon.Verb || strings.HasSuffix(ws[0], "ed"))
}

// officeHead is the folded noun that carries a role: "president" of "president of
// France" and "French president".
func officeHead(s string) string {
	s = text.Fold(s)
	for _, prep := range []string{" of ", " for ", " at ", " in "} {
		s, _, _ = strings.Cut(s, prep)
	}
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// bears reports whether one of an entity's names has a word.
func (b *Base) bears(id entity.ID, folded string) bool {
	e := b.entity(id)
	has := func(name string) bool { return slices.Contains(strings.Fields(text.Fold(name)), folded) }
	return has(e.Name) || slices.ContainsFunc(e.Aliases, has)
}

func stripArticle(s string) string {
	for _, a := range []string{"the ", "a ", "an ", "The "} {
		if rest, ok := strings.CutPrefix(s, a); ok {
			return rest
		}
	}
	return s
}
