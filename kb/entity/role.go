package entity

import (
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
	prep       string
	article    the
	weight     uint8 // 0 of what counts only where nothing else is said
}

// the is whether the words of a role have "the" before the affiliation.
type the int8

const (
	bare   the = iota - 1
	unsaid     // the affiliation stands before the head
	definite
)

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
	missed   int    // the token of the affiliation if it is no mention, else 0
	named    int    // the preposition before the affiliation, else 0
	cut      int    // the token where the title begins within a name: "Attorney" of "New York Attorney", else 0
	prep     string // of the complement: "at"
	definite bool   // "the", or whose: "the company's"
	some     bool   // "a", "an"
	doubtful bool   // "accused"
	owned    bool   // "his"
	swapped  bool   // the name before the head is not the affiliation after all: "chief China economist for NAME"
	whole    bool   // the complement stays as it stands: "of NAME’s sales office"
	article  the
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
		if r.readCredit(i, after) || r.readByline(i, after) {
			prev = taken{}
			continue
		}
		p, ok := r.before(first)
		if !ok {
			p, ok = r.crown(first, after)
		}
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
		sight: r.ms[i].sight, title: p.title, of: p.of, prep: p.prep, article: p.article, past: p.past, weight: 3,
		start: int32(r.tokens[p.from].Start), end: r.ms[i].end,
	}
	if p.owned {
		role.weight = 1 // whose aide, it does not say
	}
	own := !p.of.none()
	if !own && prev.head && prev.end == r.skipLink(p.from-1)+1 && prev.end < p.from && r.shares(&prev.role, &p) {
		role.of, role.start, role.shared = prev.role.of, prev.role.start, true
	}
	r.seat(&role, after)
	if role.of.none() {
		r.context(&role, p)
	}
	r.add(role)
	return taken{role, after, p.plural, !role.of.none() && !role.inferred}
}

// shares reports whether a role without an affiliation has that of the role
// before it. A head of state after a governor is not the state's.
func (r *reader) shares(prev *rawRole, p *phrase) bool {
	if p.past || !office(p.title) || p.title == "Pope" {
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
	if role.of.none() && empty(role.title) {
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
