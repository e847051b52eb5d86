package index

import (
	"context"
	"math"
	"sync"
	"time"
)

// Index finds sentences and documents by the terms in them. It is immutable
// and safe for use by many goroutines.
type Index struct {
	model    model
	segments []*segment
	docs     []docInfo
	units    int       // of all segments
	pool     sync.Pool // of *searcher
}

// docInfo is what is known of a document besides its terms.
type docInfo struct {
	day       int32 // days since 1970, or noDay
	sentences int32
}

const noDay = math.MinInt32

// Len is the number of documents.
func (x *Index) Len() int { return len(x.docs) }

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
func (x *Index) IDF(t Term) float64 {
	n, df := float64(len(x.docs)), float64(x.DF(t))
	return math.Log1p(max(0, n-df+0.5) / (df + 0.5))
}

// add appends documents in segments of their own.
func (x *Index) add(ctx context.Context, documents []entry) error {
	base := int32(len(x.docs))
	for _, e := range documents {
		x.docs = append(x.docs, docInfo{day(e.doc.Article.Date), int32(len(e.doc.Sentences))})
	}
	l := newLexicon()
	read, err := read(ctx, &x.model, l, base, documents)
	if err != nil {
		return err
	}
	known := len(x.segments)
	var records []record
	for _, r := range read {
		if len(records)+len(r) > maxUnits && len(records) > 0 {
			x.segments = append(x.segments, invert(records, l))
			records = records[:0]
		}
		records = append(records, r...)
	}
	if len(records) > 0 {
		x.segments = append(x.segments, invert(records, l))
	}
	for _, s := range x.segments[known:] {
		x.units += len(s.table)
	}
	return nil
}

func day(t time.Time) int32 {
	if t.IsZero() {
		return noDay
	}
	d := t.Unix() / (24 * 60 * 60)
	return int32(max(min(d, math.MaxInt32), noDay+1))
}
