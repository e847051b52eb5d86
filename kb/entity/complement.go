package entity

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/names"
)

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
	if end := r.goesOn(j, next); end > next && p.of.none() {
		p.whole = true // "of the Department of Health and Social Services"
		return end, true
	}
	end := next
	for r.mention(end) < 0 && r.joined(end-1) && (r.common(end) || r.common(end+1) && r.qualifies(end)) {
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

// goesOn finds where the name of an office ends that the recogniser cut at
// "and", from token j to next. It is next where none was.
func (r *reader) goesOn(j, next int) int {
	if r.word(next) != "and" || !r.joined(next-1) || !r.joined(next) || r.person(j) {
		return next
	}
	name := strings.Fields(strings.ToLower(r.text[r.tokens[j].Start:r.tokens[next-1].End]))
	if len(name) < 3 || !bodies[name[0]] || name[1] != "of" && name[1] != "for" {
		return next
	}
	end := next + 1
	for end < next+4 && r.class(end).is(capital) && !r.person(end) && r.joined(end-1) {
		end++
	}
	if end == next+1 {
		return next
	}
	return end
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

// qualifies reports whether token k says more of the noun behind it: "digital"
// of "the NAME digital news site".
func (r *reader) qualifies(k int) bool {
	return r.mention(k+1) < 0 && r.joined(k) && (r.class(k)&(noun|capital) == noun || r.new(k)) && !spans[r.word(k)]
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
