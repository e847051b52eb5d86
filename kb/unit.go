package kb

import (
	"sort"
	"strings"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// unit is a sentence together with the pieces that belong to it where the text
// was cut in two. It is what answers are read from and what is quoted.
type unit struct {
	doc         int32
	first, last int32 // sentences
	text.Span         // byte offsets into the document's text
}

// article is a document's article.
func (b *Base) article(doc int32) *article.Article { return &b.docs[doc].Article }

// entity is an entity of the directory.
func (b *Base) entity(id entity.ID) *entity.Entity { return &b.dir.Entities[id] }

// unitAt is the unit that holds a sentence.
func (b *Base) unitAt(docID, sentence int32) unit {
	ss := b.docs[docID].Sentences
	first, last := sentence, sentence
	for first > 0 && ss[first].Continues {
		first--
	}
	for int(last)+1 < len(ss) && ss[last+1].Continues {
		last++
	}
	return unit{docID, first, last, text.Span{Start: ss[first].Start, End: ss[last].End}}
}

// unitHolding is the unit that holds a byte offset of a document.
func (b *Base) unitHolding(docID int32, at int) unit {
	return b.unitAt(docID, sentenceAt(&b.docs[docID], at))
}

// sentenceAt is the sentence that holds a byte offset, or the last that begins
// before it.
func sentenceAt(d *doc.Document, at int) int32 {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > at })
	return int32(max(i-1, 0))
}

// text is the text of the unit's whole article.
func (b *Base) text(u unit) string { return b.article(u.doc).Text }

// quote is the text of the unit.
func (b *Base) quote(u unit) string { return u.Of(b.text(u)) }

// times are the time expressions within p of a document.
func (b *Base) times(docID int32, p text.Span) []timex.Expression {
	all := b.docs[docID].Times
	from := sort.Search(len(all), func(i int) bool { return all[i].Start >= p.Start })
	to := from
	for to < len(all) && all[to].End <= p.End {
		to++
	}
	return all[from:to]
}

// view is a unit with its words and clauses, read once for a question.
type view struct {
	unit
	words   []word
	clauses []text.Span
	named   []entity.Located
}

func (b *Base) view(u unit) view {
	s := b.text(u)
	w := words(s, u.Span)
	return view{
		unit:    u,
		words:   w,
		clauses: clauses(s, u.Span, w, b.times(u.doc, u.Span)),
		named:   b.dir.In(u.doc, u.Start, u.End),
	}
}

// clauseOf is the number of the clause that holds a byte offset.
func (v view) clauseOf(at int) int {
	i := sort.Search(len(v.clauses), func(i int) bool { return v.clauses[i].Start > at })
	return max(i-1, 0)
}

// in returns the words of the view within p.
func (v view) in(p text.Span) []word {
	from := sort.Search(len(v.words), func(i int) bool { return v.words[i].Start >= p.Start })
	to := from
	for to < len(v.words) && v.words[to].End <= p.End {
		to++
	}
	return v.words[from:to]
}

// trimSpan leaves out the white space around p.
func trimSpan(s string, p text.Span) text.Span {
	t := p.Of(s)
	lead := len(t) - len(strings.TrimLeft(t, " \t\r\n\u00a0"))
	trail := len(t) - len(strings.TrimRight(t, " \t\r\n\u00a0"))
	if lead == len(t) {
		return text.Span{Start: p.Start, End: p.Start}
	}
	return text.Span{Start: p.Start + lead, End: p.End - trail}
}

// indexAt is the first word that begins at or after a byte offset.
func (v view) indexAt(at int) int {
	i := 0
	for i < len(v.words) && v.words[i].Start < at {
		i++
	}
	return i
}
