package entity

import (
	"strings"

	"dateline/kb/names"
	"dateline/kb/text"
)

// wordly are last words of names that are no person's.
var wordly = words(`school mall university college pharmacy county avenue stadium arena airport museum hospital cemetery awards festival
	company inc corp llc island islands department ministry foundation association committee institute center centre 
	highway boulevard raceway speedway district library courthouse`)

// kind is the type of a mention, mended by what the name is elsewhere.
func (r *reader) kind(s *surface, t names.Type, start int32) names.Type {
	i := strings.LastIndexAny(s.written, " \n\t")
	if i < 0 {
		return r.single(s, t)
	}
	if t == names.Person {
		if wordly[strings.ToLower(s.written[i+1:])] {
			return names.Organisation
		}
		if strings.Contains(s.written, " and ") {
			return names.Misc // two, or a band
		}
		for _, storm := range []string{"Hurricane ", "Hurricanes ", "Typhoon ", "Tropical Storm "} {
			if strings.HasPrefix(s.written, storm) {
				return names.Misc
			}
		}
	}
	if r.monarch(s.written) {
		return names.Person
	}
	total := s.total()
	for k, n := range s.counts {
		if n*4 >= total*3 && total >= 4 {
			t = names.Type(k)
		}
	}
	if t != names.Person && (r.titledPerson(s.written, total) || total < rare && r.introduced(s.written, start)) {
		return names.Person
	}
	return t
}

// monarch reports names as "Queen Elizabeth II", which recognisers take for
// ships and hospitals.
func (r *reader) monarch(written string) bool {
	crown, rest, _ := cutWord(written)
	first, number, more := cutWord(rest)
	return crowns[strings.ToLower(crown)] && r.forms.tally.firsts[first] >= 5*rare && (!more || numeral(number))
}

// rare is how often a name stands in the texts for its surroundings to tell
// more of its type than the recogniser.
const rare = 4

// introduced reports whether a name of two words stands right behind what
// somebody does: "actress Ann Lee".
func (r *reader) introduced(written string, start int32) bool {
	head, ok := strings.CutSuffix(r.text[max(0, start-24):start], " ")
	if !ok || strings.Count(written, " ") != 1 {
		return false
	}
	word := head[strings.LastIndexAny(head, " \n\t(“\"—-")+1:]
	_, trade := domains[strings.ToLower(word)]
	return trade
}

// titledPerson reports whether a name taken for something else is that of a
// person with a title: "Tesla CEO Elon Musk".
func (r *reader) titledPerson(written string, own int32) bool {
	for {
		word, rest, ok := cutWord(written)
		if !ok || !strings.Contains(rest, " ") {
			return false
		}
		if n := r.forms.tally.people(rest); n >= 5 && n >= 5*own {
			return r.book.class(word).is(person)
		}
		written = rest
	}
}

// firm is in how many places of a document a name has to be of one type, and
// in none of another, to be that whatever it is elsewhere: the Jackson of
// Mississippi.
const firm = 3

// single mends the type of a name of one word: a surname of the document is a
// person if it ever is; elsewhere it is what it mostly is.
func (r *reader) single(s *surface, t names.Type) names.Type {
	if len(s.written) > 3 && strings.ToUpper(s.written) == s.written {
		if id, ok := r.forms.tally.ids[s.written[:1]+strings.ToLower(s.written[1:])]; ok && r.forms.tally.list[id].total() > s.total() {
			s = &r.forms.tally.list[id]
		}
	}
	if here := r.here[s]; t != names.Person && here[t] >= firm && here[names.Person] == 0 {
		return t
	}
	c, total, people := s.counts, s.total(), s.counts[names.Person]
	switch {
	case t != names.Person && r.surnames[text.Fold(s.written)]:
		if people*2 >= total {
			return names.Person
		}
	case t != names.Person:
		if people >= 5 && people*3 >= total*2 {
			return names.Person
		}
	case !r.surnames[text.Fold(s.written)] && people*7 <= total && total >= 10:
		for k := names.Place; k <= names.Misc; k++ {
			if c[k] > c[t] {
				t = k
			}
		}
	}
	return t
}
