package read

import (
	"slices"
	"strings"
	"unicode"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/phrase"
	"dateline/kb/query"
	"dateline/kb/timex"
)

// admit leaves out the candidates that cannot be what is asked for: an answer
// of another type or unit is none.
func (d *desk) admit() {
	e := d.q.Expect
	kept := d.groups[:0]
	for _, g := range d.groups {
		g.found = slices.DeleteFunc(g.found, func(o occurrence) bool { return !d.admissible(&o, e) })
		if len(g.found) > 0 {
			kept = append(kept, g)
		}
	}
	d.groups = kept
}

// admissible reports whether a candidate at one place can be of a type at all.
func (d *desk) admissible(o *occurrence, e query.Type) bool {
	if len(d.q.Choices) > 0 {
		return d.chosen(o)
	}
	switch {
	case e.Temporal():
		return d.within(o, timex.Date, timex.Time) || year(key(o.text()))
	case e == query.Duration:
		return d.within(o, timex.Duration) || o.counts(d.isTime) || d.ofThing() && o.counts(d.isLength)
	case e == query.Age:
		return d.age(o)
	case e == query.Money:
		return o.kind == kindMoney || o.counts(d.isMoney)
	case e == query.Percent:
		return o.kind == kindPercent || o.kind == kindSpan && strings.Contains(o.text(), "percent")
	case e == query.Count:
		return o.number() >= 0 && o.kind != kindMoney && o.kind != kindPercent && !d.within(o, timex.Date, timex.Time) && !d.clashes(o)
	case e.Numeric():
		return o.number() >= 0 && !d.within(o, timex.Date) && !d.age(o)
	case e == query.Reason:
		return o.kind == kindReason || o.kind == kindSpan
	case e == query.Person:
		return d.agent(o)
	case e == query.City && entity.IsCountry(o.text()) && !cityStates[key(o.text())]:
		return false
	case e == query.Place || e == query.City || e == query.Country || e == query.State:
		return o.kind != kindName && o.kind != kindTime && o.number() < 0 || o.kind == kindName && o.name != names.Person || o.kind == kindSpan
	}
	return true
}

// cityStates are countries that are cities, or have one of their name.
var cityStates = wordSet(`singapore monaco luxembourg djibouti panama guatemala kuwait`)

// ofThing reports whether a question has no verb but "is" or "was": "how long was
// the skeleton" may ask for metres.
func (d *desk) ofThing() bool {
	return !slices.ContainsFunc(d.q.Terms, func(t query.Term) bool { return t.Verb && !t.Name })
}

func (d *desk) isLength(w phrase.Word) bool {
	base, _, ok := d.r.lexicon.Base(w.Lower, lexicon.Noun)
	return ok && d.r.lexicon.IsA(base, d.r.lexicon.ClassOf("linear unit")) >= 0.5
}

// chosen reports whether a candidate is one of the things to choose among, or
// the most of it.
func (d *desk) chosen(o *occurrence) bool {
	content, among := 0, make([]int, len(d.q.Choices))
	for _, w := range o.words() {
		if w.Tag == phrase.Mark || phrase.Closed(w.Lower) {
			continue
		}
		content++
		for i, c := range d.q.Choices {
			if slices.ContainsFunc(w.Stems, func(s string) bool { return slices.Contains(c, s) }) {
				among[i]++
			}
		}
	}
	return content > 0 && 2*slices.Max(among) > content
}

// within reports whether a candidate overlaps a time expression of some types.
func (d *desk) within(o *occurrence, types ...timex.Type) bool {
	all := o.passage.source.doc.Times
	at, _ := slices.BinarySearchFunc(all, o.start, func(x timex.Expression, start int) int { return x.End - 1 - start })
	for ; at < len(all) && all[at].Start < o.end; at++ {
		if slices.Contains(types, all[at].Type) {
			return true
		}
	}
	return false
}

// words are the words of a candidate.
func (o *occurrence) words() []phrase.Word { return o.passage.words[o.first : o.last+1] }

// number is the place of the first number among a candidate's words, -1 for
// none.
func (o *occurrence) number() int {
	return slices.IndexFunc(o.words(), func(w phrase.Word) bool {
		return w.Tag == phrase.Number || strings.IndexFunc(w.Lower, unicode.IsDigit) >= 0 || someNumber[w.Lower]
	})
}

// someNumber are words for numbers that are tagged as something else.
var someNumber = wordSet(`dozens hundreds thousands millions billions trillions dozen half several scores none nobody no-one couple handful
	once twice one two three`)

// counts reports whether a candidate, or the word after it, is a number of
// something.
func (o *occurrence) counts(unit func(phrase.Word) bool) bool {
	n := o.number()
	if n < 0 {
		return false
	}
	all := o.passage.words
	for i := o.first + n; i < min(len(all), o.last+3); i++ {
		if unit(all[i]) || strings.Contains(all[i].Lower, "-") && slices.ContainsFunc(strings.Split(all[i].Lower, "-"), func(s string) bool {
			return unit(phrase.Word{Lower: s, Tag: phrase.Noun})
		}) {
			return true
		}
	}
	return false
}

var timeUnits = wordSet(`second seconds minute minutes hour hours day days night nights week weeks month months year years
	decade decades century centuries weekend weekends season seasons term terms sec min`)

func (d *desk) isTime(w phrase.Word) bool { return timeUnits[w.Lower] }

func (d *desk) isMoney(w phrase.Word) bool {
	if strings.ContainsAny(w.Lower, "$£€¥") {
		return true
	}
	if currencies[w.Lower] {
		return true
	}
	if w.Tag != phrase.Noun && w.Tag != phrase.Proper {
		return false
	}
	base, _, ok := d.r.lexicon.Base(w.Lower, lexicon.Noun)
	return ok && d.r.lexicon.IsA(base, d.money()) >= 0.5
}

// currencies are plurals that dictionaries do not list.
var currencies = wordSet(`kronor kroner kronur yen yuan won rand baht bucks pence euros lei leva zlotys zloty rupees pesos francs`)

func (d *desk) money() lexicon.Class { return d.r.lexicon.ClassOf("monetary unit") }

// age reports whether a candidate is how old somebody or something is: "Ann
// Lee, 19,", "the 34-year-old", "aged 61", "turned 50", "12 years old".
func (d *desk) age(o *occurrence) bool {
	if o.kind == kindAge {
		return true
	}
	n := o.number()
	if n < 0 || o.kind == kindMoney || o.kind == kindPercent || d.within(o, timex.Date, timex.Time) {
		return false
	}
	all := o.passage.words
	at := o.first + n
	word := func(i int) string {
		if i < 0 || i >= len(all) {
			return ""
		}
		return all[i].Lower
	}
	if strings.Contains(word(at), "year-old") || strings.Contains(word(at), "month-old") || strings.Contains(word(at), "day-old") {
		return true
	}
	for i := at; i <= at+4; i++ { // "12 years old", "34 - year - old", "years of age"
		if w := word(i); w == "old" || w == "age" || w == "year-old" {
			return true
		}
		if w := word(i); i > at && !timeUnits[w] && w != "-" && w != "of" && w != "and" && all[min(i, len(all)-1)].Tag != phrase.Number {
			break
		}
	}
	for i := at - 1; i >= max(0, at-3); i-- {
		if ages[word(i)] {
			return true
		}
		if !approximately[word(i)] {
			break
		}
	}
	next := word(at + 1)
	if be := word(at - 1); (be == "was" || be == "is" || be == "'s" || be == "were") && small(word(at)) && (phrase.Closed(next) || next == "" || strings.Contains(".,;", next)) {
		return true // "She was 79."
	}
	apart := word(at-1) == "," && at >= 2 && (all[at-2].Upper || all[at-2].Tag == phrase.Noun)
	brackets := word(at-1) == "(" && next == ")"
	return (apart && (next == "," || next == "." || next == "" || next == "and" || next == ";" || next == "\"")) && small(word(at)) || brackets && small(word(at))
}

// small reports whether digits are few enough for an age.
func small(s string) bool {
	return len(s) <= 3 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

var (
	ages          = wordSet(`aged age turned turns turning reached ages at`)
	approximately = wordSet(`about around nearly almost just only over under the of a`)
)

// agent reports whether a candidate can be who did something: a person, an
// organisation, a government, or a noun for such.
func (d *desk) agent(o *occurrence) bool {
	switch o.kind {
	case kindName, kindProper, kindPair, kindList:
		return true
	case kindTime, kindMoney, kindPercent, kindAge, kindNumber, kindReason:
		return false
	}
	return slices.ContainsFunc(o.words(), d.isAgent) && !d.within(o, timex.Date, timex.Time)
}

// isAgent reports whether a word is a name or a noun for people or bodies.
func (d *desk) isAgent(w phrase.Word) bool {
	if w.Upper {
		return true
	}
	if w.Tag != phrase.Noun {
		return false
	}
	v, ok := d.agents[w.Lower]
	if !ok {
		base, _, found := d.r.lexicon.Base(w.Lower, lexicon.Noun)
		for _, class := range []string{"person", "organization", "social group", "animal"} {
			v = v || found && d.r.lexicon.IsA(base, d.r.lexicon.ClassOf(class)) > 0
		}
		d.agents[w.Lower] = v
	}
	return v
}

// clashes reports whether the number counts something else than what is asked
// for: it stands before a noun that is neither that, nor a word for the same, nor
// a kind of it or the other way round.
func (d *desk) clashes(o *occurrence) bool {
	if d.q.Unit == "" {
		return false
	}
	head := d.counted(o)
	if head == nil {
		return false
	}
	unit := d.unitWord()
	for _, s := range head.Stems {
		if s == d.q.Unit || d.unitSame[s] {
			return false
		}
	}
	base, _, ok := d.r.lexicon.Base(head.Lower, lexicon.Noun)
	if !ok || general[base] || general[unit] && d.isPerson(base) {
		return false
	}
	l := d.r.lexicon
	return l.IsA(base, l.ClassOf(unit)) == 0 && l.IsA(unit, l.ClassOf(base)) == 0
}

// isPerson reports whether a noun in its base form is commonly for people.
func (d *desk) isPerson(base string) bool {
	return d.r.lexicon.IsA(base, d.r.lexicon.ClassOf("person")) >= 0.5
}

// general are nouns that stand for whatever is counted.
var general = wordSet(`people person other number thing total one more case time kind piece item`)

// counted is the noun that a number counts: the last of its noun phrase, or the
// one after "of"; nil where none follows.
func (d *desk) counted(o *occurrence) *phrase.Word {
	all := o.passage.words
	at := o.first + max(o.number(), 0)
	last := -1
	for i := at + 1; i < min(len(all), at+7); i++ {
		w := &all[i]
		switch {
		case w.Tag == phrase.Noun:
			last = i
		case w.Tag == phrase.Number || w.Tag == phrase.Adjective || w.Tag == phrase.Participle && last < 0 || w.Tag == phrase.Proper:
		case last < 0 && (w.Lower == "of" || w.Tag == phrase.Determiner):
		default:
			i = len(all)
		}
	}
	if last < 0 {
		return nil
	}
	return &all[last]
}

// unitWord is what is counted in its base form.
func (d *desk) unitWord() string {
	if d.unit == "" {
		for _, t := range d.q.Terms {
			if t.Stem == d.q.Unit {
				d.unit, _, _ = d.r.lexicon.Base(t.Word, lexicon.Noun)
				if d.unit == "" {
					d.unit = t.Word
				}
				d.unitSame = map[string]bool{}
				if d.r.related != nil {
					for _, w := range d.r.related(t.Word) {
						for _, s := range Stems(w) {
							d.unitSame[s] = true
						}
					}
				}
			}
		}
	}
	return d.unit
}
