package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en" // the English analyser
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"dateline/kb/doc"
)

// peer is bleve's index in memory, with BM25: of whole articles, or of
// passages, which are a sentence, the sentences beside it and the title.
type peer struct {
	index    bleve.Index
	fields   map[string]float64 // and their boosts
	articles map[string]string  // the article of a passage, nil for whole articles
}

func buildPeer(documents []*doc.Document) (*peer, error) {
	p := &peer{fields: map[string]float64{"title": 1, "text": 1}}
	return p, p.build(func(add func(id string, fields any) error) error {
		for _, d := range documents {
			if err := add(d.Article.ID, map[string]string{"title": d.Article.Title, "text": d.Article.Text}); err != nil {
				return err
			}
		}
		return nil
	})
}

func buildPassages(documents []*doc.Document) (*peer, error) {
	p := &peer{fields: map[string]float64{"title": 1, "text": 1, "beside": 0.5}, articles: make(map[string]string)}
	return p, p.build(func(add func(id string, fields any) error) error {
		for _, d := range documents {
			for i := range d.Sentences {
				id := fmt.Sprintf("%s#%d", d.Article.ID, i)
				p.articles[id] = d.Article.ID
				beside := sentence(d, i-1) + " " + sentence(d, i+1)
				if err := add(id, map[string]string{"title": d.Article.Title, "text": sentence(d, i), "beside": beside}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func sentence(d *doc.Document, i int) string {
	if i < 0 || i >= len(d.Sentences) {
		return ""
	}
	return d.Sentences[i].Of(d.Article.Text)
}

// build indexes what each adds, in batches.
func (p *peer) build(each func(add func(id string, fields any) error) error) error {
	x, err := bleve.NewUsing("", p.mapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return fmt.Errorf("opening bleve: %w", err)
	}
	p.index = x
	batch := x.NewBatch()
	flush := func() error {
		defer batch.Reset()
		if err := x.Batch(batch); err != nil {
			return fmt.Errorf("indexing a batch: %w", err)
		}
		return nil
	}
	err = each(func(id string, fields any) error {
		if err := batch.Index(id, fields); err != nil {
			return fmt.Errorf("indexing %s: %w", id, err)
		}
		if batch.Size() < 1000 {
			return nil
		}
		return flush()
	})
	return cmp.Or(err, flush())
}

func (p *peer) mapping() mapping.IndexMapping {
	field := bleve.NewTextFieldMapping()
	field.Analyzer = "en"
	field.Store, field.IncludeTermVectors, field.DocValues = false, false, false
	document := bleve.NewDocumentStaticMapping()
	for name := range p.fields {
		document.AddFieldMappingsAt(name, field)
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = document
	m.DefaultAnalyzer = "en"
	m.ScoringModel = index.BM25Scoring
	return m
}

func (p *peer) search(ctx context.Context, q *question, n int) ([]string, error) {
	any := bleve.NewDisjunctionQuery()
	for name, boost := range p.fields {
		m := bleve.NewMatchQuery(q.Question)
		m.SetField(name)
		m.SetBoost(boost)
		any.AddQuery(m)
	}
	wanted := n
	if p.articles != nil {
		wanted = 5 * n // several of one article
	}
	result, err := p.index.SearchInContext(ctx, bleve.NewSearchRequestOptions(any, wanted, 0, false))
	if err != nil {
		return nil, fmt.Errorf("searching bleve: %w", err)
	}
	var ids []string
	for _, h := range result.Hits {
		id := cmp.Or(p.articles[h.ID], h.ID)
		if len(ids) < n && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}
