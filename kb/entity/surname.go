package entity

import (
	"slices"

	"dateline/kb/names"
)

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
func (g *grouping) bare(s int32, famous bool) int32 {
	f := g.form(s)
	sight := g.sights[s]
	if id, ok := g.byKey[nodeKey{f.key, names.Person}]; ok && famous {
		return g.find(id)
	}
	// What other documents take for a place or an organisation is that here
	// too, as a rule.
	if id := g.largest(f.key); id >= 0 && g.nodes[id].count > 3*sight.count {
		return id
	}
	switch {
	case famous:
		return g.node(&sight)
	case sight.count < 2:
		return -1
	}
	id := int32(len(g.nodes))
	g.nodes = append(g.nodes, node{key: f.key, form: sight.form, typ: names.Person, parent: id})
	return id
}
