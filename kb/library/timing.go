package library

import (
	"slices"
	"strings"
	"time"

	"dateline/kb/lexicon"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// isDate reports whether a time tells when something is, which a duration, a
// repetition and "an hour earlier" do not.
func isDate(t timex.Expression) bool {
	switch t.Type {
	case timex.Duration, timex.Set:
		return false
	case timex.Time:
		return !t.First.IsZero() && strings.Contains(t.Value, "T")
	}
	return !t.First.IsZero()
}

// beside is 1 for a time that stands right beside something asked about; it
// falls to 0.7 with the words between them. What happened counts where it is
// mentioned, who it happened to where it is not.
func (h Passage) beside(t timex.Expression, clause text.Span) float64 {
	what, who := len(h.Words), len(h.Words)
	for i, spans := range h.Spans {
		for _, p := range spans {
			if h.Parts[i].Needed() {
				who = min(who, h.gap(p, t, clause))
			} else {
				what = min(what, h.gap(p, t, clause))
			}
		}
	}
	if what == len(h.Words) {
		what = who
	}
	return 0.7 + 0.3/(1+float64(what)/8)
}

// aside is the number of words that a preposition before a mention counts for:
// "until the end of Ramadan" is not about Ramadan.
const aside = 8

// gap is how many words a time stands away from a mention, half of them where
// it follows the subject of its clause.
func (h Passage) gap(p text.Span, t timex.Expression, clause text.Span) int {
	before := h.In(text.Span{Start: clause.Start, End: p.Start})
	n := len(h.In(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)}))
	if len(before) <= 1 && t.Start > p.End && t.End <= clause.End {
		return n / 2
	}
	for len(before) > 0 && IsDeterminer(before[len(before)-1].Fold) {
		before = before[:len(before)-1]
	}
	if len(before) > 0 && IsOblique(before[len(before)-1].Fold) {
		n += aside
	}
	return n
}

var oblique = WordSet(`of for about until during since after before with without from than by despite amid over`)

// IsOblique reports whether a folded word is a preposition after which a name
// is no subject: "of".
func IsOblique(folded string) bool { return oblique[folded] }

// labels reports whether a year belongs to a name rather than telling a time:
// "the 2022 Australian Grand Prix".
func (h Passage) labels(t timex.Expression) bool {
	if len(t.Value) != len("2022") {
		return false
	}
	after := h.In(text.Span{Start: t.End, End: h.End})
	return len(after) > 0 && after[0].Kind == text.Word && !after[0].Lower
}

// qualifies reports whether a time stands right before something asked about:
// "Sunday's race", not "Sunday's race director".
func (l *Library) qualifies(h Passage, t timex.Expression) bool {
	return slices.ContainsFunc(Flatten(h.Spans), func(p text.Span) bool {
		between := h.In(text.Span{Start: t.End, End: p.Start})
		next := h.IndexAt(p.End)
		return p.Start > t.End && (len(between) == 0 || len(between) == 1 && between[0].Fold == "'s") &&
			(!l.Modifies(h.Words, next-1) || h.Asked(h.Words[next].Span))
	})
}

// another reports whether a time says when something else was done than what
// was asked, by the verb before it: "who resigned and died on Saturday".
func (l *Library) another(h Passage, t timex.Expression) bool {
	i := h.IndexAt(t.Start) - 1
	for i >= 0 && IsFunction(h.Words[i].Fold) {
		i--
	}
	if i < 0 {
		return false
	}
	w := h.Words[i]
	if len(Needed(h.Parts)) == len(h.Parts) { // whatever they did counts, but for telling of it
		return IsSaying(w.Fold) && len(l.Times(h.Doc, h.Span)) > 1
	}
	_, e, ok := l.lexicon.Base(w.Fold, lexicon.Verb)
	return ok && w.Lower && e.Uses[lexicon.Verb] > e.Uses[lexicon.Noun] && !IsOccurring(w.Base) && !h.Asked(w.Span)
}

// season is the longest that a season or a quarter lasts.
const season = 93 * 24 * time.Hour

// listed reports whether a holiday is only named in a row with what was asked
// about: "Hanukkah, Christmas, Kwanzaa".
func (h Passage) listed(t timex.Expression) bool {
	if strings.ContainsAny(t.Text, "0123456789") {
		return false
	}
	for _, p := range Flatten(h.Spans) {
		between := h.In(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)})
		if len(between) == 0 || len(between) > 8 || h.In(text.Span{Start: t.Start, End: t.End})[0].Lower {
			continue
		}
		if !slices.ContainsFunc(between, func(w Word) bool { return w.Lower && !IsCoordinator(w.Fold) }) {
			return true
		}
	}
	return false
}

// bound reports whether a time only bounds another: "since 1995".
func (h Passage) bound(t timex.Expression) bool {
	i := h.IndexAt(t.Start)
	return i > 0 && bounds[h.Words[i-1].Fold]
}

var bounds = WordSet(`since until till before after by`)

// Modifies reports whether the noun at word j only describes the next one:
// "border guards".
func (l *Library) Modifies(ws []Word, j int) bool {
	if j+1 >= len(ws) || ws[j+1].Kind != text.Word || IsFunction(ws[j+1].Fold) {
		return false
	}
	_, e, ok := l.lexicon.Base(ws[j+1].Fold, lexicon.Noun)
	return ok && e.Best() == lexicon.Noun
}

// TimeAt reports whether a span lies in a time expression of a passage.
func (l *Library) TimeAt(h Passage, p text.Span) bool {
	for _, t := range l.Times(h.Doc, h.Span) {
		if t.Start <= p.Start && p.End <= t.End {
			return true
		}
	}
	return false
}

// IsCopula reports whether a folded word joins a subject to what it is: "was".
func IsCopula(folded string) bool { return copula[folded] }

var copula = WordSet(`is was are were became remains`)
