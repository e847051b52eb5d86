package index

import (
	"context"
	"runtime"
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
	x := &Index{model: b.model}
	return x, x.add(ctx, b.docs)
}

// read reads documents into records, those of documents[i] as the i-th
// element.
func read(ctx context.Context, m *model, l *lexicon, base int32, documents []entry) ([][]record, error) {
	out := make([][]record, len(documents))
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
				out[i] = s.read(base+int32(i), documents[i].doc, documents[i].extra)
			}
		})
	}
	workers.Wait()
	return out, ctx.Err()
}
