package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"dateline/kb"
	"dateline/kb/article"
	"dateline/seeds"
)

// paths are the articles named by flags.
type paths []string

func (p *paths) String() string     { return strings.Join(*p, ", ") }
func (p *paths) Set(s string) error { *p = append(*p, s); return nil }

// articlesFlag defines -articles; use says what the articles are for.
func articlesFlag(flags *flag.FlagSet, use string) *paths {
	var p paths
	flags.Var(&p, "articles", use+" this `PATH`: a folder or a file ("+article.Formats()+
		");\nmay be given several times (default: DATELINE_ARTICLES, or else the built-in article)")
	return &p
}

// sources says where the articles come from: the flags, or else the
// environment, or else the articles that are built in.
func (p program) sources(given paths) []article.Source {
	if len(given) == 0 {
		given = filepath.SplitList(p.setting("DATELINE_ARTICLES"))
	}
	var out []article.Source
	for _, path := range given {
		if path != "" {
			out = append(out, article.Disk(path))
		}
	}
	if len(out) == 0 {
		out = append(out, article.Source{FS: seeds.FS, Path: ".", Name: "seeds"})
	}
	return out
}

// load builds the knowledge base.
func (p program) load(ctx context.Context, given paths) (*kb.Base, error) {
	show := p.newProgress()
	defer show.clear()
	start := p.now()
	articles, err := p.readArticles(ctx, given, show)
	if err != nil {
		return nil, err
	}
	p.log.Debug("articles read", "articles", len(articles), "took", p.now().Sub(start))
	base, err := kb.Build(ctx, articles, p.buildOptions(show))
	if err != nil {
		return nil, err
	}
	p.log.Debug("knowledge base built", "took", p.now().Sub(start))
	return base, nil
}

// readArticles reads the articles. What cannot be used is warned of.
func (p program) readArticles(ctx context.Context, given paths, show *progress) ([]article.Article, error) {
	limits, err := p.limits()
	if err != nil {
		return nil, err
	}
	loaded, err := article.Loader{Limits: limits, Report: show.reading}.Load(ctx, p.sources(given)...)
	show.clear()
	for _, w := range loaded.Warnings {
		p.log.Warn("left out", "what", w.String())
	}
	if errors.Is(err, article.ErrNone) {
		return nil, fmt.Errorf("%w from %s", err, p.describe(given))
	}
	return loaded.Articles, err
}

// limits are how much may be read.
func (p program) limits() (article.Limits, error) {
	l := article.DefaultLimits()
	err := errors.Join(
		megabytes("DATELINE_FILE_MB", p.setting("DATELINE_FILE_MB"), &l.File),
		megabytes("DATELINE_TOTAL_MB", p.setting("DATELINE_TOTAL_MB"), &l.Total),
	)
	if err != nil {
		return l, usagef("%w", err)
	}
	return l, nil
}

// megabytes reads the value of a setting into bytes, unless it is empty.
func megabytes(name, value string, bytes *int64) error {
	if value == "" {
		return nil
	}
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < 1 || n > maxMB {
		return fmt.Errorf("%s is %q, want a number of megabytes from 1 to %d", name, value, maxMB)
	}
	*bytes = n << 20
	return nil
}

// maxMB bounds what may be asked for, a terabyte.
const maxMB = 1 << 20

func (p program) articlesByID(ctx context.Context, given paths) (map[string]article.Article, error) {
	articles, err := p.readArticles(ctx, given, nil)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]article.Article, len(articles))
	for _, a := range articles {
		byID[a.ID] = a
	}
	return byID, nil
}

// describe names the sources for an error.
func (p program) describe(given paths) string {
	var names []string
	for _, s := range p.sources(given) {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}
