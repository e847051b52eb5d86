package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb/names"
	"dateline/kb/phrase"
	"dateline/kb/query"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// kind is how a candidate was found, surest first.
type kind uint8

const (
	kindName kind = iota
	kindTime
	kindMoney
	kindPercent
	kindAge
	kindNumber   // bare
	kindQuantity // with what is counted
	kindQuote
	kindProper // a run of words with capitals that is no known name
	kindPair   // two joined by "and"
	kindNoun
	kindReason // a clause that gives a reason
	kindList   // three or more joined by commas and "and"
	kindSpan   // what the network takes for the answer
	kinds
)

var kindNames = [kinds]string{"name", "time", "money", "percent", "age", "number", "quantity", "quote", "proper", "pair", "noun", "reason", "list", "span"}

// occurrence is a candidate at one place.
type occurrence struct {
	passage     *passage
	first, last int // words of the passage
	start, end  int // bytes of the article
	kind        kind
	name        names.Type // of a kindName
	day         bool       // of a kindTime: at most a month long, rather than a duration
	quick       float64    // a first guess at how good it is
}

// Bounds on the length of a candidate.
const (
	maxPhrase = 7 // words of a noun phrase
	maxQuote  = 9 // words of a quotation
	maxBytes  = 120
	maxList   = 300 // bytes of a list
)

// whole reports whether the kind is taken as it stands, determiners and all.
func (k kind) whole() bool {
	return k == kindReason || k == kindQuote || k == kindName || k == kindSpan
}

// finder collects the candidates of one passage, each span once.
type finder struct {
	d    *desk
	p    *passage
	body string
	seen map[[2]int]bool
	head int // where the article's dateline ends
}

// candidates finds the candidates of a passage.
func (d *desk) candidates(p *passage) {
	f := &finder{d: d, p: p, body: p.source.doc.Article.Text, seen: map[[2]int]bool{}}
	if t := d.q.Expect; p.Sentence == 0 && t != query.Place && t != query.City && t != query.State && t != query.Country {
		f.head = dateline(f.body)
	}
	d.finders[[2]int32{p.Doc, p.Sentence}] = f
	f.names()
	f.times()
	f.quotes()
	f.reasons()
	f.phrases()
}

// maxDateline bounds a dateline in bytes.
const maxDateline = 60

// dateline is the length of the dateline that a text begins with: "PHOENIX –",
// "WASHINGTON, Jan 18 (Reuters) —", "(CNN)". It tells where the article was
// written, which nobody asks for.
func dateline(s string) int {
	head := s[:min(len(s), maxDateline)]
	if strings.HasPrefix(head, "(") {
		return strings.IndexByte(head, ')') + 1
	}
	first, _, _ := strings.Cut(head, " ")
	first = strings.Trim(first, ",.")
	if r, _ := utf8.DecodeRuneInString(first); !unicode.IsUpper(r) || utf8.RuneCountInString(first) < 3 || strings.ToUpper(first) != first {
		return 0
	}
	for _, dash := range []string{" – ", " — ", " -- ", " - ", "— "} {
		if i := strings.Index(head, dash); i >= 0 && !strings.ContainsFunc(initials(head[:i]), unicode.IsLower) {
			return i
		}
	}
	return 0
}

// initials are the first bytes of the words of s.
func initials(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		b.WriteByte(w[0])
	}
	return b.String()
}

// add takes the words [first, last] as a candidate.
func (f *finder) add(first, last int, o occurrence) {
	w := f.p.words
	for first < last && (w[first].Tag == phrase.Determiner && !o.kind.whole() || w[first].Tag == phrase.Mark && w[first].Lower != "$" && w[first].Lower != "£" && w[first].Lower != "€") {
		first++
	}
	for last > first && (w[last].Tag == phrase.Possessive || w[last].Tag == phrase.Mark && w[last].Lower != "%") {
		last--
	}
	f.addBytes(first, last, w[first].Start, w[last].End, o)
}

// longest is the length in bytes up to which a candidate is taken.
func longest(k kind) int {
	if k == kindList {
		return maxList
	}
	return maxBytes
}

func (f *finder) addBytes(first, last, start, end int, o occurrence) {
	if f.seen[[2]int{start, end}] || end-start > longest(o.kind) || start < f.head {
		return
	}
	f.seen[[2]int{start, end}] = true
	k := key(f.body[start:end])
	if k == "" || phrase.Closed(k) && o.kind != kindNumber && o.kind != kindTime {
		return
	}
	o.passage, o.first, o.last, o.start, o.end = f.p, first, last, start, end
	g := f.d.byKey[k]
	if g == nil {
		g = &group{key: k}
		f.d.byKey[k] = g
		f.d.groups = append(f.d.groups, g)
	}
	g.found = append(g.found, o)
}

// sentence is the byte range of the passage.
func (f *finder) sentence() text.Span { return f.p.source.doc.Sentences[f.p.Sentence].Span }

// wordsIn are the words that lie within [start, end).
func (f *finder) wordsIn(start, end int) (first, last int, ok bool) {
	first, _ = slices.BinarySearchFunc(f.p.words, start, func(w phrase.Word, at int) int { return w.End - 1 - at })
	last = first
	for last < len(f.p.words) && f.p.words[last].Start < end {
		last++
	}
	return first, last - 1, first < last
}

func (f *finder) names() {
	all := f.p.source.doc.Names
	s := f.sentence()
	at, _ := slices.BinarySearchFunc(all, s.Start, func(m names.Mention, start int) int { return int(m.Start) - start })
	previous := -1
	for ; at < len(all) && int(all[at].End) <= s.End; at++ {
		m := all[at]
		first, last, ok := f.wordsIn(int(m.Start), int(m.End))
		if !ok {
			continue
		}
		f.add(first, last, occurrence{kind: kindName, name: m.Type})
		if previous >= 0 && previous+2 == first && (f.p.words[first-1].Lower == "and" || f.p.words[first-1].Lower == "&") {
			from, _, _ := f.wordsIn(int(all[at-1].Start), int(all[at-1].End))
			f.add(from, last, occurrence{kind: kindPair, name: m.Type})
		}
		previous = last
	}
}

func (f *finder) times() {
	all := f.p.source.doc.Times
	s := f.sentence()
	at, _ := slices.BinarySearchFunc(all, s.Start, func(x timex.Expression, start int) int { return x.Start - start })
	for ; at < len(all) && all[at].End <= s.End; at++ {
		x := all[at]
		first, last, ok := f.wordsIn(x.Start, x.End)
		if !ok {
			continue
		}
		day := x.Type == timex.Date || x.Type == timex.Time
		f.add(first, last, occurrence{kind: kindTime, day: day})
		for i := first; i <= last; i++ { // "May 11, 2023" tells a month and a year
			if w := f.p.words[i]; months[w.Lower] || year(w.Lower) {
				f.add(i, i, occurrence{kind: kindTime, day: true})
			}
		}
	}
}

// quotes takes short quotations: titles of works, slogans, words of the year.
func (f *finder) quotes() {
	open := -1
	for i, w := range f.p.words {
		if w.Lower != "\"" && !(w.Tag == phrase.Mark && (w.Lower == "'" || w.Lower == "''")) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(f.body[w.Start:])
		closing := r == '”' || r == '’' || open >= 0 && r != '“' && r != '‘'
		if closing && open >= 0 && i-1 > open && i-1-open <= maxQuote {
			f.add(open+1, i-1, occurrence{kind: kindQuote})
		}
		open = i
		if closing {
			open = -1
		}
	}
}

// phrases takes the noun phrases, what they end with, the names and the
// amounts in them, and phrases joined by "of" or "and".
func (f *finder) phrases() {
	w := f.p.words
	chunks := phrase.Chunks(nil, w)
	if f.d.q.Several {
		f.lists(chunks)
	}
	for i, c := range chunks {
		f.amounts(c)
		f.proper(c)
		for first := max(c.First, c.Last-maxPhrase+1); first <= c.Last; first++ {
			f.add(first, c.Last, occurrence{kind: f.kindOf(first, c.Last)})
		}
		if i == 0 {
			continue
		}
		p := chunks[i-1]
		link := w[p.Last+1 : c.First]
		if len(link) == 0 || len(link) > 2 || len(link) == 2 && link[1].Tag != phrase.Determiner || c.Last-p.First > maxPhrase+1 {
			continue
		}
		switch link[0].Lower {
		case "of", "for", "in", "from", "with":
			f.add(p.First, c.Last, occurrence{kind: kindNoun})
			if link[0].Lower == "of" && p.Last > p.First {
				f.add(p.Last, c.Last, occurrence{kind: kindNoun})
			}
		case "and", "&", "or":
			f.add(p.First, c.Last, occurrence{kind: kindPair})
		case "'s", "'", "’":
			f.add(p.First, c.Last, occurrence{kind: kindNoun})
		}
	}
}

// lists takes what stands side by side for one answer, where several are asked for:
// "France, the United Kingdom and Germany".
func (f *finder) lists(chunks []phrase.Span) {
	from := 0
	for i := 1; i <= len(chunks); i++ {
		if i < len(chunks) && f.joined(chunks[i-1], chunks[i]) {
			continue
		}
		if i-from > 2 {
			f.add(chunks[from].First, chunks[i-1].Last, occurrence{kind: kindList})
		}
		from = i
	}
}

// joined reports whether only a comma, "and" or "or" stand between two phrases.
func (f *finder) joined(a, b phrase.Span) bool {
	link := f.p.words[a.Last+1 : b.First]
	if len(link) == 0 || len(link) > 3 {
		return false
	}
	for i, w := range link {
		comma, and := w.Lower == ",", w.Lower == "and" || w.Lower == "or" || w.Lower == "&"
		if !comma && !and && !(i > 0 && w.Tag == phrase.Determiner) {
			return false
		}
	}
	return true
}

func (f *finder) kindOf(first, last int) kind {
	w := f.p.words
	proper := true
	for i := first; i <= last; i++ {
		if w[i].Tag == phrase.Number || w[i].Lower == "$" || w[i].Lower == "£" || w[i].Lower == "€" {
			return f.amountKind(first, last)
		}
		proper = proper && w[i].Upper
	}
	if proper {
		return kindProper
	}
	return kindNoun
}

// proper takes the runs of capitalised words in a phrase, and what stands
// before a last plain noun.
func (f *finder) proper(c phrase.Span) {
	w := f.p.words
	for i := c.First; i <= c.Last; i++ {
		if !w[i].Upper {
			continue
		}
		end := i
		for end < c.Last && (w[end+1].Upper || w[end+1].Tag == phrase.Number) {
			end++
		}
		f.add(i, end, occurrence{kind: kindProper})
		i = end
	}
}

// amounts takes numbers alone, with their unit, and ages.
func (f *finder) amounts(c phrase.Span) {
	w := f.p.words
	for i := c.First; i <= c.Last; i++ {
		if w[i].Tag != phrase.Number {
			continue
		}
		first, last := i, i
		if i > c.First && w[i-1].Tag == phrase.Mark {
			first--
		}
		for last < c.Last && (w[last+1].Tag == phrase.Number || w[last+1].Lower == "%") {
			last++
		}
		if n := strings.Index(w[i].Lower, "-year-old"); n > 0 {
			f.addBytes(i, i, w[i].Start, w[i].Start+n, occurrence{kind: kindAge})
		}
		f.add(first, last, occurrence{kind: f.amountKind(first, last)})
		if last < len(w)-1 && (w[last+1].Tag == phrase.Noun || w[last+1].Lower == "percent") {
			f.add(first, last+1, occurrence{kind: f.amountKind(first, last+1)})
		}
		i = last
	}
}

func (f *finder) amountKind(first, last int) kind {
	w := f.p.words
	if w[first].Tag != phrase.Number && w[first].Tag != phrase.Mark {
		return kindNoun
	}
	switch {
	case w[first].Lower == "$" || w[first].Lower == "£" || w[first].Lower == "€" || w[last].Lower == "dollars" || w[last].Lower == "euros":
		return kindMoney
	case w[last].Lower == "%" || w[last].Lower == "percent":
		return kindPercent
	}
	for i := first; i <= last; i++ {
		if w[i].Tag != phrase.Number {
			return kindQuantity
		}
	}
	return kindNumber
}

var months = wordSet("january february march april may june july august september october november december")

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// year reports a number that is likely a year.
func year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "18") && s[2] >= '0' && s[2] <= '9' && s[3] >= '0' && s[3] <= '9'
}
