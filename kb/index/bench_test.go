package index

import (
	"context"
	"testing"

	"dateline/kb/doc"
	"dateline/kb/text"
)

// newsIndex is the index of all news articles and queries for all questions.
func newsIndex(b *testing.B) (*Index, []Query) {
	builder := NewBuilder()
	for _, a := range newsArticles(b, nil) {
		builder.Add(&doc.Document{Article: a, Sentences: text.Sentences(a.Text)}, nil)
	}
	x, err := builder.Build(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	var queries []Query
	for _, q := range newsQuestions(b) {
		queries = append(queries, Query{Terms: Terms(q.Question), Asked: q.asked(), K: 50})
	}
	return x, queries
}

func BenchmarkSearch(b *testing.B) {
	x, queries := newsIndex(b)
	var hits []Hit
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		hits = x.Search(context.Background(), queries[i%len(queries)], hits[:0])
	}
}

func BenchmarkBuild(b *testing.B) {
	keep := make(map[string]bool)
	for _, q := range tenthWeeks(newsQuestions(b)) {
		for _, id := range q.Articles {
			keep[id] = true
		}
	}
	builder, size := NewBuilder(), 0
	for _, a := range newsArticles(b, keep) {
		builder.Add(&doc.Document{Article: a, Sentences: text.Sentences(a.Text)}, nil)
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := builder.Build(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTerms(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Terms("Which senator from Arizona announced that she had left the Democratic Party to register as an independent?")
	}
}
