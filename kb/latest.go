package kb

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/article"
	"dateline/kb/index"
)

// Headline is one article in a list.
type Headline struct {
	ID, Title, URL, Source string
	Date                   time.Time
}

func headline(a *article.Article) Headline {
	return Headline{ID: a.ID, Title: a.Title, URL: a.URL, Source: a.Source, Date: a.Date}
}

// Latest returns at most n articles, newest first, where about is not empty
// only those on that subject.
func (b *Base) Latest(ctx context.Context, about string, n int) []Headline {
	docs := b.newest
	if strings.TrimSpace(about) != "" {
		docs = b.on(ctx, clean(about), 4*n)
	}
	var out []Headline
	for _, i := range docs[:min(n, len(docs))] {
		out = append(out, headline(&b.docs[i].Article))
	}
	return out
}

// maxOn bounds the articles that are looked into for a subject.
const maxOn = 60

// on returns the articles on a subject, newest first, out of the n that speak
// most of it.
func (b *Base) on(ctx context.Context, about string, n int) []int32 {
	parts := b.parts(about)
	if fit(parts) == 0 {
		return nil
	}
	var out []int32
	n = min(n, maxOn)
	for _, h := range b.finder.index.Documents(ctx, index.Query{Terms: terms(parts)}, n, nil) {
		if b.speaksOf(h.Doc, parts) {
			out = append(out, h.Doc)
		}
	}
	slices.SortStableFunc(out, func(x, y int32) int {
		return b.docs[y].Article.Date.Compare(b.docs[x].Article.Date)
	})
	return out
}

// speaksOf reports whether a document mentions every part, in its text or its
// title.
func (b *Base) speaksOf(docID int32, parts []part) bool {
	d := &b.docs[docID]
	for _, p := range parts {
		if !b.mentions(docID, p) && !hasStems(contentStems(d.Article.Title), p.stems) {
			return false
		}
	}
	return true
}

func (b *Base) mentions(docID int32, p part) bool {
	d := &b.docs[docID]
	for _, n := range b.dir.In(docID, 0, len(d.Article.Text)) {
		if slices.Contains(p.ids, n.ID) {
			return true
		}
	}
	return len(p.ids) == 0 && hasStems(contentStems(d.Article.Text), p.stems)
}

func hasStems(have, want []string) bool {
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return sameStem(h, w) }) {
			return false
		}
	}
	return len(want) > 0
}
