package read

import (
	"cmp"
	"math"
	"slices"

	"dateline/kb/entity"
	"dateline/kb/query"
)

const maxCandidates = 10

// maxRanked is how many candidates the sieve leaves to be ranked.
const maxRanked = 40

// Ranked is a candidate by its number, with its score.
type Ranked struct {
	Index int
	Score float64
}

// Rank returns the best candidates of a question, best first. A small model
// chooses those that a larger one, learnt from such alone, puts in order.
func (m *Model) Rank(vectors [][]float32) []Ranked {
	list := make([]Ranked, len(vectors))
	for i := range list {
		list[i].Index = i
	}
	list = m.Sieve.sort(list, vectors)
	return m.Trees.sort(list[:min(len(list), maxRanked)], vectors)
}

// Prior is the score of a candidate by the network alone, which the trees
// correct: the logarithm of its odds against there being no answer.
func Prior(v []float32) float64 {
	at := priors()
	return math.Log(float64(v[at[0]])+leastSpan) + float64(v[at[1]])
}

// leastSpan stands for the probability of what the network has not read.
const leastSpan = 0.003

var priors = featuresOf("spanSum", "netTold")

func (f Forest) sort(list []Ranked, vectors [][]float32) []Ranked {
	for i := range list {
		v := vectors[list[i].Index]
		list[i].Score = Prior(v) + f.Score(v)
	}
	slices.SortStableFunc(list, func(a, b Ranked) int { return cmp.Compare(b.Score, a.Score) })
	return list
}

// result ranks the groups and turns the best into candidates.
func (d *desk) result() Result {
	if d.q.Kind == query.YesNo {
		return d.polar()
	}
	m := d.r.model
	vectors := make([][]float32, len(d.groups))
	for i, g := range d.groups {
		vectors[i] = g.vector
	}
	var ranked []Example
	for _, r := range m.Rank(vectors) {
		g := d.groups[r.Index]
		g.score = r.Score
		ranked = append(ranked, Example{d.candidate(g), g.vector})
	}
	signs := Signs(ranked)
	res := Result{Passages: d.top(5), Told: m.Told(signs), Answerable: m.Confidence(Evidence(ranked, m.Right(signs)))}
	rest := 1 - res.Answerable
	for i := range ranked[:min(len(ranked), maxCandidates)] {
		c := ranked[i].Candidate
		c.Confidence = rest
		if i == 0 {
			c.Confidence = res.Answerable
		}
		rest = min(rest, c.Confidence) / 2
		res.Candidates = append(res.Candidates, c)
	}
	return res
}

// polar answers whether something is so by what the network takes for the place
// that tells it.
func (d *desk) polar() Result {
	g := d.likeliest()
	if g == nil {
		return Result{Passages: d.top(5)}
	}
	c := d.candidate(g)
	r := Result{Passages: d.top(5)}
	r.Whether, r.Affirms = d.r.model.Polar(g.vector)
	c.Confidence = r.Whether * max(r.Affirms, 1-r.Affirms)
	r.Candidates = []Candidate{c}
	return r
}

// likeliest is the candidate that the network holds likeliest; nil for none.
func (d *desk) likeliest() *group {
	var best *group
	top := 0.0
	for _, g := range d.groups {
		if _, sum, _ := d.support(g); sum.Exact > top {
			best, top = g, sum.Exact
		}
	}
	return best
}

func (d *desk) candidate(g *group) Candidate {
	o := &g.found[g.best]
	s := o.passage.source.doc.Sentences[o.passage.Sentence]
	return Candidate{
		Text: g.found[g.full].text(), Doc: o.passage.Doc, Start: o.start, End: o.end,
		SentStart: s.Start, SentEnd: s.End, Sentence: o.passage.Sentence,
		Type: g.typeName(), Score: g.score, Sources: g.sources, Entity: g.entity,
	}
}

func (g *group) typeName() string {
	o := &g.found[g.best]
	if o.kind != kindName {
		return kindNames[o.kind]
	}
	return [...]string{"person", "place", "organisation", "name"}[o.name]
}

// entityAt is the entity that a candidate names.
func (d *desk) entityAt(o *occurrence) entity.ID {
	if d.r.dir == nil {
		return entity.None
	}
	for _, l := range d.r.dir.In(o.passage.Doc, o.start, o.end) {
		if int(l.Start) == o.start && int(l.End) == o.end {
			return l.ID
		}
	}
	return entity.None
}
