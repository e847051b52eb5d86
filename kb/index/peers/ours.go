package main

import (
	"context"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/index"
	"dateline/kb/text"
)

// ours is Dateline's index.
type ours struct {
	articles []article.Article
	index    *index.Index
	recent   bool // weigh recent articles, which bleve does not
	hits     []index.DocHit
}

func buildOurs(ctx context.Context, documents []*doc.Document) (*index.Index, error) {
	b := index.NewBuilder()
	for _, d := range documents {
		b.Add(d, nil)
	}
	return b.Build(ctx)
}

// analyze cuts articles into sentences, which the index asks for.
func analyze(articles []article.Article) []*doc.Document {
	out := make([]*doc.Document, len(articles))
	for i, a := range articles {
		out[i] = &doc.Document{Article: a, Sentences: text.Sentences(a.Text)}
	}
	return out
}

func (o *ours) search(ctx context.Context, q *question, n int) ([]string, error) {
	query := index.Query{Terms: index.Terms(q.Question)}
	if o.recent {
		query.Asked = q.asked()
	}
	o.hits = o.index.Documents(ctx, query, n, o.hits[:0])
	var ids []string
	for _, h := range o.hits {
		ids = append(ids, o.articles[h.Doc].ID)
	}
	return ids, ctx.Err()
}
