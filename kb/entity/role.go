package entity

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/text"
)

// rawRole is a role as one place of a text gives it.
type rawRole struct {
	sight      int32 // whom it belongs to
	title      string
	of         affiliation
	start, end int32
	past       bool
	inferred   bool // the affiliation is from the context
	shared     bool // it is that of the role before: "Ukrainian President A and Foreign Minister B"
	weight     uint8
}

// affiliation is what a role belongs to: a name of the document, or a country.
type affiliation struct {
	sight   int32 // -1 if none
	country string
	key     string // of a name that the recogniser missed here
}

var nowhere = affiliation{sight: -1}

func (a affiliation) none() bool { return a.sight < 0 && a.country == "" && a.key == "" }

// phrase is a noun phrase that names a role.
type phrase struct {
	from, to int // tokens [from, to)
	head     int // the token of its head noun
	title    string
	of       affiliation
	past     bool
	plural   bool
	missed   int  // the token of the affiliation if it is no mention, else 0
	definite bool // "the", or whose: "the company's"
	some     bool // "a", "an"
}

// readRoles reads the roles of the document's people, in the order of the
// text.
func (r *reader) readRoles() {
	var prev taken
	for i := 0; i < len(r.ms); i++ {
		m := r.ms[i]
		if r.sights[m.sight].typ != names.Person {
			continue
		}
		first, after := r.tokensOf(i)
		if first < 0 {
			continue
		}
		p, ok := r.before(first)
		if ok {
			prev = r.take(i, p, first, after, prev)
		} else if prev.plural && prev.end == r.skipLink(first-1)+1 {
			prev = r.share(i, prev, after)
		} else {
			prev = taken{}
		}
		r.readAfter(i, first, after)
	}
}

// taken is the role that was read last, for names that share it.
type taken struct {
	role   rawRole
	end    int // the token after its name
	plural bool
	head   bool // it has an affiliation of its own
}

// take notes a role that stands before the name at mention i.
func (r *reader) take(i int, p phrase, first, after int, prev taken) taken {
	role := rawRole{
		sight: r.ms[i].sight, title: p.title, of: p.of, past: p.past, weight: 3,
		start: int32(r.tokens[p.from].Start), end: r.ms[i].end,
	}
	own := !p.of.none()
	if !own && prev.head && prev.end == r.skipLink(p.from-1)+1 && prev.end < p.from && r.shares(&prev.role, &p) {
		role.of, role.start, role.shared = prev.role.of, prev.role.start, true
	}
	r.state(&role, after)
	if role.of.none() {
		r.context(&role, p)
	}
	r.add(role)
	return taken{role, after, p.plural, !role.of.none() && !role.inferred}
}

// shares reports whether a role without an affiliation has that of the role
// before it. A head of state after a governor is not the state's.
func (r *reader) shares(prev *rawRole, p *phrase) bool {
	if p.past || !office(p.title) {
		return false
	}
	_, nation := nationOf(text.Fold(prev.of.country))
	return nation || !heads[officeKey(titleWords(p.title))]
}

// heads are heads of state and government.
var heads = map[string]bool{"president": true, "vice president": true, "prime minister": true, "king": true, "queen": true}

func (r *reader) share(i int, prev taken, after int) taken {
	role := prev.role
	role.sight, role.end = r.ms[i].sight, r.ms[i].end
	r.add(role)
	prev.end = after
	return prev
}

// skipLink steps back over "and" and a comma before it, to the last token of
// what is joined; at a token that joins nothing it stays.
func (r *reader) skipLink(i int) int {
	switch r.word(i) {
	case "and", "&":
		i--
		if r.word(i) == "," {
			i--
		}
	case ",":
		i--
	}
	return i
}

func (r *reader) add(role rawRole) {
	if role.title == "" || role.of.sight == role.sight {
		return
	}
	if relation(role.title) && (role.of.sight < 0 || r.sights[role.of.sight].typ != names.Person) {
		return
	}
	r.roles = append(r.roles, role)
}

// tokensOf are the first token of mention i and the one after its last.
func (r *reader) tokensOf(i int) (first, after int) {
	start := int(r.ms[i].start)
	lo, hi := 0, len(r.tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.tokens[mid].End <= start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(r.tokens) || r.mention(lo) != i {
		return -1, -1
	}
	for first = lo; lo < len(r.tokens) && r.mention(lo) == i; lo++ {
	}
	return first, lo
}

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
	if low := strings.ToLower(r.word(k)); !ok || common[low] || parties[low] || r.credited(r.tokens[k].Start) {
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
	bank league department office national international first general public senior chief congress senate`)

// credited reports whether a name at byte at belongs to the credit of a
// picture: "Ann Lee/AP".
func (r *reader) credited(at int) bool {
	return at > 0 && (r.text[at-1] == '/' || r.text[at-1] == '|')
}

// modify takes a name before the head into the phrase: its affiliation. It
// reports whether the phrase goes on to the left of it.
func (r *reader) modify(p *phrase, m int) bool {
	s, f := r.sights[r.ms[m].sight], r.form(r.ms[m].sight)
	if s.typ == names.Misc && f.nation.as == 0 || parties[f.key] {
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

// parties stand before titles like an affiliation, and are a part of some:
// "Republican strategist", but not "Republican Sen.".
var parties = map[string]bool{
	"gop": true, "republican": true, "republicans": true, "democratic": true, "democrat": true, "democrats": true, "labour": true,
	"tory": true, "conservative": true, "liberal": true, "labor": true, "green": true, "libertarian": true,
}

// ofParty are the roles that a party gives.
var ofParty = words(`leader chairman chairwoman chair strategist candidate nominee frontrunner front-runner pollster consultant operative
	challenger opponent donor activist lawmaker whip contender hopeful voter megadonor rival adviser official`)

// partisan reports whether token k is a party that belongs to the title.
func (r *reader) partisan(k, head int) bool {
	return k < head && r.mention(k) >= 0 && parties[r.form(r.ms[r.mention(k)].sight).key] && ofParty[strings.ToLower(r.word(head))]
}

// praise reports whether token k says nothing of the role itself. The first
// lady is not the first of many.
func (r *reader) praise(k int) bool {
	return r.class(k).is(puff) && !ordinal[strings.ToLower(r.word(k+1))]
}

var ordinal = words("lady gentleman minister sergeant officer in responder baseman mate violinist")

func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// title puts the words of a role together: without names, "former" and praise,
// abbreviations written out.
func (r *reader) title(p phrase, end int) string {
	var parts []string
	for k := p.from; k < end; k++ {
		c := r.class(k)
		w := r.word(k)
		if k == p.missed && p.of.key+p.of.country != "" && p.missed > 0 {
			continue
		}
		if r.partisan(k, p.head) {
			parts = append(parts, w)
			continue
		}
		if r.mention(k) >= 0 && !(k > p.head && r.office(k)) && !(k > p.head && p.of.none()) {
			continue
		}
		if c.is(past) {
			_, rest, ok := strings.Cut(w, "-")
			if !ok {
				continue
			}
			w = rest
		}
		if r.praise(k) || possessive(w) || k > p.head && w == "of" && r.mention(k+1) >= 0 && !p.of.none() {
			continue
		}
		if long := shortTitles[strings.ToLower(strings.TrimSuffix(w, "."))]; long != "" && c.is(capital) {
			w = long
		} else if k == p.head && c.is(plural) {
			w = r.singular(w)
		}
		parts = append(parts, w)
	}
	return r.intern(strings.Trim(strings.Join(parts, " "), " -"))
}

func (r *reader) singular(w string) string {
	if base, _, ok := r.book.lex.Base(strings.ToLower(w), lexicon.Noun); ok && len(base) < len(w) && strings.EqualFold(base[:1], w[:1]) {
		return w[:1] + base[1:]
	}
	return strings.TrimSuffix(w, "s")
}

func (r *reader) intern(s string) string {
	if t, ok := r.titles[s]; ok {
		return t
	}
	s = strings.Clone(s)
	r.titles[s] = s
	return s
}

// state reads where a member of a parliament is from: "NAME, D-W.Va.", "NAME
// (R-Texas)", "NAME of Ohio".
func (r *reader) state(role *rawRole, after int) {
	if !role.of.none() || !seated(role.title) {
		return
	}
	if s := r.partyState(after); s != "" {
		role.of = affiliation{sight: -1, country: s}
	} else if m := r.mention(after + 1); r.word(after) == "of" && m >= 0 {
		role.of = r.affiliated(m)
	}
}

// partyState reads the state of "D-W.Va." or "R-Texas" within the three tokens
// from t on, as long as nothing but brackets and commas stands before it.
func (r *reader) partyState(t int) string {
	for k := t; k < t+3 && k < len(r.tokens); k++ {
		w := r.word(k)
		if len(w) > 2 && strings.IndexByte("DRI", w[0]) >= 0 && w[1] == '-' {
			rest := r.text[r.tokens[k].Start+2 : min(len(r.text), r.tokens[k].Start+20)]
			return stateAt(rest)
		}
		if w != "," && w != "(" {
			break
		}
	}
	return ""
}

// stateAt is the state whose name or abbreviation s begins with.
func stateAt(s string) string {
	best := ""
	for n := 2; n <= len(s); n++ {
		if n < len(s) && isLetter(s[n]) {
			continue
		}
		if st, ok := states[s[:n]]; ok {
			best = st
		} else if st, ok := states[text.Fold(s[:n])]; ok {
			best = st
		}
	}
	return best
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// context looks for the country that an office without one belongs to: the
// country named last in the sentence, or in the one before where the text was
// cut in two. What is found so is marked as inferred.
func (r *reader) context(role *rawRole, p phrase) {
	if p.past || !office(role.title) {
		return
	}
	if c := defaultCountry(role.title); c != "" {
		role.of, role.inferred = affiliation{sight: -1, country: c}, true
		return
	}
	if !meets[strings.ToLower(r.word(p.from-1))] {
		return
	}
	at := r.tokens[p.from].Start
	from := r.sentenceStart(at)
	for k := before(r.ms, int32(at)); k >= 0; k-- {
		m := r.ms[k]
		if int(m.start) < from {
			return
		}
		n := r.form(m.sight).nation
		if n.country == "" || n.as == isDemonym || !r.visited(m.start) {
			continue
		}
		role.of, role.inferred = affiliation{sight: -1, country: n.country}, true
		return
	}
}

// sentenceStart is where the sentence at the byte at begins, cut ones joined.
func (r *reader) sentenceStart(at int) int {
	lo, hi := 0, len(r.sents)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.sents[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(r.sents) {
		return at
	}
	for lo > 0 && r.sents[lo].Continues {
		lo--
	}
	return r.sents[lo].Start
}

// visited reports whether the words before a place tell that somebody is, or
// goes, there.
func (r *reader) visited(start int32) bool {
	head := strings.TrimRight(r.text[max(0, start-24):start], " ")
	word := strings.ToLower(head[strings.LastIndexAny(head, " \n")+1:])
	return visits[word]
}

// meets are the words after which somebody stands whom one sees at his place.
var meets = words("meet meets met meeting with by see sees saw hosted")

var visits = words("in to visit visits visited visiting at from toward towards near reach reached reaches")
