package index

import (
	"context"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/text"
)

// document makes a document without names and times.
func document(title, date, body string) *doc.Document {
	d := &doc.Document{Article: article.Article{Title: title, Text: body}, Sentences: text.Sentences(body)}
	d.Article.Date, _ = time.Parse(time.DateOnly, date)
	return d
}

func build(t testing.TB, docs ...*doc.Document) *Index {
	t.Helper()
	b := NewBuilder()
	for _, d := range docs {
		b.Add(d, nil)
	}
	x, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func small(t testing.TB) *Index {
	return build(t,
		document("Trip to Kyiv", "2022-01-18", "Antony Blinken will fly to Kyiv on Tuesday. He meets Foreign Minister Dmytro Kuleba there. Troops stand at the border."),
		document("Berlin talks", "2022-01-20", "Annalena Baerbock received her guest in Berlin. Blinken thanked the minister. They spoke of sanctions."),
		document("Mustard is short", "", "A drought in Canada made mustard scarce. French shops ration it. Prices run high."),
	)
}

func TestSearch(t *testing.T) {
	x := small(t)
	for _, c := range []struct {
		question      string
		doc, sentence int32
	}{
		{"Who met the foreign minister Kuleba?", 0, 1},
		{"Which condiment is rationed in French shops?", 2, 1},
		{"Who received Blinken in Berlin?", 1, 0},
		{"What made mustard scarce?", 2, 0},
	} {
		hits := x.Search(context.Background(), Query{Terms: Terms(c.question), K: 3}, nil)
		if len(hits) == 0 || hits[0].Doc != c.doc || hits[0].Sentence != c.sentence {
			t.Errorf("%s: found %v, want document %d sentence %d first", c.question, hits, c.doc, c.sentence)
		}
	}
}
