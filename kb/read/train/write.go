package main

import (
	"context"
	"encoding/json"
	"os"

	"dateline/kb/index"
	"dateline/kb/read"
)

// writePredictions writes the answers in the form in which the scorer of the
// questions reads them.
func writePredictions(path string, st *set) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for _, it := range st.items {
		if err := enc.Encode(it.prediction()); err != nil {
			return err
		}
	}
	return f.Close()
}

func (it *item) prediction() map[string]any {
	order := it.order
	p := map[string]any{"id": it.Question.ID, "abstained": len(order) == 0}
	var list []map[string]any
	for _, k := range order[:min(10, len(order))] {
		e := it.Examples[k]
		list = append(list, map[string]any{"answer": e.Text, "score": e.Score, "type": e.Type, "article_id": e.Article, "quote": e.Quote})
	}
	if len(list) > 0 {
		p["answer"], p["evidence"] = list[0]["answer"], list[:1]
	}
	p["candidates"] = list
	return p
}

// writeBackground counts the articles that hold each stem.
func writeBackground(ctx context.Context, s settings) error {
	docs, err := readDocuments(ctx, s.articles, s.cache)
	if err != nil {
		return err
	}
	counts := map[string]int{}
	for i := range docs {
		for _, t := range index.Terms(docs[i].Article.Text) {
			counts[t.Text]++
		}
	}
	b, err := read.EncodeBackground(counts, len(docs))
	if err != nil {
		return err
	}
	return os.WriteFile(s.background, b, 0o644)
}
