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
		return t + 2, true, map[string]string{"has": "is", "had": "was"}[w]
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
		case r.word(k) == "and" && p.head == k-1 && r.class(k+1).is(person):
		default:
			return r.complete(p, k)
		}
		k++
	}
	return r.complete(p, k)
}

// complete takes the complement of a phrase whose words end before token k.
func (r *reader) complete(p phrase, k int) (phrase, int, bool) {
	if p.head < 0 || p.head != k-1 || p.plural || p.doubtful {
		return p, k, false
	}
	end := k
	for n := 0; n < 2 && prepositions[r.word(end)]; n++ {
		next, ok := r.complement(&p, end)
		if !ok {
			break
		}
		end = next
		if !p.of.none() {
			break
		}
	}
	p.to = end
	p.title = r.rightTitle(p, k, end)
	return p, end, p.title != "" && !(p.of.none() && r.unplaced(p.head))
}

var prepositions = words("of at for in with from to")

// complement reads "of NAME" or "of staff" at token k.
func (r *reader) complement(p *phrase, k int) (int, bool) {
	j := k + 1
	if strings.EqualFold(r.word(j), "the") {
		j++
	}
	if t := r.titled(j); t > j {
		j = t
	}
	if m := r.mention(j); m >= 0 {
		return r.complementName(p, k, j)
	}
	if w := r.word(k); w != "of" && w != "for" && w != "to" && w != "in" {
		return k, false
	}
	start := j
	for j < start+6 && r.mention(j) < 0 && r.joined(j-1) && (r.class(j).is(noun|capital) || r.new(j) || j > start && r.links(j)) {
		j++
	}
	if m := r.mention(j); m >= 0 && j > start && r.joined(j-1) && !r.person(j) {
		return r.complementName(p, k, j) // "of the punk band NAME"
	}
	return j, j > start
}

// titled skips the titles before the name of a person, from token j on: "former
// President NAME". It is j where no such name follows.
func (r *reader) titled(j int) int {
	for k := j; k < j+maxCut && r.joined(k-1); k++ {
		if r.mention(k) >= 0 {
			if r.person(k) {
				return k
			}
			return j
		}
		if !r.class(k).is(past | person | honorific) {
			return j
		}
	}
	return j
}

// new reports whether token j is a word that no dictionary has: "analytics".
func (r *reader) new(j int) bool { return j < len(r.tokens) && r.class(j) == known }

// links reports whether token j joins the words of a complement: "law and
// order", "veterans’ health", "Center on Poverty".
func (r *reader) links(j int) bool {
	return (r.word(j) == "and" || possessive(r.word(j))) && r.class(j+1).is(noun) || (r.word(j) == "on" || r.word(j) == "for" || r.word(j) == "of") && r.class(j-1).is(capital) && r.class(j+1).is(capital)
}

// complementName takes the name at token j, after the preposition at k.
func (r *reader) complementName(p *phrase, k, j int) (int, bool) {
	of, next := r.affiliation(j)
	if possessive(r.word(next)) {
		end := next + 1
		for r.class(end).is(noun|capital) && !r.person(end) && r.joined(end-1) || end > next+1 && r.links(end) {
			end++
		}
		p.whole = end > next+1 // "a member of NAME’s circle"
		return end, p.whole
	}
	end := next
	for r.mention(end) < 0 && r.common(end) && r.joined(end-1) {
		end++
	}
	if end > next {
		if m := r.mention(end); m >= 0 && !r.person(end) && r.joined(end-1) {
			return r.complementName(p, k, end) // "of the Leeds law firm NAME"
		}
		p.whole = p.of.none() // "of the Leeds biography"
		return end, true
	}
	if p.of.none() || p.of.sight < 0 && of.sight >= 0 && r.sights[of.sight].typ == names.Organisation {
		p.swapped = !p.of.none()
		p.of, p.prep, p.named, p.article = of, r.word(k), k, bare
		if strings.EqualFold(r.word(k+1), "the") && j == k+2 && !r.person(j) {
			p.article = definite
		}
		if r.person(j) && p.prep == "in" {
			p.prep = "" // "adviser in the Pell administration"
		}
	}
	return end, !p.of.none()
}

// common reports whether token k is a noun in small letters: "administration"
// of "in the NAME administration".
func (r *reader) common(k int) bool {
	w := r.word(k)
	if r.class(k)&(noun|capital) != noun || spans[w] {
		return false
	}
	e, ok := r.book.lex.Lookup(w)
	return !ok || e.Can(lexicon.Noun)
}

// spans of time may follow a name that they are no part of.
var spans = words("last next late early recent year years month months week weeks day days night time season today")

// rightTitle is the title of a phrase with a complement that is no name:
// "chief of staff".
func (r *reader) rightTitle(p phrase, k, end int) string {
	title := r.title(p, k)
	if p.whole && title != "" {
		upto := end
		if p.named > k {
			upto = p.named
		}
		title += " " + strings.Join(strings.Fields(r.text[r.tokens[k].Start:r.tokens[upto-1].End]), " ")
		end = k
	}
	for j := k; j < end && title != ""; j++ {
		if j == p.named || r.mention(j) >= 0 || prepositions[r.word(j)] && (r.mention(j+1) >= 0 || r.mention(j+2) >= 0 && strings.EqualFold(r.word(j+1), "the")) {
			break
		}
		if !possessive(r.word(j)) {
			title += " "
		}
		title += r.word(j)
	}
	for _, article := range []string{"the ", "an ", "a "} {
		title, _ = cutFold(title, article)
	}
	return r.intern(title)
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
	if sayings[next] {
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
