package read

import (
	"slices"

	"dateline/kb/phrase"
)

// predicate is what a question says beside names: its verbs and nouns, each
// with the words that tell the same.
type predicate struct {
	terms  []int // of the question
	same   []map[string]bool
	weight float64
}

// findPredicate gathers the words of the question that the answer's sentence
// should tell in some form.
func (d *desk) findPredicate() {
	p := predicate{}
	for i, t := range d.terms {
		if t.Name || !t.Focus || t.Class && d.q.Unit == "" || t.Weight < 0.5 {
			continue
		}
		same := map[string]bool{t.Stem: true}
		if d.r.related != nil {
			for _, w := range d.r.related(t.Word) {
				for _, s := range Stems(w) {
					same[s] = true
				}
			}
		}
		p.terms, p.same, p.weight = append(p.terms, i), append(p.same, same), p.weight+t.weight
	}
	d.predicate = p
}

// told is the share of the predicate that words have.
func (d *desk) told(words []phrase.Word) []bool {
	have := make([]bool, len(d.predicate.terms))
	for _, w := range words {
		for _, s := range w.Stems {
			for k, same := range d.predicate.same {
				have[k] = have[k] || same[s]
			}
		}
	}
	return have
}

func (d *desk) toldShare(have []bool) float64 {
	if d.predicate.weight == 0 {
		return 1
	}
	sum := 0.0
	for k, h := range have {
		if h {
			sum += d.terms[d.predicate.terms[k]].weight
		}
	}
	return sum / d.predicate.weight
}

// namesShare is the share of the question's name words among those matched.
func (d *desk) namesShare(matched []bool) float64 {
	all, sum := 0.0, 0.0
	for i, t := range d.terms {
		if t.Name {
			all += t.weight
			if matched[i] {
				sum += t.weight
			}
		}
	}
	if all == 0 {
		return 1
	}
	return sum / all
}

// saidFeatures tell whether what is asked about is told where the candidate
// stands: the predicate, in any of its forms, and the names.
func (d *desk) saidFeatures(r *row, g *group) {
	o := &g.found[g.best]
	p := o.passage
	words := p.words
	here := d.told(words)
	near := d.told(words[max(0, o.first-10):min(len(words), o.last+11)])
	around := slices.Clone(here)
	aroundNames := slices.Clone(p.matched)
	if len(p.source.doc.Sentences) > 0 {
		for _, n := range []int32{p.Sentence - 1, p.Sentence + 1} {
			if n < 0 || int(n) >= len(p.source.doc.Sentences) {
				continue
			}
			beside := d.sentence(p.Doc, n)
			for k, h := range d.told(beside) {
				around[k] = around[k] || h
			}
			d.matches(beside, aroundNames)
		}
	}
	r.put("told", d.toldShare(here))
	r.put("toldNear", d.toldShare(near))
	r.put("toldAround", d.toldShare(around))
	r.put("predicates", float64(len(here)))
	r.put("namesHere", d.namesShare(p.matched))
	r.put("namesAround", d.namesShare(aroundNames))
	r.put("namesTold", d.namesShare(p.source.matched))
	negated, planned := marks(words, o.first, o.last)
	r.put("negated here", negated)
	r.put("planned here", planned)
	before, after := d.nameSides(o)
	r.put("nameBefore", before)
	r.put("nameAfter", after)
}

// marks tell how near words stand that deny what is said or say that it is
// not done yet.
func marks(words []phrase.Word, first, last int) (negated, planned float64) {
	for i, w := range words {
		gap := 0
		if i < first {
			gap = first - i
		} else if i > last {
			gap = i - last
		}
		near := 1 / float64(1+gap)
		if negations[w.Lower] {
			negated = max(negated, near)
		}
		if plans[w.Lower] {
			planned = max(planned, near)
		}
	}
	return negated, planned
}

var (
	negations = wordSet(`not no never n't none nobody nothing neither nor without denied denies deny failed fails refused
		declined cannot didn't doesn't isn't wasn't weren't won't couldn't hasn't hadn't haven't don't`)
	plans = wordSet(`will would could may might plan plans planned planning expected expects set scheduled due hopes
		wants proposed propose proposes if alleged allegedly accused suspected feared fears threatened threatens intends
		likely considering attempted tried`)
)

// nameSides tell how near a name of the question stands before and after the
// candidate.
func (d *desk) nameSides(o *occurrence) (before, after float64) {
	for i, t := range o.passage.match {
		if t < 0 || !d.terms[t].Name {
			continue
		}
		switch {
		case i < o.first:
			before = max(before, 1/float64(o.first-i))
		case i > o.last:
			after = max(after, 1/float64(i-o.last))
		}
	}
	return before, after
}
