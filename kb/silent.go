package kb

import (
	"fmt"
	"slices"
	"strings"

	"dateline/kb/library"
)

// similar is the score from which a name is near enough to be suggested.
const similar = 0.35

// maxSuggestions bounds the names that are suggested.
const maxSuggestions = 5

// silent is the answer where the articles do not say: what is missing, names
// near what was asked, and the nearest passage.
func (b *Base) silent(q Question, parts []library.Part, hits []library.Passage) Answer {
	a := Answer{Kind: q.Kind, Abstained: true}
	var missing []string
	none := !slices.ContainsFunc(parts, library.Part.Known)
	for _, p := range parts {
		if p.Known() || !p.Needed() && !none {
			continue
		}
		missing = append(missing, "“"+library.Clip(p.Text, 60)+"”")
		a.Suggestions = append(a.Suggestions, b.suggest(p.Text)...)
	}
	a.Suggestions = library.Unique(a.Suggestions)
	a.Suggestions = a.Suggestions[:min(len(a.Suggestions), maxSuggestions)]
	switch {
	case len(missing) > 0:
		a.Message = fmt.Sprintf("None of the articles mentions %s.", strings.Join(missing, " or "))
	case len(hits) > 0:
		a.Message = "The articles do not say" + lacking[q.Kind] + ". The nearest they come:"
		a.Evidence = append(a.Evidence, b.lib.Evidence(hits[0].Unit))
	case len(library.Needed(parts)) > 1:
		a.Message = "The articles do not speak of " + together(library.Needed(parts)) + " together."
	default:
		a.Message = "The articles do not say" + lacking[q.Kind] + "."
	}
	return a
}

// trusted is the confidence below which what the rules found is shown as the
// nearest passage only.
const trusted = 0.2

// doubted makes an answer that is hardly sure an abstention.
func doubted(q Question, a Answer) Answer {
	if a.Abstained || a.Confidence >= trusted || len(a.Evidence) == 0 {
		return a
	}
	near := a.Evidence[0]
	near.Marks = nil
	return Answer{
		Kind: q.Kind, Abstained: true, Confidence: a.Confidence, Evidence: []Evidence{near},
		Message: "The articles do not say" + lacking[q.Kind] + ". The nearest they come:",
	}
}

var lacking = map[Kind]string{When: " when", Where: " where", Why: " why", HowMany: " how many", Who: " who"}

func together(parts []library.Part) string {
	var out []string
	for _, p := range parts {
		out = append(out, library.Clip(p.Text, 60))
	}
	return strings.Join(out, " and ")
}

// suggest returns names near a name that no article has.
func (b *Base) suggest(name string) []string {
	var out []string
	for _, m := range b.lib.Directory().Find(name, maxSuggestions) {
		if m.Score >= similar {
			out = append(out, b.lib.Entity(m.ID).Name)
		}
	}
	return out
}
