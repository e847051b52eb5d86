package read

import (
	"math"
	"slices"
	"strings"

	"dateline/kb/names"
	"dateline/kb/query"
)

// typeFeatures tell how the candidate fits the type and the class that the
// question wants.
func (d *desk) typeFeatures(r *row, g *group) {
	e := d.q.Expect
	r.put("fit", g.fit)
	r.put("expect", float64(e))
	r.put("kind", float64(kindCode(d.q.Kind)))
	r.put("wanted", float64(d.q.Number))
	r.flag("negated", d.q.Negated)
	r.flag("several", d.q.Several)
	r.flag("hasClass", d.q.Class != "")
	isA := 0.0
	if d.r.lexicon != nil {
		isA = d.r.lexicon.IsA(lower(g), d.class)
	}
	r.put("isA", isA)
	own, described := d.classWords(g)
	r.put("ownClass", own)
	g.described = described
	r.put("described", described)
	d.knownTypes(r, g)
	r.put("classNear", d.classNear(g))
	r.flag("unit", d.unitFits(g, 2))
	r.flag("unitInside", d.unitFits(g, 0))
	r.flag("inQuestion", d.inQuestion(g.key))
	r.flag("askedName", d.askedName(g))
}

func kindCode(k query.Kind) int {
	for i, x := range []query.Kind{query.Who, query.When, query.Where, query.What, query.Which, query.Why, query.HowMany, query.How, query.YesNo, query.Statement, query.Words} {
		if x == k {
			return i
		}
	}
	return -1
}

func lower(g *group) string {
	o := &g.found[g.full]
	words := o.passage.words[o.first : o.last+1]
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.Lower
	}
	return strings.Join(parts, " ")
}

// part is the share of a group's places that are of a kind.
func (g *group) part(k ...kind) float64 {
	n := 0
	for _, k := range k {
		n += g.kinds[k]
	}
	return float64(n) / float64(len(g.found))
}

func (g *group) named(t names.Type) float64 { return float64(g.types[t]) / float64(len(g.found)) }

// typeFit judges a group by an expected type: 1 fits, 0 does not.
func (d *desk) typeFit(g *group, e query.Type) float64 {
	switch e {
	case query.Person:
		return g.named(names.Person) + 0.3*g.named(names.Organisation) + 0.2*g.part(kindProper)
	case query.Organisation:
		return g.named(names.Organisation) + 0.5*g.named(names.Misc) + 0.4*g.named(names.Place) + 0.4*g.part(kindProper)
	case query.Country:
		return d.located(g, "country")
	case query.State:
		return max(d.located(g, "state"), 0.3*d.located(g, ""))
	case query.City, query.Place:
		return d.located(g, "")
	case query.Title:
		return g.part(kindQuote) + g.named(names.Misc) + 0.5*g.part(kindProper) + 0.3*g.named(names.Organisation)
	case query.Thing:
		return max(g.part(kindNoun), 0.7*g.part(kindProper, kindQuote), 0.5*g.part(kindName))
	case query.Reason:
		return g.part(kindReason)
	case query.Count:
		return g.part(kindNumber) + 0.8*g.part(kindQuantity)
	case query.Money:
		return g.part(kindMoney)
	case query.Percent:
		return g.part(kindPercent)
	case query.Age:
		return g.part(kindAge, kindNumber) + 0.5*g.part(kindQuantity)
	case query.Measure, query.Ordinal, query.Duration:
		return g.part(kindQuantity, kindMoney, kindPercent, kindTime) + 0.3*g.part(kindNumber)
	case query.Year:
		return yes(year(g.key))
	case query.Month:
		return yes(months[g.key])
	case query.Date, query.Weekday:
		return g.part(kindTime)
	}
	return 0.5
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// located tells how surely a group is a place, of the class that a noun names
// where one is told.
func (d *desk) located(g *group, noun string) float64 {
	place := g.named(names.Place)
	if noun == "" || d.r.lexicon == nil {
		return place
	}
	return 0.4*place + 0.6*d.r.lexicon.IsA(lower(g), d.r.lexicon.ClassOf(noun))
}

// classWords tells what share of the class's words the candidate has itself
// ("Pacific Ocean"), and how often the articles describe it with them.
func (d *desk) classWords(g *group) (own, described float64) {
	if len(d.q.ClassTerms) == 0 {
		return 0, 0
	}
	o := &g.found[g.full]
	head := d.q.ClassTerms[len(d.q.ClassTerms)-1]
	for i := o.first; i <= o.last; i++ {
		for _, s := range o.passage.words[i].Stems {
			if s == head {
				own = 1
			}
		}
	}
	mentions := d.r.known.count(g.key, mentioned)
	for i, t := range d.q.ClassTerms {
		weight := 1.0
		if i == len(d.q.ClassTerms)-1 {
			weight = 3
		}
		described += weight * math.Log1p(float64(d.r.known.count(g.key, t)))
	}
	return own, described / math.Log(float64(10+mentions))
}

// knownTypes tell how often all articles name the candidate, and as what.
func (d *desk) knownTypes(r *row, g *group) {
	n := float64(d.r.known.count(g.key, mentioned))
	r.put("mentions", math.Log1p(n))
	for t := names.Person; t <= names.Misc; t++ {
		r.put("known:"+t.String(), float64(d.r.known.count(g.key, typed[t]))/max(1, n))
	}
}

// classNear is 1 where the class stands right beside the candidate, falling
// with the words between.
func (d *desk) classNear(g *group) float64 {
	if d.q.Class == "" {
		return 0
	}
	best := 0.0
	for i := range g.found {
		o := &g.found[i]
		for j, t := range o.passage.match {
			if t < 0 || !d.terms[t].Class || j >= o.first && j <= o.last {
				continue
			}
			gap := o.first - j
			if j > o.last {
				gap = j - o.last
			}
			best = max(best, 1/float64(gap))
		}
	}
	return best
}

// unitFits reports whether the candidate, or a few words beyond it, has what
// the question counts.
func (d *desk) unitFits(g *group, beyond int) bool {
	if d.q.Unit == "" {
		return false
	}
	for i := range g.found {
		o := &g.found[i]
		for j := o.first; j <= min(o.last+beyond, len(o.passage.words)-1); j++ {
			for _, s := range o.passage.words[j].Stems {
				if s == d.q.Unit {
					return true
				}
			}
		}
	}
	return false
}

// inQuestion reports whether the question has the words of a key already.
func (d *desk) inQuestion(key string) bool { return strings.Contains(d.question, " "+key+" ") }

// askedName reports whether the question has a short form of the candidate's
// name ("Petersen").
func (d *desk) askedName(g *group) bool {
	if t, ok := g.nameType(); ok && t == names.Person && d.inQuestion(g.key[strings.LastIndexByte(g.key, ' ')+1:]) {
		return true
	}
	return slices.ContainsFunc(g.also, d.inQuestion)
}
