package kb

import (
	"slices"

	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/read"
	"dateline/kb/text"
)

// maxApposed bounds the mentions that are looked at for one name.
const maxApposed = 40

// apposed is the first that a phrase reads behind a mention of somebody, of the
// newest articles first, and that suits.
func (b *Base) apposed(e *entity.Entity, phrase phrase, suits func(read.Candidate) bool) (read.Candidate, bool) {
	for _, m := range slices.Backward(e.Mentions[max(0, len(e.Mentions)-maxApposed):]) {
		if c, ok := b.behind(m, phrase); ok && suits(c) {
			return c, true
		}
	}
	return read.Candidate{}, false
}

// phrase gives the number of the words of a phrase that words begin with, 0 for none.
type phrase func(body string, words []library.Word) int

// behind reads what a comma sets off behind a mention.
func (b *Base) behind(m entity.Mention, phrase phrase) (read.Candidate, bool) {
	body := b.lib.Article(m.Doc).Text
	u := b.lib.UnitHolding(m.Doc, int(m.Start))
	if int(m.End) >= u.End {
		return read.Candidate{}, false
	}
	words := library.Words(body, text.Span{Start: int(m.End), End: u.End})
	if len(words) < 4 || words[0].Of(body) != "," {
		return read.Candidate{}, false
	}
	n := phrase(body, words[1:])
	if n < 2 {
		return read.Candidate{}, false
	}
	return read.Candidate{
		Doc: m.Doc, Sentence: u.First, SentStart: u.Start, SentEnd: u.End,
		Start: words[1].Start, End: words[n].End,
	}, true
}

// apposition is a noun phrase with an article of its own, until a mark, a relative
// clause or who says it.
func apposition(body string, words []library.Word) int {
	if !ofItsOwn[words[0].Fold] {
		return 0
	}
	n := 1
	for n < len(words) && !closes(words[n], body) {
		n++
	}
	if n == len(words) || words[n].Of(body) == "," && n+1 < len(words) && joins[words[n+1].Fold] {
		return 0 // of a list, as far as can be told
	}
	for n > 0 && hanging[words[n-1].Fold] {
		n--
	}
	return n
}

// closes reports whether a noun phrase ends before a word.
func closes(w library.Word, body string) bool {
	if w.Kind == text.Punct {
		return !inWord(w.Of(body))
	}
	return relatives[w.Fold] || library.IsSaying(w.Fold)
}

// clause is a relative clause about one person alone, in which nothing is said, until a
// mark.
func clause(body string, words []library.Word) int {
	if words[0].Fold != "who" {
		return 0
	}
	n := 1
	for n < len(words) && (words[n].Kind != text.Punct || inWord(words[n].Of(body))) {
		if library.IsSaying(words[n].Fold) || ofMany[words[n].Fold] {
			return 0
		}
		n++
	}
	if n < leastClause || n > maxClause || n == len(words) || hanging[words[n-1].Fold] {
		return 0
	}
	if words[n].Of(body) == "," && n+1 < len(words) && !words[n+1].Lower {
		return 0 // it goes on: "who lives in Salem, Oregon, and"
	}
	return n
}

const (
	leastClause = 4
	maxClause   = 20
)

var (
	ofItsOwn  = library.WordSet(`a an the`) // determiners of an apposition that can be understood alone
	relatives = library.WordSet(`who whom whose which that where when`)
	joins     = library.WordSet(`and or`)
	ofMany    = library.WordSet(`were are have do they their all both`)
)
