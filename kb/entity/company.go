package entity

import (
	"slices"

	"dateline/kb/names"
)

// unknown people make up for those that few articles do not name.
const unknown = 1000

// namesakes is how many people are expected to bear a name besides another for
// it to be common. From manyDocs on its foremost bearer is in all likelihood the
// one meant; up to littleKnown nothing tells who is.
const (
	namesakes   = 0.05
	manyDocs    = 40
	littleKnown = 5
)

// anybodys is how many more bear a name so common that it tells nothing of who
// is named beside it.
const anybodys = 0.5

// common are the nodes of people in the news now and then whose names others
// are likely to bear, with how many: as if first names and surnames were given
// by chance.
func (g *grouping) common() map[int32]float64 {
	_, counts := g.bearers()
	all := 0
	for i := range g.nodes {
		if n := &g.nodes[i]; n.parent == int32(i) && n.typ == names.Person {
			all++
		}
	}
	out := make(map[int32]float64)
	for i := range g.nodes {
		n := &g.nodes[i]
		f := g.forms.list[n.form]
		if n.parent != int32(i) || n.typ != names.Person || len(f.words) < 2 || n.docs < 2 || n.docs > manyDocs {
			continue
		}
		others := float64(counts[f.first()]-1) * float64(counts[f.last()]-1) / float64(all+unknown)
		if others >= namesakes {
			out[int32(i)] = others
		}
	}
	return out
}

// vicinity is how far from a name, in bytes, those that it stands together
// with are: articles of many items tell of things that have nothing in common.
const vicinity = 1200

// around is the company of a sighting, near its mentions.
func (g *grouping) around(s int32) []int32 {
	limit := g.rareLimit()
	var out []int32
	refs := g.refs[g.sights[s].doc]
	next := 0
	for _, at := range g.places.of(s) {
		from := int(at)
		for from > next && refs[from-1].start >= refs[at].start-vicinity {
			from--
		}
		for next = max(from, next); next < len(refs) && refs[next].start <= refs[at].start+vicinity; next++ {
			if root, ok := g.telling(refs[next].sight, limit); ok && !slices.Contains(out, root) {
				out = append(out, root)
			}
		}
	}
	return out
}

// telling is the node of a sighting that few enough documents name to tell what
// they are about; of things even fewer.
func (g *grouping) telling(s, limit int32) (root int32, ok bool) {
	o, id := &g.sights[s], g.of[s]
	if id < 0 || o.loose {
		return 0, false
	}
	if o.typ != names.Person && o.typ != names.Organisation {
		limit /= 4
	}
	root = g.find(id)
	return root, g.nodes[root].docs <= limit && g.others[root] < anybodys
}

// places are, for each sighting, the mentions of it among those of its
// document.
type places struct{ from, at []int32 }

func (p places) of(sight int32) []int32 { return p.at[p.from[sight]:p.from[sight+1]] }

func newPlaces(r *run) places {
	p := places{from: make([]int32, len(r.sights)+1)}
	for _, refs := range r.refs {
		for _, m := range refs {
			p.from[m.sight+1]++
		}
	}
	for i := range r.sights {
		p.from[i+1] += p.from[i]
	}
	p.at = make([]int32, p.from[len(r.sights)])
	filled := slices.Clone(p.from)
	for _, refs := range r.refs {
		for k, m := range refs {
			p.at[filled[m.sight]] = int32(k)
			filled[m.sight]++
		}
	}
	return p
}

// maxShared is the share of all documents in which a name may stand at most
// to tell that two of them are about one person; and least is that limit for
// few documents.
const (
	maxShared = 0.02
	least     = 40
)

// company is, for each document, the nodes of people and organisations that
// are rare enough to tell what it is about.
func (g *grouping) company() [][]int32 {
	limit := g.rareLimit()
	out := make([][]int32, len(g.docs))
	for i := range g.sights {
		s, id := &g.sights[i], g.of[i]
		if id < 0 || s.typ != names.Person && s.typ != names.Organisation || s.loose {
			continue
		}
		if root := g.find(id); g.nodes[root].docs <= limit {
			out[s.doc] = append(out[s.doc], root)
		}
	}
	return out
}

// rareLimit is in how many documents a name may stand to tell something.
func (g *grouping) rareLimit() int32 {
	return max(least, int32(maxShared*float64(len(g.docs))))
}
