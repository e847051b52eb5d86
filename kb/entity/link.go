package entity

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/doc"
	"dateline/kb/names"
)

// Link builds the directory of docs, on all cores. It does not depend on how
// many there are.
func Link(docs []doc.Document) *Directory {
	g := newGrouping(read(docs), docs)
	g.group()
	return g.build()
}

// node is a name before names are merged: all sightings with one key.
type node struct {
	key    string
	form   int32 // of its first sighting
	typ    names.Type
	parent int32
	docs   int32
	count  int32
	types  [4]int32
	walks  domain // of a person, as the roles tell
	thing  bool   // taken for a person, and none
}

// grouping merges the sightings of all documents into entities.
type grouping struct {
	*run
	docs      []doc.Document
	nodes     []node
	byKey     map[nodeKey]int32
	of        []int32      // the node of each sighting
	loose     []int32      // sightings of bare surnames, not yet grouped
	ids       map[int32]ID // the entity of each group
	described [][]Located  // by document, what has no name
	places    places
	others    map[int32]float64 // of people with common names, how many more bear them
}

type nodeKey struct {
	key string
	typ names.Type
}

func newGrouping(r *run, docs []doc.Document) *grouping {
	return &grouping{run: r, docs: docs, byKey: make(map[nodeKey]int32), of: make([]int32, len(r.sights)), places: newPlaces(r)}
}

func (g *grouping) group() {
	for i := range g.sights {
		s := &g.sights[i]
		g.of[i] = -1
		switch {
		case s.count == 0:
		case s.loose:
			g.loose = append(g.loose, int32(i))
		default:
			g.join(int32(i), g.node(s))
		}
	}
	g.mergeTypes()
	g.mergeAcronyms()
	g.mergePeople()
	g.placeLoose()
	g.split()
	g.demote()
}

// node finds or makes the node of a sighting.
func (g *grouping) node(s *sighting) int32 {
	k := nodeKey{g.forms.list[s.form].key, s.typ}
	if n := g.forms.list[s.form].nation; n.as == isCountry {
		k.typ = names.Place
	} else if n.as == isDemonym {
		k.typ = names.Misc
	}
	id, ok := g.byKey[k]
	if !ok {
		id = int32(len(g.nodes))
		g.byKey[k] = id
		g.nodes = append(g.nodes, node{key: k.key, typ: k.typ, form: s.form, parent: id})
	}
	return id
}

func (g *grouping) join(sight, id int32) {
	g.of[sight] = id
	n, s := &g.nodes[id], &g.sights[sight]
	n.docs++
	n.count += s.count
	if s.loose && n.typ != names.Person {
		n.types[n.typ] += s.count // taken for a surname
	} else {
		n.types[s.typ] += s.count
	}
}

// find is the node that id was merged into.
func (g *grouping) find(id int32) int32 {
	for g.nodes[id].parent != id {
		g.nodes[id].parent = g.nodes[g.nodes[id].parent].parent
		id = g.nodes[id].parent
	}
	return id
}

// merge merges node b into node a.
func (g *grouping) merge(a, b int32) {
	a, b = g.find(a), g.find(b)
	if a == b {
		return
	}
	g.nodes[b].parent = a
	n, o := &g.nodes[a], &g.nodes[b]
	n.docs += o.docs
	n.count += o.count
	n.walks |= o.walks
	for t := range n.types {
		n.types[t] += o.types[t]
	}
}

// mergeTypes takes a name that is mostly of one type for that type wherever it
// stands: recognisers err now and then.
func (g *grouping) mergeTypes() {
	for id := range g.nodes {
		a := &g.nodes[id]
		for t := names.Person; t <= names.Misc; t++ {
			other, ok := g.byKey[nodeKey{a.key, t}]
			if !ok || int(other) == id || g.find(other) == g.find(int32(id)) {
				continue
			}
			b := &g.nodes[other]
			many := strings.Contains(a.key, " ")
			if b.count*4 <= a.count || many && (b.count < a.count || b.count == a.count && a.typ < b.typ) {
				g.merge(int32(id), other)
			}
		}
	}
}

// mergeAcronyms merges an acronym with the name that it was said to stand for,
// if that is mostly one.
func (g *grouping) mergeAcronyms() {
	type pair struct {
		short, long string
		n           int
	}
	var list []pair
	total := make(map[string]int)
	for k, n := range g.pairs {
		list = append(list, pair{k[0], k[1], n})
		total[k[0]] += n
	}
	slices.SortFunc(list, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.short, b.short), strings.Compare(a.long, b.long))
	})
	done := make(map[string]bool)
	for _, p := range list {
		if done[p.short] || p.n*10 < total[p.short]*6 {
			continue
		}
		done[p.short] = true
		short, long := g.largest(p.short), g.largest(p.long)
		if short >= 0 && long >= 0 && g.nodes[short].count <= 50*g.nodes[long].count { // AP is seldom Advanced Placement
			g.merge(long, short)
		}
	}
}

// largest is the most mentioned node, of any type but a person, with a key.
func (g *grouping) largest(key string) int32 {
	best := int32(-1)
	for t := names.Place; t <= names.Misc; t++ {
		if id, ok := g.byKey[nodeKey{key, t}]; ok {
			if id = g.find(id); best < 0 || g.nodes[id].count > g.nodes[best].count {
				best = id
			}
		}
	}
	return best
}
