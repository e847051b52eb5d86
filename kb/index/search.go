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
	K        int // the most hits wanted, up to a million
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

// maxHits is the most hits that a search gives.
const maxHits = 1 << 20

// Search appends the best sentences for q to dst, best first. Of sentences
// that have the same words only the best comes. The order is the same every
// time: what scores the same comes in order of number. It returns early, with
// what it has, only when ctx ends.
func (x *Index) Search(ctx context.Context, q Query, dst []Hit) []Hit {
	s := x.searcher()
	defer x.pool.Put(s)
	q.K = min(q.K, maxHits)
	if q.K <= 0 || !s.prepare(x, q) || ctx.Err() != nil {
		return dst
	}
	s.scoreDocuments(x, day(q.Asked))
	kept := len(dst)
	for n := x.model.pool + q.K/cmp.Or(max(q.PerDoc, 0), 4); ; n *= 4 {
		s.choose(x, q, n)
		s.scoreSentences(x)
		dst = s.collect(x, q, dst[:kept])
		if len(dst)-kept == q.K || len(s.chosen) < n || ctx.Err() != nil {
			return dst
		}
	}
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
	ranges []postings
	asked  int32     // the day that recent is for
	recent []float32 // what each document gains by being recent; nil at first
	gains  []float32 // recent, or zeros for a question without a day
	docs   []float32 // score of each document
	chosen []scored  // the documents whose sentences are scored, in order of number
	scores []float32 // of the sentences of the chosen documents, one more on either side of each
	best   top
	perDoc map[int32]int
	prints map[uint32]bool
}

// weighted is a term of the query: how much it counts and its postings.
type weighted struct {
	weight float32
	ranges int // where its postings in each segment stand in ranges
}

// postings is the postings [from, to) of a segment.
type postings struct{ from, to uint32 }

// scored is a document with its score and where its sentences begin in scores.
type scored struct {
	doc       int32
	score     float32
	slot      int32
	sentences int32
}

func (x *Index) searcher() *searcher {
	if s, ok := x.pool.Get().(*searcher); ok {
		return s
	}
	return &searcher{perDoc: make(map[int32]int), prints: make(map[uint32]bool)}
}

// prepare weighs the terms and finds their postings. The weights add up to 1.
// It reports whether there is anything to look for.
func (s *searcher) prepare(x *Index, q Query) bool {
	s.terms, s.ranges = s.terms[:0], s.ranges[:0]
	var sum float64
	for _, t := range q.Terms {
		at, df := len(s.ranges), 0
		for _, g := range x.segments {
			from, to := g.find(t)
			s.ranges = append(s.ranges, postings{from, to})
			df += int(to - from)
		}
		w := float64(t.Weight) * math.Pow(x.rarity(df), x.model.rarity)
		if w > 0 && !math.IsInf(w, 0) {
			s.terms = append(s.terms, weighted{float32(w), at})
			sum += w
		}
	}
	for i := range s.terms {
		s.terms[i].weight /= float32(sum)
	}
	return len(s.terms) > 0
}

// recency returns what each document gains, which stays the same for all
// questions of a day.
func (s *searcher) recency(x *Index, asked int32) []float32 {
	if asked == noDay {
		return x.zeros
	}
	if s.recent == nil || s.asked != asked {
		s.asked, s.recent = asked, s.recent[:0]
		for _, day := range x.days {
			s.recent = append(s.recent, x.recency(asked, day))
		}
	}
	return s.recent
}

// scoreDocuments adds up the impacts of the terms, term at a time, on top of
// what documents gain by being recent.
func (s *searcher) scoreDocuments(x *Index, asked int32) {
	s.gains = s.recency(x, asked)
	s.docs = append(s.docs[:0], s.gains...)
	base := 0
	for i, g := range x.segments {
		acc := s.docs[base:][:g.size]
		base += g.size
		for _, t := range s.terms {
			r := s.ranges[t.ranges+i]
			w := t.weight / 255
			impacts := g.impacts[r.from:r.to]
			for j, doc := range g.docs[r.from:r.to] {
				acc[doc] += w * float32(impacts[j])
			}
		}
	}
}

// choose keeps the best n documents within the days of the query, and lays
// their sentences out in scores.
func (s *searcher) choose(x *Index, q Query, n int) {
	s.best.reset(n)
	window := newWindow(q)
	gains := s.gains[:len(s.docs)]
	var least float32 // what it takes to be kept
	for i, score := range s.docs {
		if score < least || score == gains[i] || !window.holds(x.days[i]) {
			continue
		}
		s.best.offer(key(score, i))
		least = keyScore(s.best.least())
	}
	slices.SortFunc(s.best.keys, func(a, b uint64) int { return keyNumber(a) - keyNumber(b) })
	s.chosen = s.chosen[:0]
	size := 1
	for _, k := range s.best.keys {
		n := len(x.prints[keyNumber(k)])
		s.chosen = append(s.chosen, scored{int32(keyNumber(k)), keyScore(k), int32(size), int32(n)})
		size += n + 2
	}
	s.scores = append(s.scores[:0], make([]float32, size+1)...)
}

// scoreSentences scores the sentences of the chosen documents. A term counts
// for the sentence that holds it and, less, for those beside it that do not.
func (s *searcher) scoreSentences(x *Index) {
	base, chosen := int32(0), s.chosen
	for i, g := range x.segments {
		end := base + int32(g.size)
		n, _ := slices.BinarySearchFunc(chosen, end, func(c scored, doc int32) int { return cmp.Compare(c.doc, doc) })
		for _, t := range s.terms {
			r := s.ranges[t.ranges+i]
			for _, c := range chosen[:n] {
				skip, found := slices.BinarySearch(g.docs[r.from:r.to], uint16(c.doc-base))
				r.from += uint32(skip)
				if found {
					spread(s.scores[c.slot-1:], g.sentences[g.at[r.from]:g.at[r.from+1]], t.weight/255, x.model.near)
				}
			}
		}
		base, chosen = end, chosen[n:]
	}
}

// spread adds one term's impacts to the scores, in which sentence i stands at
// i+1.
func spread(scores []float32, sentences []sentence, w, near float32) {
	last := -2 // the last sentence with a share of the term
	for i, n := range sentences {
		at := n.number() + 1
		score := w * n.impact()
		if last < at-1 {
			scores[at-1] += near * score
		}
		scores[at] += score
		last = at
		if i+1 == len(sentences) || sentences[i+1].number() > at {
			scores[at+1] += near * score
			last = at + 1
		}
	}
}

// collect appends the best sentences to dst.
func (s *searcher) collect(x *Index, q Query, dst []Hit) []Hit {
	kept := len(dst)
	for n := 2 * q.K; ; n *= 4 {
		s.rank(x, n)
		dst = s.pick(x, q, dst[:kept])
		if len(dst)-kept == q.K || !s.best.full() {
			return dst
		}
	}
}

// rank leaves the best n sentences of the chosen documents in best, best first.
func (s *searcher) rank(x *Index, n int) {
	s.best.reset(n)
	var least uint64
	for _, c := range s.chosen {
		document := x.model.document * c.score
		for i, score := range s.scores[c.slot:][:c.sentences] {
			if k := key(document+score, int(c.slot)+i); k > least {
				s.best.offer(k)
				least = s.best.least()
			}
		}
	}
	slices.SortFunc(s.best.keys, func(a, b uint64) int { return cmp.Compare(b, a) })
}

// pick takes from the best sentences no more of a document than wanted, and of
// sentences with the same words the first.
func (s *searcher) pick(x *Index, q Query, dst []Hit) []Hit {
	clear(s.perDoc)
	clear(s.prints)
	n := 0
	for _, k := range s.best.keys {
		h := s.hit(k)
		print := x.prints[h.Doc][h.Sentence]
		if n == q.K || s.prints[print] || q.PerDoc > 0 && s.perDoc[h.Doc] == q.PerDoc {
			continue
		}
		s.perDoc[h.Doc]++
		s.prints[print] = print != 0
		dst = append(dst, h)
		n++
	}
	return dst
}

// hit is the sentence that stands at a place of scores.
func (s *searcher) hit(k uint64) Hit {
	at := int32(keyNumber(k))
	i, found := slices.BinarySearchFunc(s.chosen, at, func(c scored, at int32) int { return cmp.Compare(c.slot, at) })
	if !found {
		i--
	}
	c := s.chosen[i]
	return Hit{c.doc, at - c.slot, keyScore(k)}
}
