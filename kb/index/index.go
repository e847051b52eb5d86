package index

import (
	"math"
	"sync"
)

// Index finds sentences and documents by the terms in them. It is immutable
// and safe for use by many goroutines.
type Index struct {
	model     model
	segments  []*segment
	days      []int32    // of each document since 1970, or noDay
	prints    [][]uint32 // of each document, of each sentence
	sigs      []signature
	group     []int32
	members   map[int32][]int32 // of the groups of more than one
	freshness []float32         // what each day of age leaves of being recent
	zeros     []float32         // one for each document
	pool      sync.Pool         // of *searcher
}

// finish sets what follows from the documents.
func (x *Index) finish() {
	x.group = groups(x.sigs)
	x.members = make(map[int32][]int32)
	for d, g := range x.group {
		if int32(d) != g {
			if x.members[g] == nil {
				x.members[g] = append(x.members[g], g)
			}
			x.members[g] = append(x.members[g], int32(d))
		}
	}
	x.freshness = x.model.freshness()
	x.zeros = make([]float32, len(x.days))
}

// Len is the number of documents.
func (x *Index) Len() int { return len(x.days) }

// Group is the number of the first document that a document is a copy of, as
// when an agency's report stands in two papers; its own where it is none.
// What copies say counts once.
func (x *Index) Group(d int32) int32 { return x.group[d] }

// Copies returns a document and all its copies in order. The slice is not to
// be changed.
func (x *Index) Copies(d int32) []int32 {
	if m := x.members[x.group[d]]; m != nil {
		return m
	}
	return []int32{d}
}

// DF is the number of documents that hold a term.
func (x *Index) DF(t Term) int {
	n := 0
	for _, s := range x.segments {
		from, to := s.find(t)
		n += int(to - from)
	}
	return n
}

// IDF is the inverse document frequency of a term as BM25 has it, from near 0
// for a term that every document holds up to about the logarithm of their
// number for a term that none holds.
func (x *Index) IDF(t Term) float64 { return x.rarity(x.DF(t)) }

func (x *Index) rarity(df int) float64 {
	n, f := float64(len(x.days)), float64(df)
	return math.Log1p(max(0, n-f+0.5) / (f + 0.5))
}
