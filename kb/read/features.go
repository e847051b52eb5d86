package read

import (
	"math"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"dateline/kb/doc"
	"dateline/kb/index"
	"dateline/kb/names"
	"dateline/kb/phrase"
)

// row gathers the features of one candidate. Names, of which only the training
// command makes use, are gathered where names is not nil.
type row struct {
	values []float32
	names  *[]string
}

func (r *row) put(name string, v float64) {
	if r.names != nil {
		*r.names = append(*r.names, name)
	}
	r.values = append(r.values, float32(v))
}

func (r *row) flag(name string, v bool) {
	if v {
		r.put(name, 1)
		return
	}
	r.put(name, 0)
}

// features fills in the vectors of all groups.
func (d *desk) features() {
	for _, g := range d.groups {
		r := row{values: make([]float32, 0, 128)}
		d.describeGroup(&r, g)
		g.vector = r.values
	}
	d.relate(nil)
}

// FeatureNames lists the features in the order of a candidate's vector.
func FeatureNames() []string { return featureNames() }

var featureNames = sync.OnceValue(func() []string {
	var list []string
	d := &desk{work: &work{r: &Reader{known: &Descriptions{}, index: &index.Index{}}, docs: map[int32]*source{}}}
	p := &passage{source: &source{doc: &doc.Document{}}, words: []phrase.Word{{}}, match: []int{-1}}
	g := &group{found: []occurrence{{passage: p}}}
	d.groups = []*group{g}
	d.describeGroup(&row{names: &list}, g)
	d.relate(&list)
	return list
})

func (d *desk) describeGroup(r *row, g *group) {
	d.formFeatures(r, g)
	d.typeFeatures(r, g)
	d.placeFeatures(r, g)
	d.nearbyFeatures(r, g)
	d.besideFeatures(r, g)
	d.crowdFeatures(r, g)
	d.networkFeatures(r, g)
	d.saidFeatures(r, g)
	d.hintFeatures(r, g)
	d.roleFeatures(r, g)
}

// formFeatures tell what the answer looks like and how common it is.
func (d *desk) formFeatures(r *row, g *group) {
	o := &g.found[g.full]
	words := o.passage.words[o.first : o.last+1]
	r.put("words", float64(len(words)))
	upper, asked, content := 0, 0, 0
	rare, common := 0.0, math.Inf(1)
	for i, w := range words {
		if w.Upper {
			upper++
		}
		if phrase.Closed(w.Lower) || w.Tag == phrase.Mark {
			continue
		}
		content++
		if o.passage.match[o.first+i] >= 0 {
			asked++
		}
		for _, s := range w.Stems {
			idf := d.r.rarity(s)
			rare, common = max(rare, idf), min(common, idf)
		}
	}
	n := max(1, float64(len(words)))
	r.put("upper", float64(upper)/n)
	r.put("asked", float64(asked)/max(1, float64(content)))
	r.put("rare", rare)
	r.put("common", min(common, 2))
	r.put("firstTag", float64(words[0].Tag))
	r.put("lastTag", float64(words[len(words)-1].Tag))
	r.flag("year", year(g.key))
	r.flag("month", months[g.key])
	r.put("runes", float64(utf8.RuneCountInString(g.key)))
	r.flag("headAsked", o.passage.match[o.last] >= 0)
	r.flag("firstAsked", o.passage.match[o.first] >= 0)
	d.nestFeatures(r, g)
	all := float64(len(g.found))
	for k := range kinds {
		r.put("kind:"+kindNames[k], float64(g.kinds[k])/all)
	}
	for t := names.Person; t <= names.Misc; t++ {
		r.put("name:"+t.String(), float64(g.types[t])/all)
	}
}

// placeFeatures tell how the words around the candidate fit the question.
func (d *desk) placeFeatures(r *row, g *group) {
	var bestHere, bestAround, bestFocus, bestNear, bestAligned, bestScore, bestSide, bestVerb, bestClause float64
	rank, first, fresh, cover := math.Inf(1), math.Inf(1), math.Inf(1), 0.0
	union := make([]bool, len(d.terms))
	for i := range g.found {
		o := &g.found[i]
		p := o.passage
		near, aligned := d.nearness(o)
		side, verb, clause := d.sides(o)
		bestHere, bestAround, bestFocus = max(bestHere, p.here), max(bestAround, p.around), max(bestFocus, p.focus)
		bestNear, bestAligned, bestScore = max(bestNear, near), max(bestAligned, aligned), max(bestScore, float64(p.Score))
		bestSide, bestVerb, bestClause = max(bestSide, side), max(bestVerb, verb), max(bestClause, clause)
		cover = max(cover, p.source.cover)
		if !math.IsNaN(p.source.age) {
			fresh = min(fresh, math.Abs(p.source.age))
		}
		for t, m := range p.matched {
			union[t] = union[t] || m
		}
		rank, first = min(rank, float64(p.rank)), min(first, float64(p.Sentence))
	}
	r.put("here", bestHere)
	r.put("around", bestAround)
	r.put("focus", bestFocus)
	r.put("near", bestNear)
	r.put("aligned", bestAligned)
	r.put("score", bestScore)
	r.put("side", bestSide)
	r.put("verb", bestVerb)
	r.put("clause", bestClause)
	whole, asking := d.share(union)
	r.put("union", whole)
	r.put("unionFocus", asking)
	r.put("maxCover", cover)
	r.put("freshest", min(fresh, 5000))
	r.put("rank", rank)
	r.put("position", min(first, 100))
	o := &g.found[g.best]
	s := o.passage.source
	r.put("cover", s.cover)
	r.put("titleCover", s.titleAt)
	r.put("docRank", float64(s.rank))
	age := s.age
	if math.IsNaN(age) {
		age = 1e4
	}
	r.put("age", max(-100, min(age, 5000)))
	r.put("sentence", float64(len(o.passage.words)))
	r.flag("starts", o.first == 0)
	before, after := phrase.Mark, phrase.Mark
	if o.first > 0 {
		before = o.passage.words[o.first-1].Tag
	}
	if o.last+1 < len(o.passage.words) {
		after = o.passage.words[o.last+1].Tag
	}
	r.put("tagBefore", float64(before))
	r.put("tagAfter", float64(after))
}

// sides tells how much of the question next to its gap stands on the same
// side of the candidate; whether its verb does; and how much of the question
// the candidate's clause has.
func (d *desk) sides(o *occurrence) (side, verb, clause float64) {
	from, to := clauseAround(o)
	seen := make([]bool, len(d.terms))
	for i := from; i < to; i++ {
		t := o.passage.match[i]
		if t < 0 || i >= o.first && i <= o.last || seen[t] {
			continue
		}
		seen[t] = true
		w := d.terms[t].weight
		clause += w
		off := d.terms[t].Offset
		if off == 0 || (off < 0) != (i < o.first) {
			continue
		}
		side += w
		if d.terms[t].Verb && abs(off) <= 3 {
			verb = max(verb, math.Exp(-float64(min(abs(i-o.first), abs(i-o.last)))/4))
		}
	}
	return side / max(d.total, 1e-9), verb, clause / max(d.total, 1e-9)
}

// clauseAround is the run of words around a candidate without a comma,
// semicolon, dash or quotation mark.
func clauseAround(o *occurrence) (from, to int) {
	w := o.passage.words
	from, to = o.first, o.last+1
	for from > 0 && !breaks(w[from-1]) {
		from--
	}
	for to < len(w) && !breaks(w[to]) {
		to++
	}
	return from, to
}

func breaks(w phrase.Word) bool {
	return w.Tag == phrase.Mark && strings.Contains(", ; : - -- \" ( )", w.Lower)
}

// crowdFeatures tell how many places and documents agree.
func (d *desk) crowdFeatures(r *row, g *group) {
	var docScore, titles, fresh, top10 float64
	seen := map[int32]bool{}
	for i := range g.found {
		p := g.found[i].passage
		if p.rank < 10 {
			top10++
		}
		if seen[p.Doc] {
			continue
		}
		seen[p.Doc] = true
		docScore += p.source.score
		if strings.Contains(p.source.keys, " "+g.key+" ") {
			titles++
		}
		if math.Abs(p.source.age) <= 10 {
			fresh++
		}
	}
	r.put("sum", g.sum)
	r.put("sources", float64(g.sources))
	r.put("places", float64(len(g.found)))
	r.put("top10", top10)
	r.put("docScore", docScore)
	r.put("inTitles", titles)
	r.put("fresh", fresh)
	r.put("freshPart", fresh/max(1, float64(g.sources)))
	r.put("salience", d.salience(g))
	r.put("known", d.known())
	r.put("documents", math.Log1p(float64(len(d.order))))
	r.put("density", docScore/max(1, float64(len(d.order))))
	r.put("newer", d.newer(g))
}

// newer counts the documents found that are newer than all that have a
// candidate, and speak of the question about as much.
func (d *desk) newer(g *group) float64 {
	newest, cover := time.Time{}, 0.0
	for i := range g.found {
		s := g.found[i].passage.source
		if s.doc.Article.Date.After(newest) {
			newest = s.doc.Article.Date
		}
		cover = max(cover, s.cover)
	}
	n := 0
	for _, id := range d.order {
		if s := d.docs[id]; s.doc.Article.Date.After(newest) && s.cover >= asMuch*cover {
			n++
		}
	}
	return float64(min(n, 10))
}

// asMuch is the share of the cover of one document from which on another speaks
// about as much of the question.
const asMuch = 0.8

// relate adds features that compare a candidate with the others.
func (d *desk) relate(list *[]string) {
	compared := []struct {
		name string
		of   func(*group) float64
	}{
		{"sum", func(g *group) float64 { return g.sum }},
		{"sources", func(g *group) float64 { return float64(g.sources) }},
		{"quick", func(g *group) float64 { return g.found[g.best].quick }},
		{"salience", d.salience},
		{"described", func(g *group) float64 { return g.described }},
		{"fit", func(g *group) float64 { return g.sum * g.fit }},
	}
	for _, c := range compared {
		top := 0.0
		for _, g := range d.groups {
			top = max(top, c.of(g))
		}
		for _, g := range d.groups {
			r := row{values: g.vector, names: list}
			r.put("of best "+c.name, c.of(g)/max(top, 1e-9))
			g.vector = r.values
		}
	}
}

// known is the share of the question that the passages found speak of.
func (d *desk) known() float64 {
	if d.spoken < 0 {
		seen := make([]bool, len(d.terms))
		for _, s := range d.docs {
			for i, m := range s.matched {
				seen[i] = seen[i] || m
			}
		}
		d.spoken, _ = d.share(seen)
	}
	return d.spoken
}
