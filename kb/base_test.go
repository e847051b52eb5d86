package kb_test

import (
	"context"
	"testing"

	"dateline/kb"
	"dateline/kb/article"
	"dateline/seeds"
)

// seedBase is the knowledge base that is built into the program.
func seedBase(t testing.TB) *kb.Base {
	t.Helper()
	ctx := context.Background()
	r, err := article.Loader{}.Load(ctx, article.Source{FS: seeds.FS, Path: ".", Name: "seeds"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := kb.Build(ctx, r.Articles, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
