// Package doc is an article with all that was found in it: sentences, names
// and times. Everything above it (entities, index, answers) works on Documents.
package doc

import (
	"dateline/kb/article"
	"dateline/kb/names"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// Document is an analysed article. Offsets are byte offsets into Article.Text;
// sentences, names and times are each in order of their start.
type Document struct {
	Article   article.Article
	Sentences []text.Sentence
	Names     []names.Mention
	Times     []timex.Expression
}

// Analyze reads an article.
func Analyze(a article.Article) Document {
	return Document{
		Article:   a,
		Sentences: text.Sentences(a.Text),
		Names:     names.Find(a.Text),
		Times:     timex.Find(a.Text, a.Date),
	}
}
