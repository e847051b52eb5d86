package index_test

import (
	"context"
	"fmt"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/index"
	"dateline/kb/text"
)

func Example() {
	day := func(d int) time.Time { return time.Date(2022, 1, d, 0, 0, 0, 0, time.UTC) }
	b := index.NewBuilder()
	var docs []doc.Document
	for _, a := range []article.Article{
		{Title: "Blinken to visit Kyiv", Date: day(18), Text: "Antony Blinken flies to Kyiv on Tuesday. There he meets Dmytro Kuleba."},
		{Title: "Mustard runs short", Date: day(20), Text: "A drought made mustard scarce in France. Shops ration it."},
	} {
		docs = append(docs, doc.Document{Article: a, Sentences: text.Sentences(a.Text)})
	}
	for i := range docs {
		b.Add(&docs[i], nil)
	}
	ctx := context.Background()
	x, err := b.Build(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	q := index.Query{Terms: index.Terms("Whom does Blinken meet in Kyiv?"), Asked: day(21), K: 2}
	for _, hit := range x.Search(ctx, q, nil) {
		d := docs[hit.Doc]
		fmt.Println(d.Sentences[hit.Sentence].Of(d.Article.Text))
	}
	// Output:
	// Antony Blinken flies to Kyiv on Tuesday.
	// There he meets Dmytro Kuleba.
}
