package kb

import (
	"context"

	"dateline/kb/doc"
	"dateline/kb/library"
	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/reader"
)

// Collector gathers what the ranking is learnt from: the candidates for
// questions, found and described as [Base.Ask] does.
type Collector struct{ base *Base }

// NewCollector is Build for articles that are analysed, with a network that has
// not seen the questions.
func NewCollector(ctx context.Context, docs []doc.Document, network *reader.Reader) (*Collector, error) {
	b, err := link(ctx, docs, func(lib *library.Library, known *read.Descriptions) *read.Reader {
		return read.NewCollector(docs, lib.Directory(), lib.Index(), known, network)
	})
	return &Collector{b}, err
}

// Collect reads a question and gathers the candidates for it.
func (c *Collector) Collect(ctx context.Context, q Question) (query.Query, []read.Example) {
	asked, ways := c.base.understand(ctx, q)
	found := c.base.rules.Find(ctx, q, asked, ways)
	return asked, c.base.reader.Collect(ctx, asked, found.Hints)
}
