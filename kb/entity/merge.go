package entity

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"dateline/kb/match"
	"dateline/kb/names"
)

// addRoles merges what the texts say of each entity into its roles, for the
// entities of which something is told from g.roles[from] on.
func (g *grouping) addRoles(d *Directory, from int) {
	countries := make(map[string]ID)
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Country != "" && e.Name == e.Country {
			countries[e.Country] = e.ID
		}
	}
	byEntity := make([][]int32, len(d.Entities))
	for i := range g.roles {
		s := &g.sights[g.roles[i].sight]
		if s.entity == None || s.loose && s.title == "" && strings.Contains(d.Entities[s.entity].Name, " ") {
			continue // it may be another of that surname
		}
		byEntity[s.entity] = append(byEntity[s.entity], int32(i))
	}
	for i := range d.Entities {
		list := byEntity[i]
		if len(list) == 0 || int(list[len(list)-1]) < from {
			continue
		}
		var groups []*roleGroup
		for _, k := range list {
			groups = g.collect(d, groups, &g.roles[k], countries)
		}
		d.Entities[i].Roles = g.settle(groups)
	}
}

// roleGroup is what is said of one entity with one title and affiliation.
type roleGroup struct {
	Role
	key     string
	titles  map[string]int
	support float64 // weighted sum, newer documents weigh more
	last    int32   // unix day of the newest document
	days    []int32
	weights []float64
}

func (g *grouping) collect(d *Directory, groups []*roleGroup, raw *rawRole, countries map[string]ID) []*roleGroup {
	r := Role{Title: raw.title, OfID: None, Former: raw.past, Inferred: raw.inferred, Count: 1, shared: raw.shared, prep: raw.prep, words: titleWords(raw.title)}
	doc := g.sights[raw.sight].doc
	r.Doc, r.Date, r.First = doc, g.date(doc), g.date(doc)
	r.Span.Start, r.Span.End = int(raw.start), int(raw.end)
	e := None
	switch {
	case raw.of.sight >= 0:
		e = g.sights[raw.of.sight].entity
	case raw.of.key != "":
		if n := g.largest(raw.of.key); n >= 0 {
			e = g.ids[n]
		}
	case raw.of.country != "":
		r.Of = raw.of.country
		if e, ok := countries[r.Of]; ok {
			r.OfID = e
		}
	}
	if e != None && e != g.sights[raw.sight].entity {
		of := &d.Entities[e]
		r.Of, r.OfID, r.the = of.Name, e, of.The
		r.definite = int(raw.article)
		r.body = of.Type != names.Person && of.Country == ""
	}
	if len(r.words) == 0 {
		return groups
	}
	key := strings.Join(r.words, " ")
	for _, o := range groups {
		if o.key == key && o.Former == r.Former && o.Of == r.Of {
			o.add(r, g.day(doc), max(weak, float64(raw.weight)))
			return groups
		}
	}
	n := &roleGroup{Role: r, key: key, titles: make(map[string]int)}
	n.Count, n.definite = 0, 0
	n.add(r, g.day(doc), max(weak, float64(raw.weight)))
	return append(groups, n)
}

// weak is the weight of a role that is not said but told by a byline.
const weak = 0.05

func (o *roleGroup) add(r Role, day int32, weight float64) {
	o.shared = r.shared && (o.shared || o.Count == 0)
	if o.Count == 0 || !r.Inferred && o.Inferred || r.Inferred == o.Inferred && !r.Date.Before(o.Date) {
		o.Doc, o.Span, o.Date, o.Inferred = r.Doc, r.Span, later(r.Date, o.Date), r.Inferred
	}
	if r.First.Before(o.First) {
		o.First = r.First
	}
	o.prep = cmp.Or(o.prep, r.prep)
	o.definite += r.definite
	o.Count++
	o.Docs = append(o.Docs, r.Doc)
	o.titles[r.Title]++
	o.last = max(o.last, day)
	o.days = append(o.days, day)
	o.weights = append(o.weights, weight)
}

// absorb merges o into the group, keeping the group's words as the source if
// they say more.
func (o *roleGroup) absorb(p *roleGroup) {
	if p.First.Before(o.First) {
		o.First = p.First
	}
	o.Date = later(o.Date, p.Date)
	o.Count += p.Count
	o.Docs = append(o.Docs, p.Docs...)
	o.last = max(o.last, p.last)
	o.definite += p.definite
	o.days = append(o.days, p.days...)
	o.weights = append(o.weights, p.weights...)
}

// settle merges what says the same in fewer words, and sorts what remains.
func (g *grouping) settle(groups []*roleGroup) []Role {
	day := int32(math.MinInt32)
	for _, o := range groups {
		day = max(day, o.last)
	}
	for _, o := range groups {
		o.weigh(day)
	}
	bySupport := func(a, b *roleGroup) int {
		return cmp.Or(cmp.Compare(b.support, a.support), cmp.Compare(b.last, a.last), strings.Compare(a.key, b.key), strings.Compare(a.Of, b.Of))
	}
	slices.SortStableFunc(groups, bySupport)
	for i, o := range groups {
		for _, p := range groups {
			if o != p && p.Count > 0 && o.Count > 0 && within(o, p) {
				p.absorb(o)
				p.weigh(day)
				groups[i].Count = 0
				break
			}
		}
	}
	groups = slices.DeleteFunc(groups, func(o *roleGroup) bool { return o.Count == 0 })
	promote(groups)
	slices.SortStableFunc(groups, bySupport)
	out := make([]Role, 0, min(len(groups), maxRoles))
	for _, o := range groups[:min(len(groups), maxRoles)] {
		o.Title = commonest(o.titles)
		if o.definite != 0 {
			o.the = o.definite > 0
		}
		slices.Sort(o.days)
		slices.Sort(o.Docs)
		o.Docs = slices.Clone(slices.Compact(o.Docs))
		o.middle = o.days[len(o.days)/2]
		o.ofWords = match.Words(o.Of)
		out = append(out, o.Role)
	}
	return out
}

// maxRoles bounds the roles kept of an entity.
const maxRoles = 16

// halfLife is the age, in days, at which what an article says of somebody's
// role counts half.
const halfLife = 60

func (o *roleGroup) weigh(now int32) {
	o.support = 0
	for i, d := range o.days {
		o.support += o.weights[i] * math.Exp2(-float64(now-d)/halfLife)
	}
	if relation(o.Title) || running[o.Head()] || o.Head() == "veteran" {
		o.support /= 50 // what somebody is otherwise tells more
	}
}

// promote lets a role with an affiliation count more, and what the articles say
// in many words ("senior adviser", "top political adviser") count for each of
// them.
func promote(groups []*roleGroup) {
	type kind struct {
		head   string
		former bool
	}
	all := make(map[kind]float64)
	for _, o := range groups {
		all[kind{o.words[len(o.words)-1], o.Former}] += o.support
	}
	for _, o := range groups {
		o.support += kindred * (all[kind{o.words[len(o.words)-1], o.Former}] - o.support)
	}
	for _, o := range groups {
		if o.Of != "" {
			o.support *= affiliated
		}
	}
}

const (
	kindred    = 0.5 // what another role with the same head counts
	affiliated = 1.5 // how many times what a role with an affiliation counts
)

// within reports whether o says nothing that p does not say: the same title,
// or the head of it, with the same affiliation or none.
func within(o, p *roleGroup) bool {
	soft := o.Inferred || o.shared
	if o.Former != p.Former || o.Of != "" && !soft && o.Of != p.Of {
		return false
	}
	if soft && o.Of != p.Of && (p.Of == "" || p.Inferred || p.shared) {
		return false
	}
	if o.key == p.key {
		return o.Of == "" || soft
	}
	if len(o.words) >= len(p.words) || p.support*10 < o.support {
		return false
	}
	for _, w := range p.words {
		if differs[w] && !slices.Contains(o.words, w) {
			return false
		}
	}
	for _, w := range o.words {
		if !slices.Contains(p.words, w) {
			return false
		}
	}
	return headWord(o.Title) == headWord(p.Title)
}

// differs are words that make another role of a title.
var differs = words("vice deputy assistant associate acting co first lady interim under junior state")

func commonest(titles map[string]int) string {
	best := ""
	for t, n := range titles {
		if m := titles[best]; n > m || n == m && (best == "" || t < best) {
			best = t
		}
	}
	return best
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
