package entity

import (
	"slices"

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
// life, or with a name that several are likely to bear, in documents that have
// no further person, organisation or role in common.
func (g *grouping) split() {
	walks := make(map[int32]domain) // of sightings
	both := make(map[int32]domain)  // of nodes
	heads := make(map[int32][]string)
	for i := range g.roles {
		r := &g.roles[i]
		id := g.of[r.sight]
		if id < 0 || g.sights[r.sight].loose {
			continue
		}
		if words := titleWords(headWord(r.title)); len(words) > 0 {
			heads[r.sight] = append(heads[r.sight], words[len(words)-1])
		}
		if d := domains[headWord(r.title)]; d != 0 && r.weight > 1 {
			walks[r.sight] |= d
			both[g.find(id)] |= d
		}
	}
	common := g.common()
	members := make(map[int32][]int32)
	var order []int32
	for i := range g.sights {
		if id := g.of[i]; id >= 0 && !g.sights[i].loose && g.sights[i].typ == names.Person {
			root := g.find(id)
			if d := both[root]; d&(d-1) == 0 && !common[root] {
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
		p := parting{grouping: g, root: root, members: members[root], walks: walks}
		if common[root] {
			p.begin(func(s int32) []int32 { return g.around(s) })
			joinAll(&p, func(s int32) []string { return heads[s] })
		} else {
			p.begin(func(s int32) []int32 { return company[g.sights[s].doc] })
		}
		joinAll(&p, func(s int32) []domain { return walks[s].each() })
		p.leave(common[root] && g.nodes[root].docs <= littleKnown)
	}
}

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

// common are the nodes of people in the news now and then whose names others
// are likely to bear: as if first names and surnames were given by chance.
func (g *grouping) common() map[int32]bool {
	_, counts := g.bearers()
	all := 0
	for i := range g.nodes {
		if n := &g.nodes[i]; n.parent == int32(i) && n.typ == names.Person {
			all++
		}
	}
	out := make(map[int32]bool)
	for i := range g.nodes {
		n := &g.nodes[i]
		f := g.forms.list[n.form]
		if n.parent != int32(i) || n.typ != names.Person || len(f.words) < 2 || n.docs < 2 || n.docs > manyDocs {
			continue
		}
		others := float64(counts[f.first()]-1) * float64(counts[f.last()]-1) / float64(all+unknown)
		out[int32(i)] = others >= namesakes
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
	from := 0
	for _, m := range refs {
		if m.sight != s {
			continue
		}
		for from < len(refs) && refs[from].start < m.start-vicinity {
			from++
		}
		for ; from < len(refs) && refs[from].start <= m.start+vicinity; from++ {
			o := &g.sights[refs[from].sight]
			id := g.of[refs[from].sight]
			if id < 0 || o.loose {
				continue
			}
			rare := limit
			if o.typ != names.Person && o.typ != names.Organisation {
				rare /= 4
			}
			if root := g.find(id); g.nodes[root].docs <= rare && !slices.Contains(out, root) {
				out = append(out, root)
			}
		}
	}
	return out
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

// each are the single walks of life of a set.
func (d domain) each() []domain {
	var out []domain
	for k := politics; k <= religion; k <<= 1 {
		if d&k != 0 {
			out = append(out, k)
		}
	}
	return out
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
