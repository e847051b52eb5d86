package entity

import (
	"strings"

	"dateline/kb/names"
	"dateline/kb/text"
)

// seat reads where the holder of an office is from: "NAME, D-W.Va.", "NAME
// (R-Texas)", "Sheriff NAME of the Leeds Police".
func (r *reader) seat(role *rawRole, after int) {
	if !role.of.none() || strings.ToLower(role.title) == role.title {
		return
	}
	if s := r.partyState(after); s != "" && seated(role.title) {
		role.of = affiliation{sight: -1, country: s}
		return
	}
	k, article := after+1, bare
	if strings.EqualFold(r.word(k), "the") {
		k, article = k+1, definite
	}
	if r.word(after) != "of" || r.mention(k) < 0 {
		return
	}
	of, next := r.affiliation(k)
	home := of.country != "" || of.sight >= 0 && r.sights[of.sight].typ == names.Place
	if !r.person(k) && !possessive(r.word(next)) && !(home && elected[headWord(role.title)]) {
		role.of, role.prep, role.article, role.end = of, "of", article, int32(r.tokens[next-1].End)
	}
}

// elected by a chamber or a party are these, who are said to be of where they
// come from.
var elected = words("chairman chairwoman chairperson chair leader whip speaker")

// partyTag reports whether a party and a seat stand at a byte, which is no
// name: ", R-Leeds".
func (r *reader) partyTag(at int) bool {
	s := r.text[at:]
	if len(s) < 3 || strings.IndexByte("DRI", s[0]) < 0 || s[1] != '-' || s[2] < 'A' || s[2] > 'Z' {
		return false
	}
	head := strings.TrimRight(r.text[max(0, at-4):at], " ")
	return strings.HasSuffix(head, ",") || strings.HasSuffix(head, "(")
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
