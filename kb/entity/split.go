package entity

import (
	"slices"

	"dateline/kb/names"
)

// split parts people who share a name and nothing else: in different walks of
// life, or with a name that several are likely to bear, in documents that have
// no further person, organisation or role in common.
func (g *grouping) split() {
	told := g.told()
	g.others = g.common()
	members := make(map[int32][]int32)
	var order []int32
	for i := range g.sights {
		if id := g.of[i]; id >= 0 && !g.sights[i].loose && g.sights[i].typ == names.Person {
			root := g.find(id)
			if d := told.both[root]; d&(d-1) == 0 && g.others[root] == 0 {
				continue
			}
			if members[root] == nil {
				order = append(order, root)
			}
			members[root] = append(members[root], int32(i))
		}
	}
	company := g.company()
	for _, root := range order {
		p := parting{grouping: g, root: root, members: members[root], walks: told.walks}
		if g.others[root] > 0 {
			p.begin(g.around)
			joinAll(&p, func(s int32) []string { return told.heads[s] })
		} else {
			p.begin(func(s int32) []int32 { return company[g.sights[s].doc] })
		}
		joinAll(&p, func(s int32) []domain { return told.walks[s].each() })
		p.leave(g.others[root] > 0 && g.nodes[root].docs <= littleKnown)
	}
}

// told is what the roles tell of people named in full.
type told struct {
	walks map[int32]domain   // of sightings
	both  map[int32]domain   // of nodes
	heads map[int32][]string // of sightings
}

func (g *grouping) told() told {
	t := told{make(map[int32]domain), make(map[int32]domain), make(map[int32][]string)}
	for i := range g.roles {
		r := &g.roles[i]
		id := g.of[r.sight]
		if id < 0 || g.sights[r.sight].loose {
			continue
		}
		if words := titleWords(headWord(r.title)); len(words) > 0 {
			t.heads[r.sight] = append(t.heads[r.sight], words[len(words)-1])
		}
		if d := domains[headWord(r.title)]; d != 0 && r.weight > 1 {
			t.walks[r.sight] |= d
			t.both[g.find(id)] |= d
		}
	}
	return t
}

// parting finds the groups among the sightings of one name.
type parting struct {
	*grouping
	root    int32
	members []int32
	walks   map[int32]domain
	group   []int // of each sighting, another of its group; by union and find
}

// top is the sighting that stands for the group of sighting i.
func (p *parting) top(i int) int {
	for p.group[i] != i {
		i = p.group[i]
	}
	return i
}

// begin makes groups of sightings that have company in common.
func (p *parting) begin(company func(sight int32) []int32) {
	p.group = make([]int, len(p.members))
	for i := range p.group {
		p.group[i] = i
	}
	joinAll(p, func(s int32) []int32 {
		return slices.DeleteFunc(slices.Clone(company(s)), func(c int32) bool { return c == p.root })
	})
}

// joinAll joins the groups of the sightings that have a mark in common.
func joinAll[T comparable](p *parting, marks func(sight int32) []T) {
	first := make(map[T]int)
	for i, s := range p.members {
		for _, m := range marks(s) {
			if j, ok := first[m]; ok {
				p.group[p.top(i)] = p.top(j)
			} else {
				first[m] = i
			}
		}
	}
}

// leave lets the groups with a walk of life of their own, or all, leave the
// node; the largest stays, with all that say nothing of themselves.
func (p *parting) leave(all bool) {
	sizes := make(map[int]int32)
	told := make(map[int]bool)
	for i, s := range p.members {
		k := p.top(i)
		sizes[k] += p.sights[s].count
		told[k] = told[k] || all || p.walks[s] != 0
	}
	stays := -1
	for i := range p.members {
		if k := p.top(i); told[k] && (stays < 0 || sizes[k] > sizes[stays]) {
			stays = k
		}
	}
	made := make(map[int]int32)
	for i, s := range p.members {
		k := p.top(i)
		if k == stays || !told[k] {
			continue
		}
		id, ok := made[k]
		if !ok {
			id = int32(len(p.nodes))
			made[k] = id
			p.nodes = append(p.nodes, node{key: p.nodes[p.root].key, form: p.sights[s].form, typ: names.Person, parent: id})
		}
		p.nodes[p.root].docs--
		p.nodes[p.root].count -= p.sights[s].count
		p.grouping.join(s, id)
	}
}
