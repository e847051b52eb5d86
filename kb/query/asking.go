package query

import (
	"strings"
	"unicode"

	"dateline/kb/lexicon"
	"dateline/kb/phrase"
	"dateline/kb/text"
)

// reading is a question while it is read.
type reading struct {
	q      *Query
	parser *Parser
	tagger *phrase.Tagger
	lex    *lexicon.Lexicon
	words  []phrase.Word // of the whole question
	starts []int         // the first word of each sentence
	first  int           // the words of the asking sentence: [first, last)
	last   int
	wh     int // the asking word, -1 if none
	slot   int // where the answer would stand: before this word
	class  phrase.Span
}

// sentences reads the words and finds which sentence asks: the last one with a
// question mark or an asking word, otherwise the last.
func (r *reading) sentences() {
	r.lex = lexicon.Load()
	r.wh = -1
	r.class = phrase.Span{First: 0, Last: -1}
	var spans []text.Span
	asked := -1
	for _, s := range text.Sentences(r.q.Text) {
		start := len(r.words)
		if r.words = r.tagger.Read(r.words, r.q.Text, s.Span); len(r.words) == start {
			continue // invalid bytes
		}
		r.starts, spans = append(r.starts, start), append(spans, s.Span)
		if strings.HasSuffix(s.Of(r.q.Text), "?") {
			asked = len(spans) - 1
		}
	}
	if len(spans) == 0 {
		return
	}
	asking := asked
	if asking < 0 {
		asking = len(spans) - 1
	}
	for asking > 0 && !r.asks(asking) && r.asks(asking-1) && strings.HasSuffix(spans[asking].Of(r.q.Text), "?") {
		spans[asking-1].End = spans[asking].End // cut at "v." or the like
		spans, r.starts = spans[:asking], r.starts[:asking]
		asking--
	}
	r.first, r.last = r.starts[asking], len(r.words)
	if asking+1 < len(r.starts) {
		r.last = r.starts[asking+1]
	}
	r.q.Focus = spans[asking]
}

// asks reports whether a sentence has an asking word.
func (r *reading) asks(sentence int) bool {
	end := len(r.words)
	if sentence+1 < len(r.starts) {
		end = r.starts[sentence+1]
	}
	for _, w := range r.words[r.starts[sentence]:end] {
		if _, ok := askingWords[w.Lower]; ok {
			return true
		}
	}
	return false
}

var askingWords = map[string]Kind{
	"who": Who, "whom": Who, "whose": Who, "when": When, "where": Where, "why": Why, "which": Which, "what": What,
	"how": How, "who's": Who, "what's": What, "where's": Where, "when's": When, "whos": Who, "whats": What, "wheres": Where,
}

// findAsking finds the asking word, and with it the kind.
func (r *reading) findAsking() {
	r.wh = r.askingWord()
	r.slot = r.last
	if r.wh < 0 {
		r.q.Kind = r.kindWithout()
		for r.slot > r.first && r.words[r.slot-1].Tag == phrase.Mark {
			r.slot--
		}
		return
	}
	r.slot = r.wh
	r.q.Kind = askingWords[r.words[r.wh].Lower]
	if r.q.Kind == How {
		r.q.Kind = r.howKind()
	}
}

// askingWord prefers a word at the head of the sentence, then one that no noun
// stands before ("the man who …" asks nothing), then any.
func (r *reading) askingWord() int {
	best, rank := -1, 0
	for i := r.first; i < r.last; i++ {
		if _, ok := askingWords[r.words[i].Lower]; !ok {
			continue
		}
		if s := r.askingRank(i); s > rank {
			best, rank = i, s
		}
	}
	if rank < 2 && !strings.Contains(r.q.Focus.Of(r.q.Text), "?") {
		return -1 // "… by a man who was trying to:"
	}
	return best
}

func (r *reading) askingRank(i int) int {
	w := r.words[i].Lower
	if i == r.first || i == r.first+1 && phrase.Closed(r.words[r.first].Lower) {
		return 5
	}
	previous := r.words[i-1]
	relative := previous.Tag == phrase.Noun || previous.Tag == phrase.Proper || previous.Lower == ","
	switch {
	case (w == "which" || w == "what") && !relative:
		return 4
	case i+1 >= r.last || r.words[i+1].Tag == phrase.Mark: // "… did what?"
		return 4
	case w == "how" && !relative:
		return 3
	case w == "who" || w == "whom" || w == "whose" || w == "which":
		if relative {
			return 1
		}
		return 3
	case previous.Lower == ",": // "In Paris, when did …"
		return 2
	}
	return 1
}

// kindWithout is the kind of a sentence without an asking word.
func (r *reading) kindWithout() Kind {
	verb := false
	for i := r.first; i < r.last; i++ {
		t := r.words[i].Tag
		verb = verb || t == phrase.Verb || t == phrase.Auxiliary
	}
	trimmed := strings.TrimRightFunc(r.q.Text, unicode.IsSpace)
	open := strings.HasSuffix(trimmed, ":") || strings.HasSuffix(trimmed, "...") || strings.HasSuffix(trimmed, "…") || strings.HasSuffix(trimmed, "_")
	switch {
	case open:
		return Statement
	case r.words[r.first].Tag == phrase.Auxiliary && r.last-r.first > 2:
		return YesNo
	case verb && r.last-r.first > 3:
		return Statement
	}
	return Words
}

// howKind tells "how many" from "how".
func (r *reading) howKind() Kind {
	if r.wh+1 >= r.last {
		return How
	}
	next := r.words[r.wh+1]
	if _, ok := measures[next.Lower]; ok || next.Tag == phrase.Adjective {
		return HowMany
	}
	return How
}

// measures are the words after "how" and the type of answer they want.
var measures = map[string]Type{
	"many": Count, "much": Any, "old": Age, "long": Duration, "tall": Measure, "high": Measure, "far": Measure,
	"big": Measure, "large": Measure, "heavy": Measure, "fast": Measure, "deep": Measure, "wide": Measure, "hot": Measure,
	"cold": Measure, "often": Duration, "soon": Duration, "few": Count, "close": Measure, "strong": Measure,
}
