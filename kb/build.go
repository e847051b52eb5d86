package kb

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"dateline/kb/article"
	"dateline/kb/browse"
	"dateline/kb/cache"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/read"
	"dateline/kb/rules"
)

// ErrNoArticles is what Build returns when there is nothing to build from.
var ErrNoArticles = errors.New("no articles")

// Options of Build. The zero value reports nothing and keeps nothing.
type Options struct {
	// Report is called from one goroutine at a time as articles are read.
	Report func(Progress)
	// Cache is a folder in which the analyses of articles are kept for the
	// next start, made if need be; empty for none.
	Cache string
	// Version tells programs that analyse differently apart: what another has
	// kept is not used. It is asked only where there is much to keep.
	Version func() (string, error)
	// Warn is told what was wrong with the cache. Nothing is lost by that but
	// time.
	Warn func(error)
}

// Build reads the articles and builds a knowledge base from them. It fails
// with ErrNoArticles, or when ctx ends.
func Build(ctx context.Context, articles []article.Article, o Options) (*Base, error) {
	if len(articles) == 0 {
		return nil, ErrNoArticles
	}
	docs, err := o.analyze(ctx, articles)
	if err != nil {
		return nil, fmt.Errorf("reading the articles: %w", err)
	}
	return link(ctx, docs, func(lib *library.Library, known *read.Descriptions) *read.Reader {
		return read.New(docs, lib.Directory(), lib.Index(), known)
	})
}

// leastCached is the amount of text in bytes from which keeping its analysis
// saves more time than it takes.
const leastCached = 2 << 20

// analyze reads each article, on all cores, unless its analysis was kept.
func (o Options) analyze(ctx context.Context, articles []article.Article) ([]doc.Document, error) {
	p := newProgress(articles, o.Report)
	version, kept := o.kept(p.now.Total)
	docs := make([]doc.Document, len(articles))
	var next atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		g.Go(func() error {
			for i := next.Add(1) - 1; i < int64(len(articles)); i = next.Add(1) - 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
				docs[i] = analysis(kept, articles[i])
				p.done(articles[i])
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	o.keep(docs, kept, version)
	return docs, nil
}

func analysis(kept *cache.Cache, a article.Article) doc.Document {
	if d, ok := kept.Find(a); ok {
		return d
	}
	return doc.Analyze(a)
}

// kept opens the cache; nil where there is none.
func (o Options) kept(bytes int64) (version string, c *cache.Cache) {
	if o.Cache == "" || bytes < leastCached {
		return "", nil
	}
	version, err := o.Version()
	if err != nil {
		o.warn(fmt.Errorf("analyses are not kept for the next start: %w", err))
		return "", nil
	}
	c, err = cache.Load(o.Cache, version)
	if err != nil {
		o.warn(fmt.Errorf("what was kept of earlier analyses cannot be used: %w", err))
	}
	return version, c
}

// keep saves the analyses where any of them is new.
func (o Options) keep(docs []doc.Document, kept *cache.Cache, version string) {
	if kept == nil || kept.Missed() == 0 {
		return
	}
	if err := cache.Save(o.Cache, version, docs); err != nil {
		o.warn(fmt.Errorf("the analyses could not be kept for the next start: %w", err))
	}
}

func (o Options) warn(err error) {
	if o.Warn != nil {
		o.Warn(err)
	}
}

// link links and indexes analysed documents and makes a reader for them. Each
// part uses all cores most of the time; what does not wait for the others fills
// the gaps.
func link(ctx context.Context, docs []doc.Document, reader func(*library.Library, *read.Descriptions) *read.Reader) (*Base, error) {
	var known *read.Descriptions
	var beside sync.WaitGroup
	beside.Go(func() { known = read.Describe(docs) })
	lib, err := library.New(ctx, docs, entity.Link(docs))
	beside.Wait()
	if err != nil {
		return nil, err
	}
	b := &Base{lib: lib, rules: rules.New(lib)}
	beside.Go(func() { b.browse = browse.New(lib) })
	b.reader = reader(lib, known)
	beside.Wait()
	b.example = sync.OnceValue(func() string { return strings.Join(b.Examples(1), "") })
	return b, nil
}
