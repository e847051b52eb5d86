package browse_test

import (
	"context"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/browse"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/library"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// libraryOf is a library of some articles.
func libraryOf(t *testing.T, articles ...article.Article) *library.Library {
	t.Helper()
	docs := make([]doc.Document, len(articles))
	for i, a := range articles {
		docs[i] = doc.Analyze(a)
	}
	lib, err := library.New(context.Background(), docs, entity.Link(docs))
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// browser shows what is in some articles.
func browser(t *testing.T, articles ...article.Article) *browse.Browser {
	t.Helper()
	return browse.New(libraryOf(t, articles...))
}
