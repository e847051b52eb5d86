package entity

import (
	"strings"

	"dateline/kb/names"
	"dateline/kb/text"
)

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
	if origin(r.text[r.ms[m].start:r.ms[m].end]) {
		return true // "NAME-backed"
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
