package entity

import (
	"strings"

	"dateline/kb/lexicon"
)

// before reads the role that ends before token t: "Ukrainian President NAME",
// "spokesman NAME", "Secretary of State NAME", "the company's chief, NAME".
func (r *reader) before(t int) (phrase, bool) {
	i, comma := t-1, false
	if r.word(i) == "," {
		i, comma = i-1, true
	}
	called := r.word(i) == "named" && !comma
	if comma && r.joined(i) && r.closed(t) || called {
		end := i
		if called {
			end--
		}
		if p, ok := r.apposed(end, t); ok && (!called || p.some) {
			return p, true
		}
	}
	if !r.joined(i) || r.mention(i) >= 0 && !r.office(i) && !r.within(i) {
		return phrase{}, false
	}
	if r.class(i).is(honorific) && !strings.EqualFold(r.word(i-1), "first") {
		if !r.class(i-1).is(person) || !r.joined(i-1) {
			return phrase{}, false
		}
		i-- // "physician Dr. NAME"
	}
	p := phrase{head: i, to: t, of: nowhere}
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
	if comma && (!r.closed(t) || crowns[strings.ToLower(r.word(i))] || !(p.definite || p.some || !p.of.none() && r.mention(p.head) < 0)) {
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
		return (modals[prev] || subjects[prev]) && r.acts(p.head)
	case modals[prev] && r.acts(p.from):
		p.from++
	}
	return false
}

// origin reports whether token k tells where somebody is from, as the end of
// the name before it: "Oaks-based".
func (r *reader) origin(k int) bool { return r.class(k).is(capital) && origin(r.word(k)) }

func origin(word string) bool {
	at := strings.LastIndexByte(word, '-')
	return at > 0 && origins[word[at+1:]]
}

// acts reports whether token i may be a verb: "host".
func (r *reader) acts(i int) bool {
	_, _, ok := r.book.lex.Base(strings.ToLower(r.word(i)), lexicon.Verb)
	return ok
}

// maxApposed bounds the words of a phrase with a complement before a name.
const maxApposed = 16

// apposed reads the phrase with a complement that ends with token i, before the
// comma and the name at token t, or before "named": "the owner of the Oar,
// NAME,", "a student in Leeds named NAME".
func (r *reader) apposed(i, t int) (phrase, bool) {
	for k := i - 2; k > i-maxApposed && k >= 0 && r.joined(k); k-- {
		if w := strings.ToLower(r.word(k)); w != "the" && w != "a" && w != "an" && !(!boundary(r.word(k+1)) && boundary(w)) {
			continue
		}
		from := k
		if boundary(r.word(k)) {
			from++
		}
		p, end, ok := r.forward(from)
		if ok && end == i+1 && (p.definite || p.some || !p.of.none()) && (p.named > 0 || p.whole) {
			p.to = t
			return p, true
		}
		if boundary(r.word(k)) {
			break
		}
	}
	return phrase{}, false
}

func boundary(w string) bool { return len(w) == 1 && strings.Contains(",.;:", w) }

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
	p.plural, p.past = r.class(p.head).is(plural), r.class(p.head).is(past)
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
			if first < 0 || r.origin(k+1) || !r.modify(p, m) {
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
		case !capped && strings.HasSuffix(r.word(k), "ed") && r.mention(k-1) < 0 && r.class(k-1)&(noun|capital) == noun && r.joined(k-1):
			return // "owners re-elected commissioner NAME"
		case c.is(puff):
		case !p.of.none() && p.from != p.head && r.mention(p.from) >= 0:
			r.determine(p, k)
			return // nothing but "former" stands before the affiliation
		case (r.word(k) == "and" || r.word(k) == "/") && r.class(k-1).is(person) && !r.class(k-1).is(plural) && r.mention(k-1) < 0 && r.class(k-1).is(capital) == capped:
		case p.of.none() && c.is(capital) && (r.country(p, k) || r.missed(p, k)):
			p.from, k = k, k-1
			continue
		case r.new(k) && !capped, k == p.head-1 && r.class(p.head).is(position) && lines[strings.ToLower(r.word(k))]:
		case c.is(noun) && (!capped || c.is(capital) || officeWords[r.word(k)] || levels[r.word(k)]):
		default:
			r.determine(p, k)
			return
		}
		p.from, k = k, k-1
	}
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

var owners = words("his her its their our my")

func (r *reader) determine(p *phrase, k int) {
	switch w := strings.ToLower(r.word(k)); {
	case w == "the":
		p.definite = true
	case w == "a" || w == "an":
		p.some = true
	case doubts[w]:
		p.doubtful = true
	case owners[w]:
		p.owned = true
	}
}
