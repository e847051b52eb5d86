package index

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"dateline/kb/doc"
)

// Builder gathers documents for an Index.
type Builder struct {
	model model
	docs  []entry
}

type entry struct {
	doc   *doc.Document
	extra func(sentence int) []string
}

// NewBuilder returns an empty Builder.
func NewBuilder() *Builder { return &Builder{model: standard} }

// Add adds a document. Its number is how many were added before it.
//
// extra, which may be nil, gives further terms of a sentence, or of the title
// for -1: whatever the caller wants to find sentences by, such as the entities
// named in it ("e:123"). A colon after a letter keeps them apart from words.
// Build calls it from several goroutines, but for one document from one at a
// time.
func (b *Builder) Add(d *doc.Document, extra func(sentence int) []string) {
	b.docs = append(b.docs, entry{d, extra})
}

// Build reads the documents on all cores and returns their index, which does
// not depend on how many cores there are. It fails only with ctx's error.
func (b *Builder) Build(ctx context.Context) (*Index, error) {
	return (&Index{model: b.model}).Append(ctx, b)
}

// Append returns an index of x's documents and b's after them, whose numbers
// go on from x.Len(). x stays as it is and shares most of its memory with the
// new index, which finds and scores what one built anew would.
func (x *Index) Append(ctx context.Context, b *Builder) (*Index, error) {
	l := newVocabulary()
	pages, err := read(ctx, &x.model, l, b.docs)
	if err != nil {
		return nil, err
	}
	y := &Index{
		model:    x.model,
		segments: slices.Clip(x.segments),
		days:     slices.Clip(x.days),
		prints:   slices.Clip(x.prints),
		sigs:     slices.Clip(x.sigs),
	}
	for i, p := range pages {
		y.days = append(y.days, day(b.docs[i].doc.Article.Date))
		y.prints = append(y.prints, p.prints)
		y.sigs = append(y.sigs, p.sig)
	}
	for part := range slices.Chunk(pages, maxDocuments) {
		y.segments = append(y.segments, invert(part, l))
	}
	y.segments = compact(y.segments)
	y.finish()
	return y, nil
}

// read reads documents into pages, on all cores.
func read(ctx context.Context, m *model, l *vocabulary, documents []entry) ([]page, error) {
	out := make([]page, len(documents))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			s := &scribe{model: m, reader: l.reader()}
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(documents) {
					return
				}
				out[i] = s.read(documents[i].doc, documents[i].extra)
			}
		})
	}
	workers.Wait()
	return out, ctx.Err()
}
