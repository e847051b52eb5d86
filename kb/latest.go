package kb

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/article"
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

// maxOn bounds the sentences that are looked into for a subject.
const maxOn = 120

// on returns the articles in which a sentence speaks of a subject, newest
// first, at most n out of those that speak most of it.
func (b *Base) on(ctx context.Context, about string, n int) []int32 {
	var out []int32
	for _, h := range b.unitsAbout(ctx, about, maxOn) {
		if len(out) < n && !slices.Contains(out, h.doc) {
			out = append(out, h.doc)
		}
	}
	slices.SortStableFunc(out, func(x, y int32) int {
		return b.docs[y].Article.Date.Compare(b.docs[x].Article.Date)
	})
	return out
}

// hasStems reports whether all stems wanted are among others.
func hasStems(have, want []string) bool {
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return sameStem(h, w) }) {
			return false
		}
	}
	return len(want) > 0
}
