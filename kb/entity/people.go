package entity

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/match"
	"dateline/kb/names"
)

// fullName is a node of a person's full name, as people are compared.
type fullName struct {
	id     int32
	form   *form
	first  string
	mid    []string
	suffix string
}

// mergePeople merges forms of one person's name: with and without a middle
// name or a suffix, nicknames, other spellings.
func (g *grouping) mergePeople() {
	g.walks()
	seen := g.rarely()
	_, seen.borne = g.bearers()
	buckets := make(map[string][]fullName)
	var keys []string
	for id := range g.nodes {
		n := &g.nodes[id]
		f := g.forms.list[n.form]
		if n.typ != names.Person || len(f.words) < 2 || g.find(int32(id)) != int32(id) {
			continue
		}
		mid, suffix := f.middle()
		k := match.Skeleton(f.last())
		if buckets[k] == nil {
			keys = append(keys, k)
		}
		buckets[k] = append(buckets[k], fullName{int32(id), f, f.first(), mid, suffix})
	}
	for _, k := range keys {
		g.mergeBucket(buckets[k], seen)
	}
}

// few is in how many documents a person may be named at most to be taken for
// the bearer of another middle name only with evidence.
const few = 3

// rarely gives the sightings of the people whom few documents name.
func (g *grouping) rarely() sightings {
	s := sightings{grouping: g, seen: make(map[int32][]int32)}
	for i := range g.sights {
		if id := g.of[i]; id >= 0 && g.nodes[id].typ == names.Person && g.nodes[id].docs <= few {
			s.seen[id] = append(s.seen[id], int32(i))
		}
	}
	return s
}

// sightings are those of people whom few documents name, and how many people
// bear a name.
type sightings struct {
	*grouping
	seen  map[int32][]int32
	borne map[string]int32
}

// oftenBorne is how many people bear a first name that says little of one.
const oftenBorne = 50

// differ reports whether two like names may well be those of two people: one
// has a middle name or suffix more, or another surname after a common first
// name.
func (s sightings) differ(x, y fullName) bool {
	return len(x.mid) != len(y.mid) || x.suffix != y.suffix || x.form.last() != y.form.last() && s.borne[x.first] >= oftenBorne
}

// strangers reports whether few documents name either of two people, and none
// of those of one names whom those of the other do.
func (s sightings) strangers(a, b int32) bool {
	if s.seen[a] == nil || s.seen[b] == nil {
		return false
	}
	for _, x := range s.seen[a] {
		company := s.around(x)
		for _, y := range s.seen[b] {
			if s.sights[x].doc == s.sights[y].doc || slices.ContainsFunc(s.around(y), func(c int32) bool { return c != a && c != b && slices.Contains(company, c) }) {
				return false
			}
		}
	}
	return true
}

// maxBucket bounds the pairs compared under one surname.
const maxBucket = 2000

func (g *grouping) mergeBucket(b []fullName, seen sightings) {
	slices.SortStableFunc(b, func(x, y fullName) int {
		return cmp.Compare(g.nodes[y.id].count, g.nodes[x.id].count)
	})
	b = b[:min(len(b), maxBucket)]
	for i := range b {
		for j := range i {
			if g.find(b[i].id) == b[i].id && b[j].id == g.find(b[j].id) && g.same(b, j, i) && !(seen.strangers(b[i].id, b[j].id) && seen.differ(b[i], b[j])) {
				g.merge(b[j].id, b[i].id)
				break
			}
		}
	}
}

// same reports whether the rarer name b[i] is another form of b[j].
func (g *grouping) same(b []fullName, j, i int) bool {
	x, y := b[j], b[i]
	if a, b := g.nodes[x.id].walks, g.nodes[y.id].walks; a&b == 0 && a != 0 && b != 0 && x.form.key != y.form.key {
		return false
	}
	if x.suffix != y.suffix && x.suffix == "" || x.suffix != "" && y.suffix != "" && x.suffix != y.suffix || !g.compatible(b, x, y) {
		return false
	}
	if x.first == y.first {
		return x.form.last() == y.form.last() || close(x.form.last(), y.form.last())
	}
	if x.form.last() == y.form.last() {
		switch {
		case formal(x.first) == formal(y.first):
			return len(b) <= 6
		case len(y.first) == 1 && strings.HasPrefix(x.first, y.first):
			return len(b) <= 3
		}
	}
	if match.Skeleton(x.first) == match.Skeleton(y.first) && close(x.first, y.first) {
		return close(x.form.last(), y.form.last()) && (len(b) <= 4 || g.nodes[y.id].count*5 <= g.nodes[x.id].count)
	}
	return g.slip(x, y)
}

// slip reports whether the rarer name y is the name x with a slip of the pen.
func (g *grouping) slip(x, y fullName) bool {
	if g.nodes[y.id].count*10 > g.nodes[x.id].count || len(x.first) < 6 || len(x.form.last()) < 5 || strings.HasPrefix(x.first, y.first) || strings.HasPrefix(y.first, x.first) {
		return false
	}
	return match.Cost(x.first, y.first) <= 1 && match.Cost(x.form.last(), y.form.last()) <= 0.7
}

// close reports whether two surnames with one skeleton may be spellings of one
// name. Short ones ("Lee", "Li") are names of their own.
func close(a, b string) bool {
	return a == b || min(len(a), len(b)) >= 5 && match.Distance(a, b) <= 1.5
}

// compatible reports whether the middle names of x and y go together. A name
// without one goes with a name that has one only if that is the only such.
func (g *grouping) compatible(b []fullName, x, y fullName) bool {
	switch {
	case len(x.mid) == 0 && len(y.mid) == 0:
		return true
	case len(x.mid) > 0 && len(y.mid) > 0:
		return initialsAgree(x.mid, y.mid)
	}
	if few, many := g.nodes[y.id].docs, g.nodes[x.id].docs; few > 2 && few*10 > many && !g.kin[[2]string{x.form.key, y.form.key}] && !g.kin[[2]string{y.form.key, x.form.key}] {
		return false // Michael Jordan and Michael B. Jordan
	}
	var first []string
	most := int32(0)
	for _, o := range b {
		if len(o.mid) == 0 || o.first != x.first && o.first != y.first {
			continue
		}
		if first == nil {
			first, most = o.mid, g.nodes[o.id].count
		} else if !initialsAgree(first, o.mid) && g.nodes[o.id].count*10 > most {
			return false
		}
	}
	return true
}

func initialsAgree(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (a[i][0] != b[i][0] || len(a[i]) > 1 && len(b[i]) > 1) {
			return false
		}
	}
	return true
}

// placeLoose finds whom the surnames stand for that their own documents do not
// explain: the person of that surname most in the news about then, by far; or
// else somebody known by that one name.
func (g *grouping) placeLoose() {
	bySurname, bearers := g.bearers()
	dates := g.days(bySurname)
	offices := g.offices()
	alone := make(map[string]int32)
	for _, s := range g.loose {
		if g.sights[s].title == "" {
			alone[g.form(s).key]++
		}
	}
	for _, s := range g.loose {
		f := g.form(s)
		ids := bySurname[f.words[len(f.words)-1]]
		if t := g.forms.tally; g.sights[s].title == "" && t.firsts[f.name] > t.surnames[f.name] {
			ids = nil // rather a first name
		}
		owner := int32(-1)
		if g.sights[s].title != "" {
			owner = g.titled(s, ids, dates, offices)
		}
		if owner < 0 {
			owner = g.ownerOf(s, ids, dates, alone[f.key], g.leastKnown())
		}
		if owner < 0 {
			owner = g.explained(s)
		}
		if owner < 0 {
			owner = g.bare(s, alone[f.key] >= mononym*bearers[f.key])
		}
		if owner >= 0 {
			g.join(s, owner)
		}
	}
}

// explained is the node of what a word may stand for in its document, "Webb"
// for the Webb Telescope, unless the word is the name of something by itself:
// Jackson is not the Jackson Fire Department. It is -1 where there is none.
func (g *grouping) explained(s int32) int32 {
	j := g.sights[s].local
	if j < 0 || g.of[j] < 0 {
		return -1
	}
	owner := g.find(g.of[j])
	if id := g.largest(g.form(s).key); id >= 0 && id != owner && g.nodes[owner].typ != names.Person && g.nodes[id].count > g.nodes[owner].count {
		return id
	}
	return owner
}

// mononym is in how many times as many documents as there are people who share
// it a name has to stand alone to be that of one person: Cher.
const mononym = 3

// bearers are the people named in full by their surnames, and how many people
// there are to each surname and first name.
func (g *grouping) bearers() (bySurname map[string][]int32, counts map[string]int32) {
	bySurname, counts = make(map[string][]int32), make(map[string]int32)
	for i := range g.nodes {
		id, n := int32(i), &g.nodes[i]
		f := g.forms.list[n.form]
		if n.typ != names.Person || len(f.words) < 2 {
			continue
		}
		bySurname[f.last()] = append(bySurname[f.last()], id)
		if g.find(id) == id {
			counts[f.last()]++
			counts[f.first()]++
		}
	}
	return bySurname, counts
}

// held is an office and the node of somebody who is said to hold it.
type held struct {
	node   int32
	office string
}

// offices are the offices of people named in full, with how often they are
// told.
func (g *grouping) offices() map[held]int {
	out := make(map[held]int)
	for i := range g.roles {
		if id := g.of[g.roles[i].sight]; id >= 0 {
			out[held{g.find(id), headWord(g.roles[i].title)}]++
		}
	}
	return out
}

// titled picks the person meant by a surname with an office before it: one of
// the document, if that is his office; or else whoever holds it and is most in
// the news then.
func (g *grouping) titled(s int32, ids []int32, dates map[int32][]int32, offices map[held]int) int32 {
	title, local := g.sights[s].title, int32(-1)
	if j := g.sights[s].local; j >= 0 && g.of[j] >= 0 {
		local = g.find(g.of[j])
	}
	var holders []int32
	most := 0
	for _, id := range ids {
		if n := offices[held{g.find(id), title}]; n > 0 {
			holders = append(holders, id)
			most = max(most, n)
		}
	}
	if n := offices[held{local, title}]; local >= 0 && n > 0 && n*20 >= most {
		return local
	}
	if owner := g.ownerOf(s, holders, dates, 0, 0); owner >= 0 {
		return owner
	}
	return local
}

// days are, of each person that shares a surname with a loose sighting, the
// days of the documents with the person, as Unix days.
func (g *grouping) days(bySurname map[string][]int32) map[int32][]int32 {
	wanted := make(map[string]bool)
	for _, s := range g.loose {
		w := g.form(s).words
		wanted[w[len(w)-1]] = true
	}
	out := make(map[int32][]int32)
	for i := range g.sights {
		id := g.of[i]
		if id < 0 || g.nodes[id].typ != names.Person {
			continue
		}
		if f := g.form(int32(i)); len(f.words) > 1 && wanted[f.last()] {
			root := g.find(id)
			out[root] = append(out[root], g.day(g.sights[i].doc))
		}
	}
	return out
}

func (g *grouping) day(doc int32) int32 {
	return int32(g.docs[doc].Article.Date.Unix() / 86400)
}

const (
	window    = 120 // days around a document in which a person counts fully
	dominance = 3   // times as often in the news as the next of the surname
)

// leastKnown is how many documents of that time have to name a person whom
// another calls by the surname alone: few of those that a small collection
// does not name bear it, and some of those that a large one does not.
func (g *grouping) leastKnown() float64 {
	n := float64(len(g.docs))
	return 5 * n / (n + 2000)
}

// ownerOf picks the person meant by a bare surname, or -1; nobody who is less
// in the news than the least.
func (g *grouping) ownerOf(s int32, ids []int32, dates map[int32][]int32, alone int32, least float64) int32 {
	day := g.day(g.sights[s].doc)
	best, most, second := int32(-1), float64(0), float64(0)
	var done []int32
	for _, id := range ids {
		root := g.find(id)
		if slices.Contains(done, root) {
			continue
		}
		done = append(done, root)
		v := float64(0)
		for _, d := range dates[root] {
			if d >= day-window && d <= day+window {
				v++
			} else {
				v += 0.1
			}
		}
		if v > most {
			best, most, second = root, v, most
		} else {
			second = max(second, v)
		}
	}
	if best < 0 || most < least || most < dominance*second || 3*len(dates[best]) < int(alone) && alone > 3 {
		return -1
	}
	return best
}

// bare is the node of somebody of whom one name is said only: of one whom all
// know by it, or else of a person of this document alone; -1 for somebody who
// is mentioned but once.
func (g *grouping) bare(s int32, known bool) int32 {
	f := g.form(s)
	sight := g.sights[s]
	if id, ok := g.byKey[nodeKey{f.key, names.Person}]; ok && known {
		return g.find(id)
	}
	// What other documents take for a place or an organisation is that here
	// too, as a rule.
	if id := g.largest(f.key); id >= 0 && g.nodes[id].count > 3*sight.count {
		return id
	}
	switch {
	case known:
		return g.node(&sight)
	case sight.count < 2:
		return -1
	}
	id := int32(len(g.nodes))
	g.nodes = append(g.nodes, node{key: f.key, form: sight.form, typ: names.Person, parent: id})
	return id
}
