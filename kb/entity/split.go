package entity

import (
	"dateline/kb/names"
)

// domain is a walk of life, as a set.
type domain uint8

const (
	politics domain = 1 << iota
	sports
	arts
	learning
	police
	religion
)

var domains = readDomains(map[domain]string{
	politics: `president minister senator representative governor mayor congressman congresswoman ambassador premier chancellor lawmaker legislator
		councilman councilwoman candidate nominee politician commissioner diplomat assemblyman assemblywoman delegate`,
	sports: `coach quarterback linebacker receiver cornerback lineman kicker punter player striker midfielder defender goalkeeper winger pitcher catcher
		outfielder infielder shortstop slugger golfer swimmer sprinter skater skier snowboarder gymnast cyclist boxer wrestler athlete champion
		medalist olympian umpire referee guard forward center baseman batter goalie`,
	arts: `actor actress singer rapper musician guitarist drummer frontman bassist songwriter composer comedian filmmaker screenwriter novelist poet
		playwright dancer choreographer painter sculptor vocalist singer-songwriter pianist violinist`,
	learning: `professor scientist researcher physicist chemist biologist epidemiologist virologist astronomer historian psychologist economist
		mathematician geologist anthropologist archaeologist climatologist sociologist surgeon pediatrician cardiologist psychiatrist`,
	police:   `sheriff detective trooper officer policeman deputy`,
	religion: `pastor bishop rabbi priest archbishop imam reverend`,
})

func readDomains(lists map[domain]string) map[string]domain {
	out := make(map[string]domain)
	for d, list := range lists {
		for w := range words(list) {
			out[w] = d
		}
	}
	return out
}

// walks notes the walk of life of every person named in full.
func (g *grouping) walks() {
	for i := range g.roles {
		r := &g.roles[i]
		if id := g.of[r.sight]; id >= 0 && r.weight > 1 {
			g.nodes[g.find(id)].walks |= domains[headWord(r.title)]
		}
	}
}

// split parts people who share a name and nothing else: in different walks of
// life, in documents that have no further person, organisation or role in
// common.
func (g *grouping) split() {
	walks := make(map[int32]domain) // of sightings
	both := make(map[int32]domain)  // of nodes
	for i := range g.roles {
		r := &g.roles[i]
		d := domains[headWord(r.title)]
		if id := g.of[r.sight]; d != 0 && id >= 0 && !g.sights[r.sight].loose && r.weight > 1 {
			walks[r.sight] |= d
			both[g.find(id)] |= d
		}
	}
	members := make(map[int32][]int32)
	var order []int32
	for i := range g.sights {
		if id := g.of[i]; id >= 0 && !g.sights[i].loose && g.sights[i].typ == names.Person {
			root := g.find(id)
			if d := both[root]; d&(d-1) == 0 {
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
		g.part(root, members[root], walks, company)
	}
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
	limit := max(least, int32(maxShared*float64(len(g.docs))))
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

// part finds the groups among the sightings of one name, and makes nodes of
// their own for all but the largest.
func (g *grouping) part(root int32, sights []int32, walks map[int32]domain, company [][]int32) {
	group := make([]int, len(sights))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	first := make(map[int32]int)
	walk := make(map[domain]int)
	for i, s := range sights {
		for _, c := range company[g.sights[s].doc] {
			if c == root {
				continue
			}
			if j, ok := first[c]; ok {
				group[find(i)] = find(j)
			} else {
				first[c] = i
			}
		}
		for d := politics; d <= religion; d <<= 1 {
			if walks[s]&d == 0 {
				continue
			}
			if j, ok := walk[d]; ok {
				group[find(i)] = find(j)
			} else {
				walk[d] = i
			}
		}
	}
	g.leave(root, sights, walks, find)
}

// leave lets the groups with a walk of life of their own leave the node; the
// largest stays, with all that say nothing of themselves.
func (g *grouping) leave(root int32, sights []int32, walks map[int32]domain, find func(int) int) {
	sizes := make(map[int]int32)
	told := make(map[int]domain)
	for i, s := range sights {
		k := find(i)
		sizes[k] += g.sights[s].count
		told[k] |= walks[s]
	}
	stays := -1
	for i := range sights {
		if k := find(i); told[k] != 0 && (stays < 0 || sizes[k] > sizes[stays]) {
			stays = k
		}
	}
	made := make(map[int]int32)
	for i, s := range sights {
		k := find(i)
		if k == stays || told[k] == 0 {
			continue
		}
		id, ok := made[k]
		if !ok {
			id = int32(len(g.nodes))
			made[k] = id
			g.nodes = append(g.nodes, node{key: g.nodes[root].key, form: g.sights[s].form, typ: names.Person, parent: id})
		}
		g.nodes[root].docs--
		g.nodes[root].count -= g.sights[s].count
		g.join(s, id)
	}
}
