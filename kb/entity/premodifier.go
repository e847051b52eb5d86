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
	if !r.joined(i) || r.mention(i) >= 0 && !r.office(i) && !r.within(i) {
		return phrase{}, false
	}
	if r.class(i).is(honorific) && !strings.EqualFold(r.word(i-1), "first") {
		return phrase{}, false
	}
	p := phrase{head: i, to: t, of: nowhere}
	called := r.word(i) == "named" && !comma
	if called {
		p.head, i = i-1, i-1
	}
	if !r.class(i).is(person | position) {
		if p.head = r.complemented(i, &p); p.head < 0 {
			return phrase{}, false
		}
	}
	r.leftward(&p)
	if r.verbal(&p) || p.doubtful || called && !p.some || p.of.none() && r.unplaced(p.head) {
		return phrase{}, false
	}
	p.title = r.title(p, i+1)
	if comma && (!r.closed(t) || !(p.definite || p.some || !p.of.none() && r.mention(p.head) < 0)) {
		return phrase{}, false
	}
	return p, p.title != ""
}

// unplaced reports whether the head is a position of players only together
// with a team: "center", but not "running back".
func (r *reader) unplaced(head int) bool {
	return r.class(head).is(position) && !lines[strings.ToLower(r.word(head-1))]
}

var lines = words("running tight defensive offensive nose full wing")

// within reports whether token i ends a name that a recogniser made of an
// affiliation and a title: "Leeds Mayor".
func (r *reader) within(i int) bool {
	return r.mention(i-1) == r.mention(i) && !r.person(i) && r.class(i).is(capital) && personNouns[strings.ToLower(r.word(i))]
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

// verbal reports whether the head is a verb ("will host NAME"), and leaves out
// a verb before the phrase ("should contact detective NAME").
func (r *reader) verbal(p *phrase) bool {
	prev := strings.ToLower(r.word(p.from - 1))
	switch {
	case r.class(p.from).is(capital) || r.mention(p.from) >= 0:
	case p.head == p.from:
		return modals[prev] || subjects[prev]
	case modals[prev]:
		p.from++
	}
	return false
}

var (
	modals   = words("to will would can could should may might must shall")
	subjects = words("not n't also who they we i you he she it and then")
)

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
	for k := i; k > i-7 && k > 0; k-- {
		w := r.word(k)
		if w == "of" || w == "for" {
			if k < i && r.office(k-1) {
				continue // "Minister of State for Trade"
			}
			if k == i || !r.class(k-1).is(person) || r.mention(k-1) >= 0 && !r.within(k-1) {
				return -1
			}
			head := k - 1
			if r.mention(k+1) >= 0 && !r.office(i) {
				p.of, _ = r.affiliation(k + 1)
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
			if m == r.mention(p.head) {
				p.of, p.from, p.cut = r.elsewhere(r.text[r.tokens[first].Start:r.tokens[k].End]), first, p.head
				return
			}
			if of, cut := r.entitled(first, k); cut <= k && p.of.none() {
				p.of, p.from, p.cut = of, first, cut
				return
			}
			if first < 0 || !r.modify(p, m) {
				return
			}
			p.from, k = first, first-1
			continue
		}
		c := r.class(k)
		switch {
		case possessive(r.word(k)) && strings.EqualFold(r.word(k-1), "state"):
			if m := r.mention(k - 1); m >= 0 && p.of.none() { // "Leeds County State’s Attorney"
				if first, _ := r.tokensOf(m); first >= 0 && first < k-1 {
					p.of, p.from, p.cut = r.elsewhere(r.text[r.tokens[first].Start:r.tokens[k-2].End]), first, k-1
				}
			}
			return
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
		case r.word(k) == "and" && r.class(k-1).is(person) && !r.class(k-1).is(plural) && r.mention(k-1) < 0 && r.class(k-1).is(capital) == capped:
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
	if n := s.bodies(); n < 20 || n < 3*s.counts[names.Person] {
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

// modify takes a name before the head into the phrase: its affiliation. It
// reports whether the phrase goes on to the left of it.
func (r *reader) modify(p *phrase, m int) bool {
	s, f := r.sights[r.ms[m].sight], r.form(r.ms[m].sight)
	if strings.Contains(f.name, "/") {
		return false // the credit of a picture
	}
	if s.typ == names.Misc && f.nation.as == 0 && !r.body(r.ms[m].sight) || generic[f.key] || parties[f.key] || puffs[text.Fold(f.name)] {
		return true // a party, an event, a people
	}
	if !p.of.none() || r.credited(int(r.ms[m].start)) {
		return false
	}
	p.of = r.affiliated(m)
	if s.typ == names.Person && p.head >= 0 && r.tokens[p.head].Start > int(r.ms[m].start) && rules(r.word(p.head)) {
		p.of = r.elsewhere(r.text[r.ms[m].start:r.ms[m].end]) // "Jackson Mayor"
	}
	return true
}

// entitled splits the name at the tokens from first to last that ends with
// words of a title ("New York Attorney" before "General") into an affiliation,
// if the rest is a name elsewhere, and the title from token cut on.
func (r *reader) entitled(first, last int) (of affiliation, cut int) {
	cut = last + 1
	for cut-1 > max(0, first) && (personNouns[strings.ToLower(r.word(cut-1))] || officeWords[strings.ToLower(r.word(cut-1))]) {
		cut--
	}
	if first < 0 || cut > last {
		return nowhere, last + 1
	}
	if of = r.elsewhere(r.text[r.tokens[first].Start:r.tokens[cut-1].End]); of.none() {
		return of, last + 1
	}
	return of, cut
}

// body reports whether a name is often that of an organisation, such as a
// league that is taken for its games here.
func (r *reader) body(sight int32) bool {
	id, ok := r.forms.tally.ids[r.form(sight).name]
	return ok && 5*r.forms.tally.list[id].bodies() >= r.forms.tally.list[id].total()
}

var chambers = words("house senate")

// elsewhere is the affiliation that a name is in other places of the texts.
func (r *reader) elsewhere(name string) affiliation {
	if n, ok := nationOf(text.Fold(name)); ok && n.as != isSeat {
		return affiliation{sight: -1, country: n.country}
	}
	if id, ok := r.forms.tally.ids[name]; ok && r.forms.tally.list[id].bodies() > 0 {
		return affiliation{sight: -1, key: r.forms.read(id, names.Organisation).key}
	}
	return nowhere
}

func (r *reader) affiliated(m int) affiliation {
	s := r.ms[m].sight
	if f := r.form(s); parties[f.words[0]] && len(f.words) > 1 {
		_, rest, _ := strings.Cut(f.name, " ")
		if of := r.elsewhere(rest); of.country != "" || chambers[text.Fold(rest)] {
			return of // "Republican House"
		}
	}
	if r.sights[s].typ == names.Person {
		if n, ok := nationOf(text.Fold(r.text[r.ms[m].start:r.ms[m].end])); ok && n.as == isCountry {
			return affiliation{sight: -1, country: n.country} // Jordan, Chad
		}
	}
	if n := r.form(s).nation; n.as == isDemonym || n.as == isCountry {
		return affiliation{sight: -1, country: n.country}
	}
	if r.sights[s].typ == names.Misc && !r.body(s) {
		return nowhere
	}
	return affiliation{sight: s}
}

// crown reads the title that begins the name at the tokens [first, after):
// "Pope Francis", "King Charles III", "Britain’s King Charles". Without a
// number or a country it may be part of a stage name.
func (r *reader) crown(first, after int) (phrase, bool) {
	if after < first+2 || !crowns[strings.ToLower(r.word(first))] {
		return phrase{}, false
	}
	p := phrase{head: first, from: first, to: after, title: r.intern(r.word(first)), of: nowhere}
	if p.title == "Pope" {
		return p, true
	}
	r.leftward(&p)
	return p, p.of.country != "" || p.of.none() && numeral(r.word(after-1))
}

var crowns = words("pope king queen emperor empress sultan emir")

// numeral reports Roman numerals as monarchs have them.
func numeral(w string) bool { return w != "" && strings.Trim(w, "IVX") == "" }

// affiliation reads the name that token k begins, or is in. Where the
// recogniser cut it short ("UC" of "UC San Diego"), the longest name that it
// found elsewhere counts. next is the token after it.
func (r *reader) affiliation(k int) (of affiliation, next int) {
	m := r.mention(k)
	_, next = r.tokensOf(m)
	if next < 0 {
		return nowhere, k + 1
	}
	of = r.affiliated(m)
	for end := next + maxCut; end > next; end-- {
		if !r.class(end-1).is(capital) || !r.joinedUp(next-1, end-1) {
			continue
		}
		if whole := r.elsewhere(r.text[r.ms[m].start:r.tokens[end-1].End]); !whole.none() {
			return whole, end
		}
	}
	return of, next
}

// maxCut bounds the words by which a name is completed.
const maxCut = 4

// joinedUp reports whether nothing but blanks parts the tokens from i to j.
func (r *reader) joinedUp(i, j int) bool {
	for ; i < j; i++ {
		if j >= len(r.tokens) || !r.joined(i) || r.tokens[i+1].Kind != text.Word {
			return false
		}
	}
	return true
}

func (r *reader) determine(p *phrase, k int) {
	switch w := strings.ToLower(r.word(k)); {
	case w == "the":
		p.definite = true
	case w == "a" || w == "an":
		p.some = true
	case doubts[w]:
		p.doubtful = true
	}
}
