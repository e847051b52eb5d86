package entity

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/text"
)

// readAfter reads the roles that stand after the name at mention i: "NAME, the
// president of X,", "NAME, 42, a teacher", "NAME, who is …", "NAME became …".
func (r *reader) readAfter(i, first, after int) {
	t, ok, link := r.lead(after)
	if !ok {
		return
	}
	p, end, ok := r.forward(t)
	if !ok || !r.ends(p, end, link) {
		return
	}
	role := rawRole{
		sight: r.ms[i].sight, title: p.title, of: p.of, prep: p.prep, article: p.article, past: p.past || link == "was" && !p.some, weight: 2,
		start: r.ms[i].start, end: int32(r.tokens[end-1].End),
	}
	if link != "" {
		role.weight = 1
	}
	r.add(role)
}

// lead skips what joins a name and its apposition: a comma, an age, "who is".
// link is the verb, if there is one.
func (r *reader) lead(t int) (next int, ok bool, link string) {
	if r.word(t) == "(" {
		for k := t + 1; k < t+maxBracket && k < len(r.tokens); k++ {
			if r.word(k) == ")" {
				t = k + 1
				break
			}
		}
	}
	comma := false
	switch r.word(t) {
	case ",", "—", "–":
		t, comma, ok = t+1, true, true
	}
	if comma && t < len(r.tokens) && r.tokens[t].Kind == text.Number && r.word(t+1) == "," {
		t += 2
	}
	if n := r.resident(t); comma && n > t {
		t = n
	}
	if w := r.word(t); (w == "has" || w == "had") && r.word(t+1) == "been" {
		link = "was"
		if w == "has" {
			link = "is"
		}
		return t + 2, true, link
	}
	if comma && r.word(t) == "who" {
		t, ok = t+1, false
	}
	if r.class(t).is(linkVerb) {
		link = strings.ToLower(r.word(t))
		switch {
		case r.word(t+1) == "as":
			t++
		case strings.HasPrefix(link, "serve"):
			return t, false, ""
		}
		return t + 1, true, link
	}
	return t, ok, ""
}

// maxBracket bounds the words in brackets after a name.
const maxBracket = 12

// resident skips where somebody is from, from token t on: "of Austin, Texas,".
// It is t where nothing says so.
func (r *reader) resident(t int) int {
	if w := r.word(t); w != "of" && w != "from" {
		return t
	}
	end := t + 1
	for range 2 {
		m := r.mention(end)
		if m < 0 || r.sights[r.ms[m].sight].typ != names.Place {
			return t
		}
		_, next := r.tokensOf(m)
		if next < 0 || r.word(next) != "," {
			return t
		}
		end = next + 1
		if r.mention(end) < 0 {
			return end
		}
	}
	return end
}

// forward reads a noun phrase from token t on, and gives the token after it.
func (r *reader) forward(t int) (phrase, int, bool) {
	p := phrase{from: t, head: -1, of: nowhere}
	k := t
	switch strings.ToLower(r.word(k)) {
	case "the":
		p.definite = true
		k++
	case "a", "an":
		p.some = true
		k++
	}
	for n := 0; n < maxModifiers+3 && k < len(r.tokens); n++ {
		if k > t && !r.joined(k-1) {
			break
		}
		if m := r.mention(k); m >= 0 {
			_, next := r.tokensOf(m)
			whose := r.sights[r.ms[m].sight].typ == names.Person
			if next < 0 || whose && !possessive(r.word(next)) || !r.modify(&p, m) {
				return p, k, false
			}
			if whose {
				p.from, p.head = k, -1 // what came before is a title of the owner
			}
			k = next
			continue
		}
		c := r.class(k)
		switch {
		case possessive(r.word(k)) && r.mention(k-1) >= 0:
			p.definite = true
		case possessive(r.word(k)) && p.definite: // "the company’s"
			p.from, p.head = k+1, -1
		case possessive(r.word(k)):
			return r.complete(p, k)
		case c.is(capital) && p.of.none() && r.country(&p, k):
		case c.is(person | position), c.is(puff) && personNouns[r.word(k)] && !r.class(k+1).is(noun|puff) && r.mention(k+1) < 0: // "a Navy veteran"
			p.head = k
			p.plural = c.is(plural)
		case c.is(past):
			p.past = true
		case c.is(puff|noun) || r.new(k) && k > t && r.class(k+1).is(noun|person):
		case p.some && k == t+1 && participle(r.word(k)) && r.class(k+1).is(noun): // "a consulting professor"
		case (r.word(k) == "and" || r.word(k) == "/") && p.head == k-1 && r.class(k+1).is(person):
		default:
			return r.complete(p, k)
		}
		k++
	}
	return r.complete(p, k)
}

// ends reports whether the phrase is an apposition, or a predicate, and not
// the beginning of something else: the next of a list, the title of another
// name.
func (r *reader) ends(p phrase, end int, link string) bool {
	if m := r.mention(end); m >= 0 && r.sights[r.ms[m].sight].typ == names.Person && r.joined(end-1) {
		return false
	}
	next := strings.ToLower(r.word(end))
	if link != "" {
		return (p.definite || p.some || !p.of.none()) && !r.judges(p)
	}
	if sayings[next] && !(p.some && !p.of.none()) {
		return false // "NAME, the spokesman said"
	}
	if p.some || p.definite && !p.of.none() {
		return next != "and" || !p.definite
	}
	switch next {
	case ",", ".", ";", ")", "", "—", "–", "who", "since", "”", "“", "\"":
		return next != "," || !r.listed(end)
	}
	return !p.of.none() && (next == "and" || next == "(" || prepositions[next])
}

// judges reports whether a predicate says how somebody does rather than what
// he is: "is the right leader for NAME", "was a natural".
func (r *reader) judges(p phrase) bool {
	head := strings.ToLower(r.word(p.head))
	if vague[head] {
		for k := p.from; k < p.head; k++ {
			if e, ok := r.book.lex.Lookup(strings.ToLower(r.word(k))); ok && r.mention(k) < 0 && e.Can(lexicon.Adjective) {
				return true
			}
		}
		return false
	}
	return p.of.none() && !r.book.trade(head)
}

var sayings = words("said says told tells added adds is was has had will would wrote")

// listed reports whether another name with its title follows the comma at
// token k, so that the phrase before it may be one of a list.
func (r *reader) listed(k int) bool {
	for j := k + 1; j < k+4 && j < len(r.tokens); j++ {
		if r.word(j) == "and" {
			return true
		}
	}
	return false
}
