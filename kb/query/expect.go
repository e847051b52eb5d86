package query

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/phrase"
)

// expect finds the type of answer and the noun that names its class.
func (r *reading) expect() {
	q := r.q
	switch q.Kind {
	case Who:
		q.Expect = Person
		if r.words[r.wh].Lower == "whose" {
			r.class = r.phraseFrom(r.wh + 1)
		}
	case When:
		q.Expect = Date
	case Where:
		q.Expect = Place
	case Why:
		q.Expect = Reason
	case HowMany:
		r.expectAmount()
	case What, Which:
		r.expectNamed()
	case Statement:
		r.expectStatement()
	}
	r.moveSlot()
	q.Several = r.several()
	q.Negated = r.negated()
}

// several reports whether a list is asked for: a noun in the plural, or "who" and
// "what" with "are", "were" or "else".
func (r *reading) several() bool {
	if k := r.q.Kind; k != Who && k != What && k != Which {
		return false
	}
	if n := r.class.Last; n >= 0 && !r.possessed() {
		w := r.words[n].Lower
		return r.q.Number > 1 || r.base(w) != w && w != "news"
	}
	next := r.words[min(r.wh+1, r.last-1)].Lower
	return next == "are" || next == "were" || next == "else"
}

// possessed reports whether the class is what somebody has: "whose children".
func (r *reading) possessed() bool { return r.wh >= 0 && r.words[r.wh].Lower == "whose" }

// expectAmount reads "how many people", "how long", "how much money".
func (r *reading) expectAmount() {
	q := r.q
	next := r.words[min(r.wh+1, r.last-1)]
	q.Expect = measures[next.Lower]
	if q.Expect == Any {
		q.Expect = Measure
	}
	if next.Lower == "much" {
		q.Expect = Any // money, percent or a measure
	}
	if next.Lower != "many" && next.Lower != "much" && next.Lower != "few" {
		return
	}
	r.class = r.phraseFrom(r.wh + 2)
	if r.class.Last < 0 {
		if next.Lower == "much" {
			q.Expect = Money
			if r.wh > r.first && r.words[r.wh-1].Lower == "by" {
				q.Expect = Percent
			}
		}
		return
	}
	unit := r.words[r.class.Last]
	q.Unit = stem(unit)
	if t, ok := unitTypes[r.base(unit.Lower)]; ok {
		q.Expect = t
	} else if next.Lower == "much" {
		q.Expect = Measure
	}
}

// unitTypes are units that make an amount another type than a count.
var unitTypes = map[string]Type{
	"money": Money, "dollar": Money, "pound": Measure, "euro": Money, "percent": Percent, "percentage": Percent,
	"year": Duration, "month": Duration, "week": Duration, "day": Duration, "hour": Duration, "minute": Duration,
	"second": Duration, "mile": Measure, "foot": Measure, "meter": Measure, "ton": Measure,
}

// expectNamed reads what follows "which" or "what": a noun ("which country"),
// or "is" and then a noun ("what is the name of the dog").
func (r *reading) expectNamed() {
	r.class = r.phraseFrom(r.wh + 1)
	if r.class.Last < 0 {
		if r.class = r.phraseAfterCopula(); r.acts(r.class) {
			r.class = phrase.Span{First: 0, Last: -1}
		}
	}
	if r.class.Last < 0 {
		r.q.Expect = r.bareWhat()
		return
	}
	head := r.base(r.words[r.class.Last].Lower)
	if wrappers[head] {
		if inner := r.phraseAfterOf(r.class.Last + 1); inner.Last >= 0 {
			r.class = phrase.Span{First: r.class.First, Last: inner.Last}
			head = r.base(r.words[inner.Last].Lower)
		}
	}
	for i := r.class.First; i <= r.class.Last; i++ {
		if w := r.words[i]; w.Tag == phrase.Number {
			r.q.Number = small[w.Lower]
		}
	}
	r.setClass(head)
}

// acts reports whether a phrase after "what is" is who does or suffers what is
// asked for, not its class: "what is Russia accused of", "what are they doing".
func (r *reading) acts(c phrase.Span) bool {
	if next := c.Last + 1; c.Last >= 0 && next < r.last {
		t := r.words[next].Tag
		return t == phrase.Verb || t == phrase.Participle
	}
	return false
}

// setClass takes a noun, with the word before it where both together are known
// ("soap opera"), for the class of the answer.
func (r *reading) setClass(head string) {
	r.q.Class = head
	if n := r.class.Last; n > r.class.First {
		pair := r.words[n-1].Lower + " " + head
		if _, ok := r.lex.Lookup(pair); ok {
			r.q.Class = pair
		}
	}
	r.q.Expect = r.typeOf(r.q.Class)
}

var small = map[string]int{"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}

// wrappers are nouns that say nothing of the class: what stands after their
// "of" does.
var wrappers = words("type kind sort form variety brand breed name title genre group number amount piece part species pair style")

// bareWhat judges a "what" or "which" without a noun.
func (r *reading) bareWhat() Type {
	for i := r.first; i < r.last; i++ {
		if called[r.words[i].Lower] {
			return Title
		}
	}
	for i := r.first; i < r.last; i++ {
		if saying[r.words[i].Lower] {
			return Clause
		}
	}
	return Any
}

var (
	called = words("called titled named dubbed nicknamed")
	saying = words("say said saying")
)

// expectStatement reads the last words of a sentence to complete.
func (r *reading) expectStatement() {
	if r.slot == r.first {
		return
	}
	for i := r.first; i+1 < r.last; i++ { // "This former minister was …"
		if w := r.words[i].Lower; w != "this" && w != "these" || vague[r.words[i+1].Lower] {
			continue
		}
		if c := r.phraseFrom(i + 1); c.Last >= 0 && !strings.HasSuffix(r.q.Focus.Of(r.q.Text), ":") {
			r.wh, r.slot, r.class = i, i, c
			r.setClass(r.base(r.words[c.Last].Lower))
			return
		}
	}
	last := r.words[r.slot-1].Lower
	switch {
	case called[last]:
		r.q.Expect = Title
	case last == "since":
		r.q.Expect = Date
	case last == "because" || last == "due" || last == "to" && r.slot-2 >= r.first && r.words[r.slot-2].Lower == "due":
		r.q.Expect = Reason
	}
}

// moveSlot puts the place of the answer where it would stand in a statement:
// "Which team did the club sell him to" wants it after "to".
func (r *reading) moveSlot() {
	if r.wh < 0 {
		return
	}
	next := max(r.wh, r.class.Last) + 1
	if next >= r.last {
		return
	}
	if w := r.words[next].Lower; w != "did" && w != "does" && w != "do" {
		return
	}
	for i := next + 2; i < r.last; i++ {
		if r.words[i].Tag == phrase.Verb {
			r.slot = i + 1
			if i+1 < r.last && (r.words[i+1].Tag == phrase.Preposition || r.words[i+1].Tag == phrase.To) {
				r.slot++
			}
			return
		}
	}
}

// negated reports whether the question asks for the exception ("which of
// these is NOT").
func (r *reading) negated() bool {
	for i := r.first; i < r.last; i++ {
		if w := r.words[i]; w.Of(r.q.Text) == "NOT" || w.Lower == "except" {
			return true
		}
	}
	return false
}

// base is the dictionary form of a noun.
func (r *reading) base(word string) string {
	b, _, _ := r.lex.Base(word, lexicon.Noun)
	return b
}

func stem(w phrase.Word) string {
	if len(w.Stems) == 0 {
		return w.Lower
	}
	return w.Stems[0]
}

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
