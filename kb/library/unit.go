package library

import (
	"sort"
	"strings"

	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// Unit is a sentence together with the pieces that belong to it where the text
// was cut in two. It is what answers are read from and what is quoted.
type Unit struct {
	Doc         int32 // number of the document
	First, Last int32 // its sentences, by their number in the document
	text.Span         // byte offsets into the article's text
}

// UnitAt is the unit that holds a sentence, given by the numbers of the document
// and of the sentence in it.
func (l *Library) UnitAt(docID, sentence int32) Unit {
	ss := l.docs[docID].Sentences
	first, last := sentence, sentence
	for first > 0 && ss[first].Continues {
		first--
	}
	for int(last)+1 < len(ss) && ss[last+1].Continues {
		last++
	}
	return Unit{docID, first, last, text.Span{Start: ss[first].Start, End: ss[last].End}}
}

// UnitHolding is the unit that holds a byte offset of a document.
func (l *Library) UnitHolding(docID int32, at int) Unit {
	return l.UnitAt(docID, sentenceAt(&l.docs[docID], at))
}

// sentenceAt is the sentence that holds a byte offset, or the last that begins
// before it.
func sentenceAt(d *doc.Document, at int) int32 {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > at })
	return int32(max(i-1, 0))
}

// Text is the text of the unit's whole article.
func (l *Library) Text(u Unit) string { return l.Article(u.Doc).Text }

// Quote is the text of the unit.
func (l *Library) Quote(u Unit) string { return u.Of(l.Text(u)) }

// Times are the time expressions that lie within the bytes p of a document, in order.
func (l *Library) Times(docID int32, p text.Span) []timex.Expression {
	all := l.docs[docID].Times
	from := sort.Search(len(all), func(i int) bool { return all[i].Start >= p.Start })
	to := from
	for to < len(all) && all[to].End <= p.End {
		to++
	}
	return all[from:to]
}

// View is a unit with its words and clauses, read once for a question.
type View struct {
	Unit
	Words   []Word
	Clauses []text.Span      // in order, side by side; byte offsets into the article's text
	Named   []entity.Located // mentions of entities, in order
}

// View reads the words, clauses and names of a unit.
func (l *Library) View(u Unit) View {
	s := l.Text(u)
	w := Words(s, u.Span)
	return View{
		Unit:    u,
		Words:   w,
		Clauses: clauses(s, u.Span, w, l.Times(u.Doc, u.Span)),
		Named:   l.dir.In(u.Doc, u.Start, u.End),
	}
}

// ClauseOf is the index in Clauses of the clause that holds a byte offset of the
// article.
func (v View) ClauseOf(at int) int {
	i := sort.Search(len(v.Clauses), func(i int) bool { return v.Clauses[i].Start > at })
	return max(i-1, 0)
}

// In returns the words of the view that lie within p.
func (v View) In(p text.Span) []Word {
	from := sort.Search(len(v.Words), func(i int) bool { return v.Words[i].Start >= p.Start })
	to := from
	for to < len(v.Words) && v.Words[to].End <= p.End {
		to++
	}
	return v.Words[from:to]
}

// IndexAt is the index in Words of the first that begins at or after a byte offset
// of the article, the number of words where none does.
func (v View) IndexAt(at int) int {
	i := 0
	for i < len(v.Words) && v.Words[i].Start < at {
		i++
	}
	return i
}

// TrimSpan is p, bytes of s, without the white space at its ends.
func TrimSpan(s string, p text.Span) text.Span {
	t := p.Of(s)
	lead := len(t) - len(strings.TrimLeft(t, " \t\r\n\u00a0"))
	trail := len(t) - len(strings.TrimRight(t, " \t\r\n\u00a0"))
	if lead == len(t) {
		return text.Span{Start: p.Start, End: p.Start}
	}
	return text.Span{Start: p.Start + lead, End: p.End - trail}
}
