package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync/atomic"
)

// ErrNone is returned where not one article could be loaded.
var ErrNone = errors.New("no article loaded")

// Loader loads articles. Its zero value is ready to use.
type Loader struct {
	Limits Limits
	// Report, if not nil, is called after each article, from the goroutine
	// that called Load.
	Report func(Progress)
}

// Progress tells how far loading is.
type Progress struct {
	Articles int   // loaded so far
	Read     int64 // bytes of the files read so far, compressed where they are
	Size     int64 // bytes of all files
}

// Result is what was loaded.
type Result struct {
	Articles []Article
	Warnings []Warning
}

// Load reads all sources in their order, the files of a folder in the order of
// their paths. What cannot be used is left out with a warning. An article that
// comes twice, with the same text, counts once; one that has another's ID but
// a text of its own is given a new ID, with a warning.
//
// The error is ErrNone where there is no article at all, or that of ctx. The
// result holds the warnings in either case.
func (l Loader) Load(ctx context.Context, sources ...Source) (Result, error) {
	r := &run{limits: l.Limits.orDefault(), report: l.Report, set: newSet()}
	r.left = r.limits.Total
	files := r.list(sources)
	for _, f := range files {
		r.size += f.size
	}
	for _, f := range files {
		if !r.read(ctx, f) {
			break
		}
	}
	result := Result{r.set.articles, r.warnings.list}
	if err := ctx.Err(); err != nil {
		return result, fmt.Errorf("loading articles: %w", err)
	}
	if len(result.Articles) == 0 {
		return result, ErrNone
	}
	return result, nil
}

// run is one call of Load.
type run struct {
	limits   Limits
	report   func(Progress)
	size     int64
	done     atomic.Int64 // bytes read
	left     int64        // bytes that may still be read, decompressed
	set      *set
	warnings warnings
}

// file is one file to read.
type file struct {
	fs     fs.FS
	path   string // within fs
	name   string // what warnings call it
	size   int64
	format format
}

// read reads one file and reports whether to go on with the next.
func (r *run) read(ctx context.Context, f file) bool {
	in, err := f.fs.Open(f.path)
	if err != nil {
		r.warnings.add(f.name, 0, "%v", cause(err))
		return true
	}
	defer in.Close()
	defer r.warnings.flush(f.name)
	plain, err := f.plain(counter{ctx, in, &r.done})
	if err != nil {
		r.warnings.add(f.name, 0, "%v", cause(err))
		return true
	}
	limited := &budget{in: plain, file: r.limits.fileLimit(f), all: r.limits.Total, left: &r.left}
	for item := range f.format.read(limited, f, r.limits) {
		if ctx.Err() != nil || !r.take(f.name, item) || errors.Is(item.err, errTotal) {
			return false
		}
	}
	return true
}

// plain is what is in a file, decompressed.
func (f file) plain(in io.Reader) (io.Reader, error) {
	if f.format.open == nil {
		return in, nil
	}
	return f.format.open(in)
}

// item is what stands at a place of a file.
type item struct {
	article Article // without text where there is none
	line    int
	err     error // what could not be used, the article or a part of it
}

// take takes an item in and reports whether there is room for more.
func (r *run) take(name string, it item) bool {
	if it.err != nil {
		r.warnings.add(name, it.line, "%v", cause(it.err))
	}
	if it.article.Text == "" || r.set.has(it.article) {
		return true
	}
	if len(r.set.articles) == r.limits.Articles {
		r.warnings.add(name, it.line, "more than %d articles: the rest is left out", r.limits.Articles)
		return false
	}
	if id := r.set.add(it.article); it.article.ID != "" && id != it.article.ID {
		r.warnings.add(name, it.line, "id %q is another article's already: this one is loaded as %q", it.article.ID, id)
	}
	if r.report != nil {
		r.report(Progress{len(r.set.articles), r.done.Load(), r.size})
	}
	return true
}

// counter counts what is read, and ends with the context.
type counter struct {
	ctx  context.Context
	in   io.Reader
	done *atomic.Int64
}

func (c counter) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.Read(p)
	c.done.Add(int64(n))
	return n, err
}
