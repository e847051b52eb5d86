package entity

import (
	"slices"
	"strings"

	"dateline/kb/names"
)

// explain finds which full name of the document a surname, a first name or a
// short form stands for.
func (r *reader) explain() {
	to := make(map[int32]int32)
	r.fullNames()
	r.familiarity()
	for i := r.from; i < int32(len(r.sights)); i++ {
		if r.sights[i].typ == names.Person && !r.sights[i].loose {
			if j := r.longer(i); j >= 0 {
				to[i] = j
				r.kin[[2]string{r.form(i).key, r.form(j).key}] = true
			}
		}
	}
	for i, m := range r.ms {
		if s := &r.sights[m.sight]; s.loose {
			switch j := r.owner(i); {
			case s.title == "" && r.lastTitled(i) >= 0:
				r.move(i, r.lastTitled(i))
			case j < 0 && s.title == "":
				s.local = r.thing(i)
			case j < 0:
			case s.title == "":
				r.move(i, j)
			case s.local < 0:
				s.local = j
			}
		}
	}
	r.acronyms(to)
	r.shortForms(to)
	for i := range r.ms {
		if j, ok := to[r.ms[i].sight]; ok {
			if k, again := to[j]; again {
				j = k
			}
			r.move(i, j)
		}
	}
}

func (r *reader) move(i int, to int32) {
	r.sights[r.ms[i].sight].count--
	r.sights[to].count++
	r.ms[i].sight = to
}

// fullNames notes the document's people with first name and surname, by
// either, and the other names of several words by each.
func (r *reader) fullNames() {
	clear(r.byLast)
	clear(r.byFirst)
	clear(r.byWord)
	clear(r.familiar)
	for i := r.from; i < int32(len(r.sights)); i++ {
		f := r.form(i)
		switch {
		case r.sights[i].typ == names.Person && !r.sights[i].loose:
			r.byLast[f.last()] = append(r.byLast[f.last()], i)
			r.byFirst[f.first()] = append(r.byFirst[f.first()], i)
		case r.sights[i].typ != names.Person && len(f.words) > 1:
			for _, w := range f.words {
				if _, ok := r.byWord[w]; !ok {
					r.byWord[w] = i
				}
			}
		}
	}
}

// familiarity finds how often each person of the document is called by the
// first name alone, for each time that the full name stands there.
func (r *reader) familiarity() {
	for _, m := range r.ms {
		if s := &r.sights[m.sight]; s.loose && s.title == "" && len(r.byLast[r.form(m.sight).key]) == 0 {
			for _, j := range r.byFirst[r.form(m.sight).key] {
				r.familiar[j] += 1 / float64(1+r.sights[j].count)
			}
		}
	}
}

// formal are those of several people of one surname who are meant by it alone:
// news calls the others of a family by their first names.
func (r *reader) formal(same []int32) []int32 {
	if len(same) < 2 || len(r.familiar) == 0 {
		return same
	}
	least := r.familiar[same[0]]
	for _, i := range same[1:] {
		least = min(least, r.familiar[i])
	}
	var out []int32
	for _, i := range same {
		if r.familiar[i] <= 2*least+0.5 {
			out = append(out, i)
		}
	}
	return out
}

// maxSame bounds the people of one surname, in one document, that are told
// apart.
const maxSame = 64

// longer finds the one fuller form of a person's name in the document: "Marine
// Le Pen" of "Le Pen", "George W. Bush" of "George Bush".
func (r *reader) longer(i int32) int32 {
	f, found := r.form(i), int32(-1)
	same := r.byLast[f.last()]
	for _, j := range same[:min(len(same), maxSame)] {
		g := r.form(j)
		if j == i || len(g.words) <= len(f.words) || !fuller(g, f) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// fuller reports whether g is f with a first name, a middle name or a suffix
// more.
func fuller(g, f *form) bool {
	if strings.HasSuffix(g.key, " "+f.key) {
		return particles[f.words[0]]
	}
	_, a := g.middle()
	_, b := f.middle()
	return g.first() == f.first() && g.last() == f.last() && a == b
}

// owner finds whom a bare surname or first name at mention i stands for: the
// full name with this surname nearest before it, or else the first after it;
// failing that, the same by first name.
func (r *reader) owner(i int) int32 {
	f := r.form(r.ms[i].sight)
	last := f.words[len(f.words)-1]
	if nameSuffixes[last] && len(f.words) > 1 {
		last = f.words[0]
	}
	if same := r.byLast[last]; len(same) > 0 {
		return r.nearest(i, r.formal(same[:min(len(same), maxSame)]))
	}
	if len(f.words) > 1 || strings.HasSuffix(last, "s") || r.couple(i) {
		return -1
	}
	if j := r.nearest(i, r.byFirst[last]); j >= 0 && r.near(i, j) {
		return j
	}
	return -1
}

// maxFamiliar is how far, in bytes, a first name alone may stand from the name
// that it is short for: long articles tell of many people.
const maxFamiliar = 6000

// near reports whether a mention of a sighting stands near mention i.
func (r *reader) near(i int, sight int32) bool {
	at := r.ms[i].start
	for k := i - 1; k >= 0 && at-r.ms[k].start <= maxFamiliar; k-- {
		if r.ms[k].sight == sight {
			return true
		}
	}
	for k := i + 1; k < len(r.ms) && r.ms[k].start-at <= maxFamiliar; k++ {
		if r.ms[k].sight == sight {
			return true
		}
	}
	return false
}

// thing is the first sighting of something whose name holds the word at
// mention i: "Webb Telescope" of "Webb"; or -1.
func (r *reader) thing(i int) int32 {
	if s, ok := r.byWord[r.form(r.ms[i].sight).key]; ok {
		return s
	}
	return -1
}

// couple reports whether the first name at mention i shares the surname of the
// next: "Ed and Ann Hale".
func (r *reader) couple(i int) bool {
	if i+1 >= len(r.ms) || r.text[r.ms[i].end:r.ms[i+1].start] != " and " {
		return false
	}
	s := &r.sights[r.ms[i+1].sight]
	return s.typ == names.Person && !s.loose
}

// lastTitled is the sighting of the surname at mention i with an office
// ("President Pell"), if nobody else of that name stands between the two; or -1.
func (r *reader) lastTitled(i int) int32 {
	f := r.form(r.ms[i].sight)
	if len(r.byLast[f.key]) == 0 {
		return -1 // nobody is named in full
	}
	for k := i - 1; k >= max(0, i-maxFar); k-- {
		s := r.ms[k].sight
		switch g := r.form(s); {
		case r.sights[s].title != "" && g.key == f.key:
			return s
		case r.sights[s].typ == names.Person && !r.sights[s].loose && g.last() == f.key:
			return -1
		}
	}
	return -1
}

// maxFar bounds how many mentions away the nearest of several is looked for.
const maxFar = 500

func (r *reader) nearest(i int, same []int32) int32 {
	if len(same) == 0 {
		return -1
	}
	if len(same) == 1 {
		return same[0]
	}
	same = same[:min(len(same), maxSame)]
	for k := i - 1; k >= max(0, i-maxFar); k-- {
		if slices.Contains(same, r.ms[k].sight) {
			return r.ms[k].sight
		}
	}
	return same[0]
}

// shortForms lets a government department stand for itself in one word:
// "State" for the State Department, where the document has it as an
// organisation.
func (r *reader) shortForms(to map[int32]int32) {
	for i := r.from; i < int32(len(r.sights)); i++ {
		f := r.form(i)
		if r.sights[i].typ != names.Organisation || len(f.words) < 2 {
			continue
		}
		if !officeEnds[f.words[len(f.words)-1]] {
			r.team(i, to)
			continue
		}
		short := strings.Join(f.words[:len(f.words)-1], " ")
		if f.words[0] == "department" || f.words[0] == "ministry" {
			short = strings.Join(f.words[1:], " ")
		}
		if s, ok := r.byKey[sightKey{key: short}]; ok && r.sights[s].typ == names.Organisation && s != i {
			to[s] = i
		}
	}
}

// team lets a team stand for itself without its place: "Eagles" of
// "Philadelphia Eagles", and notes the pair for the other documents.
func (r *reader) team(i int32, to map[int32]int32) {
	f := r.form(i)
	at := strings.LastIndexByte(f.name, ' ')
	if at < 0 || !strings.HasSuffix(f.name, "s") {
		return
	}
	if id, ok := r.forms.tally.ids[f.name[:at]]; !ok || r.forms.tally.list[id].counts[names.Place]*2 < r.forms.tally.list[id].total() {
		return
	}
	short := f.words[len(f.words)-1]
	r.pairs[[2]string{short, f.key}]++
	s, ok := r.byKey[sightKey{key: short}]
	if !ok {
		return
	}
	if _, two := to[s]; two {
		delete(to, s) // "Giants" of New York, or of San Francisco
		return
	}
	to[s] = i
}

var officeEnds = words("department ministry")
