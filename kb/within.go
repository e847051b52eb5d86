package kb

import (
	"context"
	"slices"

	"dateline/kb/doc"
	"dateline/kb/lexicon"
	"dateline/kb/library"
	"dateline/kb/read"
	"dateline/kb/related"
	"dateline/kb/text"
)

// within answers a question from the articles alone that it leans on: "how many died?"
// after one about a fire asks for nobody who died elsewhere. It reports false where the
// question speaks of something that is not in them, and so leans on nothing.
func (b *Base) within(ctx context.Context, q Question) (Answer, bool) {
	var docs []doc.Document
	for _, d := range b.lib.Docs() {
		if slices.Contains(q.Within[:], d.Article.ID) {
			docs = append(docs, d)
		}
	}
	q.Within = [MaxWithin]string{}
	if len(docs) == 0 {
		return Answer{}, false
	}
	few, err := link(ctx, docs, func(lib *library.Library, known *read.Descriptions) *read.Reader {
		return read.New(docs, lib.Directory(), lib.Index(), known)
	})
	if err != nil || !few.speaksOf(q.Text) {
		return Answer{}, false
	}
	return few.Ask(ctx, q), true
}

// speaksOf reports whether the articles have a word for each thing that a question
// speaks of, or one related to it.
func (b *Base) speaksOf(question string) bool {
	table := related.Load()
	known := func(word string) bool { return b.lib.Known([]string{library.Stem(word)}) > 0 }
	return !slices.ContainsFunc(library.Words(question, text.Span{End: len(question)}), func(w library.Word) bool {
		e, ok := b.lib.Lexicon().Lookup(w.Fold)
		thing := w.Kind == text.Word && !library.IsFunction(w.Fold) && (!ok || e.Best() == lexicon.Noun)
		return thing && !known(w.Fold) && !slices.ContainsFunc(table.Of(w.Fold), known)
	})
}
