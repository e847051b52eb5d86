package read

import (
	"math"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/names"
)

// group is one answer with all places where it was found.
type group struct {
	key    string
	found  []occurrence
	best   int // of found: where the answer is shown
	full   int // of found: where its fullest form stands
	also   []string
	entity entity.ID
	kinds  [kinds]int
	types  [4]int // names by type
	// What the places add up to.
	sum       float64
	sources   int
	fit       float64 // how well its type fits what is expected, as far as a rule can tell
	described float64 // how much the articles describe it with the class asked for
	vector    []float32
	score     float64
}

// maxGroups bounds how many answers are ranked.
const maxGroups = 160

// merge joins the forms of one name, takes stock of each group, and keeps the
// most promising.
func (d *desk) merge() {
	d.admit()
	d.joinSurnames()
	for _, g := range d.groups {
		d.stock(g)
		g.fit = d.typeFit(g, d.q.Expect)
		g.score = g.sum * (0.3 + g.fit)
	}
	sortGroups(d.groups)
	d.groups = d.groups[:min(len(d.groups), maxGroups)]
}

// joinSurnames joins a person's last or first name, alone, to the fullest
// form found that has it, and the short name of an organisation likewise
// ("Bucks" to "Milwaukee Bucks").
func (d *desk) joinSurnames() {
	full := map[string]*group{}
	for _, g := range d.groups {
		t, ok := g.nameType()
		if !ok || t != names.Person && t != names.Organisation || !strings.Contains(g.key, " ") {
			continue
		}
		last := g.key[strings.LastIndexByte(g.key, ' ')+1:]
		if old := full[last]; old == nil || len(old.found) < len(g.found) {
			full[last] = g
		}
	}
	kept := d.groups[:0]
	for _, g := range d.groups {
		if f := full[g.key]; f != nil && g.alias(f) {
			f.found = append(f.found, g.found...)
			f.also = append(f.also, g.key)
			continue
		}
		kept = append(kept, g)
	}
	d.groups = kept
}

// nameType is the type that most of a group's names have.
func (g *group) nameType() (names.Type, bool) {
	var n [4]int
	best := names.Person
	for _, o := range g.found {
		if o.kind == kindName {
			n[o.name]++
			if n[o.name] > n[best] {
				best = o.name
			}
		}
	}
	return best, n[best] > 0
}

// alias reports whether g may be a short form of f.
func (g *group) alias(f *group) bool {
	whole, _ := f.nameType()
	short, ok := g.nameType()
	if !ok {
		return whole == names.Person && g.found[0].kind == kindProper
	}
	return short == whole || whole == names.Person && short != names.Place
}

// stock counts what a group's places are and chooses the best of them.
func (d *desk) stock(g *group) {
	docs := map[int32]float64{}
	for i := range g.found {
		o := &g.found[i]
		g.kinds[o.kind]++
		if o.kind == kindName {
			g.types[o.name]++
		}
		o.quick = d.quick(o)
		docs[o.passage.Doc] = max(docs[o.passage.Doc], o.quick)
		if o.quick > g.found[g.best].quick {
			g.best = i
		}
		if d.fuller(g, i) {
			g.full = i
		}
	}
	for _, q := range sortedValues(docs) {
		g.sum += q
	}
	g.sources = len(docs)
	g.entity = d.entityAt(&g.found[g.best])
}

// fuller reports whether place i has a better form of the answer than the
// best so far: that of the key rather than a part of it, then the place that
// fits best.
func (d *desk) fuller(g *group, i int) bool {
	a, b := g.found[i], g.found[g.full]
	if quoteA, quoteB := opens(a.text()), opens(b.text()); quoteA != quoteB {
		return quoteB
	}
	if len(g.also) > 0 {
		fullA, fullB := key(a.text()) == g.key, key(b.text()) == g.key
		if fullA != fullB {
			return fullA
		}
	}
	return a.quick > b.quick
}

// opens reports whether a text begins with a quotation mark that it does not close.
func opens(s string) bool {
	return strings.HasPrefix(s, "“") && !strings.Contains(s, "”") || strings.HasPrefix(s, "\"") && strings.Count(s, "\"") == 1
}

func (o *occurrence) text() string { return o.passage.source.doc.Article.Text[o.start:o.end] }

// quick guesses how good a place is before the model is asked: the share of
// the question in its sentence, and how near.
func (d *desk) quick(o *occurrence) float64 {
	near, _ := d.nearness(o)
	return (o.passage.here + 0.5*o.passage.around + near) * (0.5 + 0.5*o.passage.source.cover)
}

// nearness is the share of the question that stands near a candidate, each
// word by how near; and the same with order told: words on the side on which
// the question has them, at the distance it has them.
func (d *desk) nearness(o *occurrence) (near, aligned float64) {
	gap := make([]int, len(d.terms))
	for i, t := range o.passage.match {
		if t < 0 || i >= o.first && i <= o.last {
			continue
		}
		g := i - o.last
		if i < o.first {
			g = i - o.first
		}
		if gap[t] == 0 || abs(g) < abs(gap[t]) {
			gap[t] = g
		}
	}
	for t, g := range gap {
		if g == 0 {
			continue
		}
		near += d.terms[t].weight * math.Exp(-float64(abs(g))/8)
		if d.terms[t].Focus && d.terms[t].Offset != 0 {
			aligned += d.terms[t].weight * math.Exp(-float64(abs(g-d.terms[t].Offset))/5)
		}
	}
	return near / max(d.total, 1e-9), aligned / max(d.total, 1e-9)
}

func abs(n int) int { return max(n, -n) }

// sortedValues are the values of m, greatest first, so that sums do not
// depend on the order of the map.
func sortedValues(m map[int32]float64) []float64 {
	out := make([]float64, 0, len(m))
	for _, v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}
