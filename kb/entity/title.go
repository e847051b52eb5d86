package entity

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/names"
)

// parties stand before titles like an affiliation, and are a part of some:
// "Republican strategist", but not "Republican Sen.".
var parties = map[string]bool{
	"gop": true, "republican": true, "republicans": true, "democratic": true, "democrat": true, "democrats": true, "labour": true,
	"tory": true, "conservative": true, "liberal": true, "labor": true, "green": true, "libertarian": true,
}

// ofParty are the roles that a party gives.
var ofParty = words(`leader chairman chairwoman chair strategist candidate nominee frontrunner front-runner pollster consultant operative
	challenger opponent donor activist lawmaker whip contender hopeful voter megadonor rival adviser official
	spokesman spokeswoman spokesperson staff chief director treasurer organizer fundraiser delegate elector`)

// partisan reports whether token k is a party that belongs to the title.
func (r *reader) partisan(k, head int) bool {
	return k < head && r.mention(k) >= 0 && parties[r.form(r.ms[r.mention(k)].sight).key] && ofParty[strings.ToLower(r.word(head))]
}

// themed reports whether token k is in a name that is no affiliation and says
// more of a title: "Olympic champion".
func (r *reader) themed(k int) bool {
	m := r.mention(k)
	if m < 0 {
		return false
	}
	f := r.form(r.ms[m].sight)
	return generic[f.key] || r.sights[r.ms[m].sight].typ == names.Misc && !origin(f.name) && f.nation.as == 0 && !parties[f.key] && !puffs[f.key] && !r.body(r.ms[m].sight)
}

// generic names are no organisations in a title: "City Manager".
var generic = words("tv ai it hr pr icu er city county state town village borough district")

// praise reports whether token k says nothing of the role itself. The first
// lady is not the first of many.
func (r *reader) praise(k int) bool {
	return r.class(k).is(puff) && !prepositions[r.word(k+1)] && !ordinal[strings.ToLower(r.word(k+1))]
}

var ordinal = words("lady night gentleman minister sergeant officer in responder baseman mate violinist")

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
		if r.partisan(k, p.head) || k < p.head && r.themed(k) {
			if n := len(parts); possessive(w) && n > 0 {
				parts[n-1] += w
			} else {
				parts = append(parts, w)
			}
			continue
		}
		if r.mention(k) >= 0 && !(p.swapped && k < p.head) && !(p.cut > 0 && k >= p.cut) && !(k > p.head && r.office(k)) && !(k > p.head && p.of.none()) {
			continue
		}
		if w == "/" {
			w = "and" // "chairman/founder"
		}
		if c.is(past) {
			_, rest, ok := strings.Cut(w, "-")
			if !ok {
				continue
			}
			w = rest
		}
		if k != p.head && r.praise(k) || possessive(w) || k > p.head && w == "of" && r.mention(k+1) >= 0 && r.mention(k+1) != r.mention(k) && !p.of.none() {
			continue
		}
		if long := shortTitles[strings.ToLower(strings.TrimSuffix(w, "."))]; long != "" && isCapital(w) {
			w = long
		} else if k == p.head && c.is(plural) {
			w = r.singular(w)
		}
		parts = append(parts, w)
	}
	title := strings.Trim(strings.Join(parts, " "), " -")
	return r.intern(strings.TrimPrefix(title, "and "))
}

func isCapital(w string) bool { return w != "" && 'A' <= w[0] && w[0] <= 'Z' }

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
