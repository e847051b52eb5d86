package entity

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"dateline/kb/names"
)

// build makes the directory of the groups.
func (g *grouping) build() *Directory {
	d := &Directory{}
	g.number(d)
	g.name(d)
	for i := range g.docs {
		d.days = append(d.days, g.day(int32(i)))
		d.latest = max(d.latest, d.days[i])
	}
	g.addRoles(d, 0)
	told := len(g.roles)
	g.resolve(d)
	g.addRoles(d, told)
	g.addMentions(d)
	d.finish()
	return d
}

// number gives the groups their IDs, in the order in which they first occur.
func (g *grouping) number(d *Directory) {
	ids := make(map[int32]ID)
	g.ids = ids
	var the, last []int32
	for i := range g.sights {
		s := &g.sights[i]
		s.entity = None
		if s.count == 0 || g.of[i] < 0 {
			continue
		}
		root := g.find(g.of[i])
		id, ok := ids[root]
		if !ok {
			id = ID(len(d.Entities))
			ids[root] = id
			d.Entities = append(d.Entities, Entity{ID: id, Type: g.typeOf(root)})
			the, last = append(the, 0), append(last, -1)
		}
		s.entity = id
		the[id] += s.the
		if last[id] != s.doc {
			last[id] = s.doc
			d.Entities[id].Docs++
		}
	}
	for root, id := range ids {
		e := &d.Entities[id]
		e.The = e.Type != names.Person && the[id]*2 > g.nodes[root].count
	}
}

func (g *grouping) typeOf(root int32) names.Type {
	n := &g.nodes[root]
	if n.thing {
		return names.Misc
	}
	if n.key != "" && n.key[0] == 0 {
		return names.Place
	}
	best := n.typ
	for t, c := range n.types {
		if c > n.types[best] {
			best = names.Type(t)
		}
	}
	return best
}

// alias is a form of an entity and how often it stands in the texts.
type alias struct {
	name  string
	words int
	count int32
	form  *form
}

// name gives every entity its preferred name and its aliases.
func (g *grouping) name(d *Directory) {
	type use struct {
		entity ID
		form   int32
	}
	counts := make(map[use]int32)
	for _, refs := range g.refs {
		for _, m := range refs {
			if e := g.sights[m.sight].entity; e != None && m.form >= 0 {
				counts[use{e, m.form}]++
			}
		}
	}
	type counted struct {
		use
		count int32
	}
	uses := make([]counted, 0, len(counts))
	for u, n := range counts {
		uses = append(uses, counted{u, n})
	}
	slices.SortFunc(uses, func(a, b counted) int {
		return cmp.Or(cmp.Compare(a.entity, b.entity), cmp.Compare(b.count, a.count), cmp.Compare(a.form, b.form))
	})
	var list []alias
	for i, u := range uses {
		f := g.forms.list[u.form]
		if k := slices.IndexFunc(list, func(a alias) bool { return a.name == f.name }); k >= 0 {
			list[k].count += u.count
		} else {
			list = append(list, alias{f.name, len(f.words), u.count, f})
		}
		if i+1 == len(uses) || uses[i+1].entity != u.entity {
			nameEntity(&d.Entities[u.entity], list)
			list = list[:0]
		}
	}
}

// maxAliases bounds the aliases kept of an entity.
const maxAliases = 24

func nameEntity(e *Entity, list []alias) {
	best := preferred(e.Type, list)
	e.Name = list[best].name
	if n := list[best].form.nation; n.country != "" {
		e.Country = n.country
		if n.as == isCountry {
			e.Name = n.country
		}
	}
	for _, a := range list {
		if a.name != e.Name && len(e.Aliases) < maxAliases {
			e.Aliases = append(e.Aliases, a.name)
		}
	}
}

// preferred picks the fullest of the common forms: of a person the commonest
// with a first name, of others a long form unless it is rare.
func preferred(t names.Type, list []alias) int {
	total := int32(0)
	for _, a := range list {
		total += a.count
	}
	best, most := 0, -1.0
	for i, a := range list {
		v := float64(a.count) / float64(total)
		if shouts(a.name) {
			v *= 0.3
		}
		switch {
		case t == names.Person && !a.form.surname:
			v += 2
		case t != names.Person && a.words > 1 && v >= 0.05 && !companyEnds[a.form.words[len(a.form.words)-1]]:
			v += 1
		}
		if v > most {
			best, most = i, v
		}
	}
	return best
}

// shouts reports a name of several words in capitals, as a headline has it.
func shouts(s string) bool {
	return strings.Contains(s, " ") && strings.IndexFunc(s, unicode.IsLower) < 0
}

// addMentions gives the entities their mentions, and the directory those of
// each document.
func (g *grouping) addMentions(d *Directory) {
	counts := make([]int32, len(d.Entities)+1)
	d.located = make([][]Located, len(g.refs))
	total := 0
	for _, refs := range g.refs {
		total += len(refs)
	}
	for _, list := range g.described {
		total += len(list)
	}
	all := make([]Located, 0, total)
	for i, refs := range g.refs {
		from := len(all)
		for _, m := range refs {
			if e := g.sights[m.sight].entity; e != None {
				all = append(all, Located{e, m.start, m.end})
			}
		}
		all = append(all, g.described[i]...)
		slices.SortStableFunc(all[from:], func(a, b Located) int { return cmp.Compare(a.Start, b.Start) })
		for _, l := range all[from:] {
			counts[l.ID]++
		}
		d.located[i] = all[from:len(all):len(all)]
	}
	mentions := make([]Mention, 0, len(all))
	for i := range d.Entities {
		n := len(mentions)
		mentions = mentions[:n+int(counts[i])]
		d.Entities[i].Mentions = mentions[n:n:len(mentions)]
	}
	for doc, list := range d.located {
		for _, l := range list {
			e := &d.Entities[l.ID]
			e.Mentions = append(e.Mentions, Mention{int32(doc), l.Start, l.End})
		}
	}
}

func (g *grouping) date(doc int32) time.Time { return g.docs[doc].Article.Date }
