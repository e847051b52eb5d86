package entity

import (
	"strings"

	"dateline/kb/names"
)

// agencies sell the pictures that are credited to them: "Ann Lee/AP".
var agencies = words("ap afp reuters getty epa upi pa aap zuma sipa shutterstock xinhua tass kyodo dpa anadolu bloomberg imagn")

// credited reports whether a name at byte at belongs to the credit of a
// picture: "Ann Lee/AP".
func (r *reader) credited(at int) bool {
	return at > 0 && (r.text[at-1] == '/' || r.text[at-1] == '|')
}

// readCredit reads that whom a picture is credited to at mention i, which ends
// before token after, is a photographer: "Ann Lee/AP", "Ann Lee/Leeds Post/AP".
func (r *reader) readCredit(i, after int) bool {
	if r.word(after) != "/" || int(r.ms[i].end) != r.tokens[after].Start {
		return false
	}
	k := after + 1
	if r.word(k) == "Pool" && r.word(k+1) == "/" {
		k += 2
	}
	m := r.mention(k)
	if !agencies[strings.ToLower(r.word(k))] && !r.outlet(m) {
		return false
	}
	role := rawRole{sight: r.ms[i].sight, title: "photographer", of: nowhere, start: r.ms[i].start, end: int32(r.tokens[k].End), weight: 1}
	if m >= 0 && m != i {
		role.of = r.affiliated(m)
	}
	r.add(role)
	return true
}

// outlet reports whether the name at mention m stands before an agency in a
// credit.
func (r *reader) outlet(m int) bool {
	if m < 0 || r.sights[r.ms[m].sight].typ == names.Person {
		return false
	}
	_, next := r.tokensOf(m)
	return next >= 0 && (r.word(next) == "/" || r.word(next) == "via")
}
