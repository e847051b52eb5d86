package index

import (
	"context"
	"math"
	"time"
)

// Query is what is looked for.
type Query struct {
	Terms []Term
	// Asked is the day of the question: documents of the days before it weigh
	// more. Zero leaves that out.
	Asked time.Time
	// From and To, where not zero, are the first and the last day of the
	// documents to look in. Those without a date are then left out.
	From, To time.Time
	K        int // the most hits wanted
	PerDoc   int // the most hits of one document; 0 for no limit
}

// Hit is a sentence found. Doc is the number of the document in the order of
// adding, Sentence an index of its Sentences.
type Hit struct {
	Doc, Sentence int32
	Score         float32
}

// DocHit is a document found.
type DocHit struct {
	Doc   int32
	Score float32
}

// Search appends the best sentences for q to dst, best first. The order is the
// same every time: what scores the same comes in order of number. It returns
// early, with what it has, only when ctx ends.
func (x *Index) Search(ctx context.Context, q Query, dst []Hit) []Hit {
	s := x.searcher()
	defer x.pool.Put(s)
	if q.K <= 0 || !s.prepare(x, q) || ctx.Err() != nil {
		return dst
	}
	s.scoreUnits(x)
	s.chooseUnits(x, q, x.model.pool+q.K/4)
	s.scoreSentences(x)
	return s.collect(x, q, dst)
}

// Documents appends the best n documents for q to dst, best first; q.K is not
// used.
func (x *Index) Documents(ctx context.Context, q Query, n int, dst []DocHit) []DocHit {
	q.K, q.PerDoc = n, 1
	for _, h := range x.Search(ctx, q, nil) {
		dst = append(dst, DocHit{h.Doc, h.Score})
	}
	return dst
}

// searcher holds the accumulators of one search.
type searcher struct {
	terms  []weighted
	units  []float32   // score of each unit, all segments after one another
	chosen top[scored] // the units whose sentences are scored
	slot   []int32     // of each unit: where its sentences begin in scores; 0 if not chosen
	scores []float32   // of the sentences of the chosen units, one more on either side of each
	best   top[Hit]
	perDoc map[int32]int
}

func newSearcher() *searcher {
	return &searcher{
		chosen: top[scored]{better: func(a, b *scored) bool {
			return a.score > b.score || a.score == b.score && a.number < b.number
		}},
		best: top[Hit]{better: func(a, b *Hit) bool {
			return a.Score > b.Score || a.Score == b.Score && (a.Doc < b.Doc || a.Doc == b.Doc && a.Sentence < b.Sentence)
		}},
		perDoc: make(map[int32]int),
	}
}

// weighted is a term of the query and how much it counts.
type weighted struct {
	Term
	weight float32
}

// scored is a unit with its score.
type scored struct {
	unit
	number int32 // among the units of all segments
	score  float32
}

func (x *Index) searcher() *searcher {
	if s, ok := x.pool.Get().(*searcher); ok {
		return s
	}
	return newSearcher()
}

// prepare weighs the terms; the weights add up to 1. It reports whether
// there is anything to look for.
func (s *searcher) prepare(x *Index, q Query) bool {
	s.terms = s.terms[:0]
	var sum float64
	for _, t := range q.Terms {
		w := float64(t.Weight) * x.IDF(t)
		if w > 0 && !math.IsInf(w, 0) {
			s.terms = append(s.terms, weighted{t, float32(w)})
			sum += w
		}
	}
	for i := range s.terms {
		s.terms[i].weight /= float32(sum)
	}
	s.units = append(s.units[:0], make([]float32, x.units)...)
	return len(s.terms) > 0
}

// scoreUnits adds up the impacts of the terms, term at a time.
func (s *searcher) scoreUnits(x *Index) {
	base := 0
	for _, g := range x.segments {
		acc := s.units[base:][:len(g.table)]
		base += len(g.table)
		for _, t := range s.terms {
			from, to := g.find(t.Term)
			w := t.weight / 255
			impacts := g.impacts[from:to]
			for i, u := range g.units[from:to] {
				acc[u] += w * float32(impacts[i])
			}
		}
	}
}

// chooseUnits keeps the best n units within the days of the query.
func (s *searcher) chooseUnits(x *Index, q Query, n int) {
	s.chosen.reset(n)
	window := newWindow(q)
	number := int32(-1)
	for _, g := range x.segments {
		for _, u := range g.table {
			number++
			score := s.units[number]
			if score == 0 || s.chosen.full() && score+x.model.fresh < s.chosen.items[0].score {
				continue
			}
			if day := x.docs[u.doc].day; window.holds(day) {
				s.chosen.offer(scored{u, number, score + x.model.recency(window.asked, day)})
			}
		}
	}
}

// scoreSentences scores the sentences of the chosen units. A term counts for
// the sentence that holds it and, less, for those beside it that do not.
func (s *searcher) scoreSentences(x *Index) {
	s.slot = append(s.slot[:0], make([]int32, len(s.units))...)
	size := int32(1)
	for i := range s.chosen.items {
		c := &s.chosen.items[i]
		s.slot[c.number] = size + 1
		size += c.sentences + 2
	}
	s.scores = append(s.scores[:0], make([]float32, size+1)...)
	base := 0
	for _, g := range x.segments {
		slot := s.slot[base:][:len(g.table)]
		base += len(g.table)
		for _, t := range s.terms {
			from, to := g.find(t.Term)
			for j, u := range g.units[from:to] {
				if slot[u] == 0 {
					continue
				}
				p := from + uint32(j)
				a, b := g.at[p], g.at[p+1]
				spread(s.scores[slot[u]-1:], g.sentences[a:b], g.weights[a:b], t.weight/255, x.model.near)
			}
		}
	}
}

// spread adds one term's impacts to the scores, in which sentence i stands at
// i+1.
func spread(scores []float32, sentences []uint16, weights []uint8, w, near float32) {
	last := -2 // the last sentence with a share of the term
	for i, n := range sentences {
		at := int(n) + 1
		score := w * float32(weights[i])
		if last < at-1 {
			scores[at-1] += near * score
		}
		scores[at] += score
		last = at
		if i+1 == len(sentences) || int(sentences[i+1]) > int(n)+1 {
			scores[at+1] += near * score
			last = at + 1
		}
	}
}

// collect appends the best sentences to dst.
func (s *searcher) collect(x *Index, q Query, dst []Hit) []Hit {
	kept := len(dst)
	for n := q.K; ; n *= 4 {
		s.rank(x, n)
		clear(s.perDoc)
		dst = dst[:kept]
		for _, h := range s.best.sort() {
			s.perDoc[h.Doc]++
			if len(dst)-kept < q.K && (q.PerDoc <= 0 || s.perDoc[h.Doc] <= q.PerDoc) {
				dst = append(dst, h)
			}
		}
		if len(dst)-kept == q.K || !s.best.full() {
			return dst
		}
	}
}

// rank finds the best n sentences of the chosen units.
func (s *searcher) rank(x *Index, n int) {
	s.best.reset(n)
	for i := range s.chosen.items {
		c := &s.chosen.items[i]
		document := x.model.document * c.score
		for j, score := range s.scores[s.slot[c.number]:][:c.sentences] {
			h := Hit{c.doc, c.first + int32(j), document + score}
			if !s.best.full() || h.Score >= s.best.items[0].Score {
				s.best.offer(h)
			}
		}
	}
}

// window is the days of a query.
type window struct {
	asked, from, to int32
	bounded         bool
}

func newWindow(q Query) window {
	w := window{asked: day(q.Asked), from: noDay, to: math.MaxInt32}
	if !q.From.IsZero() {
		w.from, w.bounded = day(q.From), true
	}
	if !q.To.IsZero() {
		w.to, w.bounded = day(q.To), true
	}
	return w
}

func (w window) holds(day int32) bool {
	return !w.bounded || day != noDay && w.from <= day && day <= w.to
}

// recency is what the age of a document adds to its score.
func (m *model) recency(asked, day int32) float32 {
	if asked == noDay || day == noDay {
		return 0
	}
	age := math.Abs(float64(asked) - float64(day))
	return m.fresh * float32(m.halfLife/(m.halfLife+age))
}
