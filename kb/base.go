package kb

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/read"
)

// Base is an immutable knowledge base, safe for use by many goroutines.
type Base struct {
	docs    []doc.Document
	dir     *entity.Directory
	finder  *finder
	newest  []int32 // documents, newest first
	lexicon *lexicon.Lexicon
	reader  *read.Reader
}

// ErrNoArticles is what Build returns when there is nothing to build from.
var ErrNoArticles = errors.New("no articles")

// Progress is how far Build has come.
type Progress struct {
	Articles, Of int
	Bytes, Total int64 // of article text
}

// Build reads the articles and builds a knowledge base from them. It calls
// report, if not nil, from one goroutine at a time as articles are read.
func Build(ctx context.Context, articles []article.Article, report func(Progress)) (*Base, error) {
	if len(articles) == 0 {
		return nil, ErrNoArticles
	}
	docs, err := analyze(ctx, articles, report)
	if err != nil {
		return nil, fmt.Errorf("reading the articles: %w", err)
	}
	return assemble(ctx, docs)
}

// analyze reads each article, on all cores.
func analyze(ctx context.Context, articles []article.Article, report func(Progress)) ([]doc.Document, error) {
	docs := make([]doc.Document, len(articles))
	p := newProgress(articles, report)
	var next atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		g.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(articles) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				docs[i] = doc.Analyze(articles[i])
				p.done(articles[i])
			}
		})
	}
	return docs, g.Wait()
}

// assemble links and indexes analysed documents.
func assemble(ctx context.Context, docs []doc.Document) (*Base, error) {
	dir := entity.Link(docs)
	f, err := newFinder(ctx, docs, dir)
	if err != nil {
		return nil, fmt.Errorf("indexing the articles: %w", err)
	}
	return &Base{docs: docs, dir: dir, finder: f, newest: newestFirst(docs), lexicon: lexicon.Load(), reader: read.New(docs, dir, f.index)}, nil
}
