package browse

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/article"
	"dateline/kb/library"
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
func (b *Browser) Latest(ctx context.Context, about string, n int) []Headline {
	docs := b.lib.Newest()
	if strings.TrimSpace(about) != "" {
		docs = b.on(ctx, library.Clean(about), 4*n)
	}
	var out []Headline
	for _, i := range docs[:min(n, len(docs))] {
		out = append(out, headline(b.lib.Article(i)))
	}
	return out
}

// maxOn bounds the sentences that are looked into for a subject.
const maxOn = 120

// on returns the articles about a subject, newest first, at most n out of those
// that speak most of it. An article is about what its head speaks of, or what it
// comes back to; where there is none, those that mention the subject stand in.
func (b *Browser) on(ctx context.Context, about string, n int) []int32 {
	times := map[int32]int{}
	var named, all []int32
	for _, h := range b.lib.UnitsAbout(ctx, about, maxOn) {
		if times[h.Doc] == 0 {
			all = append(all, h.Doc)
		}
		if times[h.Doc]++; h.First < library.HeadSentences {
			times[h.Doc] += returns
		}
	}
	for _, d := range all {
		if times[d] >= returns {
			named = append(named, d)
		}
	}
	if len(named) == 0 {
		named = all
	}
	out := named[:min(n, len(named))]
	slices.SortStableFunc(out, func(x, y int32) int {
		return b.lib.Article(y).Date.Compare(b.lib.Article(x).Date)
	})
	return out
}

// returns is how many sentences speak of what an article is about.
const returns = 3
