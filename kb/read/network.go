package read

import (
	"dateline/kb/index"
	"dateline/kb/phrase"
	"dateline/kb/reader"
)

// proposals bounds the spans of the network that become candidates, by number
// and by probability.
const (
	maxProposals  = 12
	leastProposal = 0.01
)

// consult lets the network read the window, and takes its best spans for
// candidates beside those that are found by form.
func (d *desk) consult() {
	sentences, ids := d.window()
	if len(sentences) == 0 || d.r.network == nil {
		return
	}
	e := d.r.Encode(d.q, sentences)
	d.seen = d.r.network.Read(e)
	d.place = map[[2]int32]int{}
	d.windowAt = make([][2]int32, len(sentences))
	for i, s := range sentences {
		at := [2]int32{ids[i], d.sentenceHolding(ids[i], s.Start)}
		d.place[at], d.windowAt[i] = i, at
	}
}

// widen takes the sentences that the network has read for passages as well.
func (d *desk) widen() {
	for _, p := range d.passages {
		d.placed[[2]int32{p.Doc, p.Sentence}] = true
	}
	found := len(d.passages)
	for _, at := range d.windowAt {
		if !d.placed[at] {
			d.placed[at] = true
			d.passages = append(d.passages, passage{Hit: index.Hit{Doc: at[0], Sentence: at[1]}, rank: len(d.passages)})
		}
	}
	for i := found; i < len(d.passages); i++ {
		d.open(&d.passages[i])
	}
}

// propose adds the likeliest spans to the candidates.
func (d *desk) propose() {
	for i, s := range d.seen.Spans {
		if i == maxProposals || s.P < leastProposal {
			break
		}
		at := d.windowAt[s.Sentence]
		f := d.finders[at]
		if f == nil {
			continue
		}
		if first, last, ok := f.wordsIn(s.Start, s.End); ok {
			f.addBytes(first, last, s.Start, s.End, occurrence{kind: f.spanKind(first, last, s)})
		}
	}
}

// spanKind is what kind of candidate a span of the network is: an amount where
// it is one, otherwise just a span.
func (f *finder) spanKind(first, last int, s reader.Span) kind {
	w := f.p.words
	if w[first].Start != s.Start {
		return kindSpan
	}
	if k := f.kindOf(first, last); k != kindNoun && k != kindProper && w[first].Tag != phrase.Determiner {
		return k
	}
	return kindSpan
}

// support adds up what the network holds of a group's places.
func (d *desk) support(g *group) (best, sum reader.Support, rank float64) {
	rank = maxProposals
	for i := range g.found {
		o := &g.found[i]
		n, ok := d.place[[2]int32{o.passage.Doc, o.passage.Sentence}]
		if !ok {
			continue
		}
		s := d.seen.Support(n, o.start, o.end)
		best.Exact, best.Near = max(best.Exact, s.Exact), max(best.Near, s.Near)
		best.Within, best.Sentence = max(best.Within, s.Within), max(best.Sentence, s.Sentence)
		sum.Exact, sum.Near, sum.Within = sum.Exact+s.Exact, sum.Near+s.Near, sum.Within+s.Within
		for k, x := range d.seen.Spans[:min(len(d.seen.Spans), maxProposals)] {
			if x.Sentence == n && x.Start < o.end && x.End > o.start {
				rank = min(rank, float64(k))
				break
			}
		}
	}
	return best, sum, rank
}

// networkFeatures tell what the network holds of the candidate.
func (d *desk) networkFeatures(r *row, g *group) {
	best, sum, rank := d.support(g)
	r.put("span", best.Exact)
	r.put("spanNear", best.Near)
	r.put("spanWithin", best.Within)
	r.put("spanSentence", best.Sentence)
	r.put("spanSum", sum.Exact)
	r.put("spanNearSum", sum.Near)
	r.put("spanRank", rank)
	first := 0.0
	if len(d.seen.Spans) > 0 {
		first = d.seen.Spans[0].P
	}
	r.put("spanFirst", first)
	r.put("netTold", d.seen.Told)
	r.put("netYes", d.seen.Yes)
}
