package kb

import (
	"slices"
	"strings"
	"time"

	"dateline/kb/lexicon"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// dates reports whether a time tells when something is, which a duration, a
// repetition and "an hour earlier" do not.
func dates(t timex.Expression) bool {
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
func (h hit) beside(t timex.Expression, clause text.Span) float64 {
	what, who := len(h.words), len(h.words)
	for i, spans := range h.spans {
		for _, p := range spans {
			if h.parts[i].needed() {
				who = min(who, h.gap(p, t, clause))
			} else {
				what = min(what, h.gap(p, t, clause))
			}
		}
	}
	if what == len(h.words) {
		what = who
	}
	return 0.7 + 0.3/(1+float64(what)/8)
}

// aside is the number of words that a preposition before a mention counts for:
// "until the end of Ramadan" is not about Ramadan.
const aside = 8

// gap is how many words a time stands away from a mention, half of them where
// it follows the subject of its clause.
func (h hit) gap(p text.Span, t timex.Expression, clause text.Span) int {
	before := h.in(text.Span{Start: clause.Start, End: p.Start})
	n := len(h.in(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)}))
	if len(before) <= 1 && t.Start > p.End && t.End <= clause.End {
		return n / 2
	}
	for len(before) > 0 && isDeterminer(before[len(before)-1].fold) {
		before = before[:len(before)-1]
	}
	if len(before) > 0 && isOblique(before[len(before)-1].fold) {
		n += aside
	}
	return n
}

var oblique = wordSet(`of for about until during since after before with without from than by despite amid over`)

// isOblique reports whether a folded word is a preposition after which a name
// is no subject: "of".
func isOblique(folded string) bool { return oblique[folded] }

// labels reports whether a year belongs to a name rather than telling a time:
// "the 2022 Australian Grand Prix".
func (h hit) labels(t timex.Expression) bool {
	if len(t.Value) != len("2022") {
		return false
	}
	after := h.in(text.Span{Start: t.End, End: h.End})
	return len(after) > 0 && after[0].kind == text.Word && !after[0].lower
}

// qualifies reports whether a time stands right before something asked about:
// "Sunday's race", not "Sunday's race director".
func (b *Base) qualifies(h hit, t timex.Expression) bool {
	return slices.ContainsFunc(flatten(h.spans), func(p text.Span) bool {
		between := h.in(text.Span{Start: t.End, End: p.Start})
		next := h.indexAt(p.End)
		return p.Start > t.End && (len(between) == 0 || len(between) == 1 && between[0].fold == "'s") &&
			(!b.modifies(h.words, next-1) || h.asked(h.words[next].Span))
	})
}

// another reports whether a time says when something else was done than what
// was asked, by the verb before it: "who resigned and died on Saturday".
func (b *Base) another(h hit, t timex.Expression) bool {
	i := h.indexAt(t.Start) - 1
	for i >= 0 && isFunction(h.words[i].fold) {
		i--
	}
	if i < 0 {
		return false
	}
	w := h.words[i]
	if len(needed(h.parts)) == len(h.parts) { // whatever they did counts, but for telling of it
		return isSaying(w.fold) && len(b.times(h.doc, h.Span)) > 1
	}
	_, e, ok := b.lexicon.Base(w.fold, lexicon.Verb)
	return ok && w.lower && e.Uses[lexicon.Verb] > e.Uses[lexicon.Noun] && !isOccurring(w.base) && !h.asked(w.Span)
}

// season is the longest that a season or a quarter lasts.
const season = 93 * 24 * time.Hour

// listed reports whether a holiday is only named in a row with what was asked
// about: "Hanukkah, Christmas, Kwanzaa".
func (h hit) listed(t timex.Expression) bool {
	if strings.ContainsAny(t.Text, "0123456789") {
		return false
	}
	for _, p := range flatten(h.spans) {
		between := h.in(text.Span{Start: min(p.End, t.End), End: max(p.Start, t.Start)})
		if len(between) == 0 || len(between) > 8 || h.in(text.Span{Start: t.Start, End: t.End})[0].lower {
			continue
		}
		if !slices.ContainsFunc(between, func(w word) bool { return w.lower && !isCoordinator(w.fold) }) {
			return true
		}
	}
	return false
}

// bound reports whether a time only bounds another: "since 1995".
func (h hit) bound(t timex.Expression) bool {
	i := h.indexAt(t.Start)
	return i > 0 && bounds[h.words[i-1].fold]
}

var bounds = wordSet(`since until till before after by`)

// modifies reports whether the noun at word j only describes the next one:
// "border guards".
func (b *Base) modifies(ws []word, j int) bool {
	if j+1 >= len(ws) || ws[j+1].kind != text.Word || isFunction(ws[j+1].fold) {
		return false
	}
	_, e, ok := b.lexicon.Base(ws[j+1].fold, lexicon.Noun)
	return ok && e.Best() == lexicon.Noun
}

func (b *Base) timeAt(h hit, p text.Span) bool {
	for _, t := range b.times(h.doc, h.Span) {
		if t.Start <= p.Start && p.End <= t.End {
			return true
		}
	}
	return false
}

// isCopula reports whether a folded word joins a subject to what it is: "was".
func isCopula(folded string) bool { return copula[folded] }

var copula = wordSet(`is was are were became remains`)
