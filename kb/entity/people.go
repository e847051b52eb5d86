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
	g.others = g.common()
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
