package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is one sentence of a text, without the white space around it.
type Sentence struct {
	Span
	// Paragraph counts the paragraphs before it, from 0.
	Paragraph int
	// Continues is set where the sentence reads on from the one before it, as
	// when a text from the web was cut in two: it begins with a small letter,
	// or with a bare number that its first words cannot account for.
	Continues bool
}

// Sentences cuts s into sentences. A blank line always ends one; a single line
// break does unless the line was wrapped.
func Sentences(s string) []Sentence {
	var out []Sentence
	for n, p := range paragraphs(s) {
		out = appendSentences(out, s, p, n)
	}
	for i := range out {
		out[i].Continues = i > 0 && continues(s, out[i].Span)
	}
	return out
}

// paragraphs cuts s at blank lines and at line breaks that end a line on
// purpose.
func paragraphs(s string) []Span {
	var out []Span
	start, width := 0, wrapWidth(s)
	add := func(end int) {
		if p := trim(s, Span{start, end}); p.Len() > 0 {
			out = append(out, p)
		}
	}
	line := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '\n' {
			continue
		}
		if !goesOn(s[line:i], s[i+1:], width) {
			add(i)
			start = i + 1
		}
		line = i + 1
	}
	add(len(s))
	return out
}

// Lines of hard-wrapped text are at most this many bytes long.
const widest = 120

// wrapWidth is the length of the longest line of a text whose lines were cut
// to a width, or 0 where lines end on purpose. A text is hard-wrapped when
// most lines that another follows are nearly as long as the longest.
func wrapWidth(s string) int {
	var lengths []int
	longest := 0
	for line := range strings.Lines(s) {
		n := len(strings.TrimRight(line, " \t\r\n"))
		lengths = append(lengths, n)
		longest = max(longest, n)
	}
	if longest > widest || longest < 40 {
		return 0
	}
	full, followed := 0, 0
	for i, n := range lengths {
		if n == 0 || i+1 == len(lengths) || lengths[i+1] == 0 {
			continue
		}
		followed++
		if n >= longest*7/10 {
			full++
		}
	}
	if full < 2 || full*10 < followed*8 {
		return 0
	}
	return longest
}

// goesOn reports whether what follows a line, in a text wrapped to width, goes
// on in the paragraph of the line.
func goesOn(line, rest string, width int) bool {
	line = strings.TrimRight(line, " \t\r")
	next := decode(strings.TrimLeft(rest[:min(len(rest), 64)], " \t"))
	if line == "" || next == '\n' || next == '\r' || next == utf8.RuneError {
		return false
	}
	if width > 0 {
		return len(line) >= width*6/10 && !strings.ContainsRune("•·▪*-–—", next)
	}
	// Single lines that the web has cut: the rest begins with a small letter.
	last, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsLower(next) && !strings.ContainsRune(".!?:\"”…", last)
}

func appendSentences(out []Sentence, s string, p Span, n int) []Sentence {
	start := p.Start
	for i := p.Start; i < p.End; {
		r, w := utf8.DecodeRuneInString(s[i:p.End])
		if !terminal(r) {
			i += w
			continue
		}
		end := closers(s, i+w, p.End)
		if end < p.End && sentenceEnd(s, start, i, end, p.End) {
			out = append(out, Sentence{Span: trim(s, Span{start, end}), Paragraph: n})
			start = end
		}
		i = end
	}
	if q := trim(s, Span{start, p.End}); q.Len() > 0 {
		out = append(out, Sentence{Span: q, Paragraph: n})
	}
	return out
}

func terminal(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r == '…' || fullStop(r)
}

// fullStop reports marks that end a sentence whatever follows: those of
// scripts that have no capitals or leave no blank.
func fullStop(r rune) bool { return strings.ContainsRune("。！？｡؟۔।॥።", r) }

// closers skips further marks and closing quotes and brackets from i on.
func closers(s string, i, end int) int {
	for i < end {
		r, w := utf8.DecodeRuneInString(s[i:end])
		if !terminal(r) && !strings.ContainsRune(`"'”’)]»`, r) {
			break
		}
		i += w
	}
	return i
}

// sentenceEnd judges whether the mark at dot, whose closers end at after, ends
// the sentence that began at start.
func sentenceEnd(s string, start, dot, after, end int) bool {
	r, _ := utf8.DecodeRuneInString(s[after:end])
	if !unicode.IsSpace(r) {
		return fullStop(decode(s[dot:])) || unicode.IsUpper(r) && after > dot+1
	}
	rest := strings.TrimLeftFunc(s[after:end], unicode.IsSpace)
	bare := strings.TrimLeft(rest, "\"'“‘([«—– ")
	next := decode(bare)
	if unicode.IsLower(next) {
		return false
	}
	if s[dot] != '.' || after > dot+1 {
		return !quoted(s[dot:after]) || !attribution(rest)
	}
	if enumerates(s[start:dot]) {
		return false
	}
	return !dotInside(lastWord(s[start:dot]), bare)
}

// quoted reports whether marks end with a closing quotation mark.
func quoted(marks string) bool {
	return strings.HasSuffix(marks, "”") || strings.HasSuffix(marks, `"`) || strings.HasSuffix(marks, "’")
}

// saying are the verbs by which words are given to somebody.
var saying = set("said says asked asks added adds told wrote writes tweeted replied explained recalled noted argued")

// attribution reports whether rest goes on after a quotation by naming who said
// it: "Buckley said", "Mr. Buckley told".
func attribution(rest string) bool {
	for range 4 {
		word := firstWord(rest)
		if word == "" || !upperFirst(word) {
			return saying[word]
		}
		rest = strings.TrimLeft(strings.TrimPrefix(rest[len(word):], "."), " ")
	}
	return false
}

// enumerates reports whether the text before a dot is but the number of an item
// of a list: "1".
func enumerates(s string) bool {
	if len(s) > 8 {
		return false
	}
	s = strings.TrimSpace(s)
	if len(s) == 0 || len(s) > 2 {
		return false
	}
	return isDigit(rune(s[0])) && isDigit(rune(s[len(s)-1]))
}

// dotInside judges whether the dot after word belongs to the word and the
// sentence goes on with rest.
func dotInside(word, rest string) bool {
	switch {
	case word == "":
		return false
	case Abbreviation(word):
		return !starter(firstWord(rest)) || !mayEnd[strings.ToLower(word)]
	case word == "v" || word == "c": // "Roe v. Wade", "c. 1900"
		return true
	case acronym(word) && utf8.RuneCountInString(word) == 1:
		return upperFirst(word) && (!starter(firstWord(rest)) || word != "I" && !startsPronoun(rest))
	case acronym(word):
		return !starter(firstWord(rest))
	}
	return false
}

// mayEnd are the abbreviations that a sentence may well end with.
var mayEnd = set("inc corp co ltd bros jr sr etc al llc plc dept ave st calif fla tex mass conn")

// starters are words that, with a capital, begin a sentence far more often
// than they stand in a name.
var starters = set(`the a an in on at it he she they we i you this that these those but and or so if when while
	as after before for from with his her their its our there here what who how why where not no now then
	since although though however meanwhile still yet also all some many most one two by to is are was were
	despite during under over between because according both each every such more last earlier later`)

func starter(word string) bool { return starters[strings.ToLower(word)] }

func startsPronoun(rest string) bool {
	switch strings.ToLower(firstWord(rest)) {
	case "he", "she", "they", "it", "the", "but", "in":
		return true
	}
	return false
}

// continues judges whether the sentence reads on from the one before it.
func continues(s string, p Span) bool {
	t := p.Of(s)
	r := decode(t)
	if unicode.IsLower(r) {
		return !strings.HasPrefix(t, "e-") && !mixedCase(firstWord(t))
	}
	n := 0
	for n < len(t) && isDigit(rune(t[n])) {
		n++
	}
	// A day of the month left over from "January 20": "20 to meet …".
	if n == 0 || n > 2 {
		return false
	}
	rest := t[n:]
	return strings.HasPrefix(rest, " ") && functionWord[firstWord(strings.TrimLeft(rest, " "))]
}

// functionWord are the words that may follow a date but not a number of things.
var functionWord = set("to at in on for with when where after before as by during and but while that which who")

// mixedCase reports names such as iPhone or eBay.
func mixedCase(word string) bool { return strings.ToLower(word) != word }

func trim(s string, p Span) Span {
	for p.Start < p.End {
		r, w := utf8.DecodeRuneInString(s[p.Start:p.End])
		if !unicode.IsSpace(r) && !zeroWidth(r) {
			break
		}
		p.Start += w
	}
	for p.Start < p.End {
		r, w := utf8.DecodeLastRuneInString(s[p.Start:p.End])
		if !unicode.IsSpace(r) && !zeroWidth(r) {
			break
		}
		p.End -= w
	}
	return p
}

func decode(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func firstWord(s string) string {
	return s[:max(0, indexNonWord(s))]
}

func indexNonWord(s string) int {
	for i, r := range s {
		if !isWord(r) && !apostrophe(r) {
			return i
		}
	}
	return len(s)
}

// lastWord is the word, dots inside it included, that s ends with. Of a word
// too long to be an abbreviation it is only the end.
func lastWord(s string) string {
	i := len(s)
	for i > 0 && len(s)-i <= longestAcronym {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !isWord(r) && r != '.' {
			break
		}
		i -= w
	}
	return strings.TrimLeft(s[i:], ".")
}
