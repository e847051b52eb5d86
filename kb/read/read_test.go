package read

import (
	"context"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
)

// library is a reader of invented articles.
func library(t testing.TB, texts ...string) *Reader {
	t.Helper()
	var docs []doc.Document
	for i, s := range texts {
		docs = append(docs, doc.Analyze(article.Article{
			ID: string(rune('a' + i)), Title: "Untitled", Text: s, Date: time.Date(2024, 5, 10+i, 0, 0, 0, 0, time.UTC),
		}))
	}
	b := index.NewBuilder()
	for i := range docs {
		b.Add(&docs[i], nil)
	}
	x, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return New(docs, entity.Link(docs), x)
}

const harbour = `The harbour of Bremen reopened on Monday after a strike of nine days.
The dockers' union said 4,200 workers had walked out over pay.

Mayor Hanna Petersen called the agreement a relief for the whole city. Ships had been sent to Rotterdam instead.
A cook from Oslo, Lars Ekdal, won the first prize of the soup festival with a soup made from nettles.`

func TestRead(t *testing.T) {
	r := library(t, harbour, "The council of Lyon bought 310 electric buses. Deputy mayor Claire Morel signed the contract for $95 million.")
	for _, tc := range []struct{ question, want string }{
		{"How many workers walked out in the harbour of Bremen?", "4,200"},
		{"Who won the first prize of the soup festival?", "Lars Ekdal"},
		{"How many electric buses did the council of Lyon buy?", "310"},
	} {
		res := r.Read(context.Background(), r.Parse(tc.question, time.Date(2024, 5, 12, 0, 0, 0, 0, time.UTC)))
		if len(res.Candidates) == 0 {
			t.Errorf("%s: no candidate", tc.question)
			continue
		}
		if got := res.Candidates[0].Text; got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.question, got, tc.want)
		}
	}
}

func TestReadNothing(t *testing.T) {
	r := library(t, harbour)
	for _, q := range []string{"", "?", "zzzz", "the", "\xff\xfe", "🙂🙂"} {
		r.Read(context.Background(), r.Parse(q, time.Time{}))
	}
}

func TestDecodeDamaged(t *testing.T) {
	for n := range len(packed) {
		if n > 100 && n%997 != 0 {
			continue
		}
		if _, err := decode(packed[:n]); err == nil {
			t.Fatalf("the first %d bytes of a model were taken for one", n)
		}
	}
}
