package entity

import (
	"strings"

	"dateline/kb/names"
	"dateline/kb/text"
)

// before reads the role that ends before token t: "Ukrainian President NAME",
// "spokesman NAME", "Secretary of State NAME", "the company's chief, NAME".
func (r *reader) before(t int) (phrase, bool) {
	i, comma := t-1, false
	if r.word(i) == "," {
		i, comma = i-1, true
	}
	if !r.joined(i) || r.mention(i) >= 0 && !r.office(i) {
		return phrase{}, false
	}
	if r.class(i).is(honorific) && !strings.EqualFold(r.word(i-1), "first") {
		return phrase{}, false
	}
	p := phrase{head: i, to: t, of: nowhere}
	if !r.class(i).is(person) {
		if p.head = r.complemented(i, &p); p.head < 0 {
			return phrase{}, false
		}
	}
	r.leftward(&p)
	if r.verbal(p) {
		return phrase{}, false
	}
	p.title = r.title(p, i+1)
	if comma && (!r.closed(t) || !(p.definite || p.some || !p.of.none() && r.mention(p.head) < 0)) {
		return phrase{}, false
	}
	return p, p.title != ""
}

// closed reports whether the name at token t ends with a comma or the
// sentence, as a name in apposition does.
func (r *reader) closed(t int) bool {
	_, after := r.tokensOf(r.mention(t))
	switch r.word(after) {
	case ",", ".", ";", ")", "—", "–", "":
		return true
	}
	return false
}

// verbal reports whether the head is a verb: "will host NAME".
func (r *reader) verbal(p phrase) bool {
	if p.head != p.from || r.class(p.head).is(capital) {
		return false
	}
	return modals[strings.ToLower(r.word(p.from-1))]
}

var modals = words("to will would can could should may might must shall not n't who they we i you he she it and then")

// office reports whether a token within a mention may end a title: "State" in
// "Secretary of State", which recognisers take for an organisation.
func (r *reader) office(i int) bool { return portfolios[strings.ToLower(r.word(i))] }

// complemented finds the head of a title that ends with a complement at token
// i: "Secretary of State", "Director of National Intelligence", "chief of
// staff", "President of Ukraine".
func (r *reader) complemented(i int, p *phrase) int {
	if strings.EqualFold(r.word(i), "the") {
		return -1
	}
	for k := i; k > i-5 && k > 0; k-- {
		w := r.word(k)
		if w == "of" || w == "for" {
			if k == i || !r.class(k-1).is(person) || r.mention(k-1) >= 0 {
				return -1
			}
			head := k - 1
			if m := r.mention(k + 1); m >= 0 && !r.office(i) {
				p.of = r.affiliated(m)
			}
			if !r.class(head).is(capital) && !r.office(i) {
				return -1
			}
			return head
		}
		if r.mention(k) < 0 && !r.class(k).is(noun|capital) && w != "the" && w != "and" {
			return -1
		}
	}
	return -1
}

// maxModifiers bounds the words of a title before its head.
const maxModifiers = 6

// leftward extends a phrase from its head to the left.
func (r *reader) leftward(p *phrase) {
	capped := r.class(p.head).is(capital)
	p.plural = r.class(p.head).is(plural)
	p.from = p.head
	for k, n := p.head-1, 0; k >= 0 && n < maxModifiers && r.joined(k); n++ {
		if m := r.mention(k); m >= 0 {
			first, _ := r.tokensOf(m)
			if first < 0 || !r.modify(p, m) {
				return
			}
			p.from, k = first, first-1
			continue
		}
		c := r.class(k)
		switch {
		case possessive(r.word(k)):
			p.definite = true
			if m := r.mention(k - 1); m >= 0 && p.of.none() {
				p.of = r.affiliated(m)
				p.from, _ = r.tokensOf(m)
			}
			return
		case c.is(past):
			p.past = true
		case c.is(puff):
		case !p.of.none() && p.from != p.head && r.mention(p.from) >= 0:
			r.determine(p, k)
			return // nothing but "former" stands before the affiliation
		case r.word(k) == "and" && r.class(k-1).is(person) && r.mention(k-1) < 0 && r.class(k-1).is(capital) == capped:
		case p.of.none() && c.is(capital) && (r.country(p, k) || r.missed(p, k)):
			p.from, k = k, k-1
			continue
		case c.is(noun) && (!capped || c.is(capital) || officeWords[r.word(k)]):
		default:
			r.determine(p, k)
			return
		}
		p.from, k = k, k-1
	}
}

// country takes a word for the affiliation that is a country or its people,
// though the recogniser did not see it.
func (r *reader) country(p *phrase, k int) bool {
	n, ok := nationOf(text.Fold(r.word(k)))
	if !ok || n.as == isSeat {
		return false
	}
	p.of, p.missed = affiliation{sight: -1, country: n.country}, k
	return true
}

// missed takes a word that is a name of an organisation or a place elsewhere
// for the affiliation, though the recogniser did not see it here.
func (r *reader) missed(p *phrase, k int) bool {
	id, ok := r.forms.tally.ids[r.word(k)]
	if low := strings.ToLower(r.word(k)); !ok || common[low] || parties[low] || r.mention(k-1) >= 0 || r.credited(r.tokens[k].Start) {
		return false
	}
	s := &r.forms.tally.list[id]
	if n := s.counts[names.Place] + s.counts[names.Organisation]; n < 20 || n < 3*s.counts[names.Person] {
		return false
	}
	f := r.forms.read(id, names.Organisation)
	p.of = affiliation{sight: -1, key: f.key}
	if f.nation.as == isCountry {
		p.of = affiliation{sight: -1, country: f.nation.country}
	}
	p.missed = k
	return !p.of.none()
}

// common are words that name no organisation inside a title.
var common = words(`press state house health education union county city staff committee council board police fire school party court
	bank league department office sports today news times magazine national international first general public senior chief congress senate`)

// credited reports whether a name at byte at belongs to the credit of a
// picture: "Ann Lee/AP".
func (r *reader) credited(at int) bool {
	return at > 0 && (r.text[at-1] == '/' || r.text[at-1] == '|')
}

// modify takes a name before the head into the phrase: its affiliation. It
// reports whether the phrase goes on to the left of it.
func (r *reader) modify(p *phrase, m int) bool {
	s, f := r.sights[r.ms[m].sight], r.form(r.ms[m].sight)
	if s.typ == names.Misc && f.nation.as == 0 || parties[f.key] || puffs[text.Fold(f.name)] {
		return true // a party, an event, a people
	}
	if !p.of.none() || r.credited(int(r.ms[m].start)) {
		return false
	}
	p.of = r.affiliated(m)
	return true
}

func (r *reader) affiliated(m int) affiliation {
	s := r.ms[m].sight
	if n := r.form(s).nation; n.as == isDemonym || n.as == isCountry {
		return affiliation{sight: -1, country: n.country}
	}
	if r.sights[s].typ == names.Misc {
		return nowhere
	}
	return affiliation{sight: s}
}

func (r *reader) determine(p *phrase, k int) {
	switch strings.ToLower(r.word(k)) {
	case "the":
		p.definite = true
	case "a", "an":
		p.some = true
	}
}
