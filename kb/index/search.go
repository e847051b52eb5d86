package index

import (
	"cmp"
	"context"
	"math"
	"slices"
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
	s.scoreUnits(x, q)
	s.selectUnits(x.model.pool + q.K/4)
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
	terms    []weighted
	units    []float32 // score of each unit, all segments after one another
	chosen   []scored  // the units whose sentences are scored
	slot     []int32   // of each unit: where its sentences begin in sentences, -1 if not chosen
	scores   []float32 // of the sentences of the chosen units, one more on either side of each
	hits     []Hit
	segments []int // the first unit of each segment
}

// weighted is a term of the query and how much it counts.
type weighted struct {
	Term
	weight float32
}

// scored is a unit with its score.
type scored struct {
	segment, unit int32
	score         float32
}

func (x *Index) searcher() *searcher {
	if s, ok := x.pool.Get().(*searcher); ok {
		return s
	}
	return &searcher{}
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
	s.segments = s.segments[:0]
	n := 0
	for _, g := range x.segments {
		s.segments = append(s.segments, n)
		n += len(g.table)
	}
	s.units = append(s.units[:0], make([]float32, n)...)
	return len(s.terms) > 0
}

// scoreUnits adds up the impacts of the terms, term at a time, then the
// recency.
func (s *searcher) scoreUnits(x *Index, q Query) {
	s.chosen = s.chosen[:0]
	window := newWindow(q)
	for i, g := range x.segments {
		acc := s.units[s.segments[i]:][:len(g.table)]
		for _, t := range s.terms {
			from, to := g.find(t.Term)
			w := t.weight / 255
			impacts := g.impacts[from:to]
			for j, u := range g.units[from:to] {
				acc[u] += w * float32(impacts[j])
			}
		}
		for u, score := range acc {
			if score == 0 {
				continue
			}
			day := x.docs[g.table[u].doc].day
			if !window.holds(day) {
				continue
			}
			s.chosen = append(s.chosen, scored{int32(i), int32(u), score + x.model.recency(window.asked, day)})
		}
	}
}

// selectUnits keeps the best n units.
func (s *searcher) selectUnits(n int) {
	slices.SortFunc(s.chosen, func(a, b scored) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.segment, b.segment), cmp.Compare(a.unit, b.unit))
	})
	s.chosen = s.chosen[:min(n, len(s.chosen))]
}

// scoreSentences scores the sentences of the chosen units. A term counts for
// the sentence that holds it and, less, for those beside it that do not.
func (s *searcher) scoreSentences(x *Index) {
	s.slot = append(s.slot[:0], make([]int32, len(s.units))...)
	size := int32(1)
	for _, c := range s.chosen {
		s.slot[s.segments[c.segment]+int(c.unit)] = size + 1
		size += x.segments[c.segment].table[c.unit].sentences + 2
	}
	s.scores = append(s.scores[:0], make([]float32, size+1)...)
	for i, g := range x.segments {
		slot := s.slot[s.segments[i]:][:len(g.table)]
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

// collect returns the best sentences.
func (s *searcher) collect(x *Index, q Query, dst []Hit) []Hit {
	s.hits = s.hits[:0]
	for _, c := range s.chosen {
		u := x.segments[c.segment].table[c.unit]
		at := s.slot[s.segments[c.segment]+int(c.unit)]
		for i, score := range s.scores[at:][:u.sentences] {
			score += x.model.document * c.score
			s.hits = append(s.hits, Hit{u.doc, u.first + int32(i), score})
		}
	}
	slices.SortFunc(s.hits, better)
	per := make(map[int32]int)
	n := 0
	for _, h := range s.hits {
		if n == q.K {
			break
		}
		if per[h.Doc]++; q.PerDoc > 0 && per[h.Doc] > q.PerDoc {
			continue
		}
		dst = append(dst, h)
		n++
	}
	return dst
}

func better(a, b Hit) int {
	return cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Sentence, b.Sentence))
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
