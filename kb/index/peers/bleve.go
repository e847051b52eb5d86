package main

import (
	"context"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en" // the English analyser
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"dateline/kb/article"
)

// peer is bleve's index of whole articles, in memory, with BM25 over title and
// text.
type peer struct{ index bleve.Index }

func buildPeer(articles []article.Article) (*peer, error) {
	x, err := bleve.NewUsing("", bleveMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("opening bleve: %w", err)
	}
	batch := x.NewBatch()
	for i, a := range articles {
		if err := batch.Index(a.ID, map[string]string{"title": a.Title, "text": a.Text}); err != nil {
			return nil, fmt.Errorf("indexing %s: %w", a.ID, err)
		}
		if batch.Size() < 500 && i+1 < len(articles) {
			continue
		}
		if err := x.Batch(batch); err != nil {
			return nil, fmt.Errorf("indexing a batch: %w", err)
		}
		batch.Reset()
	}
	return &peer{x}, nil
}

func bleveMapping() mapping.IndexMapping {
	field := bleve.NewTextFieldMapping()
	field.Analyzer = "en"
	field.Store, field.IncludeTermVectors, field.DocValues = false, false, false
	article := bleve.NewDocumentStaticMapping()
	article.AddFieldMappingsAt("title", field)
	article.AddFieldMappingsAt("text", field)
	m := bleve.NewIndexMapping()
	m.DefaultMapping = article
	m.DefaultAnalyzer = "en"
	m.ScoringModel = index.BM25Scoring
	return m
}

func (p *peer) search(ctx context.Context, q *question, n int) ([]string, error) {
	title, text := bleve.NewMatchQuery(q.Question), bleve.NewMatchQuery(q.Question)
	title.SetField("title")
	text.SetField("text")
	request := bleve.NewSearchRequestOptions(bleve.NewDisjunctionQuery(title, text), n, 0, false)
	result, err := p.index.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("searching bleve: %w", err)
	}
	var ids []string
	for _, h := range result.Hits {
		ids = append(ids, h.ID)
	}
	return ids, nil
}
